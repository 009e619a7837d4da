#include "tamis/extract/block_forms.h"

#include <algorithm>
#include <bit>
#include <string>

#include "tamis/extract/ascii.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/start_tags.h"

namespace tamis::extract {
namespace {

// Items of bullet lists and cells that say more are boxes of a page: teasers, answers, whole posts.
constexpr std::uint32_t kItemWordsMax = 150;

// And so are long cells of more blocks.
constexpr std::uint32_t kLongCellBlocksMax = 3;

// Elements of lists that are no items of a text.
constexpr ClassMeanings kNoItems = bit(ClassMeaning::kPost) | bit(ClassMeaning::kComment) |
                                   bit(ClassMeaning::kReview) | bit(ClassMeaning::kCard);

bool is_list(Tag tag) {
  return tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kMenu || tag == Tag::kDir;
}

bool is_cell(Tag tag) { return tag == Tag::kTd || tag == Tag::kTh; }

// The bit of a cell in BoxForm::used_cells. Cells far to the right share one.
std::uint64_t cell_bit(const Container& cell) {
  return std::uint64_t{1} << std::min<std::uint8_t>(cell.cell_index, 63);
}

void add_cell(const Container& cell, const BoxForm& form, BoxForm& row) {
  const bool is_long = cell.sums.num_words > kCellWordsMax;
  row.holds_long_cell |= is_long;
  row.holds_box |= cell.sums.num_words > kItemWordsMax ||
                   (is_long && (form.holds_listing || cell.sums.num_blocks > kLongCellBlocksMax));
  row.num_cells = std::min<std::uint8_t>(row.num_cells + 1, 2);
  row.used_cells |= cell_bit(cell);
}

// Counts a row of several cells as one.
void sum_up_row(BoxForm& row) {
  if (row.num_cells < 2) return;
  row.num_rows = 1;
  row.num_long_rows = row.holds_long_cell ? 1 : 0;
  row.num_listing_rows = row.holds_listing ? 1 : 0;
}

void add_rows(const BoxForm& form, BoxForm& parent) {
  parent.num_rows += form.num_rows;
  parent.num_long_rows += form.num_long_rows;
  parent.num_listing_rows += form.num_listing_rows;
  parent.used_cells |= form.used_cells;
}

// A table of which half of the rows have a long cell is there for the layout, and so is one of a
// single row that holds others; one with a listing in each row numbers its lines.
bool is_row_of_data(const BoxForm& row, const BoxForm& table) {
  if (table.num_rows == table.num_long_rows || row.holds_box) return false;
  if (row.holds_long_cell && (row.num_cells < 2 || table.num_long_rows * 2 >= table.num_rows))
    return false;
  if (row.holds_listing && table.num_listing_rows == table.num_rows) return false;
  return table.num_rows > 1 || !(row.holds_listing || row.holds_table);
}

}  // namespace

void BlockForms::read(const Blocks& blocks) {
  blocks_ = &blocks;
  forms_.assign(blocks.containers.size(), BoxForm{});
  find_what_boxes_hold();
  for (std::uint32_t i = 1; i < forms_.size(); ++i) inherit(i);
}

// Children come behind their parents.
void BlockForms::find_what_boxes_hold() {
  for (std::size_t i = forms_.size(); i-- > 1;) {
    const Container& container = blocks_->containers[i];
    BoxForm& form = forms_[i];
    BoxForm& parent = forms_[container.parent];
    parent.holds_heading |= form.holds_heading || heading_level(container.tag) > 0;
    if (is_cell(container.tag)) add_cell(container, form, parent);
    parent.holds_listing |= form.holds_listing || container.keeps_space;
    parent.holds_table |= form.holds_table || container.tag == Tag::kTable;
    if (container.tag == Tag::kTr) sum_up_row(form);
    if (container.tag != Tag::kTable) add_rows(form, parent);
  }
}

void BlockForms::inherit_table(std::uint32_t index) {
  const Container& container = blocks_->containers[index];
  BoxForm& form = forms_[index];
  const BoxForm& parent = forms_[container.parent];
  form.table = parent.table;
  form.row = parent.row;
  form.cell = parent.cell;
  if (form.cell != kNone || form.listing != kNone) return;
  if (container.tag == Tag::kTable) {
    form.table = index;
    form.row = kNone;
  } else if (container.tag == Tag::kTr) {
    form.row = form.table != kNone && is_row_of_data(form, forms_[form.table]) ? index : kNone;
  } else if (is_cell(container.tag) && form.row != kNone) {
    form.cell = index;
  }
}

void BlockForms::inherit(std::uint32_t index) {
  const Container& container = blocks_->containers[index];
  BoxForm& form = forms_[index];
  BoxForm& parent = forms_[container.parent];
  form.level = parent.level;
  form.num_levels = parent.num_levels;
  form.heading = parent.heading;
  form.listing = parent.listing;
  inherit_table(index);
  if (form.heading == kNone && heading_level(container.tag) > 0) form.heading = index;
  if (form.cell != kNone) return;
  if (form.listing == kNone && container.keeps_space) form.listing = index;
  if (container.tag == Tag::kLi) form.place = ++parent.place;
  const bool is_item = is_list_item(index);
  if ((!is_item && container.tag != Tag::kBlockquote) || form.num_levels >= kNumLevelsMax) return;
  form.level = index;
  ++form.num_levels;
}

bool BlockForms::is_list_item(std::uint32_t index) const {
  const Container& container = blocks_->containers[index];
  const BoxForm& form = forms_[index];
  if (container.tag != Tag::kLi || form.listing != kNone || form.holds_heading) return false;
  const Tag list = blocks_->containers[container.parent].tag;
  if (!is_list(list) || (container.meanings & kNoItems) != 0) return false;
  return list == Tag::kOl || container.sums.num_words <= kItemWordsMax;
}

bool BlockForms::is_item(std::uint32_t level) const {
  return blocks_->containers[level].tag == Tag::kLi;
}

std::uint32_t BlockForms::item_of(const Block& block) const {
  std::uint32_t level = of(block).level;
  while (level != kNone && !is_item(level)) {
    level = of(blocks_->containers[level].parent).level;
  }
  return level;
}

std::string BlockForms::mark_of(std::uint32_t item, std::string_view page) {
  constexpr std::int64_t kNumberMax = 999999;
  const Container& container = blocks_->containers[item];
  const Container& list = blocks_->containers[container.parent];
  if (list.tag != Tag::kOl) return "- ";
  BoxForm& numbering = forms_[container.parent];
  const bool is_reversed = attribute_at(page, list.source, "reversed").data() != nullptr;
  const std::int64_t initial = is_reversed ? numbering.place : 1;
  const std::int64_t first = number_at(page, list.source, "start", initial, 0, kNumberMax);
  const std::int64_t steps = of(item).place - 1;
  const std::int64_t expected =
      std::max<std::int64_t>(first + (is_reversed ? -steps : steps) + numbering.number_shift, 0);
  const std::int64_t number = number_at(page, container.source, "value", expected, 0, kNumberMax);
  numbering.number_shift += number - expected;
  return std::to_string(number) + ". ";
}

std::string_view BlockForms::check_box_of(std::uint32_t item, std::string_view page) const {
  constexpr std::size_t kHeadBytesMax = 512;
  const char* source = blocks_->containers[item].source;
  HtmlTokenizer tokenizer(page_from_tag(page, source).substr(0, kHeadBytesMax));
  while (tokenizer.next()) {
    const Token& token = tokenizer.token();
    const bool has_text = token.kind == TokenKind::kText && !trim_html_space(token.text).empty();
    if (has_text || token.kind == TokenKind::kEndTag || is_list(token.tag)) return {};
    if (token.kind != TokenKind::kStartTag || token.tag != Tag::kInput) continue;
    if (!equals_ignoring_case(token.attribute("type"), "checkbox")) return {};
    return token.attribute("checked").data() != nullptr ? "[x] " : "[ ] ";
  }
  return {};
}

std::uint32_t BlockForms::num_empty_cells(std::uint32_t cell_before, std::uint32_t cell) const {
  const std::uint64_t up_to_before =
      cell_before == kNone ? 0 : cell_bit(blocks_->containers[cell_before]) * 2 - 1;
  const std::uint64_t before = cell_bit(blocks_->containers[cell]) - 1;
  const std::uint64_t used = forms_[of(cell).table].used_cells;
  return static_cast<std::uint32_t>(std::popcount(used & before & ~up_to_before));
}

}  // namespace tamis::extract
