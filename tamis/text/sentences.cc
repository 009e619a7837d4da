#include "tamis/text/sentences.h"

#include "tamis/base/ascii.h"
#include "tamis/text/abbreviations.h"
#include "tamis/text/sentence_marks.h"

namespace tamis::text {
namespace {

// The bytes that begin a mark, beside the ASCII quote.
constexpr ByteFinder kClauseBytes("\",;\xE3\xEF");

// A run of end marks with the closers behind it: "?!", "......", "。」".
struct EndMarks {
  std::size_t begin = 0;
  int num_full_stops = 0;
  int num_ellipses = 0;
  bool has_exclamation = false;
  bool has_wide = false;
  bool is_closed = false;  // a closing quote or bracket follows

  bool is_empty() const {
    return num_full_stops == 0 && num_ellipses == 0 && !has_exclamation && !has_wide;
  }
  // Six dots are the Chinese ellipsis, typed as one-character ellipses or as full stops.
  bool is_long_ellipsis() const { return num_full_stops + 3 * num_ellipses >= 6; }
  bool is_single_full_stop() const {
    return num_full_stops == 1 && num_ellipses == 0 && !has_exclamation;
  }
};

EndMarks read_end_marks(MarkCursor& cursor) {
  EndMarks marks = {.begin = cursor.position()};
  for (;; cursor.skip()) {
    const Mark mark = cursor.mark();
    if (mark == Mark::kFullStop) {
      ++marks.num_full_stops;
    } else if (mark == Mark::kEllipsis) {
      ++marks.num_ellipses;
    } else if (mark == Mark::kExclamation) {
      marks.has_exclamation = true;
    } else if (mark == Mark::kWide) {
      marks.has_wide = true;
    } else {
      break;
    }
  }
  if (!marks.is_empty()) marks.is_closed = cursor.skip_closers();
  return marks;
}

// The ASCII word that ends `text`, with the full stops inside it. Looks at a bounded part only:
// abbreviations are short.
std::string_view last_token(std::string_view text) {
  constexpr std::size_t kTokenBytesMax = 24;
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kTokenBytesMax) {
    const char byte = text[begin - 1];
    if (byte != '.' && !is_ascii_digit(byte) && !is_ascii_letter(byte)) break;
    --begin;
  }
  return text.substr(begin);
}

std::string_view first_token(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  return text.substr(0, end);
}

// "1", "12": what numbers the points of a list if it stands alone before a full stop.
bool is_list_number(std::string_view text) {
  constexpr std::size_t kDigitsMax = 3;
  for (const char byte : text) {
    if (!is_ascii_digit(byte)) return false;
  }
  return !text.empty() && text.size() <= kDigitsMax;
}

// Whether marks with no white space behind them end a sentence: as a rule not ("3.14",
// "example.com"), but in Chinese text, which has no spaces, half-width marks may.
bool ends_without_space(const EndMarks& marks, const MarkCursor& cursor) {
  const bool is_after_ideograph = cursor.traits_before(marks.begin).has(Traits::kIdeograph);
  const bool is_before_ideograph = cursor.traits().has(Traits::kIdeograph);
  if (marks.is_single_full_stop()) return is_after_ideograph && is_before_ideograph;
  if (!marks.has_exclamation && !marks.is_long_ellipsis()) return false;
  return is_after_ideograph || is_before_ideograph;
}

// Whether a full stop after `sentence`, with `next` behind the white space, ends it.
bool full_stop_ends(std::string_view sentence, const MarkCursor& next) {
  if (is_list_number(sentence)) return false;
  switch (abbreviation_of(last_token(sentence))) {
    case Abbreviation::kNone:
      return true;
    case Abbreviation::kNeverEnds:
      return false;
    case Abbreviation::kBeforeNumber:
      return !next.traits().has(Traits::kDigit);
    case Abbreviation::kMayEnd:
      return often_begins_sentence(first_token(next.rest())) ||
             next.traits().has(Traits::kIdeograph);
  }
  return true;
}

// Whether the marks, which `cursor` has just passed, end `sentence`, which they follow.
bool ends_sentence(std::string_view sentence, const EndMarks& marks, const MarkCursor& cursor) {
  const bool is_chinese_ellipsis = marks.num_ellipses >= 2;
  if (marks.has_wide || is_chinese_ellipsis || cursor.is_at_end()) return true;
  if (!cursor.traits().has(Traits::kWhiteSpace)) return ends_without_space(marks, cursor);
  MarkCursor next = cursor;
  next.skip_white_space();
  const bool is_before_lower_case = next.traits().has(Traits::kLowerCase);
  if (marks.has_exclamation) return !(marks.is_closed && is_before_lower_case);
  if (is_before_lower_case) return false;
  return !marks.is_single_full_stop() || full_stop_ends(sentence, next);
}

// Whether the comma or semicolon at `cursor` is part of a number: "1,000".
bool is_inside_number(std::string_view text, const MarkCursor& cursor) {
  const std::size_t i = cursor.position();
  return i > 0 && i + 1 < text.size() && is_ascii_digit(text[i - 1]) && is_ascii_digit(text[i + 1]);
}

// Steps over the mark at `cursor` if it ends a clause, with its kin, closers and white space.
bool skip_clause_end(std::string_view text, MarkCursor& cursor) {
  const auto is_comma = [](Mark mark) { return mark == Mark::kComma || mark == Mark::kWideComma; };
  const Mark mark = cursor.mark();
  if (!is_comma(mark)) return false;
  if (mark == Mark::kComma && is_inside_number(text, cursor)) return false;
  while (is_comma(cursor.mark())) cursor.skip();
  cursor.skip_closers();
  cursor.skip_white_space();
  return true;
}

}  // namespace

void split_sentences(std::string_view paragraph, std::vector<std::string_view>& sentences) {
  sentences.clear();
  MarkCursor cursor(paragraph);
  cursor.skip_white_space();
  std::size_t begin = 0;
  std::size_t first = cursor.position();  // where the sentence begins, without white space
  for (cursor.find_sentence_mark(); !cursor.is_at_end(); cursor.find_sentence_mark()) {
    const EndMarks marks = read_end_marks(cursor);
    if (marks.is_empty()) {
      cursor.skip();
      continue;
    }
    const std::string_view sentence = paragraph.substr(first, marks.begin - first);
    if (!ends_sentence(sentence, marks, cursor)) continue;
    cursor.skip_white_space();
    sentences.push_back(paragraph.substr(begin, cursor.position() - begin));
    begin = first = cursor.position();
  }
  if (begin < paragraph.size()) sentences.push_back(paragraph.substr(begin));
}

void split_clauses(std::string_view sentence, std::vector<std::string_view>& clauses) {
  clauses.clear();
  MarkCursor cursor(sentence);
  std::size_t begin = 0;
  for (cursor.find(kClauseBytes); !cursor.is_at_end(); cursor.find(kClauseBytes)) {
    if (!skip_clause_end(sentence, cursor)) {
      cursor.skip();
      continue;
    }
    clauses.push_back(sentence.substr(begin, cursor.position() - begin));
    begin = cursor.position();
  }
  if (begin < sentence.size()) clauses.push_back(sentence.substr(begin));
}

}  // namespace tamis::text
