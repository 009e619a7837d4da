#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/line_repetition.h"

namespace tamis::text {
namespace {

// Lines of 80 bytes, a fifth of which occur more than once.
void duplicate_lines(benchmark::State& state) {
  constexpr std::size_t kLineBytes = 80;
  const auto num_bytes = static_cast<std::size_t>(state.range(0));
  Random random(1);
  const std::string text = generated_english(num_bytes + kLineBytes, random);
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < num_bytes; begin += kLineBytes) {
    const std::string_view line = std::string_view(text).substr(begin, kLineBytes);
    lines.push_back(random.below(10) == 0 && !lines.empty() ? lines.back() : line);
  }
  LineRepetition repetition;
  for (auto _ : state) benchmark::DoNotOptimize(repetition.duplicates(lines));
  count_bytes(state, std::string_view(text).substr(0, num_bytes));
}
BENCHMARK(duplicate_lines)->Arg(2'000)->Arg(10'000)->Arg(100'000)->Arg(1'000'000);

}  // namespace
}  // namespace tamis::text
