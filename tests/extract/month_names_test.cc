#include "tamis/extract/month_names.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(MonthOfName, KnowsTheLanguagesOfEurope) {
  for (const std::string_view name :
       {"January", "jan", "Januar", "Jänner", "janvier", "enero", "janeiro", "gennaio", "stycznia",
        "tammikuuta", "ocak", "января"}) {
    EXPECT_EQ(month_of_name(name), 1) << name;
  }
  for (const std::string_view name : {"March", "MAR", "März", "Mrz", "mars", "marzo", "março",
                                      "maart", "marca", "března", "maaliskuuta", "марта"}) {
    EXPECT_EQ(month_of_name(name), 3) << name;
  }
  for (const std::string_view name : {"Sept", "sep", "set", "settembre", "września", "eylül"}) {
    EXPECT_EQ(month_of_name(name), 9) << name;
  }
  EXPECT_EQ(month_of_name("juin"), 6);
  EXPECT_EQ(month_of_name("juil"), 7);
  EXPECT_EQ(month_of_name("Dez"), 12);
}

TEST(MonthOfName, LeavesWhatIsNone) {
  for (const std::string_view name : {"", "ma", "mä", "Maybe", "Monday", "januarius", "月"}) {
    EXPECT_EQ(month_of_name(name), std::nullopt) << name;
  }
}

TEST(MonthOfEnglishName, KnowsNoOther) {
  EXPECT_EQ(month_of_english_name("sept"), 9);
  EXPECT_EQ(month_of_english_name("Mai"), std::nullopt);
}

}  // namespace
}  // namespace tamis::extract
