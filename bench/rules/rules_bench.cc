// Every rule by itself, and all together, over English and Chinese text that is generated; and over
// real texts, if the environment variable TAMIS_BENCH_TEXTS names a folder of them: a folder a
// language ("en", "zh-Hans"), a .txt file a document.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "bench/text/generated_text.h"
#include "bench/text/read_files.h"
#include "tests/rules/default_rule.h"

namespace tamis::rules {
namespace {

struct Sample {
  std::string name;
  std::string language;
  std::vector<std::string> texts;  // shown again and again if they are few
};

std::vector<Sample> samples() {
  text::Random random(1);
  std::vector<Sample> samples = {
      {"english/2KB", "en", {text::generated_english(2'000, random)}},
      {"english/100KB", "en", {text::generated_english(100'000, random)}},
      {"chinese/2KB", "zh-Hans", {text::generated_chinese(2'000, random)}},
      {"chinese/100KB", "zh-Hans", {text::generated_chinese(100'000, random)}}};
  if (const char* folder = std::getenv("TAMIS_BENCH_TEXTS"); folder != nullptr) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (!entry.is_directory()) continue;
      const std::string language = entry.path().filename().string();
      std::vector<std::string> texts = read_files(entry.path(), ".txt");
      if (!texts.empty()) samples.push_back({"real/" + language, language, std::move(texts)});
    }
  }
  return samples;
}

// Measures as a run does: about a megabyte of documents a batch, scratch kept between batches.
void apply(benchmark::State& state, const std::vector<RuleInstance>& rules, const Sample& sample) {
  const RuleStage stage(rules, Action::kMeasure);
  const auto scratch = stage.make_scratch();
  Batch batch;
  batch.signals.resize(static_cast<SignalIndex>(rules.size()));
  for (std::size_t num_bytes = 0; num_bytes < 1 << 20;) {
    for (const std::string& text : sample.texts) {
      batch.append({.language = sample.language, .text = text});
      num_bytes += text.size();
    }
  }
  for (auto _ : state) {
    stage.process(batch, scratch.get());
    batch.unit_histograms.clear();
  }
  state.SetBytesProcessed(state.iterations() * batch.selected_amount().bytes);
}

// The samples must live until the benchmarks have run.
void add_benchmark(const std::string& name, const std::vector<RuleInstance>& rules,
                   const std::vector<Sample>& samples) {
  for (const Sample& sample : samples) {
    benchmark::RegisterBenchmark(
        (name + "/" + sample.name).c_str(),
        [rules, &sample](benchmark::State& state) { apply(state, rules, sample); });
  }
}

}  // namespace
}  // namespace tamis::rules

int main(int argc, char** argv) {
  using namespace tamis::rules;
  const std::vector<Sample> texts = samples();
  std::vector<RuleInstance> all;
  for (const RuleSpec* spec : builtin_rules()) {
    all.push_back(default_rule(*spec));
    all.back().signal = static_cast<tamis::SignalIndex>(all.size() - 1);
    RuleInstance alone = all.back();
    alone.signal = 0;
    add_benchmark(std::string(spec->name), {alone}, texts);
  }
  add_benchmark("all", all, texts);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
