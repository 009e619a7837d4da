// Any bytes as JSON-LD: no crash, bounded fields, the same from a reader that has read before, and
// nothing that was found is changed by what is read later.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/field_text.h"
#include "tamis/extract/linked_data.h"

namespace tamis::extract {
namespace {

void check_bounds(const LinkedData& found) {
  for (const std::string* field : {&found.headline, &found.author, &found.reviewer, &found.date,
                                   &found.created, &found.site, &found.language}) {
    TAMIS_CHECK(field->size() <= kFieldBytesMax);
  }
}

}  // namespace
}  // namespace tamis::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  static LinkedDataReader used;
  LinkedDataReader fresh;
  LinkedData found;
  LinkedData again;
  const std::string_view script(reinterpret_cast<const char*>(bytes), num_bytes);
  used.read(script, found);
  fresh.read(script, again);
  TAMIS_CHECK(found == again);
  check_bounds(found);
  const LinkedData full = {.headline = "a",
                           .author = "b",
                           .reviewer = "c",
                           .date = "d",
                           .created = "e",
                           .site = "f",
                           .language = "g",
                           .has_article_date = true};
  LinkedData kept = full;
  used.read(script, kept);
  TAMIS_CHECK(kept == full);
  return 0;
}
