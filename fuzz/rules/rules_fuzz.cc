// Any bytes through all rules: no crash, finite numbers, the same when asked again, and no byte
// that was not there.
#include <cmath>
#include <string>
#include <vector>

#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

// Made once, as a run does; the word lists take milliseconds.
const std::vector<RuleInstance>& all_rules() {
  static const std::vector<RuleInstance> kRules = [] {
    std::vector<RuleInstance> rules;
    for (const RuleSpec* spec : builtin_rules()) {
      rules.push_back(default_rule(*spec));
      rules.back().cause = kFirstStepCause + static_cast<CauseId>(rules.size());
      rules.back().signal = static_cast<SignalIndex>(rules.size() - 1);
    }
    return rules;
  }();
  return kRules;
}

void check_rule(const RuleInstance& rule, std::string_view text) {
  const Verdict verdict = apply_rule(rule, text, "zh");
  TAMIS_CHECK(std::isfinite(verdict.value) && verdict.value >= 0);
  TAMIS_CHECK(apply_rule(rule, text, "zh").value == verdict.value);
  TAMIS_CHECK(verdict.left.size() <= text.size());
  TAMIS_CHECK(rule.spec->level != Level::kDocument || verdict.left == text);
}

// All rules as one stage: only its order of levels and shared memory are new.
void check_stage(Action action, std::string_view text) {
  const RuleStage stage(all_rules(), action);
  Batch batch;
  batch.signals.resize(static_cast<SignalIndex>(all_rules().size()));
  batch.append({.language = "zh", .text = text});
  const auto scratch = stage.make_scratch();
  stage.process(batch, scratch.get());
  TAMIS_CHECK(batch.selected.size() + batch.dropped.size() == 1);
  TAMIS_CHECK(action == Action::kDrop || batch.text[0] == text);
}

}  // namespace
}  // namespace tamis::rules

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t num_bytes) {
  using namespace tamis::rules;
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  for (const RuleInstance& rule : all_rules()) check_rule(rule, text);
  check_stage(Action::kDrop, text);
  check_stage(Action::kMeasure, text);
  return 0;
}
