"""Compares two results of Google Benchmark and fails if a benchmark became slower than a threshold.

  build/bench/bin/words_bench --benchmark_repetitions=5 --benchmark_out=before.json
  (the same after the change, into after.json)
  tools/compare_benchmarks.py before.json after.json --threshold 0.05

Each file may also be a folder of such files. CPU time counts, and of several repetitions the
fastest: other work on the machine only adds. A benchmark that only one side has is named and fails
nothing.
"""

import argparse
import json
import pathlib
import sys

_NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def read_results(path):
    """CPU nanoseconds by name of benchmark, the fastest repetition, of a file or all in a folder."""
    fastest = {}
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        for run in json.loads(file.read_text(encoding="utf-8"))["benchmarks"]:
            # Means and deviations stand beside the repetitions that they were made of.
            if run.get("run_type") == "aggregate" or run.get("error_occurred"):
                continue
            name = run.get("run_name", run["name"])
            nanoseconds = run["cpu_time"] * _NANOSECONDS[run["time_unit"]]
            fastest[name] = min(nanoseconds, fastest.get(name, nanoseconds))
    return fastest


def duration(nanoseconds):
    for unit, size in reversed(_NANOSECONDS.items()):
        if nanoseconds >= size:
            return f"{nanoseconds / size:,.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def compare(before, after, threshold):
    """Lines of a table, the slowed down first, and how many of them are over the threshold."""
    changes = sorted(((after[name] / before[name] - 1, name) for name in before.keys() & after.keys()), reverse=True)
    width = max((len(name) for _, name in changes), default=0)
    lines = [
        f"{name:<{width}}  {duration(before[name]):>9} -> {duration(after[name]):>9}  {change:+7.1%}"
        f"{'  SLOWER' if change > threshold else ''}"
        for change, name in changes
    ]
    lines += [f"{name}: only before" for name in sorted(before.keys() - after.keys())]
    lines += [f"{name}: only after" for name in sorted(after.keys() - before.keys())]
    return lines, sum(change > threshold for change, _ in changes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=pathlib.Path)
    parser.add_argument("after", type=pathlib.Path)
    parser.add_argument("--threshold", type=float, default=0.1, help="share of time that may be added (default: 0.1)")
    arguments = parser.parse_args()
    before, after = read_results(arguments.before), read_results(arguments.after)
    if not before.keys() & after.keys():
        sys.exit("compare_benchmarks: no benchmark is on both sides")
    lines, num_slower = compare(before, after, arguments.threshold)
    print(*lines, sep="\n")
    return 1 if num_slower else 0


if __name__ == "__main__":
    sys.exit(main())
