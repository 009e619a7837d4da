"""Runs the recipes of tests/golden and compares what comes out; --accept renews what is expected."""

import json
import sys
import unittest

import program
from program import SOURCE, ProgramTest

IS_ACCEPTING = "--accept" in sys.argv


def lines(rows: list[dict]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


class Golden(ProgramTest):
    maxDiff = 4000

    def check(self, name: str) -> None:
        golden = SOURCE / "tests" / "golden" / name
        self.write("input.jsonl", (golden / "input.jsonl").read_bytes())
        recipe = SOURCE / (golden / "recipe").read_text().strip()
        done = self.tamis("run", recipe, "--input", "golden=input.jsonl", "--output", name)
        found = {
            "documents.jsonl": lines(program.records(self.folder / name / "documents")),
            "rejected.jsonl": lines(program.records(self.folder / name / "rejected")),
            "report.txt": done.stdout.decode().split("\nwritten:")[0],
        }
        for file, content in found.items():
            if IS_ACCEPTING:
                (golden / file).write_text(content)
            else:
                self.assertEqual((golden / file).read_text(), content, f"{golden / file}")

    def test_all(self) -> None:
        folders = sorted(path.parent.name for path in (SOURCE / "tests" / "golden").glob("*/recipe"))
        self.assertTrue(folders)
        for name in folders:
            with self.subTest(name):
                self.check(name)


program.main()
