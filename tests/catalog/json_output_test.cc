#include "tamis/catalog/json_output.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>
#include <string>

namespace tamis {
namespace {

std::string string_of(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

std::string number_of(double number) {
  std::string out;
  append_json_number(number, out);
  return out;
}

TEST(JsonString, EscapesWhatMustBe) {
  EXPECT_EQ(string_of("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(string_of("\n\r\t"), R"("\n\r\t")");
  EXPECT_EQ(string_of(std::string_view("\0\x1F\b", 3)), "\"\\u0000\\u001f\\u0008\"");
  EXPECT_EQ(string_of(""), "\"\"");
}

TEST(JsonString, LeavesAllElseAsItIs) {
  for (const std::string text : {"汉字，“引号”。", "a\u2028b\u0085", "😀 / \x7F"}) {
    EXPECT_EQ(string_of(text), '"' + text + '"');
  }
}

TEST(JsonNumber, IsTheShortestThatReadsBack) {
  EXPECT_EQ(number_of(0.1), "0.1");
  EXPECT_EQ(number_of(3), "3");
  EXPECT_EQ(number_of(-0.25), "-0.25");
  for (const double number : {1.0 / 3, 0.1 + 0.2, 1e300, 5e-324, 123456789.125}) {
    EXPECT_EQ(std::strtod(number_of(number).c_str(), nullptr), number);
  }
}

TEST(JsonNumber, IsNullIfNotFinite) {
  EXPECT_EQ(number_of(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(number_of(-std::numeric_limits<double>::infinity()), "null");
}

JsonOutput example(bool is_indented) {
  JsonOutput json(is_indented);
  json.begin_object().member("name", "名").member("rows", std::int64_t{2}).key("list").begin_list();
  json.value(0.5).value(true).null().begin_object().end_object().end_list();
  json.key("empty").begin_list().end_list().end_object();
  return json;
}

TEST(JsonOutput, Nests) {
  EXPECT_EQ(example(false).text(),
            R"({"name":"名","rows":2,"list":[0.5,true,null,{}],"empty":[]})");
}

TEST(JsonOutput, TakesJsonAsItIs) {
  JsonOutput json;
  json.begin_list().raw("{\"a\":1.0}").raw("2").end_list();
  EXPECT_EQ(json.text(), "[{\"a\":1.0},2]");
}

TEST(JsonOutput, IsFullBeyondItsBytes) {
  const std::string value = "a string of twenty b";
  JsonOutput json;
  for (const std::int64_t num_bytes_max : {22, 21, 19, 0}) {
    json.restart(num_bytes_max);
    json.value(value);
    EXPECT_EQ(json.is_full(), num_bytes_max < 22);
    EXPECT_LE(json.text().size(), 22u);
  }
  json.restart(10);
  json.begin_list().value(value);
  EXPECT_TRUE(json.is_full());
  EXPECT_EQ(json.text(), "[");  // it is not copied to find that out
  json.restart(10);
  json.begin_list().value("fits").end_list();
  EXPECT_EQ(json.text(), "[\"fits\"]");
  EXPECT_FALSE(json.is_full());
}

TEST(JsonOutput, Indents) {
  EXPECT_EQ(example(true).text(), R"({
  "name": "名",
  "rows": 2,
  "list": [
    0.5,
    true,
    null,
    {}
  ],
  "empty": []
})");
}

}  // namespace
}  // namespace tamis
