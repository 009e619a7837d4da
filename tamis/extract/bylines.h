// Who wrote a page, by what it shows: elements marked as the author's, and lines that say "By ...".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/extract/blocks.h"
#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// Collects the text of the first element of each mark; reused from page to page. Not thread-safe.
class AuthorElements {
 public:
  // In the order in which they are believed.
  enum Mark : std::uint8_t { kItemprop, kRel, kClass, kNumMarks };

  void start();
  void add(const Token& token);

  // Of the best mark; empty if no element has it.
  std::string declared() const;                           // itemprop=author, rel=author
  std::string named() const { return authors_[kClass]; }  // an element of class "author"

 private:
  void start_element(const Token& token);
  void end_element(const Token& token);
  void finish();

  std::array<std::string, kNumMarks> authors_;
  std::string text_;  // of the open element
  std::string_view open_name_;
  Mark open_mark_ = kNumMarks;  // none is open
  int depth_ = 0;               // elements of the same name that are open, itself included
};

// The name in the first short line that says so, near the first <h1> or in a box for bylines.
std::string find_visible_author(const Blocks& blocks);

}  // namespace tamis::extract
