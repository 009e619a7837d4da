// Any bytes as an HTTP message: what comes out is bounded, whatever the head declares.
#include <cstdint>

#include "tamis/base/check.h"
#include "tamis/readers/http_message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  constexpr std::int64_t kBytesMax = 1 << 16;
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  const auto message = tamis::readers::parse_http(text);
  if (!message.has_value()) return 0;
  TAMIS_CHECK(message->head.size() + message->body.size() <= num_bytes);
  tamis::readers::BodyBuffers buffers;
  const auto body = tamis::readers::decode_body(*message, kBytesMax, buffers);
  TAMIS_CHECK(static_cast<std::int64_t>(body.bytes.size()) <= kBytesMax);
  return 0;
}
