#include "tamis/parquet/columns.h"

#include <arrow/api.h>
#include <parquet/arrow/schema.h>

#include <algorithm>
#include <span>

namespace tamis::parquet {
namespace {

using ::arrow::Type;
using Fields = std::span<const ::parquet::arrow::SchemaField>;

constexpr int kListedColumnsMax = 30;

bool is_text(const ::arrow::DataType& type) {
  switch (type.id()) {
    case Type::STRING:
    case Type::LARGE_STRING:
    case Type::STRING_VIEW:
    case Type::BINARY:
    case Type::LARGE_BINARY:
    case Type::BINARY_VIEW:
      return true;
    case Type::DICTIONARY:
      return is_text(*static_cast<const ::arrow::DictionaryType&>(type).value_type());
    default:
      return false;
  }
}

bool is_struct(const ::parquet::arrow::SchemaField& field) {
  return field.field->type()->id() == Type::STRUCT;
}

// Fills `column` from the inside: names come in the order of the structs.
bool find(Fields fields, std::string_view path, Column& column) {
  for (const auto& field : fields) {
    const std::string& name = field.field->name();
    if (field.is_leaf() && name == path) {
      column.names.insert(column.names.begin(), name);
      column.leaf_index = field.column_index;
      column.holds_text = is_text(*field.field->type());
      return true;
    }
    const bool leads_on = is_struct(field) && path.size() > name.size() &&
                          path[name.size()] == '.' && path.starts_with(name);
    if (leads_on && find(field.children, path.substr(name.size() + 1), column)) {
      column.names.insert(column.names.begin(), name);
      return true;
    }
  }
  return false;
}

void list(Fields fields, const std::string& prefix, std::vector<std::string>& paths) {
  for (const auto& field : fields) {
    if (paths.size() > kListedColumnsMax) return;
    const std::string path = prefix + field.field->name();
    if (field.is_leaf()) paths.push_back(path);
    if (is_struct(field)) list(field.children, path + ".", paths);
  }
}

// The first of several fields of one name, or -1: Arrow's own look-up finds none of them.
int first_index(const std::vector<int>& indices) {
  return indices.empty() ? -1 : *std::min_element(indices.begin(), indices.end());
}

// "2024-05-06 07:08:09.000000" as "2024-05-06T07:08:09".
std::string iso_date(std::string date) {
  std::replace(date.begin(), date.end(), ' ', 'T');
  if (const std::size_t dot = date.find('.'); dot != std::string::npos) {
    const std::size_t end = std::min(date.find_first_not_of("0123456789", dot + 1), date.size());
    if (date.find_first_not_of('0', dot + 1) >= end) date.erase(dot, end - dot);
  }
  return date;
}

}  // namespace

std::optional<Column> find_column(const ::parquet::arrow::SchemaManifest& manifest,
                                  std::string_view path) {
  Column column;
  if (!find(manifest.schema_fields, path, column)) return std::nullopt;
  return column;
}

std::string list_columns(const ::parquet::arrow::SchemaManifest& manifest) {
  std::vector<std::string> paths;
  list(manifest.schema_fields, "", paths);
  std::string listed;
  for (std::size_t index = 0; index < paths.size(); ++index) {
    if (index > 0) listed += ", ";
    if (index == kListedColumnsMax) return listed + "...";
    listed += paths[index];
  }
  return listed;
}

std::optional<std::string_view> text_of(const ::arrow::Array& array, std::int64_t row,
                                        std::string& made) {
  if (array.IsNull(row)) return std::nullopt;
  switch (array.type_id()) {
    case Type::STRING:
    case Type::BINARY:
      return static_cast<const ::arrow::BinaryArray&>(array).GetView(row);
    case Type::LARGE_STRING:
    case Type::LARGE_BINARY:
      return static_cast<const ::arrow::LargeBinaryArray&>(array).GetView(row);
    case Type::STRING_VIEW:
    case Type::BINARY_VIEW:
      return static_cast<const ::arrow::BinaryViewArray&>(array).GetView(row);
    case Type::DICTIONARY: {
      const auto& coded = static_cast<const ::arrow::DictionaryArray&>(array);
      const std::int64_t index = coded.GetValueIndex(row);
      if (index < 0 || index >= coded.dictionary()->length()) return std::nullopt;
      return text_of(*coded.dictionary(), index, made);
    }
    default: {
      const auto scalar = array.GetScalar(row);
      if (!scalar.ok()) return std::nullopt;
      made = (*scalar)->ToString();
      if (array.type_id() == Type::TIMESTAMP) made = iso_date(std::move(made));
      return made;
    }
  }
}

ColumnValues::ColumnValues(const ::arrow::RecordBatch& rows, const Column& column) {
  const int first = first_index(rows.schema()->GetAllFieldIndices(column.names.front()));
  if (first < 0) return;
  arrays_.push_back(rows.column(first));
  for (std::size_t depth = 1; depth < column.names.size(); ++depth) {
    const auto& parent = static_cast<const ::arrow::StructArray&>(*arrays_.back());
    const int index = first_index(parent.struct_type()->GetAllFieldIndices(column.names[depth]));
    if (index < 0) {
      arrays_.clear();
      return;
    }
    arrays_.push_back(parent.field(index));
  }
}

std::optional<std::string_view> ColumnValues::text(std::int64_t row, std::string& made) const {
  if (arrays_.empty()) return std::nullopt;
  for (const auto& array : arrays_) {
    if (array->IsNull(row)) return std::nullopt;
  }
  return text_of(*arrays_.back(), row, made);
}

}  // namespace tamis::parquet
