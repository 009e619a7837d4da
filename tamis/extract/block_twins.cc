#include "tamis/extract/block_twins.h"

#include "tamis/extract/equal_keys.h"
#include "tamis/text/word_hash.h"

namespace tamis::extract {

void find_twins(const Blocks& blocks, std::vector<Twins>& twins) {
  twins.assign(blocks.blocks.size(), {});
  const auto hash_of = [&](std::uint32_t index) {
    return text::hash_word(blocks.text_of(blocks.blocks[index])).hash;
  };
  for_each_equal(twins.size(), hash_of, [&](std::span<const KeyedIndex> same) {
    const auto num_same = static_cast<std::uint32_t>(same.size());
    for (std::uint32_t i = 0; i < num_same; ++i) {
      const std::uint32_t index = same[i].index();
      twins[index] = {.first = same.front().index(),
                      .num_others = num_same - 1,
                      .num_before = i,
                      .blocks_since = i == 0 ? 0 : index - same[i - 1].index()};
    }
  });
}

}  // namespace tamis::extract
