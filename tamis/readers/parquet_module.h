// What the Parquet module offers to those who read; tamis/parquet/ implements it, with Arrow.
#pragma once

#include <string>

#include "tamis/base/module.h"
#include "tamis/readers/reader.h"

namespace tamis::readers {

// Which columns hold what; a.b is b inside the struct a.
struct ParquetFields {
  std::string text_field = "text";
  std::string id_field = "id";
  std::string url_field = "url";
  std::string date_field = "date";
  std::string title_field = "title";
  std::string language_field = "language";
  std::string content = "text";
};

struct ParquetReaderModule : ModuleTable {
  // The text column must be there; another one only if it is not the default.
  OpenedSource (*open)(const io::FileSystem& file_system, const std::string& path,
                       const Limits& limits, const ParquetFields& fields) = nullptr;
  Result<std::string> (*describe)(const io::FileSystem& file_system,
                                  const std::string& path) = nullptr;
};

// Lines of text for people: rows, columns with their types, codecs and sizes, the first row. An
// Error in a build without Parquet.
Result<std::string> describe_parquet(const io::FileSystem& file_system, const std::string& path);

}  // namespace tamis::readers
