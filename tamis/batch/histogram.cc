#include "tamis/batch/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace tamis {
namespace {

constexpr int kNumRatioBins = 40;
constexpr int kBinsPerDoubling = 4;

// The bin of a count of at least 1: that of the doubling, which the exponent tells exactly, and the
// edges inside it that the count has reached.
int bin_of_count(double value) {
  static const auto kInnerEdges = [] {
    std::array<double, kBinsPerDoubling - 1> edges = {};
    for (int i = 1; i < kBinsPerDoubling; ++i) {
      edges[static_cast<std::size_t>(i - 1)] = std::exp2(static_cast<double>(i) / kBinsPerDoubling);
    }
    return edges;
  }();
  constexpr int kMantissaBits = std::numeric_limits<double>::digits - 1;
  constexpr std::uint64_t kMantissa = (std::uint64_t{1} << kMantissaBits) - 1;
  constexpr auto kOne = std::bit_cast<std::uint64_t>(1.0);
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const auto num_doublings = static_cast<int>((bits - kOne) >> kMantissaBits);
  const auto mantissa = std::bit_cast<double>((bits & kMantissa) | kOne);  // 1 to 2
  const auto num_reached =
      std::ranges::count_if(kInnerEdges, [&](double edge) { return mantissa >= edge; });
  return 1 + kBinsPerDoubling * num_doublings + static_cast<int>(num_reached);
}

}  // namespace

int Histogram::num_bins(Scale scale) { return scale == Scale::kRatio ? kNumRatioBins : kNumBins; }

double Histogram::lower_edge(int bin, Scale scale) {
  if (scale == Scale::kRatio) return static_cast<double>(bin) / kNumRatioBins;
  if (bin == 0) return 0;
  return std::exp2(static_cast<double>(bin - 1) / kBinsPerDoubling);
}

int Histogram::bin_of(double value, Scale scale) {
  const int last = num_bins(scale) - 1;
  if (scale == Scale::kRatio) {
    const double bin = std::floor(value * kNumRatioBins);
    return static_cast<int>(std::clamp(bin, 0.0, static_cast<double>(last)));
  }
  if (value < 1) return 0;
  return std::isfinite(value) ? std::min(last, bin_of_count(value)) : last;
}

void Histogram::add(double value, Scale scale) {
  // Nearly all pieces of a text measure 0, which is in the first bin of both scales.
  ++counts_[value == 0 ? 0 : static_cast<std::size_t>(bin_of(value, scale))];
}

Histogram& Histogram::operator+=(const Histogram& other) {
  for (std::size_t bin = 0; bin < counts_.size(); ++bin) counts_[bin] += other.counts_[bin];
  return *this;
}

std::int64_t Histogram::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
}

}  // namespace tamis
