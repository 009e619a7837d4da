// How a rule's numbers spread: counts in fixed bins, so that histograms of batches add up to the
// same whatever their order.
#pragma once

#include <array>
#include <cstdint>

#include "tamis/rules/rule.h"

namespace tamis::pipeline {

class Histogram {
 public:
  // Ratios: 40 bins of .025 from 0 to 1. Counts: 0, then four bins to each doubling from 1 to
  // 2^20. Numbers beyond the ends go to the end bins.
  static constexpr int kNumBins = 82;

  static int bin_of(double value, rules::Scale scale);
  static int num_bins(rules::Scale scale);

  // The lower edge of a bin; that of bin num_bins() is the upper edge of the last.
  static double lower_edge(int bin, rules::Scale scale);

  void add(double value, rules::Scale scale);
  Histogram& operator+=(const Histogram& other);

  std::int64_t count(int bin) const { return counts_[static_cast<std::size_t>(bin)]; }
  std::int64_t total() const;

 private:
  std::array<std::int64_t, kNumBins> counts_{};
};

}  // namespace tamis::pipeline
