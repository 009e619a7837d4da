#include "tamis/rules/word_set.h"

#include <gtest/gtest.h>

#include <tuple>

#include "tests/must.h"

namespace tamis::rules {
namespace {

using Words = std::vector<std::string>;

WordSet set_of(const Words& words, bool ignores_case = false) {
  return must(WordSet::make(words, ignores_case));
}

TEST(WordSet, FindsItsWordsAndNoOthers) {
  const Words words = {"a", "ab", "的", "於是", "because", "notwithstanding", "\x01"};
  const WordSet set = set_of(words);
  for (const std::string& word : words) EXPECT_TRUE(set.find(word)) << word;
  for (const char* other :
       {"", "b", "A", "ba", "於", "Because", "becaus", "notwithstandin", "a\x01"})
    EXPECT_FALSE(set.find(other)) << other;
  EXPECT_FALSE(set.find(std::string_view("a\0", 2)));
}

TEST(WordSet, IgnoresCaseOfAscii) {
  const WordSet set = set_of({"The", "notwithstanding", "É"}, true);
  EXPECT_TRUE(set.find("tHE"));
  EXPECT_TRUE(set.find("Notwithstanding"));
  EXPECT_FALSE(set.find("é"));
}

// Sets smaller and larger than the text's words, in both ways of looking them up.
TEST(WordSet, CountsOccurrencesAndDifferentWords) {
  const std::vector<std::string_view> text = {"the", "的", "cat", "的", "The", "dog", "的"};
  text::DistinctWords words;
  words.set_words(text);
  text::DistinctWords none;
  for (const auto& [list, ignores_case, num_occurrences, num_distinct] :
       {std::tuple(Words{"the", "的"}, false, 4, 2),
        {Words{"the", "的"}, true, 5, 2},
        {Words{"the", "of", "的", "a", "b", "c"}, false, 4, 2},
        {Words{"of"}, false, 0, 0}}) {
    const WordSet set = set_of(list, ignores_case);
    EXPECT_EQ(set.count_occurrences(words), num_occurrences);
    EXPECT_EQ(set.count_distinct(words), num_distinct);
    EXPECT_EQ(set.count_occurrences(none), 0);
    EXPECT_EQ(set.count_distinct(none), 0);
  }
}

TEST(WordSet, TakesEqualWordsForOne) {
  EXPECT_EQ(set_of({"a", "a", "A"}).size(), 2u);
  EXPECT_EQ(set_of({"a", "a", "A"}, true).size(), 1u);
}

TEST(WordSet, RefusesEmptyListsAndWords) {
  EXPECT_FALSE(WordSet::make(Words{}, false));
  EXPECT_FALSE(WordSet::make(Words{"a", ""}, false));
}

}  // namespace
}  // namespace tamis::rules
