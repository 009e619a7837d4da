// Decompression of a crawl's shape: one member per record, and one member for all.
#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "tamis/io/decompress.h"
#include "tamis/io/memory_file_system.h"
#include "tests/gzip.h"

namespace tamis::io {
namespace {

constexpr std::size_t kRecordBytes = 54'000;  // the mean of Common Crawl's records
constexpr int kNumRecords = 600;

// Markup-like text: words of a vocabulary with tags between, about 5:1 under gzip as pages are.
std::string page(unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < kRecordBytes) {
    text += "<div class=\"c" + std::to_string(random() % 50) + "\"><p>";
    for (int i = 0; i < 12; ++i) text += "word" + std::to_string(random() % 800) + " ";
    text += "</p></div>\n";
  }
  return text;
}

void read_all(benchmark::State& state, const std::string& file) {
  std::int64_t num_bytes = 0;
  for (auto _ : state) {
    auto source = decompress(memory_source(file));
    Chunk chunk;
    while (*(*source)->next(chunk)) {
      num_bytes += static_cast<std::int64_t>(chunk.bytes.size());
      benchmark::DoNotOptimize(chunk.bytes.data());
    }
  }
  state.SetBytesProcessed(num_bytes);
}

void gzip_member_per_record(benchmark::State& state) {
  std::string file;
  for (int i = 0; i < kNumRecords; ++i) file += deflated(page(static_cast<unsigned>(i)));
  read_all(state, file);
}
BENCHMARK(gzip_member_per_record)->Unit(benchmark::kMillisecond);

void gzip_one_member(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < kNumRecords; ++i) text += page(static_cast<unsigned>(i));
  read_all(state, deflated(text));
}
BENCHMARK(gzip_one_member)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tamis::io
