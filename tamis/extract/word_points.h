// Points of words: how far the log-odds of main text around a word are from those around all, in
// 1/25. Below 0 are words around which there mostly is none. Learnt with the forests
// (tools/train_main_text.py).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "tamis/base/floor_divide.h"

namespace tamis::extract {

// Words of the same points, in lower case.
struct PointsOfWords {
  std::int16_t points;
  std::string_view words;  // separated by one space
};

// What the rated words of an element or a text say together.
struct WordPoints {
  std::int16_t lowest = 0;  // 0 if no word has any points
  std::int16_t highest = 0;
  std::int16_t mean = 0;

  // Of an element inside one that has `above`: the mean fades by a quarter a level.
  WordPoints below(const WordPoints& above) const {
    return {std::min(lowest, above.lowest), std::max(highest, above.highest),
            static_cast<std::int16_t>(mean + floor_divide(above.mean * 3, 4))};
  }
  bool operator==(const WordPoints&) const = default;
};

// Adds up the points of words, one by one or of many.
class WordPointSum {
 public:
  void add(std::int16_t points) { add(WordPointSum(points)); }

  void add(const WordPointSum& other) {
    if (other.num_rated_ == 0) return;
    lowest_ = num_rated_ == 0 ? other.lowest_ : std::min(lowest_, other.lowest_);
    highest_ = num_rated_ == 0 ? other.highest_ : std::max(highest_, other.highest_);
    sum_ += other.sum_;
    num_rated_ = static_cast<std::int16_t>(num_rated_ + other.num_rated_);
  }

  WordPoints points() const {
    if (num_rated_ == 0) return {};
    const auto mean = floor_divide<std::int32_t>(sum_, num_rated_);
    return {lowest_, highest_, static_cast<std::int16_t>(mean)};
  }

  WordPointSum() = default;

 private:
  explicit WordPointSum(std::int16_t points)
      : sum_(points), num_rated_(1), lowest_(points), highest_(points) {}

  std::int32_t sum_ = 0;
  std::int16_t num_rated_ = 0;
  std::int16_t lowest_ = 0;
  std::int16_t highest_ = 0;
};

}  // namespace tamis::extract
