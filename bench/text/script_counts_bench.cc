#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/script_counts.h"

namespace tamis::text {
namespace {

void count_scripts(benchmark::State& state) {
  const std::string text = generated_text(state);
  for (auto _ : state) benchmark::DoNotOptimize(text::count_scripts(text));
  count_bytes(state, text);
}
BENCHMARK(count_scripts)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
