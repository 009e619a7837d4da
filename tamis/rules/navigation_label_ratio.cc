#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> labels = {"home",
                                     "homepage",
                                     "main page",
                                     "about",
                                     "about us",
                                     "contact",
                                     "contact us",
                                     "sitemap",
                                     "site map",
                                     "search",
                                     "menu",
                                     "main menu",
                                     "navigation",
                                     "skip to content",
                                     "skip to main content",
                                     "skip navigation",
                                     "back",
                                     "back to top",
                                     "top",
                                     "next",
                                     "previous",
                                     "prev",
                                     "next page",
                                     "previous page",
                                     "next post",
                                     "previous post",
                                     "next article",
                                     "previous article",
                                     "older posts",
                                     "newer posts",
                                     "first",
                                     "last",
                                     "log in",
                                     "login",
                                     "log out",
                                     "sign in",
                                     "sign up",
                                     "sign out",
                                     "register",
                                     "my account",
                                     "subscribe",
                                     "newsletter",
                                     "share",
                                     "share this",
                                     "share on facebook",
                                     "share on twitter",
                                     "tweet",
                                     "facebook",
                                     "twitter",
                                     "instagram",
                                     "linkedin",
                                     "pinterest",
                                     "youtube",
                                     "whatsapp",
                                     "reddit",
                                     "email",
                                     "e-mail",
                                     "email this",
                                     "print",
                                     "print this page",
                                     "rss",
                                     "comments",
                                     "no comments",
                                     "leave a comment",
                                     "leave a reply",
                                     "add a comment",
                                     "post a comment",
                                     "reply",
                                     "like",
                                     "read more",
                                     "learn more",
                                     "more",
                                     "show more",
                                     "load more",
                                     "view more",
                                     "see more",
                                     "view all",
                                     "see all",
                                     "continue reading",
                                     "click here",
                                     "related",
                                     "related posts",
                                     "related articles",
                                     "you may also like",
                                     "recommended for you",
                                     "trending",
                                     "most read",
                                     "popular posts",
                                     "recent posts",
                                     "recent comments",
                                     "categories",
                                     "tags",
                                     "archives",
                                     "faq",
                                     "faqs",
                                     "help",
                                     "support",
                                     "shop",
                                     "cart",
                                     "add to cart",
                                     "checkout",
                                     "wishlist",
                                     "add to wishlist",
                                     "terms",
                                     "terms of use",
                                     "terms of service",
                                     "privacy",
                                     "privacy policy",
                                     "cookie policy",
                                     "disclaimer",
                                     "advertise",
                                     "advertisement",
                                     "advertisements",
                                     "careers",
                                     "download",
                                     "close",
                                     "cancel",
                                     "submit",
                                     "ok",
                                     "yes",
                                     "no",
                                     "edit",
                                     "delete",
                                     "report",
                                     "report abuse",
                                     "copy link",
                                     "follow us",
                                     "follow",
                                     "all rights reserved"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::labels>("labels", "What counts, as whole items, in lower case."),
};

struct Labels {
  std::unordered_set<std::string> items;
  std::size_t num_bytes_max = 0;

  static Result<Labels> make(const Params& params) {
    Labels labels;
    for (const std::string& label : params.labels) {
      labels.items.insert(label);
      labels.num_bytes_max = std::max(labels.num_bytes_max, label.size());
    }
    return labels;
  }

  bool hold(std::string_view item) const {
    if (item.size() > num_bytes_max) return false;
    std::string lower(item);
    for (char& byte : lower) {
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
    }
    return items.contains(lower);
  }
};

constexpr std::string_view kSeparators[] = {"|", "·", "•", "»", "«", "›", "‹", "→", "←", ">", "/"};
constexpr std::size_t kLineBytesMax = 400;  // longer lines are no menus

constexpr std::array<bool, 256> kMayBeginSeparator = [] {
  std::array<bool, 256> may_begin = {};
  for (const std::string_view separator : kSeparators) {
    may_begin[static_cast<unsigned char>(separator.front())] = true;
  }
  return may_begin;
}();

// How many bytes of a separator `text` begins with.
std::size_t separator_bytes(std::string_view text) {
  if (!kMayBeginSeparator[static_cast<unsigned char>(text.front())]) return 0;
  for (const std::string_view separator : kSeparators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return 0;
}

// Takes the first item, with the separator behind it, off `line`.
std::string_view take_item(std::string_view& line) {
  std::size_t end = 0;
  while (end < line.size() && separator_bytes(line.substr(end)) == 0) ++end;
  const std::string_view item = line.substr(0, end);
  line.remove_prefix(end);
  if (!line.empty()) line.remove_prefix(separator_bytes(line));
  return item;
}

// An item without what decorates it: "Share this:", "Read more...", "[Next]".
std::string_view bare(std::string_view item) {
  constexpr std::string_view kMarks = " \t\r.:!?…[]()*-+";
  const std::size_t begin = item.find_first_not_of(kMarks);
  if (begin == item.npos) return {};
  return item.substr(begin, item.find_last_not_of(kMarks) + 1 - begin);
}

double measure(const Passage& passage, const Labels& labels) {
  std::string_view line = text::trim(passage.text());
  if (line.size() > kLineBytesMax) return 0;
  std::int64_t num_items = 0;
  std::int64_t num_labels = 0;
  while (!line.empty()) {
    const std::string_view item = bare(take_item(line));
    if (item.empty()) continue;
    ++num_items;
    num_labels += labels.hold(item) ? 1 : 0;
  }
  return ratio(num_labels, num_items);
}

constexpr Example kExamples[] = {
    {.text = "Home | News | About us | Contact\nThe mill was built in 1820.\nRead more...",
     .left = "The mill was built in 1820."},
    {.text = "Year | Mills | Help\n1820 | 45 | 300\n1834 | 12 | 310",
     .left = "Year | Mills | Help\n1820 | 45 | 300\n1834 | 12 | 310"},
    {.text = "磨坊建于一八二〇年。\n« Previous | Next »", .left = "磨坊建于一八二〇年。"},
};

}  // namespace

extern constinit const RuleSpec navigation_label_ratio = rule({
    .name = "navigation_label_ratio",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Share of a line's items, set apart by | · » / and their kin, that are labels of "
               "menus and buttons.",
    .why = "What is left of menus, share buttons and pagers says nothing; misleads on a heading "
           "that is such a word, as \"Comments\".",
    .unit = "share of items",
    .keep = {.max = 0.4},
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "section 3.2 and appendix G.2, line-wise corrections; the labels are ours"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Labels, measure>,
});

}  // namespace tamis::rules
