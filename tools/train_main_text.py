"""Learns the two scorecards of the main-text decision and writes them as C++.

train_main_text.py PRINT_BLOCKS OUTPUT.cc SET...

PRINT_BLOCKS is the program of tools/print_blocks.cc; a SET is an unpacked folder of shared/data/html_gold with
gold.jsonl and pages. Needs numpy and lightgbm (made with 2.4.6 and 4.7.0). A scorecard is a sum of steps: boosted
stumps of LightGBM added up per feature, so that each feature's points can be read and printed. The second
scorecard sees the first's scores around the block; it learns from scores that the first gave to pages of domains
that it had not seen. The figures that are printed come from halves of the domains, each judged by what the other
half taught; the table that is written is learnt from all. Why so: docs/design/0010-main-text.md.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse
from collections import Counter, defaultdict

import lightgbm
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])\w)+")
HAN = re.compile(r"[\u4e00-\u9fff]")
CHINESE_WEIGHT = 4  # the sets have 45 Chinese pages beside 1,700 English ones
NUM_ROUNDS = (300, 300)
RATE = (0.2, 0.15)
CONTEXT_REACHES = (2, 6, 20)


def words(text):
    return WORD.findall(text.lower())


def names_of(header, pattern):
    return re.findall(pattern, (ROOT / "tamis/extract" / header).read_text())


VALUES = names_of("block_features.h", r'X\(k\w+, "(\w+)"\)')
MEANINGS = names_of("class_words.h", r'X\(k\w+, "(\w+)"\)')
TAGS = names_of("html_tag.h", r'X\(k\w+, "(\w+)", [^)]*kIsBlock')
CONTEXT = names_of("context_features.h", r'X\(k\w+, "(\w+)"\)')


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


class Page:
    """One page: its blocks' features, words, and how much of each block stands in the gold text."""

    def __init__(self, gold, folder, printed):
        self.set = folder.name
        self.type = gold.get("page_type", "all")
        self.domain = registered_domain(gold.get("url"), gold["id"])
        self.gold = Counter(words(gold["gold_text"]))
        rows = [line.split("\t") for line in printed.split("\n") if line]
        self.words = [words(row[8]) for row in rows]
        self.boxes = np.array([[int(box) for box in row[6].split(",")] for row in rows])
        self.features = np.array([self._features(row) for row in rows], np.int32)
        self.labels = np.array(self._labels(gold["gold_text"]))
        self.num_words = np.array([len(block) for block in self.words])
        weights = np.maximum(self.num_words, 1) ** 0.75
        self.is_chinese = 2 * len(HAN.findall(gold["gold_text"])) > sum(self.gold.values())
        self.weights = weights / weights.sum() * (CHINESE_WEIGHT if self.is_chinese else 1)

    @staticmethod
    def _features(row):
        bits = [int(row[3], 16) >> i & 1 for i in range(len(MEANINGS))]
        bits += [int(row[4], 16) >> i & 1 for i in range(len(MEANINGS))]
        bits += [int(row[5], 16) >> i & 1 for i in range(len(TAGS))]
        return [int(value) for value in row[7].split()] + bits

    def _labels(self, gold_text):
        gold_words = words(gold_text)
        triples = set(zip(gold_words, gold_words[1:], gold_words[2:]))
        lines = {" ".join(words(line)) for line in gold_text.split("\n")}
        return [self._label(block, triples, lines) for block in self.words]

    def _label(self, block, triples, lines):
        if len(block) >= 4:
            own = list(zip(block, block[1:], block[2:]))
            return sum(triple in triples for triple in own) / len(own)
        if " ".join(block) in lines:
            return 1.0
        return 0.3 if block and all(word in self.gold for word in block) else 0.0

    def f1(self, is_kept):
        kept = Counter()
        for index in np.flatnonzero(is_kept):
            kept.update(self.words[index])
        total = sum(kept.values()) + sum(self.gold.values())
        return 2 * sum((kept & self.gold).values()) / total if total else 1.0


def load(program, folder):
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n"):
        gold = json.loads(line) if line else {}
        if not gold.get("gold_text"):
            continue
        html = decode((folder / gold["file"]).read_bytes())
        printed = subprocess.run([program], input=html.encode("utf-8", "replace"), capture_output=True, check=True).stdout
        if printed:
            yield Page(gold, folder, printed.decode("utf-8", "replace"))


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
    columns.append(np.full(count, min(total, 30000)))
    return np.stack(columns, axis=1)


class Scorecard:
    """A sum of steps: for each feature the points of its value."""

    def __init__(self, pages, matrices, num_rounds, rate):
        labels = np.concatenate([page.labels for page in pages])
        weights = np.concatenate([page.weights for page in pages])
        data = lightgbm.Dataset(np.concatenate(matrices), labels, weight=weights * len(weights) / weights.sum())
        parameters = {"objective": "cross_entropy", "num_leaves": 2, "learning_rate": rate, "max_bin": 31,
                      "min_data_in_leaf": 100, "verbose": -1, "num_threads": 2, "seed": 1, "deterministic": True}
        model = lightgbm.train(parameters, data, num_rounds)
        self.base = 0.0
        jumps = defaultdict(lambda: defaultdict(float))
        for tree in model.dump_model()["tree_info"]:
            root = tree["tree_structure"]
            if "threshold" not in root:
                self.base += root["leaf_value"]
                continue
            low, high = root["left_child"]["leaf_value"], root["right_child"]["leaf_value"]
            self.base += low
            jumps[root["split_feature"]][int(np.floor(root["threshold"]))] += high - low
        self.base = round(self.base * 100)
        self.steps = {feature: self._cumulate(at) for feature, at in sorted(jumps.items())}

    @staticmethod
    def _cumulate(jumps):
        """[(value up to which, points)], the last without a bound."""
        steps, points = [], 0.0
        for threshold, jump in sorted(jumps.items()):
            steps.append((threshold, round(points * 100)))
            points += jump
        return steps + [(32767, round(points * 100))]

    def scores(self, matrix):
        total = np.full(len(matrix), self.base, np.int64)
        for feature, steps in self.steps.items():
            bounds = [bound for bound, _ in steps]
            total += np.array([points for _, points in steps])[np.searchsorted(bounds, matrix[:, feature])]
        return total


def train(pages):
    """Both scorecards; the second from first scores of domains unseen by the first."""
    first_scores = {}
    for part in range(3):
        seen = [page for page in pages if fold(page.domain, "first", 3) != part]
        card = Scorecard(seen, [page.features for page in seen], NUM_ROUNDS[0], RATE[0])
        for page in pages:
            if fold(page.domain, "first", 3) == part:
                first_scores[id(page)] = card.scores(page.features)
    first = Scorecard(pages, [page.features for page in pages], NUM_ROUNDS[0], RATE[0])
    matrices = [np.hstack([page.features, context(page, first_scores[id(page)])]) for page in pages]
    return first, Scorecard(pages, matrices, NUM_ROUNDS[1], RATE[1])


def second_scores(cards, page):
    return cards[1].scores(np.hstack([page.features, context(page, cards[0].scores(page.features))]))


def bound_of(page, scores):
    """As tamis/extract/main_text_decision.cc computes it."""
    num_words = page.features[:, 0]
    likely, sure = num_words[scores > -50].sum(), num_words[scores > 150].sum()
    return min(75, -90 + 190 * int(sure) // max(int(likely), 1))


def report(name, judged):
    rows = defaultdict(list)
    for page, scores in judged:
        f1 = page.f1(scores > bound_of(page, scores))
        rows[page.set].append(f1)
        rows[f"{page.set}/{page.type}"].append(f1)
        if page.is_chinese:
            rows["chinese"].append(f1)
    print(name, *(f"{key} {len(values)} {np.mean(values):.4f}" for key, values in sorted(rows.items())), sep="\n  ", flush=True)


def write(cards, path, sets):
    names = VALUES + [f"near: {name}" for name in MEANINGS] + [f"around: {name}" for name in MEANINGS]
    names += [f"in <{name}>" for name in TAGS] + CONTEXT
    lines = [f"// Generated by tools/train_main_text.py from\n// {', '.join(sets)}.\n",
             "// A line a feature: {column, value up to which, points}.\n// clang-format off\n",
             '#include "tamis/extract/scorecard.h"\n\nnamespace tamis::extract {\nnamespace {\n']
    for title, card in zip(("First", "Second"), cards):
        lines.append(f"\nconstexpr Step k{title}Steps[] = {{\n")
        for feature, steps in card.steps.items():
            entries = " ".join(f"{{{feature}, {bound}, {points}}}," for bound, points in steps)
            lines.append(f"    {entries}  // {names[feature]}\n")
        lines.append("};\n")
    lines.append("\n}  // namespace\n")
    for title, card in zip(("First", "Second"), cards):
        lines.append(f"\nScorecard {title.lower()}_scorecard() {{ return {{{card.base}, k{title}Steps}}; }}\n")
    lines.append("\n}  // namespace tamis::extract\n")
    pathlib.Path(path).write_text("".join(lines), encoding="ascii")


def main():
    program, output, *folders = sys.argv[1:]
    pages = [page for folder in folders for page in load(program, pathlib.Path(folder))]
    halves = [[page for page in pages if fold(page.domain, "half", 2) == half] for half in (0, 1)]
    for half in (0, 1):
        cards = train(halves[half])
        report(f"half {'BA'[half]} judged by half {'AB'[half]}",
               [(page, second_scores(cards, page)) for page in halves[1 - half]])
    cards = train(pages)
    report("all by all", [(page, second_scores(cards, page)) for page in pages])
    write(cards, output, [pathlib.Path(folder).name for folder in folders])


if __name__ == "__main__":
    main()
