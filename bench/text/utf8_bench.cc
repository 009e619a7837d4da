#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/utf8.h"

namespace tamis::text {
namespace {

void count_code_points(benchmark::State& state) {
  const std::string text = generated_text(state);
  for (auto _ : state) benchmark::DoNotOptimize(text::count_code_points(text));
  count_bytes(state, text);
}
BENCHMARK(count_code_points)->Arg(kEnglish)->Arg(kChinese);

void is_valid_utf8(benchmark::State& state) {
  const std::string text = generated_text(state);
  for (auto _ : state) benchmark::DoNotOptimize(text::is_valid_utf8(text));
  count_bytes(state, text);
}
BENCHMARK(is_valid_utf8)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
