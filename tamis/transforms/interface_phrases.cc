// Takes the words of buttons out of short lines: "Read more..." behind a teaser, "Sign-in" before a
// menu, "items in cart" anywhere.
//
// Only the phrase goes, and the line if nothing is left of it. The words that go are counted as
// cut, so that cut_word_ratio sees them, as the published system does.
#include <algorithm>
#include <optional>
#include <vector>

#include "tamis/base/ascii.h"
#include "tamis/text/letters.h"
#include "tamis/text/utf8.h"
#include "tamis/text/white_space.h"
#include "tamis/text/words.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

using Phrases = std::vector<std::string>;

struct Params {
  Phrases anywhere = {"items in cart", "件商品在购物车中"};
  Phrases at_start = {"sign-in", "登录", "登陆", "注册"};
  Phrases at_end = {"read more...", "read more…", "展开全文",  "阅读全文",
                    "查看全文",     "点击展开",   "[展开更多]"};
  std::int64_t num_words_max = 10;
};

constexpr ParamSpec kParams[] = {
    param<&Params::anywhere>(
        "anywhere", "Phrases that go wherever they stand in a line, if no letter follows."),
    param<&Params::at_start>("at_start",
                             "Phrases that go at the start of a line, if no letter follows."),
    param<&Params::at_end>("at_end", "Phrases that go at the end of a line."),
    param<&Params::num_words_max>(
        "num_words_max",
        "Lines of more words between white space stay as they are; a Chinese "
        "character is a word."),
};

constexpr std::size_t kLineBytesMax = 1000;  // ten words are never so long

bool is_same(char a, char b) { return to_lower(a) == to_lower(b); }

// Where `phrase` stands in `line` from `start` on, npos if nowhere; ASCII letters match in either
// case.
std::size_t find_phrase(std::string_view line, std::string_view phrase, std::size_t start) {
  const auto found = std::ranges::search(line.substr(start), phrase, is_same);
  return found.empty() ? line.npos : static_cast<std::size_t>(found.begin() - line.begin());
}

bool ends_with_phrase(std::string_view line, std::string_view phrase) {
  return phrase.size() <= line.size() &&
         equals_ignoring_case(line.substr(line.size() - phrase.size()), phrase);
}

std::int64_t num_ideographs(std::string_view word) {
  std::int64_t sum = 0;
  while (!word.empty()) {
    const text::Decoded first = text::decode_code_point(word);
    sum += text::letter_table()[first.code_point].has(text::Traits::kIdeograph) ? 1 : 0;
    word.remove_prefix(first.num_bytes);
  }
  return sum;
}

std::vector<std::string_view> words_by_space(std::string_view text) {
  std::vector<std::string_view> words;
  text::split_at_white_space(text, words);
  return words;
}

// Words between white space, and of Chinese ones each character.
std::int64_t num_words(std::string_view text) {
  std::int64_t sum = 0;
  for (const std::string_view word : words_by_space(text))
    sum += std::max<std::int64_t>(1, num_ideographs(word));
  return sum;
}

// True if no word goes on at the start of `rest`.
bool is_word_end(std::string_view rest) {
  std::vector<std::string_view> words;
  text::split_words(rest.substr(0, 4), words);
  return words.empty() || words.front().data() != rest.data();
}

// Takes a phrase out of `line` wherever it stands, with one white space before it.
void erase_anywhere(std::string_view phrase, std::string& line) {
  std::size_t start = 0;
  for (std::size_t at = 0; (at = find_phrase(line, phrase, start)) != line.npos;) {
    const std::size_t end = at + phrase.size();
    start = end;
    if (!is_word_end(std::string_view(line).substr(end))) continue;
    const text::Decoded before = text::decode_last_code_point(std::string_view(line).substr(0, at));
    if (at > 0 && text::is_python_space(before.code_point)) at -= before.num_bytes;
    line.erase(at, end - at);
    start = at;
  }
}

// The line without its phrases; nothing if it has none, or is too long for a line of them.
std::optional<std::string> without_phrases(std::string_view line, const Params& params) {
  if (line.size() > kLineBytesMax) return std::nullopt;
  std::string left(text::strip(line));
  const std::size_t num_bytes = left.size();
  for (const std::string& phrase : params.anywhere) {
    if (!phrase.empty()) erase_anywhere(phrase, left);
  }
  for (const std::string& phrase : params.at_start) {
    const bool is_there = !phrase.empty() && starts_with_ignoring_case(left, phrase) &&
                          is_word_end(std::string_view(left).substr(phrase.size()));
    if (is_there) left.erase(0, phrase.size());
  }
  for (const std::string& phrase : params.at_end) {
    if (!phrase.empty() && ends_with_phrase(left, phrase)) left.resize(left.size() - phrase.size());
  }
  if (left.size() == num_bytes || num_words(line) > params.num_words_max) return std::nullopt;
  return std::string(text::strip(left));
}

std::int64_t num_words_cut(std::string_view line, std::string_view left) {
  return std::ssize(words_by_space(line)) - std::ssize(words_by_space(left));
}

void edit(Document& document, std::string& edited, const Params& params) {
  edited.clear();
  std::int64_t num_cut = 0;
  const std::string_view text = document.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view line_end = text.substr(end, 1);
    begin = end + 1;
    const std::optional<std::string> left = without_phrases(line, params);
    if (!left.has_value()) {
      edited.append(line).append(line_end);
      continue;
    }
    num_cut += num_words_cut(line, *left);
    if (!left->empty()) edited.append(*left).append(line_end);
  }
  if (edited.size() == text.size()) return;
  document.add_words_cut(num_cut);
  document.set_text(edited);
}

constexpr Example kExamples[] = {
    {.text = "Sign-in\nHow the mill was saved Read more...\nThe mill still turns.\n3 items in cart",
     .edited = "How the mill was saved\nThe mill still turns.\n3"},
    {.text = "登录 | 首页\n磨坊得救 展开全文\n磨坊至今仍在转动。",
     .edited = "| 首页\n磨坊得救\n磨坊至今仍在转动。"},
    {.text = "登录后可见。\nThe long line about the mill that still turns ends with read more...",
     .edited =
         "登录后可见。\nThe long line about the mill that still turns ends with read more..."},
};

}  // namespace

extern constinit const TransformSpec interface_phrases = transform({
    .name = "interface_phrases",
    .version = 2,
    .summary = "Takes the words of buttons and menus out of short lines.",
    .why = "They stand beside good text in one line, where cutting the line would cost the text; "
           "longer lines are left alone, since sentences may hold the same words.",
    .source = {.work = "Penedo et al. 2023 (RefinedWeb)",
               .url = "https://arxiv.org/abs/2306.01116",
               .where = "appendix G.2, line-wise corrections, as in DCLM; the Chinese phrases are "
                        "ours"},
    .params = kParams,
    .examples = kExamples,
    .edit = with_params<Params, edit>,
});

}  // namespace tamis::transforms
