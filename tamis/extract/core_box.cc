#include "tamis/extract/core_box.h"

#include <algorithm>

#include "tamis/base/floor_divide.h"

namespace tamis::extract {
namespace {

// How a box stands to the core; its branch is the shared box if that is the box itself.
struct BoxPlace {
  std::uint32_t shared = kPageContainer;
  std::uint32_t branch = kPageContainer;
  std::int64_t levels_down = 0;
  std::int64_t levels_up = 0;
};

// The sums of each container, those inside included.
std::vector<RatedWords> rate_boxes(const Blocks& blocks, const std::vector<RatedWords>& rated) {
  std::vector<RatedWords> boxes(blocks.containers.size());
  for (std::size_t i = 0; i < rated.size(); ++i) boxes[blocks.blocks[i].container] += rated[i];
  for (std::size_t box = boxes.size(); box-- > 1;) {
    boxes[blocks.containers[box].parent] += boxes[box];
  }
  return boxes;
}

// The boxes from the page to the core. Of two that hold half each: the first.
std::vector<std::uint32_t> way_to_core(const Blocks& blocks, const std::vector<RatedWords>& boxes) {
  const std::int64_t num_likely = boxes.front().num_likely;
  std::vector<std::uint32_t> way = {kPageContainer};
  if (num_likely == 0) return way;
  // Parents stand before children, and of the children of a box no two hold more than half.
  for (std::uint32_t box = 1; box < boxes.size(); ++box) {
    const bool is_below = blocks.containers[box].parent == way.back();
    if (is_below && boxes[box].num_likely * 2 >= num_likely) way.push_back(box);
  }
  return way;
}

std::vector<BoxPlace> place_boxes(const Blocks& blocks, const std::vector<std::uint32_t>& way) {
  std::vector<BoxPlace> places(blocks.containers.size());
  std::size_t next = 0;  // of the way
  for (std::uint32_t box = 0; box < places.size(); ++box) {
    BoxPlace& place = places[box];
    if (next < way.size() && way[next] == box) {
      place = {box, box, static_cast<std::int64_t>(way.size() - ++next), 0};
      continue;
    }
    const BoxPlace& around = places[blocks.containers[box].parent];
    place = around;
    if (around.levels_up == 0) place.branch = box;
    ++place.levels_up;
  }
  return places;
}

// How far each block is from the first or the last one inside the core.
void count_blocks_away(std::vector<CorePlace>& places) {
  const auto is_inside = [](const CorePlace& place) { return place.levels_down == 0; };
  const auto first = std::find_if(places.begin(), places.end(), is_inside);
  if (first == places.end()) return;  // there are no blocks: every core holds one
  const auto last = std::find_if(places.rbegin(), places.rend(), is_inside).base() - 1;
  for (auto place = places.begin(); place < first; ++place) place->blocks_away = place - first;
  for (auto place = last; place < places.end(); ++place) place->blocks_away = place - last;
}

}  // namespace

RatedWords& RatedWords::operator+=(const RatedWords& other) {
  num_words += other.num_words;
  num_likely += other.num_likely;
  score += other.score;
  return *this;
}

std::int64_t RatedWords::likely_share() const {
  return num_likely * 100 / std::max<std::int64_t>(num_words, 1);
}

std::int64_t RatedWords::mean_score() const {
  return floor_divide(score, std::max<std::int64_t>(num_words, 1));
}

std::vector<CorePlace> find_core(const Blocks& blocks, const std::vector<RatedWords>& rated) {
  const std::vector<RatedWords> boxes = rate_boxes(blocks, rated);
  const std::vector<BoxPlace> box_places = place_boxes(blocks, way_to_core(blocks, boxes));
  std::vector<CorePlace> places;
  places.reserve(rated.size());
  for (std::size_t i = 0; i < rated.size(); ++i) {
    const BoxPlace& own = box_places[blocks.blocks[i].container];
    places.push_back({.levels_down = own.levels_down,
                      .levels_up = own.levels_up,
                      .branch = own.branch == own.shared ? rated[i] : boxes[own.branch],
                      .shared = boxes[own.shared]});
  }
  count_blocks_away(places);
  return places;
}

}  // namespace tamis::extract
