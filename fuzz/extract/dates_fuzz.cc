// Any bytes as a date: no crash, and what is found is found again in itself.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tamis/base/check.h"
#include "tamis/extract/dates.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t num_bytes) {
  using namespace tamis::extract;
  const std::string_view text(reinterpret_cast<const char*>(bytes), num_bytes);
  const std::string date = find_date(text);
  TAMIS_CHECK(date.empty() || find_date(date) == date);
  TAMIS_CHECK(find_url_date(text).size() <= 10);
  return 0;
}
