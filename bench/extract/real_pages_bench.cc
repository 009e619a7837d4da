// The way of real pages, stage by stage: the .html files in and below the folder that the
// environment variable TAMIS_BENCH_PAGES names (of shared/data/html_gold, unpacked). Each stage's
// time includes those before it. Without the variable nothing is measured.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "bench/text/read_files.h"
#include "tamis/extract/block_builder.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/main_text.h"
#include "tamis/extract/main_text_decision.h"

namespace tamis::extract {
namespace {

std::vector<std::string> read_pages() {
  const char* const folder = std::getenv("TAMIS_BENCH_PAGES");
  return folder == nullptr ? std::vector<std::string>() : read_files(folder, ".html");
}

template <typename Work>
void measure(benchmark::State& state, Work work) {
  static const std::vector<std::string> pages = read_pages();
  if (pages.empty()) return state.SkipWithError("set TAMIS_BENCH_PAGES");
  std::int64_t num_bytes = 0;
  for (const std::string& page : pages) num_bytes += static_cast<std::int64_t>(page.size());
  for (auto _ : state) {
    for (const std::string& page : pages) work(page);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * num_bytes);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pages.size()));
}

void tokenize_pages(benchmark::State& state) {
  measure(state, [](std::string_view page) {
    HtmlTokenizer tokenizer(page);
    while (tokenizer.next()) benchmark::DoNotOptimize(tokenizer.token());
  });
}
BENCHMARK(tokenize_pages)->Unit(benchmark::kMillisecond);

void build(std::string_view page, BlockBuilder& builder, Blocks& blocks) {
  builder.start(blocks);
  HtmlTokenizer tokenizer(page);
  while (tokenizer.next()) builder.add(tokenizer.token());
  builder.finish();
}

void build_blocks(benchmark::State& state) {
  Blocks blocks;
  BlockBuilder builder;
  measure(state, [&](std::string_view page) { build(page, builder, blocks); });
}
BENCHMARK(build_blocks)->Unit(benchmark::kMillisecond);

void measure_pages(benchmark::State& state) {
  Blocks blocks;
  BlockBuilder builder;
  std::vector<BlockFeatures> features;
  measure(state, [&](std::string_view page) {
    build(page, builder, blocks);
    measure_blocks(blocks, features);
  });
}
BENCHMARK(measure_pages)->Unit(benchmark::kMillisecond);

void decide_pages(benchmark::State& state) {
  Blocks blocks;
  BlockBuilder builder;
  Decision decision;
  measure(state, [&](std::string_view page) {
    build(page, builder, blocks);
    decide_main_text(blocks, {}, decision);
  });
}
BENCHMARK(decide_pages)->Unit(benchmark::kMillisecond);

void extract_pages(benchmark::State& state) {
  Workspace workspace;
  Page page;
  measure(state, [&](std::string_view html) { extract_page(html, "", {}, workspace, page); });
}
BENCHMARK(extract_pages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tamis::extract
