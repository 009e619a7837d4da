#include "tamis/base/ascii.h"
#include "tamis/rules/rule.h"
#include "tamis/text/find_wide.h"

namespace tamis::rules {
namespace {

constexpr bool is_name_byte(char c) { return is_ascii_alphanumeric(c) || c == '#'; }

// The bytes of a name of 2 to 8 letters and digits, or a number behind "#", and of its semicolon,
// that `text` begins with; 0 if with none.
std::size_t entity_bytes(std::string_view text) {
  constexpr std::size_t kNameBytesMax = 9;
  std::size_t end = 0;
  while (end < text.size() && end <= kNameBytesMax && is_name_byte(text[end])) ++end;
  if (end < 2 || end > kNameBytesMax) return 0;
  const std::string_view rest = text.substr(end);
  if (rest.starts_with(";")) return end + 1;
  constexpr std::string_view kFullWidth = "；";
  return rest.starts_with(kFullWidth) ? end + kFullWidth.size() : 0;
}

// `find(begin)`: where the next ampersand stands.
template <typename Find>
std::int64_t count_behind(std::string_view text, std::string_view ampersand, Find find) {
  std::int64_t num_found = 0;
  for (std::size_t at = find(0); at != text.npos; at = find(at)) {
    at += ampersand.size();
    const std::size_t num_bytes = entity_bytes(text.substr(at));
    num_found += num_bytes > 0 ? 1 : 0;
    at += num_bytes;
  }
  return num_found;
}

double measure(const Passage& passage) {
  const std::string_view text = passage.text();
  constexpr std::string_view kNarrow = "&";
  constexpr std::string_view kWide = "＆";
  const auto num_narrow =
      count_behind(text, kNarrow, [&](std::size_t begin) { return text.find(kNarrow, begin); });
  const auto num_wide = count_behind(
      text, kWide, [&](std::size_t begin) { return text::find_wide(text, kWide, begin); });
  return ratio(num_narrow + num_wide, passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "磨坊 & 面包房：至今仍在转动；远近闻名。", .kept = true},
    {.text = "Terms &amp; conditions&nbsp;&nbsp;apply", .kept = false},
    {.text = "磨坊＆nbsp；至今&#160;仍在转动", .kept = false},
};

}  // namespace

extern constinit const RuleSpec html_entity_ratio = rule({
    .name = "html_entity_ratio",
    .version = 1,
    .summary = "Number of character references of HTML, as &nbsp; or &#160;, over the number "
               "of code points; full-width ones count too.",
    .why = "The page was extracted by halves or escaped twice; misleads on texts about "
           "HTML.",
    .unit = "references per code point",
    .scale = Scale::kRatio,
    .keep = {.max = 0.01},
    .source = {.work = "OpenDataLab 2024 (dingo)",
               .url = "https://github.com/MigoXLab/dingo",
               .where = "RuleHtmlEntity, which lists names; any name counts here, and a share of "
                        "exactly 0.01 stays"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
