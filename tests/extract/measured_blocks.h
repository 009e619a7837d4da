// What is measured of the blocks of a page, as tests of features ask for it.
#pragma once

#include <string_view>
#include <vector>

#include "tamis/extract/block_builder.h"
#include "tamis/extract/block_features.h"

namespace tamis::extract {

inline std::vector<BlockFeatures> features_of(std::string_view html) {
  std::vector<BlockFeatures> features;
  measure_blocks(read_blocks(html), features);
  return features;
}

}  // namespace tamis::extract
