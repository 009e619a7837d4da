#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/word_counts.h"
#include "tamis/text/word_kind.h"

namespace tamis::text {
namespace {

// The different words, with the hashes that n-grams need. Without the splitting, as below.
void tell_words_apart(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> words;
  WordSplitter().split(text, WordKind::kLetters, "", words);
  DistinctWords distinct;
  for (auto _ : state) distinct.set_words(words);
  count_bytes(state, text);
}
BENCHMARK(tell_words_apart)->Arg(kEnglish)->Arg(kChinese);

void count_words(benchmark::State& state, WordKind kind) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> words;
  WordSplitter().split(text, kind, "", words);
  DistinctWords distinct;
  distinct.set_words(words);
  for (auto _ : state) benchmark::DoNotOptimize(text::count_words(distinct));
  count_bytes(state, text);
}
BENCHMARK_CAPTURE(count_words, letters, WordKind::kLetters)->Arg(kEnglish)->Arg(kChinese);
BENCHMARK_CAPTURE(count_words, white_space, WordKind::kWhiteSpace)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
