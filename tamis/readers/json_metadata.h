// What a row says beside the fields that are read, as a JSON object: Batch::metadata.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tamis/catalog/json_output.h"
#include "tamis/readers/field_names.h"

namespace simdjson::dom {
class element;
class object;
class parser;
}  // namespace simdjson::dom

namespace tamis::readers {

// Keeps its memory from row to row.
class JsonMetadata {
 public:
  explicit JsonMetadata(const FieldNames& fields);
  ~JsonMetadata();

  // The fields of `row` that are not read and that `metadata_fields` names, in their order; empty
  // if there are none. A field that is named but holds no single value stays here. What an object
  // `metadata` holds, or a string that is one in JSON, stands behind them at the same depth, as
  // datatrove and Dolma write it; of fields of one name the first counts. Nothing if that is more
  // than `num_bytes_max`. The view is good until the next call.
  std::optional<std::string_view> of(const simdjson::dom::object& row, std::int64_t num_bytes_max);

  // The same of a row that is JSON, an object; of anything else the bytes as they are.
  std::optional<std::string_view> of(std::string_view json, std::int64_t num_bytes_max);

 private:
  void add_fields(const simdjson::dom::object& fields, const std::string& prefix);
  void add_metadata(const simdjson::dom::element& metadata);
  void add_field(std::string_view name, const std::string& path,
                 const simdjson::dom::element& value);
  // Of an object of which a part is read, what is left.
  void add_member(std::string_view name, const std::string& path,
                  const simdjson::dom::element& value);
  void add_value(const simdjson::dom::element& value);

  bool is_read(std::string_view path, const simdjson::dom::element& value) const;
  bool leads_to_read(std::string_view path) const;

  std::vector<std::string> read_paths_;  // of the fields that are columns of their own
  std::vector<std::string> wanted_;
  std::unique_ptr<simdjson::dom::parser> row_parser_, metadata_parser_;
  std::unordered_set<std::string_view> names_;  // of the present row, in its own memory
  JsonOutput json_;
};

}  // namespace tamis::readers
