// A line with its brackets and quotation marks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "tamis/text/paired_marks.h"

namespace tamis::rules {

struct MarkedLine {
  std::string_view text;
  std::span<const text::PairedMark> marks;  // find_paired_marks() of the text

  // Where a part of the line begins and ends in it.
  std::size_t position_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text.data());
  }
  std::size_t end_of(std::string_view part) const { return position_of(part) + part.size(); }

  std::string_view between(std::size_t begin, std::size_t end) const {
    return text.substr(begin, end - begin);
  }
  std::string_view text_of(const text::PairedMark& mark) const {
    return text.substr(mark.begin, mark.num_bytes);
  }

  // From the beginning of a mark to the end of its partner. Requires: it has one, and opens.
  std::string_view pair(const text::PairedMark& mark) const {
    return between(mark.begin, marks[mark.partner].end());
  }

  // The marks in `part` of the line. Two binary searches.
  std::span<const text::PairedMark> marks_in(std::string_view part) const {
    const auto begin_of = &text::PairedMark::begin;
    return {std::ranges::lower_bound(marks, position_of(part), {}, begin_of),
            std::ranges::lower_bound(marks, end_of(part), {}, begin_of)};
  }

  // The mark with which `part` begins or ends; null if it does with none.
  const text::PairedMark* mark_that_begins(std::string_view part) const {
    const auto inside = marks_in(part);
    return !inside.empty() && inside.front().begin == position_of(part) ? &inside.front() : nullptr;
  }
  const text::PairedMark* mark_that_ends(std::string_view part) const {
    const auto inside = marks_in(part);
    return !inside.empty() && inside.back().end() == end_of(part) ? &inside.back() : nullptr;
  }
};

}  // namespace tamis::rules
