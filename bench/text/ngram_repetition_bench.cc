// Texts of several sizes, with words as frequent as in prose, all different, or all equal. The
// words are found beforehand.
#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/ngram_repetition.h"
#include "tamis/text/words.h"

namespace tamis::text {
namespace {

enum Kind { kEnglishProse, kChineseProse, kAllDifferent, kAllEqual };

constexpr const char* kKindNames[] = {"English", "Chinese", "all different", "all equal"};

std::string text_of_kind(Kind kind, std::size_t num_bytes) {
  const Vocabulary vocabulary(kind == kChineseProse ? kChinese : kEnglish);
  Random random(1);
  std::string text;
  while (text.size() < num_bytes) {
    if (kind == kAllEqual) text += "word ";
    if (kind == kAllDifferent) text += std::to_string(10'000 + text.size()) + " ";
    if (kind == kEnglishProse) text += vocabulary.word(random) + " ";
    if (kind == kChineseProse) text += vocabulary.word(random);
  }
  return text;
}

// Asks `ask` about the text of the first argument's kind and the second's bytes.
template <typename Ask>
void ask_about_text(benchmark::State& state, Ask ask) {
  const auto kind = static_cast<Kind>(state.range(0));
  state.SetLabel(kKindNames[kind]);
  const std::string text = text_of_kind(kind, static_cast<std::size_t>(state.range(1)));
  std::vector<std::string_view> words;
  split_words(text, words);
  DistinctWords distinct;
  distinct.set_words(words);
  NgramRepetition repetition;
  for (auto _ : state) {
    repetition.set_words(distinct);
    ask(repetition);
  }
  count_bytes(state, text);
}

// What RedPajama and DCLM ask.
void top_and_duplicate_ngrams(benchmark::State& state) {
  ask_about_text(state, [](NgramRepetition& repetition) {
    for (int n = 2; n <= 4; ++n) benchmark::DoNotOptimize(repetition.top(n, TopTie::kLongest));
    for (int n = 5; n <= 10; ++n) benchmark::DoNotOptimize(repetition.duplicate_code_points(n));
  });
}

// What datatrove asks beside the top ones.
void skipped_ngrams(benchmark::State& state) {
  ask_about_text(state, [](NgramRepetition& repetition) {
    for (int n = 5; n <= 10; ++n) benchmark::DoNotOptimize(repetition.skipped_code_points(n));
  });
}

void each_kind_and_size(benchmark::internal::Benchmark* bench) {
  for (const int kind : {kEnglishProse, kChineseProse, kAllDifferent, kAllEqual}) {
    for (const int num_bytes : {2'000, 10'000, 100'000, 1'000'000}) bench->Args({kind, num_bytes});
  }
}
BENCHMARK(top_and_duplicate_ngrams)->Apply(each_kind_and_size);
BENCHMARK(skipped_ngrams)->Apply(each_kind_and_size);

}  // namespace
}  // namespace tamis::text
