// The punctuation that ends sentences and clauses, and a cursor that reads it: what
// split_sentences and split_clauses share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/text/byte_finder.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {

// What a code point means for where a sentence or a clause ends.
enum class Mark : std::uint8_t {
  kNone,
  kFullStop,     // . and its full-width form, which Chinese numbers use too
  kExclamation,  // ! ?
  kEllipsis,     // the one-character ellipsis; two of them are the Chinese one
  kWide,         // ends a sentence wherever it stands
  kComma,        // , ; end a clause, unless inside a number
  kWideComma,    // ends a clause wherever it stands
  kCloser,       // closing quotes and brackets
  kQuote,        // the ASCII quote: closes if one is open
};

Mark mark_of(char32_t code_point);

// A place in a text that knows what stands around it.
class MarkCursor {
 public:
  explicit MarkCursor(std::string_view text) : text_(text), table_(letter_table()) {}

  bool is_at_end() const { return i_ == text_.size(); }
  std::size_t position() const { return i_; }
  std::string_view rest() const { return text_.substr(i_); }

  // Goes on to the next byte of `bytes`, or to the end. `bytes` must have the ASCII quote, so
  // that none is passed uncounted.
  void find(const ByteFinder& bytes) { i_ = bytes.find(text_, i_); }

  // Goes on to where a mark may stand that ends a sentence, or an ASCII quote, or to the end.
  void find_sentence_mark();

  // What stands here; nothing at the end.
  Mark mark() const;
  Traits traits() const;

  // The traits of the code point that ends at `end`.
  Traits traits_before(std::size_t end) const;

  // Steps over the code point here. Requires: !is_at_end().
  void skip();

  // Steps over closing quotes and brackets; true if there were any.
  bool skip_closers();

  void skip_white_space();

 private:
  std::string_view text_;
  const LetterTable& table_;
  std::size_t i_ = 0;
  bool is_quote_open_ = false;
};

}  // namespace tamis::text
