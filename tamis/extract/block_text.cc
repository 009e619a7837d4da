#include "tamis/extract/block_text.h"

#include <algorithm>
#include <utility>

#include "tamis/extract/ascii.h"
#include "tamis/extract/chinese_spacing.h"
#include "tamis/extract/code_listings.h"
#include "tamis/extract/raised_numbers.h"
#include "tamis/text/byte_finder.h"

#ifdef __SSE2__
#include <emmintrin.h>

#include <bit>
#endif

namespace tamis::extract {
namespace {

// The bytes of the white space that `text` starts with, as HTML collapses it, U+00A0 with it.
std::size_t space_bytes(std::string_view text) {
  if (is_html_space(text.front())) return 1;
  return text.starts_with("\xC2\xA0") ? 2 : 0;
}

// The bytes of the character that `text` starts with if it is none (U+0000), or has no width and
// only says where a line may break, or how the text is written: U+00AD, U+200B, U+2060, U+FEFF.
std::size_t zero_width_bytes(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first == 0) return 1;
  if (first == 0xC2) return text.starts_with("\xC2\xAD") ? 2 : 0;
  if (first == 0xE2)
    return text.starts_with("\xE2\x80\x8B") || text.starts_with("\xE2\x81\xA0") ? 3 : 0;
  return first == 0xEF && text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

constexpr text::ByteFinder kHtmlSpace(" \t\n\r\f");
constexpr text::ByteFinder kNotVerbatim(std::string_view("\0\r\xC2", 3));
constexpr text::ByteFinder kSpaceStarts(std::string_view("\0 \t\n\r\f\xC2\xE2\xEF", 9));

#ifdef __SSE2__

// The bytes of words with one space between them that fifteen bytes begin with. The sixteenth
// tells whether a space before it is the only one.
std::size_t find_collapsible_in_block(const char* bytes) {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const auto equal = [&](char byte) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte)); };
  const __m128i from_tab = _mm_sub_epi8(block, _mm_set1_epi8('\t'));
  const __m128i is_control = _mm_cmpeq_epi8(_mm_min_epu8(from_tab, _mm_set1_epi8(4)), from_tab);
  const __m128i is_first = _mm_or_si128(_mm_or_si128(equal('\xC2'), equal('\xE2')), equal('\xEF'));
  const auto bits = [](__m128i lanes) { return static_cast<unsigned>(_mm_movemask_epi8(lanes)); };
  const unsigned spaces = bits(equal(' '));
  const unsigned others = bits(_mm_or_si128(_mm_or_si128(is_control, equal('\0')), is_first));
  const unsigned ends = others | (spaces & (spaces | others) >> 1);
  return static_cast<std::size_t>(std::countr_zero(ends | 1U << 15));
}

#endif

// The end of what stays as it is: words with one space between them. Requires: the first byte does
// not start white space.
std::size_t find_collapsible(std::string_view text) {
  std::size_t end = 1;
#ifdef __SSE2__
  while (text.size() - end >= 16) {
    const std::size_t num_bytes = find_collapsible_in_block(text.data() + end);
    end += num_bytes;
    if (num_bytes < 15) return end;
  }
#endif
  for (; end < text.size(); ++end) {
    if (!kSpaceStarts.has(text[end])) continue;
    const bool is_single =
        text[end] == ' ' && end + 1 < text.size() && !kSpaceStarts.has(text[end + 1]);
    if (!is_single) break;
  }
  return end;
}

// U+3000, U+2003 and U+2002 indent Chinese paragraphs; U+200C and U+200D join what stands on both
// sides, and alone they are what editors write into empty paragraphs.
constexpr std::string_view kNoTextAtEnds[] = {"\u3000", "\u2003", "\u2002", "\u200C", "\u200D"};

std::string_view trim_text(std::string_view text) {
  while (true) {
    const std::size_t size = text.size();
    text = trim_html_space(text);
    for (const std::string_view character : kNoTextAtEnds) {
      if (text.starts_with(character)) text.remove_prefix(character.size());
      if (text.ends_with(character)) text.remove_suffix(character.size());
    }
    if (text.size() == size) return text;
  }
}

// True for a mark that closes what stands before it: "the manual <svg/>, then".
bool begins_with_closing_mark(std::string_view text) {
  constexpr std::string_view kMarks = ",.;:!?)]}";
  if (kMarks.find(text.front()) != kMarks.npos) return true;
  return text.starts_with("\u201D") || text.starts_with("\u2019");
}

}  // namespace

void BlockText::start(Blocks& blocks) {
  blocks_ = &blocks;
  num_open_codes_ = 0;
  is_at_pre_start_ = false;
  begin_block();
}

void BlockText::begin_block() {
  begin_ = blocks_->text.size();
  raised_begin_ = power_mark_ = 0;
  gap_ = Gap::kNothing;
  is_code_begun_ = false;
}

BlockText::Range BlockText::trim_block(bool keeps_space) {
  std::string& page_text = blocks_->text;
  const std::string_view written = std::string_view(page_text).substr(begin_);
  const std::string_view text = trim_text(written);
  auto begin = static_cast<std::size_t>(text.data() - written.data());
  const std::size_t end = begin + text.size();
  if (keeps_space) begin = written.substr(0, begin).rfind('\n') + 1;
  if (text.empty()) begin = end;
  page_text.resize(begin_ + end);
  const bool is_plain = blocks_->spans.empty() || blocks_->spans.back().end <= begin_;
  if (keeps_space && is_plain) remove_line_numbers(page_text, begin_ + begin);
  return {.begin = static_cast<std::uint32_t>(begin_ + begin),
          .end = static_cast<std::uint32_t>(page_text.size())};
}

void BlockText::append_collapsed(std::string_view text) {
  if (power_mark_ != 0) take_power_for_fraction(text);
  const std::size_t begin = blocks_->text.size();
  append_words(text);
  if (num_open_codes_ > 0) mark_code(begin);
}

void BlockText::append_words(std::string_view text) {
  const std::size_t num_bytes_of_all = text.size();
  while (!text.empty()) {
    if (const std::size_t num_bytes = space_bytes(text); num_bytes > 0) {
      const std::size_t end = kHtmlSpace.find_other(text, num_bytes);
      const bool is_break = num_bytes == 1 && end < num_bytes_of_all &&
                            text.substr(0, end).find_first_of("\n\r") != text.npos;
      widen_gap(is_break ? Gap::kBreak : Gap::kSpace);
      text.remove_prefix(end);
      continue;
    }
    if (const std::size_t num_bytes = zero_width_bytes(text); num_bytes > 0) {
      text.remove_prefix(num_bytes);
      continue;
    }
    const std::size_t end = find_collapsible(text);
    append_gap(text);
    blocks_->text.append(text.data(), end);
    text.remove_prefix(end);
  }
}

// Writes the white space that was pending in front of `text`, unless a block would start with it.
void BlockText::append_gap(std::string_view text) {
  const Gap gap = std::exchange(gap_, Gap::kNothing);
  if (gap == Gap::kNothing || is_empty()) return;
  std::string& out = blocks_->text;
  if (gap <= Gap::kBreak && is_set_without_space(out, text)) return;
  if (gap == Gap::kBox && begins_with_closing_mark(text)) return;
  out += gap == Gap::kLine ? '\n' : ' ';
}

void BlockText::append_verbatim(std::string_view text) {
  if (is_at_pre_start_ && !text.empty()) {
    if (text.starts_with("\r\n"))
      text.remove_prefix(2);
    else if (text.starts_with('\n'))
      text.remove_prefix(1);
    is_at_pre_start_ = false;
  }
  // U+00A0, with which pages indent, is a space to whoever copies the code.
  std::string& out = blocks_->text;
  while (true) {
    const std::size_t end = kNotVerbatim.find(text, 0);
    out += text.substr(0, end);
    if (end == text.size()) return;
    text.remove_prefix(end);
    const bool is_no_break_space = text.starts_with("\xC2\xA0");
    if (is_no_break_space) {
      out += ' ';
    } else if (text.front() == '\xC2') {
      out += text.front();
    } else if (text.front() == '\r' && !text.starts_with("\r\n")) {
      out += '\n';
    }
    text.remove_prefix(is_no_break_space ? 2 : 1);
  }
}

void BlockText::open_raised(bool is_in_link) {
  const bool touches_text = gap_ == Gap::kNothing && num_open_codes_ == 0 && !is_empty();
  raised_begin_ = touches_text ? blocks_->text.size() : 0;
  is_raised_link_ = is_in_link && link_begin_ == blocks_->text.size();
}

void BlockText::open_link() {
  is_raised_link_ = true;
  link_begin_ = blocks_->text.size();
}

std::size_t BlockText::remove_permalink() {
  std::string& text = blocks_->text;
  if (link_begin_ <= begin_ || link_begin_ >= text.size()) return 0;
  const std::string_view link = std::string_view(text).substr(link_begin_);
  if (trim_html_space(link) != "#" || ends_with_span_behind(link_begin_)) return 0;
  const std::size_t num_bytes = link.size();
  if (num_bytes > 1) widen_gap(Gap::kSpace);
  text.resize(link_begin_);
  return num_bytes;
}

void BlockText::close_raised() {
  const std::size_t begin = std::exchange(raised_begin_, 0);
  if (begin == 0 || ends_with_span_behind(begin)) return;
  std::string& text = blocks_->text;
  const std::string_view raised = std::string_view(text).substr(begin);
  if (is_raised_link_) {
    if (is_note_number(raised)) text.insert(begin, 1, '[').append("]");
    return;
  }
  const std::string_view written = std::string_view(text).substr(begin_, begin - begin_);
  if (are_notes_of_number(written, raised)) {
    text.insert(begin, 1, '[').append("]");
    return;
  }
  const char mark = mark_of_raised(written, raised);
  if (mark == '\0') return;
  power_mark_ = is_ascii_digit(written.back()) && mark != ' ' ? begin : 0;
  text.insert(begin, 1, mark);
}

// "3<sup>3</sup>/<sub>4</sub>" is no power: the slash alone tells.
void BlockText::take_power_for_fraction(std::string_view next) {
  const std::size_t mark = std::exchange(power_mark_, 0);
  const bool is_slash = next == "/" || next == "\xE2\x81\x84";
  if (mark == 0 || !is_slash || gap_ != Gap::kNothing) return;
  if (is_exponent(std::string_view(blocks_->text).substr(mark + 1))) blocks_->text[mark] = ' ';
}

void BlockText::append_formula(const Formula& formula, bool keeps_space) {
  if (formula.tex.empty()) return;
  const bool has_own_line = formula.is_display && !keeps_space;
  if (has_own_line) gap_ = Gap::kLine;
  append_gap("$");
  const std::size_t begin = blocks_->text.size();
  const std::string_view mark = formula.is_display ? "$$" : "$";
  blocks_->text += mark;
  append_words(formula.tex);
  blocks_->text += mark;
  gap_ = has_own_line ? Gap::kLine : Gap::kNothing;
  mark_span(Span::Kind::kFormula, begin);
  is_code_begun_ = false;
}

bool BlockText::ends_with_span_behind(std::size_t begin) const {
  return !blocks_->spans.empty() && blocks_->spans.back().end > begin;
}

bool BlockText::ends_with_formula() const {
  if (blocks_->spans.empty()) return false;
  const Span& last = blocks_->spans.back();
  return last.kind == Span::Kind::kFormula && last.end == blocks_->text.size() &&
         last.begin >= begin_;
}

void BlockText::remove_last_formula() {
  blocks_->text.resize(blocks_->spans.back().begin);
  blocks_->spans.pop_back();
  gap_ = Gap::kNothing;
  if (is_empty() || !is_html_space(blocks_->text.back())) return;
  gap_ = blocks_->text.back() == '\n' ? Gap::kLine : Gap::kSpace;
  blocks_->text.pop_back();
}

void BlockText::open_code() {
  if (num_open_codes_++ == 0) is_code_begun_ = false;
}

void BlockText::close_code() {
  if (num_open_codes_ > 0) --num_open_codes_;
}

void BlockText::mark_span(Span::Kind kind, std::size_t begin) {
  if (blocks_->spans.size() >= kNumSpansMax) return;
  blocks_->spans.push_back({.begin = static_cast<std::uint32_t>(begin),
                            .end = static_cast<std::uint32_t>(blocks_->text.size()),
                            .kind = kind});
  is_code_begun_ = kind == Span::Kind::kCode;
}

// What was written from `begin` on is code, but for the white space before it. Code right behind
// code is one with it.
void BlockText::mark_code(std::size_t begin) {
  const std::string& text = blocks_->text;
  if (begin == text.size()) return;
  const bool is_behind_space = is_html_space(text[begin]);
  if (is_code_begun_ || (ends_with_code(begin) && !is_behind_space)) {
    blocks_->spans.back().end = static_cast<std::uint32_t>(text.size());
    is_code_begun_ = true;
    return;
  }
  mark_span(Span::Kind::kCode, is_behind_space ? begin + 1 : begin);
}

bool BlockText::ends_with_code(std::size_t end) const {
  if (blocks_->spans.empty() || end == begin_) return false;
  const Span& last = blocks_->spans.back();
  return last.kind == Span::Kind::kCode && last.end == end;
}

}  // namespace tamis::extract
