#include "tamis/text/word_matcher.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "tamis/base/ascii.h"
#include "tamis/base/check.h"
#include "tamis/text/letters.h"
#include "tamis/text/literal_database.h"
#include "tamis/text/match_selection.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

using Match = WordMatcher::Match;

// One spelling of a word: what the library looks for.
struct Spelling {
  std::uint32_t word_index = 0;
  std::uint16_t num_bytes = 0;
  bool is_allowed = false;
  bool needs_border_before = false;
  bool needs_border_behind = false;
};

// A letter or digit of a script that sets its words apart. Korean does, but appends particles.
bool is_of_spaced_word(Traits traits) {
  return traits.has(Traits::kLetter | Traits::kDigit | Traits::kMark) &&
         !traits.has(Traits::kUnspaced) && traits.script() != Script::kHangul;
}

// True if a word that ends here must not be followed by a code point like this one.
bool is_of_word(char32_t code_point, Borders borders) {
  const Traits traits = letter_table()[code_point];
  if (borders == Borders::kByScript) return is_of_spaced_word(traits);
  return traits.has(Traits::kLetter | Traits::kNumber) || code_point == '_';
}

bool ends_in_word(std::string_view text, Borders borders) {
  return !text.empty() && is_of_word(decode_last_code_point(text).code_point, borders);
}

bool begins_with_word(std::string_view text, Borders borders) {
  return !text.empty() && is_of_word(decode_code_point(text).code_point, borders);
}

enum class LetterCase { kLower, kUpper, kTitle };

// `word` with its letters in another case; one code point becomes one code point.
std::string in_case(std::string_view word, LetterCase letter_case) {
  std::string changed;
  bool is_first = true;
  while (!word.empty()) {
    const Decoded decoded = decode_code_point(word);
    const auto code_point = static_cast<UChar32>(decoded.code_point);
    const bool is_upper =
        letter_case == LetterCase::kUpper || (letter_case == LetterCase::kTitle && is_first);
    append_code_point(
        static_cast<char32_t>(is_upper ? u_toupper(code_point) : u_tolower(code_point)), changed);
    word.remove_prefix(decoded.num_bytes);
    is_first = false;
  }
  return changed;
}

// All spellings of all words, for the library's arrays of arguments.
class Spellings {
 public:
  explicit Spellings(Borders borders) : borders_(borders) {}

  Result<void> add(std::span<const std::string> words, bool is_allowed) {
    seen_.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string& word = words[i];
      if (word.empty()) return fail(ErrorCode::kInvalidInput, "a word list holds an empty word");
      if (word.size() > WordMatcher::kWordBytesMax)
        return fail(
            ErrorCode::kInvalidInput,
            fmt::format("a word list holds a word of {} bytes (at most {} are allowed): {}...",
                        word.size(), WordMatcher::kWordBytesMax, prefix_within(word, 40)));
      add_spelling(word, i, is_allowed);
      // The library knows the letters of ASCII in both cases, but no others.
      if (is_all_ascii(word) || !is_valid_utf8(word)) continue;
      for (const auto letter_case : {LetterCase::kLower, LetterCase::kUpper, LetterCase::kTitle}) {
        add_spelling(in_case(word, letter_case), i, is_allowed);
      }
    }
    return {};
  }

  std::size_t num_bytes_max() const { return num_bytes_max_; }
  std::vector<Spelling> take_items() { return std::move(items_); }
  std::vector<std::string> take_texts() { return std::move(texts_); }

  // An occurrence of a spelling reports its index.
  Result<LiteralDatabase> compile() const {
    std::vector<LiteralDatabase::Literal> literals;
    for (const std::string& text : texts_) {
      literals.push_back({.text = text, .id = static_cast<unsigned>(literals.size())});
    }
    return LiteralDatabase::make(literals);
  }

 private:
  static std::string lower_ascii(std::string word) {
    for (char& c : word) c = to_lower(c);
    return word;
  }

  // Long lists repeat themselves; what was added before is not added again.
  void add_spelling(std::string word, std::size_t word_index, bool is_allowed) {
    word = lower_ascii(std::move(word));
    if (!seen_.insert(word).second) return;
    const bool is_by_script = borders_ == Borders::kByScript;
    const bool has_borders = borders_ != Borders::kNone;
    items_.push_back(
        {.word_index = static_cast<std::uint32_t>(word_index),
         .num_bytes = static_cast<std::uint16_t>(word.size()),
         .is_allowed = is_allowed,
         .needs_border_before = has_borders && (!is_by_script || begins_with_word(word, borders_)),
         .needs_border_behind = has_borders && (!is_by_script || ends_in_word(word, borders_))});
    num_bytes_max_ = std::max(num_bytes_max_, word.size());
    texts_.push_back(std::move(word));
  }

  Borders borders_;
  std::vector<Spelling> items_;
  std::vector<std::string> texts_;
  std::size_t num_bytes_max_ = 0;
  std::unordered_set<std::string> seen_;
};

struct Scan {
  std::span<const Spelling> spellings;
  Borders borders;
  std::string_view text;
  MatchSelection selection;
};

void take_occurrence(void* context, unsigned id, std::size_t end) {
  Scan& scan = *static_cast<Scan*>(context);
  const Spelling& spelling = scan.spellings[id];
  const std::size_t begin = end - spelling.num_bytes;
  const bool is_cut =
      (spelling.needs_border_before && ends_in_word(scan.text.substr(0, begin), scan.borders)) ||
      (spelling.needs_border_behind && begins_with_word(scan.text.substr(end), scan.borders));
  if (!is_cut)
    scan.selection.add({begin, spelling.num_bytes, spelling.word_index}, spelling.is_allowed);
}

}  // namespace

struct WordMatcher::State {
  Borders borders = Borders::kByScript;
  std::vector<Spelling> spellings;
  std::size_t spelling_bytes_max = 0;
  std::vector<std::string> texts;  // of the spellings
  LiteralDatabase database;
};

WordMatcher::WordMatcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
WordMatcher::WordMatcher(WordMatcher&&) noexcept = default;
WordMatcher& WordMatcher::operator=(WordMatcher&&) noexcept = default;
WordMatcher::~WordMatcher() = default;

Result<WordMatcher> WordMatcher::make(std::span<const std::string> words,
                                      std::span<const std::string> allowed, Borders borders) {
  Spellings spellings(borders);
  TAMIS_TRY(spellings.add(words, false));
  TAMIS_TRY(spellings.add(allowed, true));
  auto state = std::make_unique<State>();
  if (!words.empty()) {
    TAMIS_ASSIGN(state->database, spellings.compile());
  }
  state->borders = borders;
  state->spelling_bytes_max = spellings.num_bytes_max();
  state->spellings = spellings.take_items();
  state->texts = spellings.take_texts();
  return WordMatcher(std::move(state));
}

std::span<const std::string> WordMatcher::spellings() const { return state_->texts; }

void WordMatcher::scan(std::string_view text, TakeMatch take, void* context) const {
  if (state_->database.is_empty()) return;
  Scan scan = {state_->spellings, state_->borders, text,
               MatchSelection(state_->spelling_bytes_max, take, context)};
  state_->database.scan(text, take_occurrence, &scan);
  scan.selection.finish();
}

void WordMatcher::select(std::string_view text, std::size_t offset,
                         std::span<const WordOccurrence> occurrences, TakeMatch take,
                         void* context) const {
  auto occurrence = std::ranges::upper_bound(occurrences, offset, {}, &WordOccurrence::end);
  const auto ends_inside = [&] {
    return occurrence != occurrences.end() && occurrence->end <= offset + text.size();
  };
  if (!ends_inside()) return;
  Scan scan = {state_->spellings, state_->borders, text,
               MatchSelection(state_->spelling_bytes_max, take, context)};
  for (; ends_inside(); ++occurrence) {
    const std::size_t end = occurrence->end - offset;
    const bool begins_inside = state_->spellings[occurrence->spelling_index].num_bytes <= end;
    if (begins_inside) take_occurrence(&scan, occurrence->spelling_index, end);
  }
  scan.selection.finish();
}

}  // namespace tamis::text
