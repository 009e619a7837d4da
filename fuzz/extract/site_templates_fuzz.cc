// Any bytes as a file of templates: an error that names a line, or sites of which nothing is said
// that cannot be.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/site_templates.h"

namespace tamis::extract {
namespace {

void check_site(const SiteTemplate& site) {
  TAMIS_CHECK(site.num_pages > 1);
  TAMIS_CHECK(std::ranges::is_sorted(site.texts, {}, &CountedText::text));
  for (const CountedText& text : site.texts)
    TAMIS_CHECK(text.num_pages > 1 && text.num_pages <= site.num_pages);
}

}  // namespace
}  // namespace tamis::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  const std::string_view content(reinterpret_cast<const char*>(bytes), num_bytes);
  const auto templates = SiteTemplates::parse(content);
  if (!templates) {
    TAMIS_CHECK(templates.error().message().starts_with("line "));
    return 0;
  }
  for (const std::string_view name : {"a.com", "b.cn"}) {
    const SiteTemplate site = templates->of(name);
    if (site.num_pages != 0) check_site(site);
  }
  return 0;
}
