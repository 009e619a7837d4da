// Every transform over Chinese, traditional and English text that is generated, always the same.
#include <benchmark/benchmark.h>

#include <random>
#include <string>

#include "tamis/batch/batch.h"
#include "tamis/transforms/transform.h"

namespace tamis::transforms {
namespace {

std::string generated(std::string_view kind) {
  constexpr std::string_view kSimplified[] = {"天下大势", "分久必合", "，", "。",  "数据",
                                              "汉字",     "的",       "在", "ABC "};
  constexpr std::string_view kTraditional[] = {"後來", "頭髮", "，",   "。",  "數據",
                                               "漢字", "的",   "乾隆", "語言"};
  constexpr std::string_view kEnglish[] = {"time ", "people ", "government ", "of ",
                                           "the ",  "year, ",  "day. "};
  const std::span<const std::string_view> pieces =
      kind == "simplified"    ? std::span(kSimplified)
      : kind == "traditional" ? std::span(kTraditional)
                              : std::span<const std::string_view>(kEnglish);
  std::mt19937 random(1);
  std::string text;
  while (text.size() < 1 << 20) {
    for (int index = 0; index < 60; ++index) text += pieces[random() % pieces.size()];
    text.push_back('\n');
  }
  return text;
}

void apply(benchmark::State& state, const TransformSpec& spec, const std::string& text) {
  const Setup::Params params =
      spec.edit.setup.make_params ? spec.edit.setup.make_params() : nullptr;
  Batch batch;
  std::string edited;
  NewDocument new_document;
  new_document.text = text;
  for (auto _ : state) {
    state.PauseTiming();
    batch.clear();
    batch.append(new_document);
    Document document(batch, 0);
    state.ResumeTiming();
    spec.edit.call(document, edited, params.get(), nullptr);
    benchmark::DoNotOptimize(edited.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}

}  // namespace
}  // namespace tamis::transforms

int main(int argc, char** argv) {
  using namespace tamis::transforms;
  for (const std::string kind : {"simplified", "traditional", "english"}) {
    for (const TransformSpec* spec : builtin_transforms()) {
      benchmark::RegisterBenchmark(
          (std::string(spec->name) + "/" + kind).c_str(),
          [spec, text = generated(kind)](benchmark::State& state) { apply(state, *spec, text); });
    }
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
