#include <array>

#include "tamis/rules/counted_words.h"
#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

double measure(const Passage& passage) {
  return static_cast<double>(code_points_of_longest(passage.words()));
}

// One letter more than the bound.
constexpr std::array<char, 1001> kLetters = [] {
  std::array<char, 1001> letters{};
  letters.fill('Q');
  return letters;
}();

constexpr Example kExamples[] = {
    {.text = "The longest word of this line is counterrevolutionaries.", .kept = true},
    {.text = {kLetters.data(), kLetters.size()}, .kept = false},
};

constexpr std::string_view kLanguages[] = {"en"};

}  // namespace

extern constinit const RuleSpec longest_word_code_points = rule({
    .name = "longest_word_code_points",
    .version = 1,
    .summary = "Length of the longest word in code points; words are what stands between white "
               "space.",
    .why = "Nothing that people write without a space is so long; encoded files and packed scripts "
           "are. Made for languages with spaces: a Chinese paragraph has none.",
    .unit = "code points",
    .scale = Scale::kCount,
    .keep = {.max = 1000},
    .languages = kLanguages,
    .source = {.work = "NeMo Curator",
               .url = "https://github.com/NVIDIA-NeMo/Curator",
               .where =
                   "LongWordFilter, heuristic_filter_english_pipeline.yaml; the number is that "
                   "of C4's reference code"},
    .words = text::WordKind::kWhiteSpace,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
