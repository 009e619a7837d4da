// What a row says beside the fields that are read.
#include "tamis/readers/json_metadata.h"

#include <gtest/gtest.h>

namespace tamis::readers {
namespace {

constexpr std::int64_t kNoLimit = 1 << 20;

std::optional<std::string> metadata_of(std::string_view row, const FieldNames& fields = {},
                                       std::int64_t num_bytes_max = kNoLimit) {
  JsonMetadata metadata(fields);
  const auto json = metadata.of(row, num_bytes_max);
  return json ? std::optional(std::string(*json)) : std::nullopt;
}

FieldNames wanting(std::vector<std::string> names) {
  FieldNames fields;
  fields.metadata_fields = std::move(names);
  return fields;
}

TEST(JsonMetadata, HasWhatIsNotRead) {
  EXPECT_EQ(metadata_of(R"({"text":"t","id":7,"url":null,"title":"","date":1.5,"language":"zh"})"),
            "");
  EXPECT_EQ(metadata_of(R"({"dump":"CC-MAIN-2024-10", "text":"t", "主题":"“磨坊”，水车"})"),
            R"({"dump":"CC-MAIN-2024-10","主题":"“磨坊”，水车"})");
}

TEST(JsonMetadata, KeepsValuesOfAllKinds) {
  constexpr std::string_view kRow =
      R"({"a":[1,-2,1.0,0.1,1e+300,18446744073709551615],"b":{},"c":[],"d":{"e":[true,false,null]},)"
      R"("f":"\u0001\"\\中"})";
  EXPECT_EQ(metadata_of(kRow), kRow);
}

TEST(JsonMetadata, KeepsAFieldThatIsNamedAndHoldsNoSingleValue) {
  EXPECT_EQ(metadata_of(R"({"text":"t","id":{"$oid":"1"},"url":["a"],"date":true})"),
            R"({"id":{"$oid":"1"},"url":["a"],"date":true})");
}

TEST(JsonMetadata, LeavesOutWhatIsReadInsideOfAnObject) {
  FieldNames fields;
  fields.text_field = "page.body.text";
  EXPECT_EQ(
      metadata_of(R"({"page":{"n":1,"body":{"text":"t","lang":"en"}},"text":"other"})", fields),
      R"({"page":{"n":1,"body":{"lang":"en"}},"text":"other"})");
}

TEST(JsonMetadata, RaisesWhatMetadataHolds) {
  EXPECT_EQ(metadata_of(R"({"text":"t","metadata":{"a":1,"b":2},"b":3})"), R"({"b":3,"a":1})");
  EXPECT_EQ(metadata_of(R"({"metadata":"{\"a\":1}","b":3})"), R"({"b":3,"a":1})");
  EXPECT_EQ(metadata_of(R"({"metadata":"none","b":3})"), R"({"b":3,"metadata":"none"})");
  EXPECT_EQ(metadata_of(R"({"metadata":null,"text":"t"})"), "");
  FieldNames fields;
  fields.url_field = "metadata.url";
  EXPECT_EQ(metadata_of(R"({"metadata":{"url":"u","a":1}})", fields), R"({"a":1})");
}

TEST(JsonMetadata, TakesTheFirstOfOneName) {
  EXPECT_EQ(metadata_of(R"({"a":1,"a":2})"), R"({"a":1})");
}

TEST(JsonMetadata, HasOnlyWhatIsWanted) {
  constexpr std::string_view kRow = R"({"text":"t","a":1,"b":2,"metadata":{"c":3,"d":4}})";
  EXPECT_EQ(metadata_of(kRow, wanting({"b", "c"})), R"({"b":2,"c":3})");
  EXPECT_EQ(metadata_of(kRow, wanting({"*"})), R"({"a":1,"b":2,"c":3,"d":4})");
  EXPECT_EQ(metadata_of(kRow, wanting({})), "");
}

TEST(JsonMetadata, EndsAtItsLimit) {
  constexpr std::string_view kRow = R"({"text":"t","a":[[1,2],{"b":"c"}]})";
  const auto all = metadata_of(kRow);
  ASSERT_TRUE(all.has_value());
  EXPECT_EQ(metadata_of(kRow, {}, std::ssize(*all)), all);
  for (std::int64_t limit = 0; limit < std::ssize(*all) - 1; ++limit) {
    EXPECT_EQ(metadata_of(kRow, {}, limit), std::nullopt) << limit;
  }
}

}  // namespace
}  // namespace tamis::readers
