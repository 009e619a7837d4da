#include "tamis/text/sentence_marks.h"

#include "tamis/text/code_point_walk.h"

namespace tamis::text {
namespace {

// The bytes of sentence marks: of those of three bytes that Chinese text is full of, the first and
// the last, for its commas and quotes begin with the same; of others, and of the ASCII quote, the
// first.
constexpr ByteFinder kFirstOfThree("\xE2\xE3\xEF");
constexpr ByteFinder kLastOfThree("\x81\x82\x87\x88\x89\x8E\x9F\xA1\xA6\xBC");
constexpr ByteFinder kFirstOfOthers("\".!?\xD8\xDB\xE0\xE1");

}  // namespace

Mark mark_of(char32_t code_point) {
  switch (code_point) {
    case U'.':
    case U'．':
      return Mark::kFullStop;
    case U'!':
    case U'?':
      return Mark::kExclamation;
    case U'…':
      return Mark::kEllipsis;
    case U'。':
    case U'！':
    case U'？':
    case U'｡':
    case 0x203C:  // the doubled marks
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x0964:  // danda, double danda
    case 0x0965:
    case 0x061F:  // Arabic question mark, full stop
    case 0x06D4:
    case 0x1362:  // Ethiopic full stop, question mark
    case 0x1367:
    case 0x104A:  // Myanmar little section, section
    case 0x104B:
    case 0x17D4:  // Khmer khan, bariyoosan
    case 0x17D5:
      return Mark::kWide;
    case U',':
    case U';':
      return Mark::kComma;
    case U'，':
    case U'、':
    case U'；':
    case U'：':
    case U'､':
      return Mark::kWideComma;
    case U'"':
      return Mark::kQuote;
    case U'\'':
    case U')':
    case U']':
    case U'}':
    case U'”':
    case U'’':
    case U'»':
    case U'）':
    case U'］':
    case U'｝':
    case U'」':
    case U'』':
    case U'】':
    case U'》':
    case U'〉':
    case U'〕':
    case U'〗':
    case U'〙':
    case U'〛':
    case U'｣':
      return Mark::kCloser;
    default:
      return Mark::kNone;
  }
}

Mark MarkCursor::mark() const {
  return is_at_end() ? Mark::kNone : mark_of(decode_wide(rest()).code_point);
}

Traits MarkCursor::traits() const {
  return is_at_end() ? Traits() : table_[decode_wide(rest()).code_point];
}

Traits MarkCursor::traits_before(std::size_t end) const {
  return end == 0 ? Traits() : table_[decode_last_code_point(text_.substr(0, end)).code_point];
}

void MarkCursor::find_sentence_mark() {
  i_ = kFirstOfThree.find_before(kLastOfThree, kFirstOfOthers, text_, i_);
}

void MarkCursor::skip() {
  if (text_[i_] == '"') is_quote_open_ = !is_quote_open_;
  i_ += decode_wide(rest()).num_bytes;
}

bool MarkCursor::skip_closers() {
  const std::size_t begin = i_;
  for (;; skip()) {
    const Mark here = mark();
    const bool closes = here == Mark::kCloser || (here == Mark::kQuote && is_quote_open_);
    if (!closes) return i_ > begin;
  }
}

void MarkCursor::skip_white_space() {
  while (traits().has(Traits::kWhiteSpace)) skip();
}

}  // namespace tamis::text
