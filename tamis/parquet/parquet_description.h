// What is in a Parquet file, said to people.
#pragma once

#include <string>

#include "tamis/io/file_system.h"

namespace tamis::parquet {

// As readers::describe_parquet.
Result<std::string> describe(const io::FileSystem& file_system, const std::string& path);

}  // namespace tamis::parquet
