#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/charset.h"

namespace tamis::text {
namespace {

void decode_valid_utf8(benchmark::State& state) {
  const std::string text = generated_text(state);
  std::string buffer;
  for (auto _ : state)
    benchmark::DoNotOptimize(decode_to_utf8(text, "", true, std::string::npos, buffer));
  count_bytes(state, text);
}
BENCHMARK(decode_valid_utf8)->Arg(kEnglish)->Arg(kChinese);

// A page of 8 KB of GB18030 without a label: detection is most of it.
void detect_gb18030(benchmark::State& state) {
  Random random(1);
  std::string bytes;
  while (bytes.size() < 8192) {
    bytes += static_cast<char>(0xB0 + random.below(0x27));
    bytes += static_cast<char>(0xA1 + random.below(0x5E));
  }
  std::string buffer;
  for (auto _ : state)
    benchmark::DoNotOptimize(decode_to_utf8(bytes, "", true, std::string::npos, buffer));
  count_bytes(state, bytes);
}
BENCHMARK(detect_gb18030);

void decode_declared_gb18030(benchmark::State& state) {
  const std::string bytes(8192, static_cast<char>(0xB0 + 1));
  std::string buffer;
  for (auto _ : state) benchmark::DoNotOptimize(decode_to_utf8(bytes, "gbk", true, 100, buffer));
  count_bytes(state, bytes);
}
BENCHMARK(decode_declared_gb18030);

}  // namespace
}  // namespace tamis::text
