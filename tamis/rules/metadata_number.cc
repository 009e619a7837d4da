#include <charconv>
#include <cmath>
#include <string>

#include "tamis/rules/metadata_values.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string field = "score";
  double absent = 0;
};

constexpr ParamSpec kParams[] = {
    param<&Params::field>("field", "The field: a name, or a.b for b inside a."),
    param<&Params::absent>("absent",
                           "The number of a document whose field is not there or holds none."),
};

double number_of(std::string_view value, double absent) {
  if (value == "true") return 1;
  if (value == "false") return 0;
  double number = 0;
  const char* const end = value.data() + value.size();
  const auto [read_to, error] = std::from_chars(value.data(), end, number);
  return error == std::errc() && read_to == end && std::isfinite(number) ? number : absent;
}

double measure(const Passage& passage, const Params& params) {
  const auto values = metadata_values(passage.metadata(), params.field);
  return values.empty() ? params.absent : number_of(values.front(), params.absent);
}

constexpr Example kExamples[] = {
    {.text = "A page that teaches.", .metadata = R"({"score":3.1,"dump":"CC-MAIN-2024-10"})"},
    {.text = "A page that sells.", .metadata = R"({"score":1.4})", .kept = false},
    {.text = "讲解分数的教材。", .metadata = R"({"score":"4"})"},
    {.text = "谁也没有打分的网页。", .metadata = R"({"来源":"论坛"})", .kept = false},
};

}  // namespace

extern constinit const RuleSpec metadata_number = rule({
    .name = "metadata_number",
    .version = 1,
    .summary = "A number that the input gives in a field beside the text, of a list the first.",
    .why = "Corpora come with scores of classifiers, of language, of quality, and their papers say "
           "what to keep. A score is of the text that its classifier saw, and its scale is that of "
           "the corpus: measure before you bound it. Fields that are read as url, date, title or "
           "language are no metadata.",
    .unit = "as the input has it",
    .scale = Scale::kNumber,
    .keep = {.min = 2.5},
    .source = {.work = "Penedo et al. 2024 (FineWeb)",
               .url = "https://arxiv.org/abs/2406.17557",
               .where = "section 4, FineWeb-Edu: a score that rounds to 3 or more; Data-Juicer's "
                        "specified_numeric_field_filter"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
