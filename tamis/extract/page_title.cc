#include "tamis/extract/page_title.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "tamis/base/fnv.h"
#include "tamis/extract/ascii.h"
#include "tamis/extract/chinese_spacing.h"
#include "tamis/extract/field_text.h"
#include "tamis/extract/heading_text.h"
#include "tamis/text/affixes.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ", " » ",
                                            " « ", "_",   "｜",  "－",  " -- ", " • "};

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

// "kmem_cache": Chinese sites alone part their names from titles by "_" without spaces.
bool is_inside_name(std::string_view title, std::size_t at) {
  return title[at] == '_' && at + 1 < title.size() && is_ascii_alphanumeric(title[at - 1]) &&
         is_ascii_alphanumeric(title[at + 1]) && is_all_ascii(title);
}

Cut find_last_separator(std::string_view title, std::string_view site_name) {
  constexpr std::string_view kFirstBytes = " _-\xEF";  // of all separators
  for (std::size_t at = title.find_last_of(kFirstBytes); at != title.npos && at > 0;
       at = title.find_last_of(kFirstBytes, at - 1)) {
    if (is_inside_name(title, at) && title.substr(at + 1) != site_name) continue;
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
    const Cut cut = find_last_separator(title, site_name);
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

// As is_like_title(): the most frequent characters of Chinese are in any two titles.
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
  std::vector<std::size_t> line_ends = {};  // in `text`, of all lines but the last
};

// The box of the heading that a block is of, also inside of a box of its own: <h1><div>; kNone if
// it is of none of the first levels.
std::uint32_t heading_of(const Blocks& blocks, const Block& block) {
  static const BlockTags kHeadings = block_tag_bit(Tag::kH1) | block_tag_bit(Tag::kH2) |
                                     block_tag_bit(Tag::kH3) | block_tag_bit(Tag::kH4);
  std::uint32_t box = block.container;
  if ((blocks.containers[box].tags_above & kHeadings) == 0) return kNone;
  while ((block_tag_bit(blocks.containers[box].tag) & kHeadings) == 0)
    box = blocks.containers[box].parent;
  return box;
}

// The first <h1>, and of <h2> to <h4>.
std::vector<Heading> read_headings(const Blocks& blocks) {
  constexpr std::size_t kNumFirstLevelMax = 8;
  constexpr std::size_t kNumOthersMax = 32;
  std::vector<Heading> headings;
  std::size_t num_first_level = 0;
  std::size_t num_others = 0;
  std::uint32_t container = kNone;
  for (const Block& block : blocks.blocks) {
    const std::uint32_t box = heading_of(blocks, block);
    if (box == kNone) continue;
    const std::string_view line = text::prefix_within(blocks.text_of(block), kFieldBytesMax);
    if (box == container) {
      Heading& heading = headings.back();
      if (heading.text.size() >= kFieldBytesMax) continue;
      heading.line_ends.push_back(heading.text.size());
      const bool touches = block.follows_break && is_set_without_space(heading.text, line);
      heading.text.append(touches ? "" : " ").append(line);
      continue;
    }
    const bool is_first_level = blocks.containers[box].tag == Tag::kH1;
    std::size_t& count = is_first_level ? num_first_level : num_others;
    if (count == (is_first_level ? kNumFirstLevelMax : kNumOthersMax)) continue;
    ++count;
    headings.push_back({.text = std::string(line), .is_first_level = is_first_level});
    container = box;
  }
  for (Heading& heading : headings) {
    const std::string_view shown = without_heading_tail(heading.text);
    const auto num_before = static_cast<std::size_t>(shown.data() - heading.text.data());
    for (std::size_t& end : heading.line_ends) end -= std::min(end, num_before);
    std::erase_if(heading.line_ends, [shown](std::size_t end) { return end >= shown.size(); });
    heading.text = std::string(shown);
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

// True for a third of the words or less, as those of a logo.
bool is_fragment(const std::vector<std::uint64_t>& words,
                 const std::vector<std::uint64_t>& others) {
  return others.size() * 3 <= words.size();
}

// "Rain" of "Rain: all of its names", but not "解决" of "解决依赖报错".
bool begins_with(std::string_view title, std::string_view heading) {
  if (!starts_with_ignoring_case(title, heading)) return false;
  if (title.size() == heading.size()) return true;
  return !text::is_letter(text::decode_code_point(title.substr(heading.size())).code_point);
}

// True for a heading whose first or last lines are the stated title: "Culture<br>A long story".
bool has_as_lines(const Heading& heading, std::string_view stated) {
  const std::string_view text = heading.text;
  if (stated.empty()) return false;
  return std::ranges::any_of(heading.line_ends, [&](std::size_t end) {
    return text.substr(0, end) == stated || trim_html_space(text.substr(end)) == stated;
  });
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

// The bytes of the mark that begins the end of a stated title, behind what a heading says of it; 0
// if none does. Behind Chinese the name of a site may follow with nothing but a mark.
std::size_t separator_bytes(std::string_view heading, std::string_view behind) {
  constexpr std::string_view kBareMarks[] = {"-", ",", "·", "丨", "＿", "|", "，", " ("};
  for (const std::string_view separator : kSeparators) {
    if (behind.starts_with(separator)) return separator.size();
  }
  for (const std::string_view mark : kBareMarks) {
    if (!is_ascii(heading.back()) && behind.starts_with(mark)) return mark.size();
  }
  return 0;
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
// separator: the name of a section is shown as well ("Python - How to sort"). What follows may be
// longer if it is a heading, too, as the name of a book, and twice as long behind an <h1>. Empty if
// there is none.
std::string_view find_stated_heading(std::string_view stated, std::span<const Heading> headings) {
  std::string_view longest;
  for (const Heading& heading : headings) {
    const std::string_view text = heading.text;
    if (text.size() <= longest.size() || !stated.starts_with(text)) continue;
    const std::string_view behind = stated.substr(text.size());
    const std::size_t num_bytes = separator_bytes(text, behind);
    const std::size_t num_bytes_max = heading.is_first_level ? 2 * text.size() : text.size();
    const auto is_behind = [&](const Heading& other) {
      return other.is_first_level && other.text == behind.substr(num_bytes);
    };
    const bool is_most = num_bytes > 0 && behind.size() < num_bytes_max;
    if (behind.empty() || is_most || (num_bytes > 0 && std::ranges::any_of(headings, is_behind)))
      longest = text;
  }
  return longest;
}

}  // namespace

bool is_like_title(std::string_view title, std::string_view other) {
  return is_similar(words_of(title), words_of(other));
}

std::string_view without_site_in_front(std::string_view title, std::string_view site_name) {
  if (site_name.empty() || !title.starts_with(site_name)) return title;
  const std::string_view rest = title.substr(site_name.size());
  for (const std::string_view separator : kSeparators) {
    if (rest.starts_with(separator) && rest.size() > separator.size())
      return rest.substr(separator.size());
  }
  return title;
}

std::string page_title(std::string_view stated, std::string_view site_name, const Blocks& blocks) {
  const std::vector<Heading> headings = read_headings(blocks);
  const auto first = std::ranges::find(headings, true, &Heading::is_first_level);
  const std::string_view heading = first == headings.end() ? std::string_view() : first->text;
  const std::string_view cut = without_site_name(stated, site_name, heading);
  const std::string_view stated_heading = find_stated_heading(stated, headings);
  std::string_view title = find_heading_beside_site(stated, headings);
  if (title.empty() && stated_heading == stated) title = stated;
  const auto is_shown_first = [stated_heading](const Heading& shown) {
    return shown.is_first_level && shown.text == stated_heading;
  };
  if (title.empty() && std::ranges::any_of(headings, is_shown_first)) title = stated_heading;
  if (title.empty()) {
    title = find_similar_heading(cut, stated, headings);
    const bool is_logo = title.size() < stated.size() && stated.ends_with(title);
    if (title.empty() || (is_logo && !stated_heading.empty())) title = stated_heading;
  }
  if (title.empty() || title == site_name) title = cut;
  if (stated.empty()) title = heading;
  return std::string(text::prefix_within(title, kFieldBytesMax));
}

}  // namespace tamis::extract
