#include "tamis/extract/core_box.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

// Of each letter a block: upper case is likely main text, ten words each.
std::vector<CorePlace> core_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  std::vector<RatedWords> rated;
  for (const Block& block : blocks.blocks) {
    const bool is_likely = blocks.text_of(block) < "a";
    rated.push_back({10, is_likely ? 10 : 0, is_likely ? 1000 : -2000});
  }
  return find_core(blocks, rated);
}

template <typename Value>
std::string listed(const std::vector<CorePlace>& places, Value value) {
  std::string text;
  for (const CorePlace& place : places) {
    text += (text.empty() ? "" : " ") + std::to_string(value(place));
  }
  return text;
}

std::string levels_down(const std::vector<CorePlace>& places) {
  return listed(places, [](const CorePlace& place) { return place.levels_down; });
}

constexpr std::string_view kArticleBesideHeadlines =
    "<nav>a</nav>"
    "<main><div><p>B</p><p>C</p><p>d</p></div><section><p>e</p><p>F</p></section></main>"
    "<aside><ul><li>G<li>h</ul></aside>";

TEST(FindCore, IsTheSmallestBoxOfHalfOfTheLikelyWords) {
  EXPECT_EQ(levels_down(core_of(kArticleBesideHeadlines)), "2 0 0 0 1 1 2 2");
  EXPECT_EQ(levels_down(core_of("<div><p>A<p>B</div><div><p>C<p>D<p>E</div>")), "1 1 0 0 0");
  EXPECT_EQ(levels_down(core_of("<div><p>A<p>B</div><div><p>C</div><p>D</p><p>E")), "0 0 0 0 0");
}

TEST(FindCore, SaysWhatHangsBeside) {
  const std::vector<CorePlace> core = core_of(kArticleBesideHeadlines);
  const auto levels_up = [](const CorePlace& place) { return place.levels_up; };
  const auto branch_words = [](const CorePlace& place) { return place.branch.num_words; };
  const auto branch_mean = [](const CorePlace& place) { return place.branch.mean_score(); };
  const auto shared_words = [](const CorePlace& place) { return place.shared.num_words; };
  const auto blocks_away = [](const CorePlace& place) { return place.blocks_away; };
  EXPECT_EQ(listed(core, levels_up), "1 1 1 1 2 2 3 3");
  EXPECT_EQ(listed(core, branch_words), "10 10 10 10 20 20 20 20");
  EXPECT_EQ(listed(core, branch_mean), "-200 100 100 -200 -50 -50 -50 -50");
  EXPECT_EQ(listed(core, shared_words), "80 30 30 30 50 50 80 80");
  EXPECT_EQ(listed(core, blocks_away), "-1 0 0 0 1 2 3 4");
}

TEST(FindCore, IsThePageWhereNothingOrEverythingIsLikely) {
  EXPECT_EQ(levels_down(core_of("<div><p>a</p></div><p>b</p>")), "0 0");
  EXPECT_EQ(levels_down(core_of("<p>A</p><p>B</p><p>C</p>")), "0 0 0");
  EXPECT_EQ(levels_down(core_of("<p>A</p><p>B</p>")), "0 1") << "of two halves the first";
  EXPECT_TRUE(core_of("").empty());
}

}  // namespace
}  // namespace tamis::extract
