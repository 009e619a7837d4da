// How numbers spread: counts in fixed bins, so that histograms of batches add up to the same
// whatever their order.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "tamis/batch/drop_reason.h"

namespace tamis {

// How a number's values spread.
enum class Scale {
  kShare,   // 0 to 1
  kRatio,   // 0 upwards, mostly below 1
  kCount,   // 0 upwards
  kNumber,  // any
};

class Histogram {
 public:
  // Shares and ratios: 40 bins of .025 from 0 to 1. Counts: 0, then four bins to each doubling from
  // 1 to 2^20. Other numbers: two bins to each doubling from 2^-6 to 2^14, as many below 0, and one
  // between. Numbers beyond the ends go to the end bins.
  static constexpr int kNumBins = 82;

  static int bin_of(double value, Scale scale);
  static int num_bins(Scale scale);

  static bool is_from_0_to_1(Scale scale) {
    return scale == Scale::kShare || scale == Scale::kRatio;
  }

  // The lower edge of a bin; that of bin num_bins() is the upper edge of the last.
  static double lower_edge(int bin, Scale scale);

  void add(double value, Scale scale);
  Histogram& operator+=(const Histogram& other);

  std::int64_t count(int bin) const { return counts_[static_cast<std::size_t>(bin)]; }
  std::int64_t total() const;

  // For those who store them.
  std::array<std::int64_t, kNumBins>& counts() { return counts_; }
  const std::array<std::int64_t, kNumBins>& counts() const { return counts_; }

 private:
  std::array<std::int64_t, kNumBins> counts_{};
};

// What rules measured of paragraphs, sentences and clauses, whether these were cut or not: a
// histogram for each rule, so that a document of five million lines takes no more memory than one.
class UnitHistograms {
 public:
  void add(CauseId cause, double value, Scale scale) {
    if (cause >= histograms_.size()) histograms_.resize(cause + 1);
    histograms_[cause].add(value, scale);
  }

  // Of causes below num_causes(); the others measured nothing.
  std::size_t num_causes() const { return histograms_.size(); }
  const Histogram& operator[](CauseId cause) const { return histograms_[cause]; }

  void clear() { histograms_.clear(); }

 private:
  std::vector<Histogram> histograms_;  // by cause
};

}  // namespace tamis
