// The rows of a Parquet file as documents.
#pragma once

#include "tamis/readers/parquet_module.h"

namespace tamis::parquet {

// As ParquetReaderModule::open.
readers::OpenedSource open_source(const io::FileSystem& file_system, const std::string& path,
                                  const Limits& limits, std::int64_t memory_bytes_max,
                                  const readers::FieldNames& fields);

}  // namespace tamis::parquet
