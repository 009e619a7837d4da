// A list of phrases that a rule brings along: the model of rules that look for such.
#pragma once

#include <utility>

#include "tamis/rules/rule.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

// `Params` has the member `phrases`.
template <text::Borders kBorders = text::Borders::kByScript>
struct Phrases {
  text::WordMatcher matcher;

  template <typename Params>
  static Result<Phrases> make(const Params& params) {
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(params.phrases, {}, kBorders));
    return Phrases{std::move(matcher)};
  }
};

}  // namespace tamis::rules
