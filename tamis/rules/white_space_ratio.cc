#include <string>

#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string characters = "ascii";
};

constexpr std::string_view kChoices[] = {"ascii", "unicode"};

constexpr ParamSpec kParams[] = {
    param<&Params::characters>(
        "characters",
        "Of ascii: space, tab, line feed, carriage return, backspace. Of unicode: str.isspace(), "
        "the wide space of Chinese among them.",
        kChoices),
};

double measure(const Passage& passage, const Params& params) {
  const text::CharacterCounts& characters = passage.characters();
  const std::int64_t num_spaces = params.characters == "ascii"
                                      ? passage.counted_code_points().num_of("\t\n\r\b ")
                                      : characters.white_space;
  return ratio(num_spaces, characters.num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "a   b   c   d   e", .kept = false},
    {.text = "首 页  新 闻  体 育", .kept = false},
};

}  // namespace

extern constinit const RuleSpec white_space_ratio = rule({
    .name = "white_space_ratio",
    .version = 1,
    .summary = "Share of the text's code points that are white space.",
    .why = "Tables, drawings and letters set apart are full of it; misleads on programs "
           "that are deeply indented.",
    .unit = "share of code points",
    .keep = {.max = 0.25},
    .source = {.work = "NVIDIA 2024 (NeMo Curator)",
               .url = "https://github.com/NVIDIA-NeMo/Curator",
               .where = "WhiteSpaceFilter, whose set is that of ascii"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
