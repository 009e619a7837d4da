// A rule for tests: a piece with the mark in it fails. One mark for each level.
#pragma once

#include <algorithm>

#include "tamis/rules/rule_stage.h"

namespace tamis::rules {

template <char kMark>
double count_marks(const Passage& passage) {
  return static_cast<double>(std::count(passage.text().begin(), passage.text().end(), kMark));
}

template <char kMark, Level kLevel>
inline constexpr RuleSpec kMarkRule = {.name = "mark_count",
                                       .version = 1,
                                       .level = kLevel,
                                       .keep = {.max = 0},
                                       .measure = plain<count_marks<kMark>>};

// A piece fails with more than `max` times the mark.
template <char kMark, Level kLevel>
RuleInstance mark_rule(CauseId cause = kFirstStepCause, SignalIndex signal = 0, double max = 0) {
  RuleInstance rule;
  rule.spec = &kMarkRule<kMark, kLevel>;
  rule.keep = {.max = max};
  rule.cause = cause;
  rule.signal = signal;
  return rule;
}

}  // namespace tamis::rules
