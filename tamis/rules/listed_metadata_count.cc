#include <algorithm>
#include <string>
#include <vector>

#include "tamis/rules/list_file.h"
#include "tamis/rules/metadata_values.h"
#include "tamis/rules/rule.h"
#include "tamis/text/string_set.h"

namespace tamis::rules {
namespace {

struct Params {
  std::string field = "license";
  std::vector<std::string> values;
  std::vector<std::string> files;
};

constexpr ParamSpec kParams[] = {
    param<&Params::field>("field", "The field: a name, or a.b for b inside a."),
    param<&Params::values>("values", "Values that count, letter by letter as they are written."),
    param<&Params::files>(
        "files", "Files of such values, one a line; lines that begin with # are comments."),
};

struct Values {
  std::string field;
  text::StringSet set;

  static Result<Values> make(const Params& params, ReadFiles& files) {
    Values values{.field = params.field, .set = {}};
    const auto add = [&values](std::string_view value) -> Result<void> {
      if (value.find('\0') == value.npos && values.set.add(value)) return {};
      return fail(ErrorCode::kInvalidInput,
                  "a value holds a zero byte, or all of them more than 4 GiB: no list does");
    };
    for (const std::string& value : params.values) TAMIS_TRY(add(value));
    for (const std::string& file : params.files) TAMIS_TRY(read_list(file, files, add));
    values.set.shrink();
    return values;
  }
};

double measure(const Passage& passage, const Values& listed) {
  if (listed.set.size() == 0) return 0;
  const auto values = metadata_values(passage.metadata(), listed.field);
  return static_cast<double>(std::ranges::count_if(
      values, [&listed](const std::string& value) { return listed.set.contains(value); }));
}

constexpr std::string_view kLists[] = {"values", "files"};
constexpr std::string_view kExampleValues[] = {"cc-by-4.0", "署名 4.0"};

constexpr Example kExamples[] = {
    {.text = "Any text.", .metadata = R"({"license":"cc-by-4.0"})"},
    {.text = "Any text.", .metadata = R"({"license":["mit","cc-by-4.0"]})"},
    {.text = "Any text.", .metadata = R"({"license":"CC-BY-4.0"})", .kept = false},
    {.text = "文章。", .metadata = R"({"license":"署名 4.0"})"},
    {.text = "文章。", .metadata = R"({"license":"保留所有权利"})", .kept = false},
    {.text = "Nobody says under which license.", .kept = false},
};

}  // namespace

extern constinit const RuleSpec listed_metadata_count = rule({
    .name = "listed_metadata_count",
    .version = 1,
    .summary = "How many of the values of a field beside the text are on a list that the recipe "
               "names.",
    .why = "What may be used, or is worth it, is often said by the corpus: a license, a subset, a "
           "kind of page. With max: 0 the list says what to drop, and documents that say nothing "
           "stay. Fields that are read as url, date, title or language are no metadata.",
    .unit = "values",
    .scale = Scale::kCount,
    .keep = {.min = 1},
    .source = {.work = "Chen et al. 2023 (Data-Juicer)",
               .url = "https://arxiv.org/abs/2309.02033",
               .where = "specified_field_filter"},
    .params = kParams,
    .lists = kLists,
    .example_list = kExampleValues,
    .examples = kExamples,
    .measure = with_model<Params, Values, measure>,
});

}  // namespace tamis::rules
