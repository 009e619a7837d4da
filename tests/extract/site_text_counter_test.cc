#include "tamis/extract/site_text_counter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/extract/counted_pages.h"

namespace tamis::extract {
namespace {

TEST(SiteTextCounter, WritesWhatSeveralPagesOfASiteHave) {
  const SiteTextCounter counter = counted(
      {page_of("b.com", {"Home", "联系我们", "one"}), page_of("b.com", {"Home", "联系我们"}),
       page_of("a.com", {"Home"}), page_of("a.com", {"Home", "x"}), page_of("c.com", {"Home"}),
       page_of("", {"Home"}), page_of("", {"Home"})});
  EXPECT_EQ(counter.amount().pages, 5);
  EXPECT_EQ(counter.amount().sites, 2);
  EXPECT_EQ(counter.amount().texts, 3);
  EXPECT_EQ(counter.amount().homeless_pages, 2);
  const std::string text = written(counter);
  EXPECT_EQ(std::ranges::count(text, '\n'), 3);
  EXPECT_LT(text.find("{\"site\":\"a.com\",\"pages\":2,"), text.find("\"b.com\""));
  EXPECT_EQ(text.find("c.com"), text.npos);
}

TEST(SiteTextCounter, CountsAPageAtTwoAddressesOnce) {
  const SiteTexts page = page_of("a.com", {"Home", "正文"});
  EXPECT_EQ(counted({page, page, page}).amount().sites, 0);
  const SiteTemplates templates = templates_of({page, page_of("a.com", {"Home"}), page});
  EXPECT_EQ(templates.of("a.com").num_pages, 2U);
  EXPECT_EQ(templates.of("a.com").num_pages_with(hash_site_text("Home")), 2U);
  EXPECT_EQ(templates.of("a.com").num_pages_with(hash_site_text("正文")), 0U);
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

TEST(SiteTextCounter, LeavesOutASiteThatNothingElseWouldFitBeside) {
  std::vector<SiteTexts> pages = crawl();
  for (int number = 0; number < 50; ++number) {
    SiteTexts& page = pages.emplace_back();
    page.site = "large.example";
    for (int i = 0; i < 1000; ++i)
      page.texts.push_back(hash_site_text(std::to_string(number) + "," + std::to_string(i)));
  }
  constexpr std::int64_t kMemoryBytes = 1 << 22;
  const SiteTextCounter counter = counted(pages, kMemoryBytes);
  EXPECT_EQ(counter.amount().large_sites, 1);
  EXPECT_EQ(counter.amount().sites, 320) << "all that have several pages";
  EXPECT_EQ(written(counter).find("large"), std::string::npos);
  std::ranges::reverse(pages);
  EXPECT_EQ(written(counted(pages, kMemoryBytes)), written(counter));
}

TEST(SiteTextCounter, CountsTheSameInAnyOrderWithinAnyMemory) {
  std::vector<SiteTexts> pages = crawl();
  const SiteTemplates all = templates_of(pages);
  for (const std::int64_t memory_bytes : {1 << 14, 1 << 16, 1 << 18}) {
    const SiteTextCounter some = counted(pages, memory_bytes);
    EXPECT_GT(some.amount().one_site_in, 1);
    EXPECT_GT(some.amount().sites, 0);
    const SiteTemplates known = must(SiteTemplates::parse(written(some)));
    for (const SiteTexts& page : pages) {
      const std::uint32_t num_pages = known.of(page.site).num_pages;
      EXPECT_TRUE(num_pages == 0 || num_pages == all.of(page.site).num_pages);
      const std::uint32_t num_with = known.of(page.site).num_pages_with(page.texts[0]);
      EXPECT_EQ(num_with, num_pages == 0 ? 0 : all.of(page.site).num_pages_with(page.texts[0]));
    }
    std::mt19937 random(1);
    for (int turn = 0; turn < 5; ++turn) {
      std::ranges::shuffle(pages, random);
      EXPECT_EQ(written(counted(pages, memory_bytes)), written(some)) << memory_bytes;
    }
  }
}

}  // namespace
}  // namespace tamis::extract
