// Any bytes under any label become valid UTF-8.
#include <cstdint>
#include <string>

#include "tamis/base/check.h"
#include "tamis/text/charset.h"
#include "tamis/text/utf8.h"
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  const std::string_view label = text.substr(0, text.find('\n'));
  const std::string_view payload = text.substr(label.size());
  constexpr std::size_t kBytesMax = 1 << 12;
  std::string buffer;
  const auto decoded = tamis::text::decode_to_utf8(payload, label, true, kBytesMax, buffer);
  TAMIS_CHECK(tamis::text::is_valid_utf8(decoded.text));
  // What is UTF-8 already is not measured here.
  TAMIS_CHECK(decoded.text.size() <= kBytesMax || decoded.text.data() == payload.data());
  return 0;
}
