#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"
#include "tamis/text/affixes.h"
#include "tamis/text/lines.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> labels = {"about us",
                                     "contact us",
                                     "sitemap",
                                     "site map",
                                     "main menu",
                                     "skip to content",
                                     "skip to main content",
                                     "skip navigation",
                                     "back to top",
                                     "next page",
                                     "previous page",
                                     "next post",
                                     "previous post",
                                     "next article",
                                     "previous article",
                                     "older posts",
                                     "newer posts",
                                     "log in",
                                     "login",
                                     "log out",
                                     "sign in",
                                     "sign up",
                                     "sign out",
                                     "my account",
                                     "share this",
                                     "share on facebook",
                                     "share on twitter",
                                     "email this",
                                     "print this page",
                                     "no comments",
                                     "leave a comment",
                                     "leave a reply",
                                     "add a comment",
                                     "post a comment",
                                     "read more",
                                     "learn more",
                                     "show more",
                                     "load more",
                                     "view more",
                                     "see more",
                                     "view all",
                                     "see all",
                                     "continue reading",
                                     "click here",
                                     "related posts",
                                     "related articles",
                                     "you may also like",
                                     "most read",
                                     "popular posts",
                                     "recent posts",
                                     "recent comments",
                                     "add to cart",
                                     "checkout",
                                     "wishlist",
                                     "add to wishlist",
                                     "terms of use",
                                     "terms of service",
                                     "privacy policy",
                                     "cookie policy",
                                     "advertisement",
                                     "advertisements",
                                     "report abuse",
                                     "copy link",
                                     "follow us",
                                     "all rights reserved"};
  std::vector<std::string> menu_labels = {"home",      "homepage",
                                          "main page", "about",
                                          "contact",   "search",
                                          "menu",      "navigation",
                                          "back",      "top",
                                          "next",      "previous",
                                          "prev",      "first",
                                          "last",      "register",
                                          "subscribe", "newsletter",
                                          "share",     "tweet",
                                          "facebook",  "twitter",
                                          "instagram", "linkedin",
                                          "pinterest", "youtube",
                                          "whatsapp",  "reddit",
                                          "email",     "e-mail",
                                          "print",     "rss",
                                          "comments",  "reply",
                                          "like",      "more",
                                          "related",   "recommended for you",
                                          "trending",  "categories",
                                          "tags",      "archives",
                                          "faq",       "faqs",
                                          "support",   "shop",
                                          "cart",      "terms",
                                          "privacy",   "disclaimer",
                                          "advertise", "careers",
                                          "download",  "close",
                                          "cancel",    "submit",
                                          "edit",      "delete",
                                          "report",    "follow"};
};

constexpr ParamSpec kParams[] = {
    param<&Params::labels>("labels", "What counts, as whole items, in lower case."),
    param<&Params::menu_labels>("menu_labels",
                                "What counts on a line of several items only: alone it may be a "
                                "heading, or an answer."),
};

enum class Label { kNone, kAnywhere, kInMenu };

struct Labels {
  std::unordered_map<std::string, Label> items;
  std::size_t num_bytes_max = 0;

  static Result<Labels> make(const Params& params) {
    Labels labels;
    labels.add(params.labels, Label::kAnywhere);
    labels.add(params.menu_labels, Label::kInMenu);
    return labels;
  }

  Label find(std::string_view item) const {
    if (item.size() > num_bytes_max) return Label::kNone;
    std::string lower(item);
    for (char& byte : lower) byte = to_lower(byte);
    const auto found = items.find(lower);
    return found == items.end() ? Label::kNone : found->second;
  }

 private:
  void add(const std::vector<std::string>& names, Label label) {
    for (const std::string& name : names) {
      items.emplace(name, label);
      num_bytes_max = std::max(num_bytes_max, name.size());
    }
  }
};

// A path, a tag and a choice of two words have no spaces around these marks.
constexpr text::AffixList kSeparators{{"|", "·", "•", "»", "«", "›", "‹", "→", "←", " > ", " / "}};
constexpr std::size_t kLineBytesMax = 400;  // longer lines are no menus,
constexpr std::size_t kItemBytesMax = 80;   // nor are those with longer items

// Takes the first item, with the separator behind it, off `line`.
std::string_view take_item(std::string_view& line) {
  const std::string_view item = line.substr(0, kSeparators.find(line));
  line.remove_prefix(item.size());
  line.remove_prefix(kSeparators.prefix_bytes(line));
  return item;
}

// An item without what decorates it: "Share this:", "Read more...", "[Next]".
std::string_view bare(std::string_view item) {
  constexpr std::string_view kMarks = " \t\r.:!?…[]()*-+";
  const std::size_t begin = item.find_first_not_of(kMarks);
  if (begin == item.npos) return {};
  return item.substr(begin, item.find_last_not_of(kMarks) + 1 - begin);
}

struct Items {
  std::int64_t num = 0;
  std::int64_t num_labels = 0;
  std::int64_t num_menu_labels = 0;
  bool has_long = false;
};

Items items_of(std::string_view line, const Labels& labels) {
  Items items;
  while (!line.empty()) {
    const std::string_view item = bare(take_item(line));
    if (item.empty()) continue;
    ++items.num;
    items.has_long |= item.size() > kItemBytesMax;
    const Label label = labels.find(item);
    items.num_labels += label == Label::kAnywhere ? 1 : 0;
    items.num_menu_labels += label == Label::kInMenu ? 1 : 0;
  }
  return items;
}

double measure(const Passage& passage, const Labels& labels) {
  const std::string_view line = text::trim(passage.text());
  if (line.size() > kLineBytesMax) return 0;
  const Items items = items_of(line, labels);
  if (items.has_long) return 0;
  const std::int64_t num_labels = items.num_labels + (items.num > 1 ? items.num_menu_labels : 0);
  // A label beside one other item, or within a frame, may be a row of a table.
  const bool is_framed = line.starts_with('|') && line.ends_with('|');
  const bool needs_all = items.num == 2 || is_framed;
  return needs_all && num_labels < items.num ? 0 : ratio(num_labels, items.num);
}

constexpr Example kExamples[] = {
    {.text = "Home | News | About us | Contact\nThe mill was built in 1820.\nRead more...",
     .left = "The mill was built in 1820."},
    {.text = "Year | Mills | Support\n1820 | 45 | 300\n1834 | 12 | 310",
     .left = "Year | Mills | Support\n1820 | 45 | 300\n1834 | 12 | 310"},
    {.text = "磨坊建于一八二〇年。\n« Previous | Next »", .left = "磨坊建于一八二〇年。"},
    {.text = "Mill | Search\n| Open | Closed | Search |\ncat mills.txt | more",
     .left = "Mill | Search\n| Open | Closed | Search |\ncat mills.txt | more"},
    {.text = "About\nThe mill was built in 1820.", .left = "About\nThe mill was built in 1820."},
};

}  // namespace

extern constinit const RuleSpec navigation_label_ratio = rule({
    .name = "navigation_label_ratio",
    .version = 2,
    .level = Level::kParagraph,
    .summary = "Share of a line's items, set apart by | · » and their kin or / and > between "
               "spaces, that are labels of menus and buttons; 0 of a line with an item of more "
               "than 80 bytes, and if only one of two items or a part of a framed row is a label.",
    .why = "What is left of menus, share buttons and pagers says nothing; misleads on a heading "
           "that is such a phrase.",
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
