"""Main text against gold text: of made-up Chinese pages, and where shared/ stands beside the checkout of its sets, by the
scorers beside the data."""

import json
import pathlib
import re
import statistics
import subprocess
import sys
import unittest
from collections import Counter

import program
from program import SHARED, ProgramTest

CHINESE_PAGES = pathlib.Path(__file__).parent / "chinese_pages"
# A Chinese character is a word, and so are letters and digits that stand together.
WORD = re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9]+")


def f1(text: str, gold: str) -> float:
    """Of the two as bags of words."""
    ours, wanted = Counter(WORD.findall(text)), Counter(WORD.findall(gold))
    return 2 * (ours & wanted).total() / (ours.total() + wanted.total())


class ChinesePages(ProgramTest):
    """Made-up pages, from which nothing was learnt."""

    # By kind, a little less than it was when the pages came.
    F1_MIN = {"news": 0.75, "forum": 0.68, "shops": 0.53}

    def test_each_kind(self) -> None:
        for kind, least in self.F1_MIN.items():
            rows = (CHINESE_PAGES / kind / "gold.jsonl").read_text(encoding="utf-8").split("\n")
            gold = {str(CHINESE_PAGES / kind / row["file"]): row["gold_text"] for row in map(json.loads, filter(None, rows))}
            self.write("files.txt", "\n".join(gold))
            found = [json.loads(line) for line in self.tamis("extract", "@files.txt").stdout.decode().split("\n") if line]
            self.assertEqual({row["id"] for row in found}, set(gold))
            mean = statistics.mean(f1(row["text"], gold[row["id"]]) for row in found)
            print(f"{kind}: {len(found)} made-up Chinese pages, word F1 {mean:.3f}")
            with self.subTest(kind):
                self.assertGreaterEqual(mean, least)


@unittest.skipUnless(SHARED.exists(), "needs ../shared with html_gold")
class ExtractionQuality(ProgramTest):
    def predict(self, name: str) -> None:
        """Unpacks a set and extracts its pages, with the ids of its gold."""
        archive = SHARED / "data" / "html_gold" / f"{name}.tar.zst"
        subprocess.run(["tar", "--zstd", "-xf", archive], cwd=self.folder, check=True)
        gold = [json.loads(line) for line in (self.folder / name / "gold.jsonl").read_text().split("\n") if line]
        ids = {f"{name}/{page['file']}": page["id"] for page in gold}
        self.write("files.txt", "\n".join(ids))
        self.tamis("extract", "@files.txt", "--format", "html", "--output", "found.jsonl")
        rows = [json.loads(line) for line in (self.folder / "found.jsonl").read_text().split("\n") if line]
        self.assertEqual(len(rows), len(ids))
        self.write("predicted.jsonl", "".join(json.dumps({"id": ids[row["id"]], "text": row["text"]}) + "\n" for row in rows))

    def score(self, scorer: str, name: str) -> str:
        command = [sys.executable, SHARED / "golden" / "extraction" / scorer,
                   self.folder / name / "gold.jsonl", self.folder / "predicted.jsonl"]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()

    def test_english_news(self) -> None:
        self.predict("aeb")
        f1 = json.loads(self.score("score_extraction.py", "aeb"))["f1"]
        print(f"aeb shingle F1 {f1}")
        self.assertGreaterEqual(f1, 0.95)

    def test_seven_kinds_of_pages(self) -> None:
        self.predict("wcxb_dev")
        table = self.score("score_wcxb.py", "wcxb_dev")
        print(table)
        rows = {line.split("\t")[0]: line.split("\t") for line in table.splitlines()}
        self.assertGreaterEqual(float(rows["all"][4]), 0.88)


program.main()
