#include "tamis/batch/histogram.h"

#include <gtest/gtest.h>

#include <limits>

namespace tamis {
namespace {

TEST(Histogram, PutsEveryNumberBetweenItsEdges) {
  for (const Scale scale : {Scale::kShare, Scale::kRatio, Scale::kCount, Scale::kNumber}) {
    for (double value = scale == Scale::kNumber ? -300 : 0; value < 300; value += 0.37) {
      const int bin = Histogram::bin_of(value, scale);
      EXPECT_LE(Histogram::lower_edge(bin, scale), value);
      if (bin + 1 < Histogram::num_bins(scale)) {
        EXPECT_GT(Histogram::lower_edge(bin + 1, scale), value);
      }
    }
  }
}

TEST(Histogram, PutsAnEdgeIntoTheBinThatItBegins) {
  for (const Scale scale : {Scale::kShare, Scale::kRatio, Scale::kCount, Scale::kNumber}) {
    for (int bin = 0; bin < Histogram::num_bins(scale); ++bin) {
      EXPECT_EQ(Histogram::bin_of(Histogram::lower_edge(bin, scale), scale), bin);
    }
  }
}

TEST(Histogram, TakesNumbersBeyondTheEnds) {
  EXPECT_EQ(Histogram::bin_of(-1, Scale::kRatio), 0);
  EXPECT_EQ(Histogram::bin_of(1, Scale::kRatio), 39);
  EXPECT_EQ(Histogram::bin_of(7, Scale::kRatio), 39);
  EXPECT_EQ(Histogram::bin_of(1e18, Scale::kCount), Histogram::kNumBins - 1);
  EXPECT_EQ(Histogram::bin_of(std::numeric_limits<double>::infinity(), Scale::kRatio), 39);
  EXPECT_EQ(Histogram::bin_of(-1e18, Scale::kNumber), 0);
  EXPECT_EQ(Histogram::bin_of(1e18, Scale::kNumber), Histogram::num_bins(Scale::kNumber) - 1);
}

TEST(Histogram, TellsNumbersOfEitherSign) {
  Histogram histogram;
  for (const double value : {-0.65, -0.001, 0.0, 0.65, 0.95, 3.0}) {
    histogram.add(value, Scale::kNumber);
  }
  EXPECT_EQ(histogram.count(Histogram::bin_of(0, Scale::kNumber)), 2);
  for (const double value : {-0.65, 0.65, 0.95, 3.0}) {
    EXPECT_EQ(histogram.count(Histogram::bin_of(value, Scale::kNumber)), 1) << value;
  }
}

TEST(Histogram, AddsUp) {
  Histogram a;
  Histogram b;
  a.add(0.1, Scale::kRatio);
  b.add(0.1, Scale::kRatio);
  b.add(0.9, Scale::kRatio);
  a += b;
  EXPECT_EQ(a.count(4), 2);
  EXPECT_EQ(a.total(), 3);
}

TEST(UnitHistograms, CountsByCause) {
  UnitHistograms units;
  units.add(3, 0, Scale::kCount);
  units.add(3, 2, Scale::kCount);
  units.add(1, 0.5, Scale::kRatio);
  ASSERT_EQ(units.num_causes(), 4u);
  EXPECT_EQ(units[3].total(), 2);
  EXPECT_EQ(units[3].count(0), 1);
  EXPECT_EQ(units[1].total(), 1);
  EXPECT_EQ(units[2].total(), 0);
  units.clear();
  EXPECT_EQ(units.num_causes(), 0u);
}

}  // namespace
}  // namespace tamis
