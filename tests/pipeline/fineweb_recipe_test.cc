// Does recipes/fineweb_quality.yaml keep the pages that datatrove's filter keeps, and drop the
// others for its reasons? Does recipes/fineweb.yaml run the filters one after the other?
#include "tests/pipeline/golden_recipe.h"

namespace tamis::pipeline {
namespace {

const std::string kFilter = "/datatrove/filters/fineweb_quality/";

// The step of the recipe that stands for one of the reference's reasons.
std::string step_of(const std::optional<std::string>& reason) {
  static const std::map<std::string, std::string> kSteps = {
      {"empty", "terminal_mark_line_ratio"},
      {"line_punct_ratio", "terminal_mark_line_ratio"},
      {"short_line_ratio", "short_line_ratio"},
      {"char_dup_ratio", "duplicate_line_code_point_ratio"},
      {"list_ratio", "new_line_to_word_ratio"},
  };
  return reason ? kSteps.at(*reason) : "";
}

class FinewebRecipe : public rules::GoldenRules {};

// Japanese pages that the reference's profile for Chinese split into words, and Tamis does not.
constexpr std::int64_t kNumJapanese = 4;

TEST_F(FinewebRecipe, DecidesAsDatatroveAndForItsReasons) {
  const auto documents = rules::golden_documents();
  const std::vector<Fate> fates = fates_of("fineweb_quality", documents);
  rules::Differences verdicts;
  rules::Differences reasons;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    const auto is_kept = documents[i].boolean(kFilter + "keep");
    if (!is_kept) continue;  // the reference divides by zero words
    const std::string& step = fates[i].dropped_by;
    verdicts.expect_equal(documents[i], step, fates[i].is_kept ? 1 : 0, *is_kept ? 1 : 0);
    reasons.expect_equal(documents[i], step,
                         step == step_of(documents[i].string(kFilter + "reason")) ? 1 : 0, 1);
  }
  EXPECT_GT(verdicts.num_compared(), 2300);
  EXPECT_EQ(verdicts.num_different(), kNumJapanese) << verdicts.message();
  EXPECT_EQ(reasons.num_different(), kNumJapanese) << reasons.message();
}

// The reference's verdicts are on the text as it was, so that only the filters up to C4, which
// rewrites it, can be compared.
TEST_F(FinewebRecipe, DecidesAsTheChainUpToC4) {
  const auto documents = rules::golden_documents();
  const std::vector<Fate> fates = fates_of("fineweb", documents);
  rules::Differences verdicts;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (documents[i].language != "en" || fates[i].dropped_by == "no_branch") continue;
    bool is_kept = true;
    for (const std::string filter : {"gopher_repetition", "gopher_quality", "c4_quality_fineweb"})
      is_kept = is_kept && documents[i].boolean("/datatrove/filters/" + filter + "/keep") == true;
    const bool is_past_c4 = fates[i].is_kept || fates[i].dropped_in == "quality";
    verdicts.expect_equal(documents[i], fates[i].dropped_by, is_past_c4 ? 1 : 0, is_kept ? 1 : 0);
  }
  EXPECT_GT(verdicts.num_compared(), 1200);
  EXPECT_EQ(verdicts.num_different(), 0) << verdicts.message();
}

TEST(FinewebRecipeCases, DropsWhatIsNotEnglish) {
  const rules::GoldenDocument document(
      R"({"id":"a","lang":"zh","source":"s","text":"这个网站发布简体中文的新闻。"})");
  EXPECT_EQ(fates_of("fineweb", {&document, 1})[0].dropped_by, "no_branch");
}

}  // namespace
}  // namespace tamis::pipeline
