#include "tamis/readers/epoch_date.h"

#include <gtest/gtest.h>

namespace tamis::readers {
namespace {

TEST(DateOfNumber, TakesSecondsAndMilliseconds) {
  EXPECT_EQ(date_of_number(1'709'633'730), "2024-03-05T10:15:30Z");
  EXPECT_EQ(date_of_number(1'709'633'730'999), "2024-03-05T10:15:30Z");
  EXPECT_EQ(date_of_number(951'782'400), "2000-02-29T00:00:00Z");
  EXPECT_EQ(date_of_number(2024), "2024");
  for (const std::int64_t number :
       {std::int64_t{-1}, std::int64_t{0}, std::int64_t{20'240'305}, std::int64_t{202'403'051'230},
        std::int64_t{20'240'305'101'530}, std::int64_t{1'709'633'730'000'000'000}})
    EXPECT_EQ(date_of_number(number), "") << number;
}

}  // namespace
}  // namespace tamis::readers
