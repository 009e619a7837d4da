// One pass over a text for the words of many lists.
//
// A rule with a list finds nothing in most texts. Looking for the words of all lists at once costs
// as much as looking for those of one, and spares the lists that cannot match their own pass. Lists
// that are asked for parts of the text, too, are told where: what is found for them is kept.
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
  // What is found in a text.
  struct Words {
    // A flag for each matcher of `flagged`: false if it has no match. True may be wrong: borders
    // and allowed phrases are not looked at.
    std::vector<char> may_match;
    // Of each matcher of `located`, as WordMatcher::for_each_match_of() takes them; not all, if
    // these are very many.
    std::vector<std::vector<WordOccurrence>> occurrences;
  };

  // Of the matchers `located`, which must outlive the screen, all occurrences are kept. Fails if
  // the words of all lists are too many for one automaton.
  static Result<WordScreen> make(std::span<const WordMatcher* const> flagged,
                                 std::span<const WordMatcher* const> located = {});

  WordScreen(WordScreen&&) noexcept;
  WordScreen& operator=(WordScreen&&) noexcept;
  ~WordScreen();

  // Replaces `words` by those of `text`.
  void find(std::string_view text, Words& words) const;

  // Those of make(), in its order.
  std::span<const WordMatcher* const> flagged() const;
  std::span<const WordMatcher* const> located() const;

 private:
  struct State;
  explicit WordScreen(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// A text and a screen, which looks at it when something is first asked. Not thread-safe; keeps its
// memory from text to text.
class ScreenedText {
 public:
  // Both live as long as questions are asked.
  void set_text(const WordScreen& screen, std::string_view text) {
    screen_ = &screen;
    text_ = text;
    is_searched_ = false;
  }

  // False if the matcher, one of the screen's, has no match.
  bool may_match(const WordMatcher& matcher);

  // All occurrences; null if the screen locates none of this matcher's, or if there are too many to
  // be kept: then the matcher must look itself.
  const std::vector<WordOccurrence>* occurrences_of(const WordMatcher& matcher);

 private:
  const WordScreen::Words& words() {
    if (!is_searched_) screen_->find(text_, words_);
    is_searched_ = true;
    return words_;
  }

  const WordScreen* screen_ = nullptr;
  std::string_view text_;
  bool is_searched_ = false;
  WordScreen::Words words_;
};

}  // namespace tamis::text
