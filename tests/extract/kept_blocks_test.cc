#include "tamis/extract/kept_blocks.h"

#include <gtest/gtest.h>

#include <string>

#include "tamis/extract/block_builder.h"

namespace tamis::extract {
namespace {

using Kept = std::vector<std::uint32_t>;

// Of a page whose blocks are all decided for.
Kept kept_of(std::string_view html) {
  const Blocks blocks = read_blocks(html);
  Kept kept;
  find_kept_blocks(blocks, std::vector<std::uint8_t>(blocks.blocks.size(), 1), html, kept);
  return kept;
}

TEST(FindKeptBlocks, LeavesOutWhatIsNotDecidedFor) {
  const std::string_view html = "<p>a<p>b<p>c";
  Kept kept;
  find_kept_blocks(read_blocks(html), {1, 0, 1}, html, kept);
  EXPECT_EQ(kept, (Kept{0, 2}));
}

TEST(FindKeptBlocks, LeavesOutWhatShowsAListing) {
  EXPECT_EQ(kept_of("<button>Copy</button><table><tr><td><pre>1\n2</pre><td><pre>a\nb</pre>"
                    "</table><pre>1\n2"),
            (Kept{2, 3}));
  EXPECT_EQ(kept_of("<pre><div>复制代码</div><code>甲</code></pre>"), (Kept{1}));
  EXPECT_EQ(kept_of("<pre>copy</pre>"), (Kept{0}));
}

TEST(FindKeptBlocks, TakesForLineNumbersWhatCountsTheLines) {
  const auto keeps_numbers = [](std::string_view numbers, std::string_view listing) {
    return kept_of(std::string("<table><tr><td><pre>")
                       .append(numbers)
                       .append("</pre><td><i>Copy it</i><pre>")
                       .append(listing)
                       .append("</pre></table>"))
               .front() == 0;
  };
  EXPECT_FALSE(keeps_numbers("7\n8", "a\nb"));
  EXPECT_FALSE(keeps_numbers("1\n2\n3\n4", "\na\nb\nc"));
  EXPECT_TRUE(keeps_numbers("1\n2", "是"));
  EXPECT_TRUE(keeps_numbers("1\n2", "a\nb\nc"));
  EXPECT_TRUE(keeps_numbers("1\n2", "3\n4"));
}

TEST(FindKeptBlocks, LeavesOutListsOfLineNumbers) {
  EXPECT_EQ(kept_of("<pre>甲\nb<ul><li>1</li><li>2</ul></pre><p>c"), (Kept{0, 3}));
  EXPECT_EQ(kept_of("<pre><ol><li>1<li>x</ol>a"), (Kept{0, 1, 2}));
  EXPECT_EQ(kept_of("<pre><ol><li>1<li>2</ol></pre>"), (Kept{0, 1}));
  EXPECT_EQ(kept_of("<p>a<ul><li>1<li>2</ul>"), (Kept{0, 1, 2}));
  EXPECT_EQ(kept_of("<pre>a<ul><li>1</ul>"), (Kept{0}));
}

// VitePress has them behind the listing.
TEST(FindKeptBlocks, LeavesOutBoxesOfLineNumbers) {
  EXPECT_EQ(kept_of("<div><pre>a\nb</pre><div>1<br>2<br></div></div><p>c"), (Kept{0, 3}));
  EXPECT_EQ(kept_of("<div><div>1<br>2</div><pre>a\nb</pre></div>"), (Kept{2}));
  EXPECT_EQ(kept_of("<div><pre>a</pre><div>1</div></div>"), (Kept{0, 1})) << "one is no column";
  EXPECT_EQ(kept_of("<pre>a</pre><div><div>1<br>2</div></div>"), (Kept{0, 1, 2}))
      << "in a box of their own";
  EXPECT_EQ(kept_of("<div><p>a<div>1<br>2</div></div>"), (Kept{0, 1, 2})) << "no listing";
  EXPECT_EQ(kept_of("<div><pre>a</pre><div>1<br>2<br>x</div></div>"), (Kept{0, 1, 2, 3}));
}

TEST(FindKeptBlocks, LeavesOutTheLanguageOfAListing) {
  EXPECT_EQ(kept_of("<div class=language-ts><span>TS</span><pre><code>a</code></pre></div><p>b"),
            (Kept{1, 2}));
  EXPECT_EQ(kept_of("<pre><div>python</div><div>Copy code</div><code class=language-python>a"),
            (Kept{2}));
  EXPECT_EQ(kept_of("<p>ts<p>b<p>c<p>d<p>e<pre class=language-ts>a</pre>"),
            (Kept{0, 1, 2, 3, 4, 5}))
      << "not beside it";
  EXPECT_EQ(kept_of("<div><p>go<pre class=language-c>a</pre></div>"), (Kept{0, 1}))
      << "another language";
  EXPECT_EQ(kept_of("<div><p>go<pre>a</pre></div>"), (Kept{0, 1})) << "says what the page does not";
  EXPECT_EQ(kept_of("<section><h2>Python</h2><pre class=python>a</pre></section><section>"
                    "<h2>Ruby</h2><pre class=ruby>b</pre></section>"),
            (Kept{0, 1, 2, 3}))
      << "headings";
}

TEST(FindKeptBlocks, KeepsLinesOfCodeThatLookLikeLabels) {
  EXPECT_EQ(kept_of("<pre class=language-python><div>python</div><div>import shutil</div>"
                    "<div>copy</div><div>f(变量)</div></pre>"),
            (Kept{0, 1, 2, 3}));
}

TEST(FindKeptBlocks, LeavesOutTheLinksOfHeadings) {
  EXPECT_EQ(kept_of("<div><h2>History</h2><span>[<a>edit</a>]</span></div><p>b"), (Kept{0, 2}));
  EXPECT_EQ(kept_of("<div><h2>历史</h2><span>[<a>编辑</a> | <a>编辑源代码</a>]</span></div><p>b"),
            (Kept{0, 2}));
  EXPECT_EQ(kept_of("<p>[edited]"), (Kept{0}));
}

}  // namespace
}  // namespace tamis::extract
