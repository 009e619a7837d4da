#include "tamis/extract/score_smoothing.h"

#include <algorithm>

#include "tamis/extract/core_box.h"

namespace tamis::extract {
namespace {

constexpr std::int64_t kPercentToGroup = 50;
constexpr std::int64_t kPercentToNeighbours = 10;

// A heading may be so much less likely than the text that it heads, a listing than the texts around
// it, an entry than those beside it.
constexpr std::int32_t kHeadingPoints = 100;
constexpr std::int32_t kListingPoints = 100;
constexpr std::int32_t kEntryPoints = 50;

// By its words; blocks without any count a little, too.
RatedWords rated(const Block& block, std::int32_t score) {
  const std::int64_t num_words = block.counts.num_words() + 1;
  return {.num_words = num_words, .score = score * num_words};
}

std::int32_t drawn(std::int32_t score, const RatedWords& others, std::int64_t percent) {
  return score + static_cast<std::int32_t>((others.mean_score() - score) * percent / 100);
}

void draw_to_groups(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                    std::vector<std::int32_t>& scores) {
  std::vector<RatedWords> groups(scores.size());  // there are at most as many as blocks
  for (std::size_t i = 0; i < scores.size(); ++i)
    groups[features[i].group] += rated(blocks.blocks[i], scores[i]);
  for (std::size_t i = 0; i < scores.size(); ++i)
    scores[i] = drawn(scores[i], groups[features[i].group], kPercentToGroup);
}

void draw_to_neighbours(const Blocks& blocks, std::vector<std::int32_t>& scores) {
  if (scores.size() < 2) return;
  RatedWords before;  // with the score as it was
  for (std::size_t i = 0; i < scores.size(); ++i) {
    RatedWords neighbours = before;
    before = rated(blocks.blocks[i], scores[i]);
    if (i + 1 < scores.size()) neighbours += rated(blocks.blocks[i + 1], scores[i + 1]);
    scores[i] = drawn(scores[i], neighbours, kPercentToNeighbours);
  }
}

void level_rows(const Blocks& blocks, std::vector<std::int32_t>& scores) {
  const auto row_of = [&](std::size_t index) {
    const Block& block = blocks.blocks[index];
    return is_in_data_table(blocks, block) ? block.row : kNone;
  };
  for (std::size_t begin = 0, end = 0; begin < scores.size(); begin = end) {
    RatedWords row;
    for (end = begin; end < scores.size() && row_of(end) == row_of(begin); ++end)
      row += rated(blocks.blocks[end], scores[end]);
    if (row_of(begin) == kNone) continue;
    std::fill_n(&scores[begin], end - begin, static_cast<std::int32_t>(row.mean_score()));
  }
}

std::int32_t raised(std::int32_t score, std::int32_t towards, std::int32_t points) {
  return std::max(score, std::min(towards, score + points));
}

// A term heads its definition.
void raise_headings(const Blocks& blocks, std::vector<std::int32_t>& scores) {
  for (std::size_t i = scores.size(); i-- > 1;) {
    const Block& heading = blocks.blocks[i - 1];
    const Tag tag = blocks.container_of(heading).tag;
    const bool is_heading = heading_level(tag) > 0 || tag == Tag::kDt;
    if (!is_heading || is_mostly_links(heading)) continue;
    scores[i - 1] = raised(scores[i - 1], scores[i], kHeadingPoints);
  }
}

// What "Output:" announces.
void raise_listings(const Blocks& blocks, std::vector<std::int32_t>& scores) {
  for (std::size_t begin = 1, end = 1; begin < scores.size(); begin = end + 1) {
    for (end = begin; end < scores.size() && blocks.blocks[end].keeps_space; ++end) continue;
    if (end == scores.size()) return;
    const std::int32_t around = std::min(scores[begin - 1], scores[end]);
    for (std::size_t i = begin; i < end; ++i) scores[i] = raised(scores[i], around, kListingPoints);
  }
}

// An ingredient between two others.
void raise_entries(const Blocks& blocks, std::vector<std::int32_t>& scores) {
  const auto list_of = [&](std::size_t index) {
    const Container& box = blocks.container_of(blocks.blocks[index]);
    return box.tag == Tag::kLi ? box.parent : kNone;
  };
  for (std::size_t i = 1; i + 1 < scores.size(); ++i) {
    const std::uint32_t list = list_of(i);
    if (list == kNone || list != list_of(i - 1) || list != list_of(i + 1)) continue;
    scores[i] = raised(scores[i], std::min(scores[i - 1], scores[i + 1]), kEntryPoints);
  }
}

std::uint32_t table_of(const Blocks& blocks, const Block& block) {
  std::uint32_t box = block.row == kNone ? block.container : block.row;
  while (box != kPageContainer && blocks.containers[box].tag != Tag::kTable)
    box = blocks.containers[box].parent;
  return box;
}

// The names of a table's columns and what it is called go with its rows: without them numbers mean
// nothing.
void raise_table_heads(const Blocks& blocks, std::vector<std::int32_t>& scores) {
  const auto is_head = [&](const Block& block) {
    if (blocks.container_of(block).tag == Tag::kCaption) return true;
    return block.cell != kNone && blocks.containers[block.cell].tag == Tag::kTh;
  };
  for (std::size_t i = scores.size(); i-- > 1;) {
    const Block& head = blocks.blocks[i - 1];
    const Block& next = blocks.blocks[i];
    if (scores[i - 1] >= scores[i] || !is_head(head) || !is_in_data_table(blocks, next)) continue;
    if (table_of(blocks, head) == table_of(blocks, next)) scores[i - 1] = scores[i];
  }
}

}  // namespace

void smooth_scores(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                   std::vector<std::int32_t>& scores) {
  draw_to_groups(blocks, features, scores);
  draw_to_neighbours(blocks, scores);
  level_rows(blocks, scores);
  raise_table_heads(blocks, scores);
  raise_listings(blocks, scores);
  raise_entries(blocks, scores);
  raise_headings(blocks, scores);
}

}  // namespace tamis::extract
