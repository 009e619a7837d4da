#include "tamis/rules/rule.h"
#include "tamis/rules/window_size.h"

namespace tamis::rules {
namespace {

struct Params {
  std::int64_t num_characters = 13;
};

constexpr ParamSpec kParams[] = {
    param<&Params::num_characters>("num_characters", "Characters of a window."),
};

double measure(const Passage& passage, const WindowSize& window) {
  const text::WindowRepetition& windows = passage.windows(window.num_characters);
  return ratio(windows.num_repeated(), windows.num_windows());
}

constexpr Example kExamples[] = {
    {.text = "The mill by the river has ground flour since 1870, and it still does.", .kept = true},
    {.text = "河边的磨坊从一八七〇年起磨面粉，至今仍在转动。", .kept = true},
    {.text = "Add the red chair to your cart. Add the red chair to your cart.", .kept = false},
    {.text = "本店所有商品一律九折包邮到家，本店所有商品一律九折包邮到家，"
             "本店所有商品一律九折包邮到家。",
     .kept = false},
};

}  // namespace

extern constinit const RuleSpec repeated_window_ratio = rule({
    .name = "repeated_window_ratio",
    .version = 1,
    .summary = "Share of the windows of n characters that occur at least twice in the text.",
    .why = "Pages that are pasted together say the same again; thirteen Chinese characters "
           "repeat by chance as rarely as a sentence does. Misleads on verse with a "
           "refrain. "
           "Alone it may run below 400 MB/s: each window is hashed, once for all sizes.",
    .unit = "share of windows",
    .keep = {.max = 0.5},
    .source = {.work = "Chen et al. 2023 (ChineseWebText, EvalWeb)",
               .url = "https://arxiv.org/abs/2311.01149",
               .where = "section 2, rule on repetition; its code leaves out the last window, which "
                        "counts here"},
    .counts_windows = true,
    .params = kParams,
    .examples = kExamples,
    .measure = with_model<Params, WindowSize, measure>,
});

}  // namespace tamis::rules
