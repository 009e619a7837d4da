// The columns that no field is read from, as a JSON object a row: NewDocument::metadata.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tamis/catalog/json_output.h"
#include "tamis/parquet/columns.h"
#include "tamis/readers/field_names.h"

namespace tamis::parquet {

class OtherColumns {
 public:
  OtherColumns() = default;

  // `read`: the columns that fields are read from, which are left out, but for the rest of the
  // structs that they are in. A column "metadata" is always among the others: what it holds may
  // have been asked for (readers/json_metadata.h).
  OtherColumns(const ::parquet::arrow::SchemaManifest& manifest, std::vector<Column> read,
               std::span<const std::string> wanted);

  // What has to be read for them, among all columns of the file as Parquet counts them.
  const std::vector<int>& leaf_indices() const { return leaf_indices_; }

  // For the calls that follow.
  void set_rows(const ::arrow::RecordBatch& rows);

  // Empty if there are no such columns. Lists are lists and structs objects, numbers that are not
  // finite null, and so are bytes that are no text; dates, decimals and all else are strings.
  // Nothing if it is more than `num_bytes_max`. The view is good until the next call. Requires: row
  // is one of the rows.
  std::optional<std::string_view> of(std::int64_t row, std::int64_t num_bytes_max);

 private:
  struct Named {
    std::string key;   // the name as text
    std::string path;  // the name as the file has it
    std::shared_ptr<::arrow::Array> values;
  };

  bool is_wanted(std::string_view name) const;

  std::vector<std::string> read_paths_;
  std::vector<std::string> wanted_;
  std::vector<int> leaf_indices_;
  std::vector<Named> columns_;
  JsonOutput json_;
};

}  // namespace tamis::parquet
