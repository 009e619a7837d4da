#include "tamis/parquet/other_columns.h"

#include <arrow/api.h>
#include <fmt/format.h>
#include <parquet/arrow/schema.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "tamis/text/utf8.h"

namespace tamis::parquet {
namespace {

using ::arrow::Type;

// `text`, or what `repaired` then holds of one that is no UTF-8.
std::string_view readable(std::string_view text, std::string& repaired) {
  if (text::is_valid_utf8(text)) return text;
  repaired.clear();
  text::append_repaired_utf8(text, repaired);
  return repaired;
}

void collect_leaves(const ::parquet::arrow::SchemaField& field, std::vector<int>& leaf_indices) {
  if (field.is_leaf()) leaf_indices.push_back(field.column_index);
  for (const auto& child : field.children) collect_leaves(child, leaf_indices);
}

// Adds the values of one row.
class JsonValues {
 public:
  JsonValues(std::span<const std::string> read_paths, JsonOutput& json)
      : read_paths_(read_paths), json_(json) {}

  // `path`: of the column, while it may lead to one that is read; empty below a list.
  void add(const ::arrow::Array& array, std::int64_t row, const std::string& path) {
    if (array.IsNull(row)) {
      json_.null();
      return;
    }
    switch (array.type_id()) {
      case Type::STRUCT:
        return add_struct(static_cast<const ::arrow::StructArray&>(array), row, path);
      case Type::LIST:
      case Type::MAP:
        return add_list(static_cast<const ::arrow::ListArray&>(array), row);
      case Type::LARGE_LIST:
        return add_list(static_cast<const ::arrow::LargeListArray&>(array), row);
      case Type::FIXED_SIZE_LIST:
        return add_list(static_cast<const ::arrow::FixedSizeListArray&>(array), row);
      case Type::EXTENSION:
        return add(*static_cast<const ::arrow::ExtensionArray&>(array).storage(), row, path);
      case Type::BOOL:
        json_.value(static_cast<const ::arrow::BooleanArray&>(array).Value(row));
        return;
      default:
        return add_scalar(array, row);
    }
  }

 private:
  bool is_read(const std::string& path) const {
    return std::ranges::find(read_paths_, path) != read_paths_.end();
  }

  void add_struct(const ::arrow::StructArray& array, std::int64_t row, const std::string& path) {
    json_.begin_object();
    for (int index = 0; index < array.num_fields() && !json_.is_full(); ++index) {
      const std::string& name = array.struct_type()->field(index)->name();
      const std::string inner = path.empty() ? path : fmt::format("{}.{}", path, name);
      if (is_read(inner)) continue;
      json_.key(readable(name, repaired_));
      add(*array.field(index), row, inner);
    }
    json_.end_object();
  }

  template <typename ListArray>
  void add_list(const ListArray& array, std::int64_t row) {
    json_.begin_list();
    const auto begin = static_cast<std::int64_t>(array.value_offset(row));
    const auto end = begin + static_cast<std::int64_t>(array.value_length(row));
    for (std::int64_t index = begin; index < end && !json_.is_full(); ++index) {
      add(*array.values(), index, "");
    }
    json_.end_list();
  }

  void add_scalar(const ::arrow::Array& array, std::int64_t row) {
    const std::string_view text = text_of(array, row, made_).value_or("");
    const bool is_number =
        ::arrow::is_integer(array.type_id()) || ::arrow::is_floating(array.type_id());
    const bool is_finite = text.find_first_of("nN") == text.npos;  // of "nan", "inf"
    const bool is_bytes = ::arrow::is_binary_like(array.type_id()) ||
                          ::arrow::is_large_binary_like(array.type_id()) ||
                          array.type_id() == ::arrow::Type::FIXED_SIZE_BINARY;
    if (is_number) {
      json_.raw(is_finite ? text : "null");
    } else if (is_bytes && !text::is_valid_utf8(text)) {
      json_.null();
    } else {
      json_.value(readable(text, repaired_));
    }
  }

  std::span<const std::string> read_paths_;
  JsonOutput& json_;
  std::string made_, repaired_;
};

}  // namespace

OtherColumns::OtherColumns(const ::parquet::arrow::SchemaManifest& manifest,
                           std::vector<Column> read, std::span<const std::string> wanted)
    : wanted_(wanted.begin(), wanted.end()) {
  std::vector<int> read_leaves;
  for (const Column& column : read) {
    read_paths_.push_back(fmt::format("{}", fmt::join(column.names, ".")));
    read_leaves.push_back(column.leaf_index);
  }
  if (wanted_.empty()) return;
  for (const auto& field : manifest.schema_fields) {
    if (is_wanted(field.field->name())) collect_leaves(field, leaf_indices_);
  }
  std::erase_if(leaf_indices_, [&](int leaf) {
    return std::ranges::find(read_leaves, leaf) != read_leaves.end();
  });
}

void OtherColumns::set_rows(const ::arrow::RecordBatch& rows) {
  columns_.clear();
  if (wanted_.empty()) return;
  std::unordered_set<std::string_view> names;
  for (int index = 0; index < rows.num_columns(); ++index) {
    const std::string& name = rows.schema()->field(index)->name();
    const bool is_read = std::ranges::find(read_paths_, name) != read_paths_.end();
    if (is_read || !is_wanted(name) || !names.insert(name).second) continue;
    std::string repaired;
    columns_.push_back(
        {.key = std::string(readable(name, repaired)), .path = name, .values = rows.column(index)});
  }
}

std::optional<std::string_view> OtherColumns::of(std::int64_t row, std::int64_t num_bytes_max) {
  if (columns_.empty()) return "";
  json_.restart(num_bytes_max);
  json_.begin_object();
  JsonValues values(read_paths_, json_);
  for (const Named& column : columns_) {
    if (json_.is_full()) break;
    json_.key(column.key);
    values.add(*column.values, row, column.path);
  }
  json_.end_object();
  return json_.is_full() ? std::nullopt : std::optional<std::string_view>(json_.text());
}

bool OtherColumns::is_wanted(std::string_view name) const {
  return name == readers::kMetadataField || readers::is_named(wanted_, name);
}

}  // namespace tamis::parquet
