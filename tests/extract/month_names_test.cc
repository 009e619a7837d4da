#include "tamis/extract/month_names.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(MonthOfEnglishName, KnowsWholeNamesAndShortOnes) {
  for (const std::string_view name : {"September", "sep", "SEPT"}) {
    EXPECT_EQ(month_of_english_name(name), 9) << name;
  }
  for (const std::string_view name : {"", "ma", "Marc", "Maybe", "Monday", "Mai"}) {
    EXPECT_EQ(month_of_english_name(name), std::nullopt) << name;
  }
}

TEST(MonthOfForeignName, KnowsTheLanguagesOfEurope) {
  for (const std::string_view name : {"Januar", "Jänner", "janvier", "enero", "janeiro", "gennaio",
                                      "stycznia", "tammikuuta", "ocak", "января"}) {
    EXPECT_EQ(month_of_foreign_name(name), 1) << name;
  }
  for (const std::string_view name : {"März", "Mrz", "mars", "marzo", "março", "maart", "marca",
                                      "března", "maaliskuuta", "марта"}) {
    EXPECT_EQ(month_of_foreign_name(name), 3) << name;
  }
  EXPECT_EQ(month_of_foreign_name("November"), 11);
  EXPECT_EQ(month_of_foreign_name("juin"), 6);
  EXPECT_EQ(month_of_foreign_name("juil"), 7);
  EXPECT_EQ(month_of_foreign_name("Dez"), 12);
}

TEST(MonthOfForeignName, LeavesWordsOfOtherMeaning) {
  for (const std::string_view name :
       {"", "ma", "mä", "Gen", "Pro", "Set", "Out", "Mag", "Des", "januarius", "月"}) {
    EXPECT_EQ(month_of_foreign_name(name), std::nullopt) << name;
  }
}

}  // namespace
}  // namespace tamis::extract
