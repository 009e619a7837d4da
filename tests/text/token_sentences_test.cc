#include "tamis/text/token_sentences.h"

#include <gtest/gtest.h>

#include "tamis/text/chinese_words.h"
#include "tamis/text/english_tokens.h"
#include "tests/text/golden_words.h"

namespace tamis::text {
namespace {

using Tokens = std::vector<std::string_view>;

std::int64_t count_english(std::string_view text) {
  Tokens tokens;
  split_english_tokens(text, tokens);
  return count_token_sentences(text, tokens);
}

std::int64_t count_chinese(std::string_view text) {
  ChineseWordSplitter splitter;
  Tokens tokens;
  splitter.split(text, tokens);
  return count_token_sentences(text, tokens);
}

TEST(CountTokenSentences, EndsASentenceAtFullStops) {
  EXPECT_EQ(count_english("One. Two! Three?"), 3);
  EXPECT_EQ(count_english("One... Two; three: four"), 1);
  EXPECT_EQ(count_english("Mr. X. is here. No.5 is not"), 2);
  EXPECT_EQ(count_chinese("我们走。你们呢？好！"), 3);
  EXPECT_EQ(count_chinese("我们走，你们呢；"), 1);
}

TEST(CountTokenSentences, AddsPunctuationToTheSentenceBeforeIt) {
  EXPECT_EQ(count_english("\"One.\" (Two.) Three"), 3);
  EXPECT_EQ(count_english("One!!! ... Two"), 2);
  EXPECT_EQ(count_chinese("“好。”他说。"), 2);
}

TEST(CountTokenSentences, TakesMoreThanOneSpaceForAToken) {
  EXPECT_EQ(count_english("One.\nTwo"), 2);
  EXPECT_EQ(count_english("One.\n...Two"), 2);
  EXPECT_EQ(count_english("One.\n."), 2);
  EXPECT_EQ(count_english("One. ."), 1);
  EXPECT_EQ(count_english("One. "), 1);
  EXPECT_EQ(count_english("One.\n"), 2);
  EXPECT_EQ(count_english(" One."), 1);
  EXPECT_EQ(count_chinese("好。\n好。\u3000"), 3);
}

TEST(CountTokenSentences, IsNeverZero) {
  EXPECT_EQ(count_english(""), 1);
  EXPECT_EQ(count_english(" \n"), 1);
  EXPECT_EQ(count_english("."), 1);
}

TEST(CountTokenSentences, KnowsTheFullStopsOfUnicode10) {
  // Devanagari, Khmer (a full stop only since Unicode 16), Yezidi (of Unicode 13), half-width.
  EXPECT_EQ(count_english("a \u0964 b"), 2);
  EXPECT_EQ(count_english("a \u17D4 b"), 1);
  EXPECT_EQ(count_english("a \U00010EAD b"), 1);
  EXPECT_EQ(count_chinese("好\uFF61好"), 2);
}

TEST(CountTokenSentences, FindsTheSentencesThatDatatroveFound) {
  const std::vector<GoldenDocument> english = golden_documents("en");
  if (english.empty()) GTEST_SKIP() << "no shared golden rules beside this checkout";
  for (const GoldenDocument& document : english) {
    EXPECT_EQ(count_english(document.text), document.num_sentences) << document.id;
  }
  for (const GoldenDocument& document : golden_documents("zh")) {
    EXPECT_EQ(count_chinese(document.text), document.num_sentences) << document.id;
  }
}

}  // namespace
}  // namespace tamis::text
