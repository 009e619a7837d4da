// Any bytes as a page: no crash, bounded output, and the same answer from a workspace that has
// seen another page before.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/main_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  static Workspace used;
  Workspace fresh;
  Page page;
  Page again;
  const std::string_view html(reinterpret_cast<const char*>(bytes), num_bytes);
  extract_page(html, "https://a.com/2020/01/31/x", {}, used, page);
  extract_page(html, "https://a.com/2020/01/31/x", {}, fresh, again);
  TAMIS_CHECK(page.text == again.text && page.title == again.title && page.date == again.date);
  TAMIS_CHECK(page.text.size() <= html.size() * 4);
  return 0;
}
