// Rules as a recipe with settings makes them.
#pragma once

#include <initializer_list>
#include <string_view>

#include "tests/rules/default_rule.h"

namespace tamis::rules {

// What a recipe says of a parameter: {"marks", ParamValue(...)}.
struct Setting {
  std::string_view name;
  ParamValue value;
};

struct Split {
  std::optional<text::WordKind> words = {};  // nothing: the rule's own
  std::optional<text::LineKind> lines = {};
};

// Requires: there is a rule of that name, it has the parameters, and can be made of them.
inline RuleInstance configured_rule(std::string_view name, std::initializer_list<Setting> settings,
                                    Split split = {}) {
  RuleInstance rule = default_rule(name);
  for (const auto& [param_name, value] : settings) {
    bool is_set = false;
    for (const ParamSpec& param : rule.spec->params) {
      if (param.name == param_name) is_set = param.set(rule.params.get(), value);
    }
    TAMIS_CHECK(is_set);
  }
  const Setup& setup = rule.spec->measure.setup;
  if (setup.make_model != nullptr) {
    ReadFiles files;
    auto model = setup.make_model(rule.params.get(), files);
    TAMIS_CHECK(model.has_value());
    rule.model = *std::move(model);
  }
  rule.split.words = split.words.value_or(rule.split.words);
  rule.split.lines = split.lines.value_or(rule.split.lines);
  return rule;
}

}  // namespace tamis::rules
