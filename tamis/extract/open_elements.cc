#include "tamis/extract/open_elements.h"

#include <algorithm>
#include <initializer_list>

namespace tamis::extract {
namespace {

bool is_part_of_table(Tag tag) {
  switch (tag) {
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kTr:
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
    case Tag::kCaption:
      return true;
    default:
      return false;
  }
}

}  // namespace

void OpenElements::clear() {
  elements_.assign(1, OpenElement{});
  elements_.front().container = kPageContainer;
  last_of_tag_.fill(kNone);
  num_too_deep_.fill(0);
  num_left_out_ = deepest_ = 0;
}

void OpenElements::push(const OpenElement& element) {
  const auto tag_index = static_cast<std::size_t>(element.tag);
  if (depth() >= kDepthMax) {
    ++num_too_deep_[tag_index];
    deepest_ = std::max(deepest_, kDepthMax + ++num_left_out_);
    return;
  }
  const OpenElement& parent = top();
  OpenElement opened = element;
  opened.keeps_space |= parent.keeps_space;
  opened.is_hidden |= parent.is_hidden;
  opened.is_unseen |= parent.is_unseen;
  opened.is_drawn_formula |= parent.is_drawn_formula;
  opened.row = element.tag == Tag::kTr ? depth() : parent.row;
  opened.cell = parent.cell;
  if (element.tag == Tag::kTd || element.tag == Tag::kTh) {
    opened.cell = depth();
    opened.num_cells = count_cell(opened.row);
  }
  if (element.tag == Tag::kTable) opened.row = opened.cell = kNone;
  opened.same_tag_below = last_of_tag_[tag_index];
  last_of_tag_[tag_index] = depth();
  elements_.push_back(opened);
  deepest_ = std::max(deepest_, depth() - 1);
}

// The number of cells that were opened before in the row.
std::uint8_t OpenElements::count_cell(std::uint32_t row) {
  if (row == kNone) return 0;
  std::uint8_t& num_cells = elements_[row].num_cells;
  return num_cells < 255 ? num_cells++ : num_cells;
}

void OpenElements::close_from(std::uint32_t index) {
  while (depth() > index) {
    const OpenElement& closed = elements_.back();
    last_of_tag_[static_cast<std::size_t>(closed.tag)] = closed.same_tag_below;
    elements_.pop_back();
  }
}

// The innermost `tag` above the element `floor`, kNone if there is none.
std::uint32_t OpenElements::last_above(Tag tag, std::uint32_t floor) const {
  const std::uint32_t index = last(tag);
  return index != kNone && index > floor ? index : kNone;
}

std::uint32_t OpenElements::last_heading() const {
  for (const Tag heading : {Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6}) {
    if (last(heading) == depth() - 1) return last(heading);
  }
  return kNone;
}

// The element that an end tag cannot reach below: a <table> for its parts, a cell for the rest.
std::uint32_t OpenElements::scope_floor(Tag tag) const {
  if (tag == Tag::kTable) return 0;
  std::uint32_t floor = 0;
  const auto raise = [&](Tag barrier) {
    if (barrier != tag && last(barrier) != kNone) floor = std::max(floor, last(barrier));
  };
  raise(Tag::kTable);
  if (is_part_of_table(tag)) return floor;
  for (const Tag barrier : {Tag::kTd, Tag::kTh, Tag::kCaption, Tag::kTemplate, Tag::kObject}) {
    raise(barrier);
  }
  return floor;
}

void OpenElements::close_any_above(std::initializer_list<Tag> tags, std::uint32_t floor) {
  std::uint32_t lowest = kNone;
  for (const Tag tag : tags) {
    // Of <td> and <tr> the row is the outer one; of <dd> and <dt> only one is open.
    lowest = std::min(lowest, last_above(tag, floor));
  }
  if (lowest != kNone) close_from(lowest);
}

void OpenElements::close_implied(Tag tag) {
  if (!has_trait(tag, kIsBlock)) return;
  const std::uint32_t floor = scope_floor(tag);
  const auto list_floor = [&](std::initializer_list<Tag> lists) {
    std::uint32_t raised = floor;
    for (const Tag list : lists) {
      if (last(list) != kNone) raised = std::max(raised, last(list));
    }
    return raised;
  };
  switch (tag) {
    case Tag::kTd:
    case Tag::kTh:
      return close_any_above({Tag::kTd, Tag::kTh, Tag::kCaption}, floor);
    case Tag::kTr:
      return close_any_above({Tag::kTr, Tag::kCaption}, floor);
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
      return close_any_above({Tag::kTbody, Tag::kThead, Tag::kTfoot, Tag::kTr, Tag::kCaption},
                             floor);
    case Tag::kLi:
      close_any_above({Tag::kLi}, list_floor({Tag::kUl, Tag::kOl, Tag::kMenu, Tag::kDir}));
      break;
    case Tag::kDd:
    case Tag::kDt:
      close_any_above({Tag::kDd, Tag::kDt}, list_floor({Tag::kDl}));
      break;
    default:
      break;
  }
  close_any_above({Tag::kP}, floor);
  if (heading_level(tag) > 0 && last_heading() != kNone) close_from(last_heading());
}

void OpenElements::close(Tag tag) {
  std::uint32_t& num_too_deep = num_too_deep_[static_cast<std::size_t>(tag)];
  if (num_too_deep > 0) {
    --num_too_deep;
    --num_left_out_;
    return;
  }
  const std::uint32_t index = last_above(tag, scope_floor(tag));
  if (index != kNone) close_from(index);
}

}  // namespace tamis::extract
