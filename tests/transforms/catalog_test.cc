// Every transform by what it says of itself: its examples, and what must hold for any text.
#include <gtest/gtest.h>

#include <ctime>
#include <set>
#include <string>

#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"
#include "tests/transforms/apply_transform.h"

namespace tamis::transforms {
namespace {

std::string repeated(std::string_view piece, std::size_t num_bytes) {
  std::string text;
  while (text.size() < num_bytes) text += piece;
  return text;
}

class EveryTransform : public testing::TestWithParam<const TransformSpec*> {};

// Not checked by transform(): gcc's sanitizers do not let a constant expression compare functions.
TEST_P(EveryTransform, Edits) { ASSERT_NE(GetParam()->edit.call, nullptr); }

TEST_P(EveryTransform, DoesWhatItsExamplesShow) {
  for (const Example& example : GetParam()->examples) {
    const Outcome outcome = apply_transform(*GetParam(), example.text);
    EXPECT_EQ(outcome.text, example.edited);
    EXPECT_EQ(outcome.language, example.language);
  }
}

TEST_P(EveryTransform, ChangesNothingTheSecondTime) {
  for (const TransformSpec* spec : builtin_transforms()) {
    for (const Example& example : spec->examples) {
      const Outcome once = apply_transform(*GetParam(), example.text);
      EXPECT_EQ(apply_transform(*GetParam(), once.text).text, once.text);
    }
  }
}

TEST_P(EveryTransform, KeepsFullWidthPunctuation) {
  const std::string_view text = "他说：“你好，世界！”（《论语》；是吗？）‘好’。";
  EXPECT_EQ(apply_transform(*GetParam(), text).text, text);
}

TEST_P(EveryTransform, TakesAnyBytes) {
  for (const std::string_view text :
       {std::string_view(""), std::string_view("\0", 1), std::string_view("\xFF\xFE(\xE4\xB8"),
        std::string_view("\xC3(\xA9 \xF0\x9F"), std::string_view("\xED\xA0\x80:\xED\xBF\xBF"),
        std::string_view("\n\n\n"), std::string_view("\xE4\xE4\xE4\xF4\x90\x80\x80")}) {
    EXPECT_EQ(apply_transform(*GetParam(), text), apply_transform(*GetParam(), text));
  }
}

// Ten megabytes of the worst; quadratic code would take hours.
TEST_P(EveryTransform, TakesTimeLinearInTheText) {
  constexpr std::size_t kNumBytes = 10'000'000;
  for (const std::string_view piece :
       {"a", "字", " ", "　", "😀", "(^", "(", "★", "=", "\u200D", "一\n", "- \n", "👩\u200D", "*a",
        "中 ", "1", "\r", "乾", "（"}) {
    const std::clock_t start = std::clock();  // of the processor: other work must not count
    const std::string edited = apply_transform(*GetParam(), repeated(piece, kNumBytes)).text;
    EXPECT_LT((std::clock() - start) / CLOCKS_PER_SEC, 20) << piece;
    EXPECT_LE(edited.size(), kNumBytes * 3 + 16) << piece;
    EXPECT_TRUE(text::is_valid_utf8(edited)) << piece;
  }
}

INSTANTIATE_TEST_SUITE_P(Catalog, EveryTransform, testing::ValuesIn(builtin_transforms()),
                         [](const auto& test) { return std::string(test.param->name); });

TEST(TransformCatalog, NamesAreUniqueAndSignalsToo) {
  std::set<std::string_view> names;
  for (const TransformSpec* spec : builtin_transforms()) {
    EXPECT_TRUE(names.insert(spec->name).second) << spec->name;
    if (spec->signal.empty()) continue;
    EXPECT_TRUE(names.insert(spec->signal).second) << spec->signal;
  }
}

}  // namespace
}  // namespace tamis::transforms
