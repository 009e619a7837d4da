// Brackets and quotation marks, and which of them belong together.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tamis::text {

struct PairedMark {
  static constexpr std::size_t kAlone = static_cast<std::size_t>(-1);

  std::size_t begin = 0;
  std::size_t num_bytes = 0;
  std::size_t partner = kAlone;  // the index of the other half
  bool opens = false;            // false of a mark alone that may do both
  bool is_bracket = false;       // and no quotation mark

  std::size_t end() const { return begin + num_bytes; }
  bool is_alone() const { return partner == kAlone; }
};

// Replaces `marks` by those of `text`, in order. A full-width bracket may close a half-width one;
// an apostrophe is no quotation mark. Linear in `text`.
void find_paired_marks(std::string_view text, std::vector<PairedMark>& marks);

}  // namespace tamis::text
