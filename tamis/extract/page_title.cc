#include "tamis/extract/page_title.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "tamis/base/fnv.h"
#include "tamis/extract/ascii.h"
#include "tamis/extract/field_text.h"
#include "tamis/text/utf8.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ",
                                            " » ", " « ", "_",   "｜",  "－",   " -- "};

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t num_bytes = 0;
};

Cut find_last_separator(std::string_view title) {
  constexpr std::string_view kFirstBytes = " _\xEF";  // of all separators
  for (std::size_t at = title.find_last_of(kFirstBytes); at != title.npos && at > 0;
       at = title.find_last_of(kFirstBytes, at - 1)) {
    for (const std::string_view separator : kSeparators) {
      if (title.substr(at).starts_with(separator)) return {at, separator.size()};
    }
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

// Hashes of the different words of a title, in lower case, and of the characters of Chinese;
// sorted.
std::vector<std::uint64_t> words_of(std::string_view title) {
  std::vector<std::uint64_t> words;
  bool is_in_word = false;
  for (title = text::prefix_within(title, kFieldBytesMax); !title.empty();) {
    const text::Decoded decoded = text::decode_code_point(title);
    const char first = title.front();
    const bool is_letter = is_ascii_alphanumeric(first);
    if (is_letter && !is_in_word) words.push_back(kFnvStart);
    if (is_letter) words.back() = fnv_step(words.back(), to_lower(first));
    if (decoded.code_point >= 0x3400) words.push_back(decoded.code_point);
    is_in_word = is_letter;
    title.remove_prefix(decoded.num_bytes);
  }
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

// True if the one with fewer words shares half of them with the other.
bool is_similar(const std::vector<std::uint64_t>& words, const std::vector<std::uint64_t>& others) {
  std::size_t num_shared = 0;
  for (const std::uint64_t word : others) {
    if (std::ranges::binary_search(words, word)) ++num_shared;
  }
  const std::size_t fewer = std::min(words.size(), others.size());
  return fewer > 0 && num_shared * 2 >= fewer;
}

// The first heading that may say the same; empty if none does.
std::string_view find_similar_heading(std::string_view stated, const Blocks& blocks) {
  constexpr int kNumHeadingsMax = 8;
  std::vector<std::uint64_t> words;
  int num_headings = 0;
  for (const Block& block : blocks.blocks) {
    if (blocks.container_of(block).tag != Tag::kH1) continue;
    if (++num_headings > kNumHeadingsMax) break;
    const std::string_view heading = blocks.text_of(block);
    if (heading == stated) return heading;
    if (words.empty()) words = words_of(stated);
    if (is_similar(words, words_of(heading))) return heading;
  }
  return {};
}

std::string_view first_heading(const Blocks& blocks) {
  for (const Block& block : blocks.blocks) {
    if (blocks.container_of(block).tag == Tag::kH1) return blocks.text_of(block);
  }
  return {};
}

}  // namespace

std::string page_title(std::string_view stated, std::string_view site_name, const Blocks& blocks) {
  const std::string_view heading = first_heading(blocks);
  const std::string_view cut = without_site_name(stated, site_name, heading);
  std::string_view title = stated.empty() ? heading : find_similar_heading(cut, blocks);
  if (title.empty()) title = cut;
  return std::string(text::prefix_within(title, kFieldBytesMax));
}

}  // namespace tamis::extract
