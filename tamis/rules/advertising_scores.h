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

  // The highest score of a sentence, or of clauses that follow one another in a sentence, of
  // `text`, in log-odds; 0 if none is more likely an advertisement than not, or none is Chinese. A
  // text has as high a score as any part of it that is cut at the marks which end such units.
  // Linear.
  double best(std::string_view text, AdvertisingUnit unit) const;

  // The same of a passage, which is read once for both units. A clause is scored together with the
  // clauses around it that speak likewise: one says too little.
  double best(const Passage& passage, AdvertisingUnit unit) const;

  // Replaces `sentences` by those of `text` that score above 0 or have clauses that
  // do. Linear.
  void find(std::string_view text, std::vector<Span>& sentences) const;
  void find(const Passage& passage, std::vector<Span>& sentences) const;

 private:
  using Symbol = PairPoints::Symbol;

  // Of Chinese characters from U+4E00; 0: of no weight.
  using Symbols = std::vector<Symbol>;

  // Sums of the points of clauses that follow one another.
  struct RunPoints {
    std::int32_t all = 0;
    std::int32_t highest = 0;     // of any run of them, 0 of none
    std::int32_t from_begin = 0;  // the highest of runs that begin with the first
    std::int32_t to_end = 0;      // of those that end with the last

    static RunPoints of_clause(std::int32_t points);
    void append(const RunPoints& next);
  };

  // A sentence's points before the odds of any text count, and whether a clause of it is prose.
  struct SentencePoints {
    RunPoints clauses;
    bool has_prose = false;

    std::int32_t of(AdvertisingUnit unit) const;
  };
  class Reader;

  AdvertisingScores(Symbols symbols, std::vector<std::int16_t> points,
                    std::vector<PairPoints::Pair> pairs);

  template <typename Use>
  void for_each_sentence(std::string_view text, Use use) const;

  // Of a text that is taken for one sentence.
  RunPoints run_points(std::string_view text) const;
  double clause_score(std::string_view clause, std::string_view vicinity) const;

  Symbols symbols_;
  std::vector<std::int16_t> points_;  // of the symbols
  PairPoints pairs_;
};

}  // namespace tamis::rules
