#include "tamis/extract/linked_data.h"

#include <gtest/gtest.h>

#include "tamis/extract/field_text.h"

namespace tamis::extract {
namespace {

LinkedData read(std::string_view script) {
  LinkedDataReader reader;
  LinkedData found;
  reader.read(script, found);
  return found;
}

TEST(LinkedDataReader, ReadsAnArticle) {
  const LinkedData found = read(R"({"@type":"NewsArticle","headline":"Rivers \"rise\"",
    "datePublished":"2023-05-01T12:30:00Z","author":{"@type":"Person","name":"Jane Doe"},
    "publisher":{"name":"The Paper"}})");
  EXPECT_EQ(found.headline, "Rivers \"rise\"");
  EXPECT_EQ(found.date, "2023-05-01T12:30:00Z");
  EXPECT_EQ(found.author, "Jane Doe");
  EXPECT_EQ(found.site, "The Paper");
  EXPECT_EQ(read(R"({"@type":"Article","inLanguage":["zh-CN"]})").language, "zh-CN");
}

TEST(LinkedDataReader, ReadsDatesOfOtherNames) {
  EXPECT_EQ(read(R"({"pubDate":"2023-05-01T12:30:00","upDate":"2024-01-01"})").date,
            "2023-05-01T12:30:00");
  EXPECT_EQ(read(R"({"dateModified":"2024-01-01","dateCreated":"2023-05-01"})").created,
            "2023-05-01");
}

TEST(LinkedDataReader, TakesAuthorsInAnyForm) {
  EXPECT_EQ(read(R"({"author":"张三"})").author, "张三");
  EXPECT_EQ(read(R"({"author":["A",{"name":"B"},{"name":["C"]}]})").author, "A, B, C");
  EXPECT_EQ(read(R"({"author":{"name":null}})").author, "");
  EXPECT_EQ(read(R"({"author":3})").author, "");
}

TEST(LinkedDataReader, LooksIntoGraphs) {
  const LinkedData found = read(R"([{"@graph":[
    {"@type":["Article","X"],"author":{"@id":"#p"},"headline":"标题"},
    {"@type":"WebSite","name":"某网"},{"@type":"Person","@id":"#p","name":"李四"}]}])");
  EXPECT_EQ(found.author, "李四");
  EXPECT_EQ(found.headline, "标题");
  EXPECT_EQ(found.site, "某网");
}

TEST(LinkedDataReader, LeavesRemarksAndInnerObjectsAlone) {
  EXPECT_EQ(read(R"([{"@type":"Comment","author":"A"},{"author":"B"}])").author, "B");
  EXPECT_EQ(read(R"({"review":{"author":"A","datePublished":"2020-01-01"}})").author, "");
  EXPECT_EQ(read(R"({"mainEntity":{"@type":"Question","author":{"name":"A"}}})").author, "A");
}

TEST(LinkedDataReader, BelievesTheDateOfTheArticle) {
  constexpr std::string_view kPage = R"({"@type":"WebPage","datePublished":"2020-01-01"})";
  constexpr std::string_view kArticle = R"({"@type":"NewsArticle","datePublished":"2024-03-05"})";
  const auto date_of = [](std::string_view first, std::string_view second) {
    return read(R"({"@graph":[)" + std::string(first) + "," + std::string(second) + "]}").date;
  };
  EXPECT_EQ(date_of(kPage, kArticle), "2024-03-05");
  EXPECT_EQ(date_of(kArticle, kPage), "2024-03-05");
  EXPECT_EQ(date_of(kPage, "{}"), "2020-01-01");
  EXPECT_EQ(date_of(kPage, R"({"@type":"Article","datePublished":"yesterday"})"), "2020-01-01");
  EXPECT_EQ(date_of(kArticle, R"({"@type":"BlogPosting","datePublished":"2021-01-01"})"),
            "2024-03-05");
}

TEST(LinkedDataReader, JoinsNamesThatStandApart) {
  EXPECT_EQ(read(R"({"author":{"givenName":"Jane","familyName":"Doe"}})").author, "Jane Doe");
  EXPECT_EQ(read(R"({"author":[{"familyName":"Doe"},{"name":"B"}]})").author, "Doe, B");
}

TEST(LinkedDataReader, KnowsTheAuthorFromTheReviewer) {
  const LinkedData found = read(R"([{"@type":"Review","author":"A","datePublished":"2020-01-01"},
      {"@type":"Article","creator":"B","datePublished":"2023-05-01"}])");
  EXPECT_EQ(found.author, "B");
  EXPECT_EQ(found.reviewer, "A");
  EXPECT_EQ(found.created, "2020-01-01");
  EXPECT_EQ(found.date, "2023-05-01");
}

TEST(LinkedDataReader, KeepsWhatWasFoundBefore) {
  LinkedDataReader reader;
  LinkedData found;
  reader.read(R"({"headline":"first"})", found);
  reader.read(R"({"headline":"second","author":"A"})", found);
  EXPECT_EQ(found.headline, "first");
  EXPECT_EQ(found.author, "A");
}

TEST(LinkedDataReader, ReadsWhatIsNearlyJson) {
  EXPECT_EQ(read("<!-- {\"headline\":\"a\nb\"}; -->").headline, "a b");
  EXPECT_EQ(read("//<![CDATA[\n{\"author\":\"A\"}\n//]]>").author, "A");
  EXPECT_EQ(read("{\"headline\" : \"a\", }").headline, "a");
  EXPECT_EQ(read(R"({"a":["x,]\",}",],"author":{"name":"张三", } ,
  })")
                .author,
            "张三");
  EXPECT_EQ(read("{\"datePublished\":\"2023-05-01\" \"x\"}").date, "2023-05-01");
}

TEST(LinkedDataReader, CutsLongValuesBetweenCharacters) {
  std::string long_name;
  while (long_name.size() <= kFieldBytesMax) long_name += "\u4e2d";
  const std::string kept = long_name.substr(0, kFieldBytesMax / 3 * 3);
  EXPECT_EQ(read(R"({"headline":")" + long_name + "\"}").headline, kept);
  EXPECT_EQ(read(R"({"author":")" + long_name + "\"}").author, kept);
  EXPECT_EQ(read(R"([{"author":{"@id":"#p"}},{"@id":"#p","name":")" + long_name + "\"}]").author,
            kept);
}

TEST(LinkedDataReader, TakesAnyBytes) {
  for (const std::string_view script :
       {"", "{", "]", "}{", "null", "{\"author\":\"\xff\"}", "[]"}) {
    EXPECT_EQ(read(script).author, "") << script;
  }
  const std::string deep = std::string(3000, '[') + "{\"author\":\"A\"}" + std::string(3000, ']');
  EXPECT_EQ(read(deep).author, "");
  const std::string large = "{\"headline\":\"a\",\"x\":\"" + std::string(1 << 20, 'x') + "\"}";
  EXPECT_EQ(read(large).headline, "a");
}

}  // namespace
}  // namespace tamis::extract
