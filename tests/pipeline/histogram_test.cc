#include "tamis/pipeline/histogram.h"

#include <gtest/gtest.h>

#include <limits>

namespace tamis::pipeline {
namespace {

using rules::Scale;

TEST(Histogram, PutsEveryNumberBetweenItsEdges) {
  for (const Scale scale : {Scale::kRatio, Scale::kCount}) {
    for (double value = 0; value < 300; value += 0.37) {
      const int bin = Histogram::bin_of(value, scale);
      EXPECT_LE(Histogram::lower_edge(bin, scale), value);
      if (bin + 1 < Histogram::num_bins(scale)) {
        EXPECT_GT(Histogram::lower_edge(bin + 1, scale), value);
      }
    }
  }
}

TEST(Histogram, PutsAnEdgeIntoTheBinThatItBegins) {
  for (const Scale scale : {Scale::kRatio, Scale::kCount}) {
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

}  // namespace
}  // namespace tamis::pipeline
