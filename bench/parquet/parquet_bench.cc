// Writing and reading Parquet: Chinese and English texts of web pages' sizes, bytes of text/s.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tamis/io/disk_file_system.h"
#include "tamis/readers/open_source.h"
#include "tamis/writers/writer.h"

namespace tamis {
namespace {

constexpr std::size_t kNumTexts = 10'000;

// Words of a Zipf-like distribution, so that zstd finds about what it finds in real text.
std::vector<std::string> make_texts() {
  std::mt19937 random(1);
  std::vector<std::string> words;
  for (int index = 0; index < 4000; ++index) {
    words.push_back(index % 2 == 0 ? "w" + std::to_string(random() % 100'000) + " " : "汉字");
    if (index % 2 != 0)
      words.back() += std::string("\xE4\xB8") + static_cast<char>(0x80 + random() % 64);
  }
  std::exponential_distribution<double> rank(0.004);
  std::vector<std::string> texts(kNumTexts);
  for (std::string& text : texts) {
    const std::size_t num_bytes = 500 + random() % 7000;
    while (text.size() < num_bytes) {
      text += words[static_cast<std::size_t>(rank(random)) % words.size()];
    }
  }
  return texts;
}

std::string file_path() {
  return (std::filesystem::temp_directory_path() /
          ("tamis_parquet_bench_" + std::to_string(::getpid()) + ".parquet"))
      .string();
}

// Returns the bytes of text, or 0 where this build has no Parquet.
std::int64_t write_file(const std::vector<std::string>& texts) {
  io::DiskFileSystem disk;
  const std::vector<writers::Field> fields = {{.name = "text"}, {.name = "language"}};
  const auto writer = writers::find_writer("parquet")->open(disk, file_path(), fields, {});
  if (!writer.has_value()) return 0;
  std::int64_t num_bytes = 0;
  for (const std::string& text : texts) {
    const std::vector<writers::FieldValue> row = {text, std::string_view("zh-Hans")};
    if (!(*writer)->write(row).has_value()) return 0;
    num_bytes += std::ssize(text);
  }
  return (*writer)->commit().has_value() ? num_bytes : 0;
}

void write_parquet(benchmark::State& state) {
  const std::vector<std::string> texts = make_texts();
  std::int64_t num_bytes = 0;
  for (auto _ : state) num_bytes += write_file(texts);
  if (num_bytes == 0) state.SkipWithError("this build has no Parquet");
  state.SetBytesProcessed(num_bytes);
  std::remove(file_path().c_str());
}
BENCHMARK(write_parquet)->Unit(benchmark::kMillisecond);

void read_parquet(benchmark::State& state) {
  const std::int64_t num_bytes = write_file(make_texts());
  if (num_bytes == 0) return state.SkipWithError("this build has no Parquet");
  const io::DiskFileSystem disk;
  Batch batch;
  for (auto _ : state) {
    const auto source = readers::open_source(disk, file_path(), "parquet", {});
    for (bool has_more = true; has_more; batch.clear()) has_more = *(*source)->read(batch, {});
  }
  state.SetBytesProcessed(num_bytes * state.iterations());
  std::remove(file_path().c_str());
}
BENCHMARK(read_parquet)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tamis
