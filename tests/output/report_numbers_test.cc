#include "tamis/output/report_numbers.h"

#include <gtest/gtest.h>

#include <limits>

namespace tamis::output {
namespace {

TEST(Grouped, SetsACommaEveryThreeDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(-123456), "-123,456");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(grouped(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
}

TEST(ReadableBytes, KeepsThreeDigits) {
  EXPECT_EQ(readable_bytes(0), "0\u00A0bytes");
  EXPECT_EQ(readable_bytes(1), "1\u00A0byte");
  EXPECT_EQ(readable_bytes(999), "999\u00A0bytes");
  EXPECT_EQ(readable_bytes(1000), "1.00\u00A0KB");
  EXPECT_EQ(readable_bytes(34512345), "34.5\u00A0MB");
  EXPECT_EQ(readable_bytes(999600), "1.00\u00A0MB");
  EXPECT_EQ(readable_bytes(-2500), "-2.50\u00A0KB");
}

TEST(ReadableShare, IsNothingOrAllOnlyIfExactlySo) {
  EXPECT_EQ(readable_share(0, 10), "0.0\u00A0%");
  EXPECT_EQ(readable_share(1, 1000000), "<\u00A00.1\u00A0%");
  EXPECT_EQ(readable_share(1, 8), "12.5\u00A0%");
  EXPECT_EQ(readable_share(999999, 1000000), ">\u00A099.9\u00A0%");
  EXPECT_EQ(readable_share(7, 7), "100.0\u00A0%");
  EXPECT_EQ(readable_share(0, 0), "\u2013");
}

TEST(ReadableNumber, IsExactForCountsAndShortForRatios) {
  EXPECT_EQ(readable_number(100000), "100,000");
  EXPECT_EQ(readable_number(0.2), "0.2");
  EXPECT_EQ(readable_number(1.0 / 24), "0.04167");
  EXPECT_EQ(readable_number(12345.6), "12,346");
  EXPECT_EQ(readable_number(std::numeric_limits<double>::quiet_NaN()), "\u2013");
}

TEST(ShortNumber, HasUnitsAboveTenThousand) {
  EXPECT_EQ(short_number(0.25), "0.25");
  EXPECT_EQ(short_number(5000), "5000");
  EXPECT_EQ(short_number(20000), "20k");
  EXPECT_EQ(short_number(1.5e6), "1.5M");
}

TEST(ReadableBounds, NamesWhatIsKept) {
  EXPECT_EQ(readable_bounds({.min = 50, .max = 100000}), "50 to 100,000");
  EXPECT_EQ(readable_bounds({.min = 0.3}), "at least 0.3");
  EXPECT_EQ(readable_bounds({.max = 0}), "at most 0");
  EXPECT_EQ(readable_bounds({}), "any number");
}

}  // namespace
}  // namespace tamis::output
