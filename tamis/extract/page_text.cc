#include "tamis/extract/page_text.h"

namespace tamis::extract {
namespace {

// A row that says more than this in a cell is there for the layout.
constexpr std::uint32_t kCellWordsMax = 40;

// What stands between a block and the kept one before it.
std::string_view separator(const Blocks& blocks, const Block& before, const Block& block) {
  const bool is_same_row = block.row != kNone && block.row == before.row;
  if (!is_same_row || !is_in_data_table(blocks, block)) return "\n";
  return block.cell == before.cell ? " " : " | ";
}

}  // namespace

bool is_in_data_table(const Blocks& blocks, const Block& block) {
  if (block.row == kNone || block.cell == kNone || block.keeps_space) return false;
  const BlockSums& row = blocks.containers[block.row].sums;
  const BlockSums& cell = blocks.containers[block.cell].sums;
  return row.num_blocks > cell.num_blocks && cell.num_words <= kCellWordsMax;
}

void write_page_text(const Blocks& blocks, const std::vector<std::uint8_t>& is_kept,
                     std::string& text) {
  text.clear();
  const Block* before = nullptr;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (is_kept[i] == 0) continue;
    const Block& block = blocks.blocks[i];
    if (before != nullptr) text += separator(blocks, *before, block);
    text += blocks.text_of(block);
    before = &block;
  }
}

}  // namespace tamis::extract
