#include "tamis/rules/word_list.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "tamis/io/disk_file_system.h"
#include "tamis/text/lines.h"
#include "tamis/text/utf8.h"

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

double matched_code_point_ratio(const text::WordMatcher& matcher, const Passage& passage) {
  std::vector<text::WordMatcher::Match> matches;  // without memory for nearly all passages
  matcher.find(passage.text(), matches);
  std::size_t num_inside = 0;
  for (const auto& match : matches) {
    num_inside += text::count_code_points(passage.text().substr(match.begin, match.num_bytes));
  }
  return ratio(static_cast<std::int64_t>(num_inside), passage.num_code_points());
}

}  // namespace tamis::rules
