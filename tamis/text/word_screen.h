// Which of many word lists may match a text: one pass for all of them.
//
// A rule with a list finds nothing in most texts. Looking for the words of all lists at once costs
// as much as looking for those of one, and spares the lists that cannot match their own pass.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/text/word_matcher.h"

namespace tamis::text {

// Immutable and thread-safe once made.
class WordScreen {
 public:
  // Fails if the words of all lists are too many for one automaton.
  static Result<WordScreen> make(std::span<const WordMatcher* const> matchers);

  WordScreen(WordScreen&&) noexcept;
  WordScreen& operator=(WordScreen&&) noexcept;
  ~WordScreen();

  // Replaces `may_match` by a flag for each matcher, in the order of make(): false if it has no
  // match in `text`. True may be wrong: borders and allowed phrases are not looked at.
  void find(std::string_view text, std::vector<char>& may_match) const;

 private:
  struct State;
  explicit WordScreen(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace tamis::text
