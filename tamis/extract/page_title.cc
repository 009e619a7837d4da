#include "tamis/extract/page_title.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "tamis/base/fnv.h"
#include "tamis/extract/ascii.h"
#include "tamis/extract/field_text.h"
#include "tamis/extract/heading_text.h"
#include "tamis/text/affixes.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ",
                                            " » ", " « ", "_",   "｜",  "－",   " -- "};

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t num_bytes = 0;
};

// What the names of Chinese sites end in.
constexpr std::string_view kSiteEnds[] = {"网",   "报",   "站",   "频道", "在线",  "论坛",
                                          "社区", "百科", "新闻", "博客", "客户端"};

// Bytes of the dash at `at` that parts the names of Chinese sites from titles, without spaces:
// "标题--人民网", "标题-中新网". 0 for one of a title, as that of "论文的题目-以北京为例".
std::size_t bare_dash_bytes(std::string_view title, std::size_t at) {
  const std::string_view rest = title.substr(at);
  if (!rest.starts_with('-') || is_ascii(title[at - 1])) return 0;
  const std::size_t num_bytes = rest.starts_with("--") ? 2 : 1;
  const std::string_view site = rest.substr(num_bytes);
  if (site.empty() || is_ascii(site.front())) return 0;
  return num_bytes == 2 || text::ends_with_any(site, kSiteEnds) ? num_bytes : 0;
}

Cut find_last_separator(std::string_view title) {
  constexpr std::string_view kFirstBytes = " _-\xEF";  // of all separators
  for (std::size_t at = title.find_last_of(kFirstBytes); at != title.npos && at > 0;
       at = title.find_last_of(kFirstBytes, at - 1)) {
    for (const std::string_view separator : kSeparators) {
      if (title.substr(at).starts_with(separator)) return {at, separator.size()};
    }
    const std::size_t dash_bytes = bare_dash_bytes(title, at);
    if (dash_bytes > 0) return {at, dash_bytes};
  }
  return {};
}

// "Title | Site" without " | Site". A title is longer than what is cut off, or is the <h1>.
std::string_view without_site_name(std::string_view title, std::string_view site_name,
                                   std::string_view heading) {
  for (int i = 0; i < 3; ++i) {
    const Cut cut = find_last_separator(title);
    if (cut.at == title.npos || cut.at == 0) break;
    const std::string_view kept = title.substr(0, cut.at);
    const std::string_view site = title.substr(cut.at + cut.num_bytes);
    if (title == heading) break;
    if (site != site_name && kept != heading && site.size() * 3 > kept.size() * 2) break;
    title = kept;
  }
  return title;
}

constexpr std::uint64_t kFirstCharacter = 0x3400;  // of CJK Extension A

// A character of Chinese, not the hash of a word.
bool is_character(std::uint64_t word) { return word >= kFirstCharacter && word <= 0x10FFFF; }

// Hashes of the different words of a title, in lower case, and the characters of Chinese; sorted.
std::vector<std::uint64_t> words_of(std::string_view title) {
  std::vector<std::uint64_t> words;
  bool is_in_word = false;
  for (title = text::prefix_within(title, kFieldBytesMax); !title.empty();) {
    const text::Decoded decoded = text::decode_code_point(title);
    const char first = title.front();
    const bool is_letter = is_ascii_alphanumeric(first);
    if (is_letter && !is_in_word) words.push_back(kFnvStart);
    if (is_letter) words.back() = fnv_step(words.back(), to_lower(first));
    if (decoded.code_point >= kFirstCharacter) words.push_back(decoded.code_point);
    is_in_word = is_letter;
    title.remove_prefix(decoded.num_bytes);
  }
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

// True if the one with fewer words shares half of them with the other; more than half where they
// are characters of Chinese, of which the most frequent are in any two titles.
bool is_similar(const std::vector<std::uint64_t>& words, const std::vector<std::uint64_t>& others) {
  std::size_t num_shared = 0;
  for (const std::uint64_t word : others) {
    if (std::ranges::binary_search(words, word)) ++num_shared;
  }
  const std::size_t fewer = std::min(words.size(), others.size());
  const bool is_chinese = std::ranges::any_of(words, is_character);
  return is_chinese ? num_shared * 2 > fewer : fewer > 0 && num_shared * 2 >= fewer;
}

struct Heading {
  std::string text;  // lines of one as one
  bool is_first_level = false;
  bool has_lines = false;
};

// The first <h1>, <h2> and <h3>.
std::vector<Heading> read_headings(const Blocks& blocks) {
  constexpr std::size_t kNumFirstLevelMax = 8;
  constexpr std::size_t kNumOthersMax = 32;
  std::vector<Heading> headings;
  std::size_t num_first_level = 0;
  std::size_t num_others = 0;
  std::uint32_t container = kNone;
  for (const Block& block : blocks.blocks) {
    const int level = heading_level(blocks.container_of(block).tag);
    if (level < 1 || level > 3) continue;
    const std::string_view line = text::prefix_within(blocks.text_of(block), kFieldBytesMax);
    if (block.container == container) {
      Heading& heading = headings.back();
      heading.has_lines = true;
      if (heading.text.size() < kFieldBytesMax) heading.text.append(" ").append(line);
      continue;
    }
    const bool is_first_level = level == 1;
    std::size_t& count = is_first_level ? num_first_level : num_others;
    if (count == (is_first_level ? kNumFirstLevelMax : kNumOthersMax)) continue;
    ++count;
    headings.push_back({.text = std::string(line), .is_first_level = is_first_level});
    container = block.container;
  }
  for (Heading& heading : headings) {
    heading.text = std::string(without_heading_tail(heading.text));
  }
  return headings;
}

// True for a heading that is the stated title with a word or a number to it: "Title:On Trees",
// "Crash on start #12".
bool is_labelled(std::string_view heading, std::string_view stated) {
  if (heading.size() <= stated.size()) return false;
  if (heading.ends_with(stated)) {
    const std::string_view label =
        trim_html_space(heading.substr(0, heading.size() - stated.size()));
    return label.ends_with(':') && label.find(' ') == label.npos;
  }
  const std::string_view number = trim_html_space(heading.substr(stated.size()));
  return heading.starts_with(stated) && number.starts_with('#') &&
         std::ranges::all_of(number.substr(1), is_ascii_digit);
}

// True for a third of the words or less, as those of a logo. In Chinese, where what is shared is
// more than half, it may be the name of the thing: 坊っちゃん of "夏目漱石 坊っちゃん".
bool is_fragment(const std::vector<std::uint64_t>& words,
                 const std::vector<std::uint64_t>& others) {
  return others.size() * 3 <= words.size() && std::ranges::none_of(others, is_character);
}

bool begins_with(std::string_view title, std::string_view heading) {
  return title.size() >= heading.size() &&
         std::ranges::equal(title.substr(0, heading.size()), heading, {}, to_lower, to_lower);
}

// True for a heading whose first or last lines are the stated title: "Culture<br>A long story".
bool has_as_lines(const Heading& heading, std::string_view stated) {
  const std::string_view text = heading.text;
  if (!heading.has_lines || stated.empty() || text.size() <= stated.size()) return false;
  return (text.starts_with(stated) && text[stated.size()] == ' ') ||
         (text.ends_with(stated) && text[text.size() - stated.size() - 1] == ' ');
}

// The first heading of the first level that may say the same as `cut`, which is `stated` without
// the site's name; empty if none does, and none that is the site's name.
std::string_view find_similar_heading(std::string_view cut, std::string_view stated,
                                      std::span<const Heading> headings) {
  std::vector<std::uint64_t> words;
  for (const Heading& first_level : headings) {
    if (!first_level.is_first_level) continue;
    const std::string_view heading = first_level.text;
    if (heading == cut) return heading;
    if (is_labelled(heading, cut) || has_as_lines(first_level, cut)) return cut;
    if (stated.ends_with(heading) && !cut.ends_with(heading)) continue;
    if (words.empty()) words = words_of(cut);
    const std::vector<std::uint64_t> others = words_of(heading);
    if (is_similar(words, others) && (begins_with(cut, heading) || !is_fragment(words, others))) {
      return heading;
    }
  }
  return {};
}

bool is_separated(std::string_view behind) {
  return std::ranges::any_of(
      kSeparators, [behind](std::string_view separator) { return behind.starts_with(separator); });
}

// Two headings that part the stated title at " » ", of which blogs put the site's name first,
// others last: the longer. Empty if it is none of these.
std::string_view find_heading_beside_site(std::string_view stated,
                                          std::span<const Heading> headings) {
  constexpr std::string_view kBehindSite = " » ";
  const std::size_t first_end = stated.find(kBehindSite);
  const std::size_t last_end = stated.rfind(kBehindSite);
  if (first_end == stated.npos) return {};
  const std::string_view first = stated.substr(0, first_end);
  const std::string_view last = stated.substr(last_end + kBehindSite.size());
  const auto is_shown = [headings](std::string_view part) {
    return std::ranges::find(headings, part, &Heading::text) != headings.end();
  };
  if (!is_shown(first) || !is_shown(last)) return {};
  return last.size() > first.size() ? last : first;
}

// The longest heading of any level that is all of the stated title, or most of it up to a
// separator: the name of a section is shown as well ("Python - How to sort"). Empty if there is
// none.
std::string_view find_stated_heading(std::string_view stated, std::span<const Heading> headings) {
  std::string_view longest;
  for (const Heading& heading : headings) {
    const std::string_view text = heading.text;
    if (text.size() <= longest.size() || !stated.starts_with(text)) continue;
    const std::string_view behind = stated.substr(text.size());
    if (behind.empty() || (is_separated(behind) && behind.size() < text.size())) longest = text;
  }
  return longest;
}

}  // namespace

std::string page_title(std::string_view stated, std::string_view site_name, const Blocks& blocks) {
  const std::vector<Heading> headings = read_headings(blocks);
  const auto first = std::ranges::find(headings, true, &Heading::is_first_level);
  const std::string_view heading = first == headings.end() ? std::string_view() : first->text;
  const std::string_view cut = without_site_name(stated, site_name, heading);
  const std::string_view stated_heading = find_stated_heading(stated, headings);
  std::string_view title = find_heading_beside_site(stated, headings);
  if (title.empty() && stated_heading == stated) title = stated;
  if (title.empty()) title = find_similar_heading(cut, stated, headings);
  if (title.empty()) title = stated_heading;
  if (title.empty() || title == site_name) title = cut;
  if (stated.empty()) title = heading;
  return std::string(text::prefix_within(title, kFieldBytesMax));
}

}  // namespace tamis::extract
