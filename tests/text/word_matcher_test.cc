#include "tamis/text/word_matcher.h"

#include <gtest/gtest.h>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

struct List {
  std::vector<std::string> words;
  std::vector<std::string> allowed = {};
  Borders borders = Borders::kByScript;
};

std::vector<std::string> found(const List& list, std::string_view text) {
  const auto matcher = WordMatcher::make(list.words, list.allowed, list.borders);
  EXPECT_TRUE(matcher.has_value());
  std::vector<WordMatcher::Match> matches;
  matcher->find(text, matches);
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
  EXPECT_EQ(found({{"ass"}}, "class ASS assess, 中ass文 (ass) ass1 éass"),
            (Texts{"ASS", "ass", "ass"}));
}

TEST(WordMatcher, MatchesChineseWordsAnywhere) {
  EXPECT_EQ(found({{"广告", "加微信"}}, "这是广告请加微信x"), (Texts{"广告", "加微信"}));
}

TEST(WordMatcher, PrefersTheLeftmostThenTheLongest) {
  EXPECT_EQ(found({{"中国", "中国人", "国人民"}}, "中国人民"), Texts{"中国人"});
}

TEST(WordMatcher, FindsEveryMatchOfALongText) {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "中a ";
  EXPECT_EQ(found({{"中", "A"}}, text).size(), 600'000u);
}

TEST(WordMatcher, MatchesAllLettersInEitherCase) {
  EXPECT_EQ(found({{"жопа", "ÄRGER"}}, "Жопа ЖОПА жопа Ärger ärger"),
            (Texts{"Жопа", "ЖОПА", "жопа", "Ärger", "ärger"}));
}

TEST(WordMatcher, LeavesOutWhatLiesInsideAnAllowedPhrase) {
  EXPECT_EQ(found({{"援交"}, {"增援交通"}}, "增援交通部门，援交"), Texts{"援交"});
  EXPECT_EQ(found({{"性"}, {"可能性", "性格"}}, "可能性、性格、性"), Texts{"性"});
  EXPECT_EQ(found({{"鸡", "鸡蛋糕"}, {"鸡蛋"}}, "鸡蛋 鸡 鸡蛋糕"), (Texts{"鸡", "鸡蛋糕"}));
  EXPECT_EQ(found({{"ass", "kick ass"}, {"ass", "my ass"}}, "my ass kick ass"), Texts{"kick ass"});
  EXPECT_EQ(found({{"cock"}, {"cock robin"}}, "Cock Robin and cock robins"), Texts{"cock"});
}

TEST(WordMatcher, LooksAtBordersAsItIsTold) {
  constexpr std::string_view kText = "中ass文 ass _ass_ class 色情的 色情";
  EXPECT_EQ(found({{"ass", "色情"}, {}, Borders::kNonWord}, kText), (Texts{"ass", "色情"}));
  EXPECT_EQ(found({{"ass", "色情"}, {}, Borders::kNone}, kText),
            (Texts{"ass", "ass", "ass", "ass", "色情", "色情"}));
  EXPECT_EQ(found({{"#1"}, {}, Borders::kNonWord}, "a#1 #1. #12"), Texts{"#1"});
}

TEST(WordMatcher, TakesListsThatRepeatThemselves) {
  std::vector<WordMatcher::Match> matches;
  const std::vector<std::string> words = {"赌场", "Casino", "赌场", "casino", "CASINO"};
  WordMatcher::make(words)->find("赌场 CaSiNo", matches);
  EXPECT_EQ(matches, (std::vector<WordMatcher::Match>{{0, 6, 0}, {7, 6, 1}}));
}

TEST(WordMatcher, FindsNothingWithoutWords) {
  EXPECT_EQ(found({{}}, "text"), Texts{});
  EXPECT_EQ(found({{}, {"text"}}, "text"), Texts{});
}

TEST(WordMatcher, TakesAnyBytesLiterally) {
  EXPECT_EQ(found({{"a.*b", "$^"}}, "aXb a.*b $^"), (Texts{"a.*b", "$^"}));
  EXPECT_EQ(found({{"中"}}, ""), Texts{});
}

TEST(WordMatcher, RefusesEmptyAndEndlessWords) {
  const std::vector<std::string> empty = {"a", ""};
  const std::vector<std::string> endless = {std::string(WordMatcher::kWordBytesMax + 1, 'a')};
  EXPECT_FALSE(WordMatcher::make(empty).has_value());
  EXPECT_FALSE(WordMatcher::make(endless).has_value());
}

TEST(WordMatcher, AgreesWithTheSlowTwinBeyondOneSettlement) {
  constexpr std::string_view kPieces[] = {"中", "文", "字"};
  const Texts words = {"中", "中文", "文中中", "字字", "字字字字字字"};
  for (unsigned seed = 0; seed < 5; ++seed) {
    const std::string text = random_text(kPieces, 20'000, seed);
    ASSERT_EQ(found({words}, text), slow_found(words, text));
  }
}

}  // namespace
}  // namespace tamis::text
