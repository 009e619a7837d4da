#include "tamis/extract/kept_blocks.h"

#include <algorithm>
#include <span>
#include <string>

#include "tamis/extract/ascii.h"
#include "tamis/extract/code_listings.h"
#include "tamis/extract/heading_text.h"
#include "tamis/extract/listing_language.h"

namespace tamis::extract {
namespace {

// Whether `listing` is one of as many lines as `numbers` has; empty ones at its ends are gone.
bool has_lines_of(std::string_view listing, std::string_view numbers) {
  constexpr std::ptrdiff_t kNumEmptyMax = 2;
  const std::ptrdiff_t num_missing = num_lines(numbers) - num_lines(listing);
  if (is_line_numbers(listing) || num_missing < 0) return false;
  return num_missing == 0 || (num_missing <= kNumEmptyMax && num_lines(listing) > kNumEmptyMax);
}

// What a page shows of a listing or heading that is no part of it.
class Furniture {
 public:
  Furniture(const Blocks& blocks, std::string_view page) : blocks_(blocks), page_(page) {}

  bool has(std::uint32_t index) const {
    const std::string_view text = text_of(index);
    // A pilcrow behind a listing stands alone.
    return is_gutter(index) || is_copy_button(index) || is_language(index) ||
           without_pilcrow(text).empty() || is_edit_tail(text);
  }

  // Line numbers that stand each in a block of its own, in a list in the listing or in a box beside
  // it: the number of the blocks from `begin` on that are all of such a list or box.
  std::uint32_t num_numbers(std::uint32_t begin) const {
    const Block& first = blocks_.blocks[begin];
    const bool is_item = blocks_.container_of(first).tag == Tag::kLi;
    if (text_of(begin) != "1" || (is_item && !first.keeps_space)) return 0;
    const auto box_of = [&](const Block& block) {
      return is_item ? blocks_.container_of(block).parent : block.container;
    };
    std::uint32_t end = begin;
    while (end < blocks_.blocks.size() && box_of(blocks_.blocks[end]) == box_of(first) &&
           text_of(end) == std::to_string(end - begin + 1))
      ++end;
    const Container& box = blocks_.containers[box_of(first)];
    if (box.sums.num_blocks != end - begin) return 0;
    const bool is_beside_code =
        is_item ? blocks_.containers[box.parent].sums.num_blocks > box.sums.num_blocks
                : end - begin > 1 && is_beside_listing(begin, end, box.parent);
    return is_beside_code ? end - begin : 0;
  }

 private:
  std::string_view text_of(std::uint32_t index) const {
    return blocks_.text_of(blocks_.blocks[index]);
  }

  // The blocks behind it, so many at most.
  std::span<const Block> blocks_behind(std::uint32_t index, std::size_t num_max) const {
    const auto behind = std::span(blocks_.blocks).subspan(index + 1);
    return behind.first(std::min(behind.size(), num_max));
  }

  // A column of line numbers in one block stands in a cell of its own before the listing.
  bool is_gutter(std::uint32_t index) const {
    constexpr std::size_t kReach = 4;  // a button to copy it comes first
    const Block& block = blocks_.blocks[index];
    if (!block.keeps_space || block.row == kNone) return false;
    const std::string_view numbers = blocks_.text_of(block);
    if (!is_line_numbers(numbers)) return false;
    return std::ranges::any_of(blocks_behind(index, kReach), [&](const Block& other) {
      return other.row == block.row && other.keeps_space &&
             has_lines_of(blocks_.text_of(other), numbers);
    });
  }

  // Of the blocks from `begin` to `end`, in a box inside of the box `around`.
  bool is_beside_listing(std::uint32_t begin, std::uint32_t end, std::uint32_t around) const {
    const auto is_listing = [&](std::uint32_t index) {
      return blocks_.blocks[index].keeps_space && is_within(index, around);
    };
    return (begin > 0 && is_listing(begin - 1)) || (end < blocks_.blocks.size() && is_listing(end));
  }

  bool is_heading(std::uint32_t index) const {
    constexpr Tag kHeadings[] = {Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6};
    const BlockTags around = blocks_.container_of(blocks_.blocks[index]).tags_above;
    return std::ranges::any_of(kHeadings,
                               [&](Tag tag) { return (around & block_tag_bit(tag)) != 0; });
  }

  bool is_within(std::uint32_t index, std::uint32_t box) const {
    const std::uint16_t depth = blocks_.containers[box].depth;
    std::uint32_t around = blocks_.blocks[index].container;
    while (blocks_.containers[around].depth > depth) around = blocks_.containers[around].parent;
    return around == box;
  }

  // One of the boxes that are the lines of a listing: beside another of its kind that is no label.
  bool is_line(std::uint32_t index) const {
    const auto is_like = [&](const Block& other) {
      const Container& box = blocks_.container_of(blocks_.blocks[index]);
      const Container& other_box = blocks_.container_of(other);
      const std::string_view text = blocks_.text_of(other);
      return other.keeps_space && other_box.parent == box.parent &&
             other_box.likeness == box.likeness && !is_copy_label(text) && !is_language_name(text);
    };
    return blocks_.blocks[index].keeps_space &&
           ((index > 0 && is_like(blocks_.blocks[index - 1])) ||
            std::ranges::any_of(blocks_behind(index, 1), is_like));
  }

  // A button, or a label in the listing itself.
  bool is_copy_button(std::uint32_t index) const {
    const Block& block = blocks_.blocks[index];
    if (!is_copy_label(blocks_.text_of(block))) return false;
    return block.is_in_button ||
           (block.keeps_space && !is_line(index) &&
            blocks_.containers[listing_around(blocks_, block)].sums.num_blocks > 1);
  }

  // "python" above a listing that is marked as being in Python, within it or in the same box.
  bool is_language(std::uint32_t index) const {
    constexpr std::size_t kReach = 3;  // "Copy" comes between
    const std::string_view name = text_of(index);
    if (!is_language_name(name) || is_heading(index) || is_line(index)) return false;
    for (const Block& block : blocks_behind(index, kReach)) {
      if (is_copy_label(blocks_.text_of(block))) continue;
      if (!block.keeps_space) return false;
      const MarkedListing listing = find_marked_listing(blocks_, block, page_);
      return equals_ignoring_case(listing.language, name) && is_within(index, listing.box);
    }
    return false;
  }

  const Blocks& blocks_;
  std::string_view page_;
};

}  // namespace

void find_kept_blocks(const Blocks& blocks, const std::vector<std::uint8_t>& is_kept,
                      std::string_view page, std::vector<std::uint32_t>& kept) {
  kept.clear();
  const Furniture furniture(blocks, page);
  for (std::uint32_t i = 0; i < blocks.blocks.size();) {
    const std::uint32_t num_numbers = furniture.num_numbers(i);
    if (num_numbers == 0 && is_kept[i] != 0 && !furniture.has(i)) kept.push_back(i);
    i += std::max(num_numbers, std::uint32_t{1});
  }
}

}  // namespace tamis::extract
