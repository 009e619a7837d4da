#include <algorithm>
#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/rules/url_list.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kLettersAndDigits =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

struct Params {
  std::vector<std::string> words;
  std::vector<std::string> files;
  bool matches_case = false;
};

constexpr ParamSpec kParams[] = {
    param<&Params::words>("words", "Words that count: ASCII letters and digits."),
    param<&Params::files>("files",
                          "Files of such words, one a line; lines that begin with # are comments."),
    param<&Params::matches_case>("matches_case",
                                 "Whether words of the address count in lower case alone, as in "
                                 "datatrove; the list is in lower case always."),
};

struct Words {
  text::StringSet set;
  bool matches_case = false;

  static Result<Words> make(const Params& params, ReadFiles& files) {
    TAMIS_ASSIGN(text::StringSet set, read_url_list({.items = params.words, .files = params.files},
                                                    files, normalize_listed_word));
    return Words{std::move(set), params.matches_case};
  }
};

// Words of an address are few and short; what the list holds of them is less.
double measure(const Passage& passage, const Words& words) {
  if (words.set.size() == 0) return 0;
  std::vector<std::string> found;
  std::string word;
  std::string_view rest = passage.url();
  while (!rest.empty()) {
    rest.remove_prefix(std::min(rest.find_first_of(kLettersAndDigits), rest.size()));
    const std::size_t end = std::min(rest.find_first_not_of(kLettersAndDigits), rest.size());
    if (words.matches_case) {
      word = rest.substr(0, end);
    } else {
      keep_letters_and_digits(rest.substr(0, end), word);
    }
    if (!word.empty() && words.set.contains(word)) found.push_back(word);
    rest.remove_prefix(end);
  }
  std::ranges::sort(found);
  return static_cast<double>(std::ranges::unique(found).begin() - found.begin());
}

constexpr std::string_view kLists[] = {"words", "files"};
constexpr std::string_view kExampleWords[] = {"casino", "dubo"};

constexpr Example kExamples[] = {
    {.text = "Any text.", .url = "http://best-Casino.example/", .kept = false},
    {.text = "Any text.", .url = "http://example.com/news?id=casino", .kept = false},
    {.text = "Any text.", .url = "http://mycasino.example/casinos", .kept = true},
    {.text = "文章。", .url = "http://www.dubo-8.example.cn/", .kept = false},
    {.text = "文章。", .url = "http://xinwen.example.cn/赌博", .kept = true},
    {.text = "Nobody knows where this comes from.", .kept = true},
};

}  // namespace

extern constinit const RuleSpec url_word_count = rule({
    .name = "url_word_count",
    .version = 1,
    .summary =
        "How many different words of the recipe's lists stand in the document's address, which "
        "is cut at all but ASCII letters and digits.",
    .why = "Sites tell in their address what they sell. One word that only such sites use is "
           "enough, of words with a second meaning published filters want two (max: 1). Words "
           "written together are not found: url_substring_count looks for those.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "appendix G.1, scores of words; datatrove's URLFilter with matches_case"},
    .params = kParams,
    .lists = kLists,
    .example_list = kExampleWords,
    .examples = kExamples,
    .measure = with_model<Params, Words, measure>,
});

}  // namespace tamis::rules
