// Any bytes under any content coding: bounded output, and a bound that cuts it off says so; what
// gzip, zlib and raw deflate packed comes back whole.
#include <cstdint>
#include <string>

#include "tamis/base/check.h"
#include "tamis/readers/content_coding.h"
#include "tests/gzip.h"

namespace tamis::readers {
namespace {

constexpr std::int64_t kBytesMax = 1 << 18;

void check_any_bytes(std::string_view coding, std::string_view bytes) {
  std::string out;
  const CodingState state = undo_coding(coding, bytes, kBytesMax, out);
  const auto num_bytes = static_cast<std::int64_t>(out.size());
  if (state != CodingState::kDecoded) return;
  TAMIS_CHECK(num_bytes <= kBytesMax);
  std::string again;
  TAMIS_CHECK(undo_coding(coding, bytes, num_bytes, again) == CodingState::kDecoded);
  TAMIS_CHECK(again == out);
  if (num_bytes == 0) return;
  TAMIS_CHECK(undo_coding(coding, bytes, num_bytes - 1, again) == CodingState::kTooLarge);
}

void check_round_trip(std::string_view coding, std::string_view bytes, int window_bits) {
  std::string out;
  const auto num_bytes = static_cast<std::int64_t>(bytes.size());
  const CodingState state = undo_coding(coding, deflated(bytes, window_bits), num_bytes, out);
  TAMIS_CHECK(state == CodingState::kDecoded && out == bytes);
}

}  // namespace
}  // namespace tamis::readers

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::readers;
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  for (const char* coding : {"gzip", "deflate", "br"}) check_any_bytes(coding, text);
  check_round_trip("gzip", text, 15 + 16);
  check_round_trip("deflate", text, 15);
  check_round_trip("deflate", text, -15);
  return 0;
}
