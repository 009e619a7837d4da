#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
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

void make_matcher(benchmark::State& state) {
  const std::vector<std::string> words = generated_words(kChinese, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(WordMatcher::make(words));
}
BENCHMARK(make_matcher)->Arg(3'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tamis::text
