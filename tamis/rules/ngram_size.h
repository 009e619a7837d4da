// How many words the n-grams may have that rules count.
#pragma once

#include <cstdint>

#include "tamis/base/result.h"
#include "tamis/text/ngram_repetition.h"

namespace tamis::rules {

inline Result<void> check_num_words(std::int64_t num_words) {
  static_assert(text::NgramRepetition::kWordsMax == 32, "as the message says");
  if (num_words < 1 || num_words > text::NgramRepetition::kWordsMax)
    return fail(ErrorCode::kInvalidInput, "num_words must be 1 to 32");
  return {};
}

// The parameters of a rule on n-grams as its model, `num_words` within its bounds.
template <typename Params>
struct CheckedNgram {
  Params params;

  static Result<CheckedNgram> make(const Params& params) {
    TAMIS_TRY(check_num_words(params.num_words));
    return CheckedNgram{params};
  }
};

}  // namespace tamis::rules
