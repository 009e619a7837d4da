"""Learns the forests of the main-text decision and the points of words, and writes them as C++.

train_main_text.py PRINT_BLOCKS FOREST_TABLE.cc CLASS_WORD_TABLE.cc TEXT_WORD_TABLE.cc SET...

PRINT_BLOCKS is the program of tools/print_blocks.cc; a SET is a folder with gold.jsonl and pages: unpacked from
shared/data/html_gold, made by bench/extract/gne_pages.py, or of tests/end_to_end/made_up_pages. Needs numpy, lightgbm and
rapidfuzz (made with 2.4.6, 4.7.0 and 3.14.6). The second forest sees the first's scores around the block; it learns from
scores that the first gave to pages of domains that it had not seen. So does the first from the words' points. Pages of which
the sets have others of the same site are learnt from twice, with and without what those say in sight. The figures
that are printed come from parts of the domains, each judged by what the other parts taught; the tables that are written are
learnt from all. Why so: docs/design/0010-main-text.md.
"""
import copy
import hashlib
import html
import json
import multiprocessing
import pathlib
import re
import subprocess
import sys
import textwrap
import urllib.parse
from collections import Counter, defaultdict

import lightgbm
import numpy as np
from rapidfuzz.distance import LCSseq

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])\w)+")
HAN = re.compile(r"[\u4e00-\u9fff]")
CHINESE_WEIGHT = 4  # the sets have 100 Chinese pages beside 1,700 English ones
MADE_UP_WEIGHT = 0.5  # of what a real page of the language has
NUM_TREES = (100, 150)
NUM_LEAVES = 16
SEEDS = (1, 2)  # of the columns that each tree may ask: what forests of two seeds agree on is less by chance
RATES = (0.1, 0.08)
NUM_PARTS = 4  # of the domains, for the figures
NUM_PROCESSES = 2  # that judge, of some 3 GB each
NUM_HALVES = 2  # of the domains, for what is learnt upon what was learnt
BARE_FORMS = ("<p>{}</p>", "<div>{}</div>", "{}<br><br>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>",
              "<pre>{}\n\n</pre>")
MENU_FORMS = ("<ul><li><a href=x>{}</a></li></ul>", "<div><a href=x>{}</a></div>", "<p><a href=x>{}</a></p>", "<a href=x>{}</a> ")
BARE_EVERY = 6  # pages are learnt from a second time, without furniture; others as nothing but their menus
BARE_WEIGHT = 0.3
GROWN_EVERY = 8  # pages are learnt from a second time with many times their text
GROWN_WEIGHT = 0.3
GROWN_WORDS = (3000, 6000, 12000, 20000)  # the longest gold text of the sets has 9,000
GROWN_FORMS = ("<p>{}</p>", "<p>{}</p>", "<ul><li>{}</li></ul>", "<p>{}</p>", "<pre>{}</pre>", "<dl><dd>{}</dd></dl>")
LINES_OF_CHAPTER = 9
TITLE_ELEMENT = re.compile(r"<title[^>]*>[^<]*</title>", re.IGNORECASE)
CLASS_WORD = re.compile(r"[A-Z]*[a-z]+|[A-Z]+")
MIN_WORD_DOMAINS = 6  # so that no site's own words are among them
TEXT_WORD = re.compile(r"[A-Za-z]+")
MAX_TEXT_WORDS = 10  # of a block whose words are rated, as text_words.h has it
MIN_TEXT_WORD_DOMAINS = 10
SHARE_OF_HALF = 0.6  # of a common word's domains, about, in half of the pages
MAX_TEXT_BYTES = 1000
DOUBT_OF_CLASSES = 2  # how many whole pages a word is taken for average; a box may hold all of one
DOUBT_OF_TEXTS = 0.02  # a short text is some thousandth of its page
WORD_BYTES_MAX = 16
POINTS_PER_LOG_ODDS = 25
CONTEXT_REACHES = (2, 6, 20, 60)
# As score_smoothing.cc has them.
PERCENT_TO_GROUP = 50
PERCENT_TO_NEIGHBOURS = 10
HEADING_POINTS = 100


def words(text):
    return WORD.findall(text.lower())


def names_of(header, pattern):
    return re.findall(pattern, (ROOT / "tamis/extract" / header).read_text())


VALUES = names_of("block_features.h", r'X\(k\w+, "(\w+)"\)')
MEANINGS = names_of("class_words.h", r'X\(k\w+, "(\w+)"\)')
TAGS = names_of("html_tag.h", r'X\(k\w+, "(\w+)", [^)]*kIsBlock')
FIRST_WORD_COLUMN = VALUES.index("own_lowest_word")
LAST_WORD_COLUMN = VALUES.index("above_level2_mean_word")
FIRST_TEXT_COLUMN = VALUES.index("text_lowest_word")
LAST_TEXT_COLUMN = VALUES.index("heading_mean_word")
FIRST_SITE_COLUMN = VALUES.index("site_pages")
SITE_PAGES_MAX = 20
RESERVED_SITES = ("example.com", "example.org", "example.net", "exemple.com")  # in place of addresses that are not known
BLOCKS_OF_HEADING_MAX = 99
FEATURE_WORDS_MAX = 5000


def registered_domain(url, page_id):
    """About the part of a host that one owner has; the page's id where there is no URL."""
    parts = (urllib.parse.urlsplit(url or "").hostname or page_id).split(".")
    is_short = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3 if is_short else -2:])


def fold(domain, salt, num_folds):
    return int(hashlib.md5((domain + salt).encode()).hexdigest(), 16) % num_folds


def decode(page):
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        match = re.search(rb"charset=[\"']?([\w-]+)", page[:4096])
        label = match[1].decode().lower() if match else "cp1252"
        label = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(label, label)
        try:
            return page.decode(label, "replace")
        except LookupError:
            return page.decode("cp1252", "replace")


def text_words(text):
    """The words of a short text that can have points, as tamis/extract/text_words.cc reads them."""
    beginning = text.encode()[:MAX_TEXT_BYTES].decode(errors="ignore")
    return [word.lower() for word in TEXT_WORD.findall(beginning) if len(word) <= WORD_BYTES_MAX]


class GoldText:
    """What a page's gold text has of its blocks, the words of both in their order."""

    def __init__(self, text, page_words):
        self.words = words(text)
        self.triples = set(zip(self.words, self.words[1:], self.words[2:]))
        self.lines = {" ".join(words(line)) for line in text.split("\n")}
        self.places = np.full(len(page_words), -1)  # of each of the page's words here; -1 if it has none
        numbers = defaultdict(lambda: len(numbers))
        common = LCSseq.editops([numbers[word] for word in page_words], [numbers[word] for word in self.words])
        for run in common.as_matching_blocks():
            self.places[run.a:run.a + run.size] = np.arange(run.b, run.b + run.size)
        self.page_places = {place: index for index, place in enumerate(self.places) if place >= 0}
        self.left = Counter(word for place, word in enumerate(self.words) if place not in self.page_places)

    def label(self, block, begin):
        """How much of the block whose first word is the page's `begin`-th is main text."""
        if not block:  # marks alone, which an empty line would seem to hold
            return 0.0
        places = self.places[begin:begin + len(block)]
        return self._label_text(block, places) if len(block) >= 4 else self._label_phrase(block, places, begin)

    def _label_text(self, block, places):
        found = np.mean([triple in self.triples for triple in zip(block, block[1:], block[2:])])
        left = sum(min(count, self.left[word]) for word, count in Counter(block).items())
        if np.mean(places >= 0) < 0.3 and left < len(block) / 2:
            found = 0.0  # another block of the same text is the one
        follows = (places[:-1] >= 0) & (np.diff(places) == 1)
        in_runs = np.concatenate([follows, [False]]) | np.concatenate([[False], follows])
        return max(found, in_runs.mean())

    def _label_phrase(self, block, places, begin):
        if places.min() >= 0 and np.all(np.diff(places) == 1):
            is_sure = self._is_near(places[0] - 1, begin) or self._is_near(places[-1] + 1, begin + len(block) - 1)
            return 1.0 if is_sure else 0.6
        if any(self.left[word] == 0 for word in block):
            return 0.0
        return 1.0 if " ".join(block) in self.lines else 0.6

    def _is_near(self, place, index):
        """Whether the gold text ends at the place, or the page has that word near its `index`-th."""
        if not 0 <= place < len(self.words):
            return True
        return place in self.page_places and abs(self.page_places[place] - index) <= 30


def labels_of(blocks, text):
    gold = GoldText(text, [word for block in blocks for word in block])
    begins = np.cumsum([0] + [len(block) for block in blocks])
    return [gold.label(block, begin) for block, begin in zip(blocks, begins)]


class Page:
    """One page: its blocks' features, words, and how much of each block stands in the gold text."""

    def __init__(self, gold, set_name, printed):
        self.set = set_name
        self.type = gold.get("page_type", "all")
        self.domain = registered_domain(gold.get("url"), gold["id"])
        self.site = urllib.parse.urlsplit(gold.get("url") or "").hostname
        self.num_other_pages = 0  # of the site, in the sets
        self.knows_site = False  # what those say is in sight
        self.gold = Counter(words(gold["gold_text"]))
        lines = [line.split("\t") for line in printed if line]
        rows = [line for line in lines if line[0] != "box"]
        self.words = [words(row[8]) for row in rows]
        self.num_words = np.array([len(block) for block in self.words])
        places = np.array([[int(box) for box in row[6].split(",")] for row in rows])
        self.box, self.boxes, self.group, self.twin = places[:, 0], places[:, 1:5], places[:, 5], places[:, 6]
        self._read_boxes([line for line in lines if line[0] == "box"])
        self.features = np.array([self._features(row) for row in rows], np.int32)
        self.texts = [hashlib.blake2b(row[8].encode(), digest_size=8).digest() for row in rows]
        self._read_texts([row[8] for row in rows])
        self.labels = np.array(labels_of(self.words, gold["gold_text"]))
        is_menu = (self.labels == 0) & (self.features[:, VALUES.index("link_share")] > 50)
        self.menu = [rows[index][8] for index in np.flatnonzero(is_menu)]
        weights = np.maximum(self.num_words, 1) ** 0.75
        self.shares = weights / weights.sum()
        self.is_chinese = 2 * len(HAN.findall(gold["gold_text"])) > max(sum(self.gold.values()), 1)
        self.weights = self.shares * (CHINESE_WEIGHT if self.is_chinese else 1) * (BARE_WEIGHT if self.is_bare() else 1)
        self.weights *= MADE_UP_WEIGHT if self.is_made_up() else 1
        self.weights *= GROWN_WEIGHT if self.is_grown() else 1

    def is_bare(self):
        return self.set == "bare"

    def is_grown(self):
        return self.set == "grown"

    def is_made_up(self):
        return self.domain.endswith(".example")

    def knowing_site(self, num_pages_with):
        """The page with what other pages of its site say in sight, as tamis/extract/site_repeats.cc measures it."""
        page = copy.copy(self)
        page.knows_site = True
        page.features = self.features.copy()
        others = np.array([num_pages_with[text] - 1 for text in self.texts])
        num_words = self.features[:, 0]
        said = np.where(others > 0, num_words, 0)
        said_of_boxes, of_boxes = sums_of_boxes(self, [said, num_words])
        said_of_groups, of_groups = np.bincount(self.group, said), np.bincount(self.group, num_words)
        columns = [np.full(len(others), min(self.num_other_pages, SITE_PAGES_MAX)), others * 100 // self.num_other_pages]
        columns += [said_of_boxes[box] * 100 // np.maximum(of_boxes[box], 1) for box in self.boxes[:, :3].T]
        columns.append(said_of_groups[self.group] * 100 // np.maximum(of_groups[self.group], 1))
        page.features[:, FIRST_SITE_COLUMN:FIRST_SITE_COLUMN + len(columns)] = np.stack(columns, axis=1)
        return page

    def _read_boxes(self, lines):
        self.parents = [int(line[2]) for line in lines]
        self.is_body = [line[3] == "body" for line in lines]
        found = [CLASS_WORD.findall(line[4]) for line in lines]
        self.class_words = [[word.lower() for word in box if len(word) <= WORD_BYTES_MAX] for box in found]

    def _read_texts(self, texts):
        """The words of short blocks that can have points, none of others; and which block is the last heading of each."""
        is_short = self.features[:, VALUES.index("words")] <= MAX_TEXT_WORDS
        self.text_words = [text_words(text) if short else [] for text, short in zip(texts, is_short)]
        since = self.features[:, VALUES.index("blocks_since_heading")]
        self.heading = np.where((since >= 0) & (since < BLOCKS_OF_HEADING_MAX), np.arange(len(texts)) - since, -1)

    @staticmethod
    def _features(row):
        bits = [int(row[3], 16) >> i & 1 for i in range(len(MEANINGS))]
        bits += [int(row[4], 16) >> i & 1 for i in range(len(MEANINGS))]
        bits += [int(row[5], 16) >> i & 1 for i in range(len(TAGS))]
        return [int(value) for value in row[7].split()] + bits

    def f1(self, is_kept):
        kept = Counter()
        for index in np.flatnonzero(is_kept):
            kept.update(self.words[index])
        total = sum(kept.values()) + sum(self.gold.values())
        return 2 * sum((kept & self.gold).values()) / total if total else 1.0

    def rate_words(self, points):
        """The columns of class words, as tamis/extract/block_features.cc measures them."""
        lowest, highest, mean = (np.zeros(len(self.parents), np.int32) for _ in range(3))
        above = np.zeros((3, len(self.parents)), np.int32)
        for box, parent in enumerate(self.parents):
            if self.is_body[box]:
                continue
            known = [points[word] for word in self.class_words[box] if word in points]
            if known:
                lowest[box], highest[box], mean[box] = min(known), max(known), sum(known) // len(known)
            above[:, box] = (min(above[0, parent], lowest[box]), max(above[1, parent], highest[box]),
                             above[2, parent] * 3 // 4 + mean[box])
        own, first, second = self.box, self.boxes[:, 0], self.boxes[:, 1]
        parent = np.array(self.parents)[own]
        return np.stack([lowest[own], highest[own], mean[own], lowest[parent], highest[parent], lowest[first], mean[first],
                         above[0][first], above[1][first], lowest[second], above[0][own], above[1][own], above[2][own],
                         above[2][second]], axis=1)

    def rate_texts(self, points):
        """The columns of words of texts, as tamis/extract/block_features.cc measures them; the last row is of no heading."""
        rated = np.zeros((len(self.text_words) + 1, 3), np.int32)
        for row, found in zip(rated, self.text_words):
            known = [points[word] for word in found if word in points]
            if known:
                row[:] = min(known), max(known), sum(known) // len(known)
        return np.hstack([rated[:-1], rated[self.heading][:, [0, 2]]])

    def matrix(self, points):
        matrix = self.features.copy()
        matrix[:, FIRST_WORD_COLUMN:LAST_WORD_COLUMN + 1] = self.rate_words(points.of_classes)
        matrix[:, FIRST_TEXT_COLUMN:LAST_TEXT_COLUMN + 1] = self.rate_texts(points.of_texts)
        return matrix


class WordPoints:
    """For each word the log-odds of main text in boxes of the class, and in short blocks that say it, beyond those of all."""

    def __init__(self, pages, share=1.0):
        """`share`: what these pages have of a word's domains, so that a word of a text needs as many fewer."""
        pages = [page for page in pages if not page.is_bare() and not page.is_grown() and not page.knows_site]
        self.of_classes = points_of(map(self._of_boxes, pages), pages, MIN_WORD_DOMAINS, DOUBT_OF_CLASSES)
        self.of_texts = points_of(map(self._of_texts, pages), pages, round(MIN_TEXT_WORD_DOMAINS * share), DOUBT_OF_TEXTS)

    @staticmethod
    def _of_boxes(page):
        """All text; then (words, good text, text) of each box, with all boxes inside."""
        sums = np.zeros((2, len(page.parents)))
        np.add.at(sums[0], page.box, page.shares * page.labels)
        np.add.at(sums[1], page.box, page.shares)
        base = sums.sum(axis=1)
        for box in range(len(page.parents) - 1, 0, -1):
            sums[:, page.parents[box]] += sums[:, box]
        words_of = [() if is_body else set(found) for found, is_body in zip(page.class_words, page.is_body)]
        return base, zip(words_of, *sums)

    @staticmethod
    def _of_texts(page):
        """The same of blocks, of those that have words."""
        rated = [(set(found), share * label, share) for found, label, share in zip(page.text_words, page.labels, page.shares)
                 if found]
        return sum((np.array(row[1:]) for row in rated), np.zeros(2)), rated


def points_of(rated, pages, min_domains, doubt):
    """The points of words, from what WordPoints collects of each page."""
    good, total, domains, base = Counter(), Counter(), defaultdict(set), np.zeros(2)
    for (page_base, rows), page in zip(rated, pages):
        base += page_base
        for found, good_share, share in rows:
            for word in found:
                good[word] += good_share
                total[word] += share
                domains[word].add(page.domain)
    base = base[0] / base[1]
    points = {}
    for word in sorted(total):
        if len(domains[word]) < min_domains or len(word) < 2:
            continue
        share = np.clip((good[word] + doubt * base) / (total[word] + doubt), 0.002, 0.998)
        odds = np.log(share / (1 - share)) - np.log(base / (1 - base))
        points[word] = int(round(np.clip(odds, -4, 4) * POINTS_PER_LOG_ODDS))
    return points


def page_of(program, gold, set_name, page):
    """None if the page has no blocks."""
    printed = subprocess.run([program], input=page.encode("utf-8", "replace"), capture_output=True, check=True).stdout
    lines = printed.decode("utf-8", "replace").split("\n")
    has_blocks = any(line and not line.startswith("box\t") for line in lines)
    return Page(gold, set_name, lines) if has_blocks else None


def bare_pages(program, gold, page, title):
    """Of one page in BARE_EVERY some lines of the gold text alone, of another some links alone, of Chinese ones both.

    Half of them have the page's `title`, an element.
    """
    number = int(hashlib.md5(gold["id"].encode()).hexdigest(), 16)
    head = title if number // 17 % 2 else ""
    lines = [line for line in gold["gold_text"].split("\n") if len(words(line)) >= 8][:1 + number // 7 % 12]
    if lines and (page.is_chinese or number % BARE_EVERY == 0):
        num_titles = number // 13 % 2
        if num_titles:
            lines = [lines[0][:40], *lines]
        yield bare_page(program, gold | {"gold_text": "\n".join(lines)}, head, lines, num_titles,
                        BARE_FORMS[number // 97 % len(BARE_FORMS)])
    links = page.menu[:1 + number // 11 % 40]
    if links and (page.is_chinese or number % BARE_EVERY == 1):
        yield bare_page(program, gold | {"gold_text": ""}, head, links, 0, MENU_FORMS[number // 89 % len(MENU_FORMS)])


def bare_page(program, gold, head, lines, num_titles, form):
    title = "".join(f"<h1>{html.escape(line)}</h1>" for line in lines[:num_titles])
    body = "".join(form.format(html.escape(line)) for line in lines[num_titles:])
    return page_of(program, gold, "bare", f"<html><head>{head}</head><body>{title}{body}</body></html>")


def grown_page(program, gold, html_text):
    """Of one page in GROWN_EVERY the same with as many chapters more, behind a paragraph of its text, as a long manual has.

    They say what the page says, each line's words in another order, so that no two are the same.
    """
    number = int(hashlib.md5(gold["id"].encode()).hexdigest(), 16)
    lines = [line for line in gold["gold_text"].split("\n") if len(words(line)) >= 8]
    places = [place for line in lines if (place := end_of_paragraph(html_text, line)) is not None]
    if number // 29 % GROWN_EVERY or len(lines) < 3 or not places:
        return None
    chapters, added, num_words = [], [], 0
    while num_words < GROWN_WORDS[number // 31 % len(GROWN_WORDS)]:
        index = len(added)
        line = turned(lines[index % len(lines)], 1 + index // len(lines))
        is_heading = index % LINES_OF_CHAPTER == 0
        line = " ".join(line.split()[:6])[:60] if is_heading else line
        form = "<h2>{}</h2>" if is_heading else GROWN_FORMS[(number // 37 + index) % len(GROWN_FORMS)]
        chapters.append(form.format(html.escape(line)))
        added.append(line)
        num_words += max(1, len(words(line)))
    place = places[number // 41 % len(places)]
    before = gold["gold_text"]
    text = before + "\n" + "\n".join(added)
    return page_of(program, gold | {"gold_text": text}, "grown", html_text[:place] + "".join(chapters) + html_text[place:])


def end_of_paragraph(html_text, line):
    """Behind the <p> that begins as the line does; None if there is none."""
    begin = html_text.find(">" + html.escape(line[:30], quote=False))
    end = html_text.find("</p>", begin)
    is_paragraph = begin >= 0 and html_text.rfind("<", 0, begin) == html_text.rfind("<p", 0, begin)
    return end + 4 if is_paragraph and 0 <= end < begin + 2 * len(line) + 200 else None


def turned(line, times):
    """The line from another word on, or another character where words have no spaces between them."""
    pieces, space = (line.split(), " ") if len(line.split()) > len(line) / 12 else (list(line), "")
    at = times * 7 % len(pieces)
    return space.join(pieces[at:] + pieces[:at])


def load_pages(program, folder, line):
    """The page, bare ones of its text and its links, a grown one; none if the set does not say what its text is."""
    gold = json.loads(line)
    if gold.get("gold_text") is None:
        return []
    html_text = decode((folder / gold["file"]).read_bytes())
    page = page_of(program, gold, folder.name, html_text)
    title = TITLE_ELEMENT.search(html_text)
    if page is None:
        return []
    others = [*bare_pages(program, gold, page, title[0] if title else ""), grown_page(program, gold, html_text)]
    return [page, *filter(None, others)]


def load(program, folders):
    lines = [(program, folder, line) for folder in folders
             for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n") if line]
    with multiprocessing.Pool() as pool:
        return [page for pages in pool.starmap(load_pages, lines, chunksize=16) for page in pages]


def with_sites(pages):
    """The pages; and those that are not alone of their site once more with that in sight, both at half of the weight."""
    sites, knowing = defaultdict(list), []
    for page in pages:
        if page.site and not page.is_bare() and not page.is_grown() and page.site not in RESERVED_SITES:
            sites[page.site].append(page)
    for same in sites.values():
        same = list({tuple(sorted(set(page.texts))): page for page in same}.values())  # copies count once
        num_pages_with = Counter(text for page in same for text in set(page.texts))
        for page in same if len(same) > 1 else ():
            page.num_other_pages = len(same) - 1
            page.weights /= 2
            knowing.append(page.knowing_site(num_pages_with))
    return pages + knowing


def context(page, scores):
    """As tamis/extract/context_features.cc computes it."""
    scores = np.clip(scores, -500, 500).astype(np.int64)
    weights = np.minimum(page.features[:, 0], 200).astype(np.int64) + 1
    count = len(scores)
    index = np.arange(count)
    score_sums = np.concatenate([[0], np.cumsum(scores * weights)])
    weight_sums = np.concatenate([[0], np.cumsum(weights)])

    def mean(begin, end):
        return (score_sums[end] - score_sums[begin]) // (weight_sums[end] - weight_sums[begin])

    columns = [scores, np.concatenate([[-500], scores[:-1]]), np.concatenate([scores[1:], [-500]])]
    columns += [mean(np.maximum(index - reach, 0), np.minimum(index + reach + 1, count)) for reach in CONTEXT_REACHES]
    first = np.full(page.boxes.max() + 1, count)
    last = np.zeros(page.boxes.max() + 1, np.int64)
    for level in page.boxes.T:
        np.minimum.at(first, level, index)
        np.maximum.at(last, level, index)
    columns += [mean(first[level], last[level] + 1) for level in page.boxes.T]
    likely = np.where(scores > -50, weights, 0)
    total = likely.sum()
    columns.append((np.cumsum(likely) - likely) * 100 // max(total, 1))
    columns.append(np.full(count, total * 100 // weights.sum()))
    columns.append(np.full(count, min(total, FEATURE_WORDS_MAX)))
    columns.append(means_of(page.group, scores, weights))
    is_heading = page.features[:, VALUES.index("blocks_since_heading")] == 0
    columns.append(means_of(np.cumsum(is_heading), scores, weights))
    last_heading = np.maximum.accumulate(np.where(is_heading, index, -1))
    columns.append(np.where(last_heading >= 0, scores[last_heading], -500))
    columns += [blocks_since(scores > 150), blocks_since((scores > 150)[::-1])[::-1]]
    columns.append(np.full(count, weights[scores > 150].sum() * 100 // max(total, 1)))
    columns.append(np.full(count, total // max((scores > -50).sum(), 1)))
    columns += scores_of_twins(page.twin, scores)
    columns += core_columns(page, np.stack([weights, likely, scores * weights]))
    return np.stack(columns, axis=1)


def means_of(groups, scores, weights):
    """For each block the mean score of its group, by weights."""
    sums, totals = (np.zeros(groups.max() + 1, np.int64) for _ in range(2))
    np.add.at(sums, groups, scores * weights)
    np.add.at(totals, groups, weights)
    return (sums // np.maximum(totals, 1))[groups]


def scores_of_twins(twins, scores):
    """For each block the highest score of the others of its text, and of those before it; -600 of none."""
    others, earlier = np.full(len(scores), -600), np.full(len(scores), -600)
    blocks = defaultdict(list)
    for index, twin in enumerate(twins):
        blocks[twin].append(index)
    for same in blocks.values():
        if len(same) > 1:
            second, highest = np.sort(scores[same])[-2:]
            others[same] = np.where(scores[same] == highest, second, highest)
            earlier[same[1:]] = np.maximum.accumulate(scores[same])[:-1]
    return [others, earlier]


def blocks_since(is_sure):
    """How many blocks ago the last sure one was: 200 of more, 300 where there was none."""
    index = np.arange(len(is_sure))
    last = np.maximum.accumulate(np.where(is_sure, index, -1))
    return np.where(last >= 0, np.minimum(index - last, 200), 300)


def sums_of_boxes(page, rated):
    """Of each box with all inside: the sums of each row of `rated`."""
    boxes = np.zeros((len(rated), len(page.parents)), np.int64)
    for row, values in zip(boxes, rated):
        np.add.at(row, page.box, values)
    for box in range(len(page.parents) - 1, 0, -1):
        boxes[:, page.parents[box]] += boxes[:, box]
    return boxes


def core_columns(page, rated):
    """How each block stands to the smallest box of half of the likely words, as tamis/extract/core_box.cc finds it."""
    boxes = sums_of_boxes(page, rated)
    num_likely = boxes[1, 0]
    way = [0]
    for box in range(1, len(page.parents) if num_likely else 0):
        if page.parents[box] == way[-1] and boxes[1, box] * 2 >= num_likely:
            way.append(box)
    steps = {box: step for step, box in enumerate(way)}
    shared, branch, up = (np.zeros(len(page.parents), np.int64) for _ in range(3))
    for box, parent in enumerate(page.parents):
        if box in steps:
            shared[box] = branch[box] = box
        else:
            shared[box], branch[box], up[box] = shared[parent], branch[parent] if up[parent] else box, up[parent] + 1
    down = np.array([len(way) - 1 - steps.get(box, 0) for box in shared])[page.box]
    shared, branch, up = shared[page.box], branch[page.box], up[page.box]
    words, likely, scores = np.where(branch == shared, rated, boxes[:, branch])
    index = np.arange(len(down))
    inside = index[down == 0]
    away = np.where(index < inside[0], index - inside[0], np.maximum(index - inside[-1], 0))
    return [np.minimum(down, 50), np.minimum(up, 50), np.minimum(words, FEATURE_WORDS_MAX), likely * 100 // words, scores // words,
            likely * 100 // max(num_likely, 1), boxes[1, shared] * 100 // boxes[0, shared],
            np.minimum(boxes[0, shared], FEATURE_WORDS_MAX), np.clip(away, -200, 200)]


def points_of_leaf(node):
    """The mean of the forests of all seeds is the sum of their trees at so many times fewer points."""
    return round(node["leaf_value"] * 100 / len(SEEDS))


class Forest:
    """Trees as tamis/extract/forest.h has them, of all seeds: leaves numbered from left to right, points whole."""

    def __init__(self, pages, matrices, num_trees, rate):
        labels = np.concatenate([page.labels for page in pages])
        weights = np.concatenate([page.weights for page in pages])
        data = lightgbm.Dataset(np.concatenate(matrices), labels, weight=weights * len(weights) / weights.sum())
        parameters = {"objective": "cross_entropy", "num_leaves": NUM_LEAVES, "learning_rate": rate, "max_bin": 63,
                      "min_data_in_leaf": 100, "feature_fraction": 0.5, "lambda_l2": 1.0, "boost_from_average": False,
                      "verbose": -1, "num_threads": 1, "deterministic": True}
        self.models = [lightgbm.train(parameters | {"seed": seed}, data, num_trees) for seed in SEEDS]
        roots = [tree["tree_structure"] for model in self.models for tree in model.dump_model()["tree_info"]]
        self.trees = [self._flatten(root) for root in roots]
        self.points = [dict(self._points(root)) for root in roots]

    @classmethod
    def _points(cls, node):
        if "split_feature" not in node:
            yield node.get("leaf_index", 0), points_of_leaf(node)
            return
        yield from cls._points(node["left_child"])
        yield from cls._points(node["right_child"])

    @staticmethod
    def _flatten(root):
        """[(column, at most, leaves on the left)], [points]."""
        splits, points = [], []

        def visit(node):
            if "split_feature" not in node:
                points.append(points_of_leaf(node))
                return
            begin = len(points)
            visit(node["left_child"])
            left = (1 << len(points)) - (1 << begin)
            splits.append((node["split_feature"], int(np.floor(node["threshold"])), left))
            visit(node["right_child"])

        visit(root)
        return splits, points

    def scores(self, matrix):
        leaves = np.hstack([model.predict(matrix, pred_leaf=True).reshape(len(matrix), -1) for model in self.models])
        total = np.zeros(len(matrix), np.int64)
        for tree, points in enumerate(self.points):
            table = np.zeros(max(points) + 1, np.int64)
            table[list(points)] = list(points.values())
            total += table[leaves[:, tree]]
        return total


class Decision:
    """Both forests and the points of words."""

    def __init__(self, pages):
        matrices, first_scores = {}, {}
        parts = [[page for page in pages if fold(page.domain, "first", NUM_HALVES) == part] for part in range(NUM_HALVES)]
        for part in range(NUM_HALVES):
            points = WordPoints([page for page in pages if fold(page.domain, "first", NUM_HALVES) != part], SHARE_OF_HALF)
            matrices |= {id(page): page.matrix(points) for page in parts[part]}
        for part in range(NUM_HALVES):
            seen = [page for page in pages if fold(page.domain, "first", NUM_HALVES) != part]
            forest = Forest(seen, [matrices[id(page)] for page in seen], NUM_TREES[0], RATES[0])
            first_scores |= {id(page): forest.scores(matrices[id(page)]) for page in parts[part]}
        self.points = WordPoints(pages)
        self.first = Forest(pages, [matrices[id(page)] for page in pages], NUM_TREES[0], RATES[0])
        with_context = [np.hstack([matrices[id(page)], context(page, first_scores[id(page)])]) for page in pages]
        self.second = Forest(pages, with_context, NUM_TREES[1], RATES[1])

    def scores(self, page):
        matrix = page.matrix(self.points)
        return self.second.scores(np.hstack([matrix, context(page, self.first.scores(matrix))]))


def bound_of(page, scores):
    """As tamis/extract/main_text_decision.cc computes it."""
    num_words = page.features[:, 0]
    counted = np.where(page.features[:, VALUES.index("link_share")] > 50, num_words // 4, num_words)
    likely, sure = counted[scores > -50].sum(), num_words[scores > 150].sum()
    bound = min(25, -80 + 150 * int(sure) // max(int(likely), 1))
    return bound if likely > 0 or num_words.sum() < 50 else max(bound, 0)


def drawn(page, scores, others, percent):
    """Of each block: `scores` after `percent` of the way to the mean of those that `others` adds up, by words."""
    words = page.num_words + 1
    weights = others(words)
    means = np.where(weights > 0, others(scores * words) / np.maximum(weights, 1), scores)
    return scores + (means - scores) * percent / 100


def smoothed(page, scores):
    """As tamis/extract/score_smoothing.cc does, but for tables."""
    scores = drawn(page, scores, lambda values: np.bincount(page.group, values)[page.group], PERCENT_TO_GROUP)
    scores = drawn(page, scores, lambda values: np.append(values[1:], 0) + np.append(0, values[:-1]), PERCENT_TO_NEIGHBOURS)
    is_heading = page.features[:, VALUES.index("tag_kind")] > 9
    for index in np.flatnonzero(is_heading & (page.features[:, VALUES.index("link_share")] <= 50))[::-1]:
        if index + 1 < len(scores):
            scores[index] = max(scores[index], min(scores[index + 1], scores[index] + HEADING_POINTS))
    return scores


def beside_main_text(page):
    """As tamis/extract/main_text_decision.cc tells: what HTML's own elements call no main text, or all pages of a site say."""
    def is_in(tag):
        return page.features[:, len(VALUES) + 2 * len(MEANINGS) + TAGS.index(tag)] > 0

    is_mostly_links = page.features[:, VALUES.index("link_share")] > 50
    site_pages, site_share = page.features[:, FIRST_SITE_COLUMN:FIRST_SITE_COLUMN + 2].T
    is_said_by_all = (site_pages >= 6) & (site_share >= 80)
    return is_in("nav") | is_in("footer") & ~is_in("blockquote") | is_in("aside") & is_mostly_links | is_said_by_all


def kept_blocks(page, scores):
    """The same: what is above the bound, and not beside the main text if there is any."""
    kept = smoothed(page, scores) > bound_of(page, scores)
    is_beside = beside_main_text(page)
    return kept & ~is_beside if (kept & ~is_beside).any() else kept


def report(name, judged):
    rows = defaultdict(list)
    for page, scores in judged:
        f1 = page.f1(kept_blocks(page, scores))
        rows[page.set].append(f1)
        rows[f"{page.set}/{page.type}"].append(f1)
        if page.is_chinese and not page.is_bare() and not page.is_grown() and not page.is_made_up():
            rows["chinese"].append(f1)
    print(name, *(f"{key} {len(values)} {np.mean(values):.4f}" for key, values in sorted(rows.items())), sep="\n  ", flush=True)


def provenance(sets):
    text = f"Generated by tools/train_main_text.py from {', '.join(sets)}."
    return textwrap.fill(text, 100, initial_indent="// ", subsequent_indent="// ") + "\n"


def write_forests(decision, path, sets):
    lines = [provenance(sets),
             "// A tree: {column, at most, leaves on the left} a split; the points of its leaves.\n// clang-format off\n",
             '#include "tamis/extract/forest.h"\n\nnamespace tamis::extract {\nnamespace {\n']
    for title, forest in (("First", decision.first), ("Second", decision.second)):
        lines.append(f"\nconstexpr Tree k{title}Trees[] = {{\n")
        for splits, points in forest.trees:
            entries = ",".join(f"{{{column},{bound},{left}}}" for column, bound, left in splits)
            lines.append(f"  {{{{{{{entries}}}}}, {{{','.join(map(str, points))}}}}},\n")
        lines.append("};\n")
    lines.append("\n}  // namespace\n")
    for title in ("First", "Second"):
        lines.append(f"\nForest {title.lower()}_forest() {{ return k{title}Trees; }}\n")
    lines.append("\n}  // namespace tamis::extract\n")
    pathlib.Path(path).write_text("".join(lines), encoding="ascii")


def write_words(points, path, kind, sets, title):
    name = f"kRated{kind.title()}Words"
    lines = [provenance(sets), f"// {title}, by their points.\n// clang-format off\n",
             f'#include "tamis/extract/{kind}_words.h"\n\nnamespace tamis::extract {{\nnamespace {{\n',
             f"\nconstexpr PointsOfWords {name}[] = {{\n"]
    for rated in sorted(set(points.values())):
        pieces = textwrap.wrap(" ".join(sorted(word for word in points if points[word] == rated)), 84)
        literals = [f'"{piece} "' for piece in pieces[:-1]] + [f'"{pieces[-1]}"']
        lines.append(f"    {{{rated}, " + "\n        ".join(literals) + "},\n")
    lines.append(f"}};\n\n}}  // namespace\n\nstd::span<const PointsOfWords> rated_{kind}_words() {{ return {name}; }}\n")
    lines.append("\n}  // namespace tamis::extract\n")
    pathlib.Path(path).write_text("".join(lines), encoding="ascii")


# The pages and the decision, for the processes that judge: set before they are forked.
judged_pages = []


def judge_part(part):
    """Scores of the pages of one part of the domains, as the other parts teach them, by index."""
    indices = [i for i, page in enumerate(judged_pages) if fold(page.domain, "part", NUM_PARTS) == part]
    decision = Decision([page for page in judged_pages if fold(page.domain, "part", NUM_PARTS) != part])
    return [(i, decision.scores(judged_pages[i])) for i in indices]


def main():
    program, forest_path, class_words_path, text_words_path, *folders = sys.argv[1:]
    pages = with_sites(load(program, [pathlib.Path(folder) for folder in folders]))
    sets = [pathlib.Path(folder).name for folder in folders]
    judged_pages.extend(pages)
    with multiprocessing.Pool(NUM_PROCESSES) as pool:
        parts = pool.map_async(judge_part, range(NUM_PARTS), chunksize=1)
        decision = Decision(pages)
        write_forests(decision, forest_path, sets)
        write_words(decision.points.of_classes, class_words_path, "class", sets,
                    f"Words of class attributes on at least {MIN_WORD_DOMAINS} domains")
        write_words(decision.points.of_texts, text_words_path, "text", sets,
                    f"Words of short texts on at least {MIN_TEXT_WORD_DOMAINS} domains")
        report("all by all", [(page, decision.scores(page)) for page in pages if not page.knows_site])
        judged = [(pages[i], scores) for part in parts.get() for i, scores in part]
        report("unseen", [(page, scores) for page, scores in judged if not page.knows_site])
        not_alone = [(page, scores) for page, scores in judged if page.num_other_pages]
        for knows_site, name in ((False, "alone"), (True, "with other pages of the site in sight")):
            report(f"unseen, of sites with several pages, {name}",
                   [(page, scores) for page, scores in not_alone if page.knows_site == knows_site])


if __name__ == "__main__":
    main()
