#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

constexpr std::string_view kAlphanumeric =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\n?!,.";

double measure(const Passage& passage) {
  const std::int64_t num_code_points = passage.characters().num_code_points;
  return ratio(num_code_points - passage.counted_code_points().num_of(kAlphanumeric),
               num_code_points);
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "- a -- b -- c -- (d) -- [e] -", .kept = false},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = false},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec non_alphanumeric_ratio = rule({
    .name = "non_alphanumeric_ratio",
    .version = 1,
    .summary = "Share of the text's code points other than ASCII letters and digits, line "
               "feeds and ? ! , .",
    .why = "Leftovers of tables and code are full of other marks. A space counts as one of "
           "them, and so does every Chinese character: the bound is for English alone.",
    .unit = "share of code points",
    .keep = {.max = 0.25},
    .languages = kLanguages,
    .source = {.work = "NVIDIA 2024 (NeMo Curator)",
               .url = "https://github.com/NVIDIA-NeMo/Curator",
               .where = "NonAlphaNumericFilter; an empty text has 0 here and 1 there"},
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
