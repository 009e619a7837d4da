#include "tamis/parquet/other_columns.h"

#include <arrow/api.h>
#include <fmt/format.h>
#include <parquet/arrow/schema.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "tamis/catalog/json_output.h"
#include "tamis/text/utf8.h"

namespace tamis::parquet {
namespace {

using ::arrow::Type;

constexpr std::string_view kMetadata = "metadata";

void collect_leaves(const ::parquet::arrow::SchemaField& field, std::vector<int>& leaf_indices) {
  if (field.is_leaf()) leaf_indices.push_back(field.column_index);
  for (const auto& child : field.children) collect_leaves(child, leaf_indices);
}

// Appends the values of one row, up to a limit.
class JsonValues {
 public:
  JsonValues(std::span<const std::string> read_paths, std::int64_t num_bytes_max, std::string& json)
      : read_paths_(read_paths), num_bytes_max_(num_bytes_max), json_(json) {}

  bool is_full() const { return static_cast<std::int64_t>(json_.size()) > num_bytes_max_; }

  // `path`: of the column, while it may lead to one that is read; empty below a list.
  void add(const ::arrow::Array& array, std::int64_t row, const std::string& path) {
    if (is_full()) return;
    if (array.IsNull(row)) {
      json_ += "null";
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
        json_ += static_cast<const ::arrow::BooleanArray&>(array).Value(row) ? "true" : "false";
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
    json_ += '{';
    bool is_first = true;
    for (int index = 0; index < array.num_fields(); ++index) {
      const std::string& name = array.struct_type()->field(index)->name();
      const std::string inner = path.empty() ? path : fmt::format("{}.{}", path, name);
      if (is_read(inner)) continue;
      if (!std::exchange(is_first, false)) json_ += ',';
      add_string(name);
      json_ += ':';
      add(*array.field(index), row, inner);
    }
    json_ += '}';
  }

  template <typename ListArray>
  void add_list(const ListArray& array, std::int64_t row) {
    json_ += '[';
    const auto begin = static_cast<std::int64_t>(array.value_offset(row));
    const auto end = begin + static_cast<std::int64_t>(array.value_length(row));
    for (std::int64_t index = begin; index < end && !is_full(); ++index) {
      if (index > begin) json_ += ',';
      add(*array.values(), index, "");
    }
    json_ += ']';
  }

  void add_scalar(const ::arrow::Array& array, std::int64_t row) {
    std::string made;
    const std::string_view text = text_of(array, row, made).value_or("");
    const bool is_number =
        ::arrow::is_integer(array.type_id()) || ::arrow::is_floating(array.type_id());
    const bool is_finite = text.find_first_of("nN") == text.npos;  // of "nan", "inf"
    const bool is_bytes =
        ::arrow::is_binary_like(array.type_id()) || ::arrow::is_large_binary_like(array.type_id());
    if (is_number) {
      json_ += is_finite ? text : "null";
    } else if (is_bytes && !text::is_valid_utf8(text)) {
      json_ += "null";
    } else {
      add_string(text);
    }
  }

  void add_string(std::string_view text) {
    if (static_cast<std::int64_t>(text.size()) > num_bytes_max_) {
      json_.append(static_cast<std::size_t>(num_bytes_max_) + 1, ' ');  // is_full
      return;
    }
    if (text::is_valid_utf8(text)) return append_json_string(text, json_);
    std::string repaired;
    text::append_repaired_utf8(text, repaired);
    append_json_string(repaired, json_);
  }

  std::span<const std::string> read_paths_;
  std::int64_t num_bytes_max_;
  std::string& json_;
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
    std::string repaired, key;
    text::append_repaired_utf8(name, repaired);
    append_json_string(repaired, key);
    columns_.push_back({.key = key + ':', .path = name, .values = rows.column(index)});
  }
}

bool OtherColumns::make(std::int64_t row, std::int64_t num_bytes_max, std::string& json) const {
  json.clear();
  if (columns_.empty()) return true;
  JsonValues values(read_paths_, num_bytes_max, json);
  json += '{';
  for (const Named& column : columns_) {
    if (&column != &columns_.front()) json += ',';
    json += column.key;
    values.add(*column.values, row, column.path);
  }
  json += '}';
  return !values.is_full();
}

bool OtherColumns::is_wanted(std::string_view name) const {
  return name == kMetadata || std::ranges::any_of(wanted_, [name](std::string_view wanted) {
           return wanted == name || wanted == readers::kAllFields;
         });
}

}  // namespace tamis::parquet
