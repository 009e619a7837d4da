// What the program finds in this library, by these two names: base/module.h.
#include "tamis/parquet/parquet_description.h"
#include "tamis/parquet/parquet_source.h"
#include "tamis/parquet/parquet_writer.h"

#define TAMIS_EXPORT extern "C" __attribute__((visibility("default")))

namespace tamis::parquet {

TAMIS_EXPORT const readers::ParquetReaderModule tamis_parquet_reader = {.open = open_source,
                                                                        .describe = describe};

TAMIS_EXPORT const writers::ParquetWriterModule tamis_parquet_writer = {.open = open_writer};

}  // namespace tamis::parquet
