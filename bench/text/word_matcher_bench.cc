#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/word_matcher.h"

namespace tamis::text {
namespace {

void find_words(benchmark::State& state) {
  constexpr int kWords = 3000;
  const std::string text = generated_text(state);
  Random random(2);
  std::vector<std::string> words;
  for (int i = 0; i < kWords; ++i) words.push_back(text.substr(random.below(1000) * 999, 9));
  const auto matcher = WordMatcher::make(words);
  std::vector<WordMatcher::Match> matches;
  for (auto _ : state) matcher->find(text, matches);
  count_bytes(state, text);
}
BENCHMARK(find_words)->Arg(kEnglish)->Arg(kChinese);

}  // namespace
}  // namespace tamis::text
