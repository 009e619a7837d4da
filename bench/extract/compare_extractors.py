"""Main text of Tamis and of other extractors against gold texts, and pages a CPU second, on the same pages.

  make bench-peers    renews the table of docs/design/0010-main-text.md
  build/venv/bin/python bench/extract/compare_extractors.py [--sets NAME ...] [--extractors NAME ...]

Prints a table: a row a set of shared/data/html_gold, by the scorers of shared/golden/extraction, one of the Chinese
news pages of gne_pages.py, and one of trafilatura's own evaluation (trafilatura_pages.py; needs go to fetch it). Tamis's time is that of the whole program on one thread, with reading, decoding
and writing; of the others it is the call that extracts alone. goose3, which does three pages a second, is asked about
its own set alone. The pages of the sets of LEARNT are those that Tamis's forests were learnt from: what it does with
pages that it has not seen stands in docs/design/0010-main-text.md.
"""

import argparse
import importlib.util
import json
import pathlib
import resource
import shutil
import subprocess
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(HERE.parent / "end_to_end"))

import comparison_table
import gne_pages
import peers_environment
import trafilatura_pages
from extractor_texts import EXTRACTORS

LEARNT = ("wcxb_dev", "aeb", "magic-html-article", "magic-html-forum", "newspaper4k", "gne")
SETS = (*LEARNT, "readability", "goose3", "webmainbench", "trafilatura")

SCORERS = SHARED / "golden" / "extraction"


def load_score_extraction():
    spec = importlib.util.spec_from_file_location("score_extraction", SCORERS / "score_extraction.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


score_extraction = load_score_extraction()


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def unpack(name, folder):
    """The gold rows of a set and, in the same order, the paths of its pages."""
    if name == "trafilatura":
        return trafilatura_pages.unpack(folder / name)
    if name == "gne":
        return gne_pages.unpack(SHARED / "data" / "html_unlabelled" / "gne.tar.zst", folder)
    if not (folder / name).exists():
        archive = SHARED / "data" / "html_gold" / f"{name}.tar.zst"
        subprocess.run(["tar", "--zstd", "-xf", archive, "-C", folder], check=True)
    if name != "webmainbench":
        gold = [row for row in rows_of(folder / name / "gold.jsonl") if "file" in row]
        return gold, [folder / name / row["file"] for row in gold]
    gold = []
    for sample in sorted((folder / name).glob("*.jsonl")):
        gold += [row for row in rows_of(sample) if row.get("groundtruth_content") and row.get("html")]
    paths = []
    for row in gold:
        row["id"] = row.get("id") or row["track_id"]
        paths.append(folder / name / f"{row['id']}.html")
        paths[-1].write_text(row["html"], encoding="utf-8")
    return gold, paths


class Texts:
    """What one extractor made of one set: texts by id of the gold row, CPU seconds."""

    def __init__(self, by_id, cpu_seconds):
        self.by_id = by_id
        self.cpu_seconds = cpu_seconds


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def tamis_texts(program, gold, paths, folder):
    files = folder / "files.txt"
    files.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    output = folder / "tamis.jsonl"
    output.unlink(missing_ok=True)
    for path in paths:  # from the disk to memory, where the others find them too
        path.read_bytes()
    before = children_seconds()
    subprocess.run([program, "extract", f"@{files}", "--format", "html", "--threads", "1", "--output", output], check=True)
    cpu_seconds = children_seconds() - before
    found = {row["id"]: row["text"] for row in rows_of(output)}
    return Texts({row["id"]: found.get(str(path), "") for row, path in zip(gold, paths)}, cpu_seconds)


def peer_texts(python, name, gold, paths, folder):
    pages = folder / "pages.jsonl"
    lines = [json.dumps({"id": row["id"], "path": str(path)}) for row, path in zip(gold, paths)]
    pages.write_text("\n".join(lines) + "\n", encoding="utf-8")
    output = folder / "peer.jsonl"
    command = [python, HERE / "extractor_texts.py", name, pages, output]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    cost = json.loads(printed.splitlines()[-1])
    if cost["failed"]:
        print(f"compare_extractors: {name} failed on {cost['failed']} pages", file=sys.stderr)
    return Texts({row["id"]: row["text"] for row in rows_of(output)}, cost["cpu_seconds"])


def word_f1_by_type(texts, folder):
    """The rows of wcxb_dev: all pages, then each type of page. Its scorer is a program."""
    predicted = folder / "predicted.jsonl"
    lines = [json.dumps({"id": page, "text": text}) for page, text in texts.items()]
    predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, SCORERS / "score_wcxb.py", folder / "wcxb_dev" / "gold.jsonl", predicted]
    table = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[1:]
    rows = [line.split("\t") for line in table]
    return {f"wcxb_dev {row[0]}, word F1": (int(row[1]), float(row[4])) for row in rows}


def figures(name, gold, texts, folder):
    """What is printed of a set: name -> (pages, figure)."""
    if name == "wcxb_dev":
        return word_f1_by_type(texts, folder)
    if name == "trafilatura":
        return {"trafilatura's evaluation, pieces F1": (len(gold), trafilatura_pages.score(gold, texts))}
    result = score_extraction.score(gold, texts)
    if "pages" not in result:
        return {f"{name}, start found": (result["start_pages"], result["start_found"])}
    found = {f"{name}, shingle F1": (result["pages"], result["f1"])}
    chinese = result.get("cjk_pages_only")
    if chinese and name.startswith("magic"):
        found[f"{name}, pages in Chinese"] = (chinese["pages"], chinese["f1"])
    return found


def peers_python(wanted, folder):
    requirements = [HERE / "extractors_requirements.txt"]
    if "rs-trafilatura" in wanted:
        requirements.append(HERE / "rs_trafilatura_requirements.txt")
    return peers_environment.python_of(folder / "extractors", requirements, ("langdetect", "rs-trafilatura"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tamis", type=pathlib.Path, default=ROOT / "build" / "release" / "bin" / "tamis")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--extractors", nargs="*", choices=EXTRACTORS, default=list(EXTRACTORS))
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / "build" / "peers")
    arguments = parser.parse_args()
    wanted = list(arguments.extractors)
    if "rs-trafilatura" in wanted and not shutil.which("cargo"):
        print("compare_extractors: no cargo to build rs-trafilatura with: it is left out", file=sys.stderr)
        wanted.remove("rs-trafilatura")
    sets = list(arguments.sets)
    if "trafilatura" in sets and not shutil.which("go"):
        print("compare_extractors: no go to fetch trafilatura's evaluation with: it is left out", file=sys.stderr)
        sets.remove("trafilatura")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    python = peers_python(wanted, arguments.folder) if wanted else None
    folder = arguments.folder / "html_gold"
    folder.mkdir(exist_ok=True)
    rows, seconds, num_pages = {}, dict.fromkeys(["tamis", *wanted], 0.0), Counter()
    for name in sets:
        gold, paths = unpack(name, folder)
        for extractor in seconds:
            if extractor == "goose3" != name:
                continue
            num_pages[extractor] += len(gold)
            texts = (tamis_texts(arguments.tamis, gold, paths, folder) if extractor == "tamis"
                     else peer_texts(python, extractor, gold, paths, folder))
            seconds[extractor] += texts.cpu_seconds
            for row, (count, figure) in figures(name, gold, texts.by_id, folder).items():
                rows.setdefault(row, [row, str(count)]).append(f"{figure:.3f}")
            print(f"compare_extractors: {name}, {extractor}: {texts.cpu_seconds:.1f} s", file=sys.stderr, flush=True)
    num_columns = 2 + len(seconds)
    lines = [row + [""] * (num_columns - len(row)) for row in rows.values()]
    speeds = [f"{num_pages[name] / spent:,.0f}" if spent else "" for name, spent in seconds.items()]
    lines.append(["pages a CPU second", str(num_pages["tamis"]), *speeds])
    print(comparison_table.table(["", "pages", *seconds], lines))


if __name__ == "__main__":
    main()
