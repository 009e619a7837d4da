#include "tamis/text/sentences.h"

#include <gtest/gtest.h>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Pieces = std::vector<std::string_view>;

Pieces sentences_of(std::string_view text) {
  Pieces sentences;
  split_sentences(text, sentences);
  return sentences;
}

Pieces clauses_of(std::string_view text) {
  Pieces clauses;
  split_clauses(text, clauses);
  return clauses;
}

std::string joined(const Pieces& pieces) {
  std::string text;
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

TEST(SplitSentences, EndsChineseSentencesWithoutSpaces) {
  EXPECT_EQ(sentences_of("今天下雨。你去吗？！不去……算了。"),
            (Pieces{"今天下雨。", "你去吗？！", "不去……", "算了。"}));
}

TEST(SplitSentences, KeepsClosersWithTheSentence) {
  EXPECT_EQ(sentences_of("他说：“走吧。”我们走了。（完。）好"),
            (Pieces{"他说：“走吧。”", "我们走了。", "（完。）", "好"}));
  EXPECT_EQ(sentences_of("他说:\"走。\"我走。\"好。\"完"),
            (Pieces{"他说:\"走。\"", "我走。", "\"好。\"", "完"}));
}

TEST(SplitSentences, EndsChineseSentencesAtHalfWidthMarks) {
  EXPECT_EQ(sentences_of("你好!我来了.版本3.14很好......真的"),
            (Pieces{"你好!", "我来了.", "版本3.14很好......", "真的"}));
}

TEST(SplitSentences, EndsEnglishSentencesBeforeWhiteSpace) {
  EXPECT_EQ(
      sentences_of("It works. \"Does it?\" Yes! Pi is 3.14. See example.com now."),
      (Pieces{"It works. ", "\"Does it?\" ", "Yes! ", "Pi is 3.14. ", "See example.com now."}));
}

TEST(SplitSentences, GoesOnAfterAbbreviationsAndInitials) {
  for (const char* one : {"Dr. Li met J. Smith.", "It is, e.g. Tamis.", "See No. 5 and Fig. 3.",
                          "The U.S. Army came.", "Well... maybe.", "\"Why?\" he asked.",
                          "1. The first point.", "It rose approx. Twofold."}) {
    EXPECT_EQ(sentences_of(one), Pieces{one});
  }
  EXPECT_EQ(sentences_of("He left the U.S. The rest stayed."),
            (Pieces{"He left the U.S. ", "The rest stayed."}));
}

TEST(SplitSentences, EndsSentencesOfOtherScripts) {
  EXPECT_EQ(sentences_of("यह है। वह है।"), (Pieces{"यह है। ", "वह है।"}));
}

TEST(SplitSentences, LosesNoByte) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const std::string text = random_text(kMixedPieces, 80, seed);
    const Pieces sentences = sentences_of(text);
    ASSERT_EQ(joined(sentences), text);
    for (const std::string_view sentence : sentences)
      ASSERT_EQ(joined(clauses_of(sentence)), sentence);
  }
}

TEST(SplitClauses, EndsClausesInBothLanguages) {
  EXPECT_EQ(clauses_of("苹果、梨，都好：真的；对。"),
            (Pieces{"苹果、", "梨，", "都好：", "真的；", "对。"}));
  EXPECT_EQ(clauses_of("One, 1,000; and \"two,\" three."),
            (Pieces{"One, ", "1,000; ", "and \"two,\" ", "three."}));
  EXPECT_EQ(clauses_of("加QQ,领资料"), (Pieces{"加QQ,", "领资料"}));
}

}  // namespace
}  // namespace tamis::text
