"""Counts the instructions of runs over a made-up crawl, and fails if a stage takes more than was
accepted.

  count_instructions.py TAMIS --build NAME            compares with accepted.json; a test runs this
  count_instructions.py TAMIS --build NAME --accept   makes the counts of today the accepted ones

Counts, not times: callgrind gives the same number on a busy machine, to a hundredth of a per cent. It
imitates one processor with AVX2 whatever the machine has, so that libraries which choose code for
the processor choose the same everywhere. Another compiler writes other code, though: NAME says how
the program was built, and one that was built otherwise than the accepted counts is not compared.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import generated_crawl

ACCEPTED = pathlib.Path(__file__).resolve().parent / "accepted.json"
ROOT = ACCEPTED.parent.parent.parent
# The default, and English whose words are split as datatrove does.
RECIPES = ("web", "fineweb")
NUM_PAGES = 600
GROWTH_MAX = 0.05
# Below this share of all instructions a stage is too small to judge.
STAGE_SHARE_MIN = 0.002
SKIPPED = 77

# Functions that stand for a part of the run, callees included.
_STAGES = {
    "plan": r"tamis::pipeline::read_plan\(",
    "read": r"tamis::pipeline::ShardReader::read\(",
    "decode": r"tamis::readers::DecodeStage::process\(",
    "extract": r"tamis::extract::\(anonymous namespace\)::ExtractStage::process\(",
    "transforms": r"tamis::pipeline::TransformStage::process\(",
    "rules": r"tamis::rules::RuleStage::process\(",
    "write": r"tamis::output::ShardOutput::write\(",
    "report": r"tamis::output::OutputFolder::finish\(",
    "all": r"PROGRAM TOTALS",
}
_LINE = re.compile(r"^\s*([\d,]+) \([ \d.]+%\)\s+(?:\S*?:)?(.*)")


def stage_counts(annotated):
    """Instructions of each stage, out of what callgrind_annotate prints."""
    counts = {}
    for line in annotated.splitlines():
        if found := _LINE.match(line):
            for stage, pattern in _STAGES.items():
                if re.match(pattern, found[2]):
                    counts[stage] = counts.get(stage, 0) + int(found[1].replace(",", ""))
    return {stage: counts[stage] for stage in _STAGES if stage in counts}


def run(command, folder):
    # Nothing of the caller's environment, for its bytes lie on the stack.
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": "/"}
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"count_instructions: {command[0]} ended with {result.returncode}:\n{result.stderr}")
    return result.stdout


def count(tamis, recipe):
    """Runs `tamis` over the made-up crawl; instructions by stage."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "crawl.warc.gz").write_bytes(generated_crawl.crawl(NUM_PAGES))
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=profile"]
        path = ROOT / "recipes" / f"{recipe}.yaml"
        program = [str(tamis), "run", str(path), "--input", "crawl.warc.gz", "--threads", "1"]
        run(valgrind + program, folder)
        annotate = ["callgrind_annotate", "--inclusive=yes", "--threshold=100", "--auto=no", "profile"]
        counts = stage_counts(run(annotate, folder))
    if "all" not in counts:
        sys.exit("count_instructions: callgrind_annotate printed no total")
    return counts


def compare(accepted, counts):
    """What is worse than accepted, and what else is worth a word, in lines of text."""
    faults, hints = [], []
    for stage in {**accepted, **counts}:
        if stage not in counts:
            hints.append(f"{stage}: its function is not in the profile; has it another name now? See _STAGES")
            continue
        if stage not in accepted:
            hints.append(f"{stage}: {counts[stage]:,} instructions, none accepted yet")
            continue
        if max(counts[stage], accepted[stage]) < STAGE_SHARE_MIN * accepted["all"]:
            continue
        change = counts[stage] / accepted[stage] - 1
        line = f"{stage}: {counts[stage]:,} instructions, {change:+.1%} against {accepted[stage]:,} accepted"
        if change > GROWTH_MAX:
            faults.append(line)
        elif change < -GROWTH_MAX:
            hints.append(line)
    return faults, hints


def print_verdict(recipe, faults, hints, counts):
    for line in faults:
        print(f"WORSE   {recipe}: {line}")
    for line in hints:
        print(f"hint    {recipe}: {line}")
    print(f"counted {counts['all']:,} instructions for {NUM_PAGES} made-up pages of recipes/{recipe}.yaml")
    if faults:
        print(f"A stage may take {GROWTH_MAX:.0%} more than accepted. If what it does now is worth it:")
    if faults or hints:
        print("`make accept-instructions` writes the counts of today into bench/instructions/accepted.json")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tamis", type=pathlib.Path)
    parser.add_argument("--build", required=True, help="compiler, version and flags that TAMIS was built with")
    parser.add_argument("--accept", action="store_true", help="write accepted.json instead of comparing")
    arguments = parser.parse_args()
    if not arguments.accept:
        accepted = json.loads(ACCEPTED.read_text(encoding="utf-8"))
        if accepted["build"] != arguments.build:
            print(f"not compared: built with {arguments.build}, the accepted counts with {accepted['build']}")
            return 1 if os.environ.get("TAMIS_SKIPS_FAIL") else SKIPPED
    counts = {recipe: count(arguments.tamis.resolve(), recipe) for recipe in RECIPES}
    if arguments.accept:
        content = {"build": arguments.build, "num_pages": NUM_PAGES, "instructions": counts}
        ACCEPTED.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        print(f"accepted; commit bench/instructions/{ACCEPTED.name}, and say why")
        return 0
    is_worse = False
    for recipe in RECIPES:
        faults, hints = compare(accepted["instructions"][recipe], counts[recipe])
        print_verdict(recipe, faults, hints, counts[recipe])
        is_worse |= bool(faults)
    return int(is_worse)


if __name__ == "__main__":
    sys.exit(main())
