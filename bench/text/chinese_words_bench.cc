#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/chinese_words.h"

namespace tamis::text {
namespace {

void split_all(benchmark::State& state, const std::string& text) {
  ChineseWordSplitter splitter;
  std::vector<std::string_view> words;
  for (auto _ : state) splitter.split(text, words);
  count_bytes(state, text);
}

// Random characters: few words, nearly all by the hidden Markov model.
void split_random_characters(benchmark::State& state) { split_all(state, generated_text(state)); }
BENCHMARK(split_random_characters)->Arg(kEnglish)->Arg(kChinese);

// Words of the dictionary, as in prose, and a name now and then.
void split_prose(benchmark::State& state) {
  constexpr std::string_view kWords[] = {
      "的",   "是",   "在",   "了",   "我们", "中国", "经济",     "发展", "问题", "研究",
      "一个", "没有", "工作", "社会", "可以", "政府", "人民币",   "系统", "使用", "市场",
      "以及", "张伟", "她",   "不",   "上海", "大学", "信息技术", "公司", "，",   "。\n"};
  Random random(1);
  std::string text;
  while (text.size() < 1 << 20) text += kWords[random.below(std::size(kWords))];
  split_all(state, text);
}
BENCHMARK(split_prose);

// One block of ten megabytes.
void split_one_block(benchmark::State& state) {
  std::string text;
  const std::string_view piece = state.range(0) == 0 ? "一" : "中华人民共和国";
  while (text.size() < 10'000'000) text += piece;
  split_all(state, text);
}
BENCHMARK(split_one_block)->Arg(0)->Arg(1);

}  // namespace
}  // namespace tamis::text
