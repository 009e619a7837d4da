#include "tamis/catalog/json_field.h"

#include <gtest/gtest.h>
#include <simdjson.h>

namespace tamis {
namespace {

TEST(FindJsonField, FollowsDotsUnlessANameHasThem) {
  simdjson::dom::parser parser;
  const simdjson::dom::element object =
      parser.parse(std::string_view(R"({"a":{"b":{"c":1}},"a.b":{"c":2},"甲":{"乙":3},"d":[4]})"));
  const auto number_at = [&](std::string_view path) {
    simdjson::dom::element found;
    return find_json_field(object, path, found) ? std::int64_t{found} : -1;
  };
  EXPECT_EQ(number_at("a.b.c"), 1);
  EXPECT_EQ(number_at("甲.乙"), 3);
  for (const std::string_view path : {"b", "a.c", "a.b.c.d", "d.0", "", "."})
    EXPECT_EQ(number_at(path), -1) << path;
}

}  // namespace
}  // namespace tamis
