#include "tamis/extract/blocks.h"

namespace tamis::extract {

bool is_long(const Block& block) {
  return block.counts.num_words() >= BlockSums::kLongBlockWords &&
         block.num_link_bytes * 2 < block.num_bytes();
}

bool is_mostly_links(const Block& block) { return block.num_link_bytes * 2 > block.num_bytes(); }

BlockSums sums_of(const Block& block) {
  return {.num_blocks = 1,
          .num_long_blocks = is_long(block) ? 1U : 0U,
          .num_words = block.counts.num_words(),
          .num_bytes = block.num_bytes(),
          .num_link_bytes = block.num_link_bytes,
          .num_sentence_marks = block.counts.num_sentence_marks,
          .num_stop_words = block.counts.num_stop_words,
          .num_title_words = block.counts.num_title_words()};
}

BlockSums& BlockSums::operator+=(const BlockSums& other) {
  num_blocks += other.num_blocks;
  num_long_blocks += other.num_long_blocks;
  num_words += other.num_words;
  num_bytes += other.num_bytes;
  num_link_bytes += other.num_link_bytes;
  num_sentence_marks += other.num_sentence_marks;
  num_stop_words += other.num_stop_words;
  num_title_words += other.num_title_words;
  return *this;
}

void Blocks::clear() {
  text.clear();
  blocks.clear();
  spans.clear();
  title.clear();
  descriptions.clear();
  site = {};
  containers.clear();
  containers.emplace_back();
}

void Blocks::sum_up() {
  for (const Block& block : blocks) containers[block.container].sums += sums_of(block);
  // Children come behind their parents, so that each is complete when its turn comes.
  for (std::size_t i = containers.size(); i-- > 1;) {
    containers[containers[i].parent].sums += containers[i].sums;
  }
}

bool is_in_data_table(const Blocks& blocks, const Block& block) {
  if (block.row == kNone || block.cell == kNone || block.keeps_space) return false;
  const BlockSums& row = blocks.containers[block.row].sums;
  const BlockSums& cell = blocks.containers[block.cell].sums;
  return row.num_blocks > cell.num_blocks && cell.num_words <= kCellWordsMax;
}

}  // namespace tamis::extract
