// Title, date and language of a page: what <meta>, <title>, <time>, JSON-LD and <html> say.
#pragma once

#include <string>
#include <string_view>

#include "tamis/extract/blocks.h"
#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// Collects from the tokens of one page; reused from page to page. Not thread-safe.
class MetadataReader {
 public:
  void start();
  void add(const Token& token);

  // Of the page's own word for it: og:title, else JSON-LD's headline, else <title>, else the first
  // <h1>; without the site's name behind it.
  std::string title(const Blocks& blocks) const;

  // Of <meta>, JSON-LD, <time>, the URL, and the short blocks near the top, in this order.
  std::string date(std::string_view url, const Blocks& blocks) const;

  // As declared by <html lang>, else <meta>: in lower case, "_" as "-".
  const std::string& language() const { return language_; }

 private:
  void read_meta(const Token& token);
  void read_time(const Token& token);
  void read_linked_data(std::string_view json);

  std::string share_title_;  // og:title, twitter:title
  std::string headline_;     // JSON-LD
  std::string title_element_;
  std::string site_name_;
  std::string meta_date_;
  std::string linked_date_;  // JSON-LD datePublished
  std::string time_date_;    // <time>
  std::string language_;
  bool is_in_linked_data_ = false;
};

}  // namespace tamis::extract
