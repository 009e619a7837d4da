#include <algorithm>
#include <array>

#include "tamis/rules/rule.h"

namespace tamis::rules {
namespace {

constexpr std::array<std::string_view, 8> kStopWords = {"the", "be",   "to",   "of",
                                                        "and", "that", "have", "with"};

double measure(const Passage& passage) {
  std::array<bool, kStopWords.size()> is_found{};
  for (const std::string_view word : passage.words()) {
    const auto stop_word = std::find(kStopWords.begin(), kStopWords.end(), word);
    if (stop_word != kStopWords.end()) is_found[stop_word - kStopWords.begin()] = true;
  }
  return static_cast<double>(std::count(is_found.begin(), is_found.end(), true));
}

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
           "and on text all in upper case.",
    .unit = "distinct words",
    .scale = Scale::kCount,
    .keep = {.min = 2},
    .languages = kLanguages,
    .source = {.work = "Rae et al. 2021 (Gopher)",
               .url = "https://arxiv.org/abs/2112.11446",
               .where = "appendix A1.1; distinct words, as in datatrove"},
    .words = text::WordKind::kLetters,
    .examples = kExamples,
    .measure = plain<measure>,
});

}  // namespace tamis::rules
