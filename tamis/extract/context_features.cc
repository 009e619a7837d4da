#include "tamis/extract/context_features.h"

#include <algorithm>

#include "tamis/base/floor_divide.h"

namespace tamis::extract {
namespace {

constexpr std::int32_t kScoreMax = 500;
constexpr std::int32_t kBlockWordsMax = 200;  // no paragraph outweighs all its neighbours
constexpr std::int32_t kLikelyScore = -50;
constexpr std::array<std::size_t, 3> kReaches = {2, 6, 20};

// A run of blocks.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class ContextMeasurer {
 public:
  ContextMeasurer(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                  const std::vector<std::int32_t>& scores)
      : features_(features), scores_(scores.size()), spans_(blocks.containers.size()) {
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores_[i] = static_cast<std::int16_t>(std::clamp(scores[i], -kScoreMax, kScoreMax));
    }
    sum_up();
    find_spans();
  }

  void measure(std::vector<ContextFeatures>& context) {
    context.resize(features_.size());
    std::int64_t num_likely_before = 0;
    for (std::size_t i = 0; i < features_.size(); ++i) {
      measure_block(i, context[i]);
      const std::int64_t total = std::max<std::int64_t>(num_likely_words_, 1);
      const auto set = [&](ContextFeature feature, std::int64_t value) {
        context[i][static_cast<std::size_t>(feature)] = static_cast<std::int16_t>(value);
      };
      set(ContextFeature::kLikelyBefore, num_likely_before * 100 / total);
      set(ContextFeature::kLikelyShare, num_likely_words_ * 100 / weight_sums_.back());
      set(ContextFeature::kLikelyWords, std::min<std::int64_t>(num_likely_words_, 30000));
      if (scores_[i] > kLikelyScore) num_likely_before += weight(i);
    }
  }

 private:
  std::int64_t weight(std::size_t index) const {
    const auto num_words = features_[index].values[static_cast<std::size_t>(BlockFeature::kWords)];
    return std::min<std::int32_t>(num_words, kBlockWordsMax) + 1;
  }

  void sum_up() {
    score_sums_.assign(1, 0);
    weight_sums_.assign(1, 0);
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      score_sums_.push_back(score_sums_.back() + scores_[i] * weight(i));
      weight_sums_.push_back(weight_sums_.back() + weight(i));
      if (scores_[i] > kLikelyScore) num_likely_words_ += weight(i);
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
    return static_cast<std::int16_t>(
        floor_divide(score_sums_[span.end] - score_sums_[span.begin],
                     weight_sums_[span.end] - weight_sums_[span.begin]));
  }

  void measure_block(std::size_t index, ContextFeatures& row) const {
    constexpr auto kFirstMean = static_cast<std::size_t>(ContextFeature::kMean2);
    constexpr auto kFirstLevel = static_cast<std::size_t>(ContextFeature::kLevel1Mean);
    const std::size_t count = scores_.size();
    row[0] = scores_[index];
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
  }

  const std::vector<BlockFeatures>& features_;
  std::vector<std::int16_t> scores_;
  std::vector<Span> spans_;  // of each container
  std::vector<std::int64_t> score_sums_;
  std::vector<std::int64_t> weight_sums_;
  std::int64_t num_likely_words_ = 0;
};

}  // namespace

void measure_context(const Blocks& blocks, const std::vector<BlockFeatures>& features,
                     const std::vector<std::int32_t>& scores,
                     std::vector<ContextFeatures>& context) {
  ContextMeasurer(blocks, features, scores).measure(context);
}

}  // namespace tamis::extract
