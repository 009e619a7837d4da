#include "tamis/extract/main_text_decision.h"

namespace tamis::extract {

void decide_main_text(const Blocks& blocks, const Options&, Decision& decision) {
  measure_blocks(blocks, decision.features);
  decision.is_kept.assign(blocks.blocks.size(), 0);
  decision.scores.assign(blocks.blocks.size(), 0);
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& block = blocks.blocks[i];
    decision.is_kept[i] =
        block.counts.num_words() >= 12 && block.num_link_bytes * 3 < block.num_bytes();
  }
}

}  // namespace tamis::extract
