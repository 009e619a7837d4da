#include "tamis/extract/block_features.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "tamis/extract/block_groups.h"
#include "tamis/extract/block_twins.h"
#include "tamis/extract/boilerplate_phrases.h"
#include "tamis/extract/described_features.h"
#include "tamis/extract/feature_values.h"
#include "tamis/extract/site_features.h"
#include "tamis/extract/text_words.h"

namespace tamis::extract {
namespace {

#define TAMIS_BLOCK_FEATURE_NAME(enumerator, name) name,
constexpr std::string_view kNames[] = {TAMIS_BLOCK_FEATURES(TAMIS_BLOCK_FEATURE_NAME)};
#undef TAMIS_BLOCK_FEATURE_NAME

constexpr std::size_t kBlocksOfHeadingMax = 99;

// What an element is to text, from the plainest to the furthest from it.
std::int16_t tag_kind(Tag tag) {
  if (const int level = heading_level(tag); level > 0) return static_cast<std::int16_t>(9 + level);
  switch (tag) {
    case Tag::kP:
      return 0;
    case Tag::kBlockquote:
      return 1;
    case Tag::kPre:
      return 2;
    case Tag::kDiv:
      return 3;
    case Tag::kSection:
    case Tag::kArticle:
    case Tag::kMain:
      return 4;
    case Tag::kLi:
      return 5;
    case Tag::kDd:
    case Tag::kDt:
      return 6;
    case Tag::kTd:
    case Tag::kTh:
      return 7;
    case Tag::kFigcaption:
    case Tag::kCaption:
      return 8;
    default:
      return 9;
  }
}

// What is known of the page before any block is looked at.
class Measurer {
 public:
  Measurer(const Blocks& blocks, std::vector<BlockFeatures>& features)
      : blocks_(blocks), features_(features), page_(blocks.containers.front().sums) {}

  void measure() {
    features_.assign(blocks_.blocks.size(), BlockFeatures{});
    find_twins(blocks_, twins_);
    find_article();
    find_groups(blocks_, groups_);
    text_points_.resize(features_.size());
    for (std::size_t i = 0; i < features_.size(); ++i) measure_block(i);
    count_long_blocks_near();
    measure_described(blocks_, features_);
    measure_site(blocks_, groups_, features_);
  }

 private:
  void measure_block(std::size_t index) {
    const Block& block = blocks_.blocks[index];
    BlockFeatures& row = features_[index];
    measure_text(block, row);
    measure_neighbours(index, row);
    measure_place(index, block, row);
    measure_boxes(index, row);
    measure_words(block, row);
    measure_group(index, row);
    measure_heading(index, row);
    measure_text_words(index, row);
    measure_twins(index, row);
    measure_title_words(block.counts, row);
    row[BlockFeature::kPrices] = feature_count(block.counts.num_prices);
    num_words_before_ += block.counts.num_words();
    if (is_long(block)) ++num_long_before_;
    if (block_tag(block) == Tag::kH1 && first_h1_ == kNone)
      first_h1_ = static_cast<std::uint32_t>(index);
  }

  void measure_text(const Block& block, BlockFeatures& row) const {
    const TextCounts& counts = block.counts;
    const std::uint32_t num_words = counts.num_words();
    const std::string_view text = blocks_.text_of(block);
    row[BlockFeature::kWords] = feature_count(num_words);
    row[BlockFeature::kLinkShare] = feature_share(block.num_link_bytes, block.num_bytes());
    row[BlockFeature::kSentenceMarks] = feature_count(counts.num_sentence_marks);
    row[BlockFeature::kSentenceMarkShare] = feature_share(counts.num_sentence_marks, num_words);
    row[BlockFeature::kStopWordShare] = feature_share(counts.num_stop_words, num_words);
    row[BlockFeature::kCapitalShare] = feature_share(counts.num_capitals, num_words);
    row[BlockFeature::kDigitShare] = feature_share(counts.num_digits, block.num_bytes());
    row[BlockFeature::kSymbolShare] =
        feature_share(counts.num_symbols, num_words + counts.num_symbols);
    row[BlockFeature::kEndsSentence] = ends_sentence(text) ? 1 : 0;
    row[BlockFeature::kTagKind] = tag_kind(block_tag(block));
    row[BlockFeature::kFlags] = static_cast<std::int16_t>(block.is_hidden       ? 3
                                                          : block.is_in_button  ? 2
                                                          : block.follows_break ? 1
                                                                                : 0);
    row[BlockFeature::kPhrase] = static_cast<std::int16_t>(find_boilerplate(text));
  }

  void measure_neighbours(std::size_t index, BlockFeatures& row) const {
    if (index > 0) {
      const Block& previous = blocks_.blocks[index - 1];
      row[BlockFeature::kPreviousWords] = feature_count(previous.counts.num_words());
      row[BlockFeature::kPreviousLinkShare] =
          feature_share(previous.num_link_bytes, previous.num_bytes());
    }
    if (index + 1 < blocks_.blocks.size()) {
      const Block& next = blocks_.blocks[index + 1];
      row[BlockFeature::kNextWords] = feature_count(next.counts.num_words());
      row[BlockFeature::kNextLinkShare] = feature_share(next.num_link_bytes, next.num_bytes());
    }
  }

  void measure_place(std::size_t index, const Block& block, BlockFeatures& row) const {
    const Container& container = blocks_.container_of(block);
    row[BlockFeature::kWordsBefore] = feature_share(num_words_before_, page_.num_words);
    row[BlockFeature::kBlocksAfterHeading] =
        first_h1_ == kNone ? std::int16_t{-1}
                           : feature_blocks(static_cast<std::int64_t>(index - first_h1_));
    row[BlockFeature::kLongBlocksBefore] = feature_blocks(num_long_before_);
    row[BlockFeature::kLongBlocksAfter] = feature_blocks(page_.num_long_blocks - num_long_before_);
    row[BlockFeature::kDepth] = feature_count(container.depth);
    row[BlockFeature::kPageWords] = feature_words(page_.num_words);
    row[BlockFeature::kPageLinkShare] = feature_share(page_.num_link_bytes, page_.num_bytes);
    row[BlockFeature::kPageLongBlocks] = feature_blocks(page_.num_long_blocks);
    row[BlockFeature::kHasArticle] = feature_count(std::min(num_articles_, 3U));
    row[BlockFeature::kIsMostOfArticle] = (container.tags_above & block_tag_bit(Tag::kArticle)) == 0
                                              ? std::int16_t{-1}
                                              : feature_share(num_article_words_, page_.num_words);
  }

  // Boxes grow by half at least from level to level, so that the walk ends after few of them; the
  // depth is bounded by OpenElements::kDepthMax.
  void measure_boxes(std::size_t index, BlockFeatures& row) const {
    const Block& block = blocks_.blocks[index];
    std::uint32_t box = block.container;
    std::uint64_t num_words = block.counts.num_words();
    row.meanings_near = blocks_.containers[box].meanings;
    row.meanings_any = blocks_.containers[box].meanings_above;
    row.tags_any = blocks_.containers[box].tags_above;
    for (std::size_t level = 0; level < kNumLevels; ++level) {
      while (box != kPageContainer && blocks_.containers[box].sums.num_words * 2 <= num_words * 3) {
        box = blocks_.containers[box].parent;
        if (level == 0) row.meanings_near |= blocks_.containers[box].meanings;
      }
      row.levels[level] = box;
      num_words = blocks_.containers[box].sums.num_words;
      measure_box(index, level, row);
    }
  }

  // Neighbours mostly lie in the same box.
  void measure_box(std::size_t index, std::size_t level, BlockFeatures& row) const {
    constexpr std::size_t kNumPerLevel = 5;
    const std::size_t first = static_cast<std::size_t>(BlockFeature::kSize1) + level * kNumPerLevel;
    if (index > 0 && features_[index - 1].levels[level] == row.levels[level]) {
      std::copy_n(&features_[index - 1].values[first], kNumPerLevel, &row.values[first]);
      return;
    }
    const BlockSums& sums = blocks_.containers[row.levels[level]].sums;
    row.values[first] = feature_share(sums.num_words, page_.num_words);
    row.values[first + 1] = feature_share(sums.num_link_bytes, sums.num_bytes);
    row.values[first + 2] = feature_share(sums.num_sentence_marks, sums.num_blocks);
    row.values[first + 3] = feature_share(sums.num_long_blocks, sums.num_blocks);
    row.values[first + 4] = feature_blocks(sums.num_blocks);
  }

  void measure_words(const Block& block, BlockFeatures& row) const {
    const Container& own = blocks_.container_of(block);
    const Container& parent = blocks_.containers[own.parent];
    const Container& level1 = blocks_.containers[row.levels[0]];
    const Container& level2 = blocks_.containers[row.levels[1]];
    row[BlockFeature::kOwnLowest] = own.points.lowest;
    row[BlockFeature::kOwnHighest] = own.points.highest;
    row[BlockFeature::kOwnMean] = own.points.mean;
    row[BlockFeature::kParentLowest] = parent.points.lowest;
    row[BlockFeature::kParentHighest] = parent.points.highest;
    row[BlockFeature::kLevel1Lowest] = level1.points.lowest;
    row[BlockFeature::kLevel1MeanWord] = level1.points.mean;
    row[BlockFeature::kAbove1Lowest] = level1.points_above.lowest;
    row[BlockFeature::kAbove1Highest] = level1.points_above.highest;
    row[BlockFeature::kLevel2Lowest] = level2.points.lowest;
    row[BlockFeature::kAboveLowest] = own.points_above.lowest;
    row[BlockFeature::kAboveHighest] = own.points_above.highest;
    row[BlockFeature::kAboveMean] = own.points_above.mean;
    row[BlockFeature::kAbove2Mean] = level2.points_above.mean;
  }

  void measure_group(std::size_t index, BlockFeatures& row) const {
    row.group = groups_.group_of[index];
    const BlockSums& sums = groups_.sums[row.group];
    row[BlockFeature::kGroupBlocks] = feature_blocks(sums.num_blocks);
    row[BlockFeature::kGroupWords] = feature_count(sums.num_words / sums.num_blocks);
    row[BlockFeature::kGroupLinkShare] = feature_share(sums.num_link_bytes, sums.num_bytes);
    row[BlockFeature::kGroupMarks] = feature_share(sums.num_sentence_marks, sums.num_blocks);
    row[BlockFeature::kGroupSize] = feature_share(sums.num_words, page_.num_words);
  }

  // The last heading at or before the block.
  void measure_heading(std::size_t index, BlockFeatures& row) {
    if (const int level = heading_level(block_tag(blocks_.blocks[index])); level > 0) {
      last_heading_ = static_cast<std::uint32_t>(index);
      last_level_ = static_cast<std::int16_t>(level);
    }
    row[BlockFeature::kBlocksSinceHeading] =
        last_heading_ == kNone
            ? std::int16_t{-1}
            : feature_count(std::min(index - last_heading_, kBlocksOfHeadingMax));
    row[BlockFeature::kHeadingLevel] = last_level_;
  }

  // Its own, and those of the last heading unless that is far away.
  void measure_text_words(std::size_t index, BlockFeatures& row) {
    const Block& block = blocks_.blocks[index];
    WordPoints& own = text_points_[index];
    if (block.counts.num_words() <= kRatedTextWordsMax)
      own = rate_text(blocks_.text_of(block), blocks_.text);
    row[BlockFeature::kTextLowest] = own.lowest;
    row[BlockFeature::kTextHighest] = own.highest;
    row[BlockFeature::kTextMean] = own.mean;
    if (last_heading_ == kNone || index - last_heading_ >= kBlocksOfHeadingMax) return;
    row[BlockFeature::kHeadingLowest] = text_points_[last_heading_].lowest;
    row[BlockFeature::kHeadingMean] = text_points_[last_heading_].mean;
  }

  // How much of the text and of what stands around it the page's title says, and how much of the
  // title the text does. Of the largest box it would say which page it is.
  void measure_title_words(const TextCounts& counts, BlockFeatures& row) const {
    const auto title_share = [](const BlockSums& sums) {
      return feature_share(sums.num_title_words, sums.num_words);
    };
    const auto share_of_level = [&](std::size_t level) {
      return title_share(blocks_.containers[row.levels[level]].sums);
    };
    const auto num_different = static_cast<std::uint32_t>(std::popcount(counts.title_bits));
    row[BlockFeature::kTitleShare] = feature_share(counts.num_title_words(), counts.num_words());
    row[BlockFeature::kTitle1] = share_of_level(0);
    row[BlockFeature::kTitle2] = share_of_level(1);
    row[BlockFeature::kTitle3] = share_of_level(2);
    row[BlockFeature::kGroupTitle] = title_share(groups_.sums[row.group]);
    row[BlockFeature::kTitleWords] = feature_count(counts.num_title_words());
    row[BlockFeature::kSaidOfTitle] = feature_share(num_different, blocks_.title.num_words());
    row[BlockFeature::kWordsOfTitle] = feature_count(blocks_.title.num_words());
  }

  // How many of the ten blocks around are long.
  void count_long_blocks_near() {
    constexpr std::size_t kReach = 5;
    std::vector<std::uint32_t> num_long_before(features_.size() + 1);
    for (std::size_t i = 0; i < features_.size(); ++i) {
      num_long_before[i + 1] = num_long_before[i] + (is_long(blocks_.blocks[i]) ? 1 : 0);
    }
    for (std::size_t i = 0; i < features_.size(); ++i) {
      const std::size_t begin = i < kReach ? 0 : i - kReach;
      const std::size_t end = std::min(i + kReach + 1, features_.size());
      const std::uint32_t num_own = num_long_before[i + 1] - num_long_before[i];
      features_[i][BlockFeature::kLongBlocksNear] =
          feature_count(num_long_before[end] - num_long_before[begin] - num_own);
    }
  }

  void measure_twins(std::size_t index, BlockFeatures& row) const {
    constexpr std::uint32_t kTwinsMax = 9;
    constexpr std::uint32_t kBlocksMax = 998;
    const Twins& twins = twins_[index];
    row.twin = twins.first;
    row[BlockFeature::kNumTwins] = feature_count(std::min(twins.num_others, kTwinsMax));
    row[BlockFeature::kTwinsBefore] = feature_count(std::min(twins.num_before, kTwinsMax));
    row[BlockFeature::kBlocksSinceTwin] = feature_count(
        twins.num_before == 0 ? kBlocksMax + 1 : std::min(twins.blocks_since, kBlocksMax));
  }

  // How many <article> stand on the page, and how large the largest is.
  void find_article() {
    for (const Container& container : blocks_.containers) {
      if (container.tag != Tag::kArticle) continue;
      ++num_articles_;
      num_article_words_ = std::max(num_article_words_, container.sums.num_words);
    }
  }

  Tag block_tag(const Block& block) const { return blocks_.container_of(block).tag; }

  const Blocks& blocks_;
  std::vector<BlockFeatures>& features_;
  const BlockSums& page_;
  std::uint64_t num_words_before_ = 0;
  std::uint32_t num_long_before_ = 0;
  std::uint32_t first_h1_ = kNone;
  std::uint32_t last_heading_ = kNone;
  std::int16_t last_level_ = 9;  // of that heading; below all where there is none
  BlockGroups groups_;
  std::vector<Twins> twins_;
  std::vector<WordPoints> text_points_;
  std::uint32_t num_articles_ = 0;
  std::uint32_t num_article_words_ = 0;
};

}  // namespace

std::string_view block_feature_name(BlockFeature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

void measure_blocks(const Blocks& blocks, std::vector<BlockFeatures>& features) {
  Measurer(blocks, features).measure();
}

}  // namespace tamis::extract
