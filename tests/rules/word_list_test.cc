#include "tamis/rules/word_list.h"

#include <gtest/gtest.h>

#include "tests/rules/temporary_file.h"

namespace tamis::rules {
namespace {

WordList must_make(const WordListParams& params) {
  ReadFiles files;
  auto list = WordList::make(params, files);
  EXPECT_TRUE(list.has_value()) << list.error().message();
  return *std::move(list);
}

TEST(WordList, JoinsFilesAndWords) {
  const TemporaryFile places("places.txt", "# places\n赌场\ncasino\n");
  const TemporaryFile games("games.txt", "彩票\r\nlucky draw\r\n");
  const WordList list = must_make({.words = {"bet"}, .files = {places.path(), games.path()}});
  EXPECT_EQ(list.matcher().count("去赌场买彩票: Bet, CASINO, Lucky Draw, places"), 5);
}

TEST(WordList, CountsOccurrencesAndDifferentWords) {
  const WordList list = must_make({.words = {"赌场", "赌", "casino", "Casino"}});
  EXPECT_EQ(list.matcher().count("赌场、赌、赌场 casino CASINO"), 5);
  EXPECT_EQ(list.count_distinct("赌场、赌、赌场 casino CASINO"), 3);
  EXPECT_EQ(list.count_distinct(""), 0);
}

// Each is a known false alarm of a published list.
TEST(WordList, SparesLongerWordsThatAreAllowed) {
  const TemporaryFile allowed("allowed.txt", "可能性\n鸡蛋\n增援交通\nCock Robin\n");
  const WordList list = must_make({.words = {"性", "鸡", "援交", "cunt", "ass", "cock"},
                                   .allowed_words = {"性格"},
                                   .allowed_files = {allowed.path()}});
  EXPECT_EQ(list.matcher().count("这种可能性和性格，鸡蛋，增援交通，Scunthorpe class, cock robin"),
            0);
  EXPECT_EQ(list.matcher().count("性、鸡、援交 cunt ass Cock"), 6);
}

TEST(WordList, LooksAtBordersAsTheRecipeSays) {
  constexpr std::string_view kText = "中sm文 sm plasma _sm_";
  EXPECT_EQ(must_make({.words = {"sm"}}).matcher().count(kText), 3);
  EXPECT_EQ(must_make({.words = {"sm"}, .borders = "non_word"}).matcher().count(kText), 1);
  EXPECT_EQ(must_make({.words = {"sm"}, .borders = "none"}).matcher().count(kText), 4);
}

TEST(WordList, FindsNothingWithoutWords) {
  const TemporaryFile empty("empty.txt", "# nothing yet\n\n");
  EXPECT_EQ(must_make({}).matcher().count("any text"), 0);
  EXPECT_EQ(must_make({.files = {empty.path()}}).count_distinct("any text"), 0);
}

TEST(WordList, NamesFileAndLineOfAnEndlessWord) {
  const TemporaryFile file("long.txt", "a\n" + std::string(1001, 'b') + "\n");
  ReadFiles files;
  const auto list = WordList::make({.files = {file.path()}}, files);
  ASSERT_FALSE(list.has_value());
  EXPECT_NE(list.error().message().find("long.txt:2: "), std::string_view::npos);
}

// As long as the longest published lists, which repeat themselves.
TEST(WordList, TakesAHundredThousandWords) {
  std::string content;
  std::string text;
  for (int i = 0; i < 50'000; ++i) {
    const std::string word = "词" + std::to_string(i) + "语";
    content += word + "\r\n" + word + "\n\n";
    if (i % 1000 == 0) text += word;
  }
  const TemporaryFile file("many.txt", content);
  const WordList list = must_make({.files = {file.path()}});
  EXPECT_EQ(list.matcher().count(text + text), 100);
  EXPECT_EQ(list.count_distinct(text + text), 50);
}

TEST(WordList, CountsEveryOccurrenceInALongText) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "赌场 ";
  EXPECT_EQ(must_make({.words = {"赌场"}}).matcher().count(text), 200'000);
}

}  // namespace
}  // namespace tamis::rules
