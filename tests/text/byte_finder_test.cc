#include "tamis/text/byte_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

constexpr std::string_view kMarks = "\".!?\xD8\xE3\xEF\n";

TEST(ByteFinder, HasItsBytesAndNoOthers) {
  constexpr ByteFinder set(kMarks);
  for (int i = 0; i < 256; ++i) {
    const char byte = static_cast<char>(i);
    EXPECT_EQ(set.has(byte), kMarks.find(byte) != kMarks.npos) << i;
    EXPECT_EQ(set.find(std::string(40, 'a') + byte, 0), kMarks.find(byte) != kMarks.npos ? 40 : 41);
    EXPECT_EQ(set.find(std::string(7, 'a') + byte + std::string(30, 'a'), 0),
              kMarks.find(byte) != kMarks.npos ? 7 : 38);
  }
}

TEST(ByteFinder, FindsTheFirstFromAnyPlace) {
  const ByteFinder set(kMarks);
  for (unsigned seed = 0; seed < 100; ++seed) {
    const std::string text = random_text(kMixedPieces, static_cast<int>(seed), seed);
    for (std::size_t begin = 0; begin <= text.size(); ++begin) {
      ASSERT_EQ(set.find(text, begin), std::min(text.find_first_of(kMarks, begin), text.size()));
      ASSERT_EQ(set.find_other(text, begin),
                std::min(text.find_first_not_of(kMarks, begin), text.size()));
    }
  }
}

TEST(ByteFinder, PassesWhatIsFollowedByOthers) {
  constexpr ByteFinder kFirst("\xE3\xEF");
  constexpr ByteFinder kThird("\x82");
  constexpr ByteFinder kAlone(".");
  const std::string text =
      std::string(20, 'a') + "，、，。" + std::string(20, 'a') + "." + std::string(20, 'a');
  EXPECT_EQ(kFirst.find_before(kThird, kAlone, text, 0), 29u);  // behind three commas
  EXPECT_EQ(kFirst.find_before(kThird, kAlone, text, 30), 52u);
  EXPECT_EQ(kFirst.find_before(kThird, kAlone, text, 53), text.size());
  EXPECT_EQ(kFirst.find_before(kThird, kAlone, "，", 0), 3u);
  EXPECT_EQ(kFirst.find_before(kThird, kAlone, "\xEF\xBC", 0), 0u);  // cut short
}

TEST(ByteFinder, FindsNothingIfEmpty) {
  EXPECT_EQ(ByteFinder("").find("春眠不觉晓，处处闻啼鸟。", 3), 36);
  EXPECT_EQ(ByteFinder("a").find("", 0), 0);
  EXPECT_EQ(ByteFinder("a").find_other(std::string(50, 'a') + "b", 3), 50);
}

}  // namespace
}  // namespace tamis::text
