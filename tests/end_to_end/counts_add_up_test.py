"""Every figure of the report, counted again from the files that the run wrote."""

import bisect
import collections
import json
import subprocess

import program
from program import WEB, ProgramTest


# Which documents the branches of the recipe see.
CHINESE, ENGLISH = ("zh-Hans", "zh-Hant"), ("en",)
BRANCHES = {"chinese": CHINESE, "chinese_rest": CHINESE, "english": ENGLISH, "english_rest": ENGLISH}

# All that a run can write for those who count again. A rule's second use needs a column of its own.
EVERYTHING = [argument for setting in ("write.rejected_signals=true", "write.cuts=true",
                                       "chinese_rest.word_count.as=words_left", "english_rest.word_count.as=words_left")
              for argument in ("--set", setting)]


class Bins:
    """A histogram of the report, and the same of values counted again."""

    def __init__(self, report: dict, stage: str, rule: str) -> None:
        [histogram] = [each for each in report["histograms"] if (each["stage"], each["rule"]) == (stage, rule)]
        self.edges = [each["from"] for each in histogram["bins"]]
        self.reported = [each["documents"] for each in histogram["bins"]]

    def count(self, values: list[float]) -> list[int]:
        counted = collections.Counter(bisect.bisect(self.edges, value) for value in values)
        return [counted[index + 1] for index in range(len(self.edges))]


class CountsAddUp(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("a.warc", program.small_crawl() * 3)
        self.write("b.warc", program.small_crawl())
        self.tamis("run", WEB, "--input", "first=a.warc", "--input", "second=b.warc", *EVERYTHING)
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

    def test_languages_are_those_of_the_documents(self) -> None:
        # What was dropped before it was text has no language of its own.
        texts = self.kept + [row for row in self.rejected if row["stage"] not in ("read", "extract")]
        read = collections.Counter(row["language"] or "untagged" for row in texts)
        for tag, books in self.report()["languages"].items():
            kept = [row["text"] for row in self.kept if (row["language"] or "untagged") == tag]
            self.assertEqual(books["read"], read.pop(tag), tag)
            self.assertEqual(books["kept"]["documents"], len(kept), tag)
            self.assertEqual(books["kept"]["characters"], sum(map(len, kept)), tag)
        self.assertFalse(read)

    def test_manifest_counts_each_file(self) -> None:
        manifest = json.loads((self.folder / "clean" / "manifest.json").read_text())
        for part in manifest["outputs"]:
            raw = subprocess.run(["zstd", "-dcq", self.folder / "clean" / part["path"]], check=True, capture_output=True)
            self.assertEqual(part["documents"], raw.stdout.count(b"\n"), part["path"])
        listed = {part["path"] for part in manifest["outputs"]}
        folder = self.folder / "clean"
        written = {str(path.relative_to(folder)) for kind in ("documents", "rejected") for path in (folder / kind).iterdir()}
        self.assertEqual(listed, written)
        self.assertEqual(manifest["documents_kept"], len(self.kept))
        self.assertEqual(manifest["documents_read"], len(self.kept) + len(self.rejected))

    def test_examples_are_the_first_of_each_cause(self) -> None:
        firsts = collections.defaultdict(list)
        for row in self.rejected:
            firsts[row["stage"], row["rule"]].append(row["id"])
        for stage, steps in self.report()["examples"].items():
            for step, examples in steps.items():
                if self.report()["dropped"].get(stage, {}).get(step, {}).get("documents", 0) and not \
                        self.report()["cut"].get(stage, {}).get(step, {}).get("pieces", 0):
                    self.assertEqual([each["id"] for each in examples], firsts[stage, step][:5], (stage, step))

    def test_histograms_are_those_of_the_measured_numbers(self) -> None:
        report = self.report()
        num_counted = 0
        for histogram in report["histograms"]:
            stage, rule = histogram["stage"], histogram["rule"]
            if rule in report["cut"][stage]:
                continue  # of pieces
            values = [row[rule] for row in self.kept + self.rejected
                      if row[rule] is not None and row["language"] in BRANCHES.get(stage, (row["language"],))]
            bins = Bins(report, stage, rule)
            self.assertEqual((sum(bins.reported), bins.reported), (len(values), bins.count(values)), (stage, rule))
            num_counted += len(values)
        self.assertGreater(num_counted, 100)

    def test_cuts_are_those_of_the_documents(self) -> None:
        report = self.report()
        rows = [json.loads(row["cuts"]) for row in self.kept + self.rejected if row["cuts"] is not None]
        pieces = [cut for row in rows for cut in row]
        self.assertGreater(len(pieces), 3)
        documents = collections.Counter(pair for row in rows for pair in {(cut["stage"], cut["rule"]) for cut in row})
        for stage, steps in report["cut"].items():
            for step, amount in steps.items():
                of_step = [cut for cut in pieces if (cut["stage"], cut["rule"]) == (stage, step)]
                self.assertEqual(amount["pieces"], len(of_step), (stage, step))
                self.assertEqual(amount["documents"], documents[stage, step], (stage, step))
                self.assertGreaterEqual(amount["bytes"], sum(len(cut["text"].encode()) for cut in of_step))
                self.assertGreaterEqual(sum(Bins(report, stage, step).reported), len(of_step), (stage, step))

    def test_histograms_of_lines_are_those_of_the_lines(self) -> None:
        """All lines of all documents, counted again from a run that only reads."""
        recipe = "read: {format: warc}\nstages: [lines: [line_word_count: {split_words: white_space, min: %d}]]\n"
        for name, bound in (("all.yaml", 0), ("some.yaml", 20)):
            self.write(name, recipe % bound)
            self.tamis("run", name, "--input", "a.warc", "--output", name[:-5], "--set", "write.cuts=true")
        texts = [row["text"] for row in program.records(self.folder / "all" / "documents")]
        lines = [line for text in texts for line in text.split("\n") if line.strip()]
        bins = Bins(self.report("some"), "lines", "line_word_count")
        self.assertGreater(len(bins.edges), 2)
        self.assertEqual(bins.reported, bins.count([len(line.split()) for line in lines]))
        cuts = [cut for kind in ("documents", "rejected") for row in program.records(self.folder / "some" / kind)
                for cut in json.loads(row["cuts"] or "[]")]
        self.assertEqual(sorted(cut["text"] for cut in cuts), sorted(line for line in lines if len(line.split()) < 20))

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
