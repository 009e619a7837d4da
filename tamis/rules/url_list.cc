#include "tamis/rules/url_list.h"

#include <algorithm>
#include <utility>

#include "tamis/base/ascii.h"
#include "tamis/base/percent_encoding.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/rules/list_file.h"
#include "tamis/text/lines.h"
#include "tamis/text/url_host.h"

namespace tamis::rules {
namespace {

bool is_category_file(std::string_view name) { return name == "domains" || name == "urls"; }

// As of the folder above the categories: nothing would be found by it.
Error no_category(const std::string& folder) {
  return {ErrorCode::kInvalidInput,
          "no category of a block list: neither `domains` nor `urls` is in it; name the folders "
          "that hold these, one for each category: " +
              folder};
}

// The paths of all files, those in folders included.
Result<std::vector<std::string>> paths_of(const UrlListFiles& files) {
  std::vector<std::string> paths(files.files.begin(), files.files.end());
  for (const std::string& folder : files.folders) {
    TAMIS_ASSIGN(const auto entries, io::DiskFileSystem().entries(folder));
    bool is_category = false;
    for (const auto& entry : entries) {
      is_category = is_category || is_category_file(entry.name);
      if (entry.name == files.file_of_folder) paths.push_back(folder + "/" + entry.name);
    }
    if (!is_category) return tl::unexpected(no_category(folder));
  }
  if (paths.empty() && files.items.empty() && !files.folders.empty())
    return fail(ErrorCode::kNotFound, "no folder holds a file `" +
                                          std::string(files.file_of_folder) +
                                          "`: take this step away, or give it another list; the "
                                          "first is " +
                                          files.folders.front());
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

constexpr std::string_view kSpaces = " \t";

// "casino.example" of "casino.example  # gambling". A # that nothing stands before is of the entry.
std::string_view without_comment(std::string_view entry) {
  for (std::size_t hash = entry.find('#'); hash != entry.npos; hash = entry.find('#', hash + 1)) {
    if (hash > 0 && kSpaces.find(entry[hash - 1]) != kSpaces.npos)
      return text::trim(entry.substr(0, hash));
  }
  return entry;
}

// The name of a line of a hosts file, "0.0.0.0 spin.example"; other entries as they are.
std::string_view without_address(std::string_view entry) {
  const std::size_t space = entry.find_first_of(kSpaces);
  if (space == entry.npos) return entry;
  const std::string_view address = entry.substr(0, space);
  const bool is_address = text::is_ip_address(address) || address.find("::") != address.npos;
  return is_address ? text::trim(entry.substr(space)) : entry;
}

// The name in "||slots.example^$third-party"; other entries as they are.
std::string_view without_filter_marks(std::string_view entry) {
  if (!entry.starts_with("||")) return entry;
  entry.remove_prefix(2);
  const std::size_t end = entry.find_first_of("^$");
  const bool has_options_only =
      end != entry.npos && (entry[end] == '$' || end + 1 == entry.size() || entry[end + 1] == '$' ||
                            entry[end + 1] == '|');
  return has_options_only ? entry.substr(0, end) : entry;
}

}  // namespace

Result<void> normalize_listed_domain(std::string_view entry, std::string& normal) {
  normal.clear();
  if (entry.starts_with('!') || entry.starts_with("[Adblock")) return {};
  const std::string_view item = without_filter_marks(without_address(without_comment(entry)));
  std::string_view host = text::written_host(item);
  const std::string_view path = text::after_host(item);
  if (host.starts_with("*.")) host.remove_prefix(2);
  if (host.starts_with('.')) host.remove_prefix(1);
  if (!path.empty() && path != "/")
    return fail(ErrorCode::kInvalidInput,
                "a domain has no path; addresses are for listed_url_count: " + std::string(entry));
  const bool is_host =
      host.starts_with('[') ||
      (!host.empty() && host.find_first_of(" \t*^|@!$&()+,;='\"<>{}[]%\\`~#") == host.npos);
  if (!is_host)
    return fail(ErrorCode::kInvalidInput,
                "no domain; write one a line, as casino.example: " + std::string(entry));
  text::normalize_host(host, normal);
  return {};
}

Result<text::StringSet> read_url_list(const UrlListFiles& list, ReadFiles& files,
                                      Result<void> (*normalize)(std::string_view item,
                                                                std::string& normal)) {
  text::StringSet set;
  std::string normal;
  const auto take = [&](std::string_view item) -> Result<void> {
    TAMIS_TRY(normalize(item, normal));
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

Result<void> normalize_listed_word(std::string_view entry, std::string& normal) {
  keep_letters_and_digits(entry, normal);
  if (!normal.empty()) return {};
  return fail(ErrorCode::kInvalidInput,
              "of addresses only ASCII letters and digits are looked at, and this has none; write "
              "it as addresses do (pinyin, or xn--... of a domain): " +
                  std::string(entry));
}

}  // namespace tamis::rules
