// Lists over generated text; and, if the environment names a folder of .txt files by
// TAMIS_BENCH_TEXTS and a list by TAMIS_BENCH_WORDS, that list over these files.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>

#include "bench/text/generated_text.h"
#include "bench/text/read_files.h"
#include "tamis/text/lines.h"
#include "tamis/text/word_matcher.h"

namespace tamis::text {
namespace {

// Words that the text hardly holds, as with a list of bad words and a good text.
std::vector<std::string> generated_words(Language language, std::int64_t num_words) {
  Random random(2);
  std::vector<std::string> words(static_cast<std::size_t>(num_words));
  for (std::string& word : words) {
    const unsigned num_letters = language == kEnglish ? 4 + random.below(8) : 2 + random.below(4);
    for (unsigned i = 0; i < num_letters; ++i) {
      append_code_point(language == kEnglish ? 'a' + random.below(26) : 0x4E00 + random.below(3000),
                        word);
    }
  }
  return words;
}

// The second argument says how many words.
void find_words(benchmark::State& state) {
  const std::string text = generated_text(state);
  const auto language = static_cast<Language>(state.range(0));
  const auto matcher = WordMatcher::make(generated_words(language, state.range(1)));
  std::vector<WordMatcher::Match> matches;
  for (auto _ : state) matcher->find(text, matches);
  count_bytes(state, text);
}
BENCHMARK(find_words)->ArgsProduct({{kEnglish, kChinese}, {3'000, 100'000}});

void find_real_words(benchmark::State& state) {
  const char* const folder = std::getenv("TAMIS_BENCH_TEXTS");
  const char* const list = std::getenv("TAMIS_BENCH_WORDS");
  if (folder == nullptr || list == nullptr) return state.SkipWithError("no texts and words named");
  std::ifstream file(list);
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);) {
    if (!trim(line).empty()) words.emplace_back(trim(line));
  }
  const std::vector<std::string> texts = read_files(folder, ".txt");
  const auto matcher = WordMatcher::make(words);
  std::int64_t num_bytes = 0;
  std::int64_t num_matches = 0;
  for (auto _ : state) {
    for (const std::string& text : texts) {
      num_matches += matcher->count(text);
      num_bytes += static_cast<std::int64_t>(text.size());
    }
  }
  state.SetBytesProcessed(num_bytes);
  state.counters["words"] = static_cast<double>(words.size());
  state.counters["matches_per_kb"] = 1e3 * static_cast<double>(num_matches) / double(num_bytes);
}
BENCHMARK(find_real_words)->Unit(benchmark::kMillisecond);

void make_matcher(benchmark::State& state) {
  const std::vector<std::string> words = generated_words(kChinese, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(WordMatcher::make(words));
}
BENCHMARK(make_matcher)->Arg(3'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tamis::text
