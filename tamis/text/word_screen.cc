#include "tamis/text/word_screen.h"

#include <algorithm>
#include <optional>
#include <string>

#include "tamis/base/check.h"
#include "tamis/text/literal_database.h"

namespace tamis::text {
namespace {

using Reports = LiteralDatabase::Reports;

// Of a matcher in a text, of two megabytes: there may be others behind so many.
constexpr std::size_t kOccurrencesMax = std::size_t{1} << 17;

// So many words of a matcher that is only asked whether it may match report as one. The library
// takes the square of that number to compile them: a second for 2,000.
constexpr std::size_t kWordsOfFlag = 16;

// Screens have some dozens.
std::optional<std::size_t> place_in(std::span<const WordMatcher* const> matchers,
                                    const WordMatcher& matcher) {
  const auto found = std::ranges::find(matchers, &matcher);
  if (found == matchers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - matchers.begin());
}

}  // namespace

struct WordScreen::State {
  // What an occurrence of a located word reports.
  struct Spelling {
    std::uint32_t located_index = 0;
    std::uint32_t spelling_index = 0;
  };

  std::vector<const WordMatcher*> flagged;
  std::vector<std::uint32_t> matcher_of_flag;  // in `flagged`; what is reported is a flag or behind
  std::vector<const WordMatcher*> located;
  std::vector<Spelling> spellings;  // of these
  LiteralDatabase database;
};

WordScreen::WordScreen(std::unique_ptr<State> state) : state_(std::move(state)) {}
WordScreen::WordScreen(WordScreen&&) noexcept = default;
WordScreen& WordScreen::operator=(WordScreen&&) noexcept = default;
WordScreen::~WordScreen() = default;

Result<WordScreen> WordScreen::make(std::span<const WordMatcher* const> flagged,
                                    std::span<const WordMatcher* const> located) {
  auto state = std::make_unique<State>();
  state->flagged.assign(flagged.begin(), flagged.end());
  state->located.assign(located.begin(), located.end());
  std::vector<LiteralDatabase::Literal> literals;
  std::vector<std::uint32_t>& flags = state->matcher_of_flag;
  for (std::uint32_t i = 0; i < flagged.size(); ++i) {
    std::size_t num_words = 0;
    for (const std::string& text : flagged[i]->spellings()) {
      if (num_words++ % kWordsOfFlag == 0) flags.push_back(i);
      literals.push_back({text, static_cast<unsigned>(flags.size() - 1), Reports::kOnce});
    }
  }
  auto id = static_cast<unsigned>(flags.size());
  for (std::uint32_t i = 0; i < located.size(); ++i) {
    std::uint32_t spelling_index = 0;
    for (const std::string& text : located[i]->spellings()) {
      literals.push_back({text, id++, Reports::kAll});
      state->spellings.push_back({i, spelling_index++});
    }
  }
  TAMIS_ASSIGN(state->database, LiteralDatabase::make(literals));
  return WordScreen(std::move(state));
}

void WordScreen::find(std::string_view text, Words& words) const {
  struct Scan {
    const State& state;
    Words& words;
  } scan = {*state_, words};
  words.may_match.assign(state_->flagged.size(), 0);
  words.occurrences.resize(state_->located.size());
  for (auto& occurrences : words.occurrences) occurrences.clear();
  state_->database.scan(
      text,
      [](void* context, unsigned id, std::size_t end) {
        const auto& [state, found] = *static_cast<const Scan*>(context);
        const std::vector<std::uint32_t>& flags = state.matcher_of_flag;
        if (id < flags.size()) {
          found.may_match[flags[id]] = 1;
          return;
        }
        const State::Spelling spelling = state.spellings[id - flags.size()];
        std::vector<WordOccurrence>& occurrences = found.occurrences[spelling.located_index];
        if (occurrences.size() < kOccurrencesMax)
          occurrences.push_back({spelling.spelling_index, end});
      },
      &scan);
}

std::span<const WordMatcher* const> WordScreen::flagged() const { return state_->flagged; }
std::span<const WordMatcher* const> WordScreen::located() const { return state_->located; }

bool ScreenedText::may_match(const WordMatcher& matcher) {
  if (const auto place = place_in(screen_->flagged(), matcher))
    return words().may_match[*place] != 0;
  const auto place = place_in(screen_->located(), matcher);
  TAMIS_CHECK(place.has_value());
  return !words().occurrences[*place].empty();
}

const std::vector<WordOccurrence>* ScreenedText::occurrences_of(const WordMatcher& matcher) {
  const auto place = place_in(screen_->located(), matcher);
  if (!place) return nullptr;
  const std::vector<WordOccurrence>& occurrences = words().occurrences[*place];
  return occurrences.size() < kOccurrencesMax ? &occurrences : nullptr;
}

}  // namespace tamis::text
