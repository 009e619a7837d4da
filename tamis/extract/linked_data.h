// JSON-LD: what the <script type="application/ld+json"> of a page say of it in schema.org's words.
//
// Looked at are the objects at the top, in @graph and under mainEntity, for they are the page; the
// authors of its comments and the dates of its recommendations lie elsewhere. https://schema.org
// and JSON-LD 1.1, sections 3.3 and 9.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tamis::extract {

// As written, references in the text not decoded; empty where nothing is said.
struct LinkedData {
  std::string headline;
  std::string author;             // several are joined by ", "
  std::string reviewer;           // of a Review, which the page may be or show
  std::string date;               // datePublished, Baidu's pubDate
  std::string created;            // dateCreated, else the datePublished of a Review
  std::string site;               // a WebSite's name, else the publisher's
  std::string language;           // inLanguage
  std::string body;               // articleBody of an article that is free to read: text, or HTML
  bool has_other_bodies = false;  // of other articles: the page is a list of them
  bool has_article_date = false;  // the date is an article's, not that of a page or site

  bool operator==(const LinkedData&) const = default;
};

// Reused from page to page. Not thread-safe.
class LinkedDataReader {
 public:
  LinkedDataReader();
  ~LinkedDataReader();
  LinkedDataReader(LinkedDataReader&&) noexcept;
  LinkedDataReader& operator=(LinkedDataReader&&) noexcept;

  // Fills the fields of `found` that are empty with what one script says; the date of an article
  // takes the place of another's. One that is no JSON, as is common, is searched for strings.
  // Linear.
  void read(std::string_view script, LinkedData& found);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;  // made for the first script
};

}  // namespace tamis::extract
