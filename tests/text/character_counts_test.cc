#include "tamis/text/character_counts.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string>

#include "tamis/text/special_characters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

void add_slowly(char32_t code_point, CharacterCounts& counts) {
  const auto c = static_cast<UChar32>(code_point);
  const std::uint32_t category = U_GET_GC_MASK(c);
  const auto holds = [&](std::uint32_t mask) { return (category & mask) != 0 ? 1 : 0; };
  UErrorCode status = U_ZERO_ERROR;
  ++counts.num_code_points;
  counts.letters += holds(U_GC_L_MASK);
  counts.digits += holds(U_GC_ND_MASK);
  counts.numbers += holds(U_GC_N_MASK);
  counts.marks += holds(U_GC_M_MASK);
  counts.punctuation += holds(U_GC_P_MASK);
  counts.symbols += holds(U_GC_S_MASK);
  counts.private_use += holds(U_GC_CO_MASK);
  counts.white_space += is_python_space(code_point) ? 1 : 0;
  counts.upper_case += u_isUUppercase(c) ? 1 : 0;
  counts.replacements += code_point == kReplacement ? 1 : 0;
  const bool is_han = uscript_getScript(c, &status) == USCRIPT_HAN &&
                      holds(U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK);
  counts.han += is_han ? 1 : 0;
  counts.special += is_special_character(code_point) ? 1 : 0;
}

// One code point after the other, by ICU.
CharacterCounts count_slowly(std::string_view text) {
  CharacterCounts counts;
  while (!text.empty()) {
    const Decoded decoded = decode_code_point(text);
    add_slowly(decoded.code_point, counts);
    text.remove_prefix(decoded.num_bytes);
  }
  return counts;
}

TEST(CountCharacters, AgreesWithIcuOnEveryCodePoint) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    std::string text;
    append_code_point(c, text);
    ASSERT_EQ(count_characters(text), count_slowly(text)) << "U+" << std::hex << std::uint32_t(c);
  }
}

TEST(CountCharacters, AgreesWithItsSlowTwinOnAnyText) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::string text = random_text(kMixedPieces, static_cast<int>(seed), seed);
    for (const std::size_t begin : {0u, 1u, 2u, 3u}) {
      const std::string_view tail = std::string_view(text).substr(std::min(begin, text.size()));
      CodePointCounter counter;
      counter.count(tail);
      ASSERT_EQ(count_characters(tail), count_slowly(tail)) << text;
      ASSERT_EQ(count_characters(counter), count_slowly(tail)) << text;
    }
  }
}

TEST(CountCharacters, KnowsTheKindsOfPython) {
  const CharacterCounts counts = count_characters("Ab1 ½Ⅷ٣ 中。！é\u0301 €😀\u3000\x1C\n");
  EXPECT_EQ(counts.num_code_points, 19);
  EXPECT_EQ(counts.letters, 4);  // A b 中 é
  EXPECT_EQ(counts.digits, 2);   // 1 ٣
  EXPECT_EQ(counts.numbers, 4);  // and ½ Ⅷ
  EXPECT_EQ(counts.marks, 1);
  EXPECT_EQ(counts.punctuation, 2);  // 。！
  EXPECT_EQ(counts.symbols, 2);      // € 😀
  EXPECT_EQ(counts.white_space, 6);
  EXPECT_EQ(counts.upper_case, 2);  // A Ⅷ
  EXPECT_EQ(counts.han, 1);
}

TEST(CountCharacters, CountsEachIllFormedPartAsAReplacement) {
  const struct {
    std::string_view text;
    std::int64_t num_parts;
  } cases[] = {{"\xE4\xB8", 1},
               {"\xE4\xB8\xFF", 2},
               {"\xED\xA0\x80", 3},
               {"\xF0\x9F\x98", 1},
               {"\xE0\x80\x80", 3},
               {"a\x80"
                "b",
                1},
               {"\uFFFD", 1}};
  for (const auto& [text, num_parts] : cases) {
    EXPECT_EQ(count_characters(text).replacements, num_parts) << text;
  }
}

TEST(CountCharacters, CountsLongRunsOfOneCharacter) {
  EXPECT_EQ(count_characters(std::string(5'000'001, ' ')).white_space, 5'000'001);
  EXPECT_EQ(count_characters("").num_code_points, 0);
  for (const std::size_t num_bytes : {65'534, 65'535, 65'536, 65'537}) {
    const std::string marks(num_bytes, '!');
    EXPECT_EQ(count_characters(marks), count_slowly(marks));
  }
}

}  // namespace
}  // namespace tamis::text
