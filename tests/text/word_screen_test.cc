#include "tamis/text/word_screen.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/must.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

WordMatcher matcher_of(const std::vector<std::string>& words) {
  return must(WordMatcher::make(words));
}

std::vector<char> flags_of(const std::vector<const WordMatcher*>& matchers, std::string_view text) {
  std::vector<char> flags;
  must(WordScreen::make(matchers)).find(text, flags);
  return flags;
}

TEST(WordScreen, TellsWhichListsMayMatch) {
  const WordMatcher mills = matcher_of({"mill", "磨坊"});
  const WordMatcher rivers = matcher_of({"river"});
  const std::vector<const WordMatcher*> both = {&mills, &rivers};
  EXPECT_EQ(flags_of(both, "The old MILL."), (std::vector<char>{1, 0}));
  EXPECT_EQ(flags_of(both, "这座磨坊在河边。"), (std::vector<char>{1, 0}));
  EXPECT_EQ(flags_of(both, "The river and the mill"), (std::vector<char>{1, 1}));
  EXPECT_EQ(flags_of(both, ""), (std::vector<char>{0, 0}));
}

TEST(WordScreen, KnowsListsWithoutWordsAndSharedWords) {
  const WordMatcher none = matcher_of({});
  const WordMatcher one = matcher_of({"mill"});
  const WordMatcher other = matcher_of({"mill", "miller"});
  EXPECT_EQ(flags_of({&none, &one, &other}, "a mill"), (std::vector<char>{0, 1, 1}));
  EXPECT_EQ(flags_of({}, "a mill"), std::vector<char>());
  EXPECT_EQ(flags_of({&none}, "a mill"), std::vector<char>{0});
}

TEST(WordScreen, NeverMissesAMatch) {
  const WordMatcher latin = matcher_of({"don't", "tamis", "é"});
  const WordMatcher chinese = matcher_of({"中文", "か"});
  const WordScreen screen =
      must(WordScreen::make(std::vector<const WordMatcher*>{&latin, &chinese}));
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::string text = random_text(kMixedPieces, 12, seed);
    std::vector<char> flags;
    screen.find(text, flags);
    std::vector<WordMatch> matches;
    latin.find(text, matches);
    EXPECT_TRUE(matches.empty() || flags[0]) << text;
    chinese.find(text, matches);
    EXPECT_TRUE(matches.empty() || flags[1]) << text;
  }
}

}  // namespace
}  // namespace tamis::text
