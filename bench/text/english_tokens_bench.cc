#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/english_tokens.h"
#include "tamis/text/token_sentences.h"

namespace tamis::text {
namespace {

// Words and marks as often as in articles of the web.
std::string generated_prose() {
  constexpr std::string_view kWords[] = {
      "the",     "of",      "and",  "to",   "a",       "in",       "that",      "is",
      "was",     "it",      "for",  "on",   "with",    "people",   "different", "government",
      "because", "between", "year", "they", "company", "their",    "which",     "information",
      "would",   "about",   "from", "said", "world",   "through",  "United",    "States",
      "don't",   "2019",    "U.S.", "it's", "John’s",  "long-term"};
  constexpr std::string_view kMarks[] = {" ", " ", " ", " ", " ",  " ",  " ",  " ",   " ",
                                         " ", " ", " ", " ", ", ", ", ", ". ", ".\n", " \""};
  Random random(1);
  std::string text;
  while (text.size() < 1 << 20) {
    text += kWords[random.below(std::size(kWords))];
    text += kMarks[random.below(std::size(kMarks))];
  }
  return text;
}

void split_all(benchmark::State& state, std::string_view text) {
  std::vector<std::string_view> tokens;
  for (auto _ : state) text::split_english_tokens(text, tokens);
  count_bytes(state, text);
}

void split_english_prose(benchmark::State& state) { split_all(state, generated_prose()); }
BENCHMARK(split_english_prose);

void split_english_tokens(benchmark::State& state) { split_all(state, generated_text(state)); }
BENCHMARK(split_english_tokens)->Arg(kEnglish)->Arg(kChinese);

// One chunk of ten megabytes.
void split_one_chunk(benchmark::State& state) {
  constexpr std::string_view kPieces[] = {".", "(", "a.", "a@b.", ":)", "-a", "…"};
  const std::string_view piece = kPieces[state.range(0)];
  std::string text;
  while (text.size() < 10'000'000) text += piece;
  state.SetLabel(std::string(piece));
  split_all(state, text);
}
BENCHMARK(split_one_chunk)->DenseRange(0, 6);

void count_english_sentences(benchmark::State& state) {
  const std::string text = generated_prose();
  std::vector<std::string_view> tokens;
  text::split_english_tokens(text, tokens);
  for (auto _ : state) benchmark::DoNotOptimize(count_token_sentences(text, tokens));
  count_bytes(state, text);
}
BENCHMARK(count_english_sentences);

}  // namespace
}  // namespace tamis::text
