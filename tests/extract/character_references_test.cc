#include "tamis/extract/character_references.h"

#include <gtest/gtest.h>

#include "tamis/extract/character_reference_table.h"

namespace tamis::extract {
namespace {

std::string decoded(std::string_view text, ReferenceContext context = ReferenceContext::kText) {
  std::string out;
  append_decoded(text, context, out);
  return out;
}

TEST(AppendDecoded, KnowsEveryNameOfTheStandard) {
  EXPECT_EQ(named_references().size(), 2231U);
  for (const NamedReference& reference : named_references()) {
    if (!reference.name.ends_with(';')) continue;
    const std::string written = std::string("&").append(reference.name).append("x");
    EXPECT_EQ(decoded(written), std::string(reference.utf8).append("x"));
  }
}

TEST(AppendDecoded, TakesTheLongestName) {
  EXPECT_EQ(decoded("&notin;&notit;&not;&not"), "∉¬it;¬¬");
  EXPECT_EQ(decoded("&amp;&AMP&ampamp;"), "&&&amp;");
}

TEST(AppendDecoded, LeavesWhatIsNoReference) {
  for (const std::string_view text :
       {"&", "&;", "& amp;", "&x", "&#", "&#;", "&#x;", "&#xg", "&unknown;", "a&b"}) {
    EXPECT_EQ(decoded(text), text);
  }
}

TEST(AppendDecoded, DecodesNumbers) {
  EXPECT_EQ(decoded("&#20013;&#x6587;&#X41;&#65"), "中文AA");
  EXPECT_EQ(decoded("&#x80;&#150;"), "€–");
  EXPECT_EQ(decoded("&#0;&#xD800;&#x110000;&#99999999999999;"), "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(AppendDecoded, LeavesQueriesInAttributes) {
  EXPECT_EQ(decoded("?a=1&copy=2&copyx&copy;", ReferenceContext::kAttribute), "?a=1&copy=2&copyx©");
  EXPECT_EQ(decoded("?a=1&copy=2"), "?a=1©=2");
}

}  // namespace
}  // namespace tamis::extract
