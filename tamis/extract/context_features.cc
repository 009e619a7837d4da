#include "tamis/extract/context_features.h"

#include <algorithm>

#include "tamis/extract/core_box.h"
#include "tamis/extract/feature_values.h"

namespace tamis::extract {
namespace {

#define TAMIS_CONTEXT_FEATURE_NAME(enumerator, name) name,
constexpr std::string_view kNames[] = {TAMIS_CONTEXT_FEATURES(TAMIS_CONTEXT_FEATURE_NAME)};
#undef TAMIS_CONTEXT_FEATURE_NAME

constexpr std::int32_t kScoreMax = 500;
constexpr std::int32_t kBlockWordsMax = 200;  // no paragraph outweighs all its neighbours
constexpr std::array<std::size_t, 4> kReaches = {2, 6, 20, 60};
constexpr std::int32_t kBlocksMax = 200;  // to a sure block; beyond, and of none:
constexpr std::int32_t kNoSureBlock = 300;
constexpr std::int16_t kNoTwinScore = -600;
constexpr std::int64_t kLevelsMax = 50;

// A run of blocks.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The best two of several.
struct BestScores {
  std::int16_t highest = kNoTwinScore;
  std::int16_t second = kNoTwinScore;

  void add(std::int16_t score) {
    second = std::max(second, std::min(score, highest));
    highest = std::max(highest, score);
  }
};

class ContextMeasurer {
 public:
  ContextMeasurer(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                  const std::vector<std::int32_t>& scores, std::vector<ContextFeatures>& context)
      : blocks_(blocks),
        features_(features),
        context_(context),
        scores_(scores.size()),
        spans_(blocks.containers.size()),
        groups_(scores.size()) {
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores_[i] = static_cast<std::int16_t>(std::clamp(scores[i], -kScoreMax, kScoreMax));
    }
    context_.resize(scores.size());
  }

  void measure() {
    sum_up();
    find_spans();
    for (std::size_t i = 0; i < features_.size(); ++i) {
      set(i, ContextFeature::kOwnScore, scores_[i]);
      if (is_open(i)) measure_block(i);
    }
    measure_page();
    measure_sections();
    measure_sure_blocks();
    measure_twins();
    measure_core();
  }

 private:
  std::int64_t weight(std::size_t index) const {
    const auto num_words = features_[index].values[static_cast<std::size_t>(BlockFeature::kWords)];
    return std::min<std::int32_t>(num_words, kBlockWordsMax) + 1;
  }

  bool is_open(std::size_t index) const { return scores_[index] > kClearScore; }

  void set(std::size_t index, ContextFeature feature, std::int64_t value) {
    context_[index][static_cast<std::size_t>(feature)] = static_cast<std::int16_t>(value);
  }

  void sum_up() {
    rated_.reserve(scores_.size());
    sums_.reserve(scores_.size() + 1);
    sums_.assign(1, {});
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      const std::int64_t words = weight(i);
      const bool is_likely = scores_[i] > kLikelyScore;
      rated_.push_back({words, is_likely ? words : 0, scores_[i] * words});
      sums_.push_back(sums_.back());
      sums_.back() += rated_.back();
      groups_[features_[i].group] += rated_.back();
      if (is_likely) ++num_likely_;
      if (scores_[i] > kSureScore) num_sure_words_ += words;
    }
  }

  // The blocks of a box stand together: from the first to the last that names it.
  void find_spans() {
    for (std::size_t i = 0; i < features_.size(); ++i) {
      for (const std::uint32_t box : features_[i].levels) {
        if (spans_[box].end == 0) spans_[box].begin = i;
        spans_[box].end = i + 1;
      }
    }
  }

  std::int16_t mean(Span span) const {
    const RatedWords& begin = sums_[span.begin];
    const RatedWords& end = sums_[span.end];
    const RatedWords within = {.num_words = end.num_words - begin.num_words,
                               .score = end.score - begin.score};
    return static_cast<std::int16_t>(within.mean_score());
  }

  void measure_block(std::size_t index) {
    constexpr auto kFirstMean = static_cast<std::size_t>(ContextFeature::kMean2);
    constexpr auto kFirstLevel = static_cast<std::size_t>(ContextFeature::kLevel1Mean);
    const std::size_t count = scores_.size();
    ContextFeatures& row = context_[index];
    row[1] = index > 0 ? scores_[index - 1] : static_cast<std::int16_t>(-kScoreMax);
    row[2] = index + 1 < count ? scores_[index + 1] : static_cast<std::int16_t>(-kScoreMax);
    for (std::size_t i = 0; i < kReaches.size(); ++i) {
      const std::size_t reach = kReaches[i];
      row[kFirstMean + i] =
          mean({index < reach ? 0 : index - reach, std::min(index + reach + 1, count)});
    }
    for (std::size_t level = 0; level < kNumLevels; ++level) {
      row[kFirstLevel + level] = mean(spans_[features_[index].levels[level]]);
    }
    set(index, ContextFeature::kGroupMean, groups_[features_[index].group].mean_score());
  }

  void measure_page() {
    const RatedWords& page = sums_.back();
    const std::int64_t total = std::max<std::int64_t>(page.num_likely, 1);
    const std::int64_t likely_share = page.likely_share();
    const std::int64_t num_block_words = page.num_likely / std::max<std::int64_t>(num_likely_, 1);
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      set(i, ContextFeature::kLikelyBefore, sums_[i].num_likely * 100 / total);
      set(i, ContextFeature::kLikelyShare, likely_share);
      set(i, ContextFeature::kLikelyWords, feature_words(page.num_likely));
      set(i, ContextFeature::kSureShare, num_sure_words_ * 100 / total);
      set(i, ContextFeature::kLikelyBlockWords, num_block_words);
    }
  }

  bool is_heading(std::size_t index) const {
    constexpr auto kDistance = static_cast<std::size_t>(BlockFeature::kBlocksSinceHeading);
    return features_[index].values[kDistance] == 0;
  }

  void measure_sections() {
    std::int64_t heading_score = -kScoreMax;
    for (std::size_t begin = 0, end = 0; begin < scores_.size(); begin = end) {
      for (end = begin + 1; end < scores_.size() && !is_heading(end);) ++end;
      if (is_heading(begin)) heading_score = scores_[begin];
      const std::int16_t section = mean({begin, end});
      for (std::size_t i = begin; i < end; ++i) {
        set(i, ContextFeature::kSectionMean, section);
        set(i, ContextFeature::kHeadingScore, heading_score);
      }
    }
  }

  void measure_sure_blocks() {
    std::int32_t distance = kNoSureBlock;
    const auto step = [&](std::size_t index) {
      if (scores_[index] > kSureScore)
        distance = 0;
      else if (distance < kBlocksMax)
        ++distance;
      return distance;
    };
    for (std::size_t i = 0; i < scores_.size(); ++i)
      set(i, ContextFeature::kBlocksSinceSure, step(i));
    distance = kNoSureBlock;
    for (std::size_t i = scores_.size(); i-- > 0;)
      set(i, ContextFeature::kBlocksUntilSure, step(i));
  }

  // A page that says a text twice means one of them: the better one, or the first.
  void measure_twins() {
    std::vector<BestScores> best(scores_.size());  // of the blocks of a text so far, by the first
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      BestScores& same = best[features_[i].twin];
      set(i, ContextFeature::kEarlierTwinScore, same.highest);
      same.add(scores_[i]);
    }
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      const BestScores& same = best[features_[i].twin];
      set(i, ContextFeature::kTwinScore, scores_[i] == same.highest ? same.second : same.highest);
    }
  }

  void measure_core() {
    const std::vector<CorePlace> places = find_core(blocks_, rated_);
    const std::int64_t num_likely = std::max<std::int64_t>(sums_.back().num_likely, 1);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!is_open(i)) continue;
      const CorePlace& place = places[i];
      set(i, ContextFeature::kCoreLevelsDown, std::min(place.levels_down, kLevelsMax));
      set(i, ContextFeature::kCoreLevelsUp, std::min(place.levels_up, kLevelsMax));
      set(i, ContextFeature::kCoreBranchWords, feature_words(place.branch.num_words));
      set(i, ContextFeature::kCoreBranchLikely, place.branch.likely_share());
      set(i, ContextFeature::kCoreBranchMean, place.branch.mean_score());
      set(i, ContextFeature::kCoreBranchShare, place.branch.num_likely * 100 / num_likely);
      set(i, ContextFeature::kCoreSharedLikely, place.shared.likely_share());
      set(i, ContextFeature::kCoreSharedWords, feature_words(place.shared.num_words));
      set(i, ContextFeature::kCoreBlocksAway,
          std::clamp<std::int64_t>(place.blocks_away, -kBlocksMax, kBlocksMax));
    }
  }

  const Blocks& blocks_;
  const std::vector<BlockFeatures>& features_;
  std::vector<ContextFeatures>& context_;
  std::vector<std::int16_t> scores_;
  std::vector<Span> spans_;         // of each container
  std::vector<RatedWords> rated_;   // of each block
  std::vector<RatedWords> groups_;  // there are at most as many as blocks
  std::vector<RatedWords> sums_;    // up to each block
  std::int64_t num_likely_ = 0;
  std::int64_t num_sure_words_ = 0;
};

}  // namespace

std::string_view context_feature_name(ContextFeature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

void measure_context(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                     const std::vector<std::int32_t>& scores,
                     std::vector<ContextFeatures>& context) {
  ContextMeasurer(blocks, features, scores, context).measure();
}

}  // namespace tamis::extract
