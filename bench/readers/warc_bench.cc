// Reading a crawl: framing alone, as the serial part of a run does, and with decoding behind it.
#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "tamis/io/memory_file_system.h"
#include "tamis/readers/decode_stage.h"
#include "tamis/readers/open_source.h"
#include "tests/gzip.h"

namespace tamis::readers {
namespace {

constexpr std::size_t kPageBytes = 54'000;  // the mean of Common Crawl's records
constexpr int kNumRecords = 600;

// Markup-like text with Chinese words in it, about 5:1 under gzip as pages are.
std::string record(unsigned seed) {
  std::mt19937 random(seed);
  std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
  while (block.size() < kPageBytes) {
    block += "<div class=\"c" + std::to_string(random() % 50) + "\"><p>";
    for (int i = 0; i < 12; ++i) block += "\u8bcd\u8bed" + std::to_string(random() % 800) + " ";
    block += "</p></div>\n";
  }
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/" +
         std::to_string(seed) + "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

void read_all(benchmark::State& state, bool decodes) {
  io::MemoryFileSystem files;
  std::string file;
  std::int64_t num_bytes = 0;
  for (int i = 0; i < kNumRecords; ++i) {
    const std::string bytes = record(static_cast<unsigned>(i));
    num_bytes += static_cast<std::int64_t>(bytes.size());
    file += deflated(bytes);
  }
  files.add("crawl.warc.gz", std::move(file));
  const DecodeStage stage{Limits{}};
  const auto scratch = stage.make_scratch();
  Batch batch;
  for (auto _ : state) {
    auto source = open_source(files, "crawl.warc.gz", "warc", Limits{});
    for (bool has_more = true; has_more;) {
      batch.clear();
      has_more = *(*source)->read(batch, {});
      if (decodes) stage.process(batch, scratch.get());
      benchmark::DoNotOptimize(batch.selected.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * num_bytes);
  state.SetItemsProcessed(state.iterations() * kNumRecords);
}

void warc_framing(benchmark::State& state) { read_all(state, false); }
BENCHMARK(warc_framing)->Unit(benchmark::kMillisecond);

void warc_with_decoding(benchmark::State& state) { read_all(state, true); }
BENCHMARK(warc_with_decoding)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tamis::readers
