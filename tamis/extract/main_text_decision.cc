#include "tamis/extract/main_text_decision.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tamis/base/ascii.h"
#include "tamis/extract/score_smoothing.h"
#include "tamis/text/affixes.h"

namespace tamis::extract {
namespace {

// From the share of a page's likely words that are sure ones (context_features.h): pages of
// articles are nearly all sure and lose only furniture by a high bound; listings and product pages
// are never sure and lose their text. Lists of links count less: an article is one whatever its
// page recommends. Fitted on pages of domains that the forests had not seen.
constexpr std::int32_t kLowestBound = -80;
constexpr std::int32_t kHighestBound = 25;
constexpr std::int32_t kBoundPerSureShare = 150;
constexpr std::uint32_t kWordsPerLinkWord = 4;

// Pages of fewer words are too short to be judged as a whole: what is near the likeliest text
// stays.
constexpr std::uint32_t kPageWordsMin = 50;
constexpr std::int32_t kShortPageReach = 150;

// How far an option moves the bound, or comments.
constexpr std::int32_t kFavourPoints = 80;
constexpr std::int32_t kCommentPoints = 400;

// Scores the blocks that are asked for, a table of them at a time.
class Scorer {
 public:
  Scorer(Forest forest, Decision& decision) : forest_(forest), decision_(decision) {}

  void add(std::size_t index, const ContextFeatures* context) {
    decision_.table.set_row(num_rows_, decision_.features[index], context);
    indices_[num_rows_++] = index;
    if (num_rows_ == kNumRows) finish();
  }

  void finish() {
    if (num_rows_ == 0) return;
    const Rows scores = score(decision_.table.columns(), forest_, num_rows_);
    for (std::size_t row = 0; row < num_rows_; ++row) decision_.scores[indices_[row]] = scores[row];
    num_rows_ = 0;
  }

 private:
  Forest forest_;
  Decision& decision_;
  std::array<std::size_t, kNumRows> indices_ = {};
  std::size_t num_rows_ = 0;
};

void score_blocks(const Blocks& blocks, Decision& decision) {
  const std::size_t num_blocks = blocks.blocks.size();
  decision.scores.resize(num_blocks);
  Scorer first(first_forest(), decision);
  for (std::size_t i = 0; i < num_blocks; ++i) first.add(i, nullptr);
  first.finish();
  measure_context(blocks, decision.features, decision.scores, decision.context);
  Scorer second(second_forest(), decision);
  for (std::size_t i = 0; i < num_blocks; ++i) {
    if (decision.scores[i] > kClearScore) second.add(i, &decision.context[i]);
  }
  second.finish();
}

std::int32_t find_bound(const Blocks& blocks, const Options& options, const Decision& decision) {
  std::int64_t num_likely = 0;
  std::int64_t num_sure = 0;
  std::optional<std::int32_t> highest;  // score of a text that is no link
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& block = blocks.blocks[i];
    const std::int32_t score = decision.scores[i];
    const std::uint32_t num_words = block.counts.num_words();
    if (score > kLikelyScore)
      num_likely += is_mostly_links(block) ? num_words / kWordsPerLinkWord : num_words;
    if (score > kSureScore) num_sure += num_words;
    if (num_words > 0 && !is_mostly_links(block))
      highest = std::max(highest.value_or(score), score);
  }
  const std::int64_t raised = kBoundPerSureShare * num_sure / std::max<std::int64_t>(num_likely, 1);
  const auto bound = std::min(kHighestBound, kLowestBound + static_cast<std::int32_t>(raised));
  std::int32_t balanced = bound;
  if (blocks.containers.front().sums.num_words < kPageWordsMin) {
    balanced = std::min(bound, highest.value_or(bound + kShortPageReach) - kShortPageReach);
  } else if (num_likely == 0 && options.favour != "recall") {
    // Nothing is likely: shops that show nothing without scripts, answers of robots' gates.
    balanced = std::max(bound, 0);
  }
  if (options.favour == "precision") return balanced + kFavourPoints;
  return options.favour == "recall" ? balanced - kFavourPoints : balanced;
}

// What the options say of a block, whatever its score.
bool is_wanted(const Blocks& blocks, const Block& block, const BlockFeatures& features,
               const Options& options) {
  const BlockTags list_items =
      block_tag_bit(Tag::kLi) | block_tag_bit(Tag::kDd) | block_tag_bit(Tag::kDt);
  if (!options.keeps_lists && (features.tags_any & list_items) != 0) return false;
  return options.keeps_tables || !is_in_data_table(blocks, block);
}

std::int32_t comment_points(const BlockFeatures& features, const Options& options) {
  return options.keeps_comments && (features.meanings_any & bit(ClassMeaning::kComment)) != 0
             ? kCommentPoints
             : 0;
}

// True for what HTML's own elements call no main text: all of <nav> and <footer> (but for the
// source below a quotation), and the links of an <aside>. On pages of domains that nothing was
// learnt from it gains more than it loses (docs/design/0010-main-text.md), and a list of a thousand
// of them would pass for the core of a short page.
bool is_beside_main_text(const Block& block, const BlockFeatures& features) {
  const BlockTags tags = features.tags_any;
  const bool is_quoted = (tags & block_tag_bit(Tag::kBlockquote)) != 0;
  if ((tags & block_tag_bit(Tag::kNav)) != 0) return true;
  if ((tags & block_tag_bit(Tag::kFooter)) != 0 && !is_quoted) return true;
  return (tags & block_tag_bit(Tag::kAside)) != 0 && is_mostly_links(block);
}

// "You must have JavaScript enabled": a note to nobody on a page that shows its text without.
bool is_script_note(std::string_view text, const Block& block, const BlockFeatures& features) {
  constexpr std::uint32_t kWordsMax = 60;
  constexpr std::string_view kLanguage = "javascript";
  static constexpr text::AffixList kRequests{{"nable", "isabled", "rowser", "ktivier", "ctive",
                                              "bilit", "浏览器", "瀏覽器", "启用", "啟用", "开启",
                                              "開啟"}};
  return (features.tags_any & block_tag_bit(Tag::kNoscript)) != 0 &&
         block.counts.num_words() <= kWordsMax && kRequests.is_in(text) &&
         !std::ranges::search(text, kLanguage, {}, to_lower).empty();
}

// True for what nearly all pages of a site say, of those that are known (site_features.h).
bool is_said_on_all_pages(const BlockFeatures& features) {
  constexpr int kPagesMin = 6;
  constexpr int kShareMin = 80;
  return features.values[static_cast<std::size_t>(BlockFeature::kSitePages)] >= kPagesMin &&
         features.values[static_cast<std::size_t>(BlockFeature::kSiteShare)] >= kShareMin;
}

// Drops what lies beside the main text, unless nothing else is kept: an element that was never
// closed may hold the page.
void drop_beside_main_text(const Blocks& blocks, const Options& options, Decision& decision) {
  const auto is_beside = [&](std::size_t index) {
    const BlockFeatures& features = decision.features[index];
    const Block& block = blocks.blocks[index];
    return comment_points(features, options) == 0 &&
           (is_beside_main_text(block, features) || is_said_on_all_pages(features) ||
            is_script_note(blocks.text_of(block), block, features));
  };
  bool has_main_text = false;
  for (std::size_t i = 0; i < decision.is_kept.size() && !has_main_text; ++i)
    has_main_text = decision.is_kept[i] != 0 && !is_beside(i);
  if (!has_main_text) return;
  for (std::size_t i = 0; i < decision.is_kept.size(); ++i)
    if (is_beside(i)) decision.is_kept[i] = 0;
}

}  // namespace

void decide_main_text(const Blocks& blocks, const Options& options, Decision& decision) {
  measure_blocks(blocks, decision.features);
  score_blocks(blocks, decision);
  decision.bound = find_bound(blocks, options, decision);
  smooth_scores(blocks, decision.features, decision.scores);
  decision.is_kept.assign(blocks.blocks.size(), 0);
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const BlockFeatures& features = decision.features[i];
    const bool is_above = decision.scores[i] + comment_points(features, options) > decision.bound;
    decision.is_kept[i] =
        is_above && is_wanted(blocks, blocks.blocks[i], features, options) ? 1 : 0;
  }
  if (options.favour != "recall") drop_beside_main_text(blocks, options, decision);
}

}  // namespace tamis::extract
