#include <algorithm>
#include <cstdint>
#include <span>

#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

// Reads a line from link to link and counts the words in them and outside.
class LinkReader {
 public:
  LinkReader(std::string_view line, std::span<const std::string_view> words)
      : line_(line), words_(words) {}

  double share_in_links() {
    while (i_ < line_.size()) {
      if (line_[i_] == '[') {
        open_ = i_++;
      } else if (!take_markdown_link() && !take_address()) {
        ++i_;
      }
    }
    num_outside_ += take_words(line_.size());
    return ratio(num_in_links_, num_in_links_ + num_outside_);
  }

 private:
  // "](address)" with the last "[" before it; or right behind a link, which is then a picture's.
  bool take_markdown_link() {
    if (!line_.substr(i_).starts_with("](")) return false;
    const bool has_text = open_ != line_.npos && open_ >= link_end_;
    if (!has_text && i_ != link_end_) return false;
    if (has_text) num_outside_ += take_words(open_);
    num_in_links_ += take_words(i_);
    end_link(std::min(line_.find(')', i_), line_.size() - 1) + 1);
    return true;
  }

  // A bare address is one word.
  bool take_address() {
    const std::string_view rest = line_.substr(i_);
    const bool is_address = rest.starts_with("http://") || rest.starts_with("https://") ||
                            (rest.starts_with("www.") && !is_in_word());
    if (!is_address) return false;
    num_outside_ += take_words(i_);
    ++num_in_links_;
    end_link(std::min(line_.find_first_not_of(kOfAddress, i_), line_.size()));
    return true;
  }

  bool is_in_word() const { return i_ > 0 && is_ascii_alphanumeric(line_[i_ - 1]); }

  // The words of an address are nobody's.
  void end_link(std::size_t end) {
    take_words(end);
    link_end_ = i_ = end;
  }

  // How many of the words not taken yet begin before `end`.
  std::int64_t take_words(std::size_t end) {
    std::size_t num_words = 0;
    while (num_words < words_.size() && words_[num_words].data() < line_.data() + end) ++num_words;
    words_ = words_.subspan(num_words);
    return static_cast<std::int64_t>(num_words);
  }

  // What RFC 3986 lets stand in an address, less the brackets that may hold it.
  static constexpr std::string_view kOfAddress =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'*+,;=%";

  std::string_view line_;
  std::span<const std::string_view> words_;
  std::size_t i_ = 0;
  std::size_t link_end_ = 0;  // of the last link
  std::size_t open_ = std::string_view::npos;
  std::int64_t num_in_links_ = 0;
  std::int64_t num_outside_ = 0;
};

double measure(const Passage& passage) {
  const std::string_view line = passage.text();
  // Most lines have no link.
  if (line.find("](") == line.npos && line.find("://") == line.npos &&
      line.find("www.") == line.npos)
    return 0;
  // Whatever the recipe splits by: only these words stand in the line.
  return LinkReader(line, passage.with_split({}).words()).share_in_links();
}

constexpr Example kExamples[] = {
    {.text = "The mill has ground flour since 1870.\n* [About us](/about) | [News](/news)\n"
             "http://mill.example/ https://bakery.example/",
     .left = "The mill has ground flour since 1870."},
    {.text = "磨坊至今仍在转动。\n- [面包房](https://a.example/) - [村史](/history)\n"
             "[![水车](wheel.png)](/wheel)",
     .left = "磨坊至今仍在转动。"},
    {.text = "See [the story of the mill](http://mill.example/story), written in 1901.\n"
             "面粉的做法见[这篇文章](/flour)，作者是磨坊主。\nSource: www.mill.example",
     .left = "See [the story of the mill](http://mill.example/story), written in 1901.\n"
             "面粉的做法见[这篇文章](/flour)，作者是磨坊主。\nSource: www.mill.example"},
};

}  // namespace

extern constinit const RuleSpec line_link_word_ratio = rule({
    .name = "line_link_word_ratio",
    .version = 1,
    .level = Level::kParagraph,
    .summary = "Share of a line's words that stand in links: in the text of Markdown's links, or "
               "as bare addresses, each of which is one word.",
    .why =
        "Lines of nothing but links are menus, lists of related pages and blogrolls. Misleads on "
        "bibliographies; text whose links were taken away shows only bare addresses.",
    .unit = "share of words",
    .keep = {.max = 0.8},
    .source = {.work = "Kohlschuetter et al. 2010 (Boilerplate Detection)",
               .url = "https://doi.org/10.1145/1718487.1718542",
               .where = "link density, of a line; the bound is ours"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
