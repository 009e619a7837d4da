#include "tamis/extract/url_reference.h"

#include <fmt/format.h>

#include <algorithm>

#include "tamis/extract/ascii.h"

namespace tamis::extract {
namespace {

// Addresses longer than this are no use to anyone; crawlers and browsers cut at 2 to 8 kB.
constexpr std::size_t kUrlBytesMax = 4096;

bool is_web_address(std::string_view url) {
  return starts_with_ignoring_case(url, "http://") || starts_with_ignoring_case(url, "https://");
}

// "mailto:", "javascript:": a scheme ends at a colon before any slash, and starts with a letter.
bool has_scheme(std::string_view reference) {
  const std::size_t end = reference.find_first_of(":/?#");
  return end != reference.npos && end > 0 && reference[end] == ':' &&
         is_ascii_letter(reference.front());
}

// Where the path of an http address begins; its end if it has none.
std::size_t path_begin(std::string_view url) {
  const std::size_t host = url.find("//") + 2;
  return std::min(url.find_first_of("/?#", host), url.size());
}

// Requires: `url` begins as a web address does.
bool has_host(std::string_view url) { return path_begin(url) > url.find("//") + 2; }

// Section 5.2.4: "/a/./b/../c" is "/a/c". Requires: `path` begins with a slash.
std::string without_dot_segments(std::string_view path) {
  std::string kept;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(1, end - 1);
    path.remove_prefix(end);
    const bool is_dots = segment == "." || segment == "..";
    if (segment == "..") kept.resize(std::min(kept.size(), kept.rfind('/')));
    if (!is_dots) kept.append("/").append(segment);
    if (is_dots && path.empty()) kept += '/';
  }
  return kept;
}

// Without its fragment, line ends and tabs, and without spaces at the ends of what is left.
std::string cleaned(std::string_view reference) {
  std::string clean;
  for (const char byte : reference.substr(0, reference.find('#'))) {
    if (byte != '\n' && byte != '\r' && byte != '\t') clean += byte;
  }
  return std::string(trim_html_space(clean));
}

// Requires: `base` begins as a web address does.
std::string resolve_relative(std::string_view base, std::string_view clean) {
  if (clean.empty()) return std::string(base);
  if (clean.starts_with("//"))
    return fmt::format("{}{}", base.substr(0, base.find(':') + 1), clean);
  const std::size_t root = path_begin(base);
  const std::size_t query = std::min(base.find('?', root), base.size());
  if (clean.starts_with('?')) return fmt::format("{}{}", base.substr(0, query), clean);
  const std::string_view base_path = base.substr(root, query - root);
  const std::string_view folder = base_path.substr(0, base_path.rfind('/') + 1);
  const std::size_t own_query = std::min(clean.find('?'), clean.size());
  std::string path(clean.starts_with('/') ? "" : folder.empty() ? "/" : folder);
  path.append(clean, 0, own_query);
  return fmt::format("{}{}{}", base.substr(0, root), without_dot_segments(path),
                     clean.substr(own_query));
}

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  if (reference.size() > kUrlBytesMax || base.size() > kUrlBytesMax) return {};
  std::string resolved = cleaned(reference);
  if (!is_web_address(resolved)) {
    const std::string clean_base = cleaned(base);
    if (has_scheme(resolved) || !is_web_address(clean_base)) return {};
    resolved = resolve_relative(clean_base, resolved);
  }
  return has_host(resolved) ? resolved : "";
}

}  // namespace tamis::extract
