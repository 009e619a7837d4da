#include "tamis/rules/stop_words.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> words = {"的", "年", "在", "月", "是", "和", "日", "了",
                                    "於", "·",  "為", "有", "被", "人", "中", "为",
                                    "他", "與", "後", "也", "而", "由"};
  std::string counting = "distinct";
  bool ignores_case = false;
};

double measure(const Passage& passage, const StopWords& words) { return words.count(passage); }

constexpr Example kExamples[] = {
    {.text = "这是一个关于小河的故事，他在河边住了三年。", .kept = true},
    {.text = "這條河發源於北方，為全省最長的河。", .kept = true},
    {.text = "首页 新闻 体育 财经 联系我们", .kept = false},
};

constexpr std::string_view kLanguages[] = {"zh"};

}  // namespace

extern constinit const RuleSpec chinese_stop_word_count = rule({
    .name = "chinese_stop_word_count",
    .version = 1,
    .summary =
        "How many of the 22 stop words that FineWeb-2 has for Mandarin occur; only 为 and 為 are "
        "listed in both scripts.",
    .why = "Running Chinese text cannot do without them, menus and lists of keywords can; misleads "
           "on classical texts, and on short ones. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.min = 2},
    .languages = kLanguages,
    .source =
        {.work = "Penedo et al. 2025 (FineWeb-2)",
         .url = "https://github.com/huggingface/fineweb-2",
         .where = "configs/cmn_Hani.yml, stop_words; distinct words, as in datatrove, which counts "
                  "tokens: split_words says so"},
    .words = text::WordKind::kLetters,
    .params = kStopWordParams<Params>,
    .examples = kExamples,
    .measure = with_model<Params, StopWords, measure>,
});

}  // namespace tamis::rules
