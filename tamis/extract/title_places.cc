#include "tamis/extract/title_places.h"

#include <algorithm>
#include <utility>

namespace tamis::extract {

TitlePlaces::TitlePlaces(const Blocks& blocks, std::string_view title) {
  constexpr std::size_t kNumPlacesMax = 8;
  std::optional<std::size_t> first_heading;
  std::vector<std::size_t> others;  // breadcrumbs, bars that stay in sight
  for (std::size_t i = 0; i < blocks.blocks.size() && places_.size() < kNumPlacesMax; ++i) {
    const Block& block = blocks.blocks[i];
    const Tag tag = blocks.container_of(block).tag;
    if (!first_heading && tag == Tag::kH1) first_heading = i;
    if (title.empty() || blocks.text_of(block) != title) continue;
    if (heading_level(tag) > 0)
      places_.push_back(i);
    else if (others.size() < kNumPlacesMax)
      others.push_back(i);
  }
  if (!places_.empty()) return;
  places_ = std::move(others);
  if (first_heading)
    places_.insert(std::ranges::lower_bound(places_, *first_heading), *first_heading);
}

std::optional<std::size_t> TitlePlaces::blocks_behind(std::size_t block) const {
  const auto next = std::ranges::upper_bound(places_, block);
  return next == places_.begin() ? std::nullopt : std::optional(block - *(next - 1));
}

std::optional<std::size_t> TitlePlaces::blocks_ahead(std::size_t block) const {
  const auto next = std::ranges::upper_bound(places_, block);
  return next == places_.end() ? std::nullopt : std::optional(*next - block);
}

}  // namespace tamis::extract
