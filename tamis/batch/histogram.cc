#include "tamis/batch/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
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

// Bins of numbers of either sign, beside the one around 0.
constexpr int kNumBinsOfSign = 40;
constexpr int kLog2Smallest = -6;

// Of a number of 2^kLog2Smallest at least. By exponent and mantissa, which are exact.
int bin_of_magnitude(double value) {
  int exponent = 0;
  const double mantissa = std::frexp(value, &exponent);  // .5 to 1
  const int bin =
      2 * (exponent - 1 - kLog2Smallest) + (mantissa >= std::numbers::sqrt2 / 2 ? 1 : 0);
  return std::min(bin, kNumBinsOfSign - 1);
}

// The lower edge.
double magnitude_of_bin(int bin) {
  const double power = std::ldexp(1.0, kLog2Smallest + bin / 2);
  return bin % 2 == 0 ? power : power * std::numbers::sqrt2;
}

int bin_of_number(double value) {
  const double magnitude = std::min(std::abs(value), magnitude_of_bin(kNumBinsOfSign));
  // Below 0 an edge begins the bin that is nearer to 0.
  const double inside = value < 0 ? std::nextafter(magnitude, 0.0) : magnitude;
  if (inside < magnitude_of_bin(0)) return kNumBinsOfSign;
  const int bin = bin_of_magnitude(inside);
  return value > 0 ? kNumBinsOfSign + 1 + bin : kNumBinsOfSign - 1 - bin;
}

}  // namespace

int Histogram::num_bins(Scale scale) {
  if (is_from_0_to_1(scale)) return kNumRatioBins;
  return scale == Scale::kCount ? kNumBins : 2 * kNumBinsOfSign + 1;
}

double Histogram::lower_edge(int bin, Scale scale) {
  if (is_from_0_to_1(scale)) return static_cast<double>(bin) / kNumRatioBins;
  if (scale == Scale::kNumber) {
    return bin > kNumBinsOfSign ? magnitude_of_bin(bin - kNumBinsOfSign - 1)
                                : -magnitude_of_bin(kNumBinsOfSign - bin);
  }
  if (bin == 0) return 0;
  return std::exp2(static_cast<double>(bin - 1) / kBinsPerDoubling);
}

int Histogram::bin_of(double value, Scale scale) {
  const int last = num_bins(scale) - 1;
  if (scale == Scale::kNumber) return bin_of_number(value);
  if (is_from_0_to_1(scale)) {
    const double bin = std::floor(value * kNumRatioBins);
    return static_cast<int>(std::clamp(bin, 0.0, static_cast<double>(last)));
  }
  if (value < 1) return 0;
  return std::isfinite(value) ? std::min(last, bin_of_count(value)) : last;
}

void Histogram::add(double value, Scale scale) {
  // Nearly all pieces of a text measure 0, which is in the first bin of all scales but one.
  const bool is_in_first = value == 0 && scale != Scale::kNumber;
  ++counts_[is_in_first ? 0 : static_cast<std::size_t>(bin_of(value, scale))];
}

Histogram& Histogram::operator+=(const Histogram& other) {
  for (std::size_t bin = 0; bin < counts_.size(); ++bin) counts_[bin] += other.counts_[bin];
  return *this;
}

std::int64_t Histogram::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
}

}  // namespace tamis
