// Any bytes as a ARC file: reading ends, and each record lies within the file.
#include <cstdint>

#include "tamis/base/check.h"
#include "tamis/io/decompress.h"
#include "tamis/io/memory_file_system.h"
#include "tamis/readers/arc_records.h"
#include "tamis/readers/http_message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  std::string file(reinterpret_cast<const char*>(bytes), num_bytes);
  auto chunks = tamis::io::decompress(tamis::io::memory_source(std::move(file)));
  tamis::readers::ArcRecords records(std::make_unique<tamis::io::ChunkReader>(*std::move(chunks)),
                                     {.document_bytes_max = 1 << 16, .header_bytes_max = 1 << 12});
  tamis::readers::Record record;
  tamis::readers::BodyBuffers buffers;
  std::size_t num_records = 0;
  while (*records.next(record)) {
    TAMIS_CHECK(++num_records <= (num_bytes << 16) + 1);
    TAMIS_CHECK(record.offset <= static_cast<std::int64_t>(num_bytes));
    const auto message = tamis::readers::parse_http(record.block);
    if (message.has_value()) tamis::readers::decode_body(*message, 1 << 16, buffers);
  }
  return 0;
}
