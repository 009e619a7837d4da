#include "tamis/extract/code_listings.h"

#include <gtest/gtest.h>

#include "tests/extract/block_texts.h"

namespace tamis::extract {
namespace {

std::string_view language_of(std::string_view page) {
  return language_of_listing(page, page.data() + 1);
}

TEST(LanguageOfListing, IsWhatHighlightersSay) {
  for (const auto& [page, language] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"<pre class='language-python'>", "python"},
           {"<pre><code class='hljs lang-c++'>", "c++"},
           {"<pre class=x>\n <code class=\"sourceCode haskell\">", "haskell"},
           {"<pre class='brush: js; gutter: true'>", "js"},
           {"<pre class='brush:php;'>", "php"},
           {"<div class='highlight-source-shell'><pre>", "shell"},
           {"<pre data-lang=sql>", "sql"},
           {"<pre class='src src-emacs-lisp'>", "emacs-lisp"},
           {"<pre class='brush:java;gutter:true;'>", "java"},
           {"<pre class='lang:python decode:true'>", "python"},
           {"<pre class=EnlighterJSRAW data-enlighter-language=php>", "php"},
           {"<pre data-enlighter-language=generic>", ""},
           {"<pre lang=ruby>", "ruby"},
           {"<pre lang=fr>", ""},
           {"<div lang=r><pre>", ""},
           {"<pre><span class=c>/* 注 */</span>", ""},
           {"<div class=highlight><pre><span class=go>out</span>", ""},
           {"<pre><span></span><code class=language-css>", "css"},
           {"<pre class='prettyprint'>", ""},
           {"<pre class=language-plaintext>", ""},
           {"<pre>中文<code class=language-c>", ""},
           {"<pre></pre><code class=language-c>", ""},
           {"<pre", ""}}) {
    EXPECT_EQ(language_of(page), language) << page;
  }
  EXPECT_EQ(language_of_listing("<p>", nullptr), "");
}

TEST(IsCodeFurniture, LeavesNumbersAndButtonsOutOfListings) {
  EXPECT_EQ(texts_of("<pre><span class=lineno>1 </span>a\n<span class='ln x'>2 </span>b</pre>"),
            "[a\nb]");
  EXPECT_EQ(texts_of("<pre><button>复制</button><code class='line-numbers'>a</code></pre>"), "[a]");
  EXPECT_EQ(texts_of("<p><span class=lineno>1</span>a"), "[1a]");
}

TEST(IsLineNumbers, CountsByOne) {
  EXPECT_TRUE(is_line_numbers("1\n2\n3"));
  EXPECT_TRUE(is_line_numbers(" 9\n10 \n11"));
  for (const std::string_view text : {"", " ", "1\n3", "1\n2a", "2020\n2019", "一\n二"})
    EXPECT_FALSE(is_line_numbers(text)) << text;
}

TEST(IsCopyLabel, KnowsBothLanguages) {
  for (const std::string_view text : {"Copy", "复制代码"}) EXPECT_TRUE(is_copy_label(text)) << text;
  EXPECT_FALSE(is_copy_label("copyright"));
}

}  // namespace
}  // namespace tamis::extract
