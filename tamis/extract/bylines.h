// Who wrote a page, by what it shows: elements marked as the author's, and lines that say "By ...".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/extract/blocks.h"
#include "tamis/extract/character_references.h"
#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// Collects the names in the first elements of each mark; reused from page to page. Not thread-safe.
class AuthorElements {
 public:
  // Authors in the order in which they are believed, the last that of a comment, as Discourse calls
  // the first post, too; and who published the page.
  enum Mark : std::uint8_t { kItemprop, kRel, kClass, kRemark, kPublisher, kNumMarks };

  void start();
  void add(const Token& token);

  // Of the best mark; empty if no element has it.
  const std::string& declared() const;  // itemprop=author, rel=author
  const std::string& named() const;     // an element of class "author"
  const std::string& publisher() const { return authors_[kPublisher]; }  // itemprop=publisher

 private:
  void start_element(const Token& token);
  void start_inner_element(const Token& token);
  void end_element(const Token& token);
  void end_name(ReferenceContext context);
  void open(Mark mark, const Token& token);
  void add_text(std::string_view text);
  void keep(ReferenceContext context);
  void close();

  std::array<std::string, kNumMarks> authors_;
  std::string text_;     // of the open element, a line for each piece of it
  std::string between_;  // what came since the last element ended, while it is short
  std::string_view open_name_;
  Mark open_mark_ = kNumMarks;      // none is open
  Mark last_mark_ = kNumMarks;      // ended last, and its list may go on
  int depth_ = 0;                   // elements of the same name that are open, itself included
  std::string_view name_element_;   // inside of it: what is marked as the name, while it is open
  int name_depth_ = 0;              // as depth_
  bool has_name_ = false;           // such an element has ended
  bool is_at_border_ = false;       // of an element inside
  bool is_behind_remarks_ = false;  // of others, that have authors of their own
};

// The name in the first short line that says so, near the title (title_places.h) or in a box for
// bylines; that of a reporter in a paragraph near it; else what a line calls its source.
std::string find_visible_author(const Blocks& blocks, std::string_view title,
                                std::string_view language);

}  // namespace tamis::extract
