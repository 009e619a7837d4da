// When a page was published, by what it shows: <time> and elements marked as its date, and lines
// that hold one.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/extract/blocks.h"
#include "tamis/extract/html_tokenizer.h"

namespace tamis::extract {

// Collects the first date of each mark; reused from page to page. Not thread-safe.
class DateElements {
 public:
  // In the order in which they are believed: datePublished, dateCreated, <time pubdate>,
  // class=published; any other <time>; those in <aside> and <nav>; dateModified, class=updated.
  enum Mark : std::uint8_t { kPublished, kUnmarked, kBeside, kModified, kNumMarks };

  void start();

  void add(const Token& token) {
    if (token.kind == TokenKind::kStartTag) {
      if (may_be_marked(token)) start_element(token);
    } else if (open_mark_ != kNumMarks || num_open_beside_ > 0) {
      go_on(token);
    }
  }

  // Empty if no element has a date of that mark.
  const std::string& date_of(Mark mark) const { return dates_[mark]; }

 private:
  // <time>, <aside> and <nav>, <abbr>, and whatever has an attribute as long as itemprop and
  // datetime are.
  static bool may_be_marked(const Token& token) {
    if (token.tag == Tag::kTime || token.tag == Tag::kAside || token.tag == Tag::kNav ||
        token.name.size() == 4) {
      return true;
    }
    return std::ranges::any_of(
        token.attributes, [](const Attribute& attribute) { return attribute.name.size() == 8; });
  }

  void start_element(const Token& token);
  void go_on(const Token& token);
  void finish();

  std::array<std::string, kNumMarks> dates_;
  std::string text_;  // of the open element, of which no attribute holds a date
  std::string_view open_name_;
  Mark open_mark_ = kNumMarks;  // none is open
  std::uint32_t num_open_beside_ = 0;
};

// The first date in short lines; those come first that say 发布时间 or that a class calls a date or
// a byline, then those below the title (title_places.h), those that say of themselves that it is of
// a change, those right above the title that do not look like a clock, and last changes said
// elsewhere ("last edited" at the foot of a wiki). Empty if there is none.
std::string find_visible_date(const Blocks& blocks, std::string_view title);

}  // namespace tamis::extract
