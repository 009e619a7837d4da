// HTTP responses as crawlers store them (RFC 9112), with their bodies' encodings undone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tamis/base/limits.h"

namespace tamis::readers {

struct HttpMessage {
  int status = 0;
  std::string_view head = {};  // the fields, a line each, folded or not
  std::string_view body = {};  // as it came over the wire
};

// Accepts bare "\n", a missing reason phrase, and a head that ends with the message. Nothing if
// there is no status line.
std::optional<HttpMessage> parse_http(std::string_view bytes);

enum class BodyState : std::uint8_t {
  kDecoded,
  kTooLarge,         // over the limit: `bytes` holds nothing
  kTooManyCodings,   // over the limit: the same
  kUnknownEncoding,  // a coding that nobody here knows, and no text either
  kTruncated,        // it breaks off: `bytes` holds what came before
  kDamaged,          // it stops making sense: `bytes` holds what came before
};

struct DecodedBody {
  BodyState state = BodyState::kDecoded;
  std::string_view bytes = {};  // in the message or in the buffers, until their next use
};

// Memory reused from message to message.
struct BodyBuffers {
  std::string first;
  std::string second;
};

// Undoes chunked transfer, then gzip, deflate, br and zstd, first those of the transfer and then
// those of the content. A body that is plainly not in the coding its head declares is taken as it
// is: many crawlers store it decoded. Chunks count for none of `num_codings_max`.
DecodedBody decode_body(const HttpMessage& message, std::int64_t num_bytes_max,
                        BodyBuffers& buffers,
                        std::int64_t num_codings_max = Limits().content_codings_max);

}  // namespace tamis::readers
