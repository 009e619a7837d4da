#include "tamis/extract/score_smoothing.h"

#include <gtest/gtest.h>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

using Scores = std::vector<std::int32_t>;

// Each block of a group of its own if none are named.
Scores smoothed(std::string_view html, Scores scores,
                const std::vector<std::uint32_t>& groups = {}) {
  const Blocks blocks = read_blocks(html);
  std::vector<BlockFeatures> features(scores.size());
  for (std::uint32_t i = 0; i < features.size(); ++i)
    features[i].group = groups.empty() ? i : groups[i];
  EXPECT_EQ(blocks.blocks.size(), scores.size());
  smooth_scores(blocks, features, scores);
  return scores;
}

TEST(SmoothScores, LeavesAPageOfOneBlock) {
  EXPECT_EQ(smoothed("<p>one two", {70}), Scores({70}));
  EXPECT_EQ(smoothed("", {}), Scores());
}

TEST(SmoothScores, DrawsToTheNeighbours) {
  EXPECT_EQ(smoothed("<p>a<p>b<p>c", {0, 100, 0}), Scores({10, 90, 10}));
  EXPECT_EQ(smoothed("<p>山<p>水<p>人", {0, 100, 0}), Scores({10, 90, 10}));
}

// Three words and one, each block counted as one more: the mean is 83.
TEST(SmoothScores, WeighsNeighboursByTheirWords) {
  EXPECT_EQ(smoothed("<p>one two three<p>four<p>five", {100, 0, 50})[1], 8);
}

// Half of the way to the mean, 0; then a tenth of the way to the neighbour.
TEST(SmoothScores, DrawsToTheGroupWhereverItStands) {
  EXPECT_EQ(smoothed("<p>a<p>b", {100, -100}, {0, 0}), Scores({40, -40}));
  EXPECT_EQ(smoothed("<p>a<p>x<p>b", {100, 0, -100}, {0, 1, 0}), Scores({45, 0, -45}));
}

TEST(SmoothScores, GivesTheCellsOfARowOneScore) {
  const Scores scores =
      smoothed("<table><tr><td>Monday<td>The water rose, and it fell.<tr><td>1<td>2</table>",
               {100, -100, 30, -200});
  EXPECT_EQ(scores[0], scores[1]);
  EXPECT_EQ(scores[2], scores[3]);
  EXPECT_NE(scores[0], scores[2]);
}

TEST(SmoothScores, RaisesTheHeadOfATableToItsRows) {
  const std::string table =
      "<table><caption>Rivers</caption><tr><th>Name<th>长度<tr><td>Elbe<td>1094</table>";
  const Scores raised = smoothed(table, {-300, -200, -200, 100, 100});
  EXPECT_EQ(raised, Scores(5, raised[3]));
  const Scores left = smoothed(table, {100, 100, 100, -200, -200});
  EXPECT_GT(left[0], left[3]);
  const Scores apart = smoothed(table + table, {100, 100, 100, 100, 100, -200, -200, -200, 90, 90});
  EXPECT_EQ(apart[6], apart[8]);
  EXPECT_GT(smoothed("<table><tr><th>a<th>b</table><p>c", {-300, -300, 100})[2], 0);
  EXPECT_LT(smoothed("<table><tr><th>a<th>b</table><p>c", {-300, -300, 100})[0], 0);
}

// By a tenth each is drawn to its neighbours first.
TEST(SmoothScores, RaisesListingsToTheTextsAround) {
  const Scores scores = smoothed("<p>Output:<pre>42</pre><p>So it ends.", {100, -100, 100});
  EXPECT_EQ(scores[1], -80 + 100);
  EXPECT_EQ(smoothed("<p>Output:<pre>42</pre>", {100, 0})[1], 10);
  EXPECT_EQ(smoothed("<p>Output:<p>42<p>So it ends.", {100, 0, 100})[1], 10);
}

TEST(SmoothScores, RaisesAnEntryToThoseBesideIt) {
  const Scores scores = smoothed("<ul><li>山<li>水<li>人</ul>", {100, -100, 100});
  EXPECT_EQ(scores[1], -80 + 50);
  EXPECT_EQ(smoothed("<ul><li>山<li>水</ul><ul><li>人</ul>", {100, -100, 100})[1], -80);
}

TEST(SmoothScores, RaisesTermsToTheirDefinitions) {
  const Scores scores = smoothed("<dl><dt>tamis<dd>A sieve.</dl>", {0, 100});
  EXPECT_EQ(scores[0], scores[1]);
}

TEST(SmoothScores, RaisesHeadingsToTheirTexts) {
  const Scores near = smoothed("<h2>Water</h2><h3>Rivers</h3><p>They rose.", {0, 50, 100});
  EXPECT_EQ(near[0], near[2]);
  EXPECT_EQ(near[1], near[2]);
  const Scores far = smoothed("<h2>Share</h2><p>The rivers rose.", {-200, 100});
  EXPECT_EQ(far, Scores({-170 + 100, 70}));
}

}  // namespace
}  // namespace tamis::extract
