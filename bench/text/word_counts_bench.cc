#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/word_counts.h"
#include "tamis/text/word_kind.h"

namespace tamis::text {
namespace {

// Without the splitting.
void count_words(benchmark::State& state, WordKind kind) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> words;
  WordSplitter().split(text, kind, "", words);
  for (auto _ : state) benchmark::DoNotOptimize(text::count_words(words));
  count_bytes(state, text);
}
BENCHMARK_CAPTURE(count_words, letters, WordKind::kLetters)->Arg(kEnglish)->Arg(kChinese);
BENCHMARK_CAPTURE(count_words, white_space, WordKind::kWhiteSpace)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
