#include "tamis/extract/open_elements.h"

#include <algorithm>
#include <initializer_list>

#include "tamis/base/ascii.h"
#include "tamis/extract/ascii.h"

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

// What stands in one of these is HTML again.
bool holds_html(std::string_view foreign_name) {
  return equals_ignoring_case(foreign_name, "foreignobject") ||
         equals_ignoring_case(foreign_name, "desc") || equals_ignoring_case(foreign_name, "title");
}

// No end tag inside of one closes what is outside.
constexpr Tag kBarriers[] = {Tag::kTd,       Tag::kTh,     Tag::kCaption,
                             Tag::kTemplate, Tag::kObject, Tag::kSelect};

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
  opened.is_foreign = element.tag == Tag::kSvg || (parent.is_foreign && !holds_html(element.name));
  opened.unseen = opened.is_unseen && !parent.is_unseen ? depth() : parent.unseen;
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

// The innermost unseen element without a tag of its own that has the name, kNone if none is near.
std::uint32_t OpenElements::last_named(std::string_view name) const {
  constexpr std::uint32_t kReach = 64;  // names are compared one by one
  const std::uint32_t begin = std::max(top().unseen, depth() - std::min(depth(), kReach));
  for (std::uint32_t index = depth(); index-- > begin;) {
    const OpenElement& element = elements_[index];
    if (has_trait(element.tag, kIsBlock) || std::ranges::count(kBarriers, element.tag) > 0)
      return kNone;
    if (element.tag == Tag::kOther && equals_ignoring_case(element.name, name)) return index;
  }
  return kNone;
}

// The end tag of any heading closes the innermost.
std::uint32_t OpenElements::last_heading_above(std::uint32_t floor) const {
  std::uint32_t innermost = kNone;
  for (const Tag heading : {Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6}) {
    const std::uint32_t index = last_above(heading, floor);
    if (index != kNone) innermost = innermost == kNone ? index : std::max(innermost, index);
  }
  return innermost;
}

// The element that an end tag cannot reach below: a <table> for its parts, a cell for the rest, a
// <template> for all but its own.
std::uint32_t OpenElements::scope_floor(Tag tag) const {
  if (tag == Tag::kTemplate) return 0;
  std::uint32_t floor = 0;
  const auto raise = [&](Tag barrier) {
    if (barrier != tag && last(barrier) != kNone) floor = std::max(floor, last(barrier));
  };
  raise(Tag::kTemplate);
  if (tag == Tag::kTable) return floor;
  raise(Tag::kTable);
  if (is_part_of_table(tag)) return floor;
  for (const Tag barrier : kBarriers) raise(barrier);
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

// Between a part of a table and what it belongs to, nothing stays open.
void OpenElements::close_to_table(Tag part, std::uint32_t floor) {
  if (elements_[floor].tag != Tag::kTable) return;
  std::uint32_t around = floor;
  const auto raise = [&](std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) {
      if (last(tag) != kNone) around = std::max(around, last(tag));
    }
  };
  const bool is_cell = part == Tag::kTd || part == Tag::kTh;
  if (is_cell || part == Tag::kTr) raise({Tag::kTbody, Tag::kThead, Tag::kTfoot});
  if (is_cell) raise({Tag::kTr});
  close_from(around + 1);
}

void OpenElements::close_implied_in_table(Tag part) {
  const std::uint32_t floor = scope_floor(part);
  switch (part) {
    case Tag::kTd:
    case Tag::kTh:
      close_any_above({Tag::kTd, Tag::kTh, Tag::kCaption}, floor);
      break;
    case Tag::kTr:
      close_any_above({Tag::kTr, Tag::kCaption}, floor);
      break;
    default:
      close_any_above({Tag::kTbody, Tag::kThead, Tag::kTfoot, Tag::kTr, Tag::kCaption}, floor);
      break;
  }
  close_to_table(part, floor);
}

void OpenElements::close_implied(Tag tag) {
  if (!has_trait(tag, kIsBlock)) return;
  if (is_part_of_table(tag) && tag != Tag::kCaption) return close_implied_in_table(tag);
  const std::uint32_t floor = scope_floor(Tag::kP);
  const auto list_floor = [&](std::initializer_list<Tag> lists) {
    std::uint32_t raised = floor;
    for (const Tag list : lists) {
      if (last(list) != kNone) raised = std::max(raised, last(list));
    }
    return raised;
  };
  if (tag == Tag::kLi) {
    close_any_above({Tag::kLi}, list_floor({Tag::kUl, Tag::kOl, Tag::kMenu, Tag::kDir}));
  } else if (tag == Tag::kDd || tag == Tag::kDt) {
    close_any_above({Tag::kDd, Tag::kDt}, list_floor({Tag::kDl}));
  }
  close_any_above({Tag::kP}, floor);
  if (heading_level(tag) > 0 && last_heading_above(0) == depth() - 1) close_from(depth() - 1);
}

std::uint32_t OpenElements::find_closed(Tag tag) const {
  if (num_too_deep_[static_cast<std::size_t>(tag)] > 0) return depth();
  if (heading_level(tag) > 0) return last_heading_above(scope_floor(tag));
  return is_open(tag) ? last_above(tag, scope_floor(tag)) : kNone;
}

void OpenElements::close(Tag tag, std::uint32_t closed) {
  close_from(closed);
  std::uint32_t& num_too_deep = num_too_deep_[static_cast<std::size_t>(tag)];
  if (num_too_deep == 0) return;
  --num_too_deep;
  --num_left_out_;
}

void OpenElements::close(Tag tag) {
  const std::uint32_t closed = find_closed(tag);
  if (closed != kNone) close(tag, closed);
}

bool OpenElements::close_unseen(Tag tag, std::string_view name) {
  if (tag != Tag::kOther && is_open(tag)) {
    close(tag);
    return true;
  }
  const std::uint32_t index = last_named(name);
  if (index != kNone) close_from(index);
  return index != kNone;
}

void OpenElements::leave_picture() {
  const std::uint32_t unseen = top().unseen;
  const Tag tag = elements_[unseen].tag;
  const bool is_picture =
      tag == Tag::kSvg || tag == Tag::kVideo || tag == Tag::kAudio || tag == Tag::kCanvas;
  if (is_picture && !has_trait(top().tag, kIsBlock)) close_from(unseen);
}

bool OpenElements::close_foreign(std::string_view name) {
  const std::uint32_t index = last_named(name);
  if (index == kNone || !elements_[index].is_foreign) return false;
  close_from(index);
  return true;
}

void OpenElements::leave_foreign() {
  while (top().is_foreign) close_from(depth() - 1);
}

}  // namespace tamis::extract
