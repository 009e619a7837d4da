// The limits that bound what one input can make Tamis do. Each is a key of a recipe's
// `limits:`; going over one is a counted drop with the limit's name, never an error.
#pragma once

#include <cstdint>

namespace tamis {

struct Limits {
  std::int64_t document_bytes_max = std::int64_t{32} << 20;  // one payload, after decompression
  std::int64_t header_bytes_max = std::int64_t{1}
                                  << 20;  // the head of one WARC record or HTTP message
};

}  // namespace tamis
