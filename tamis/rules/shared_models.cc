#include "tamis/rules/shared_models.h"

#include <algorithm>

namespace tamis::rules {
namespace {

// Whether both would make the same model. A function that makes models knows one type of
// parameters.
bool have_equal_models(const RuleInstance& rule, const RuleInstance& other) {
  auto* const make_model = rule.spec->measure.setup.make_model;
  return make_model != nullptr && make_model == other.spec->measure.setup.make_model &&
         std::ranges::all_of(rule.spec->params, [&](const ParamSpec& param) {
           return param.get(rule.params.get()) == param.get(other.params.get());
         });
}

}  // namespace

void share_models(std::vector<RuleInstance>& rules) {
  for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
    const auto same = std::find_if(rules.begin(), rule, [&](const RuleInstance& other) {
      return have_equal_models(*rule, other);
    });
    if (same != rule) rule->model = same->model;
  }
}

}  // namespace tamis::rules
