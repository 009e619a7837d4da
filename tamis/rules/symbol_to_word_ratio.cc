#include "tamis/rules/ellipses.h"
#include "tamis/rules/rule.h"
#include "tamis/text/byte_count.h"

namespace tamis::rules {
namespace {

struct Params {
  bool joins_ellipses = true;
};

constexpr ParamSpec kParams[] = {
    param<&Params::joins_ellipses>("joins_ellipses", kJoinsEllipsesSummary),
};

double measure(const Passage& passage, const Params& params) {
  const std::string_view text = passage.text();
  const std::int64_t num_hashes = text::count_byte(text, '#');
  const std::int64_t num_ellipses =
      may_have_ellipsis(text)
          ? count_ellipses(text, params.joins_ellipses) + count_marks(text, ". . .")
          : 0;
  return ratio(num_hashes + num_ellipses, passage.num_words());
}

constexpr Example kExamples[] = {
    {.text = "The first item is listed below, as item #1 of this list of the ten best ones.",
     .kept = true},
    {.text = "他想了很久……终于开口说话，大家都安静地听着他讲完了这个故事。", .kept = true},
    {.text = "#news #fun #love tags and more ...", .kept = false},
    {.text = "#美食 #旅行 #今日份快乐 …", .kept = false},
};

}  // namespace

extern constinit const RuleSpec symbol_to_word_ratio = rule({
    .name = "symbol_to_word_ratio",
    .version = 2,
    .summary = "Number of hash signs and ellipses (three points, with spaces between or without, "
               "or one sign) over the number of words.",
    .why =
        "Lists of tags and teasers that end in dots are no prose; misleads on source code, where "
        "a hash sign opens a comment.",
    .unit = "symbols per word",
    .scale = Scale::kRatio,
    .keep = {.max = 0.1},
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; one sum of all symbols, as in DCLM; a Chinese ellipsis of "
                        "two code points counts once"},
    .words = text::WordKind::kLetters,
    .params = kParams,
    .examples = kExamples,
    .measure = with_params<Params, measure>,
});

}  // namespace tamis::rules
