#include "tamis/extract/chinese_spacing.h"

#include <algorithm>

#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Han, kana, bopomofo and full-width forms with their marks; hangul stands between.
constexpr Range kWide[] = {{0x2E80, 0x312F}, {0x3190, 0x9FFF}, {0xF900, 0xFAFF},  {0xFE30, 0xFE4F},
                           {0xFF01, 0xFF9F}, {0xFFE0, 0xFFE6}, {0x20000, 0x3FFFF}};

// Middle dot, dash, quotation marks, ellipsis: as wide as what they stand beside.
constexpr std::u32string_view kMarksOfAll = U"\u00B7\u2014\u2018\u2019\u201C\u201D\u2026";

bool is_wide(char32_t code_point) {
  return std::ranges::any_of(kWide, [&](const Range& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

}  // namespace

bool is_set_without_space(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  const char32_t left = text::decode_last_code_point(before).code_point;
  const char32_t right = text::decode_code_point(after).code_point;
  const auto is_mark_of_all = [](char32_t mark) {
    return kMarksOfAll.find(mark) != kMarksOfAll.npos;
  };
  if (is_wide(left)) return is_wide(right) || is_mark_of_all(right);
  return is_mark_of_all(left) && is_wide(right);
}

}  // namespace tamis::extract
