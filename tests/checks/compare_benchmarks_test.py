import json

import bad_tree
import compare_benchmarks


def run(name, cpu_time, unit="ns", **more):
    return {"name": name, "run_name": name, "run_type": "iteration", "cpu_time": cpu_time, "time_unit": unit, **more}


class CompareBenchmarks(bad_tree.TreeTest):
    def results(self, *runs):
        root = self.tree({"a.json": json.dumps({"context": {}, "benchmarks": runs})})
        return compare_benchmarks.read_results(root / "a.json")

    def test_takes_the_fastest_repetition_and_no_aggregate(self):
        mean = run("words", 1, run_type="aggregate", aggregate_name="mean")
        self.assertEqual(self.results(run("words", 12), run("words", 10), mean), {"words": 10})

    def test_knows_units(self):
        self.assertEqual(self.results(run("words", 2, "us"), run("lines", 3, "ms")), {"words": 2e3, "lines": 3e6})

    def test_leaves_out_what_failed(self):
        self.assertEqual(self.results(run("words", 0, error_occurred=True)), {})

    def test_reads_a_folder(self):
        files = {f"{name}.json": json.dumps({"benchmarks": [run(name, 5)]}) for name in ("words", "lines")}
        self.assertEqual(compare_benchmarks.read_results(self.tree(files)), {"lines": 5, "words": 5})

    def test_fails_what_is_slower_than_the_threshold_alone(self):
        before = {"words": 100, "lines": 100, "sentences": 100}
        after = {"words": 111, "lines": 109, "sentences": 50}
        lines, num_slower = compare_benchmarks.compare(before, after, 0.1)
        self.assertEqual(num_slower, 1)
        self.assertIn("words", lines[0])
        self.assertIn("+11.0%  SLOWER", lines[0])

    def test_names_what_one_side_lacks(self):
        lines, num_slower = compare_benchmarks.compare({"old": 1, "same": 1}, {"new": 1, "same": 1}, 0.1)
        self.assertEqual((lines[1:], num_slower), (["old: only before", "new: only after"], 0))


if __name__ == "__main__":
    bad_tree.unittest.main()
