// Rules as a recipe without settings makes them; rules on lists with the list of their examples.
#pragma once

#include <utility>

#include "tamis/base/check.h"
#include "tamis/rules/rule_stage.h"

namespace tamis::rules {

inline RuleInstance default_rule(const RuleSpec& spec) {
  RuleInstance rule;
  rule.spec = &spec;
  rule.keep = spec.keep;
  rule.split = default_split(spec);
  const Setup& setup = spec.measure.setup;
  rule.params = example_params(spec);
  if (setup.make_model != nullptr) {
    ReadFiles files;
    auto model = setup.make_model(rule.params.get(), files);
    TAMIS_CHECK(model.has_value());
    rule.model = *std::move(model);
  }
  return rule;
}

// Requires: there is a rule of that name.
inline RuleInstance default_rule(std::string_view name) {
  for (const RuleSpec* spec : builtin_rules()) {
    if (spec->name == name) return default_rule(*spec);
  }
  detail::fail_check("a rule of that name", __FILE__, __LINE__);
}

// The number that a rule gives a text by itself.
inline double measure(const RuleInstance& rule, std::string_view text,
                      std::string_view language = "en") {
  PassageScratch scratch;
  return rule.measure(Passage(text, {.language = language}, scratch));
}

}  // namespace tamis::rules
