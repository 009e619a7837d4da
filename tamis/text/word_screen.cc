#include "tamis/text/word_screen.h"

#include <algorithm>
#include <string>

#include "tamis/text/literal_database.h"

namespace tamis::text {

struct WordScreen::State {
  std::size_t num_matchers = 0;
  LiteralDatabase database;  // an occurrence reports the matcher
};

WordScreen::WordScreen(std::unique_ptr<State> state) : state_(std::move(state)) {}
WordScreen::WordScreen(WordScreen&&) noexcept = default;
WordScreen& WordScreen::operator=(WordScreen&&) noexcept = default;
WordScreen::~WordScreen() = default;

Result<WordScreen> WordScreen::make(std::span<const WordMatcher* const> matchers) {
  std::vector<std::string> literals;
  std::vector<unsigned> ids;
  for (std::size_t i = 0; i < matchers.size(); ++i) {
    const std::span<const std::string> spellings = matchers[i]->spellings();
    literals.insert(literals.end(), spellings.begin(), spellings.end());
    ids.resize(literals.size(), static_cast<unsigned>(i));
  }
  auto state = std::make_unique<State>();
  state->num_matchers = matchers.size();
  TAMIS_ASSIGN(state->database,
               LiteralDatabase::make(literals, ids, LiteralDatabase::Reports::kOnce));
  return WordScreen(std::move(state));
}

void WordScreen::find(std::string_view text, std::vector<char>& may_match) const {
  may_match.assign(state_->num_matchers, 0);
  state_->database.scan(
      text,
      [](void* context, unsigned id, std::size_t) {
        (*static_cast<std::vector<char>*>(context))[id] = 1;
      },
      &may_match);
}

}  // namespace tamis::text
