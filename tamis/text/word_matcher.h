// Finds many words of a list in a text at once, through vectorscan.
//
// The library reports every occurrence of every word by where it ends; what is kept of them is
// leftmost first, then longest, without overlaps.
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

// Immutable and thread-safe once made.
class WordMatcher {
 public:
  struct Match {
    std::size_t begin = 0;
    std::size_t num_bytes = 0;
    std::uint32_t word_index = 0;  // in the list given to make()

    bool operator==(const Match&) const = default;
  };

  static constexpr std::size_t kMatchesMax = 100'000;

  // ASCII letters match in either case. A word that begins (ends) with a letter or digit of a
  // script with spaces matches only where no such letter or digit stands before (behind) it;
  // Chinese, Japanese, Korean and Thai words match anywhere. Of equal words the first counts.
  // Fails for an empty list or word.
  static Result<WordMatcher> make(std::span<const std::string> words);

  WordMatcher(WordMatcher&&) noexcept;
  WordMatcher& operator=(WordMatcher&&) noexcept;
  ~WordMatcher();

  // Replaces `matches` by the first matches of `text`, at most `num_matches_max`, in order.
  void find(std::string_view text, std::vector<Match>& matches,
            std::size_t num_matches_max = kMatchesMax) const;

 private:
  struct State;
  explicit WordMatcher(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace tamis::text
