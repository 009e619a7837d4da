#include "tamis/extract/name_table.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

TEST(NameTable, NumbersNamesAsTheyCome) {
  NameTable<4> names;
  EXPECT_EQ(names.find("footer", {}), 0U);
  EXPECT_EQ(names.add("footer"), 1U);
  EXPECT_EQ(names.add("header"), 2U);
  EXPECT_EQ(names.add("footer"), 1U);
  EXPECT_EQ(names.find("header", {}), 2U);
  EXPECT_EQ(names.find("Footer", {}), 1U);
}

TEST(NameTable, FindsNothingElse) {
  NameTable<4> names;
  names.add("abcdefghijklmnop");
  EXPECT_EQ(names.find("ABCDEFGHIJKLMNOP", {}), 1U);
  for (const std::string_view other :
       {"", "abcdefghijklmno", "abcdefghijklmnoq", "abcdefghijklmnopq", "abcdefgh"})
    EXPECT_EQ(names.find(other, {}), 0U) << other;
}

TEST(NameTable, FindsPartsOfAText) {
  NameTable<4> names;
  names.add("footer");
  const std::string text = "a Footer in a text of more than sixteen bytes, and a footer";
  EXPECT_EQ(names.find(std::string_view(text).substr(2, 6), text), 1U);
  EXPECT_EQ(names.find(std::string_view(text).substr(2, 5), text), 0U);
  EXPECT_EQ(names.find(std::string_view(text).substr(text.size() - 6), text), 1U);
}

TEST(NameTable, HoldsHalfOfItsSlots) {
  NameTable<8> names;
  for (std::size_t i = 0; i < 128; ++i) EXPECT_EQ(names.add("name" + std::to_string(i)), i + 1);
  for (std::size_t i = 0; i < 128; ++i)
    EXPECT_EQ(names.find("name" + std::to_string(i), {}), i + 1);
  EXPECT_EQ(names.find("name128", {}), 0U);
}

}  // namespace
}  // namespace tamis::extract
