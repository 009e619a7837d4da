// Any bytes as a page that speaks of itself: what is found is bounded, valid UTF-8 if the page is,
// a date that reads as itself and an address that is whole, and the same from a workspace that has
// seen another page before.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/dates.h"
#include "tamis/extract/field_text.h"
#include "tamis/extract/main_text.h"
#include "tamis/extract/url_reference.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kAddress = "https://a.com/b/c?d#e";
constexpr std::size_t kAddressBytesMax = 4096;  // longer ones are not read again

void check_fields(const Page& page, bool is_utf8) {
  // A reference becomes at most three times its bytes; addresses and languages have own bounds.
  TAMIS_CHECK(page.title.size() <= kFieldBytesMax);
  TAMIS_CHECK(page.author.size() <= 2 * kFieldBytesMax);
  TAMIS_CHECK(page.site.size() <= 3 * kFieldBytesMax);
  TAMIS_CHECK(page.canonical_url.size() <= 8 * kFieldBytesMax);
  TAMIS_CHECK(page.language.size() <= 35);
  for (const std::string* field :
       {&page.title, &page.author, &page.date, &page.site, &page.canonical_url, &page.language}) {
    TAMIS_CHECK(!is_utf8 || text::is_valid_utf8(*field));
  }
  TAMIS_CHECK(page.date.empty() || find_date(page.date) == page.date);
  const std::string& address = page.canonical_url;
  if (address.empty() || address.size() > kAddressBytesMax) return;
  TAMIS_CHECK(resolve_url({}, address) == address);
}

}  // namespace
}  // namespace tamis::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  static Workspace used;
  Workspace fresh;
  Page page;
  Page again;
  const std::string_view html(reinterpret_cast<const char*>(bytes), num_bytes);
  const Options options = {.reads_attribution = true};
  extract_page(html, kAddress, options, used, page);
  extract_page(html, kAddress, options, fresh, again);
  TAMIS_CHECK(page.title == again.title && page.author == again.author && page.date == again.date);
  TAMIS_CHECK(page.site == again.site && page.canonical_url == again.canonical_url);
  TAMIS_CHECK(page.language == again.language);
  check_fields(page, tamis::text::is_valid_utf8(html));
  return 0;
}
