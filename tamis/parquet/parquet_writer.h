// Rows of named fields into a Parquet file.
#pragma once

#include "tamis/writers/parquet_module.h"

namespace tamis::parquet {

// As WriterSpec::open.
Result<std::unique_ptr<writers::RowWriter>> open_writer(io::FileSystem& file_system,
                                                        const std::string& path,
                                                        std::span<const writers::Field> fields,
                                                        const writers::WriterOptions& options);

}  // namespace tamis::parquet
