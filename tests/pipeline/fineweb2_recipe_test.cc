// Does recipes/fineweb2_chinese.yaml keep the pages that FineWeb-2's filters of Mandarin keep?
#include "tests/pipeline/golden_recipe.h"

namespace tamis::pipeline {
namespace {

// Whether each of the reference's three filters keeps the document; nothing if one of them throws.
std::optional<bool> is_kept_by_reference(const rules::GoldenDocument& document) {
  bool is_kept = true;
  for (const std::string filter : {"gopher_repetition", "fineweb_quality", "gopher_quality"}) {
    const auto keeps = document.boolean("/datatrove/filters/fineweb2_cmn_" + filter + "/keep");
    if (!keeps) return std::nullopt;
    is_kept = is_kept && *keeps;
  }
  return is_kept;
}

class Fineweb2Recipe : public rules::GoldenRules {};

TEST_F(Fineweb2Recipe, DecidesAsDatatroveOnChinesePages) {
  std::vector<rules::GoldenDocument> documents;
  for (const rules::GoldenDocument& document : rules::golden_documents()) {
    if (document.language == "zh" && is_kept_by_reference(document)) documents.push_back(document);
  }
  ASSERT_GT(documents.size(), 900);
  const std::vector<Fate> fates = fates_of("fineweb2_chinese", documents);
  rules::Differences verdicts;
  for (std::size_t i = 0; i < fates.size(); ++i) {
    verdicts.expect_equal(documents[i], fates[i].dropped_by, fates[i].is_kept ? 1 : 0,
                          *is_kept_by_reference(documents[i]) ? 1 : 0);
  }
  // A hundredth where 3 % are wanted.
  EXPECT_LE(100 * verdicts.num_different(), verdicts.num_compared()) << verdicts.message();
}

}  // namespace
}  // namespace tamis::pipeline
