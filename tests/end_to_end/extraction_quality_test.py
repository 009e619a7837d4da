"""Main text against gold text, by the scorers beside the data; skipped where shared/ is absent."""

import json
import subprocess
import sys
import unittest

import program
from program import SHARED, ProgramTest


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
