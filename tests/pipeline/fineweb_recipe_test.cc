// Does recipes/fineweb_quality.yaml keep the pages that datatrove's filter keeps, and drop the
// others for its reasons?
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
  EXPECT_EQ(verdicts.num_different(), 0) << verdicts.message();
  EXPECT_EQ(reasons.num_different(), 0) << reasons.message();
}

}  // namespace
}  // namespace tamis::pipeline
