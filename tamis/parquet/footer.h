// How much memory the footer of a Parquet file would take, before Arrow makes it that.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::parquet {

// An upper bound for what Arrow holds of `footer`, the FileMetaData at the end of a file: a list
// of columns is made as long as it says before one of them is read, so that a few bytes could
// take gigabytes. Any bytes; where they stop making sense, what lies before counts.
std::int64_t footer_memory_bytes(std::string_view footer);

}  // namespace tamis::parquet
