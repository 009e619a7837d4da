// What the first forest's answers say around a block: the second forest's own features.
//
// A paragraph between paragraphs is text, the same words between links are not.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tamis/extract/block_features.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// In 1/100 log-odds: blocks are likely to be main text, or sure, above these.
inline constexpr std::int32_t kLikelyScore = -50;
inline constexpr std::int32_t kSureScore = 150;

// Blocks that are not above are furniture whatever stands around: this is their only score.
inline constexpr std::int32_t kClearScore = -350;

// X(enumerator, name). Scores are in 1/100 log-odds, cut to +-500; means are by words. A section
// goes from a heading to the next. Twins are other blocks of the same text. What is said of
// the core stands in core_box.h.
#define TAMIS_CONTEXT_FEATURES(X)                    \
  X(kOwnScore, "own_score")                          \
  X(kPreviousScore, "previous_score")                \
  X(kNextScore, "next_score")                        \
  X(kMean2, "mean_of_2_around")                      \
  X(kMean6, "mean_of_6_around")                      \
  X(kMean20, "mean_of_20_around")                    \
  X(kMean60, "mean_of_60_around")                    \
  X(kLevel1Mean, "level1_mean")                      \
  X(kLevel2Mean, "level2_mean")                      \
  X(kLevel3Mean, "level3_mean")                      \
  X(kLevel4Mean, "level4_mean")                      \
  X(kLikelyBefore, "likely_words_before_share")      \
  X(kLikelyShare, "page_likely_share")               \
  X(kLikelyWords, "page_likely_words")               \
  X(kGroupMean, "group_mean")                        \
  X(kSectionMean, "section_mean")                    \
  X(kHeadingScore, "heading_score")                  \
  X(kBlocksSinceSure, "blocks_since_sure")           \
  X(kBlocksUntilSure, "blocks_until_sure")           \
  X(kSureShare, "sure_share_of_likely")              \
  X(kLikelyBlockWords, "words_per_likely_block")     \
  X(kTwinScore, "best_twin_score")                   \
  X(kEarlierTwinScore, "best_earlier_twin_score")    \
  X(kCoreLevelsDown, "core_levels_down")             \
  X(kCoreLevelsUp, "core_levels_up")                 \
  X(kCoreBranchWords, "core_branch_words")           \
  X(kCoreBranchLikely, "core_branch_likely_share")   \
  X(kCoreBranchMean, "core_branch_mean")             \
  X(kCoreBranchShare, "core_branch_share_of_likely") \
  X(kCoreSharedLikely, "core_shared_likely_share")   \
  X(kCoreSharedWords, "core_shared_words")           \
  X(kCoreBlocksAway, "core_blocks_away")

#define TAMIS_CONTEXT_FEATURE_ENUMERATOR(enumerator, name) enumerator,
enum class ContextFeature : std::uint8_t {
  TAMIS_CONTEXT_FEATURES(TAMIS_CONTEXT_FEATURE_ENUMERATOR) kNumFeatures
};
#undef TAMIS_CONTEXT_FEATURE_ENUMERATOR

inline constexpr std::size_t kNumContextFeatures =
    static_cast<std::size_t>(ContextFeature::kNumFeatures);

// "mean_of_2_around".
std::string_view context_feature_name(ContextFeature feature);

using ContextFeatures = std::array<std::int16_t, kNumContextFeatures>;

// Replaces `context` by a row for each block; that of clear furniture need hold no more than
// kOwnScore. `scores` are the first forest's. Linear.
void measure_context(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                     const std::vector<std::int32_t>& scores,
                     std::vector<ContextFeatures>& context);

}  // namespace tamis::extract
