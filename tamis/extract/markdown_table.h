// A table of a page as a pipe table of GitHub's Markdown.
//
// Cells are put where the page has them: those without text, and those over several columns or
// rows, leave empty ones. Columns without any text are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/extract/block_forms.h"
#include "tamis/extract/blocks.h"

namespace tamis::extract {

// Takes the cells of one table in their order.
class MarkdownTable {
 public:
  // `page` is the HTML of the blocks.
  MarkdownTable(const Blocks& blocks, const BlockForms& forms, std::string_view page)
      : blocks_(blocks), forms_(forms), page_(page) {}

  // Adds a block's text to the cell that it lies in. Requires: forms.is_in_table(block).
  void add(const Block& block, std::string_view markdown);

  // The lines of the table. A single row or column is no table, but lines of text.
  std::vector<std::string> lines() const;

 private:
  struct Cell {
    std::uint32_t container;
    std::size_t column;
    std::string text;
  };
  struct Row {
    std::uint32_t container;
    std::vector<Cell> cells;
  };
  // The cells above that reach down.
  struct Span {
    std::size_t column;
    std::size_t num_columns;
    std::size_t num_rows;
  };

  void begin_row(std::uint32_t container);
  void begin_cell(std::uint32_t container);
  std::size_t free_column(std::size_t column) const;
  bool is_head(const Row& row) const;
  static std::string line_of(const Row& row, const std::vector<std::size_t>& columns);
  std::vector<std::size_t> used_columns() const;

  const Blocks& blocks_;
  const BlockForms& forms_;
  std::string_view page_;
  std::vector<Row> rows_;
  std::vector<Span> spans_;  // by column
  std::size_t next_column_ = 0;
  std::size_t next_cell_ = 0;
};

}  // namespace tamis::extract
