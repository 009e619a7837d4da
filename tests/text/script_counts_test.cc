#include "tamis/text/script_counts.h"

#include <gtest/gtest.h>

#include "tamis/text/utf8.h"
#include "tests/text/random_text.h"

namespace tamis::text {
namespace {

TEST(CountScripts, TellsScriptsApart) {
  const ScriptCounts counts = count_scripts("Ab1 中文々〇か カーДa한. ");
  EXPECT_EQ(counts.of(Script::kLatin), 3);
  EXPECT_EQ(counts.of(Script::kHan), 4);
  EXPECT_EQ(counts.of(Script::kHiragana), 1);
  EXPECT_EQ(counts.of(Script::kKatakana), 2);
  EXPECT_EQ(counts.of(Script::kCyrillic), 1);
  EXPECT_EQ(counts.of(Script::kHangul), 1);
  EXPECT_EQ(counts.digits, 1);
  EXPECT_EQ(counts.white_space, 3);
  EXPECT_EQ(counts.others, 1);
}

TEST(CountScripts, CountsEveryCodePointOnce) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::string text;
    append_repaired_utf8(random_text(kMixedPieces, 100, seed), text);
    EXPECT_EQ(count_scripts(text).num_code_points(), std::int64_t(count_code_points(text)));
  }
}

TEST(CountScripts, CountsLongRunsOfAscii) {
  const std::string text(5'000'000, 'x');
  EXPECT_EQ(count_scripts(text).of(Script::kLatin), 5'000'000);
}

TEST(ChineseCodePoints, CountsHanAlone) { EXPECT_EQ(chinese_code_points("中文，abc かな"), 2); }

}  // namespace
}  // namespace tamis::text
