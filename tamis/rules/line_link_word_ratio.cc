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
  // "](address)" with the last "[" before it; or right behind a picture, which it then links.
  bool take_markdown_link() {
    if (!line_.substr(i_).starts_with("](")) return false;
    const std::size_t end = target_end(i_ + 2);
    const bool is_around_picture = i_ == link_end_ && num_picture_words_ > 0;
    if (end == line_.npos || (!has_open() && !is_around_picture)) return false;
    if (is_around_picture) {
      num_outside_ -= num_picture_words_;
      num_in_links_ += num_picture_words_;
      end_link(end);
      return true;
    }
    num_outside_ += take_words(open_);
    const std::int64_t num_words = take_words(i_);
    const bool is_picture = open_ > 0 && line_[open_ - 1] == '!';
    (is_picture ? num_outside_ : num_in_links_) += num_words;  // what stands below a picture
    end_link(end);
    num_picture_words_ = is_picture ? num_words : 0;
    return true;
  }

  bool has_open() const { return open_ != line_.npos && open_ >= link_end_; }

  // Behind the bracket that ends a link's address, which has no white space but before a title.
  std::size_t target_end(std::size_t begin) const {
    constexpr std::size_t kTargetBytesMax = 2000;
    const std::string_view target = line_.substr(begin, kTargetBytesMax);
    std::size_t end = target.find_first_of(") \t");
    if (end != target.npos && target.substr(end).starts_with(" \"")) end = target.find("\")") + 1;
    return end < target.size() && target[end] == ')' ? begin + end + 1 : line_.npos;
  }

  // A bare address is one word; one that is the text of a link is not asked.
  bool take_address() {
    const std::string_view rest = line_.substr(i_);
    const bool is_address = rest.starts_with("http://") || rest.starts_with("https://") ||
                            (rest.starts_with("www.") && !is_in_word());
    if (!is_address || is_in_link_text()) return false;
    num_outside_ += take_words(i_);
    ++num_in_links_;
    end_link(std::min(line_.find_first_not_of(kOfAddress, i_), line_.size()));
    return true;
  }

  bool is_in_link_text() {
    if (!has_open()) return false;
    if (next_target_ < i_) next_target_ = line_.find("](", i_);
    return next_target_ != line_.npos;
  }

  bool is_in_word() const { return i_ > 0 && is_ascii_alphanumeric(line_[i_ - 1]); }

  // The words of an address are nobody's.
  void end_link(std::size_t end) {
    take_words(end);
    link_end_ = i_ = end;
    num_picture_words_ = 0;
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
  std::size_t next_target_ = 0;  // where the next "](" stands, if not before i_
  std::int64_t num_in_links_ = 0;
  std::int64_t num_outside_ = 0;
  std::int64_t num_picture_words_ = 0;  // of the picture that ends at link_end_
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
    {.text = "![磨坊旁边的水车，摄于一九〇一年](wheel.png)\n[注](见第三章）。面粉分三种。",
     .left = "![磨坊旁边的水车，摄于一九〇一年](wheel.png)\n[注](见第三章）。面粉分三种。"},
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
               "as bare addresses, each of which is one word. A picture is a link if it leads "
               "somewhere.",
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
