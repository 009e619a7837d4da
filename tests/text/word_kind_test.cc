#include "tamis/text/word_kind.h"

#include <gtest/gtest.h>

namespace tamis::text {
namespace {

using Words = std::vector<std::string_view>;
using Strings = std::vector<std::string>;

Strings words_of(std::string_view text, WordKind kind) {
  WordSplitter splitter;
  Words words = {"of the text before"};
  splitter.split(text, kind, "en", words);
  return {words.begin(), words.end()};
}

TEST(WordKind, HasANameEach) {
  ASSERT_EQ(word_kind_names().size(), static_cast<std::size_t>(WordKind::kNumKinds));
  for (const std::string_view name : word_kind_names()) {
    const std::optional<WordKind> kind = find_word_kind(name);
    ASSERT_TRUE(kind.has_value()) << name;
    EXPECT_EQ(word_kind_name(*kind), name);
  }
  EXPECT_EQ(find_word_kind("word"), std::nullopt);
}

TEST(SplitWordsByKind, CallsDifferentThingsWords) {
  constexpr std::string_view kText = "\"Don't!\" 他说：「停」。";
  const struct {
    WordKind kind;
    Strings words;
  } cases[] = {{WordKind::kLetters, {"Don't", "他", "说", "停"}},
               {WordKind::kWhiteSpace, {"\"Don't!\"", "他说：「停」。"}},
               {WordKind::kWordPunct, {"\"", "Don", "'", "t", "!\"", "他说", "：「", "停", "」。"}},
               {WordKind::kNormalized, {"dont", "他说：「停」。"}},
               {WordKind::kStripped, {"Don't", "他说：「停"}},
               {WordKind::kStrippedLower, {"don't", "他说：「停"}}};
  for (const auto& [kind, words] : cases) {
    EXPECT_EQ(words_of(kText, kind), words) << word_kind_name(kind);
  }
}

// A curated input may call Chinese by any of its codes: split at white space it would be two words.
TEST(SplitWordsByKind, KnowsChineseByAllItsTags) {
  WordSplitter splitter;
  for (const std::string_view language :
       {"zh", "zh-Hans", "zh_TW", "zho", "chi", "cmn", "cmn_Hani"}) {
    Words words;
    splitter.split("江水一夜之间上涨了三米，居民转移。", WordKind::kTokens, language, words);
    EXPECT_GT(words.size(), 5U) << language;
  }
}

// What Python's re.findall(r"\w+|[^\w\s]+", text) gives.
TEST(SplitWordPunct, TakesRunsAsPythonsExpressionDoes) {
  const struct {
    std::string_view text;
    Strings words;
  } cases[] = {{"", {}},
               {" \n", {}},
               {"it's $3.50!", {"it", "'", "s", "$", "3", ".", "50", "!"}},
               {"中文，好。第3章", {"中文", "，", "好", "。", "第3章"}},
               {"a_b-c…d", {"a_b", "-", "c", "…", "d"}},
               {"e\u0301té", {"e", "\u0301", "té"}},
               {"½²Ⅷ", {"½²Ⅷ"}},
               {"x\u200By\x1Cz　字", {"x", "\u200B", "y", "z", "字"}}};
  for (const auto& [text, words] : cases) {
    EXPECT_EQ(words_of(text, WordKind::kWordPunct), words) << text;
  }
}

TEST(SplitUnicodeWordPunct, TakesMarksAndJoinersButNoFractions) {
  const struct {
    std::string_view text;
    Strings words;
  } kCases[] = {
      {"cafe\u0301 \u00BD a\u200Db", {"cafe\u0301", "\u00BD", "a\u200Db"}},
      {"a‿b ⓐ Ⅻ", {"a‿b", "ⓐ", "Ⅻ"}},
      {"你好，世界1！", {"你好", "，", "世界1", "！"}},
      {"", {}},
  };
  for (const auto& [text, words] : kCases) {
    EXPECT_EQ(words_of(text, WordKind::kUnicodeWordPunct), words) << text;
  }
}

// str.lower(), string.punctuation deleted, NFD, str.split().
TEST(SplitNormalized, FoldsAsRedPajamaDoes) {
  const struct {
    std::string_view text;
    Strings words;
  } cases[] = {{"", {}},
               {"--- ...", {}},
               {"Ünïcode, (Re-run)", {"u\u0308ni\u0308code", "rerun"}},
               {"ÀB ΣΑΣ İ", {"a\u0300b", "σας", "i\u0307"}},
               {"你好，World!", {"你好，world"}},
               {"x\u200By\x1Cz", {"x\u200By", "z"}},
               {"½²Ⅷ", {"½²ⅷ"}}};
  for (const auto& [text, words] : cases) {
    EXPECT_EQ(words_of(text, WordKind::kNormalized), words) << text;
  }
}

// data_juicer/ops/common/helper_func.py: get_words_from_document, words_refinement.
TEST(SplitStripped, StripsAsDataJuicerDoes) {
  const struct {
    std::string_view text;
    Strings words;
    Strings lower_words;
  } cases[] = {{"", {}, {}},
               {"3 - 4 。", {}, {}},
               {"(A)\t¡Olé!\n😀x😀", {"A", "Olé", "x"}, {"a", "olé", "x"}},
               {"a\r\nb　c\u00A0", {"a", "b　c\u00A0"}, {"a", "b　c\u00A0"}},
               {"第1章：2020年。", {"第1章：2020年"}, {"第1章：2020年"}},
               // The set holds Г but not г, ø but not Ø: what goes hangs on the case.
               {"Где Øre", {"де", "Øre"}, {"где", "re"}}};
  for (const auto& [text, words, lower_words] : cases) {
    EXPECT_EQ(words_of(text, WordKind::kStripped), words) << text;
    EXPECT_EQ(words_of(text, WordKind::kStrippedLower), lower_words) << text;
  }
}

TEST(WordSplitter, KeepsTheWordsOfOneKindWhileItSplitsByAnother) {
  WordSplitter splitter;
  Words normalized;
  Words lower;
  splitter.split("É one.", WordKind::kNormalized, "fr", normalized);
  splitter.split("É two.", WordKind::kStrippedLower, "fr", lower);
  EXPECT_EQ(normalized, (Words{"e\u0301", "one"}));
  EXPECT_EQ(lower, (Words{"é", "two"}));
}

TEST(WordSplitter, TakesAnyBytes) {
  for (int kind = 0; kind < static_cast<int>(WordKind::kNumKinds); ++kind) {
    for (const std::string_view text : {"\x80\xFF", "\xE4\xB8", "\xED\xA0\x80 a", "a\xF0\x9F"}) {
      for (const std::string& word : words_of(text, static_cast<WordKind>(kind))) {
        EXPECT_FALSE(word.empty());
      }
    }
  }
}

}  // namespace
}  // namespace tamis::text
