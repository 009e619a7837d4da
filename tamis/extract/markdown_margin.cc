#include "tamis/extract/markdown_margin.h"

#include <algorithm>
#include <utility>

namespace tamis::extract {
namespace {

constexpr std::string_view kQuoteMark = "> ";

std::string_view without_space_at_end(std::string_view line) {
  while (line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

}  // namespace

void MarkdownMargin::begin_piece(const Block& block, bool is_apart, std::string& out) {
  std::swap(levels_, last_levels_);
  const std::uint32_t item = forms_.item_of(block);
  const bool begins_item = item != kNone && !forms_.is_begun(item);
  find_levels(block);
  if (!out.empty()) part(begins_item && shares_list(), is_apart && num_shared_levels() == 0, out);
  first_.clear();
  next_.clear();
  for (Level& level : levels_) {
    if (!level.is_item) {
      first_ += kQuoteMark;
      next_ += kQuoteMark;
      continue;
    }
    if (level.num_bytes == 0) {
      const std::string mark = forms_.mark_of(level.container, page_);
      level.num_bytes = static_cast<std::uint32_t>(mark.size());
      forms_.begin(level.container, level.num_bytes);
      first_ += mark;
      first_ += forms_.check_box_of(level.container, page_);
    } else {
      first_.append(level.num_bytes, ' ');
    }
    next_.append(level.num_bytes, ' ');
  }
  is_first_line_ = true;
}

// The levels around the block, outermost first. An item of which nothing was kept is none, unless
// it is the innermost.
void MarkdownMargin::find_levels(const Block& block) {
  levels_.clear();
  const std::uint32_t innermost = forms_.item_of(block);
  std::uint32_t level = forms_.of(block).level;
  while (level != kNone) {
    const bool is_item = forms_.is_item(level);
    const std::uint32_t num_bytes = forms_.of(level).mark_bytes;
    if (!is_item || num_bytes > 0 || level == innermost)
      levels_.push_back({.container = level, .num_bytes = num_bytes, .is_item = is_item});
    level = forms_.of(blocks_.containers[level].parent).level;
  }
  std::ranges::reverse(levels_);
}

std::size_t MarkdownMargin::num_shared_levels() const {
  const auto is_same = [](const Level& a, const Level& b) { return a.container == b.container; };
  return static_cast<std::size_t>(std::ranges::mismatch(levels_, last_levels_, is_same).in1 -
                                  levels_.begin());
}

// True if this piece and the one before it stand in one list, or one in an item of the other.
bool MarkdownMargin::shares_list() const {
  const std::size_t num_shared = num_shared_levels();
  if (num_shared == levels_.size() || num_shared == last_levels_.size())
    return num_shared > 0 && last_levels_[num_shared - 1].is_item;
  const Level& level = levels_[num_shared];
  const Level& last = last_levels_[num_shared];
  return level.is_item && last.is_item &&
         blocks_.containers[level.container].parent == blocks_.containers[last.container].parent;
}

// Items of a list follow each other; other pieces have a blank line between them, which belongs to
// the quotations and items that both stand in.
void MarkdownMargin::part(bool is_tight, bool is_apart, std::string& out) const {
  out += '\n';
  if (is_tight) return;
  std::string margin;
  for (std::size_t i = 0; i < num_shared_levels(); ++i)
    margin += levels_[i].is_item ? std::string(levels_[i].num_bytes, ' ') : std::string(kQuoteMark);
  out.append(without_space_at_end(margin)).append("\n");
  if (is_apart) out += "---\n\n";
}

void MarkdownMargin::append_line(std::string_view line, std::string& out) {
  if (!is_first_line_) out += '\n';
  std::string_view margin = is_first_line_ ? first_ : next_;
  if (line.empty()) margin = without_space_at_end(margin);
  out.append(margin).append(line);
  is_first_line_ = false;
}

}  // namespace tamis::extract
