// Clauses that sell or call, found by what they combine.
//
// Each kind of advertising word and each shape of identifier in a clause gives points; two weak
// kinds together, or a weak one beside an identifier, are enough, one is not. A word of a report or
// a rule ("shall", "said", "police") takes points away: it speaks of advertisements.
#pragma once

#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/batch/passage.h"
#include "tamis/rules/advertising_words.h"
#include "tamis/rules/contact_numbers.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

class AdvertisingClauses {
 public:
  static Result<AdvertisingClauses> make();

  // Appends the clauses of `passage` that advertise, in order. Linear.
  void find(const Passage& passage, std::vector<Span>& clauses) const;

  // Whose words it asks a passage for.
  const text::WordMatcher& matcher() const { return matcher_; }

 private:
  AdvertisingClauses(text::WordMatcher matcher, std::vector<AdvertisingKind> kinds)
      : matcher_(std::move(matcher)), kinds_(std::move(kinds)) {}

  text::WordMatcher matcher_;
  std::vector<AdvertisingKind> kinds_;  // of the matcher's words
};

}  // namespace tamis::rules
