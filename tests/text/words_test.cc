#include "tamis/text/words.h"

#include <gtest/gtest.h>

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  split_words(text, words);
  return words;
}

// The slow twin: decodes everything, then looks at each code point's neighbours.
struct Unit {
  char32_t code_point;
  std::size_t begin;
  std::size_t end;
};

bool is_run(char32_t c) { return (is_letter(c) || is_digit(c)) && !is_han(c) && !is_kana(c); }

bool joins(const std::vector<Unit>& units, std::size_t i) {
  constexpr std::u32string_view kJoiners = U"'-\u00AD\u200C\u200D\u2010\u2011\u2019";
  if (i == 0 || i + 1 == units.size()) return false;
  const char32_t before = units[i - 1].code_point;
  const char32_t c = units[i].code_point;
  const char32_t behind = units[i + 1].code_point;
  const auto is_ascii_digit = [](char32_t d) { return d >= '0' && d <= '9'; };
  if (c == '.' || c == ',') return is_ascii_digit(before) && is_ascii_digit(behind);
  return kJoiners.find(c) != kJoiners.npos && is_run(behind);
}

Words slow_words_of(std::string_view text) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_code_point(text.substr(i));
    units.push_back({decoded.code_point, i, i + decoded.num_bytes});
    i += decoded.num_bytes;
  }
  Words words;
  enum { kOutside, kInRun, kInIdeograph } state = kOutside;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t c = units[i].code_point;
    const bool goes_on = (state == kInRun && (is_run(c) || is_mark(c) || joins(units, i))) ||
                         (state == kInIdeograph && is_mark(c));
    if (!goes_on) {
      if (state != kOutside) words.push_back(text.substr(begin, units[i].begin - begin));
      begin = units[i].begin;
      const bool is_ideograph = (is_han(c) || is_kana(c)) && !is_mark(c);
      state = is_ideograph ? kInIdeograph : is_run(c) ? kInRun : kOutside;
    }
  }
  if (state != kOutside) words.push_back(text.substr(begin));
  return words;
}

TEST(SplitWords, SplitsAtSpacesAndPunctuation) {
  EXPECT_EQ(words_of("Most pages, (alas!) are_bad."),
            (Words{"Most", "pages", "alas", "are", "bad"}));
  EXPECT_EQ(words_of(""), Words{});
}

TEST(SplitWords, KeepsApostrophesAndHyphens) {
  EXPECT_EQ(words_of("don't 'quote' state-of-the-art a--b it’s-"),
            (Words{"don't", "quote", "state-of-the-art", "a", "b", "it’s"}));
}

TEST(SplitWords, KeepsNumbersWhole) {
  EXPECT_EQ(words_of("3.14, 1,000. v2.x a.b"), (Words{"3.14", "1,000", "v2", "x", "a", "b"}));
}

TEST(SplitWords, TakesHanAndKanaOneByOne) {
  EXPECT_EQ(words_of("我有3本book。カード"),
            (Words{"我", "有", "3", "本", "book", "カ", "ー", "ド"}));
}

TEST(SplitWords, KeepsMarksWithTheirLetters) {
  EXPECT_EQ(words_of("e\u0301te か\u3099"), (Words{"e\u0301te", "か\u3099"}));
  EXPECT_EQ(words_of("\u2764\uFE0F ok"), Words{"ok"});
}

TEST(SplitWords, KeepsRunsOfHangul) { EXPECT_EQ(words_of("한국어 책"), (Words{"한국어", "책"})); }

TEST(SplitWords, SeparatesAtInvalidBytes) {
  EXPECT_EQ(words_of("ab\xFF"
                     "cd"),
            (Words{"ab", "cd"}));
}

TEST(SplitWords, AgreesWithTheSlowTwin) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const std::string text = random_text(kMixedPieces, 60, seed);
    ASSERT_EQ(words_of(text), slow_words_of(text)) << text;
  }
}

// Blocks of ASCII go another way, which must not show at their borders.
TEST(SplitWords, AgreesWithTheSlowTwinOnAscii) {
  constexpr std::string_view kPieces[] = {"a",  "Zx", "word", "0", "19", "'", "-",
                                          "--", ".",  ",",    " ", "\n", "_", "@"};
  constexpr std::string_view kRare[] = {"é", "山", "\u0301", "’"};
  for (unsigned seed = 0; seed < 1000; ++seed) {
    std::string text = random_text(kPieces, 150, seed);
    ASSERT_EQ(words_of(text), slow_words_of(text)) << text;
    text.insert(text.size() * (seed % 7) / 7, kRare[seed % std::size(kRare)]);
    ASSERT_EQ(words_of(text), slow_words_of(text)) << text;
  }
}

}  // namespace
}  // namespace tamis::text
