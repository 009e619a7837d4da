"""Every figure of the report, counted again from the files that the run wrote."""

import collections

import program
from program import WEB, ProgramTest


class CountsAddUp(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("a.warc", program.small_crawl() * 3)
        self.write("b.warc", program.small_crawl())
        self.tamis("run", WEB, "--input", "first=a.warc", "--input", "second=b.warc")
        self.kept = program.records(self.folder / "clean" / "documents")
        self.rejected = program.records(self.folder / "clean" / "rejected")

    def test_read_is_kept_and_dropped(self) -> None:
        report = self.report()
        dropped = sum(step["documents"] for stage in report["dropped"].values() for step in stage.values())
        self.assertEqual(report["documents"]["read"], report["documents"]["kept"] + dropped)
        self.assertEqual(report["documents"]["read"], len(self.kept) + len(self.rejected))

    def test_kept_is_what_documents_holds(self) -> None:
        kept = self.report()["kept"]
        self.assertEqual(kept["documents"], len(self.kept))
        self.assertEqual(kept["bytes"], sum(len(row["text"].encode()) for row in self.kept))
        self.assertEqual(kept["characters"], sum(len(row["text"]) for row in self.kept))

    def test_drops_are_what_rejected_holds(self) -> None:
        counted = collections.Counter((row["stage"], row["rule"]) for row in self.rejected)
        for stage, steps in self.report()["dropped"].items():
            for step, amount in steps.items():
                self.assertEqual(amount["documents"], counted[stage, step], (stage, step))

    def test_sources_add_up(self) -> None:
        report = self.report()
        for stage, steps in report["dropped"].items():
            for step, amount in steps.items():
                parts = [source["dropped"][stage].get(step, {"bytes": 0})["bytes"]
                         for source in report["sources"].values()]
                self.assertEqual(amount["bytes"], sum(parts), (stage, step))

    def test_every_stage_balances(self) -> None:
        report = self.report()
        for stage in report["stages"]:
            for unit in ("documents", "bytes", "characters"):
                gone = sum(step[unit] for step in report["dropped"][stage["name"]].values())
                if unit != "documents":
                    gone += sum(step[unit] for step in report["cut"][stage["name"]].values())
                    gone += sum(step[unit] for step in report["edited"][stage["name"]].values())
                self.assertEqual(stage["in"][unit], stage["out"][unit] + gone, (stage["name"], unit))


program.main()
