#define XXH_INLINE_ALL
#include <xxhash.h>

#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t seed = 0;
};

constexpr ParamSpec kParams[] = {
    param<&Params::seed>("seed",
                         "Another seed is another sample: those of two seeds are "
                         "independent of each other."),
};

double measure(const Passage& passage, const Params& params) {
  const std::string_view text = passage.text();
  const auto hash =
      XXH3_64bits_withSeed(text.data(), text.size(), static_cast<std::uint64_t>(params.seed));
  return static_cast<double>(hash >> 11) * 0x1p-53;
}

constexpr Example kExamples[] = {
    {.text = "The mill stands by the river.", .kept = false},
    {.text = "Another text.", .kept = false},
    {.text = "水很清。"},
    {.text = "桥很旧。", .kept = false},
};

}  // namespace

extern constinit const RuleSpec sample_position = rule({
    .name = "sample_position",
    .version = 1,
    .summary =
        "Where the text stands among all texts, from 0 to 1 by its hash: as evenly spread as "
        "random numbers, and the same in every run.",
    .why = "A part of a corpus for a first look or an experiment: max: 0.01 keeps one document in "
           "a hundred, whatever the order of the files, min: 0.01 all others. Equal texts are in "
           "the sample together or not at all. A step before that edits the text gives another "
           "sample: put it first, or behind all edits.",
    .unit = "share of all texts",
    .keep = {.max = 0.1},
    .source = {.work = "datatrove",
               .url = "https://github.com/huggingface/datatrove",
               .where = "SamplerFilter, which draws anew by the order of the documents"},
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
