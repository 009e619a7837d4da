#include "tamis/text/word_matcher.h"

#include <gtest/gtest.h>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

std::vector<std::string> found(std::vector<std::string> words, std::string_view text,
                               std::size_t num_matches_max = WordMatcher::kMatchesMax) {
  auto matcher = WordMatcher::make(words);
  EXPECT_TRUE(matcher.has_value());
  std::vector<WordMatcher::Match> matches;
  matcher->find(text, matches, num_matches_max);
  std::vector<std::string> texts;
  for (const auto& match : matches) texts.emplace_back(text.substr(match.begin, match.num_bytes));
  return texts;
}

// The slow twin for Chinese words, which have no borders: tries every word at every byte.
std::vector<std::string> slow_found(const std::vector<std::string>& words, std::string_view text) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < text.size();) {
    std::string_view longest;
    for (const std::string& word : words) {
      if (text.substr(i).starts_with(word) && word.size() > longest.size()) longest = word;
    }
    if (!longest.empty()) texts.emplace_back(longest);
    i += std::max<std::size_t>(1, longest.size());
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST(WordMatcher, MatchesLatinWordsAtBordersOnly) {
  EXPECT_EQ(found({"ass"}, "class ASS assess, 中ass文 (ass) ass1 éass"),
            (Texts{"ASS", "ass", "ass"}));
}

TEST(WordMatcher, MatchesChineseWordsAnywhere) {
  EXPECT_EQ(found({"广告", "加微信"}, "这是广告请加微信x"), (Texts{"广告", "加微信"}));
}

TEST(WordMatcher, PrefersTheLeftmostThenTheLongest) {
  EXPECT_EQ(found({"中国", "中国人", "国人民"}, "中国人民"), Texts{"中国人"});
}

TEST(WordMatcher, StopsAtTheBound) {
  EXPECT_EQ(found({"中"}, "中中中中", 2), (Texts{"中", "中"}));
  EXPECT_EQ(found({"中"}, "中", 0), Texts{});
}

TEST(WordMatcher, TakesAnyBytesLiterally) {
  EXPECT_EQ(found({"a.*b", "$^"}, "aXb a.*b $^"), (Texts{"a.*b", "$^"}));
  EXPECT_EQ(found({"中"}, ""), Texts{});
}

TEST(WordMatcher, RefusesEmptyListsAndWords) {
  const std::vector<std::string> kEmptyWord = {"a", ""};
  EXPECT_FALSE(WordMatcher::make({}).has_value());
  EXPECT_FALSE(WordMatcher::make(kEmptyWord).has_value());
}

TEST(WordMatcher, AgreesWithTheSlowTwinBeyondOneSettlement) {
  constexpr std::string_view kPieces[] = {"中", "文", "字"};
  const Texts words = {"中", "中文", "文中中", "字字", "字字字字字字"};
  for (unsigned seed = 0; seed < 5; ++seed) {
    const std::string text = random_text(kPieces, 20'000, seed);
    ASSERT_EQ(found(words, text), slow_found(words, text));
  }
}

}  // namespace
}  // namespace tamis::text
