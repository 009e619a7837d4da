// Compared with what spaCy makes of examples, and with the words that datatrove found in real
// pages.
#include "tamis/text/english_tokens.h"

#include <gtest/gtest.h>

#include "tamis/text/english_chunks.h"
#include "tamis/text/english_token_merges.h"
#include "tamis/text/white_space.h"
#include "tests/text/golden_words.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Tokens = std::vector<std::string_view>;

// The tokens, with a space between them.
std::string split(std::string_view text) {
  Tokens tokens;
  split_english_tokens(text, tokens);
  std::string result;
  for (const std::string_view token : tokens) result.append(token).append(" ");
  if (!result.empty()) result.pop_back();
  return result;
}

using Case = std::pair<std::string_view, std::string_view>;

void expect_splits(std::span<const Case> cases) {
  for (const auto& [text, expected] : cases) EXPECT_EQ(split(text), expected) << text;
}

TEST(SplitEnglishTokens, SplitsMarksOffBothEnds) {
  const Case kCases[] = {
      {"(\"Yes,\" she said.)", "( \" Yes , \" she said . )"},
      {"“Well… no?!”", "“ Well … no ? ! ”"},
      {"wait...what....", "wait ... what ...."},
      {"§5 –a– +1 +a =b", "§ 5 – a – +1 + a = b"},
      {"__init__ #tag @user *x*", "_ _ init _ _ # tag @user * x *"},
      {"……a……", "… … a ……"},
      {"", ""},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, SplitsUnitsAndCurrenciesOffNumbers) {
  const Case kCases[] = {
      {"$5 US$5 5€ 5US$ 10km 10km/h 5% x5m² 5+", "$ 5 US$ 5 5 € 5 US$ 10 km 10 km/h 5 % x5 m² 5 +"},
      {"5miles akm 5A$ A$AP", "5miles akm 5 A$ A$ AP"},
      {"20°C. 20°F", "20 ° C . 20 ° F"},
      {"5км 3тб 3тбكم", "5 км 3тб 3 тбكم"},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, SplitsPeriodsOffWordsButNotOffInitials) {
  const Case kCases[] = {
      {"the end. USA. J. U.S. 5. %. A1.", "the end . USA . J. U.S. 5 . % . A1 ."},
      {"ÀÉ. жЖ. Ж. 中.", "ÀÉ . жЖ. Ж. 中 ."},
      {"Jan. 5, Mr. X vs. Dr. Y e.g. Ph.D. co. Co.", "Jan. 5 , Mr. X vs. Dr. Y e.g. Ph.D. co. Co."},
      {"a. z. ä. aa.", "a. z. ä. aa ."},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, CutsAtInfixes) {
  const Case kCases[] = {
      {"well-known 1-2 a--b 1--2 3-a", "well - known 1 - 2 a -- b 1 - -2 3 - a"},
      {"end.Next end.next U.S.A a,b 1,000 1,a", "end . Next end.next U.S.A a , b 1,000 1,a"},
      {"a:b 1:2 a/b 1/2 x=y a~b 2*3 2^3", "a : b 1:2 a / b 1/2 x = y a ~ b 2 * 3 2 ^ 3"},
      {"a…b a—b a–b 1–2 a——b I♥NY", "a … b a — b a – b 1–2 a —— b I ♥ NY"},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, CutsContractions) {
  const Case kCases[] = {
      {"I'm he'd've don't won’t they’ll we're", "I 'm he 'd 've do n't wo n’t they ’ll we 're"},
      {"dont Im cannot gonna id youve", "do nt I m can not gon na i d you ve"},
      {"its well were ill DON'T", "its well were ill DON'T"},
      {"John's James' it's y'all c'mon", "John 's James ' it 's y' all c'm on"},
      {"'cause ma'am o'clock 5pm 12a.m. 13pm", "'cause ma'am o'clock 5 pm 12 a.m. 13pm"},
      {"he'd’ve", "he'd’ve"},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, KeepsEmoticons) {
  const Case kCases[] = {
      {":) :-( <3 ^_^ =[ XD", ":) :-( <3 ^_^ =[ XD"},
      {"nice:) (8) :):)", "nice :) ( 8) : ): )"},
      {"¯\\(ツ)/¯ ಠ_ಠ", "¯\\(ツ)/¯ ಠ_ಠ"},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, KeepsWebAddresses) {
  const Case kCases[] = {
      {"(see http://example.com/a-b,c?d=e.)", "( see http://example.com/a-b,c?d=e . )"},
      {"www.example.com, a.b-c@example.co.uk; 8.8.8.8:80",
       "www.example.com , a.b-c@example.co.uk ; 8.8.8.8:80"},
      {"http://x mailto:a@b", "http://x mailto : a@b"},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, PutsExceptionsTogetherThatTheRulesLayBare) {
  const Case kCases[] = {
      {"Dr-Mr. either-and/or plan-b.", "Dr - Mr. either - and/or plan - b."},
      {"Mr .", "Mr ."},
      {"fine:)", "fine :)"},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, PutsTogetherTheLongestOfThoseThatOverlap) {
  const Case kCases[] = {
      {":)-:)", ": )-: )"},
      {"fine:)):", "fine :)) :"},
      {"x)y -:)", "x)y - :)"},
      {"x) -:)", "x ) - : )"},  // ") -:" is none, for its space, but hides ":)"
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, DropsWhiteSpace) {
  EXPECT_EQ(split("  a\u00A0b\u3000c\r\n\td\u2028e\x1C"
                  "f\u0085 "),
            "a b c d e f");
  EXPECT_EQ(split("a\u200Bb"), "a\u200Bb");
  EXPECT_EQ(split(" \n\t\u3000"), "");
}

TEST(SplitEnglishTokens, CutsChineseAtMarksOnly) {
  const Case kCases[] = {
      {"你好，世界。", "你好，世界 。"},
      {"“中国”（北京）", "“ 中国”（北京 ）"},
      {"中文.中文 中-文 中,文 Python:中文", "中文.中文 中 - 文 中 , 文 Python : 中文"},
  };
  expect_splits(kCases);
}

TEST(SplitEnglishTokens, TakesInvalidBytesForSymbols) {
  EXPECT_EQ(split("a\xFF"
                  "b"),
            "a \xFF b");
  EXPECT_EQ(split("\xE4\xB8 x\xC0\x80"), "\xE4\xB8 x \xC0 \x80");
}

// The slow twin: each chunk by all rules, and all phrases looked for in all texts.
Tokens slow_tokens_of(std::string_view text) {
  Tokens chunks;
  split_at_white_space(text, chunks);
  EnglishChunkSplitter splitter(&english_exceptions());
  Tokens tokens;
  for (const std::string_view chunk : chunks) splitter.split(chunk, tokens);
  english_token_merges().apply(tokens);
  return tokens;
}

constexpr std::string_view kPieces[] = {
    "a",  "Mr",  ".",  "don't", "cannot", "im", ":",  ")",    "-",  "/", "8", "(",
    "'s", "and", "or", " ",     "  ",     "\n", "’",  "5",    "pm", "_", "o", "O",
    "^",  "=",   "[",  ",",     "...",    "中", "。", "\xFF", "™",  "é", "T", "\u3000"};

TEST(SplitEnglishTokens, AgreesWithTheSlowTwin) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const std::string text = random_text(kPieces, 1 + seed % 30, seed);
    Tokens tokens;
    split_english_tokens(text, tokens);
    EXPECT_EQ(tokens, slow_tokens_of(text)) << text;
  }
}

TEST(SplitEnglishTokens, IsLinearInLongChunks) {
  for (const std::string_view piece :
       {".", "(", "a.", "a@b.c", ":)", "-a", "'s", "…", "8)", "5km", "😀"}) {
    std::string text;
    while (text.size() < 1 << 21) text += piece;
    Tokens tokens;
    split_english_tokens(text, tokens);
    std::size_t num_bytes = 0;
    for (const std::string_view token : tokens) num_bytes += token.size();
    EXPECT_EQ(num_bytes, text.size()) << piece;
  }
}

TEST(SplitEnglishTokens, FindsTheWordsThatDatatroveFound) {
  const std::vector<GoldenDocument> documents = golden_documents("en");
  if (documents.empty()) GTEST_SKIP() << "no shared golden rules beside this checkout";
  std::vector<std::string> joined;
  Tokens tokens;
  for (const GoldenDocument& document : documents) {
    split_english_tokens(document.text, tokens);
    joined.push_back(joined_words(tokens));
  }
  const std::vector<std::string> sums =
      sha1_of_each(joined, testing::TempDir() + "tamis_english_tokens_test");
  ASSERT_EQ(sums.size(), documents.size());
  EXPECT_EQ(documents.size(), 1369u);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    EXPECT_EQ(sums[i], documents[i].words_sha1) << documents[i].id;
  }
}

}  // namespace
}  // namespace tamis::text
