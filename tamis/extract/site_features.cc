#include "tamis/extract/site_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "tamis/extract/feature_values.h"

namespace tamis::extract {
namespace {

void mark_site_unknown(std::vector<BlockFeatures>& features) {
  for (BlockFeatures& row : features) {
    for (const auto feature : {BlockFeature::kSiteShare, BlockFeature::kSite1, BlockFeature::kSite2,
                               BlockFeature::kSite3, BlockFeature::kGroupSite})
      row[feature] = -1;
  }
}

struct SaidOnSite {
  std::vector<std::uint32_t> words_of_boxes;
  std::vector<std::uint32_t> words_of_groups;
};

SaidOnSite count_said_on_site(const Blocks& blocks, const BlockGroups& groups,
                              const std::vector<BlockFeatures>& features) {
  SaidOnSite said;
  said.words_of_boxes.resize(blocks.containers.size());
  said.words_of_groups.resize(groups.sums.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (blocks.site.num_with_text[i] == 0) continue;
    const Block& block = blocks.blocks[i];
    said.words_of_boxes[block.container] += block.counts.num_words();
    said.words_of_groups[features[i].group] += block.counts.num_words();
  }
  for (std::size_t box = said.words_of_boxes.size(); box-- > 1;)
    said.words_of_boxes[blocks.containers[box].parent] += said.words_of_boxes[box];
  return said;
}

}  // namespace

void measure_site(const Blocks& blocks, const BlockGroups& groups,
                  std::vector<BlockFeatures>& features) {
  constexpr std::uint32_t kSitePagesMax = 20;
  const SiteRepeats& site = blocks.site;
  if (site.num_other_pages == 0) return mark_site_unknown(features);
  const SaidOnSite said = count_said_on_site(blocks, groups, features);
  for (std::size_t i = 0; i < features.size(); ++i) {
    BlockFeatures& row = features[i];
    const auto share_of_level = [&](std::size_t level) {
      const std::uint32_t box = row.levels[level];
      return feature_share(said.words_of_boxes[box], blocks.containers[box].sums.num_words);
    };
    row[BlockFeature::kSitePages] = feature_count(std::min(site.num_other_pages, kSitePagesMax));
    row[BlockFeature::kSiteShare] = feature_share(site.num_with_text[i], site.num_other_pages);
    row[BlockFeature::kSite1] = share_of_level(0);
    row[BlockFeature::kSite2] = share_of_level(1);
    row[BlockFeature::kSite3] = share_of_level(2);
    row[BlockFeature::kGroupSite] =
        feature_share(said.words_of_groups[row.group], groups.sums[row.group].num_words);
  }
}

}  // namespace tamis::extract
