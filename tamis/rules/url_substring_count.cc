#include <cstdint>
#include <string>
#include <vector>

#include "tamis/rules/list_file.h"
#include "tamis/rules/rule.h"
#include "tamis/rules/url_list.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> substrings;
  std::vector<std::string> files;
};

constexpr ParamSpec kParams[] = {
    param<&Params::substrings>("substrings", "What counts: ASCII letters and digits."),
    param<&Params::files>(
        "files", "Files of such strings, one a line; lines that begin with # are comments."),
};

struct Substrings {
  text::WordMatcher matcher;

  static Result<Substrings> make(const Params& params, ReadFiles& files) {
    std::vector<std::string> all;
    std::string normal;
    const auto take = [&](std::string_view substring) -> Result<void> {
      TAMIS_TRY(normalize_listed_word(substring, normal));
      all.push_back(normal);
      return {};
    };
    for (const std::string& substring : params.substrings) TAMIS_TRY(take(substring));
    for (const std::string& path : params.files) TAMIS_TRY(read_list(path, files, take));
    TAMIS_ASSIGN(text::WordMatcher matcher, text::WordMatcher::make(all, {}, text::Borders::kNone));
    return Substrings{std::move(matcher)};
  }
};

double measure(const Passage& passage, const Substrings& substrings) {
  std::string url;
  keep_letters_and_digits(passage.url(), url);
  std::int64_t num_matches = 0;
  substrings.matcher.for_each_match(url, [&](const text::WordMatch&) { ++num_matches; });
  return static_cast<double>(num_matches);
}

constexpr std::string_view kLists[] = {"substrings", "files"};
constexpr std::string_view kExampleSubstrings[] = {"freecasino", "duboji"};

constexpr Example kExamples[] = {
    {.text = "Any text.", .url = "http://my-free-casino24.example/", .kept = false},
    {.text = "Any text.", .url = "http://example.com/FREE_casinos", .kept = false},
    {.text = "Any text.", .url = "http://example.com/casino-free", .kept = true},
    {.text = "文章。", .url = "http://www.du-bo-ji.example.cn/", .kept = false},
    {.text = "文章。", .url = "http://新闻.example.cn/dubo", .kept = true},
    {.text = "Nobody knows where this comes from.", .kept = true},
};

}  // namespace

extern constinit const RuleSpec url_substring_count = rule({
    .name = "url_substring_count",
    .version = 1,
    .summary =
        "How often strings of the recipe's lists occur in the ASCII letters and digits of the "
        "document's address.",
    .why = "Addresses write words together or cut them by hyphens to be found, or not to be. "
           "Strings must be long: short ones stand inside harmless words, and across two of them.",
    .unit = "strings",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "appendix G.1, strict sub-words; datatrove's URLFilter"},
    .params = kParams,
    .lists = kLists,
    .example_list = kExampleSubstrings,
    .examples = kExamples,
    .measure = with_model<Params, Substrings, measure>,
});

}  // namespace tamis::rules
