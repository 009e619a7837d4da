#include "tamis/text/code_point_counter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

TEST(CodePointCounter, CountsTheLastTextAlone) {
  CodePointCounter counter;
  counter.count("before: 文 山😀");
  counter.count("a山山\xFF水a");
  const std::vector<CodePointCount> expected = {{U'山', 2}, {0xFFFD, 1}, {U'水', 1}};
  EXPECT_TRUE(std::ranges::equal(counter.beyond_ascii(), expected));
  EXPECT_EQ(counter.ascii()['a'], 2);
  EXPECT_EQ(counter.ascii()[':'], 0);
  EXPECT_EQ(counter.num_of("a:b"), 2);
}

// Four of three bytes are decoded at once, if they are characters.
TEST(CodePointCounter, DecodesFourAtOnceAsOneByOne) {
  for (const std::string_view piece :
       {"\xED\xA0\x80", "\xE0\x80\x80", "\xE4\xB8\xB8", "\xE1\x80\x80", "\xEF\xBF\xBF",
        "\xED\x9F\xBF", "\xE4\xB8", "\xF0\x9F\x98\x80"}) {
    for (std::size_t place = 0; place < 4; ++place) {
      std::string text;
      for (std::size_t i = 0; i < 8; ++i) text += i == place ? piece : "山";
      CodePointCounter counter;
      counter.count(text);
      const auto expected = decode_code_point(piece).code_point;
      const auto met = counter.beyond_ascii();
      EXPECT_TRUE(std::ranges::count(met, expected, &CodePointCount::code_point) == 1) << place;
      EXPECT_TRUE(std::ranges::count(met, CodePointCount{U'山', 7}) == 1) << place;
    }
  }
}

TEST(CodePointCounter, MissesNothingHoweverLongTheText) {
  CodePointCounter counter;
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::string text = random_text(kMixedPieces, static_cast<int>(seed), seed);
    std::vector<std::uint32_t> expected(0x110000);
    for (std::string_view rest = text; !rest.empty();) {
      const Decoded decoded = decode_code_point(rest);
      ++expected[decoded.code_point];
      rest.remove_prefix(decoded.num_bytes);
    }
    counter.count(text);
    for (std::size_t c = 0; c < 128; ++c) EXPECT_EQ(counter.ascii()[c], expected[c]);
    for (const auto& [code_point, num_occurrences] : counter.beyond_ascii()) {
      EXPECT_EQ(std::exchange(expected[code_point], 0), num_occurrences);
    }
    EXPECT_EQ(std::count_if(expected.begin() + 128, expected.end(), [](auto n) { return n > 0; }),
              0);
  }
}

}  // namespace
}  // namespace tamis::text
