"""Measures Tamis and prints the README's table; tools/update_readme.py puts it there:

  build/venv/bin/python tools/update_readme.py measure results build/venv/bin/python tools/measure.py

Truth and scorers stand beside the checkout (../shared); a row whose data or program is absent is
left out. Needs what `make test` builds; the speed is that of the demo's crawl (`make demo`).
"""

import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
BINARIES = ROOT / "build" / "release" / "bin"
CRAWL = ROOT / "demo" / "crawl"
NUM_SPEED_RUNS = 3


def output_of(command, folder):
    result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=True)
    return result.stdout.decode("utf-8", "replace")


def read_rows(path):
    # Not splitlines(): texts hold line ends other than "\n".
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def extract_set(name, folder):
    """Unpacks a set of pages and extracts them; returns its gold and the texts found, as files."""
    archive = SHARED / "data" / "html_gold" / f"{name}.tar.zst"
    subprocess.run(["tar", "--zstd", "-xf", archive], cwd=folder, check=True)
    gold = folder / name / "gold.jsonl"
    ids = {f"{name}/{page['file']}": page["id"] for page in read_rows(gold)}
    (folder / "files.txt").write_text("\n".join(ids), encoding="utf-8")
    output_of(
        [BINARIES / "tamis", "extract", "@files.txt", "--format", "html", "--output", "found.jsonl"], folder
    )
    found = read_rows(folder / "found.jsonl")
    predicted = folder / "predicted.jsonl"
    lines = [json.dumps({"id": ids[row["id"]], "text": row["text"]}) for row in found]
    predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return gold, predicted


def score(scorer, gold, predicted):
    return output_of([sys.executable, SHARED / "golden" / "extraction" / scorer, gold, predicted], ROOT)


def measure_news(folder):
    figures = json.loads(score("score_extraction.py", *extract_set("aeb", folder)))
    return "main text, English news", "aeb, 181 pages", f"F1 {figures['f1']:.3f} (4-word shingles)"


def measure_page_types(folder):
    table = score("score_wcxb.py", *extract_set("wcxb_dev", folder))
    rows = {line.split("\t")[0]: line.split("\t") for line in table.splitlines()}
    return "main text, seven kinds of pages", "wcxb_dev, 1,497 pages", f"F1 {float(rows['all'][4]):.3f} (words)"


def run_test(name, pattern):
    """The output of a test program, or None if it skipped or failed."""
    command = [BINARIES / name, f"--gtest_filter={pattern}"]
    result = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    output = result.stdout.decode("utf-8", "replace")
    return None if result.returncode != 0 or "SKIPPED" in output or "PASSED" not in output else output


def measure_warc(_):
    if run_test("readers_test", "Truth.*") is None:
        return None
    index = output_of(["zstd", "-dqc", SHARED / "data" / "warc" / "index_by_warcio.jsonl.zst"], ROOT)
    num_records = sum('"reader_error"' not in line for line in index.split("\n") if line)
    num_files = len(set(re.findall(r'"file": ?"([^"]+)"', index)))
    return (
        "WARC and ARC records as warcio reads them",
        f"{num_files} files, {num_records:,} records",
        "the same, but for [better answers](docs/formats/reading_warc.md)",
    )


def measure_language(_):
    output = run_test("transforms_test", "GuessLanguage.AgreesWithTatoeba")
    found = output and re.search(r"sentences ([.\d]+) of (\d+), documents ([.\d]+) of (\d+), (\d+) languages", output)
    if not found:
        return None
    sentences, num_sentences, documents, _, num_languages = found.groups()
    return (
        "language",
        f"Tatoeba, {int(num_sentences):,} sentences in {num_languages} languages",
        f"{float(documents):.1%} of texts of ten sentences, {float(sentences):.1%} of single ones",
    )


def measure_simplified(_):
    if run_test("transforms_test", "*AppendSimplified*") is None:
        return None
    return "traditional to simplified", "every Han character; four sets of real text", "identical to OpenCC's t2s"


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure_speed(folder):
    """Pages a CPU second of the whole program, the best of some runs: other work only slows it."""
    command = [BINARIES / "tamis", "run", ROOT / "recipes" / "web.yaml", "--overwrite"]
    command += ["--input", f"{CRAWL}/*.warc.gz", "--output", folder / "clean"]
    spent = []
    for _ in range(NUM_SPEED_RUNS):
        cpu, wall = cpu_seconds(), time.monotonic()
        output_of(command, ROOT)
        spent.append((cpu_seconds() - cpu, time.monotonic() - wall))
    cpu, _ = min(spent)
    read = json.loads((folder / "clean" / "report.json").read_text(encoding="utf-8"))["read"]
    megabytes = sum(path.stat().st_size for path in CRAWL.glob("*.warc.gz")) / 1e6
    return (
        "speed of `recipes/web.yaml`, everything included",
        f"the demo's crawl, {read['documents']:,} pages, {megabytes:.0f} MB of .warc.gz",
        f"{read['documents'] / cpu:,.0f} pages a CPU second",
    )


MEASUREMENTS = (
    (measure_news, SHARED / "data" / "html_gold" / "aeb.tar.zst"),
    (measure_page_types, SHARED / "data" / "html_gold" / "wcxb_dev.tar.zst"),
    (measure_warc, SHARED / "data" / "warc" / "files.tar.zst"),
    (measure_language, SHARED / "data" / "langid" / "tatoeba_laser.tar.zst"),
    (measure_simplified, SHARED / "data" / "clean_zh" / "zhwiki2019.jsonl.zst"),
    (measure_speed, CRAWL / "en.warc.gz"),
)


def main():
    print("| what | measured on | result |\n|---|---|---|")
    for measure, needed in MEASUREMENTS:
        if not needed.exists():
            print(f"measure: no {os.path.relpath(needed, ROOT)}, a row is left out", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:
            row = measure(pathlib.Path(folder))
        if row is None:
            print(f"measure: {measure.__name__} gave no result, a row is left out", file=sys.stderr)
        else:
            print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
