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
  WordScreen::Words words;
  must(WordScreen::make(matchers)).find(text, words);
  return words.may_match;
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
    WordScreen::Words words;
    screen.find(text, words);
    const std::vector<char>& flags = words.may_match;
    std::vector<WordMatch> matches;
    latin.find(text, matches);
    EXPECT_TRUE(matches.empty() || flags[0]) << text;
    chinese.find(text, matches);
    EXPECT_TRUE(matches.empty() || flags[1]) << text;
  }
}

TEST(WordScreen, LocatesTheMatchesThatEachListFindsAlone) {
  const std::vector<std::string> allowed = {"old mill", "中文字"};
  const WordMatcher latin = must(WordMatcher::make(std::vector<std::string>{"mill", "é"}, allowed));
  const WordMatcher chinese = matcher_of({"中文", "文字", "か"});
  const WordMatcher flagged = matcher_of({"中", "a"});
  const std::vector<const WordMatcher*> located = {&chinese, &latin};
  const WordScreen screen =
      must(WordScreen::make(std::vector<const WordMatcher*>{&flagged}, located));
  ScreenedText screened;
  std::size_t num_matches = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::string text = random_text(kMixedPieces, 12, seed) + "an old mill, a mill, 中文字";
    screened.set_text(screen, text);
    EXPECT_TRUE(screened.may_match(flagged)) << text;
    EXPECT_EQ(screened.occurrences_of(flagged), nullptr);
    for (const WordMatcher* const matcher : located) {
      std::vector<WordMatch> alone;
      matcher->find(text, alone);
      std::vector<WordMatch> together;
      const auto take = [&](const WordMatch& match) { together.push_back(match); };
      matcher->for_each_match_of(text, 0, *screened.occurrences_of(*matcher), take);
      EXPECT_EQ(together, alone) << text;
      EXPECT_TRUE(alone.empty() || screened.may_match(*matcher)) << text;
      num_matches += alone.size();
      // Parts that cut words in two find those that are left whole.
      const std::size_t begin = seed % text.size();
      const std::string_view part = std::string_view(text).substr(begin, seed % 17);
      matcher->find(part, alone);
      together.clear();
      matcher->for_each_match_of(part, begin, *screened.occurrences_of(*matcher), take);
      EXPECT_EQ(together, alone) << text << ", from " << begin;
    }
  }
  EXPECT_GT(num_matches, 300u);
}

TEST(WordScreen, KeepsNoMoreOccurrencesThanItHasRoomFor) {
  const WordMatcher matcher = matcher_of({"a", "中"});
  const std::vector<const WordMatcher*> located = {&matcher};
  const WordScreen screen = must(WordScreen::make({}, located));
  ScreenedText screened;
  const std::string many(200'000, '.');
  const std::string too_many = [] {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "中";
    return text;
  }();
  screened.set_text(screen, many);
  EXPECT_NE(screened.occurrences_of(matcher), nullptr);
  screened.set_text(screen, too_many);
  EXPECT_EQ(screened.occurrences_of(matcher), nullptr);
}

}  // namespace
}  // namespace tamis::text
