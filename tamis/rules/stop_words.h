// The rules that count function words: their parameters, and what is made of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tamis/catalog/spec.h"
#include "tamis/rules/rule.h"
#include "tamis/rules/word_set.h"

namespace tamis::rules {

inline constexpr std::string_view kStopWordCounting[] = {"distinct", "occurrences"};

// `Params` has the members `words`, `counting` and `ignores_case`.
template <typename Params>
inline constexpr ParamSpec kStopWordParams[] = {
    param<&Params::words>("words", "What counts: words as split_words cuts them."),
    param<&Params::counting>("counting",
                             "distinct: how many of the words occur (datatrove); occurrences: how "
                             "often any of them does (Dolma, DCLM).",
                             kStopWordCounting),
    param<&Params::ignores_case>("ignores_case", "A to Z equal a to z."),
};

struct StopWords {
  WordSet set;
  bool counts_distinct = true;

  template <typename Params>
  static Result<StopWords> make(const Params& params) {
    TAMIS_ASSIGN(WordSet set, WordSet::make(params.words, params.ignores_case));
    return StopWords{std::move(set), params.counting == "distinct"};
  }

  double count(const Passage& passage) const {
    const text::DistinctWords& words = passage.distinct_words();
    return static_cast<double>(counts_distinct ? set.count_distinct(words)
                                               : set.count_occurrences(words));
  }
};

}  // namespace tamis::rules
