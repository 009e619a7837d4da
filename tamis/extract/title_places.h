// Where a page shows its title: dates and authors stand near it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// The first headings whose text is the title; else the first <h1>, which may say it in other words,
// and whatever says the title. Blocks are counted in the order of the page.
class TitlePlaces {
 public:
  TitlePlaces(const Blocks& blocks, std::string_view title);

  // How many blocks that one is behind the nearest place at or before it; nullopt if none is.
  std::optional<std::size_t> blocks_behind(std::size_t block) const;

  // How many blocks that one is ahead of the nearest place behind it; nullopt if none is.
  std::optional<std::size_t> blocks_ahead(std::size_t block) const;

 private:
  std::vector<std::size_t> places_;  // ascending, bounded
};

}  // namespace tamis::extract
