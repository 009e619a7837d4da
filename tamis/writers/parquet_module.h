// What the Parquet module offers to those who write; tamis/parquet/ implements it, with Arrow.
#pragma once

#include <cstdint>

#include "tamis/base/module.h"
#include "tamis/writers/writer.h"

namespace tamis::writers {

// A row group ends with the row that reaches it, which bounds what a writer and later its readers
// hold.
inline constexpr std::int64_t kParquetGroupBytesMax = std::int64_t{64} << 20;

struct ParquetWriterModule : ModuleTable {
  decltype(WriterSpec::open) open = nullptr;
};

}  // namespace tamis::writers
