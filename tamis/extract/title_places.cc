#include "tamis/extract/title_places.h"

#include <algorithm>

namespace tamis::extract {

TitlePlaces::TitlePlaces(const Blocks& blocks, std::string_view title) {
  constexpr std::size_t kNumPlacesMax = 8;
  std::optional<std::size_t> heading;
  for (std::size_t i = 0; i < blocks.blocks.size() && places_.size() < kNumPlacesMax; ++i) {
    const Block& block = blocks.blocks[i];
    if (!title.empty() && blocks.text_of(block) == title) places_.push_back(i);
    if (!heading && blocks.container_of(block).tag == Tag::kH1) heading = i;
  }
  if (places_.empty() && heading) places_.push_back(*heading);
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
