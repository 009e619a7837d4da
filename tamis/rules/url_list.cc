#include "tamis/rules/url_list.h"

#include <algorithm>
#include <utility>

#include "tamis/base/ascii.h"
#include "tamis/base/percent_encoding.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/rules/list_file.h"
#include "tamis/text/url_host.h"

namespace tamis::rules {
namespace {

// The paths of all files, those in folders included.
Result<std::vector<std::string>> paths_of(const UrlListFiles& files) {
  std::vector<std::string> paths(files.files.begin(), files.files.end());
  for (const std::string& folder : files.folders) {
    TAMIS_ASSIGN(const auto entries, io::DiskFileSystem().entries(folder));
    for (const auto& entry : entries) {
      if (entry.name == files.file_of_folder) paths.push_back(folder + "/" + entry.name);
    }
  }
  return paths;
}

// "example.com" of "www.example.com" and "www2.example.com", but not of "www.com".
std::string_view without_www(std::string_view host) {
  if (!host.starts_with("www")) return host;
  const std::size_t dot = host.find_first_not_of("0123456789", 3);
  const bool is_prefix =
      dot != host.npos && host[dot] == '.' && host.find('.', dot + 1) != host.npos;
  return is_prefix ? host.substr(dot + 1) : host;
}

// Lists write Chinese paths as they are read, crawls as they are sent. Bytes of ASCII stay encoded:
// they may part an address.
void append_decoded(std::string_view path, std::string& normal) {
  while (!path.empty()) {
    const auto byte = percent_encoded_byte(path);
    const bool is_wide = byte && !is_ascii(*byte);
    normal += is_wide ? *byte : path.front();
    path.remove_prefix(is_wide ? kPercentEncodedBytes : 1);
  }
}

}  // namespace

Result<text::StringSet> read_url_list(const UrlListFiles& list, ReadFiles& files,
                                      void (*normalize)(std::string_view item,
                                                        std::string& normal)) {
  text::StringSet set;
  std::string normal;
  const auto take = [&](std::string_view item) -> Result<void> {
    normalize(item, normal);
    if (normal.empty() || normal.find('\0') != normal.npos) return {};
    if (!set.add(normal)) return fail(ErrorCode::kInvalidInput, "the list has more than 4 GiB");
    return {};
  };
  for (const std::string& item : list.items) TAMIS_TRY(take(item));
  TAMIS_ASSIGN(const std::vector<std::string> paths, paths_of(list));
  for (const std::string& path : paths) TAMIS_TRY(read_list(path, files, take));
  set.shrink();
  return set;
}

void normalize_url(std::string_view url, std::string& normal) {
  std::string host;
  text::normalize_host(text::written_host(url), host);
  normal = without_www(host);
  append_decoded(text::after_host(url), normal);
  if (normal.ends_with('/')) normal.pop_back();
}

void keep_letters_and_digits(std::string_view text, std::string& normal) {
  normal.clear();
  for (const char c : text) {
    if (is_ascii_alphanumeric(c)) normal += to_lower(c);
  }
}

}  // namespace tamis::rules
