#include "tamis/text/normal_form.h"

#include <unicode/bytestream.h>

#include <limits>

#include "tamis/text/icu_normalizers.h"

namespace tamis::text {

bool normalize_nfc(std::string_view text, std::string& out) {
  constexpr std::size_t kIcuBytesMax = std::numeric_limits<std::int32_t>::max();
  if (text.size() > kIcuBytesMax) return false;
  const icu::Normalizer2* const nfc = nfc_normalizer();
  if (nfc == nullptr) return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece source(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(source, status)) return false;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal, source.length());
  nfc->normalizeUTF8(0, source, sink, nullptr, status);
  if (U_FAILURE(status) || normal == text) return false;
  out.swap(normal);
  return true;
}

}  // namespace tamis::text
