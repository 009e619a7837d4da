// Counts emoji and faces made of letters, and removes them where the recipe says so.
#include "tamis/base/ascii.h"
#include "tamis/text/emoji.h"
#include "tamis/text/kaomoji.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

struct Params {
  std::string emoji = "remove";
  std::string kaomoji = "remove";
};

constexpr std::string_view kChoices[] = {"keep", "remove"};

constexpr ParamSpec kParams[] = {
    param<&Params::emoji>("emoji", "What happens to emoji; they are counted in either case.",
                          kChoices),
    param<&Params::kaomoji>(
        "kaomoji", "What happens to faces such as ^_^; they are counted in either case.", kChoices),
};

bool may_start_emoji(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead >= 0x80) return lead == 0xC2 || lead == 0xE2 || lead == 0xE3 || lead == 0xF0;
  return text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xE2;  // a keycap, perhaps
}

// How many bytes pass before one where something may start.
std::size_t num_plain_bytes(std::string_view text) {
  std::size_t end = 0;
  while (end + 1 < text.size() && !text::kKaomojiStarts.may_be_at(&text[end]) &&
         !may_start_emoji(text.substr(end))) {
    ++end;
  }
  return end + 1 < text.size() ? end : text.size();
}

// What was removed leaves no second space behind, and glues no two words together. Returns what
// is left of `rest`.
std::string_view close_gap(std::string& edited, std::string_view rest) {
  const bool is_line_start = edited.empty() || edited.back() == '\n';
  const bool is_line_end = rest.empty() || rest.front() == '\n';
  if (is_line_end) {
    while (edited.ends_with(' ')) edited.pop_back();
  } else if (rest.front() == ' ' && (is_line_start || edited.back() == ' ')) {
    rest.remove_prefix(1);
  } else if (!is_line_start && is_ascii_alphanumeric(edited.back()) &&
             is_ascii_alphanumeric(rest.front())) {
    edited.push_back(' ');
  }
  return rest;
}

void edit(Document& document, std::string& edited, const Params& params) {
  const bool removes_emoji = params.emoji == "remove";
  const bool removes_kaomoji = params.kaomoji == "remove";
  const std::string_view text = document.text();
  std::size_t num_found = 0;
  edited.clear();
  for (std::string_view rest = text; !rest.empty();) {
    if (const std::size_t num_plain = num_plain_bytes(rest); num_plain > 0) {
      edited.append(rest, 0, num_plain);
      rest.remove_prefix(num_plain);
      continue;
    }
    std::size_t num_bytes = may_start_emoji(rest) ? text::num_emoji_bytes(rest) : 0;
    bool is_removed = num_bytes > 0 && removes_emoji;
    if (num_bytes == 0) {
      num_bytes = text::num_kaomoji_bytes(text, text.size() - rest.size());
      is_removed = num_bytes > 0 && removes_kaomoji;
    }
    num_found += num_bytes > 0;
    if (num_bytes == 0) num_bytes = 1;
    if (!is_removed) edited.append(rest, 0, num_bytes);
    rest.remove_prefix(num_bytes);
    if (is_removed) rest = close_gap(edited, rest);
  }
  set_text_if_changed(document, edited);
  document.set_signal(static_cast<double>(num_found));
}

constexpr Example kExamples[] = {
    {.text = "好吃😀👍🏽！ 推荐 (^_^)", .edited = "好吃！ 推荐"},
    {.text = "Thanks :-) see you (╯°□°)╯︵ ┻━┻", .edited = "Thanks see you"},
    {.text = "f(x) at 12:00 on :8080 (注:)", .edited = "f(x) at 12:00 on :8080 (注:)"},
    {.text = "Press 1\uFE0F\u20E3 © 2024", .edited = "Press © 2024"},
};

}  // namespace

extern constinit const TransformSpec emoticons = transform({
    .name = "emoticons",
    .version = 1,
    .summary = "Counts emoji and kaomoji, and removes or keeps them.",
    .why =
        "They carry mood but little language, and chats are full of them; keep them to learn from "
        "chats. Faces that could be code, times or an answer's letter are left alone.",
    .signal = "emoticon_count",
    .signal_unit = "emoticons",
    .source = {.work = "Unicode Technical Standard 51, Unicode Emoji",
               .url = "https://www.unicode.org/reports/tr51/",
               .where = "section 1.4.9 for emoji; the faces are Tamis's own choice"},
    .params = kParams,
    .examples = kExamples,
    .edit = with_params<Params, edit>,
});

}  // namespace tamis::transforms
