// Any bytes as a file of records: reading ends, and each record lies within the file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "tamis/base/check.h"
#include "tamis/io/chunk_reader.h"
#include "tamis/io/decompress.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/readers/http_message.h"
#include "tamis/readers/record.h"

namespace tamis::readers {

// `Records` is WarcRecords or ArcRecords.
template <typename Records>
void read_records(const std::uint8_t* bytes, std::size_t num_bytes) {
  std::string file(reinterpret_cast<const char*>(bytes), num_bytes);
  auto chunks = io::decompress(io::memory_source(std::move(file)));
  if (!chunks) return;  // a window that no memory holds
  Records records(std::make_unique<io::ChunkReader>(*std::move(chunks)),
                  {.document_bytes_max = 1 << 16, .header_bytes_max = 1 << 12});
  Record record;
  BodyBuffers buffers;
  std::size_t num_records = 0;
  while (*records.next(record)) {
    TAMIS_CHECK(++num_records <= (num_bytes << 16) + 1);
    TAMIS_CHECK(record.offset <= static_cast<std::int64_t>(num_bytes));
    const auto message = parse_http(record.block);
    if (message.has_value()) decode_body(*message, 1 << 16, buffers);
  }
}

}  // namespace tamis::readers
