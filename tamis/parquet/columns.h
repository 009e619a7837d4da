// The columns of a Parquet file by name, and their values as text whatever their type.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arrow {
class Array;
class RecordBatch;
}  // namespace arrow

namespace parquet::arrow {
struct SchemaManifest;
}  // namespace parquet::arrow

namespace tamis::parquet {

// A column that holds one value a row.
struct Column {
  std::vector<std::string> names;  // of the structs that it is in, outermost first, and its own
  int leaf_index = 0;              // among all columns of the file, as Parquet counts them
  bool holds_text = false;         // strings or bytes, not numbers or dates
};

// The column of that name, else the one that its dots lead to. None for a struct or a list.
std::optional<Column> find_column(const ::parquet::arrow::SchemaManifest& manifest,
                                  std::string_view path);

// "id, text, metadata.url" ...: the paths of up to 30 columns.
std::string list_columns(const ::parquet::arrow::SchemaManifest& manifest);

// The value: strings and bytes as they are, all else as text, which `made` then holds. Nothing if
// it is null. Requires: row is one of the array's.
std::optional<std::string_view> text_of(const ::arrow::Array& array, std::int64_t row,
                                        std::string& made);

// One column of some rows.
class ColumnValues {
 public:
  // No values: every row is null.
  ColumnValues() = default;
  ColumnValues(const ::arrow::RecordBatch& rows, const Column& column);

  // As text_of; nothing also if a struct that the value is in is null.
  std::optional<std::string_view> text(std::int64_t row, std::string& made) const;

 private:
  std::vector<std::shared_ptr<::arrow::Array>> arrays_;  // the structs, outermost first; the values
};

}  // namespace tamis::parquet
