// Do the recipes after RefinedWeb correct lines, and drop pages that had too much to correct?
#include "tests/pipeline/golden_recipe.h"

namespace tamis::pipeline {
namespace {

// Prose of 85 words.
const std::string kProse =
    "The mill by the river has ground flour since 1870, when a farmer bought an old barn that had "
    "stood empty for years.\\nHe put in two wheels of stone, dug a channel to the water, and "
    "waited for the rain that would have to come in autumn.\\nIt came in October, and with it "
    "the first carts from the villages around.\\nToday his great-granddaughter runs the place, "
    "sells bread at the market of the town and shows visitors how the wheels turn.\\n";

rules::GoldenDocument document(const std::string& text) {
  return rules::GoldenDocument(R"({"id": "1", "lang": "en", "source": "", "text": ")" + text +
                               "\"}");
}

class RefinedWebRecipe : public testing::TestWithParam<const char*> {};

TEST_P(RefinedWebRecipe, TakesOutWhatIsOfThePage) {
  const rules::GoldenDocument page =
      document(kProse + "3 likes\\nShe also bakes cakes Read more...\\n");
  const Fate fate = fates_of(GetParam(), std::span(&page, 1))[0];
  EXPECT_TRUE(fate.is_kept) << fate.dropped_by;
  EXPECT_EQ(fate.num_cut.at("line_counter_count"), 1);
  EXPECT_TRUE(fate.text.ends_with("turn.\nShe also bakes cakes\n")) << fate.text;
}

TEST_P(RefinedWebRecipe, DropsPagesThatLostMoreThanATwentieth) {
  const rules::GoldenDocument page =
      document(kProse + "2021\\nHome\\nNEWS\\nShop\\n14 comments\\n");
  const Fate fate = fates_of(GetParam(), std::span(&page, 1))[0];
  EXPECT_FALSE(fate.is_kept);
  EXPECT_EQ(fate.dropped_by, "cut_word_ratio");
}

// What the transform takes counts too: nine words.
TEST_P(RefinedWebRecipe, CountsPhrasesAsCut) {
  const rules::GoldenDocument page = document(
      kProse + "One lamp items in cart\\nTwo jars items in cart\\nA bowl items in cart\\n");
  EXPECT_EQ(fates_of(GetParam(), std::span(&page, 1))[0].dropped_by, "cut_word_ratio");
}

// Different words that are no stop words, six to a line, with what stands before a line.
std::string words(int num_words, const std::string& before_line) {
  std::string text;
  for (int i = 0; i < num_words; ++i) {
    const char last = static_cast<char>('a' + i % 26);
    text += i % 6 == 0 ? before_line : " ";
    text += std::string("mill") + static_cast<char>('a' + i / 26) + last;
  }
  return text;
}

// What becomes of a page that is taken for English.
Fate fate_of(const char* recipe, const std::string& text) {
  const rules::GoldenDocument page = document(text);
  return fates_of(recipe, std::span(&page, 1), {"language.language_id.keeps_declared=true"})[0];
}

TEST_P(RefinedWebRecipe, CountsDocumentsAsDclm) {
  EXPECT_TRUE(fate_of(GetParam(), "The" + words(60, " ") + " The").is_kept);
  EXPECT_TRUE(fate_of(GetParam(), "The the" + words(60, "\\n■ ")).is_kept);
  EXPECT_EQ(fate_of(GetParam(), "The the" + words(47, " ") + " - - - - - -").dropped_by,
            "word_count");
}

INSTANTIATE_TEST_SUITE_P(Recipes, RefinedWebRecipe,
                         testing::Values("refinedweb", "dclm_heuristics"),
                         [](const auto& test) { return std::string(test.param); });

// What a recipe measures of a text.
double signal_of(const char* recipe, const std::string& name, const std::string& text) {
  const rules::GoldenDocument page = document(text);
  return fates_of(recipe, std::span(&page, 1))[0].signals.at(name);
}

TEST(RedPajamaRecipe, MeasuresAndKeepsAll) {
  const rules::GoldenDocument page = document("x");
  EXPECT_TRUE(fates_of("redpajama2_signals", std::span(&page, 1))[0].is_kept);
}

// Python's Counter.most_common(1): of several that are equally frequent the one met first.
TEST(RedPajamaRecipe, TakesTheFirstOfTheMostFrequentNgrams) {
  const auto top_2gram = [](const std::string& text) {
    return signal_of("redpajama2_signals", "rps_doc_frac_chars_top_2gram", text);
  };
  EXPECT_DOUBLE_EQ(top_2gram("a b a b longword x longword x"), 4.0 / 22);
  EXPECT_DOUBLE_EQ(top_2gram("山 水 山 水 长江 与 长江 与"), 4.0 / 10);
}

TEST(RedPajamaRecipe, KnowsStopWordsByTheirCase) {
  EXPECT_DOUBLE_EQ(
      signal_of("redpajama2_signals", "rps_doc_stop_word_fraction", "The mill, the river"),
      1.0 / 5);
}

}  // namespace
}  // namespace tamis::pipeline
