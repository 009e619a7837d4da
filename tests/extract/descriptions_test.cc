#include "tamis/extract/descriptions.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"
#include "tests/text/random_text.h"

namespace tamis::extract {
namespace {

std::string descriptions_of(std::string_view html) { return read_blocks(html).descriptions; }

bool matches(std::string_view html, std::string_view text) {
  const std::string descriptions = descriptions_of(html);
  return DescriptionMatcher(descriptions).matches(text);
}

constexpr std::string_view kEnglish =
    "<meta name=description content='The fall of the house of Usher, a story &amp; its sources'>";
constexpr std::string_view kChinese =
    "<meta property=og:description content='本市今天上午举行新闻发布会，通报了防汛工作的进展。'>";

TEST(Descriptions, AreTheLettersOfEachMeta) {
  EXPECT_EQ(descriptions_of(kEnglish), "thefallofthehouseofusherastoryitssources\n");
  EXPECT_EQ(descriptions_of(kChinese), "本市今天上午举行新闻发布会通报了防汛工作的进展\n");
  EXPECT_EQ(descriptions_of("<meta name=keywords content=a><meta name=Description content=B>"
                            "<meta name=twitter:description content=c>"),
            "b\nc\n");
}

TEST(Descriptions, AreBounded) {
  std::string html;
  for (int i = 0; i < 1000; ++i)
    html += "<meta name=description content='" + std::string(2000, 'x') + "'>";
  EXPECT_GE(descriptions_of(html).size(), 600U);
  EXPECT_LE(descriptions_of(html).size(), 4000U);
}

TEST(DescriptionMatcher, KnowsTextsThatBeginAsADescription) {
  EXPECT_TRUE(matches(kEnglish, "The Fall of the House of Usher: A Story"));
  EXPECT_TRUE(matches(kEnglish, "Books. “The fall of the house of Usher, a story”"));
  EXPECT_TRUE(matches(kEnglish, "fall of the house of Usher, a story & its sources, told again"));
  EXPECT_TRUE(matches(kChinese, "本报讯　本市今天上午举行新闻发布会，通报了"));
  EXPECT_FALSE(matches(kChinese, "本市今天上午举行运动会，来了许多人，通报了防汛工作的进展"));
  EXPECT_FALSE(matches(kEnglish, "Another story of the fall of the house of nobody"));
}

TEST(DescriptionMatcher, KnowsNothingOfWhatIsShort) {
  EXPECT_FALSE(matches(kEnglish, "The fall of the house"));
  EXPECT_FALSE(matches("<meta name=description content='The fall of the house'>",
                       "The fall of the house of Usher, a story"));
  EXPECT_FALSE(matches("", "The fall of the house of Usher, a story"));
  EXPECT_FALSE(matches(kEnglish, ""));
}

TEST(DescriptionMatcher, NeedsThirtyBytes) {
  const std::string thirty = "abcdefghijklmnopqrstuvwxyz0123";
  for (const std::size_t shared : {29U, 30U}) {
    const std::string letters = thirty.substr(0, shared);
    EXPECT_EQ(matches("<meta name=description content='" + letters + "'>", thirty), shared == 30);
    EXPECT_EQ(matches("<meta name=description content='" + thirty + "'>", letters), shared == 30);
  }
}

TEST(DescriptionMatcher, TakesAnyBytes) {
  const std::string broken =
      "\xE4\xB8" + std::string(40, '\xFF') + "the fall of the house of Usher, a story";
  EXPECT_TRUE(matches(kEnglish, broken));
  EXPECT_TRUE(matches("<meta name=description content='" + broken + "'>", broken));
}

// The slow twin of the search: every text of a few letters at every place of every line.
TEST(DescriptionMatcher, FindsWhatASearchFinds) {
  constexpr std::string_view kPieces[] = {"a", "b"};
  const auto random_letters = [&](unsigned seed) { return text::random_text(kPieces, 16, seed); };
  int num_found = 0;
  for (unsigned round = 0; round < 2000; ++round) {
    const std::string line = std::string(20, 'a') + random_letters(2 * round);
    const std::string text = std::string(20 + round % 8, 'a') + random_letters(2 * round + 1);
    const bool is_found =
        line.find(text.substr(0, 30)) != line.npos || text.find(line.substr(0, 30)) != text.npos;
    const std::string descriptions = line + "\n";
    EXPECT_EQ(DescriptionMatcher(descriptions).matches(text), is_found) << line << ' ' << text;
    num_found += is_found ? 1 : 0;
  }
  EXPECT_GT(num_found, 10);
  EXPECT_LT(num_found, 1900);
}

// Far behind the start it is chance, or a summary of the page at its end.
TEST(DescriptionMatcher, LooksNearTheStart) {
  const std::string far = std::string(200, 'x') + " the fall of the house of Usher, a story";
  EXPECT_FALSE(matches(kEnglish, far));
}

}  // namespace
}  // namespace tamis::extract
