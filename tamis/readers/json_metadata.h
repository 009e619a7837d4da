// What a row says beside the fields that are read, as a JSON object: Batch::metadata.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

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
  // False, of all that add: the limit is passed.
  bool add_fields(const simdjson::dom::object& fields, const std::string& prefix);
  bool add_metadata(const simdjson::dom::element& metadata);
  bool add_field(std::string_view name, const std::string& path,
                 const simdjson::dom::element& value);
  bool add_member(std::string_view name, const std::string& path,
                  const simdjson::dom::element& value);
  // What is left of an object of which a part is read.
  bool add_unread(const simdjson::dom::object& fields, const std::string& prefix);
  bool add_value(const simdjson::dom::element& value);
  bool add_string(std::string_view text);
  void add_comma();

  bool is_wanted(std::string_view name) const;
  bool is_read(std::string_view path, const simdjson::dom::element& value) const;
  bool leads_to_read(std::string_view path) const;
  bool is_full() const { return static_cast<std::int64_t>(json_.size()) > num_bytes_max_; }

  std::vector<std::string> read_paths_;  // of the fields that are columns of their own
  std::vector<std::string> wanted_;      // their names, unless
  bool wants_all_ = false;
  std::unique_ptr<simdjson::dom::parser> row_parser_, metadata_parser_;
  std::unordered_set<std::string_view> names_;  // of the present row, in its own memory
  std::string json_;
  std::int64_t num_bytes_max_ = 0;
};

}  // namespace tamis::readers
