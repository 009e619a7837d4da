// What a recipe may say of any rule: its bounds, and how it splits its text.
#pragma once

#include <string_view>

#include "tamis/batch/passage.h"
#include "tamis/pipeline/config_node.h"
#include "tamis/pipeline/diagnostics.h"
#include "tamis/rules/rule_stage.h"

namespace tamis::pipeline {

// The settings that every rule takes; `as` is the name of its step.
inline constexpr std::string_view kRuleKeys[] = {"min", "max", "as", "split_words", "split_lines"};

// The rule's own bounds, but for `min` and `max` in `settings`. Complains about bounds that are no
// numbers, that its measure never reaches, or that leave nothing between them.
rules::Bounds read_bounds(const rules::RuleSpec& spec, const ConfigNode& settings,
                          Diagnostics& diagnostics);

// The rule's own split, but for `split_words` and `split_lines`. Complains about kinds that there
// are not, and about a rule that has nothing to split.
TextSplit read_split(const rules::RuleSpec& spec, const ConfigNode& settings,
                     Diagnostics& diagnostics);

}  // namespace tamis::pipeline
