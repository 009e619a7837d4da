#include "tamis/extract/raised_numbers.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

TEST(MarkOfRaised, TellsPowersFromCentsAndNotes) {
  struct Case {
    std::string_view text;
    std::string_view number;
    char mark;
  };
  for (const auto& [text, number, mark] : {Case{"2", "10", '^'},
                                           {"3×10", "-12", '^'},
                                           {"5 km", "2", '^'},
                                           {"面积m", "2", '^'},
                                           {"E = mc", "2", '^'},
                                           {"$29", "95", '.'},
                                           {"￥1,029", "95", '.'},
                                           {"$29", "6", '^'},
                                           {"et al", "2", '\0'},
                                           {"été", "2", '\0'},
                                           {"年", "2", '\0'},
                                           {"10", "th", '\0'},
                                           {"10", "1234", '\0'},
                                           {"", "2", '\0'}}) {
    EXPECT_EQ(mark_of_raised(text, number), mark) << text << number;
  }
}

TEST(IsExponent, TakesASign) {
  for (const std::string_view text : {"6", "-12",
                                      "\xE2\x88\x92"
                                      "3"})
    EXPECT_TRUE(is_exponent(text));
  for (const std::string_view text : {"", "-", "1234", "2+", "st"}) EXPECT_FALSE(is_exponent(text));
}

TEST(IsNoteNumber, TakesSeveral) {
  for (const std::string_view text : {"2", "1, 3-5"}) EXPECT_TRUE(is_note_number(text)) << text;
  for (const std::string_view text : {"", "[2]", "*", "注1"}) EXPECT_FALSE(is_note_number(text));
}

}  // namespace
}  // namespace tamis::extract
