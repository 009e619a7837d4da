#include "tamis/rules/word_set.h"

#include <gtest/gtest.h>

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

TEST(WordSet, CountsOccurrencesAndDifferentWords) {
  const WordSet set = set_of({"the", "of", "的"});
  const text::DistinctWord words[] = {{"the", 2}, {"的", 3}, {"cat", 1}};
  EXPECT_EQ(set.count_occurrences(words), 5);
  EXPECT_EQ(set.count_distinct(words), 2);
  EXPECT_EQ(set.count_distinct({}), 0);
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
