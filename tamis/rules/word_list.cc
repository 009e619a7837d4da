#include "tamis/rules/word_list.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "tamis/io/disk_file_system.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

constexpr std::int64_t kFileBytesMax = std::int64_t{64} << 20;

}  // namespace

Result<text::WordMatcher> make_word_matcher(std::string_view file,
                                            std::span<const std::string> words) {
  std::vector<std::string> all(words.begin(), words.end());
  if (!file.empty()) {
    TAMIS_ASSIGN(const std::string content,
                 io::DiskFileSystem().read_all(std::string(file), kFileBytesMax));
    std::vector<std::string_view> lines;
    text::split_lines(content, lines);
    for (const std::string_view line : lines) {
      const std::string_view word = text::trim(line);
      if (!word.empty() && !word.starts_with('#')) all.emplace_back(word);
    }
  }
  auto matcher = text::WordMatcher::make(all);
  if (!matcher && !file.empty()) return tl::unexpected(std::move(matcher).error().context(file));
  return matcher;
}

}  // namespace tamis::rules
