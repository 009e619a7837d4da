#include "tamis/rules/stop_words.h"

namespace tamis::rules {
namespace {

struct Params {
  std::vector<std::string> words = {"the", "be", "to", "of", "and", "that", "have", "with"};
  std::string counting = "distinct";
  bool ignores_case = false;
};

double measure(const Passage& passage, const StopWords& words) { return words.count(passage); }

constexpr Example kExamples[] = {
    {.text = "the end of the story", .kept = true},
    {.text = "Buy now! Cheap watches, best prices, fast shipping", .kept = false},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec stop_word_count = rule({
    .name = "stop_word_count",
    .version = 1,
    .summary = "How many of the eight words the, be, to, of, and, that, have, with occur.",
    .why = "Running English text cannot do without them, lists of keywords can; misleads on titles "
           "and on text all in upper case. "
           "Alone it may run below 400 MB/s: each word is hashed, once for all rules on words.",
    .unit = "words",
    .scale = Scale::kCount,
    .keep = {.min = 2},
    .languages = kLanguages,
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; distinct words, as in datatrove"},
    .words = text::WordKind::kLetters,
    .params = kStopWordParams<Params>,
    .examples = kExamples,
    .measure = with_model<Params, StopWords, measure>,
});

}  // namespace tamis::rules
