// What the Parquet module offers to those who write; tamis/parquet/ implements it, with Arrow.
#pragma once

#include "tamis/base/module.h"
#include "tamis/writers/writer.h"

namespace tamis::writers {

struct ParquetWriterModule : ModuleTable {
  decltype(WriterSpec::open) open = nullptr;
};

}  // namespace tamis::writers
