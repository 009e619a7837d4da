#include "tests/rules/golden_rules.h"

namespace tamis::rules {
namespace {

TEST_F(GoldenRules, HoldDocumentsWordsAndNumbers) {
  std::int64_t num_with_words = 0;
  for (const GoldenDocument& document : golden_documents())
    num_with_words += document.words ? 1 : 0;
  EXPECT_EQ(golden_documents().size(), 2311u);
  EXPECT_EQ(num_with_words, 463);
}

TEST_F(GoldenRules, TellAbsentFromZero) {
  const GoldenDocument document(
      R"({"id":"a","lang":"zh","source":"s","text":"字","x":{"y":0,"z":null,"s":[[0,2,1.5]]}})");
  EXPECT_EQ(document.number("/x/y"), 0);
  EXPECT_FALSE(document.number("/x/z"));
  EXPECT_FALSE(document.number("/x/text"));
  EXPECT_FALSE(document.boolean("/x/y"));
  ASSERT_EQ(document.spans("/x/s").size(), 1u);
  EXPECT_EQ(document.spans("/x/s")[0], (GoldenDocument::Span{0, 2, 1.5}));
}

TEST_F(GoldenRules, ReportDifferences) {
  Differences differences;
  const GoldenDocument& document = golden_documents()[0];
  differences.expect_near(document, "a", 0.1 + 0.2, 0.3);
  differences.expect_near(document, "b", std::nullopt, std::nullopt);
  EXPECT_EQ(differences.num_different(), 0);
  differences.expect_near(document, "c", 0, std::nullopt);
  differences.expect_equal(document, "d", 1, 2);
  EXPECT_EQ(differences.num_different(), 2);
  EXPECT_EQ(differences.num_compared(), 4);
}

}  // namespace
}  // namespace tamis::rules
