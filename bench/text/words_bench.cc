#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/words.h"

namespace tamis::text {
namespace {

void split_words(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> words;
  for (auto _ : state) text::split_words(text, words);
  count_bytes(state, text);
}
BENCHMARK(split_words)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
