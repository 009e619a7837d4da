#include "tamis/rules/word_list.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tamis::rules {
namespace {

class WordList : public testing::Test {
 protected:
  std::string file(std::string_view content) {
    std::ofstream(path_, std::ios::binary) << content;
    return path_;
  }

  void TearDown() override { std::filesystem::remove(path_); }

  const std::string path_ =
      testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name() + ".txt";
};

std::size_t num_matches(const text::WordMatcher& matcher, std::string_view text) {
  std::vector<text::WordMatcher::Match> matches;
  matcher.find(text, matches);
  return matches.size();
}

TEST_F(WordList, ReadsAWordALineAndNoComments) {
  const auto matcher =
      make_word_matcher(file("# casino is a comment\r\n赌场\r\n\n  lucky draw  \n#彩票"), {});
  ASSERT_TRUE(matcher.has_value());
  EXPECT_EQ(num_matches(*matcher, "去赌场 Lucky Draw"), 2u);
  EXPECT_EQ(num_matches(*matcher, "casino, comment, 彩票, #"), 0u);
}

TEST_F(WordList, AddsTheRecipesWords) {
  const std::vector<std::string> words = {"彩票"};
  const auto matcher = make_word_matcher(file("赌场\n"), words);
  ASSERT_TRUE(matcher.has_value());
  EXPECT_EQ(num_matches(*matcher, "赌场和彩票"), 2u);
}

TEST_F(WordList, NeedsNoFile) {
  const std::vector<std::string> words = {"彩票"};
  const auto matcher = make_word_matcher("", words);
  ASSERT_TRUE(matcher.has_value());
  EXPECT_EQ(num_matches(*matcher, "买彩票"), 1u);
}

TEST_F(WordList, NamesTheFileThatIsMissing) {
  const auto matcher = make_word_matcher("/nowhere/bad_words.txt", {});
  ASSERT_FALSE(matcher.has_value());
  EXPECT_NE(matcher.error().message().find("/nowhere/bad_words.txt"), std::string_view::npos);
}

TEST_F(WordList, NamesTheFileThatHoldsNoWord) {
  const std::string path = file("# nothing yet\n\n");
  const auto matcher = make_word_matcher(path, {});
  ASSERT_FALSE(matcher.has_value());
  EXPECT_NE(matcher.error().message().find(path), std::string_view::npos);
}

TEST_F(WordList, RefusesAnEmptyList) { EXPECT_FALSE(make_word_matcher("", {}).has_value()); }

}  // namespace
}  // namespace tamis::rules
