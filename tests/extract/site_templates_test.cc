#include "tamis/extract/site_templates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/must.h"

namespace tamis::extract {
namespace {

// A file that is a string.
class TextFile final : public io::OutputFile {
 public:
  Result<void> write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  Result<std::int64_t> sync() override { return static_cast<std::int64_t>(text.size()); }
  Result<void> commit() override { return {}; }

  std::string text;
};

std::string written(const SiteTemplates& templates) {
  TextFile file;
  EXPECT_TRUE(templates.write(file));
  return file.text;
}

SiteTexts page_of(std::string site, std::initializer_list<std::string_view> texts) {
  SiteTexts page = {.site = std::move(site), .texts = {}};
  for (const std::string_view text : texts) page.texts.push_back(hash_site_text(text));
  return page;
}

SiteTemplates of_pages(const std::vector<SiteTexts>& pages,
                       std::int64_t memory_bytes = SiteTemplates::kMemoryBytes) {
  SiteTemplates templates(memory_bytes);
  for (const SiteTexts& page : pages) templates.add(page);
  return templates;
}

TEST(SiteTemplates, CountPagesOfASiteByText) {
  const SiteTemplates templates = of_pages(
      {page_of("a.com", {"Home", "联系我们", "one"}), page_of("a.com", {"Home", "联系我们"}),
       page_of("a.com", {"Home"}), page_of("b.com", {"Home"})});
  EXPECT_EQ(templates.num_pages("a.com"), 3U);
  EXPECT_EQ(templates.num_pages("c.com"), 0U);
  EXPECT_EQ(templates.num_pages_with("a.com", hash_site_text("Home")), 3U);
  EXPECT_EQ(templates.num_pages_with("a.com", hash_site_text("联系我们")), 2U);
  EXPECT_EQ(templates.num_pages_with("b.com", hash_site_text("Home")), 1U);
  EXPECT_EQ(templates.num_pages_with("b.com", hash_site_text("one")), 0U);
  EXPECT_EQ(templates.amount().sites, 1);
  EXPECT_EQ(templates.amount().texts, 2);
}

TEST(SiteTemplates, CountNothingOfAPageWithoutASite) {
  EXPECT_EQ(of_pages({page_of("", {"Home"}), page_of("", {"Home"})}).amount().pages, 0);
}

TEST(SiteOf, IsTheHostInOneForm) {
  EXPECT_EQ(site_of("https://user@WWW.Example.com:8080/a?b"), "www.example.com");
  EXPECT_EQ(site_of("http://新闻.中国/a"), "xn--efvy88h.xn--fiqs8s");
  EXPECT_EQ(site_of(""), "");
}

TEST(SiteTemplates, AreReadAsTheyWereWritten) {
  const SiteTemplates templates = of_pages(
      {page_of("b.com", {"x", "y"}), page_of("b.com", {"x"}), page_of("a.com", {"菜单", "z"}),
       page_of("a.com", {"菜单"}), page_of("alone.com", {"x"})});
  const std::string text = written(templates);
  EXPECT_LT(text.find("\"a.com\""), text.find("\"b.com\""));
  EXPECT_EQ(text.find("alone.com"), text.npos);
  const SiteTemplates read = must(SiteTemplates::parse(text));
  EXPECT_EQ(read.num_pages("a.com"), 2U);
  EXPECT_EQ(read.num_pages_with("a.com", hash_site_text("菜单")), 2U);
  EXPECT_EQ(read.num_pages_with("a.com", hash_site_text("z")), 0U);
  EXPECT_EQ(read.num_pages("alone.com"), 0U);
  EXPECT_EQ(written(read), text);
}

// 400 sites of up to 9 pages, each of a menu and texts of its own.
std::vector<SiteTexts> crawl() {
  std::vector<SiteTexts> pages;
  for (int site = 0; site < 400; ++site) {
    for (int page = 0; page < site % 10; ++page) {
      SiteTexts& texts = pages.emplace_back();
      texts.site = "site" + std::to_string(site) + ".example";
      for (int i = 0; i < 20; ++i)
        texts.texts.push_back(hash_site_text("menu" + std::to_string(i)));
      for (int i = 0; i < 20; ++i)
        texts.texts.push_back(hash_site_text(std::to_string(page) + "." + std::to_string(i)));
    }
  }
  return pages;
}

TEST(SiteTemplates, AreTheSameInAnyOrderAndMemory) {
  std::vector<SiteTexts> pages = crawl();
  const SiteTemplates all = of_pages(pages);
  EXPECT_EQ(all.amount().one_site_in, 1);
  for (const std::int64_t memory_bytes : {1 << 16, 1 << 18, 1 << 19}) {
    const SiteTemplates some = of_pages(pages, memory_bytes);
    EXPECT_GT(some.amount().one_site_in, 1);
    EXPECT_LE(some.held_bytes(), memory_bytes);
    EXPECT_GT(some.amount().sites, 0);
    EXPECT_LT(some.amount().pages, all.amount().pages);
    for (const SiteTexts& page : pages) {
      const std::uint32_t num_pages = some.num_pages(page.site);
      EXPECT_TRUE(num_pages == 0 || num_pages == all.num_pages(page.site));
      const std::uint32_t num_with = some.num_pages_with(page.site, page.texts[0]);
      EXPECT_EQ(num_with, num_pages == 0 ? 0 : all.num_pages_with(page.site, page.texts[0]));
    }
    std::mt19937 random(1);
    for (int turn = 0; turn < 5; ++turn) {
      std::ranges::shuffle(pages, random);
      EXPECT_EQ(written(of_pages(pages, memory_bytes)), written(some)) << memory_bytes;
    }
  }
}

TEST(SiteTemplates, NameTheLineThatTheyCannotRead) {
  const std::string head = written(SiteTemplates());
  EXPECT_TRUE(SiteTemplates::parse(head));
  const std::pair<std::string, std::string_view> kCases[] = {
      {"", "line 1:"},
      {"http://a.com\n", "line 1:"},
      {"{\"format\":\"tamis site templates\",\"version\":2}\n", "line 1:"},
      {head + "{\"site\":\"a\",\"pages\":2}\n", "line 2:"},
      {head + "{\"site\":\"\",\"pages\":2,\"texts\":{}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":0,\"texts\":{}}\n", "line 2:"},
      {head + "{\"site\":\"a\",\"pages\":2,\"texts\":{\"x\":2}}\n", "line 2:"},
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
