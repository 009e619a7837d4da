#include "tamis/extract/site_templates.h"

#include <gtest/gtest.h>

#include "tests/extract/counted_pages.h"

namespace tamis::extract {
namespace {

TEST(SiteOf, IsTheHostInOneForm) {
  EXPECT_EQ(site_of("https://user@WWW.Example.com:8080/a?b"), "www.example.com");
  EXPECT_EQ(site_of("http://新闻.中国/a"), "xn--efvy88h.xn--fiqs8s");
  EXPECT_EQ(site_of(""), "");
  EXPECT_EQ(site_of("http://" + std::string(100'000, 'a') + ".com/"), "") << "no name is as long";
}

TEST(SiteTemplates, KnowPagesOfASiteByText) {
  const SiteTemplates templates = templates_of(
      {page_of("b.com", {"x", "y"}), page_of("b.com", {"x"}), page_of("a.com", {"菜单", "x", "z"}),
       page_of("a.com", {"菜单", "x"}), page_of("a.com", {"x"}), page_of("alone.com", {"x"})});
  EXPECT_EQ(templates.of("a.com").num_pages, 3U);
  EXPECT_EQ(templates.of("alone.com").num_pages, 0U);
  EXPECT_EQ(templates.of("a.com").num_pages_with(hash_site_text("x")), 3U);
  EXPECT_EQ(templates.of("a.com").num_pages_with(hash_site_text("菜单")), 2U);
  EXPECT_EQ(templates.of("a.com").num_pages_with(hash_site_text("z")), 0U);
  EXPECT_EQ(templates.of("b.com").num_pages_with(hash_site_text("x")), 2U);
  EXPECT_EQ(templates.of("b.com").num_pages_with(hash_site_text("菜单")), 0U);
}

TEST(SiteTemplates, NameTheLineThatTheyCannotRead) {
  const std::string head = written(counted({}));
  EXPECT_TRUE(SiteTemplates::parse(head));
  const std::pair<std::string, std::string_view> kCases[] = {
      {"", "line 1:"},
      {"http://a.com\n", "line 1:"},
      {"{\"format\":\"tamis site templates\",\"version\":2}\n", "line 1:"},
      {head + "{\"site\":\"a\",\"pages\":2}\n", "line 2:"},
      {head + "{\"site\":\"\",\"pages\":2,\"texts\":{}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":0,\"texts\":{}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":1,\"texts\":{}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":2,\"texts\":{\"x\":2}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":2,\"texts\":{\"1f\":1}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":2,\"texts\":{\"1f\":3}}\n", "line 2:"},
      {head +
           "{\"site\":\"a\",\"pages\":2,\"texts\":{}}\n{\"site\":\"a\",\"pages\":2,\"texts\":{}}\n",
       "line 3:"},
      {head + "{\"site\":\"a\",\"pages\":2,\"texts\":{\"1f\":-2}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":2,\"texts\":{\"1f\":2}}\n{\"site\":", "line 3:"},
  };
  for (const auto& [content, place] : kCases) {
    const auto read = SiteTemplates::parse(content);
    ASSERT_FALSE(read) << content;
    EXPECT_TRUE(read.error().message().starts_with(place)) << read.error().message();
  }
}

}  // namespace
}  // namespace tamis::extract
