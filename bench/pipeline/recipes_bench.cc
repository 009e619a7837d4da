// Every recipe of recipes/: all its steps over every document, none dropped, from text to numbers.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "bench/text/generated_text.h"
#include "tamis/io/disk_file_system.h"
#include "tamis/pipeline/batch_worker.h"
#include "tamis/pipeline/plan_builder.h"
#include "tests/must.h"

namespace tamis::pipeline {
namespace {

constexpr std::size_t kDocumentBytes = 10'000;
constexpr int kNumDocuments = 100;

Plan plan_of(const std::string& recipe) {
  const io::DiskFileSystem disk;
  // The books are kept by input file: any file will do, for none is read.
  return must(read_plan(disk, recipe, {.inputs = {recipe}, .action = rules::Action::kMeasure}));
}

std::vector<std::string> documents(text::Language language) {
  text::Random random(1);
  std::vector<std::string> texts;
  for (int i = 0; i < kNumDocuments; ++i) {
    texts.push_back(language == text::kEnglish ? text::generated_english(kDocumentBytes, random)
                                               : text::generated_chinese(kDocumentBytes, random));
  }
  return texts;
}

void run_recipe(benchmark::State& state, const std::string& recipe, text::Language language) {
  const Plan plan = plan_of(recipe);
  BatchWorker worker(plan);
  const std::vector<std::string> texts = documents(language);
  std::int64_t num_bytes = 0;
  for (auto _ : state) {
    worker.clear();
    for (const std::string& text : texts) {
      worker.batch().append(
          {.language = language == text::kEnglish ? "en" : "zh-Hans", .text = text});
      num_bytes += static_cast<std::int64_t>(text.size());
    }
    worker.work();
  }
  state.SetBytesProcessed(num_bytes);
}

}  // namespace
}  // namespace tamis::pipeline

int main(int argc, char** argv) {
  using namespace tamis;
  for (const auto& entry : std::filesystem::directory_iterator(TAMIS_SOURCE_DIR "/recipes")) {
    const std::string recipe = entry.path().string();
    for (const auto& [name, language] :
         {std::pair("english", text::kEnglish), std::pair("chinese", text::kChinese)}) {
      benchmark::RegisterBenchmark((entry.path().stem().string() + "/" + name).c_str(),
                                   [recipe, language = language](benchmark::State& state) {
                                     pipeline::run_recipe(state, recipe, language);
                                   });
    }
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
