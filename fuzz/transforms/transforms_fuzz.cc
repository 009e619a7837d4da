// Any bytes through every transform: no crash, and valid UTF-8 out of valid UTF-8.
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/batch/batch.h"
#include "tamis/text/utf8.h"
#include "tamis/transforms/transform.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t num_bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  for (const tamis::transforms::TransformSpec* spec : tamis::transforms::builtin_transforms()) {
    tamis::Batch batch;
    tamis::NewDocument new_document;
    new_document.text = text;
    batch.append(new_document);
    tamis::Document document(batch, 0);
    const auto params = spec->edit.setup.make_params ? spec->edit.setup.make_params() : nullptr;
    std::string edited;
    spec->edit.call(document, edited, params.get(), nullptr);
    TAMIS_CHECK(!tamis::text::is_valid_utf8(text) || tamis::text::is_valid_utf8(document.text()));
  }
  return 0;
}
