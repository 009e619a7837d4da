import pathlib
import sys
import tempfile
import unittest

import scripts  # noqa: F401, the path of what follows
import comparison_table
import datatrove_fineweb
import measured_run
import peers_environment

RESULTS = {
    "is_busy": False,
    "crawl": {"num_pages": 1000, "num_bytes_compressed": 50_000_000, "num_bytes": 200_000_000},
    "wall_seconds": {"1": 2.0, "2": 1.0},
    "wall_crawls": 4,
    "start_seconds": 0.005,
    "programs": [
        {"name": "Tamis", "pages_in": 1000, "pages_kept": 500, "cpu_seconds": 2.0, "peak_rss_bytes": 90_000_000},
        {"name": "peer", "pages_in": 1000, "pages_kept": 400, "cpu_seconds": 100.0, "peak_rss_bytes": 400_000_000},
    ],
}
PROFILE = """
  where the time went     documents         MB     CPU s    share ms per MB
  reading files                1000       50.0     0.500   25.0 %    10.000
  decoding                     1000      200.0     0.020    1.0 %     0.100
  extract                      1000      200.0     0.240   12.0 %     1.200
  c4_words                      900       10.0     0.040    2.0 %     4.000
  english                       900       10.0     0.060    3.0 %     6.000
  writing files                1000        0.0     0.100    5.0 %
  2.10 s by the clock, 1 threads: 2.00 s of CPU, 0.10 s waiting for disks, 0.00 s with nothing to do
"""
RESULTS["programs"][0]["profile"] = PROFILE
BUSY = "import os\nif os.fork() == 0:\n    sum(range(3_000_000))\n    os._exit(0)\nos.wait()\nprint('done')"


class ComparisonTable(unittest.TestCase):
    def test_shows_rates_and_ratios(self):
        table = comparison_table.programs_table(RESULTS["programs"]).splitlines()
        self.assertEqual(table[2], "| Tamis | 1,000 | 500 | 2.0 | 500.0 | 90 MB |  |")
        self.assertEqual(table[3], "| peer | 1,000 | 400 | 100.0 | 10.0 | 400 MB | 50.0 times |")

    def test_sets_each_stage_beside_its_ceiling(self):
        rows = comparison_table.stages_table(RESULTS["programs"][0], RESULTS["crawl"]).splitlines()[2:]
        self.assertEqual(rows[0], "| reading files: gzip, WARC and HTTP | 2.50 | 0.95 | 38% |")
        self.assertEqual(rows[4].split("|")[2:4], [" 0.50 ", " 0.39 "])  # all stages of rules together
        self.assertTrue(rows[-1].startswith("| the whole process | 10.00 | 2.61 | 26% |"))

    def test_shows_what_two_threads_gain(self):
        self.assertIn("2.00 s; 1.00 s: 2.00 times", comparison_table.report(RESULTS))

    def test_leaves_out_two_threads_on_one_core(self):
        self.assertNotIn("2 threads", comparison_table.report({**RESULTS, "wall_seconds": {"1": 2.0}}))

    def test_leaves_out_wall_times_of_a_busy_machine(self):
        report = comparison_table.report({**RESULTS, "is_busy": True})
        self.assertNotIn("start-up", report)
        self.assertNotIn("wall time", report)

    def test_begins_as_update_readme_wants_a_table(self):
        self.assertTrue(comparison_table.report(RESULTS).startswith("|"))


class MeasuredRun(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.log = pathlib.Path(self._folder.name) / "log"

    def run_python(self, program):
        return measured_run.run_on_cores([sys.executable, "-c", program], [min(measured_run.os.sched_getaffinity(0))], self.log)

    def test_counts_the_time_of_children(self):
        alone = self.run_python("pass")
        with_child = self.run_python(BUSY)
        self.assertEqual(with_child.output, "done\n")
        self.assertGreater(with_child.cpu_seconds, alone.cpu_seconds)

    def test_sees_the_largest_memory(self):
        self.assertGreater(self.run_python("len(bytearray(100_000_000))").peak_rss_bytes, 100_000_000)

    def test_binds_to_the_cores_it_was_given(self):
        self.assertEqual(self.run_python("import os; print(len(os.sched_getaffinity(0)))").output, "1\n")

    def test_stops_with_the_end_of_the_log(self):
        with self.assertRaisesRegex(SystemExit, "ended with 1:\n(.*\n)*.*no luck"):
            self.run_python("raise SystemExit('no luck')")


class PeersEnvironment(unittest.TestCase):
    def test_pins_every_package_with_a_checksum(self):
        text = peers_environment.REQUIREMENTS.read_text(encoding="utf-8")
        self.assertEqual(text.count("=="), text.count("--hash=sha256:"))

    def test_knows_the_versions_it_names(self):
        self.assertEqual(peers_environment.version_of("datatrove"), "0.10.1")
        self.assertTrue(peers_environment.version_of("fastwarc"))


class DatatroveCounts(unittest.TestCase):
    def test_reads_its_statistics(self):
        stats = [
            {"name": "R - READER: W Warc", "stats": {"documents": {"total": 60, "n": 1}}},
            {"name": "E - EXTRAC: T Trafilatura", "stats": {"total": 60, "timeout": 2}},
            {"name": "F - FILTER: Q FineWeb Quality", "stats": {"total": 40, "forwarded": 36}},
        ]
        counts = datatrove_fineweb.counts(stats)
        self.assertEqual(counts, {"pages_in": 60, "pages_timed_out": 2, "pages_kept": 36})


if __name__ == "__main__":
    unittest.main()
