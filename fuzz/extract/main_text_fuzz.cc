// Any bytes as a page: no crash, bounded output in each form, and the same answer from a workspace
// that has seen another page before.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/main_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  static Workspace used;
  const std::string_view html(reinterpret_cast<const char*>(bytes), num_bytes);
  for (const std::string_view form : {"text", "markdown"}) {
    Workspace fresh;
    Page page;
    Page again;
    const Options options = {.favour = "recall", .form = std::string(form)};
    extract_page(html, "https://a.com/2020/01/31/x", options, used, page);
    extract_page(html, "https://a.com/2020/01/31/x", options, fresh, again);
    TAMIS_CHECK(page.text == again.text && page.title == again.title && page.date == again.date);
    // A margin of six levels before a line of few bytes, 64 columns in a row.
    TAMIS_CHECK(page.text.size() <= html.size() * (form == "text" ? 20 : 40));
  }
  return 0;
}
