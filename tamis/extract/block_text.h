// The text of blocks as it comes out of a page's pieces: white space collapsed, or kept in <pre>;
// formulas and code marked as spans.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/extract/blocks.h"
#include "tamis/extract/formulas.h"

namespace tamis::extract {

// Writes Blocks::text and Blocks::spans, one block behind the other. Not thread-safe.
class BlockText {
 public:
  void start(Blocks& blocks);

  // What follows belongs to the next block.
  void begin_block();

  // Cuts the white space around what was written since begin_block(), but for the indentation of a
  // first line of code, and the numbers of lines of code; says where the text is, empty if nothing
  // is left.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  Range trim_block(bool keeps_space);

  bool is_empty() const { return blocks_->text.size() == begin_; }

  // Of text outside of <pre>: runs of white space become one space, none at a block's start. A line
  // break between characters of Chinese becomes none; alone between tags it parts what they hold.
  // What has no width is left out.
  void append_collapsed(std::string_view text);

  // Of a picture or box between texts: parts the words around as a line break does, but no mark
  // from what it closes.
  void append_box() { widen_gap(Gap::kBox); }

  // Of text inside of <pre>. A line break right behind the start tag is no text.
  void open_element(bool keeps_space) { is_at_pre_start_ = keeps_space; }
  void append_verbatim(std::string_view text);

  // Between the two, text is raised: a whole number behind a number or a unit is its power, "2^10",
  // "m^2"; the whole text of a link, which is inside or around, is a note, "1203[1]"; cents and
  // fractions are told from both.
  void open_raised(bool is_in_link);
  void close_raised();
  void open_link();

  // Takes the text of the last link back if it is "#" alone, which pages hang behind a heading for
  // those who link to it. Returns how many bytes went.
  std::size_t remove_permalink();

  // "$x$", or "$$x$$", which outside of <pre> stands in a line of its own.
  void append_formula(const Formula& formula, bool keeps_space);
  bool ends_with_formula() const;
  void remove_last_formula();  // Requires: ends_with_formula()

  // Between the two, text that is collapsed is code.
  void open_code();
  void close_code();
  void close_all_code() { num_open_codes_ = 0; }

 private:
  // White space seen and not yet followed by text; of several the greatest counts.
  enum class Gap : std::uint8_t {
    kNothing,
    kBox,    // a picture: a space where words need one
    kBreak,  // a line break within a text of the page: the same, and before any mark
    kSpace,
    kLine  // a line break of the text
  };

  void widen_gap(Gap gap) { gap_ = std::max(gap_, gap); }
  void append_gap(std::string_view text);
  void append_words(std::string_view text);
  void take_power_for_fraction(std::string_view next);
  bool ends_with_span_behind(std::size_t begin) const;
  void mark_span(Span::Kind kind, std::size_t begin);
  void mark_code(std::size_t begin);
  bool ends_with_code(std::size_t end) const;

  Blocks* blocks_ = nullptr;
  std::size_t begin_ = 0;
  std::size_t raised_begin_ = 0;  // of raised text that touches what is before; 0 of none
  std::size_t power_mark_ = 0;    // the '^' behind a number that was written last; 0 of none
  bool is_raised_link_ = false;
  std::size_t link_begin_ = 0;  // of the last link's text
  Gap gap_ = Gap::kNothing;
  bool is_at_pre_start_ = false;
  bool is_code_begun_ = false;  // the last span is of the <code> that is open
  std::uint32_t num_open_codes_ = 0;
};

}  // namespace tamis::extract
