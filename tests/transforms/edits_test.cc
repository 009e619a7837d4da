// Cases of the single edits that are too many for the examples in their pages of the manual.
#include <gtest/gtest.h>

#include "tests/transforms/apply_transform.h"

namespace tamis::transforms {

extern const TransformSpec citations;
extern const TransformSpec emoticons;
extern const TransformSpec invisible_characters;
extern const TransformSpec language_id;
extern const TransformSpec line_breaks;
extern const TransformSpec symbols;
extern const TransformSpec white_space;

namespace {

struct Case {
  std::string_view text;
  std::string_view edited;
};

void expect_edits(const TransformSpec& spec, std::initializer_list<Case> cases) {
  for (const auto& [text, edited] : cases) {
    EXPECT_EQ(apply_transform(spec, text).text, edited) << text;
  }
}

void expect_unchanged(const TransformSpec& spec, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    EXPECT_EQ(apply_transform(spec, text).text, text);
  }
}

TEST(InvisibleCharacters, KeepsWhatChangesTheLook) {
  expect_unchanged(
      invisible_characters,
      {"क्\u200Dष", "ක්\u200Dර", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
       "❤\uFE0F", "1\uFE0F\u20E3", "👨\u200D👩\u200D👧", "tab\tand\nline", "全角　空格"});
}

TEST(InvisibleCharacters, RemovesWhatDoesNot) {
  expect_edits(invisible_characters, {{"中\u200D国", "中国"},
                                      {"a\u200Cb", "ab"},
                                      {"a\uFE0F1\uFE0F", "a1"},
                                      {"\u202Eabc\u202C", "abc"},
                                      {"锟\uFFFD斤", "锟斤"},
                                      {"a\U000E0041b\U000F0000", "ab"},
                                      {"a\x01\x7F\u0085b\fc", "a\nb\nc"},
                                      {"\xFF"
                                       "a",
                                       "a"}});
}

TEST(Symbols, RemovesDecoration) {
  expect_edits(symbols, {{"■ 简介", "- 简介"},
                         {"→ 下一步", "- 下一步"},
                         {"※注意", "- 注意"},
                         {"• item", "- item"},
                         {"□ 选项", "- 选项"},
                         {"特价★★包邮", "特价 包邮"},
                         {"公告 ★", "公告"},
                         {"━━━━标题━━━━", "标题"},
                         {"好吃~~~~", "好吃"},
                         {"甲\n────────\n乙", "甲\n乙"},
                         {"a\n* * * * *\nb", "a\nb"}});
}

TEST(Symbols, KeepsWhatMeansSomething) {
  expect_unchanged(
      symbols, {"△ABC≌△DEF，∠A=90°", "A→B→C", "①一 ②二 ❸三", "尾号****1234", "5 × 3 ≥ 10 ± 2",
                "□是残字，山□水", "填空：____是首都", "¥100 €5 £3 ©2024 ®", "他说——等等……",
                "├── src", "/****", "#### 标题", "---", "✓ 是\n✗ 否", "气温25℃", "a -- b", "~~~"});
}

TEST(Emoticons, FindsFaces) {
  for (const std::string_view face :
       {"(^_^)",   "（^_^）", "(╯°□°)╯", "ヽ(・∀・)ノ",  "(´・ω・`)", "(≧▽≦)",         "(T_T)",
        "(｡◕‿◕｡)", ":-)",     ":)",      ";)",           "^_^",       "T_T",           ">_<",
        "QAQ",     ":-D",     "😀",      "👩🏽\u200D🚀", "🇨🇳",        "3\uFE0F\u20E3", "❤\uFE0F"}) {
    const Outcome outcome = apply_transform(emoticons, "好的" + std::string(face) + " 谢谢");
    EXPECT_EQ(outcome.text, "好的 谢谢") << face;
    EXPECT_EQ(outcome.signal, 1) << face;
  }
}

TEST(Emoticons, LeavesTheRestAlone) {
  expect_unchanged(
      emoticons, {"f(x) = g(x_x)", "(0.0)",  "(*.*)",    "http://a.b:8080/", "12:00)", "(注:)",
                  "（如下:)）",    "std::D", "答案:D",   "选项 A:P",         "a:(b)",  "如下:(一)",
                  "x^_^y",         "(a)(b)", "T_Tab",    "if (a>_<b)",       "(一一)", "©®™",
                  "ratio 3:D2",    "(。)",   "1 2 3 # *"});
}

TEST(Emoticons, AreCountedEvenIfKept) {
  const std::string_view text = "😀😀 ok :-)";
  const auto outcome = apply_transform(emoticons, text, {{"emoji", "keep"}, {"kaomoji", "keep"}});
  EXPECT_EQ(outcome.text, text);
  EXPECT_EQ(outcome.signal, 3);
}

TEST(WhiteSpace, JoinsOnlyWhatWasSpacedOut) {
  expect_edits(white_space, {{"中 国 人", "中国人"},
                             {"你好 ， 世界 。", "你好，世界。"},
                             {"他说 “ 好 ” 。", "他说“好”。"},
                             {"使用 Python 3 编程", "使用 Python 3 编程"},
                             {"张三 李四　王五", "张三 李四 王五"},
                             {"a\u2003b\u3000c", "a b c"},
                             {"\n\n a \n\n\n\n b \n\n", "a\n\nb"}});
}

TEST(WhiteSpace, IndentationIsTheRecipesChoice) {
  const std::string_view code = "def f():\n    x = 1\n\ty = 2";
  EXPECT_EQ(apply_transform(white_space, code).text, code);
  EXPECT_EQ(apply_transform(white_space, code, {{"keeps_indentation", false}}).text,
            "def f():\nx = 1\ny = 2");
  EXPECT_EQ(apply_transform(white_space, "a\n\n\nb", {{"blank_lines_max", std::int64_t{0}}}).text,
            "a\nb");
}

TEST(LineBreaks, KnowsTheLineEndsOfPython) {
  expect_edits(line_breaks, {{"a\r\nb\rc\vd\fe\x1C"
                              "f\u0085g\u2028h\u2029",
                              "a\nb\nc\nd\ne\nf\ng\nh"},
                             {"\u3000中\u00A0\n \x1F \n文 字", "中\n文 字"},
                             {" \n\t", ""},
                             {"", ""},
                             {"\xFF\n\x80", "\xFF\n\x80"}});
}

TEST(LineBreaks, KeepsWhatItIsToldTo) {
  constexpr std::string_view kText = " a \r\n\r\n  b \n";
  EXPECT_EQ(apply_transform(line_breaks, kText, {{"strips_lines", false}}).text, "a \n  b");
  EXPECT_EQ(apply_transform(line_breaks, kText, {{"keeps_blank_lines", true}}).text, "a\n\nb");
  EXPECT_EQ(
      apply_transform(line_breaks, kText, {{"strips_lines", false}, {"strips_text", false}}).text,
      " a \n  b ");
}

TEST(Citations, GoInAllTheirForms) {
  expect_edits(citations, {{"a[1]b[][citation needed]", "ab"},
                           {"[[2]]", "[]"},
                           {"[１２][٣]", ""},
                           {"人口众多[來源請求]。", "人口众多。"}});
  expect_unchanged(citations, {"[1a]", "[ 1]", "[EDIT]", "[12", "[", "[编]"});
}

TEST(Citations, AreOfTheWordsThatARecipeNames) {
  const ParamValue marks = std::vector<std::string>{"note"};
  EXPECT_EQ(apply_transform(citations, "a[note]b[edit]c[3]", {{"marks", marks}}).text, "ab[edit]c");
}

TEST(LanguageId, IsUndeterminedBelowTheScoreAskedFor) {
  constexpr std::string_view kText = "The committee will meet again on Tuesday in the library.";
  EXPECT_EQ(apply_transform(language_id, kText, {{"score_min", 0.65}}).language, "en");
  EXPECT_EQ(apply_transform(language_id, kText, {{"score_min", 1.1}}).language, "und");
}

}  // namespace
}  // namespace tamis::transforms
