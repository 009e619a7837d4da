#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/word_kind.h"

namespace tamis::text {
namespace {

void split_words(benchmark::State& state) {
  const std::string text = generated_text(state);
  const auto kind = static_cast<WordKind>(state.range(1));
  state.SetLabel(std::string(word_kind_name(kind)) + (state.range(0) == kEnglish ? " en" : " zh"));
  WordSplitter splitter;
  std::vector<std::string_view> words;
  for (auto _ : state) {
    splitter.split(text, kind, state.range(0) == kEnglish ? "en" : "zh", words);
    benchmark::DoNotOptimize(words.data());
  }
  count_bytes(state, text);
}
BENCHMARK(split_words)
    ->ArgsProduct({{kEnglish, kChinese},
                   benchmark::CreateDenseRange(0, static_cast<int>(WordKind::kNumKinds) - 1, 1)});

}  // namespace
}  // namespace tamis::text
