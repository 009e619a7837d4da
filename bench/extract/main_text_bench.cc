// The way of a page: tokens, blocks, decision, metadata, by bytes of HTML. Pages are generated,
// in the proportions of the web: a fifteenth of the bytes is text.
#include <benchmark/benchmark.h>

#include <random>
#include <span>
#include <string>
#include <string_view>

#include "tamis/extract/block_builder.h"
#include "tamis/extract/character_references.h"
#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/main_text.h"

namespace tamis::extract {
namespace {

constexpr std::string_view kEnglish[] = {"the ", "river ",  "rose &amp; ",
                                         "and ", "people ", "left, "};
constexpr std::string_view kChinese[] = {"长江", "水位", "上涨了，", "居民", "离开", "家园。"};

std::string text_of(std::span<const std::string_view> words, std::size_t num_words,
                    std::mt19937& random) {
  std::string text;
  for (std::size_t i = 0; i < num_words; ++i) text += words[random() % words.size()];
  return text;
}

// A page of menus, scripts and paragraphs.
std::string make_page(std::span<const std::string_view> words) {
  std::mt19937 random(1);
  std::string html = "<!doctype html><html lang=en><head><title>A page - Site</title>";
  html += "<script>" + std::string(60000, 'x') + "</script></head><body>";
  for (int i = 0; i < 150; ++i) {
    html += "<li class=\"menu-item menu-item-type-post_type\" id='item-" + std::to_string(i) +
            "'><a href=\"/some/path/to/a/page\" data-id=\"17\">" + text_of(words, 2, random) +
            "</a></li>\n";
  }
  for (int i = 0; i < 60; ++i) {
    html += "<div class=\"row content-block\"><div class=\"col\" style=\"margin: 0 auto\"><p>";
    html += text_of(words, 40, random) + "<a href=x>link</a></p></div></div>\n";
  }
  return html + "</body></html>";
}

void tokenize(benchmark::State& state, std::span<const std::string_view> words) {
  const std::string html = make_page(words);
  for (auto _ : state) {
    HtmlTokenizer tokenizer(html);
    while (tokenizer.next()) benchmark::DoNotOptimize(tokenizer.token());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * html.size()));
}
BENCHMARK_CAPTURE(tokenize, english, kEnglish);
BENCHMARK_CAPTURE(tokenize, chinese, kChinese);

void extract(benchmark::State& state, std::span<const std::string_view> words,
             const Options& options = {}) {
  const std::string html = make_page(words);
  Workspace workspace;
  Page page;
  for (auto _ : state) {
    extract_page(html, "", options, workspace, page);
    benchmark::DoNotOptimize(page.text.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * html.size()));
}
BENCHMARK_CAPTURE(extract, english, kEnglish);
BENCHMARK_CAPTURE(extract, chinese, kChinese);
BENCHMARK_CAPTURE(extract, chinese_markdown, kChinese, {.form = "markdown"});

void decode_references(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "a &amp; b&nbsp;&#20013; &eacute; &unknown; ";
  std::string decoded;
  for (auto _ : state) {
    decoded.clear();
    append_decoded(text, ReferenceContext::kText, decoded);
    benchmark::DoNotOptimize(decoded.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(decode_references);

}  // namespace
}  // namespace tamis::extract
