#include "tamis/extract/site_repeats.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"
#include "tests/extract/counted_pages.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kUrl = "http://a.com/1";

SiteTexts texts_of(const Blocks& blocks, std::string_view url) {
  SiteTexts page;
  read_site_texts(blocks, url, page);
  return page;
}

TEST(ReadSiteTexts, ReadsEachTextOnce) {
  const Blocks blocks = read_blocks("<ul><li>首页<li>News</ul><p>首页");
  const SiteTexts page = texts_of(blocks, kUrl);
  EXPECT_EQ(page.site, "a.com");
  EXPECT_EQ(page.texts.size(), 2U);
  EXPECT_TRUE(texts_of(blocks, "").texts.empty()) << "of no site";
}

TEST(FindSiteRepeats, CountsOtherPagesByBlock) {
  Blocks blocks = read_blocks("<ul><li>首页<li>News</ul><p>Only here.<p>首页");
  const SiteTexts own = texts_of(blocks, kUrl);
  find_site_repeats(templates_of({own}), kUrl, blocks);
  EXPECT_EQ(blocks.site.num_other_pages, 0U) << "a page alone knows nothing";
  const SiteTemplates templates =
      templates_of({own, page_of("a.com", {"首页", "News"}), page_of("a.com", {"首页"}),
                    page_of("b.com", {"Only here."})});
  find_site_repeats(templates, kUrl, blocks);
  EXPECT_EQ(blocks.site.num_other_pages, 2U);
  EXPECT_EQ(blocks.site.num_with_text, (std::vector<std::uint32_t>{2, 1, 0, 2}));
  find_site_repeats(templates, "http://c.com/", blocks);
  EXPECT_EQ(blocks.site.num_other_pages, 0U);
}

}  // namespace
}  // namespace tamis::extract
