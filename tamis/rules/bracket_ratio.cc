#include <string>
#include <vector>

#include "tamis/rules/rule.h"
#include "tamis/text/utf8.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string brackets = "{}⟨⟩[]()";
};

constexpr ParamSpec kParams[] = {
    param<&Params::brackets>("brackets", "The characters that count: （）【】 too, for Chinese."),
};

struct Brackets {
  std::string ascii;
  std::vector<std::string> others;

  static Result<Brackets> make(const Params& params) {
    Brackets brackets;
    for (std::string_view rest = params.brackets; !rest.empty();) {
      const std::string_view bracket = rest.substr(0, text::decode_code_point(rest).num_bytes);
      if (bracket.size() == 1) {
        brackets.ascii += bracket;
      } else {
        brackets.others.emplace_back(bracket);
      }
      rest.remove_prefix(bracket.size());
    }
    return brackets;
  }
};

std::int64_t count_of(std::string_view text, std::string_view mark) {
  std::int64_t num_found = 0;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) {
    ++num_found;
  }
  return num_found;
}

double measure(const Passage& passage, const Brackets& brackets) {
  std::int64_t num_brackets = passage.counted_code_points().num_of(brackets.ascii);
  for (const std::string& bracket : brackets.others) {
    num_brackets += count_of(passage.text(), bracket);
  }
  return ratio(num_brackets, passage.num_code_points());
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "磨坊（建于一八七〇年）至今仍在转动。", .kept = true},
    {.text = "f(x) = [a(1), b(2)]", .kept = false},
    {.text = "[图] [视频] [投票]", .kept = false},
};

}  // namespace

extern constinit const RuleSpec bracket_ratio = rule({
    .name = "bracket_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are brackets of one of the four kinds of "
               "ASCII and mathematics.",
    .why = "Programs, formulas and link lists are full of them; misleads on linguistics "
           "and law.",
    .unit = "share of code points",
    .keep = {.max = 0.1},
    .source = {.work = "NVIDIA 2024 (NeMo Curator)",
               .url = "https://github.com/NVIDIA-NeMo/Curator",
               .where = "ParenthesesFilter"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, Brackets, measure>,
});

}  // namespace tamis::rules
