// Any bytes as text: no crash, and text without '&' comes out as it went in.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/character_references.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  for (const ReferenceContext context : {ReferenceContext::kText, ReferenceContext::kAttribute}) {
    std::string decoded;
    append_decoded(text, context, decoded);
    TAMIS_CHECK(text.find('&') != text.npos || decoded == text);
    TAMIS_CHECK(decoded.size() <= 3 * text.size());
  }
  return 0;
}
