#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/window_repetition.h"

namespace tamis::text {
namespace {

void count_windows(benchmark::State& state) {
  const std::string text = generated_text(state).substr(0, 8'000);
  WindowRepetition windows;
  for (auto _ : state) windows.count(text, 10);
  count_bytes(state, text);
}
BENCHMARK(count_windows)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
