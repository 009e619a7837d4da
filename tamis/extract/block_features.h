// What the decision knows of a block: a row of small whole numbers, each with a name.
//
// One list names them all, so that they print, train (tools/train_main_text.py) and weigh in
// under the same names. Chosen after what carried in a first experiment: punctuation and long
// blocks of the boxes around, meanings of their classes, links, place
// (docs/design/0010-main-text.md).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Boxes around a block are looked at where they grow: level 1 is the innermost that holds at least
// half as many words again as the block, level 2 the same over level 1 ...
inline constexpr std::size_t kNumLevels = 4;

// X(enumerator, name). Shares are in 1/100; words are those of class and id attributes, by the
// points of class_words.h: of an element itself, or also of all above it; of the text, by those of
// text_words.h: its own, or of the last heading's. What is described begins as the page's
// description does (descriptions.h). Of a site: other pages that have the text, and words of boxes
// in texts that any of them has (site_templates.h); -1 where no other page is known.
#define TAMIS_BLOCK_FEATURES(X)                    \
  X(kWords, "words")                               \
  X(kLinkShare, "link_share")                      \
  X(kSentenceMarks, "sentence_marks")              \
  X(kSentenceMarkShare, "sentence_marks_per_word") \
  X(kStopWordShare, "stop_word_share")             \
  X(kCapitalShare, "capital_share")                \
  X(kDigitShare, "digit_share")                    \
  X(kSymbolShare, "symbol_share")                  \
  X(kEndsSentence, "ends_sentence")                \
  X(kTagKind, "tag_kind")                          \
  X(kFlags, "flags")                               \
  X(kPhrase, "phrase")                             \
  X(kNumTwins, "num_twins")                        \
  X(kPreviousWords, "previous_words")              \
  X(kNextWords, "next_words")                      \
  X(kPreviousLinkShare, "previous_link_share")     \
  X(kNextLinkShare, "next_link_share")             \
  X(kLongBlocksNear, "long_blocks_near")           \
  X(kWordsBefore, "words_before_share")            \
  X(kBlocksAfterHeading, "blocks_after_h1")        \
  X(kLongBlocksBefore, "long_blocks_before")       \
  X(kLongBlocksAfter, "long_blocks_after")         \
  X(kDepth, "depth")                               \
  X(kPageWords, "page_words")                      \
  X(kPageLinkShare, "page_link_share")             \
  X(kPageLongBlocks, "page_long_blocks")           \
  X(kHasArticle, "page_has_article")               \
  X(kIsMostOfArticle, "article_share_of_page")     \
  X(kSize1, "level1_size_share")                   \
  X(kLink1, "level1_link_share")                   \
  X(kMarks1, "level1_marks_per_block")             \
  X(kLong1, "level1_long_share")                   \
  X(kBlocks1, "level1_num_blocks")                 \
  X(kSize2, "level2_size_share")                   \
  X(kLink2, "level2_link_share")                   \
  X(kMarks2, "level2_marks_per_block")             \
  X(kLong2, "level2_long_share")                   \
  X(kBlocks2, "level2_num_blocks")                 \
  X(kSize3, "level3_size_share")                   \
  X(kLink3, "level3_link_share")                   \
  X(kMarks3, "level3_marks_per_block")             \
  X(kLong3, "level3_long_share")                   \
  X(kBlocks3, "level3_num_blocks")                 \
  X(kSize4, "level4_size_share")                   \
  X(kLink4, "level4_link_share")                   \
  X(kMarks4, "level4_marks_per_block")             \
  X(kLong4, "level4_long_share")                   \
  X(kBlocks4, "level4_num_blocks")                 \
  X(kOwnLowest, "own_lowest_word")                 \
  X(kOwnHighest, "own_highest_word")               \
  X(kOwnMean, "own_mean_word")                     \
  X(kParentLowest, "parent_lowest_word")           \
  X(kParentHighest, "parent_highest_word")         \
  X(kLevel1Lowest, "level1_lowest_word")           \
  X(kLevel1MeanWord, "level1_mean_word")           \
  X(kAbove1Lowest, "above_level1_lowest_word")     \
  X(kAbove1Highest, "above_level1_highest_word")   \
  X(kLevel2Lowest, "level2_lowest_word")           \
  X(kAboveLowest, "above_lowest_word")             \
  X(kAboveHighest, "above_highest_word")           \
  X(kAboveMean, "above_mean_word")                 \
  X(kAbove2Mean, "above_level2_mean_word")         \
  X(kBlocksSinceHeading, "blocks_since_heading")   \
  X(kHeadingLevel, "heading_level")                \
  X(kPrices, "prices")                             \
  X(kGroupBlocks, "group_blocks")                  \
  X(kGroupWords, "group_words_per_block")          \
  X(kGroupLinkShare, "group_link_share")           \
  X(kGroupMarks, "group_marks_per_block")          \
  X(kGroupSize, "group_size_share")                \
  X(kTwinsBefore, "twins_before")                  \
  X(kBlocksSinceTwin, "blocks_since_twin")         \
  X(kTextLowest, "text_lowest_word")               \
  X(kTextHighest, "text_highest_word")             \
  X(kTextMean, "text_mean_word")                   \
  X(kHeadingLowest, "heading_lowest_word")         \
  X(kHeadingMean, "heading_mean_word")             \
  X(kIsDescribed, "is_described")                  \
  X(kBlocksFromDescribed, "blocks_from_described") \
  X(kDescribedBox, "described_box_level")          \
  X(kTitleShare, "title_share")                    \
  X(kTitle1, "level1_title_share")                 \
  X(kTitle2, "level2_title_share")                 \
  X(kTitle3, "level3_title_share")                 \
  X(kGroupTitle, "group_title_share")              \
  X(kTitleWords, "title_words")                    \
  X(kSaidOfTitle, "said_of_title")                 \
  X(kWordsOfTitle, "words_of_title")               \
  X(kSitePages, "site_pages")                      \
  X(kSiteShare, "site_share")                      \
  X(kSite1, "level1_site_share")                   \
  X(kSite2, "level2_site_share")                   \
  X(kSite3, "level3_site_share")                   \
  X(kGroupSite, "group_site_share")

#define TAMIS_BLOCK_FEATURE_ENUMERATOR(enumerator, name) enumerator,
enum class BlockFeature : std::uint8_t {
  TAMIS_BLOCK_FEATURES(TAMIS_BLOCK_FEATURE_ENUMERATOR) kNumFeatures
};
#undef TAMIS_BLOCK_FEATURE_ENUMERATOR

inline constexpr std::size_t kNumBlockFeatures =
    static_cast<std::size_t>(BlockFeature::kNumFeatures);

// "link_share".
std::string_view block_feature_name(BlockFeature feature);

struct BlockFeatures {
  std::array<std::int16_t, kNumBlockFeatures> values = {};
  ClassMeanings meanings_near = 0;  // of the element itself and the box of level 1
  ClassMeanings meanings_any = 0;   // of all elements around
  BlockTags tags_any = 0;
  std::array<std::uint32_t, kNumLevels> levels = {};  // the boxes, as containers
  std::uint32_t group = 0;                            // of find_groups()
  std::uint32_t twin = 0;                             // the first block of the same text

  std::int16_t& operator[](BlockFeature feature) {
    return values[static_cast<std::size_t>(feature)];
  }
};

// Replaces `features` by those of all blocks. Linear in the blocks.
void measure_blocks(const Blocks& blocks, std::vector<BlockFeatures>& features);

}  // namespace tamis::extract
