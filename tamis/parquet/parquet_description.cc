#include "tamis/parquet/parquet_description.h"

#include <arrow/record_batch.h>
#include <arrow/util/compression.h>
#include <fmt/format.h>
#include <parquet/arrow/schema.h>
#include <parquet/metadata.h>
#include <parquet/schema.h>
#include <parquet/types.h>

#include <algorithm>
#include <iterator>

#include "tamis/catalog/json_output.h"
#include "tamis/parquet/columns.h"
#include "tamis/parquet/parquet_input.h"
#include "tamis/readers/reader.h"
#include "tamis/text/utf8.h"

namespace tamis::parquet {
namespace {

constexpr std::size_t kValueBytesMax = 100;
constexpr int kColumnsMax = 200;

std::string type_name(const ::parquet::ColumnDescriptor& column) {
  const std::string physical = ::parquet::TypeToString(column.physical_type());
  const auto& logical = column.logical_type();
  if (logical == nullptr || logical->is_none()) return physical;
  return fmt::format("{} ({})", logical->ToString(), physical);
}

// "text: String (BYTE_ARRAY), zstd, 1234 bytes in the file, 5678 unpacked".
void append_column(const ::parquet::FileMetaData& metadata, int index, std::string& out) {
  std::int64_t num_packed_bytes = 0;
  std::int64_t num_bytes = 0;
  std::string codec = "empty";
  for (int group = 0; group < metadata.num_row_groups(); ++group) {
    const auto chunk = metadata.RowGroup(group)->ColumnChunk(index);
    num_packed_bytes += chunk->total_compressed_size();
    num_bytes += chunk->total_uncompressed_size();
    codec = ::arrow::util::Codec::GetCodecAsString(chunk->compression());
  }
  const ::parquet::ColumnDescriptor& column = *metadata.schema()->Column(index);
  fmt::format_to(std::back_inserter(out), "  {}: {}, {}, {} bytes in the file, {} unpacked\n",
                 column.path()->ToDotString(), type_name(column), codec, num_packed_bytes,
                 num_bytes);
}

// The text in quotes, cut to what a line of a terminal shows.
std::string quoted(std::string_view text) {
  std::string repaired;
  text::append_repaired_utf8(text::prefix_within(text, kValueBytesMax), repaired);
  std::string line;
  append_json_string(repaired, line);
  return text.size() > kValueBytesMax ? line + "..." : line;
}

std::string shown(std::optional<std::string_view> value, bool is_text) {
  if (!value.has_value()) return "null";
  return is_text ? quoted(*value) : std::string(*value);
}

// The paths of the columns that hold one value a row, in the file's order.
std::vector<Column> flat_columns(const ParquetInput& input, int num_columns) {
  std::vector<Column> columns;
  for (int index = 0; index < num_columns; ++index) {
    const std::string path = input.metadata().schema()->Column(index)->path()->ToDotString();
    const auto column = find_column(input.manifest(), path);
    if (column.has_value() && column->leaf_index == index) columns.push_back(*column);
  }
  return columns;
}

Result<void> append_first_row(ParquetInput& input, const std::vector<Column>& columns,
                              std::string& out) {
  int group = 0;
  while (group < input.metadata().num_row_groups() &&
         input.metadata().RowGroup(group)->num_rows() == 0) {
    ++group;
  }
  if (group == input.metadata().num_row_groups() || columns.empty()) return {};
  std::vector<int> leaf_indices;
  for (const Column& column : columns) leaf_indices.push_back(column.leaf_index);
  TAMIS_ASSIGN(const auto reader, input.read_group(group, leaf_indices, 1));
  std::shared_ptr<::arrow::RecordBatch> rows;
  TAMIS_TRY(check(input.task(), reader->ReadNext(&rows)));
  if (rows == nullptr || rows->num_rows() == 0) return {};
  out += "first row:\n";
  for (const Column& column : columns) {
    std::string made;
    const auto value = ColumnValues(*rows, column).text(0, made);
    fmt::format_to(std::back_inserter(out), "  {}: {}\n", fmt::join(column.names, "."),
                   shown(value, column.holds_text));
  }
  return {};
}

Result<std::string> describe_input(ParquetInput& input) {
  const ::parquet::FileMetaData& metadata = input.metadata();
  std::string out =
      fmt::format("Parquet, written by {}\nbytes: {}\nrows: {}\nrow groups: {}\ncolumns: {}\n",
                  quoted(metadata.created_by()), input.num_file_bytes(), metadata.num_rows(),
                  metadata.num_row_groups(), metadata.num_columns());
  const int num_columns = std::min(metadata.num_columns(), kColumnsMax);
  for (int index = 0; index < num_columns; ++index) append_column(metadata, index, out);
  if (num_columns < metadata.num_columns()) out += "  ...\n";
  TAMIS_TRY(append_first_row(input, flat_columns(input, num_columns), out));
  return out;
}

}  // namespace

Result<std::string> describe(const io::FileSystem& file_system, const std::string& path) {
  TAMIS_ASSIGN(const auto input, ParquetInput::open(file_system, path, readers::kFileMemoryBytes));
  return without_exceptions(input->task(), [&] { return describe_input(*input); });
}

}  // namespace tamis::parquet
