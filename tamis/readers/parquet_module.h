// What the Parquet module offers to those who read; tamis/parquet/ implements it, with Arrow.
#pragma once

#include <string>

#include "tamis/base/module.h"
#include "tamis/readers/field_names.h"
#include "tamis/readers/reader.h"

namespace tamis::readers {

struct ParquetReaderModule : ModuleTable {
  // The text column must be there; another one only if it is not the default.
  OpenedSource (*open)(const io::FileSystem& file_system, const std::string& path,
                       const Limits& limits, std::int64_t memory_bytes_max,
                       const FieldNames& fields) = nullptr;
  Result<std::string> (*describe)(const io::FileSystem& file_system,
                                  const std::string& path) = nullptr;
};

// Lines of text for people: rows, columns with their types, codecs and sizes, the first row. An
// Error in a build without Parquet.
Result<std::string> describe_parquet(const io::FileSystem& file_system, const std::string& path);

}  // namespace tamis::readers
