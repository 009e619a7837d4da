"""Runs Tamis, datatrove and fastwarc with resiliparse over the same crawl file, each on one core,
and prints what each did with a second of CPU time.

  make bench-peers             all pages, some ten minutes; renews the tables of the README
  build/venv/bin/python bench/end_to_end/compare_with_peers.py --pages 100

Tamis runs recipes/fineweb.yaml; datatrove the same filters in the same order; resiliparse extracts
main text and stops there. CPU time is user and system time of all processes; of the short programs
the cheapest of some runs counts. Raw numbers go to build/peers/results.json.
"""

import argparse
import dataclasses
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import comparison_table
import crawl_sample
import peers_environment
from measured_run import run_on_cores

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PAGES_TO_WARC = ROOT.parent / "shared" / "tools" / "pages_to_warc.py"
NUM_SHORT_RUNS = 3
# Long enough that start and end of a run, which one thread does, are a hundredth of it.
NUM_CRAWLS_OF_LONG_RUN = 4
NUM_STARTS = 20
IDLE_SHARE_MIN = 0.9


def cheapest(costs):
    """The run with the least CPU time: other work on the machine only adds to it."""
    return min(costs, key=lambda cost: cost.cpu_seconds)


def say(text):
    print(f"compare_with_peers: {text}", file=sys.stderr, flush=True)


def default_crawl(folder):
    """The crawl of real pages beside the checkout, made once."""
    crawl = folder / "pages.warc.gz"
    if not crawl.exists():
        if not PAGES_TO_WARC.exists():
            sys.exit(f"compare_with_peers: there is no {PAGES_TO_WARC}; give a file with --crawl")
        say(f"making {crawl}")
        unfinished = folder / "unfinished.warc.gz"
        subprocess.run([sys.executable, PAGES_TO_WARC, unfinished], stdout=subprocess.DEVNULL, check=True)
        unfinished.rename(crawl)
    return crawl


def sampled(crawl, num_pages, folder):
    """A crawl of `num_pages` evenly spaced pages, or all, and its size."""
    size = crawl_sample.measure(crawl)
    if size.num_pages == 0:
        sys.exit(f"compare_with_peers: {crawl} holds no page")
    if num_pages and num_pages < size.num_pages:
        sample = folder / "sample" / "sample.warc.gz"
        sample.parent.mkdir(exist_ok=True)
        crawl_sample.write_sample(crawl, sample, size.num_pages, num_pages)
        crawl, size = sample, crawl_sample.measure(sample)
    say(f"{size.num_pages} pages of {crawl}, {size.num_bytes / 1e6:.0f} MB uncompressed")
    return crawl, size


class Comparison:
    """The runs over one crawl file; `cores` are those of this machine that may be used."""

    def __init__(self, tamis, crawl, folder, cores):
        self.tamis = tamis
        self.crawl = crawl.resolve()
        self.folder = folder
        self.cores = cores
        self.python = peers_environment.python_of(folder / "venv")

    def run(self, log_name, command, num_cores=1):
        return run_on_cores(command, self.cores[:num_cores], self.folder / f"{log_name}.log")

    def run_tamis(self, crawl, num_threads=1):
        command = [self.tamis, "run", ROOT / "recipes" / "fineweb.yaml", "--input", crawl, "--overwrite"]
        command += ["--output", self.folder / "tamis", "--threads", num_threads, "--profile"]
        return self.run("tamis", command, num_threads)

    def tamis_row(self):
        say(f"tamis, {NUM_SHORT_RUNS} times")
        cost = cheapest([self.run_tamis(self.crawl) for _ in range(NUM_SHORT_RUNS)])
        report = json.loads((self.folder / "tamis" / "report.json").read_text(encoding="utf-8"))
        documents = report["documents"]
        counts = {"pages_in": documents["read"], "pages_kept": documents["kept"]}
        return row("Tamis, `recipes/fineweb.yaml`", cost, {**counts, "profile": cost.errors})

    def wall_seconds(self):
        """By the number of threads, over the crawl several times; in turn, for the machine changes with the hour."""
        crawls = self.folder / "long_crawl"
        crawls.mkdir(exist_ok=True)
        for number in range(NUM_CRAWLS_OF_LONG_RUN):
            link = crawls / f"{number}.warc.gz"
            link.unlink(missing_ok=True)
            link.symlink_to(self.crawl)
        nums_threads = [num for num in (1, 2) if num <= len(self.cores)]
        say(f"tamis, {NUM_SHORT_RUNS} times, threads: {nums_threads}")
        seconds = {str(num): [] for num in nums_threads}
        for _ in range(NUM_SHORT_RUNS):
            for num in nums_threads:
                seconds[str(num)].append(self.run_tamis(crawls, num).wall_seconds)
        return {num: min(seconds[num]) for num in seconds}

    def resiliparse_row(self):
        say(f"fastwarc and resiliparse, {NUM_SHORT_RUNS} times")
        command = [self.python, HERE / "resiliparse_main_text.py", self.crawl]
        cost = cheapest([self.run("resiliparse", command) for _ in range(NUM_SHORT_RUNS)])
        versions = [peers_environment.version_of(name) for name in ("fastwarc", "resiliparse")]
        name = "fastwarc {} + resiliparse {}, reading and extraction alone".format(*versions)
        return row(name, cost, json.loads(cost.output))

    def datatrove_row(self):
        say("datatrove, once, minutes")
        output = self.folder / "datatrove"
        # datatrove goes on where a run before ended, and would do nothing.
        subprocess.run(["rm", "-rf", output], check=True)
        cost = self.run("datatrove", [self.python, HERE / "datatrove_fineweb.py", self.crawl, output])
        version = peers_environment.version_of("datatrove")
        return row(f"datatrove {version}, FineWeb's order", cost, json.loads(cost.output))

    def start_seconds(self):
        starts = [self.run("start", [self.tamis, "--help"]).wall_seconds for _ in range(NUM_STARTS)]
        return statistics.median(starts)

    def results(self):
        """Everything that the tables need, and more for whoever reads the raw numbers."""
        return {
            "wall_seconds": self.wall_seconds(),
            "wall_crawls": NUM_CRAWLS_OF_LONG_RUN,
            "start_seconds": self.start_seconds(),
            "programs": [self.tamis_row(), self.resiliparse_row(), self.datatrove_row()],
        }


def row(name, cost, counts):
    fields = dataclasses.asdict(cost)
    del fields["output"], fields["errors"]
    return {"name": name, **counts, **fields}


def idle_share():
    """The share of the processor's time that nothing used, over a second."""

    def ticks():
        fields = pathlib.Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:]
        numbers = [int(field) for field in fields]
        return numbers[3], sum(numbers)

    idle, total = ticks()
    time.sleep(1)
    idle_after, total_after = ticks()
    return (idle_after - idle) / (total_after - total)


def origin():
    share = idle_share()
    if share < IDLE_SHARE_MIN:
        say(f"the machine is busy ({1 - share:.0%}): CPU times are a little high, wall times are left out")
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": platform.platform(),
        "is_busy": share < IDLE_SHARE_MIN,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=0, help="evenly spaced pages to take (default: all)")
    parser.add_argument("--crawl", type=pathlib.Path, help="a .warc.gz file (default: the pages beside the checkout)")
    parser.add_argument("--tamis", type=pathlib.Path, default=ROOT / "build" / "release" / "bin" / "tamis")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "build" / "peers", help="for all that is written")
    arguments = parser.parse_args()

    folder = arguments.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    crawl, size = sampled(arguments.crawl or default_crawl(folder), arguments.pages, folder)
    comparison = Comparison(arguments.tamis.resolve(), crawl, folder, sorted(os.sched_getaffinity(0)))
    results = {**origin(), "crawl": dataclasses.asdict(size), **comparison.results()}
    (folder / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print(comparison_table.report(results))


if __name__ == "__main__":
    main()
