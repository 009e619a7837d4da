#include "tamis/extract/site_repeats.h"

#include <algorithm>

namespace tamis::extract {

void find_site_repeats(const SiteTemplates& templates, std::string_view url, Blocks& blocks) {
  blocks.site = {};
  const SiteTemplate site = templates.of(site_of(url));
  if (site.num_pages == 0) return;
  blocks.site.num_other_pages = site.num_pages - 1;
  for (const Block& block : blocks.blocks) {
    const std::uint32_t num_with = site.num_pages_with(hash_site_text(blocks.text_of(block)));
    blocks.site.num_with_text.push_back(num_with == 0 ? 0 : num_with - 1);
  }
}

void read_site_texts(const Blocks& blocks, std::string_view url, SiteTexts& page) {
  page.site = site_of(url);
  page.texts.clear();
  if (page.site.empty()) return;
  for (const Block& block : blocks.blocks)
    page.texts.push_back(hash_site_text(blocks.text_of(block)));
  std::ranges::sort(page.texts);
  const auto repeated = std::ranges::unique(page.texts);
  page.texts.erase(repeated.begin(), repeated.end());
}

}  // namespace tamis::extract
