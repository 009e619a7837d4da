"""All text that is found in a page against the text of the tree that a browser would build of it (lexbor, which
follows the WHATWG standard), as bags of words.

Left out of the tree, because they are left out of blocks on purpose: elements that show no text, and inline
elements that are hidden. TAMIS_TREE=all looks at all pages of shared/data/html_gold, not at each twelfth.
"""

import os
import pathlib
import random
import re
import subprocess
import sys
import unittest
from collections import Counter

import program
from program import SHARED, ProgramTest
from selectolax.lexbor import LexborHTMLParser

PRINT_BLOCKS = pathlib.Path(sys.argv[3]).resolve()
SETS = ("aeb", "wcxb_dev", "magic-html-article", "magic-html-forum", "newspaper4k", "readability", "goose3")
STEP = 1 if os.environ.get("TAMIS_TREE") == "all" else 12
WORD = re.compile(r"\w+")
# What random pages are made of.
GROUPS = ("p div ul li h1 h2 section b i a span em blockquote dl dt dd pre br", "p div svg path g a b span i button h1 ul li title",
          "table tr td th tbody thead caption div p b a", "p div select input span button object template")
NUM_RANDOM = 100
UNSEEN = set("script style template noframes iframe noembed object title textarea select datalist svg math audio video "
             "canvas rt rtc rp".split())
# Between these and their neighbours a browser shows a gap; so do blocks.
BOXES = set("address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
            "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section "
            "summary table tbody td tfoot th thead tr ul".split())
APART = BOXES | set("button iframe img input select svg video".split())


def is_hidden(element: object) -> bool:
    attributes = element.attributes
    style = re.sub(r"\s", "", (attributes.get("style") or "").lower())
    return element.tag not in BOXES and ("hidden" in attributes or "display:none" in style)


def tree_text(html: str) -> str:
    """Goes down the tree without recursion: pages nest as deep as they like."""
    pieces, stack = [], [LexborHTMLParser(html).root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        if node.is_text_node:
            pieces.append(node.text_content or "")
            continue
        if node.tag is None or node.tag.startswith("-"):
            continue
        gap = "\n" if node.tag in APART else ""
        if node.tag in UNSEEN or is_hidden(node):
            pieces.append(gap)
            continue
        children = [gap]
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        stack += reversed([*children, gap])
    return "".join(pieces)


def block_text(html: str) -> str:
    printed = subprocess.run([PRINT_BLOCKS], input=html.encode(), capture_output=True, check=True).stdout.decode()
    return "\n".join(line.split("\t")[8] for line in printed.split("\n") if line and not line.startswith("box\t"))


def f1(first: Counter, second: Counter) -> float:
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def agreement(html: str) -> float:
    return f1(Counter(WORD.findall(tree_text(html))), Counter(WORD.findall(block_text(html))))


def random_page(names: list[str], rng: random.Random) -> str:
    """Words between start and end tags of those names, in no order."""
    pieces = []
    for i in range(rng.randint(3, 25)):
        name = rng.choice(names)
        pieces.append(rng.choice((f" w{i} ", f"<{name}>", f"</{name}>")))
    return "".join(pieces)


class HtmlTree(ProgramTest):
    def test_broken_pages(self) -> None:
        cases = [
            "<p>one<p>two</div> three<b>four<p>five</b>six",
            "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>e",
            "<table>lost <tr><td>cell</table>",
            "<ul><li>one<li>two<ol><li>three</ul>four",
            "a<!-- b --!> c <!-- d -> e --> f <!-->g<!--->h",
            "<![CDATA[ a ]]> b <svg><![CDATA[ c ]]></svg> d",
            "a <!--[if IE]> b <![endif]--> c <![if !IE]> d <![endif]>",
            "a<script>b<!--<script>c</script>d</script>e",
            "a<style>b</styl></style>c<textarea>d</textarea>e",
            "<title>a</title>b<title>c",
            "a <noscript>b<p>c</noscript> d",
            "<frameset><noframes>a</noframes></frameset>",
            "<template>a<p>b</template>c",
            "<a href='x>y'>one</a <b>two</b>three",
            "<p title=\"a>b\" title2='c>d' e=f>g</p>",
            "x < y <3 </ z> <?php echo ?> w",
            "&lt;p&gt; &notit; &amp &#x4E2D;&#25991; &nosuch; caf&eacute",
            "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字 中文<br>第二行<p>第三行",
            "<p>中文，<b>标点</b>。<div>没有结束",
            "<button>a<button>b</button>c",
            "<h1>a<h2>b</h1>c</h2> d",
            "<select><option>a<option>b</select>c",
            "<a><svg><use></a><ul><li>a</ul>",
            "<svg><title>a</svg>b<p>c <svg><path><p>d",
            "<p>a<template><table><tr><td>b</table></template> c",
            "<table><object><tr><td>a <select><td>b</table>c",
            "a\0b",
        ]
        for html in cases:
            with self.subTest(html):
                self.assertEqual(Counter(WORD.findall(block_text(html))), Counter(WORD.findall(tree_text(html))))

    def test_random_pages(self) -> None:
        for names in GROUPS:
            for seed in range(NUM_RANDOM):
                html = random_page(names.split(), random.Random(seed))
                with self.subTest(html):
                    self.assertEqual(Counter(WORD.findall(block_text(html))), Counter(WORD.findall(tree_text(html))))

    @unittest.skipUnless(SHARED.exists(), "needs ../shared with html_gold")
    def test_real_pages(self) -> None:
        for name in SETS:
            archive = SHARED / "data" / "html_gold" / f"{name}.tar.zst"
            subprocess.run(["tar", "--zstd", "-xf", archive], cwd=self.folder, check=True)
        pages = sorted(path for path in self.folder.glob("*/*/*") if path.is_file())[::STEP]
        figures = []
        for path in pages:
            # Both get the same characters; which bytes mean which is another test's matter.
            html = path.read_bytes().decode("utf-8", "replace").replace("\0", "")
            figures.append((agreement(html), str(path.relative_to(self.folder))))
        figures.sort()
        mean = sum(figure for figure, _ in figures) / len(figures)
        num_low = sum(figure < 0.995 for figure, _ in figures)
        print(f"{len(figures)} pages, mean F1 {mean:.5f}, {num_low} below .995: {figures[:12]}")
        self.assertGreaterEqual(mean, 0.995)
        self.assertLessEqual(num_low, len(figures) // 20)


program.main()
