// The limits that bound what one input can make Tamis do. Each is a key of a recipe's
// `limits:`; going over one is a counted drop with the limit's name, never an error.
#pragma once

#include <cstdint>

namespace tamis {

struct Limits {
  std::int64_t document_bytes_max = std::int64_t{32}
                                    << 20;  // one payload, decompressed and in UTF-8
  std::int64_t header_bytes_max = std::int64_t{1}
                                  << 20;  // the head of one WARC or ARC record or HTTP message
  std::int64_t metadata_bytes_max = std::int64_t{2} << 20;  // a row's fields that are not read
  std::int64_t header_lines_max = 1000;                     // of the same
  std::int64_t content_codings_max = 4;                     // one over the other, on one HTTP body
  std::int64_t nesting_max = 10'000;   // open elements of a page, at its deepest place
  std::int64_t attributes_max = 1000;  // of one tag
  std::int64_t words_max = 1'000'000;  // of a text: text/text_extent.h
  std::int64_t lines_max = 500'000;    // the same
};

}  // namespace tamis
