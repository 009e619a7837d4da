#include "tamis/text/word_matcher.h"

#include <fmt/format.h>
#include <hs.h>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "tamis/base/check.h"
#include "tamis/base/object_pool.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

using Match = WordMatcher::Match;

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct FreeScratch {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
struct FreeCompileError {
  void operator()(hs_compile_error_t* error) const { hs_free_compile_error(error); }
};
using Database = std::unique_ptr<hs_database_t, FreeDatabase>;
using ScratchPool = ObjectPool<hs_scratch_t, FreeScratch>;

struct Word {
  std::size_t num_bytes = 0;
  bool needs_border_before = false;
  bool needs_border_behind = false;
};

// A letter or digit of a script that sets its words apart. Korean does, but appends particles.
bool is_of_spaced_word(char32_t code_point) {
  const Traits traits = letter_table()[code_point];
  return traits.has(Traits::kLetter | Traits::kDigit | Traits::kMark) &&
         !traits.has(Traits::kUnspaced) && traits.script() != Script::kHangul;
}

bool ends_in_spaced_word(std::string_view text) {
  return !text.empty() && is_of_spaced_word(decode_last_code_point(text).code_point);
}

bool begins_with_spaced_word(std::string_view text) {
  return !text.empty() && is_of_spaced_word(decode_code_point(text).code_point);
}

Result<Database> compile(std::span<const std::string> words) {
  std::vector<const char*> literals;
  std::vector<std::size_t> sizes;
  std::vector<unsigned> ids;
  for (const std::string& word : words) {
    if (word.empty()) return fail(ErrorCode::kInvalidInput, "a word list holds an empty word");
    literals.push_back(word.data());
    sizes.push_back(word.size());
    ids.push_back(static_cast<unsigned>(ids.size()));
  }
  const std::vector<unsigned> flags(words.size(), HS_FLAG_CASELESS);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_error_t status = hs_compile_lit_multi(literals.data(), flags.data(), ids.data(),
                                                 sizes.data(), static_cast<unsigned>(words.size()),
                                                 HS_MODE_BLOCK, nullptr, &database, &error);
  if (status == HS_SUCCESS) return Database(database);
  const std::unique_ptr<hs_compile_error_t, FreeCompileError> owner(error);
  const bool names_word = error->expression >= 0;
  return fail(ErrorCode::kInvalidInput,
              fmt::format("a word list cannot be compiled: {}{}{}", error->message,
                          names_word ? ": " : "", names_word ? words[error->expression] : ""));
}

// Takes occurrences as they end, and keeps the leftmost longest ones that do not overlap. What
// is pending is bounded: now and then all is settled that no later occurrence can change.
class Selection {
 public:
  Selection(std::span<const Word> words, std::size_t word_bytes_max, std::string_view text,
            std::size_t num_matches_max, std::vector<Match>& matches)
      : words_(words),
        word_bytes_max_(word_bytes_max),
        text_(text),
        num_matches_max_(num_matches_max),
        matches_(matches) {}

  // Takes the occurrence of a word that ends at `end`. Returns false when there are enough.
  bool take(std::uint32_t word_index, std::size_t end) {
    const Word& word = words_[word_index];
    const std::size_t begin = end - word.num_bytes;
    const bool is_cut = (word.needs_border_before && ends_in_spaced_word(text_.substr(0, begin))) ||
                        (word.needs_border_behind && begins_with_spaced_word(text_.substr(end)));
    if (is_cut) return true;
    pending_.push_back({begin, word.num_bytes, word_index});
    if (pending_.size() < num_pending_max_) return true;
    // A later occurrence ends here or behind, so that it begins there or behind.
    settle(end - std::min(end, word_bytes_max_));
    num_pending_max_ = kPendingMin + 2 * pending_.size();
    return matches_.size() < num_matches_max_;
  }

  // Decides on all that is pending and begins before `begin_end`.
  void settle(std::size_t begin_end = std::numeric_limits<std::size_t>::max()) {
    std::ranges::sort(pending_, {}, [](const Match& match) {
      return std::tuple(match.begin, ~match.num_bytes, match.word_index);
    });
    std::size_t num_settled = 0;
    for (; num_settled < pending_.size() && pending_[num_settled].begin < begin_end;
         ++num_settled) {
      const Match& match = pending_[num_settled];
      if (match.begin < covered_to_ || matches_.size() >= num_matches_max_) continue;
      matches_.push_back(match);
      covered_to_ = match.begin + match.num_bytes;
    }
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(num_settled));
  }

 private:
  static constexpr std::size_t kPendingMin = 4096;

  std::span<const Word> words_;
  std::size_t word_bytes_max_;
  std::string_view text_;
  std::size_t num_matches_max_;
  std::vector<Match>& matches_;
  std::vector<Match> pending_;
  std::size_t num_pending_max_ = kPendingMin;
  std::size_t covered_to_ = 0;
};

int take_occurrence(unsigned id, unsigned long long, unsigned long long end, unsigned,
                    void* context) {
  constexpr int kGoOn = 0;
  constexpr int kStop = 1;
  return static_cast<Selection*>(context)->take(id, static_cast<std::size_t>(end)) ? kGoOn : kStop;
}

}  // namespace

struct WordMatcher::State {
  std::vector<Word> words;
  std::size_t word_bytes_max = 0;
  Database database;
  ScratchPool scratches;
};

WordMatcher::WordMatcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
WordMatcher::WordMatcher(WordMatcher&&) noexcept = default;
WordMatcher& WordMatcher::operator=(WordMatcher&&) noexcept = default;
WordMatcher::~WordMatcher() = default;

Result<WordMatcher> WordMatcher::make(std::span<const std::string> words) {
  if (words.empty()) return fail(ErrorCode::kInvalidInput, "a word list holds no words");
  TAMIS_ASSIGN(Database database, compile(words));
  auto state = std::make_unique<State>();
  state->database = std::move(database);
  for (const std::string& word : words) {
    state->word_bytes_max = std::max(state->word_bytes_max, word.size());
    state->words.push_back({.num_bytes = word.size(),
                            .needs_border_before = begins_with_spaced_word(word),
                            .needs_border_behind = ends_in_spaced_word(word)});
  }
  return WordMatcher(std::move(state));
}

void WordMatcher::find(std::string_view text, std::vector<Match>& matches,
                       std::size_t num_matches_max) const {
  matches.clear();
  if (num_matches_max == 0) return;
  text = prefix_within(text, std::numeric_limits<unsigned>::max());
  const ScratchPool::Loan scratch = state_->scratches.lend([&] {
    hs_scratch_t* made = nullptr;
    TAMIS_CHECK(hs_alloc_scratch(state_->database.get(), &made) == HS_SUCCESS);
    return ScratchPool::Owner(made);
  });
  Selection selection(state_->words, state_->word_bytes_max, text, num_matches_max, matches);
  const hs_error_t status =
      hs_scan(state_->database.get(), text.data(), static_cast<unsigned>(text.size()), 0,
              scratch.get(), take_occurrence, &selection);
  TAMIS_CHECK(status == HS_SUCCESS || status == HS_SCAN_TERMINATED);
  selection.settle();
}

}  // namespace tamis::text
