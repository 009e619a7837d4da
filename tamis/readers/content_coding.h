// Content codings of HTTP (RFC 9110, section 8.4.1): gzip, deflate, br and zstd, with bounded
// output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::readers {

enum class CodingState : std::uint8_t {
  kDecoded,
  kNotEncoded,  // the bytes are plainly not of that coding
  kUnknown,     // no such coding here
  kTooLarge,    // more than the limit comes out
  kTruncated,   // it breaks off: `out` has what came before
  kDamaged,     // it stops making sense: `out` has what came before
};

// Replaces `out` by the decoded bytes. `out` never holds more than `num_bytes_max` + 1.
CodingState undo_coding(std::string_view coding, std::string_view bytes, std::int64_t num_bytes_max,
                        std::string& out);

}  // namespace tamis::readers
