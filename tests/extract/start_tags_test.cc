#include "tamis/extract/start_tags.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::extract {
namespace {

TEST(AttributeAt, ReadsATagAgain) {
  const std::string page = "x<ol start='3' class=\"列表\"><li>";
  const char* name = page.data() + 2;
  EXPECT_EQ(attribute_at(page, name, "class"), "列表");
  EXPECT_EQ(attribute_at(page, name, "value").data(), nullptr);
  EXPECT_EQ(attribute_at(page, nullptr, "class").data(), nullptr);
}

TEST(NumberAt, ClampsNumbers) {
  for (const auto& [page, number] : std::initializer_list<std::pair<std::string, std::int64_t>>{
           {"<td colspan=3>", 3},
           {"<td colspan=' 12 '>", 12},
           {"<td colspan=99999>", 100},
           {"<td colspan=-1>", 0},
           {"<td colspan=x>", 7},
           {"<td colspan=99999999999999999999>", 7},
           {"<td>", 7}}) {
    EXPECT_EQ(number_at(page, page.data() + 1, "colspan", 7, 0, 100), number) << page;
  }
}

}  // namespace
}  // namespace tamis::extract
