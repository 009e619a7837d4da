// Any bytes as a compressed file: reading ends, within its bounds.
#include <cstdint>
#include <string>

#include "tamis/base/check.h"
#include "tamis/io/decompress.h"
#include "tamis/io/memory_file_system.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  std::string file(reinterpret_cast<const char*>(bytes), num_bytes);
  auto source = tamis::io::decompress(tamis::io::memory_source(std::move(file)));
  if (!source) return 0;  // a window that no memory holds
  tamis::io::Chunk chunk;
  while (*(*source)->next(chunk)) {
    TAMIS_CHECK(chunk.bytes.size() <= std::size_t{16} << 20);
    TAMIS_CHECK(chunk.offset <= static_cast<std::int64_t>(num_bytes));
  }
  return 0;
}
