#include "tamis/text/url_host.h"

#include <libpsl.h>
#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

#include "tamis/base/ascii.h"

namespace tamis::text {
namespace {

// Longer than any name that can be looked up (RFC 1035: 253 bytes), also before conversion.
constexpr std::size_t kHostBytesMax = 1024;

bool is_scheme_byte(char c) { return is_ascii_alphanumeric(c) || c == '+' || c == '-' || c == '.'; }

// What follows "http://" or "//"; all of an address without.
std::string_view after_scheme(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes == 0) return url.substr(2);
  if (slashes == url.npos || url[slashes - 1] != ':') return url;
  const bool is_scheme = std::ranges::all_of(url.substr(0, slashes - 1), is_scheme_byte);
  return is_scheme ? url.substr(slashes + 2) : url;
}

std::string_view authority(std::string_view url) {
  const std::string_view rest = after_scheme(url);
  return rest.substr(0, rest.find_first_of("/?#\\"));
}

// ICU's mapping of names, whose tables are built once. Thread-safe.
const icu::IDNA* idna() {
  static const std::unique_ptr<icu::IDNA> kIdna = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::IDNA>(
        icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, error));
  }();
  return kIdna.get();
}

// Replaces `normal` by the ASCII form; false if IDNA has none.
bool to_ascii(std::string_view host, std::string& normal) {
  if (idna() == nullptr) return false;
  normal.clear();
  icu::StringByteSink<std::string> sink(&normal);
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  idna()->nameToASCII_UTF8({host.data(), static_cast<std::int32_t>(host.size())}, sink, info,
                           error);
  return U_SUCCESS(error) && !info.hasErrors();
}

bool is_public_suffix(std::string_view domain) {
  // libpsl wants a string that ends in a zero byte.
  char name[kHostBytesMax + 1];
  domain.copy(name, domain.size());
  name[domain.size()] = '\0';
  return psl_is_public_suffix2(psl_builtin(), name, PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE) != 0;
}

}  // namespace

std::string_view written_host(std::string_view url) {
  std::string_view host = authority(url);
  host.remove_prefix(std::min(host.rfind('@') + 1, host.size()));
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

void normalize_host(std::string_view host, std::string& normal) {
  while (host.ends_with('.')) host.remove_suffix(1);
  const bool is_converted =
      host.size() <= kHostBytesMax && !is_all_ascii(host) && to_ascii(host, normal);
  if (!is_converted) {
    normal.resize(host.size());
    std::ranges::transform(host, normal.begin(), to_lower);
  }
  while (normal.ends_with('.')) normal.pop_back();  // an ideographic full stop was one
}

bool is_ip_address(std::string_view host) {
  if (host.starts_with('[')) return true;
  const std::string_view last = host.substr(host.rfind('.') + 1);
  return !last.empty() && std::ranges::all_of(last, is_ascii_digit);
}

std::string_view parent_domain(std::string_view host) {
  const std::size_t dot = host.find('.');
  return dot == host.npos || is_ip_address(host) ? std::string_view() : host.substr(dot + 1);
}

std::string_view registered_domain(std::string_view host) {
  if (host.size() > kHostBytesMax || is_ip_address(host)) return {};
  // From the longest: the first suffix that is public has the registered name before it.
  std::string_view child;
  for (std::string_view domain = host; !domain.empty(); domain = parent_domain(domain)) {
    if (is_public_suffix(domain)) return child;
    child = domain;
  }
  return {};
}

std::string_view after_host(std::string_view url) {
  const std::string_view host = authority(url);
  return url.substr(static_cast<std::size_t>(host.data() + host.size() - url.data()));
}

}  // namespace tamis::text
