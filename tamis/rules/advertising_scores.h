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
#include <utility>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/batch/passage.h"

namespace tamis::rules {

enum class AdvertisingUnit { kSentence, kClause };

class AdvertisingScores {
 public:
  struct Params {};

  static Result<AdvertisingScores> make(const Params&) { return AdvertisingScores(); }

  // The highest score of a sentence or clause of `text`, in log-odds; 0 if none is more likely an
  // advertisement than not. A text has as high a score as any part of it that is cut at the marks
  // which end such units. Linear.
  double best(std::string_view text, AdvertisingUnit unit) const;

 private:
  AdvertisingScores();

  friend class ScoredText;
  using Symbol = std::uint16_t;

  Symbol add_symbol(std::string_view& piece);
  void add_pair(Symbol first, Symbol second, int points);
  std::int32_t points_of_pair(Symbol first, Symbol second) const;

  std::vector<Symbol> symbols_;       // of Chinese characters from U+4E00; 0: of no weight
  std::vector<std::int8_t> points_;   // of the symbols
  std::vector<std::uint32_t> pairs_;  // an open hash table of two symbols and their points
};

// What a rule on sentences or on clauses asks.
template <AdvertisingUnit kUnit>
class UnitAdvertisingScores {
 public:
  using Params = AdvertisingScores::Params;

  static Result<UnitAdvertisingScores> make(const Params& params) {
    TAMIS_ASSIGN(AdvertisingScores scores, AdvertisingScores::make(params));
    return UnitAdvertisingScores(std::move(scores));
  }

  double best(const Passage& passage) const { return scores_.best(passage.text(), kUnit); }
  bool may_find(const Passage& passage) const { return best(passage) > 0; }

 private:
  explicit UnitAdvertisingScores(AdvertisingScores scores) : scores_(std::move(scores)) {}

  AdvertisingScores scores_;
};

}  // namespace tamis::rules
