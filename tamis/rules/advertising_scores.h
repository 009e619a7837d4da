// How much a text speaks as advertisements do, whatever they sell.
//
// Advertisements that name no channel, number or price still give themselves away by how they
// speak: to the reader, of the best, at once, without the small words of prose. No word of these
// tells, but many weak signs add up: each character and each pair of neighbours has a learnt weight
// (advertising_weights.h), and the sum is the logarithm of the odds. A linear model of character
// bigrams is what filters of e-mail and finders of languages are, and what fits in a cache.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/batch/passage.h"
#include "tamis/rules/pair_points.h"

namespace tamis::rules {

enum class AdvertisingUnit { kSentence, kClause };

class AdvertisingScores {
 public:
  struct Params {};

  static Result<AdvertisingScores> make(const Params&);

  // The highest score of a sentence or clause of `text`, in log-odds; 0 if none is more likely an
  // advertisement than not, or none is Chinese. A text has as high a score as any part of it that
  // is cut at the marks which end such units. Linear.
  double best(std::string_view text, AdvertisingUnit unit) const;

  // The same of a passage, which is read once for both units.
  double best(const Passage& passage, AdvertisingUnit unit) const;

  // Replaces `sentences` by those of `text` that score above 0 or have a clause that
  // does. Linear.
  void find(std::string_view text, std::vector<Span>& sentences) const;

 private:
  using Symbol = PairPoints::Symbol;

  // Of Chinese characters from U+4E00; 0: of no weight.
  using Symbols = std::vector<Symbol>;

  // A sentence's score by unit, in points: of the whole, and of its best clause.
  struct SentencePoints {
    std::int32_t of_sentence = 0;
    std::int32_t of_clause = 0;
  };
  class Reader;

  AdvertisingScores(Symbols symbols, std::vector<std::int16_t> points,
                    std::vector<PairPoints::Pair> pairs);

  template <typename Use>
  void for_each_sentence(std::string_view text, Use use) const;

  Symbols symbols_;
  std::vector<std::int16_t> points_;  // of the symbols
  PairPoints pairs_;
};

}  // namespace tamis::rules
