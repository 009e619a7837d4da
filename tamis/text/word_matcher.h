// Finds many words of a list in a text at once, through vectorscan.
//
// The library reports every occurrence of every word by where it ends; what is kept of them is
// leftmost first, then longest, without overlaps (match_selection.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"

namespace tamis::text {

// What may stand on both sides of a word that is found.
enum class Borders {
  // Beside a letter or digit of a script with spaces no such letter or digit; Chinese, Japanese,
  // Korean and Thai words match anywhere.
  kByScript,
  // No letter, digit or underscore of any script: what \W says in a regular expression.
  kNonWord,
  kNone,
};

struct WordMatch {
  std::size_t begin = 0;
  std::size_t num_bytes = 0;
  std::uint32_t word_index = 0;  // in the list given to make()

  bool operator==(const WordMatch&) const = default;
};

// Where one of a matcher's spellings ends in a text, whatever stands around it.
struct WordOccurrence {
  std::uint32_t spelling_index = 0;
  std::size_t end = 0;
};

// Immutable and thread-safe once made.
class WordMatcher {
 public:
  using Match = WordMatch;

  // Words are short; what is longer is a mistake in a list, and would cost memory in every scan.
  static constexpr std::size_t kWordBytesMax = 1000;

  // Words match in lower, upper and title case. Of equal words the first counts. An occurrence
  // inside one of an `allowed` phrase is none. Without words nothing matches. Fails for a word or
  // phrase that is empty or has more than kWordBytesMax bytes.
  static Result<WordMatcher> make(std::span<const std::string> words,
                                  std::span<const std::string> allowed = {},
                                  Borders borders = Borders::kByScript);

  WordMatcher(WordMatcher&&) noexcept;
  WordMatcher& operator=(WordMatcher&&) noexcept;
  ~WordMatcher();

  // What is looked for: each match is an occurrence of one of these, ASCII letters in either case.
  std::span<const std::string> spellings() const;

  // Calls `take(const Match&)` for every match, in order. Memory does not grow with the text.
  template <typename Take>
  void for_each_match(std::string_view text, Take take) const {
    scan(
        text, [](void* context, const Match& match) { (*static_cast<Take*>(context))(match); },
        &take);
  }

  // The same where others have looked: `occurrences` are all those of the spellings in a text of
  // which `text` is the part from byte `offset` on, in the order of their ends.
  template <typename Take>
  void for_each_match_of(std::string_view text, std::size_t offset,
                         std::span<const WordOccurrence> occurrences, Take take) const {
    select(
        text, offset, occurrences,
        [](void* context, const Match& match) { (*static_cast<Take*>(context))(match); }, &take);
  }

  // Whether there is a match.
  bool occurs_in(std::string_view text) const {
    bool is_found = false;
    for_each_match(text, [&](const Match&) { is_found = true; });
    return is_found;
  }

  // How many matches there are.
  std::int64_t count(std::string_view text) const {
    std::int64_t num_matches = 0;
    for_each_match(text, [&](const Match&) { ++num_matches; });
    return num_matches;
  }

  // Replaces `matches` by all matches.
  void find(std::string_view text, std::vector<Match>& matches) const {
    matches.clear();
    for_each_match(text, [&](const Match& match) { matches.push_back(match); });
  }

 private:
  struct State;
  explicit WordMatcher(std::unique_ptr<State> state);

  using TakeMatch = void (*)(void* context, const Match& match);
  void scan(std::string_view text, TakeMatch take, void* context) const;
  void select(std::string_view text, std::size_t offset,
              std::span<const WordOccurrence> occurrences, TakeMatch take, void* context) const;

  std::unique_ptr<State> state_;
};

}  // namespace tamis::text
