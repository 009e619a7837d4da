#include <array>

#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

// What RFC 3986 lets stand in an address: unreserved and reserved characters and the percent sign.
constexpr std::array<bool, 256> kOfUrl = [] {
  std::array<bool, 256> of_url = {};
  for (int i = 0; i < 128; ++i) {
    const char c = static_cast<char>(i);
    of_url[i] = is_ascii_alphanumeric(c);
  }
  for (const char c : std::string_view("-._~:/?#[]@!$&'()*+,;=%")) of_url[c] = true;
  return of_url;
}();

// How many bytes in front of "://" are "http" or "https".
std::size_t scheme_bytes(std::string_view before) {
  if (before.ends_with("https")) return 5;
  return before.ends_with("http") ? 4 : 0;
}

std::int64_t url_code_points(std::string_view text) {
  constexpr std::string_view kMark = "://";
  std::int64_t num_in_urls = 0;
  for (std::size_t at = text.find(kMark); at != text.npos; at = text.find(kMark, at)) {
    const std::size_t num_before = scheme_bytes(text.substr(0, at));
    const std::size_t begin = at + kMark.size();
    std::size_t end = begin;
    while (end < text.size() && kOfUrl[static_cast<unsigned char>(text[end])]) ++end;
    if (num_before == 0 || end == begin) {
      at = begin;
      continue;
    }
    num_in_urls += static_cast<std::int64_t>(num_before + end - at);  // ASCII alone
    at = end;
  }
  return num_in_urls;
}

double measure(const Passage& passage) {
  return ratio(url_code_points(passage.text()), passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river, which has ground flour since 1870, has a page of its own that "
             "tells its whole story: http://mill.org/",
     .kept = true},
    {.text = "See http://a.example/1 and https://b.example/2?x=3", .kept = false},
    {.text = "下载：https://pan.example.com/s/1abc，提取码见文末。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec url_code_point_ratio = rule({
    .name = "url_code_point_ratio",
    .version = 1,
    .summary = "Share of the text's code points that stand in addresses that begin with "
               "http:// or https://.",
    .why = "Link lists and spam are made of addresses; misleads on bibliographies. A "
           "full-width mark or a Chinese character ends an address.",
    .unit = "share of code points",
    .keep = {.max = 0.2},
    .source = {.work = "NVIDIA 2024 (NeMo Curator)",
               .url = "https://github.com/NVIDIA-NeMo/Curator",
               .where =
                   "UrlsFilter; all characters of RFC 3986, where the expression there stops at "
                   "some"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
