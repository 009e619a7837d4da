// Any bytes as an address: parts of it, in one form however often it is normalized.
#include <cstdint>
#include <string>

#include "tamis/base/check.h"
#include "tamis/text/url_host.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::text;
  const std::string_view url(reinterpret_cast<const char*>(bytes), num_bytes);
  std::string host;
  normalize_host(written_host(url), host);
  std::string again;
  normalize_host(host, again);
  TAMIS_CHECK(again == host);
  const std::string_view domain = registered_domain(host);
  TAMIS_CHECK(domain.empty() || std::string_view(host).ends_with(domain));
  TAMIS_CHECK(parent_domain(host).size() < host.size() || host.empty());
  TAMIS_CHECK(url.ends_with(after_host(url)));
  return 0;
}
