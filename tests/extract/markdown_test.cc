#include "tamis/extract/markdown.h"

#include <gtest/gtest.h>

#include "tests/extract/formed_text.h"

namespace tamis::extract {
namespace {

struct Case {
  std::string_view html;
  std::string_view markdown;
};

void expect_markdown(std::initializer_list<Case> cases) {
  for (const auto& [html, markdown] : cases) EXPECT_EQ(markdown_of(html), markdown) << html;
}

TEST(WriteMarkdown, PartsParagraphsAndHeadings) {
  expect_markdown({{"<h1>标题</h1><p>甲<p>乙", "# 标题\n\n甲\n\n乙"},
                   {"<h3>a<br>b</h3><h6>C ##</h6>", "### a b\n\n###### C #\\#"},
                   {"<h3>（一）<br>背景</h3>", "### （一）背景"},
                   {"<h2><a>#</a> 安装</h2>", "## 安装"},
                   {"<p>甲 <code>b</code>¶<p>c", "甲 `b`\n\nc"},
                   {"", ""}});
}

TEST(WriteMarkdown, BreaksLines) {
  expect_markdown(
      {{"<p>床前明月光，<br>疑是地上霜。<br><br>举头", "床前明月光，  \n疑是地上霜。\n\n举头"},
       {"<p>a<br># b<br>1. c", "a  \n\\# b  \n1\\. c"}});
}

TEST(WriteMarkdown, NestsLists) {
  expect_markdown({{"<ul><li>甲<ul><li>乙</ul><li>丙</ul><p>丁", "- 甲\n  - 乙\n- 丙\n\n丁"},
                   {"<ol start=9><li>a<li><p>b<p>c</ol>", "9. a\n10. b\n\n    c"},
                   {"<ol><li value=4>a<ol><li>b</ol></ol>", "4. a\n   1. b"},
                   {"<ol><li><h3>甲</h3><p>乙<li>丙</ol>", "### 甲\n\n乙\n\n2. 丙"},
                   {"<ol reversed><li><h3>a</h3><li>b</ol>", "### a\n\n1. b"},
                   {"<ul><li><ul><li><input type=checkbox>a</ul>b</ul>", "- [ ] a\n\n- b"},
                   {"<ul><li>a</ul><ul><li>b</ul>", "- a\n\n- b"},
                   {"<p>a<ul><li>b</ul>", "a\n\n- b"}});
}

TEST(WriteMarkdown, QuotesWithinListsAndListsWithinQuotations) {
  expect_markdown({{"<blockquote><p>甲<p>乙<blockquote>丙</blockquote></blockquote>丁",
                    "> 甲\n>\n> 乙\n>\n> > 丙\n\n丁"},
                   {"<blockquote><ul><li>a<li>b</ul></blockquote>", "> - a\n> - b"},
                   {"<ul><li>a<blockquote>b</blockquote></ul>", "- a\n\n  > b"}});
}

TEST(WriteMarkdown, FencesListings) {
  expect_markdown(
      {{"<pre><code class=language-py>if x:\n\n\ty  \n</code></pre>", "```py\nif x:\n\n\ty\n```"},
       {"<div class=highlight-source-shell><pre>ls</pre></div>", "```shell\nls\n```"},
       {"<pre>```\n中文</pre>", "````\n```\n中文\n````"},
       {"<pre>`````````````````````</pre>",
        "``````````````````````\n`````````````````````\n``````````````````````"},
       {"<pre><div>a</div><div> b</div></pre>", "```\na\n b\n```"},
       {"<pre><div>a</div><div><br></div><div> b</div></pre>", "```\na\n\n b\n```"},
       {"<pre><div>a</div><div><br></div><div><br></div><div>b</div></pre><p>c",
        "```\na\n\nb\n```\n\nc"},
       {"a<br><pre>b</pre>", "a\n\n```\nb\n```"},
       {"<div class=blockcode><ol><li>f:<br><li>&nbsp; x</ol><em>复制代码</em></div>",
        "```\nf:\n  x\n```"},
       {"<ol class=dp-list><li>a</ol>", "1. a"},
       {"<ol class=dp-j><li><span>int x;</span><li>}</ol>", "```\nint x;\n}\n```"},
       {"<table class='x js-file-line-container'><tr><td><td>if a:<tr><td><td>  b</table>",
        "```\nif a:\n  b\n```"},
       {"<ul><li>a<pre>b\n\nc</pre></ul>", "- a\n\n  ```\n  b\n\n  c\n  ```"}});
}

TEST(WriteMarkdown, WritesTables) {
  expect_markdown({{"<table><tr><th>年<th>值<tr><td>2020<td>a|b</table>",
                    "| 年 | 值 |\n| --- | --- |\n| 2020 | a\\|b |"},
                   {"<table><tr><td>a<td>b<tr><td>c<td>d</table><p>e",
                    "|  |  |\n| --- | --- |\n| a | b |\n| c | d |\n\ne"}});
}

TEST(WriteMarkdown, KeepsCodeAndFormulas) {
  expect_markdown(
      {{"<p>用 <code>a_*b*</code> 和 <math><mi>x</mi><mo>*</mo><mi>y</mi></math>。",
        "用 `a_*b*` 和 $x*y$。"},
       {"<p><code>(<code>甲</code>)</code><code>b</code> <code>c</code>", "`(甲)b` `c`"},
       {"<p>a <math display=block><mi>x</mi></math> b", "a\n$$x$$\nb"},
       {"<ul><li>a <math display=block><mi>x</mi></math></ul>", "- a\n  $$x$$"},
       {"<h2><code>f()</code> 函数</h2>", "## `f()` 函数"}});
}

TEST(WriteMarkdown, PartsPosts) {
  expect_markdown({{"<div class=post><p>一楼<p>甲</div><div class=post><p>二楼</div>",
                    "一楼\n\n甲\n\n---\n\n二楼"},
                   {"<div class=post>a</div><div class=post><blockquote>b</blockquote>c</div>"
                    "<div class=post><ul><li>d</ul></div>",
                    "a\n\n---\n\n> b\n\nc\n\n---\n\n- d"},
                   {"<div class=box><p>a</div><div class=box><p>b</div>", "a\n\nb"}});
}

TEST(WriteMarkdown, KeepsThePartsOfAPostTogether) {
  expect_markdown(
      {{"<p class=pw-post-body-paragraph>甲<p class=pw-post-body-paragraph>乙", "甲\n\n乙"},
       {"<h2 class=post>a</h2><h2 class=post>b</h2>", "## a\n\n## b"},
       {"<details class=question>a</details><details class=question>b</details>", "a\n\nb"},
       {"<div class=faq-item>a</div><div class=faq-item>b</div>", "a\n\nb"},
       {"<ul><li class=topic>a<li class=topic>b</ul>", "- a\n- b"}});
}

TEST(WriteMarkdown, BoundsNesting) {
  std::string html;
  for (int i = 0; i < 300; ++i) html += "<blockquote>";
  EXPECT_EQ(markdown_of(html + "a"), "> > > > > > a");
  html.clear();
  for (int i = 0; i < 300; ++i) html += "<ul><li>";
  EXPECT_EQ(markdown_of(html + "a"), "- a");
}

}  // namespace
}  // namespace tamis::extract
