#include "tamis/extract/markdown_table.h"

#include <algorithm>

#include "tamis/extract/start_tags.h"

namespace tamis::extract {
namespace {

// A table is read by people: more than this is a mistake. What stands further right is added to the
// last column.
constexpr std::int64_t kSpanColumnsMax = 32;
constexpr std::int64_t kSpanRowsMax = 1000;
constexpr std::size_t kNumColumnsMax = 64;

void append_cell(std::string_view text, std::string& line) {
  for (const char byte : text) {
    if (byte == '|') line += '\\';
    line += byte == '\n' ? ' ' : byte;
  }
}

std::string join(const std::vector<std::string>& cells, std::string_view separator) {
  std::string line;
  for (const std::string& cell : cells) line.append(line.empty() ? "" : separator).append(cell);
  return line;
}

}  // namespace

void MarkdownTable::add(const Block& block, std::string_view markdown) {
  const BoxForm& form = forms_.of(block);
  if (rows_.empty() || rows_.back().container != form.row) begin_row(form.row);
  std::vector<Cell>& cells = rows_.back().cells;
  if (cells.empty() || cells.back().container != form.cell) begin_cell(form.cell);
  std::string& text = cells.back().text;
  if (!text.empty()) text += ' ';
  text += markdown;
}

void MarkdownTable::begin_row(std::uint32_t container) {
  rows_.push_back({.container = container, .cells = {}});
  next_column_ = next_cell_ = 0;
  for (Span& span : spans_) --span.num_rows;
  std::erase_if(spans_, [](const Span& span) { return span.num_rows == 0; });
}

// The cells before it that were left out are empty, and one column wide.
void MarkdownTable::begin_cell(std::uint32_t container) {
  const Container& cell = blocks_.containers[container];
  for (; next_cell_ < cell.cell_index; ++next_cell_) next_column_ = free_column(next_column_) + 1;
  next_column_ = free_column(next_column_);
  const std::size_t column = std::min(next_column_, kNumColumnsMax - 1);
  const auto span = [&](std::string_view name, std::int64_t most) {
    return static_cast<std::size_t>(number_at(page_, cell.source, name, 1, 1, most));
  };
  const Span taken = {.column = column,
                      .num_columns = span("colspan", kSpanColumnsMax),
                      .num_rows = span("rowspan", kSpanRowsMax)};
  if (taken.num_rows > 1 && spans_.size() < kNumColumnsMax) {
    const auto place = std::ranges::upper_bound(spans_, column, {}, &Span::column);
    spans_.insert(place, taken);
  }
  std::vector<Cell>& cells = rows_.back().cells;
  if (cells.empty() || cells.back().column != column)
    cells.push_back({.container = container, .column = column, .text = {}});
  cells.back().container = container;
  next_column_ = column + taken.num_columns;
  ++next_cell_;
}

// The first column from `column` on into which no cell of a row above reaches.
std::size_t MarkdownTable::free_column(std::size_t column) const {
  for (const Span& span : spans_) {
    const bool is_taken = column >= span.column && column < span.column + span.num_columns;
    if (is_taken) column = span.column + span.num_columns;
  }
  return column;
}

bool MarkdownTable::is_head(const Row& row) const {
  if (blocks_.containers[blocks_.containers[row.container].parent].tag == Tag::kThead) return true;
  return std::ranges::all_of(row.cells, [&](const Cell& cell) {
    return blocks_.containers[cell.container].tag == Tag::kTh;
  });
}

std::vector<std::size_t> MarkdownTable::used_columns() const {
  std::vector<std::size_t> columns;
  for (const Row& row : rows_) {
    for (const Cell& cell : row.cells) columns.push_back(cell.column);
  }
  std::ranges::sort(columns);
  columns.erase(std::ranges::unique(columns).begin(), columns.end());
  return columns;
}

std::vector<std::string> MarkdownTable::lines() const {
  const std::vector<std::size_t> columns = used_columns();
  std::vector<std::string> lines;
  if (rows_.size() < 2 || columns.size() < 2) {
    for (const Row& row : rows_) {
      std::vector<std::string> texts;
      for (const Cell& cell : row.cells) texts.push_back(cell.text);
      lines.push_back(join(texts, " | "));
    }
    return lines;
  }
  const auto append_rule = [&] {
    lines.push_back("|");
    for (std::size_t i = 0; i < columns.size(); ++i) lines.back() += " --- |";
  };
  if (!is_head(rows_.front())) {
    lines.push_back(line_of({}, columns));
    append_rule();
  }
  for (const Row& row : rows_) {
    lines.push_back(line_of(row, columns));
    if (lines.size() == 1) append_rule();
  }
  return lines;
}

// A head of fewer cells than the line below it would make no table.
std::string MarkdownTable::line_of(const Row& row, const std::vector<std::size_t>& columns) {
  std::string line = "|";
  auto cell = row.cells.begin();
  for (const std::size_t column : columns) {
    line += ' ';
    if (cell != row.cells.end() && cell->column == column) append_cell((cell++)->text, line);
    line += " |";
  }
  return line;
}

}  // namespace tamis::extract
