#include "tamis/rules/piece_cutter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/rules/mark_rule.h"

namespace tamis::rules {
namespace {

struct Case {
  std::string_view text;
  std::string_view left;
};

std::string left_of(std::string_view text, const PieceRules& rules) {
  CutterScratch scratch;
  UnitHistograms measured;
  PieceCutter cutter(rules, {.language = "zh"}, measured, scratch);
  cutter.cut(text);
  return std::string(cutter.left());
}

// What is left when the pieces of `kLevel` with an @ in them go.
template <Level kLevel>
std::string left_of(std::string_view text) {
  const RuleInstance rule = mark_rule<'@', kLevel>();
  PieceRules rules;
  if (kLevel == Level::kParagraph) rules.paragraph = {&rule};
  if (kLevel == Level::kSentence) rules.sentence = {&rule};
  if (kLevel == Level::kClause) rules.clause = {&rule};
  return left_of(text, rules);
}

TEST(PieceCutter, CutsAClauseAndKeepsTheSentence) {
  constexpr Case kCases[] = {
      {"好吃，加@。", "好吃。"},
      {"@买，好吃。", "好吃。"},
      {"好吃，@买，值得去。", "好吃，值得去。"},
      {"好吃，@一，@二！", "好吃！"},
      {"好吃；加@？", "好吃？"},
      {"好吃，　加@。", "好吃。"},
      {"好吃，加@", "好吃"},
      {"第一句。好吃，加@。第三句。", "第一句。好吃。第三句。"},
      {"第一句。@一，@二。第三句。", "第一句。第三句。"},
      {"Good food, add @ 1.", "Good food."},
      {"Add @ 1, good food.", "good food."},
      {"Good food, add @ 1, and a view!", "Good food, and a view!"},
      {"Good food. Add @ 1. A view.", "Good food. A view."},
      {"It costs 1,000 @ most.", ""},
  };
  for (const auto& [text, left] : kCases) EXPECT_EQ(left_of<Level::kClause>(text), left);
}

// What stays of a clause fails no other rule.
TEST(PieceCutter, CutsAClauseWholeWhoseRestFailsAnotherRule) {
  const RuleInstance first = mark_rule<'@', Level::kClause>();
  const RuleInstance second = mark_rule<'#', Level::kClause>();
  const auto left = [](std::string_view text, const RuleInstance& one, const RuleInstance& other) {
    PieceRules rules;
    rules.clause = {&one, &other};
    return left_of(text, rules);
  };
  for (const auto& [text, expected] :
       {Case{"好，买#（加@），甜。", "好，甜。"}, Case{"好，买（加@），甜。", "好，买，甜。"},
        Case{"Good, buy # (add @), sweet.", "Good, sweet."}}) {
    EXPECT_EQ(left(text, first, second), expected);
    EXPECT_EQ(left(text, second, first), expected);
  }
}

TEST(PieceCutter, KeepsTheMarksThatCloseTheSentence) {
  constexpr Case kCases[] = {
      {"他说：“好吃，加@。”", "他说：“好吃。”"}, {"他说：「好吃，加@！」", "他说：「好吃！」"},
      {"（好吃，加@）。", "（好吃）。"},         {"\"Good food, add @.\"", "\"Good food.\""},
      {"(Good food, add @.)", "(Good food.)"},
  };
  for (const auto& [text, left] : kCases) EXPECT_EQ(left_of<Level::kClause>(text), left);
}

TEST(PieceCutter, TakesTheBracketsOfTheClauseWithIt) {
  constexpr Case kCases[] = {
      {"好吃，加@（备注姓名）。", "好吃。"},   {"好吃，加“@”。", "好吃。"},
      {"好吃，看《@》！", "好吃！"},           {"Good food, add @ (now).", "Good food."},
      {"Good food, add \"@\".", "Good food."},
  };
  for (const auto& [text, left] : kCases) EXPECT_EQ(left_of<Level::kClause>(text), left);
}

TEST(PieceCutter, CutsInsideOfBracketsAndQuotes) {
  constexpr Case kCases[] = {
      {"菜很好（甜，需要的加@）吃的人多，都说好。", "菜很好（甜）吃的人多，都说好。"},
      {"菜很好（需要的加@，甜）吃的人多，都说好。", "菜很好（甜）吃的人多，都说好。"},
      {"菜很好「甜，加@」吃的人多。", "菜很好「甜」吃的人多。"},
      {"他说“加@，甜”的时候，都笑了。", "他说“甜”的时候，都笑了。"},
      {"『甜，加@』是书名。", "『甜』是书名。"},
      {"菜很好（加@）吃的人多，都说好。", "菜很好吃的人多，都说好。"},
      {"菜很好（加@，领@）吃的人多。", "菜很好吃的人多。"},
      {"好吃，加@（备注姓名，学校），都说好。", "好吃，都说好。"},
      {"他说：“菜很好。加@。”我笑了。", "他说：“菜很好。”我笑了。"},
      {"菜很好（甜，加@）。\r\n都说好。\r\n", "菜很好（甜）。\r\n都说好。\r\n"},
      {"The food (sweet, add @ 1) is good, they say.", "The food (sweet) is good, they say."},
      {"The food (add @ 1, sweet) is good.", "The food (sweet) is good."},
      {"The food (add @ 1) is good, they say.", "The food is good, they say."},
      {"She said \"sweet, add @\" and left.", "She said \"sweet\" and left."},
  };
  for (const auto& [text, left] : kCases) EXPECT_EQ(left_of<Level::kClause>(text), left) << text;
}

// A text of clauses, sentences and pairs of marks, of which some clauses have an @.
std::string random_clauses(std::minstd_rand& random, int depth) {
  static constexpr std::string_view kPieces[] = {"甜", "@", "，", "。", "ab", " @ ", ", ", "："};
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"（", "）"}, {"“", "”"}, {"(", ")"}, {"「", "」"}, {"【", "】"}};
  std::string text;
  for (int i = 0; i < 8; ++i) {
    text += kPieces[random() % std::size(kPieces)];
    if (depth == 0 || random() % 4 != 0) continue;
    const auto& [opening, closing] = kPairs[random() % std::size(kPairs)];
    text.append(opening).append(random_clauses(random, depth - 1)).append(closing);
  }
  return text;
}

TEST(PieceCutter, LeavesNoHalfOfAPair) {
  std::minstd_rand random(20261122);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random_clauses(random, 2);
    for (const std::string& left :
         {left_of<Level::kClause>(text), left_of<Level::kSentence>(text)}) {
      std::vector<text::PairedMark> marks;
      text::find_paired_marks(left, marks);
      ASSERT_TRUE(std::ranges::none_of(marks, &text::PairedMark::is_alone)) << text << '\n' << left;
    }
  }
}

TEST(PieceCutter, KeepsPairsThatSentencesShare) {
  EXPECT_EQ(left_of<Level::kSentence>("他说：“好。加@。”我笑了。"), "他说：“好。”我笑了。");
  EXPECT_EQ(left_of<Level::kSentence>("（加@。甜。）好。"), "（甜。）好。");
  EXPECT_EQ(left_of<Level::kSentence>("“加@。”好。"), "好。");
}

TEST(PieceCutter, KeepsTheLineBreakOfALineThatIsCutInPart) {
  EXPECT_EQ(left_of<Level::kSentence>("一。@二。\r\n三。\r\n"), "一。\r\n三。\r\n");
  EXPECT_EQ(left_of<Level::kClause>("\n一，@二\r\n\r\n三。 \n"), "\n一\r\n\r\n三。 \n");
}

TEST(PieceCutter, TakesWhatAColonJoinsForOneClause) {
  constexpr Case kCases[] = {
      {"好吃，微信：@123。", "好吃。"},
      {"好吃，@：123。", "好吃。"},
      {"电话：@，地址：北京。", "地址：北京。"},
      {"客服@： 12，好吃。", "好吃。"},
      {"Good food, call: @.", "Good food."},
      {"Good food, @: 123, a view.", "Good food, a view."},
  };
  for (const auto& [text, left] : kCases) EXPECT_EQ(left_of<Level::kClause>(text), left);
}

TEST(PieceCutter, CutsSentences) {
  constexpr Case kCases[] = {
      {"一。@二！三？", "一。三？"},
      {"@一。二。", "二。"},
      {"一。@二", "一。"},
      {"One. Two @. Three.", "One. Three."},
      {"One. Two @.", "One."},
      {"One. Two @.\nThree.", "One.\nThree."},
      {"@一，二。", ""},
  };
  for (const auto& [text, left] : kCases) EXPECT_EQ(left_of<Level::kSentence>(text), left);
}

TEST(PieceCutter, CutsParagraphsWithTheirLineBreaks) {
  constexpr Case kCases[] = {
      {"一\n@二\n三", "一\n三"},
      {"@一\n二", "二"},
      {"一\n@二", "一"},
      {"一\n@二\n", "一\n"},
      {"一\n\n@二\n\n", "一\n\n"},
      {"\n\n@一\n二\n三", "\n\n二\n三"},
      {"\n\n一\n@二\n三\n\n", "\n\n一\n三\n\n"},
      {"一\n\n@二\n\n三", "一\n\n三"},
      {"@一\n\n二", "二"},
      {"一\n\n@二", "一"},
      {"一\n\n@二\n@三\n\n四\n", "一\n\n四\n"},
      {"a\r\n@\r\nb\r\n", "a\r\nb\r\n"},
      {"a\r\n@\r\n", "a\r\n"},
      {"a\r\n\r\n@\r\n\r\nb\r\n", "a\r\n\r\nb\r\n"},
      {"a\r\n@", "a"},
      {"@一\n@二", ""},
      {" \n@一\n　\n", ""},
      {"a\n@\nb @\n\n\nc", "a\n\n\nc"},
  };
  for (const auto& [text, left] : kCases) EXPECT_EQ(left_of<Level::kParagraph>(text), left);
}

TEST(PieceCutter, LeavesTextWithoutFailuresAsItIs) {
  for (const std::string_view text :
       {"", "\n", " \n\n 一，二。 三\r\n\n", "A line, and \"one\" more.  \n\n", "。，。",
        "\xFF\n\xE4，"}) {
    EXPECT_EQ(left_of<Level::kParagraph>(text), text);
    EXPECT_EQ(left_of<Level::kSentence>(text), text);
    EXPECT_EQ(left_of<Level::kClause>(text), text);
  }
}

TEST(PieceCutter, TriesParagraphsThenSentencesThenClauses) {
  const RuleInstance paragraph = mark_rule<'#', Level::kParagraph>();
  const RuleInstance sentence = mark_rule<'$', Level::kSentence>();
  const RuleInstance clause = mark_rule<'@', Level::kClause>();
  const PieceRules rules = {
      .paragraph = {&paragraph}, .sentence = {&sentence}, .clause = {&clause}};
  EXPECT_EQ(left_of("一@，#$。\n二$，@三。四，@五。\n六。", rules), "四。\n六。");
}

TEST(PieceCutter, MeasuresEveryPieceByEveryRule) {
  const RuleInstance line = mark_rule<'@', Level::kParagraph>();
  const RuleInstance again = mark_rule<'@', Level::kParagraph>();
  const RuleInstance clause = mark_rule<'@', Level::kClause>();
  CutterScratch scratch;
  const PieceRules rules = {.paragraph = {&line, &again}, .clause = {&clause}};
  UnitHistograms measured;
  PieceCutter cutter(rules, {}, measured, scratch);
  cutter.measure("一@，二。三，@四。\n\n五。");
  ASSERT_EQ(cutter.pieces().size(), 4u);  // one line by two rules, two clauses by one
  EXPECT_EQ(cutter.pieces()[2].text, "一@，");
  EXPECT_EQ(cutter.pieces()[3].text, "@四。");
  EXPECT_EQ(cutter.left(), "");
}

double is_last(const Passage& passage) { return passage.is_last() ? 1 : 0; }

TEST(PieceCutter, KnowsTheLastPiece) {
  static constexpr RuleSpec kIsLast = {
      .name = "is_last", .version = 1, .level = Level::kSentence, .measure = plain<is_last>};
  const RuleInstance rule = {.spec = &kIsLast, .keep = {.max = 0}};
  const PieceRules rules = {.sentence = {&rule}};
  EXPECT_EQ(left_of("一。二。\n三。四。 \n \n", rules), "一。二。\n三。\n \n");
  EXPECT_EQ(left_of("一。", rules), "");
}

double num_earlier(const Passage& passage) {
  return static_cast<double>(passage.num_earlier_equals() + passage.num_earlier_equals()) / 2;
}

TEST(PieceCutter, CountsEarlierEqualsOnceForAllRules) {
  static constexpr RuleSpec kEarlier = {
      .name = "earlier", .version = 1, .level = Level::kParagraph, .measure = plain<num_earlier>};
  const RuleInstance rule = {.spec = &kEarlier, .keep = {.max = 1}};
  const PieceRules rules = {.paragraph = {&rule, &rule}};
  EXPECT_EQ(left_of("同\n同 \n同\n异", rules), "同\n同 \n异");
}

// A million of each: looking through the whole sentence for each mark would take minutes.
TEST(PieceCutter, TakesTimeLinearInMarks) {
  for (const std::string_view mark :
       {",", "：", "”", ")", " ,", "。”", "（@，", "“@”，", "(@)", "，@"}) {
    std::string marks;
    for (int i = 0; i < 1'000'000; ++i) marks += mark;
    const std::string text = std::string(1'000'000, ' ') + "好" + marks + "，@" + marks;
    EXPECT_LE(left_of<Level::kClause>(text).size(), text.size());
    EXPECT_LE(left_of<Level::kClause>(std::string(1'000'000, ' ') + marks + "@。").size(),
              text.size());
  }
}

TEST(PieceCutter, TellsWhichRuleCutWhat) {
  const RuleInstance rules[] = {mark_rule<'@', Level::kClause>(1),
                                mark_rule<'#', Level::kClause>(2)};
  CutterScratch scratch;
  const PieceRules piece_rules = {.clause = {&rules[0], &rules[1]}};
  UnitHistograms measured;
  PieceCutter cutter(piece_rules, {.language = "zh"}, measured, scratch);
  cutter.cut("一，#二，三，@@四。#五。");
  ASSERT_EQ(cutter.pieces().size(), 3u);
  EXPECT_EQ(cutter.pieces()[0].text, "#二，");
  EXPECT_EQ(cutter.pieces()[0].rule->cause, 2u);
  EXPECT_EQ(cutter.pieces()[1].text, "@@四");
  EXPECT_EQ(cutter.pieces()[1].rule->cause, 1u);
  EXPECT_EQ(cutter.pieces()[1].value, 2);
  EXPECT_EQ(cutter.pieces()[2].text, "#五。");
  // Five clauses: each is shown to the first rule, and to the second if the first keeps it.
  EXPECT_EQ(measured[1].total() + measured[2].total(), 9);
}

}  // namespace
}  // namespace tamis::rules
