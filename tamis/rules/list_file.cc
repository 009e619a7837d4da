#include "tamis/rules/list_file.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "tamis/io/content_hash.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/text/lines.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

// Five million domains take a tenth of this.
constexpr std::int64_t kFileBytesMax = std::int64_t{1} << 30;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// `is_empty` becomes false if the line is an entry.
Result<void> take_line(std::string_view line,
                       const std::function<Result<void>(std::string_view line)>& take,
                       bool& is_empty) {
  if (!text::is_valid_utf8(line))
    return fail(ErrorCode::kInvalidInput, "the line is not UTF-8; convert the file, say by iconv");
  line = text::trim(line);
  if (line.empty() || line.starts_with('#')) return {};
  is_empty = false;
  return take(line);
}

}  // namespace

Result<void> read_list(const std::string& path, ReadFiles& files,
                       const std::function<Result<void>(std::string_view line)>& take) {
  TAMIS_ASSIGN(const std::string content, io::DiskFileSystem().read_all(path, kFileBytesMax));
  files.push_back({.path = path, .xxh3_128 = io::content_hash(content), .is_empty = true});
  std::string_view rest = content;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  for (std::int64_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    auto taken = take_line(rest.substr(0, end), take, files.back().is_empty);
    if (!taken)
      return tl::unexpected(std::move(taken).error().context(path + ":" + std::to_string(number)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

}  // namespace tamis::rules
