"""Every figure of report.json, counted again from the files that a run wrote and read (recounted_run.py)."""

import itertools
import re
import subprocess
import unittest

import program
from program import SOURCE, ProgramTest
from recounted_run import UNITS, Bins, Run, amount, crawl, cuts_of, key_of, only_counted


class CountsAddUp:
    """Of one recipe; the classes below name them."""

    RECIPE = ""
    SETTINGS = ()  # a rule's second use needs a column of its own

    @classmethod
    def setUpClass(cls) -> None:
        cls.books = Run(SOURCE / "recipes" / f"{cls.RECIPE}.yaml", *cls.SETTINGS)
        cls.addClassCleanup(cls.books.close)
        cls.report = cls.books.report

    def test_no_key_is_left_out(self) -> None:
        counted = ("format version documents read kept dropped cut edited stages sources languages other_records "
                   "histograms examples")
        self.assertEqual(list(self.report), counted.split())
        self.assertEqual((self.report["format"], self.report["version"]), ("tamis-report", 1))

    def test_read_is_the_input(self) -> None:
        self.assertEqual([key_of(row) for row in self.books.rows], sorted(self.books.payloads))
        self.assertEqual(self.report["read"], amount(self.books.payloads.values()))
        self.assertEqual(self.report["other_records"], self.books.other_records)

    def test_kept_is_what_documents_holds(self) -> None:
        self.assertEqual(self.report["kept"], amount(row["text"] for row in self.books.kept))
        self.assertEqual(self.report["documents"], {"read": len(self.books.rows), "kept": len(self.books.kept)})

    def test_drops_are_what_rejected_holds(self) -> None:
        dropped = only_counted(self.report["dropped"])
        self.assertEqual(dropped, self.books.count_dropped(self.books.rows))
        self.assertGreater(sum(map(len, dropped.values())), 6)

    def test_stages_are_those_of_the_texts_between(self) -> None:
        self.assertEqual(self.report["stages"], self.books.count_stages(self.books.rows))

    def test_sources_are_those_of_their_files(self) -> None:
        self.assertEqual(list(self.report["sources"]), ["first", "second"])
        for source, counts in self.report["sources"].items():
            rows = [row for row in self.books.rows if row["source"] == source]
            self.assertEqual(counts["stages"], self.books.count_stages(rows), source)
            self.assertEqual(counts["dropped"], self.books.count_dropped(rows), source)
            self.assertEqual(list(counts), ["stages", "dropped"])

    def test_edits_are_the_differences_of_texts(self) -> None:
        edited = self.report["edited"]
        self.assertEqual(edited, self.books.count_edited())
        self.assertGreater(sum(map(len, only_counted(edited).values())), 3)

    def test_cuts_are_those_of_the_documents(self) -> None:
        cut = only_counted(self.report["cut"])
        self.assertEqual(cut, self.books.count_cut())
        self.assertGreater(sum(map(len, cut.values())), 1)

    def test_languages_are_those_of_the_documents(self) -> None:
        self.assertEqual(self.report["languages"], self.books.count_languages())

    def test_examples_are_the_first_of_each_cause(self) -> None:
        self.assertEqual(self.report["examples"], self.books.find_examples())

    def test_manifest_counts_each_file(self) -> None:
        manifest, folder = self.books.manifest, self.books.folder / "clean"
        for part in manifest["outputs"]:
            raw = subprocess.run(["zstd", "-dcq", folder / part["path"]], check=True, capture_output=True)
            self.assertEqual(part["documents"], raw.stdout.count(b"\n"), part["path"])
        listed = {part["path"] for part in manifest["outputs"]}
        written = {f"{kind}/{path.name}" for kind in ("documents", "rejected") for path in (folder / kind).iterdir()}
        self.assertEqual(listed, written)
        self.assertEqual(manifest["documents_kept"], len(self.books.kept))
        self.assertEqual(manifest["documents_read"], len(self.books.rows))

    def test_histograms_are_those_of_the_measured_numbers(self) -> None:
        """Units and bounds are the recipe's and counted nowhere; a bound shows where a document is past it."""
        num_counted = 0
        for histogram in self.histograms(of_pieces=False):
            stage, rule = histogram["stage"], histogram["rule"]
            rows = [row for row in self.books.rows if row[rule] is not None and self.books.enters(row, stage)]
            bins = Bins(histogram, [row[rule] for row in rows])
            self.assertEqual((bins.reported, sum(bins.reported)), (bins.counted, len(rows)), (stage, rule))
            self.assertTrue(bins.have_known_edges(), (stage, rule))
            for row in rows:
                self.check_bounds(histogram, row)
            num_counted += len(rows)
        self.assertGreater(num_counted, 100)

    def check_bounds(self, histogram: dict, row: dict) -> None:
        """What is past a bound was dropped for it, what is within was not."""
        stage, rule = histogram["stage"], histogram["rule"]
        value = row[rule]
        low, high = histogram.get("min", value), histogram.get("max", value)
        passed = [(value, low)] if value < low else [(value, high)] if value > high else []
        dropped = [(row["value"], row["bound"])] if (row.get("stage"), row.get("rule")) == (stage, rule) else []
        self.assertEqual(dropped, passed, (stage, rule))

    def test_histograms_of_pieces_hold_the_values_of_cuts(self) -> None:
        """Past the bound: pieces that were kept are in no file, and clauses are looked at again in their parts."""
        levels = dict(re.findall(r"^  (\w+) +(\w+)  ", self.books.list_of_rules(), re.MULTILINE))
        num_past = 0
        for histogram in self.histograms(of_pieces=True):
            stage, rule = histogram["stage"], histogram["rule"]
            cuts = [cut for row in self.books.rows for cut in cuts_of(row)]
            bins = Bins(histogram, [cut["value"] for cut in cuts if (cut["stage"], cut["rule"]) == (stage, rule)])
            check = self.assertGreaterEqual if levels[rule] == "clause" else self.assertEqual
            for edge, reported, counted in zip(bins.edges, bins.reported, bins.counted):
                if edge > histogram.get("max", edge):
                    check(reported, counted, (stage, rule, edge))
                    num_past += counted
        self.assertGreater(num_past, 5)

    def histograms(self, of_pieces: bool) -> list[dict]:
        return [histogram for histogram in self.report["histograms"]
                if (histogram["rule"] in self.report["cut"][histogram["stage"]]) == of_pieces]

    def test_what_leaves_a_stage_enters_the_next(self) -> None:
        stages = {stage["name"]: stage for stage in self.report["stages"]}
        groups = [[stages[name] for name in group if name in stages]
                  for group in (["read"], ["extract"], *self.books.recipe.groups)]
        for (earlier, later), unit in itertools.product(itertools.pairwise(groups), UNITS):
            self.assertEqual(sum(stage["out"][unit] for stage in earlier), sum(stage["in"][unit] for stage in later))

    def test_every_stage_balances(self) -> None:
        for stage, unit in itertools.product(self.report["stages"], UNITS):
            kinds = ["dropped"] if unit == "documents" else ["dropped", "cut", "edited"]
            gone = sum(step[unit] for kind in kinds for step in self.report[kind][stage["name"]].values())
            self.assertEqual(stage["in"][unit], stage["out"][unit] + gone, (stage["name"], unit))


class Web(CountsAddUp, unittest.TestCase):
    RECIPE = "web"
    SETTINGS = ("chinese_rest.word_count.as=words_left", "english_rest.word_count.as=words_left")


class FineWeb(CountsAddUp, unittest.TestCase):
    RECIPE = "fineweb"
    SETTINGS = ("quality.duplicate_line_code_point_ratio.as=duplicates_left",)


class ChineseWeb(CountsAddUp, unittest.TestCase):
    RECIPE = "chinese_web"
    SETTINGS = ("finish.word_count.as=words_left",)


class Lines(ProgramTest):
    def test_histograms_of_lines_are_those_of_the_lines(self) -> None:
        """All lines of all documents, counted again from a run that only reads."""
        self.write("a.warc", crawl("a"))
        recipe = "read: {format: warc}\nstages: [lines: [line_word_count: {split_words: white_space, min: %d}]]\n"
        for name, bound in (("all.yaml", 0), ("some.yaml", 20)):
            self.write(name, recipe % bound)
            self.tamis("run", name, "--input", "a.warc", "--output", name[:-5], "--set", "write.cuts=true")
        texts = [row["text"] for row in program.records(self.folder / "all" / "documents")]
        self.assertEqual(self.report("all")["languages"], {"untagged": {"read": len(texts), "kept": amount(texts)}})
        all_lines = [line for text in texts for line in text.split("\n") if line.strip()]
        [histogram] = self.report("some")["histograms"]
        bins = Bins(histogram, [len(line.split()) for line in all_lines])
        self.assertGreater(len(bins.edges), 2)
        self.assertEqual(bins.reported, bins.counted)
        rows = [row for kind in ("documents", "rejected") for row in program.records(self.folder / "some" / kind)]
        cuts = [cut["text"] for row in rows for cut in cuts_of(row)]
        self.assertEqual(sorted(cuts), sorted(line for line in all_lines if len(line.split()) < 20))


program.main()
