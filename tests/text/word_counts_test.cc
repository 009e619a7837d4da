#include "tamis/text/word_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/word_kind.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::string_view kPieces[] = {
    "a",  "Tamis", "NASA",   "3.14",   "#",      "##",   " ",    " ",    "\n", "\t",   "...", "…",
    "--", "(",     "中",     "文",     "。",     "１",   "『",   "·",    "é",  "Ⅷ",    "½",   "ǅ",
    "ß",  "\x7F",  "\u0085", "\u2028", "\uFFFD", "\xE4", "\xB8", "\xFF", "😀", "한국", "ก"};

// Of the words as parts of a text, and by themselves.
WordCounts counts_of(const Words& words) {
  std::string text;
  for (const std::string_view word : words) text += word;
  Words parts;
  for (std::size_t begin = 0; const std::string_view word : words) {
    parts.push_back(std::string_view(text).substr(begin, word.size()));
    begin += word.size();
  }
  DistinctWords distinct;
  distinct.set_words(parts, text);
  const WordCounts counts = count_words(distinct);
  distinct.set_words(words);
  EXPECT_EQ(count_words(distinct), counts);
  return counts;
}

std::u32string decoded(std::string_view word) {
  std::u32string code_points;
  while (!word.empty()) {
    const Decoded next = decode_code_point(word);
    code_points += next.code_point;
    word.remove_prefix(next.num_bytes);
  }
  return code_points;
}

template <typename Predicate>
bool any(const std::u32string& word, Predicate predicate) {
  return std::any_of(word.begin(), word.end(), predicate);
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_trait(char32_t c, Traits::Bits bits) { return letter_table()[c].has(bits); }

double median(std::vector<std::size_t> lengths) {
  if (lengths.empty()) return 0;
  std::sort(lengths.begin(), lengths.end());
  const std::size_t half = lengths.size() / 2;
  if (lengths.size() % 2 == 1) return static_cast<double>(lengths[half]);
  return static_cast<double>(lengths[half - 1] + lengths[half]) / 2;
}

void add_if(bool holds, std::size_t num_code_points, WordSums& sums) {
  if (!holds) return;
  sums.num_words += 1;
  sums.num_code_points += static_cast<std::int64_t>(num_code_points);
}

// The definitions, one after the other: the slow twin.
WordCounts slow_counts(const Words& words) {
  WordCounts counts;
  std::vector<std::size_t> lengths;
  for (const std::string_view bytes : words) {
    const std::u32string word = decoded(bytes);
    const bool has_upper = any(word, [](char32_t c) { return has_trait(c, Traits::kUpperCase); });
    const bool has_lower = any(word, [](char32_t c) { return has_trait(c, Traits::kLowerCase); });
    lengths.push_back(word.size());
    add_if(true, word.size(), counts.all);
    add_if(any(word, [](char32_t c) { return !is_symbol_mark(c); }), word.size(),
           counts.non_symbol);
    add_if(!word.empty() && (is_letter(word[0]) || is_number(word[0])), word.size(),
           counts.alphanumeric);
    counts.with_letter += any(word, is_letter) ? 1 : 0;
    counts.with_ascii_letter += any(word, is_ascii_letter) ? 1 : 0;
    counts.with_mark += any(word, [](char32_t c) { return c == U'#' || c == U'…'; }) ? 1 : 0;
    counts.upper_case += has_upper && !has_lower ? 1 : 0;
  }
  counts.median_code_points = median(lengths);
  return counts;
}

TEST(CountWords, AgreesWithItsDefinitions) {
  WordSplitter splitter;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const std::string text = random_text(kPieces, 60, seed);
    for (const WordKind kind : {WordKind::kLetters, WordKind::kWhiteSpace, WordKind::kWordPunct}) {
      Words words;
      splitter.split(text, kind, "", words);
      EXPECT_EQ(counts_of(words), slow_counts(words)) << text;
    }
  }
}

TEST(CountWords, TellsSymbolsFromWords) {
  const WordCounts counts = counts_of({"--", "…", "a.", "「", "『", "5", "。", "字", "１"});
  EXPECT_EQ(counts.all, (WordSums{9, 11}));
  EXPECT_EQ(counts.non_symbol, (WordSums{4, 5}));
  EXPECT_EQ(counts.alphanumeric, (WordSums{4, 5}));
}

TEST(CountWords, AsksTheFirstCodePointOfAnAlphanumericWord) {
  EXPECT_EQ(counts_of({"'tis", "don't", "½", "#1", "中a"}).alphanumeric.num_words, 3);
}

TEST(CountWords, FindsTheMedianOfShortAndLongWords) {
  const std::string hundred(100, 'a');
  const std::string thousand(1000, 'b');
  EXPECT_EQ(counts_of({}).median_code_points, 0);
  EXPECT_EQ(counts_of({"a", "汉字"}).median_code_points, 1.5);
  EXPECT_EQ(counts_of({thousand, "a", hundred}).median_code_points, 100);
  EXPECT_EQ(counts_of({thousand, hundred}).median_code_points, 550);
}

TEST(CountWords, CountsMarksOncePerWord) {
  EXPECT_EQ(counts_of({"##", "a…b", "……", "...", "c"}).with_mark, 3);
}

TEST(CountWords, KnowsUpperCase) {
  EXPECT_EQ(counts_of({"NASA", "U.S.", "ÉTÉ", "Nasa", "123", "字", "A字"}).upper_case, 4);
}

TEST(IsSymbolMark, HoldsOfThoseOfDatatrove) {
  for (const char32_t mark : U"!~,$\v\0«’—、》～１。؟")
    EXPECT_TRUE(is_symbol_mark(mark)) << int(mark);
  for (const char32_t mark : {U' ', U'\n', U'a', U'0', U'·', U'『', U'－', U'€', U'字'}) {
    EXPECT_FALSE(is_symbol_mark(mark)) << int(mark);
  }
}

}  // namespace
}  // namespace tamis::text
