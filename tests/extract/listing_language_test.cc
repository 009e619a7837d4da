#include "tamis/extract/listing_language.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

#include "tamis/extract/block_builder.h"

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
           {"<pre><div><span>javascript</span><div>复制代码</div></div><code class=language-js>",
            "js"},
           {"<pre><div>见下</div><code class=language-js>", ""},
           {"<div><pre>make</pre><pre class=language-json>", ""},
           {"<div class=highlight-text-html-php><pre>", "php"},
           {"<div class=highlight-text-html-basic><pre>", "html"},
           {"<div class=highlight-source-css-scss><pre>", "scss"},
           {"<div class=highlight-ipython3><pre>", "ipython3"},
           {"<div class='highlight-zig notranslate'><div class=highlight><pre>", "zig"},
           {"<div class='highlight-default notranslate'><div class=highlight><pre>", ""},
           {"<div class=highlight-wrapper><pre>", ""},
           {"<div class='card basic'><pre>", ""},
           {"<figure class='highlight basic'><pre>", "basic"},
           {"<pre><code class=language-fallback>", ""},
           {"<pre><code class='hljs language-undefined'>", ""},
           {"<pre", ""}}) {
    EXPECT_EQ(language_of(page), language) << page;
  }
  EXPECT_EQ(language_of_listing("<p>", nullptr), "");
}

TEST(IsLanguageName, TakesOneShortWord) {
  for (const std::string_view name : {"c++", "Python", "objective-c", "f#"})
    EXPECT_TRUE(is_language_name(name)) << name;
  for (const std::string_view name :
       {"", "text", "Unknown", "two words", "中文", "zh-CN", "a-name-that-is-much-too-long"})
    EXPECT_FALSE(is_language_name(name)) << name;
}

struct Marked {
  std::string_view language;
  std::uint32_t num_blocks;  // of the box
};

// Of the first listing.
Marked marked_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  for (const Block& block : blocks.blocks) {
    if (!block.keeps_space) continue;
    const MarkedListing found = find_marked_listing(blocks, block, html);
    return {found.language, blocks.containers[found.box].sums.num_blocks};
  }
  return {};
}

TEST(FindMarkedListing, LooksAtBoxesThatHoldLittleElse) {
  const auto expect = [](std::string_view html, std::string_view language,
                         std::uint32_t num_blocks) {
    const Marked marked = marked_of(html);
    EXPECT_EQ(marked.language, language) << html;
    EXPECT_EQ(marked.num_blocks, num_blocks) << html;
  };
  expect("<div class=language-go><p>file.go<pre>甲</pre></div><p>b", "go", 2);
  expect("<div class=language-go><p>a<p>b<p>c<p>one two three four<pre>甲</pre></div>", "", 1);
  expect("<div class=language-go><pre>a\nb\nc\nd\ne</pre><div>1<br>2<br>3<br>4<br>5</div></div>",
         "go", 6);
  expect("<div><div><pre><div>a</div>b</pre></div></div>", "", 2);
  std::string section = "<div class=language-go><pre>a</pre><p>";
  for (int i = 0; i < 31; ++i) section += "word ";
  expect(section, "", 1);
}

TEST(ListingAround, IsTheOutermostPre) {
  const Blocks blocks = read_blocks("<pre>a<div><pre>b</pre></div></pre><p>c");
  EXPECT_EQ(listing_around(blocks, blocks.blocks[1]), blocks.blocks[0].container);
}

}  // namespace
}  // namespace tamis::extract
