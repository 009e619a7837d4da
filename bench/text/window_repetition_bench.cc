#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/window_repetition.h"

namespace tamis::text {
namespace {

// Of one size, and of two sizes.
void count_windows(benchmark::State& state, std::size_t other_size) {
  const std::string text = generated_text(state).substr(0, 100'000);
  WindowRepetition windows;
  for (auto _ : state) {
    windows.set_text(text);
    windows.count(10);
    windows.count(other_size);
  }
  count_bytes(state, text);
}
BENCHMARK_CAPTURE(count_windows, of_10, 10)->Arg(kEnglish)->Arg(kChinese);
BENCHMARK_CAPTURE(count_windows, of_10_and_13, 13)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
