// Pages on which parsers that build a tree need minutes; here each must simply end. A quadratic
// path would not within the test's time limit.
#include <gtest/gtest.h>

#include <string>

#include "tamis/extract/html_tokenizer.h"
#include "tamis/extract/main_text.h"
#include "tests/extract/block_texts.h"
#include "tests/extract/formed_text.h"

namespace tamis::extract {
namespace {

std::string repeat(std::string_view piece, int count) {
  std::string repeated;
  for (int i = 0; i < count; ++i) repeated += piece;
  return repeated;
}

struct Hostile {
  std::string_view name;
  std::string html;
};

// Each ends otherwise, so that what all texts begin with is nearly in all of them.
std::string descriptions(int count) {
  std::string metas;
  for (int i = 0; i < count; ++i)
    metas += "<meta name=description content=" + repeat("a", 28) + std::to_string(10 + i) + ">";
  return metas;
}

std::vector<Hostile> hostile_pages() {
  return {
      {"nested div", repeat("<div>", 200000)},
      {"nested div with text", repeat("<div>a ", 200000) + repeat("</div>", 200000)},
      {"unclosed b", repeat("<b>x", 500000)},
      {"unclosed hidden span", repeat("<span hidden>x", 300000) + repeat("</span>", 300000)},
      {"links in nested tables", repeat("<table><tr><td><a href=x>a", 100000)},
      {"attributes", "<p " + repeat("a=b ", 2500000) + ">x"},
      {"unclosed quote", "<p a='" + repeat("x>", 5000000)},
      {"less than", repeat("<", 10000000)},
      {"comments", repeat("<!--", 2500000)},
      {"dashes", "<!--" + repeat("-", 10000000)},
      {"references", repeat("&x", 5000000)},
      {"numbers", "&#" + repeat("9", 10000000)},
      {"scripts", repeat("<script>", 1000000)},
      {"escaped scripts", "<script><!--" + repeat("<script>-", 1000000)},
      {"end tags", repeat("<div>", 500) + repeat("</section></p></li></td>", 400000)},
      {"breaks", repeat("a<br>", 2000000)},
      {"lists", repeat("<ul><li>a", 500000)},
      {"white space", repeat(" \n", 5000000)},
      {"linked data", "<script type=application/ld+json>" + repeat("\"datePublished\"", 700000)},
      {"title", "<title>" + repeat("a - ", 2500000)},
      {"open formula", "<math>" + repeat("<msqrt><mi>x", 800000)},
      {"formulas", repeat("<math><mfrac><mi>x</mi><mi>y</mi></mfrac></math>", 200000)},
      {"deep formulas", repeat("<math>" + repeat("<mfrac>", 100) + "x</math>", 10000)},
      {"formulas in text of formulas", "<math>" + repeat("<mtext>\\", 1000000)},
      {"open TeX", "<p>" + repeat("\\(a", 3000000)},
      {"dollars", "<p>" + repeat("$$ $", 2500000)},
      {"marks", "<p>" + repeat("*_`", 3000000)},
      {"listings", repeat("<div><pre class=x>a</pre></div>", 300000)},
      {"cells", repeat("<tr><td rowspan=9 colspan=9>a<td>b", 300000)},
      {"items", "<ol class='" + repeat("x", 2000) + "'>" + repeat("<li value=7>a<br>b", 300000)},
      {"quotations", repeat("<blockquote>a<br>b", 300000)},
      {"described", descriptions(1000) + repeat("<p>" + repeat("a", 120), 100000)},
      {"dates", "<h1>x</h1>" + repeat("<p class=date>1990-01-99", 400000)}};
}

TEST(HostilePages, AreReadToTheirEnd) {
  Workspace workspace;
  Page page;
  for (const Hostile& hostile : hostile_pages()) {
    SCOPED_TRACE(hostile.name);
    extract_page(hostile.html, "", {.reads_attribution = true}, workspace, page);
    EXPECT_LE(page.text.size(), hostile.html.size() * 2);
  }
}

// With all blocks: the decision keeps few of these pages' texts.
TEST(HostilePages, AreWrittenAsMarkdown) {
  for (const Hostile& hostile : hostile_pages()) {
    SCOPED_TRACE(hostile.name);
    EXPECT_LE(markdown_of(hostile.html).size(), hostile.html.size() * 4);
  }
}

TEST(HostilePages, KeepBlocksBounded) {
  EXPECT_LE(read_blocks(repeat("a<br>", 1000000)).blocks.size(), kNumBlocksMax);
  EXPECT_LE(read_blocks(repeat("<ul><li>a</ul>", 400000)).containers.size(), kNumContainersMax);
}

TEST(HostilePages, CutAnywhereDoNotCrash) {
  const std::string html =
      "<!doctype html><html lang='zh'><!-- a "
      "--><script><!--<script></script>--></script><svg><![CDATA[x]]></svg>"
      "<table><tr><td>&notin;&#x4e2d;<td>文<ruby>a<rt>b</ruby><pre>\n x</pre><p hidden "
      "style='display:none'>c<ol start=3><li "
      "value=9>d<math display=block><mfrac><mi>x</mi><mn>2</mn></mfrac></math><script "
      "type=math/tex>y</script><img class=tex alt='z'><code>`</code><blockquote>\\(e";
  for (std::size_t size = 0; size <= html.size(); ++size) {
    const std::string_view cut = std::string_view(html).substr(0, size);
    EXPECT_LE(texts_of(cut).size(), html.size() * 2);
    EXPECT_LE(markdown_of(cut).size(), html.size() * 2);
  }
}

}  // namespace
}  // namespace tamis::extract
