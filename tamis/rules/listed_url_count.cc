#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/rules/url_list.h"

namespace tamis::rules {
namespace {

// Prefixes are looked up no further than this, so that an endless address costs little; browsers
// and servers stop at about as much.
constexpr std::size_t kPrefixBytesMax = 2048;

struct Params {
  std::vector<std::string> urls;
  std::vector<std::string> files;
  std::vector<std::string> folders;
  std::string match = "prefix";
};

constexpr std::string_view kMatches[] = {"prefix", "exact"};

constexpr ParamSpec kParams[] = {
    param<&Params::urls>("urls", "Addresses that count, with or without http://."),
    param<&Params::files>(
        "files", "Files of such addresses, one a line; lines that begin with # are comments."),
    param<&Params::folders>("folders", "Folders of block lists: the file `urls` of each."),
    param<&Params::match>("match",
                          "prefix: an address counts for all below it, up to a / ? # or &; scheme, "
                          "port, www., a final / and %E7 for a byte of a Chinese letter make no "
                          "difference. exact: byte by byte.",
                          kMatches),
};

Result<void> keep(std::string_view url, std::string& normal) {
  normal = url;
  return {};
}

Result<void> normalize(std::string_view url, std::string& normal) {
  normalize_url(url, normal);
  return {};
}

struct Urls {
  text::StringSet set;
  bool is_exact = false;

  static Result<Urls> make(const Params& params, ReadFiles& files) {
    const bool is_exact = params.match == "exact";
    TAMIS_ASSIGN(text::StringSet set, read_url_list({.items = params.urls,
                                                     .files = params.files,
                                                     .folders = params.folders,
                                                     .file_of_folder = "urls"},
                                                    files, is_exact ? keep : normalize));
    return Urls{std::move(set), is_exact};
  }
};

double measure(const Passage& passage, const Urls& urls) {
  if (urls.set.size() == 0) return 0;
  if (urls.is_exact) return urls.set.contains(passage.url()) ? 1 : 0;
  std::string url;
  normalize_url(passage.url(), url);
  int num_listed = urls.set.contains(url) ? 1 : 0;
  const std::string_view looked_at = std::string_view(url).substr(0, kPrefixBytesMax);
  for (std::size_t end = looked_at.find_first_of("/?#&"); end != looked_at.npos;
       end = looked_at.find_first_of("/?#&", end + 1)) {
    if (urls.set.contains(looked_at.substr(0, end))) ++num_listed;
  }
  return num_listed;
}

constexpr std::string_view kLists[] = {"urls", "files", "folders"};
constexpr std::string_view kExampleUrls[] = {"news.example/casino", "https://博客.中国/用户/赌场"};

constexpr Example kExamples[] = {
    {.text = "Any text.", .url = "http://www.news.example:8080/casino/roulette", .kept = false},
    {.text = "Any text.", .url = "https://news.example/casino?page=2", .kept = false},
    {.text = "Any text.", .url = "http://news.example/casinos", .kept = true},
    {.text = "文章。", .url = "http://博客.中国/用户/赌场/", .kept = false},
    {.text = "文章。",
     .url = "http://博客.中国/%E7%94%A8%e6%88%b7/%E8%B5%8C%E5%9C%BA/1",
     .kept = false},
    {.text = "文章。", .url = "http://博客.中国/用户/老李", .kept = true},
    {.text = "Nobody knows where this comes from.", .kept = true},
};

}  // namespace

extern constinit const RuleSpec listed_url_count = rule({
    .name = "listed_url_count",
    .version = 2,
    .summary = "How many addresses of a list that the recipe names are the document's own, or "
               "stand above it.",
    .why = "Where one blog or section of a good site is bad, block lists name its address and not "
           "the domain. Such lists age fast. A list takes its own bytes and 6 to 12 more an "
           "address in memory.",
    .unit = "addresses",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Blacklists UT1, Universite Toulouse Capitole",
               .url = "https://dsi.ut-capitole.fr/blacklists/index_en.php",
               .where = "the files `urls`, as squidGuard reads them; datatrove's URLFilter with "
                        "match: exact"},
    .params = kParams,
    .lists = kLists,
    .example_list = kExampleUrls,
    .examples = kExamples,
    .measure = with_model<Params, Urls, measure>,
});

}  // namespace tamis::rules
