#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/rules/url_list.h"
#include "tamis/text/url_host.h"

namespace tamis::rules {
namespace {

// Longer than any name that can be looked up: 253 bytes.
constexpr std::size_t kHostBytesMax = 1024;

struct Params {
  std::vector<std::string> domains;
  std::vector<std::string> files;
  std::vector<std::string> folders;
  std::string parents = "all";
};

constexpr std::string_view kParents[] = {"all", "registered"};

constexpr ParamSpec kParams[] = {
    param<&Params::domains>("domains", "Domains that count; with each all below it."),
    param<&Params::files>("files",
                          "Files of such domains, one a line; lines that begin with # are "
                          "comments. The forms of hosts "
                          "files and of AdBlock are read, too."),
    param<&Params::folders>("folders", "Folders of block lists: the file `domains` of each."),
    param<&Params::parents>("parents",
                            "What is looked for besides the host. all: every domain above it. "
                            "registered: the one that was registered, by publicsuffix.org.",
                            kParents),
};

struct Domains {
  text::StringSet set;
  bool is_registered_only = false;

  static Result<Domains> make(const Params& params, ReadFiles& files) {
    TAMIS_ASSIGN(text::StringSet set, read_url_list({.items = params.domains,
                                                     .files = params.files,
                                                     .folders = params.folders,
                                                     .file_of_folder = "domains"},
                                                    files, normalize_listed_domain));
    return Domains{std::move(set), params.parents == "registered"};
  }
};

double measure(const Passage& passage, const Domains& domains) {
  if (domains.set.size() == 0) return 0;
  std::string host;
  text::normalize_host(text::written_host(passage.url()), host);
  if (host.size() > kHostBytesMax) return 0;
  int num_listed = 0;
  if (domains.is_registered_only) {
    const std::string_view registered = text::registered_domain(host);
    num_listed = domains.set.contains(host) ? 1 : 0;
    if (registered != host && domains.set.contains(registered)) ++num_listed;
  } else {
    for (std::string_view name = host; !name.empty(); name = text::parent_domain(name)) {
      if (domains.set.contains(name)) ++num_listed;
    }
  }
  return num_listed;
}

constexpr std::string_view kLists[] = {"domains", "files", "folders"};
constexpr std::string_view kExampleDomains[] = {"casino.example", "赌场.中国"};

constexpr Example kExamples[] = {
    {.text = "Any text.", .url = "http://www.casino.example/news", .kept = false},
    {.text = "Any text.", .url = "https://user@CASINO.example.:8080/", .kept = false},
    {.text = "Any text.", .url = "http://mycasino.example/casino.example", .kept = true},
    {.text = "文章。", .url = "http://www.xn--mes317j.xn--fiqs8s/", .kept = false},
    {.text = "文章。", .url = "http://新闻.中国/赌场.中国", .kept = true},
    {.text = "Nobody knows where this comes from.", .kept = true},
};

}  // namespace

extern constinit const RuleSpec listed_domain_count = rule({
    .name = "listed_domain_count",
    .version = 1,
    .summary = "How many of the document's host and the domains above it are on a list that the "
               "recipe names.",
    .why = "Block lists by category (adult, gambling, malware) take out sites whose pages no rule "
           "on text tells from others. Lists age and over-reach: a blog host on a list takes all "
           "its blogs with it. A list takes its own bytes and 6 to 12 more a domain in memory.",
    .unit = "domains",
    .scale = Scale::kCount,
    .keep = {.max = 0},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "appendix G.1, the domain block list; datatrove's URLFilter with "
                        "parents: registered"},
    .params = kParams,
    .lists = kLists,
    .example_list = kExampleDomains,
    .examples = kExamples,
    .measure = with_model<Params, Domains, measure>,
});

}  // namespace tamis::rules
