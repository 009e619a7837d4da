#include "tamis/extract/text_words.h"

#include <gtest/gtest.h>

#include <string>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

// Learnt, so that only the sign is known.
TEST(TextWords, RateShortTexts) {
  EXPECT_LT(rate_text("Subscribe", {}).mean, 0);
  EXPECT_LT(rate_text("All Rights Reserved", {}).lowest, 0);
  EXPECT_GT(rate_text("Specifications", {}).mean, 0);
}

TEST(TextWords, AreRunsOfLettersInAnyCase) {
  const WordPoints once = rate_text("subscribe", {});
  EXPECT_EQ(rate_text("SUBSCRIBE", {}), once);
  EXPECT_EQ(rate_text("» Subscribe! 订阅 xyzzyqq", {}), once);
  EXPECT_EQ(rate_text("subscribe2subscribe", {}), once);
  EXPECT_EQ(rate_text("xsubscribex", {}), WordPoints{});
}

TEST(TextWords, SayNothingOfWhatIsNotRated) {
  for (const std::string_view text :
       {"", "订阅我们的通讯", "12 / 34", "xyzzyqq", "averyveryverylongwordthatisnone"})
    EXPECT_EQ(rate_text(text, {}), WordPoints{}) << text;
}

TEST(TextWords, AreOfABoundedPrefix) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "subscribe1";
  EXPECT_EQ(rate_text(text, {}), rate_text("subscribe", {}));
  EXPECT_EQ(rate_text(std::string(kRatedTextBytesMax, ' ') + "subscribe", {}), WordPoints{});
}

TEST(TextWords, AreAllFound) {
  for (const auto& [points, words] : rated_text_words()) {
    std::string_view rest = words;
    for (std::string_view word = take_name(rest); !word.empty(); word = take_name(rest))
      EXPECT_EQ(rate_text(word, {}),
                (WordPoints{.lowest = points, .highest = points, .mean = points}))
          << word;
  }
}

}  // namespace
}  // namespace tamis::extract
