// Any bytes as what readers find: afterwards a row is dropped, or holds UTF-8 within the limits.
#include <cstdint>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/readers/decode_stage.h"
#include "tamis/text/utf8.h"

namespace tamis::readers {
namespace {

constexpr std::int64_t kBytesMax = 1 << 16;

void check_payload(const DecodeStage& stage, Scratch* scratch, Payload payload,
                   std::string_view bytes) {
  Batch batch;
  batch.append({.text = bytes, .payload = payload});
  stage.process(batch, scratch);
  TAMIS_CHECK(batch.selected.size() + batch.dropped.size() == 1);
  if (batch.selected.empty()) return;
  TAMIS_CHECK(batch.payload[0] == Payload::kHtml || batch.payload[0] == Payload::kText);
  TAMIS_CHECK(text::is_valid_utf8(batch.text[0]));
  // Three bytes for U+FFFD are what one unreadable byte can become.
  TAMIS_CHECK(static_cast<std::int64_t>(batch.text[0].size()) <= 3 * kBytesMax);
}

}  // namespace
}  // namespace tamis::readers

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::readers;
  static const DecodeStage kStage({.document_bytes_max = kBytesMax});
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  const auto scratch = kStage.make_scratch();
  for (const auto payload :
       {tamis::Payload::kHttpResponse, tamis::Payload::kHtmlBytes, tamis::Payload::kTextBytes}) {
    check_payload(kStage, scratch.get(), payload, text);
  }
  return 0;
}
