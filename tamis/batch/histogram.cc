#include "tamis/batch/histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tamis {
namespace {

constexpr int kNumRatioBins = 40;
constexpr int kBinsPerDoubling = 4;

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
  // The edges themselves decide, so that a rounding of log2 cannot put a value below its bin.
  int bin = std::min(last, 1 + static_cast<int>(std::log2(value) * kBinsPerDoubling));
  while (bin < last && value >= lower_edge(bin + 1, scale)) ++bin;
  while (bin > 1 && value < lower_edge(bin, scale)) --bin;
  return bin;
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
