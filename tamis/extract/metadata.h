// What a page says of itself: title, author, date, site, language and address, out of <meta>,
// JSON-LD (linked_data.h), <link>, microdata and what it shows (bylines.h, publication_dates.h,
// page_title.h).
#pragma once

#include <string>
#include <string_view>

#include "tamis/extract/blocks.h"
#include "tamis/extract/bylines.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/linked_data.h"
#include "tamis/extract/publication_dates.h"

namespace tamis::extract {

// Collects from the tokens of one page; reused from page to page. Not thread-safe.
class MetadataReader {
 public:
  // Without attribution author() does not know of elements that a page marks as its author's.
  void start(bool reads_attribution);
  void add(const Token& token);

  // The <h1> that agrees with what the page calls itself, else that: ArticleTitle of Chinese
  // authorities, og:title, JSON-LD's headline or <title>, without the site's name behind it.
  std::string title(const Blocks& blocks) const;

  // Of JSON-LD, <meta>, microdata and rel=author, a line "By ...", and elements of a class
  // "author", in this order. Several names have a comma between. `title` is what title() says, here
  // and below: it tells which lines to look at.
  std::string author(const Blocks& blocks, std::string_view title) const;

  // Of <meta>, JSON-LD, microdata and <time>, the URL, and lines that are shown, in this order;
  // dates of changes come last.
  std::string date(std::string_view url, const Blocks& blocks, std::string_view title) const;

  // Of <meta>, else JSON-LD, else microdata.
  std::string site() const;

  // Of <link rel=canonical>, else og:url, as seen from the page's address or <base>. Empty if it
  // is no http address then.
  std::string canonical_url(std::string_view url) const;

  // The text of the article as JSON-LD has it (stated_body.h): of most pages none.
  std::string_view stated_body() const {
    return fields_.linked.has_other_bodies ? std::string_view() : fields_.linked.body;
  }

  // As declared by <html lang>, else <meta>, og:locale and JSON-LD: in lower case, "_" as "-".
  std::string language() const;

 private:
  struct Fields {
    std::string article_title;
    std::string share_title;  // og:title
    std::string post_title;   // twitter:title
    std::string title_element;
    std::string site;
    std::string author;     // of all elements <meta name=citation_author>, else of the first
    std::string label;      // twitter:label1: what twitter:data1 is
    std::string date;       // <meta>
    std::string canonical;  // <link rel=canonical>
    std::string share_url;  // og:url
    std::string base;       // <base href>
    std::string language;
    std::string locale;  // og:locale
    std::string source;  // ContentSource
    LinkedData linked;
    bool has_citation_authors = false;
    bool is_in_linked_data = false;
    bool has_head_title = false;
    bool is_in_body = false;
  };

  void read_text(const Token& token);
  void read_meta(const Token& token);
  void read_named(std::string_view name, std::string_view content);
  void read_author(std::string_view name, std::string_view content);
  void read_link(const Token& token);

  Fields fields_;
  LinkedDataReader linked_data_;
  AuthorElements author_elements_;
  DateElements date_elements_;
  bool reads_attribution_ = false;
};

}  // namespace tamis::extract
