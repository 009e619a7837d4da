#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/lines.h"

namespace tamis::text {
namespace {

void split_lines(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::vector<std::string_view> lines;
  for (auto _ : state) text::split_lines(text, lines);
  count_bytes(state, text);
}
BENCHMARK(split_lines)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
