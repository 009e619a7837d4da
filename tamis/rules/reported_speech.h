// Whether an English sentence tells what others say and do: then a call in it calls nobody.
#pragma once

#include <string_view>
#include <utility>

#include "tamis/base/result.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

bool has_quotation_mark(std::string_view text);

class ReportedSpeech {
 public:
  static Result<ReportedSpeech> make();

  // By its quotation marks, or words as "said", "was" and "they" (visitor_phrases.h). Linear.
  bool is_in(std::string_view sentence) const {
    return has_quotation_mark(sentence) || words_.occurs_in(sentence);
  }

 private:
  explicit ReportedSpeech(text::WordMatcher words) : words_(std::move(words)) {}

  text::WordMatcher words_;
};

}  // namespace tamis::rules
