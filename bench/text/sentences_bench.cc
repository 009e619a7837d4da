#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/sentences.h"

namespace tamis::text {
namespace {

void split_sentences(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> sentences;
  for (auto _ : state) text::split_sentences(text, sentences);
  count_bytes(state, text);
}
BENCHMARK(split_sentences)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
