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
                                           {"2", "1024", '^'},
                                           {"10", "2.5", '^'},
                                           {"2", "1/2", ' '},
                                           {"10", "1.", '\0'},
                                           {"", "2", '\0'}}) {
    EXPECT_EQ(mark_of_raised(text, number), mark) << text << number;
  }
}

TEST(AreNotesOfNumber, TellsThemFromMoreOfTheNumber) {
  struct Case {
    std::string_view text;
    std::string_view raised;
    bool are_notes;
  };
  for (const auto& [text, raised, are_notes] : {Case{"2019", "1,2", true},
                                                {"2.5", "15, 16", true},
                                                {"共45", "14-16", true},
                                                {"30 to 45.", "3", true},
                                                {"in 2020,", "4", true},
                                                {"$29.", "95", false},
                                                {"10", "6", false},
                                                {"10", "-12", false},
                                                {"et al.", "4", false},
                                                {"", "4", false}}) {
    EXPECT_EQ(are_notes_of_number(text, raised), are_notes) << text << raised;
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
