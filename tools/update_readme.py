"""Puts measured figures into the READMEs and the pages of docs/: none there is typed by hand.

A text between `<!-- begin NAME -->` and `<!-- end NAME -->` is what docs/measurements/NAME.txt
holds: the output of a real run, with command, commit, date and machine in its first lines.

  update_readme.py measure NAME COMMAND...   runs COMMAND, stores its output, renews the pages
  update_readme.py --check                   fails if a page says anything else than was stored
"""

import argparse
import datetime
import os
import pathlib
import platform
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ("README*.md", "docs/*/*.md")
_BLOCK = re.compile(r"(<!-- begin ([\w-]+) -->\n)(.*?)(<!-- end \2 -->)", re.DOTALL)
_MARKER = re.compile(r"<!-- (begin|end) ")


def measurement_file(root, name):
    return root / "docs" / "measurements" / f"{name}.txt"


def machine():
    """The machine in words: processor, cores, system."""
    processor = platform.processor() or platform.machine()
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
            break
    return f"{len(os.sched_getaffinity(0))} cores of {processor}, {platform.freedesktop_os_release()['PRETTY_NAME']}"


def last_commit(root):
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip()


def measure(root, name, command):
    """Runs `command` in `root` and stores what it printed."""
    result = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"update_readme: {shlex.join(command)} failed with {result.returncode}")
    head = (
        f"command: {shlex.join(command)}\ncommit: {last_commit(root)}\n"
        f"date: {datetime.date.today().isoformat()}\nmachine: {machine()}\n\n"
    )
    path = measurement_file(root, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + result.stdout.rstrip() + "\n", encoding="utf-8")


def block_content(stored):
    """What stands on a page for a stored measurement: Markdown as it is, other output as typed,
    and below it where it comes from."""
    head, _, output = stored.partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    origin = f"({facts['commit']}, {facts['date']}: {facts['machine']})"
    if output.startswith(("|", "#")):
        return f"{output}\n`{facts['command']}` {origin}\n"
    return f"```\n$ {facts['command']}\n{output}```\n\n{origin}\n"


def renewed(root, text):
    """`text` with every block renewed, and the faults found on the way."""
    faults = []

    def renew(match):
        path = measurement_file(root, match[2])
        if not path.exists():
            faults.append(f"nothing was measured for {match[2]}: {path.relative_to(root)} is missing")
            return match[0]
        return match[1] + block_content(path.read_text(encoding="utf-8")) + match[4]

    text, num_blocks = _BLOCK.subn(renew, text)
    if len(_MARKER.findall(text)) != 2 * num_blocks:
        faults.append("a marker has no partner")
    return text, faults


def pages(root):
    """The pages that may hold figures, in a fixed order."""
    return sorted(path for pattern in PAGES for path in root.glob(pattern))


def find_faults(root):
    """Where a page differs from what was stored."""
    faults = []
    for page in pages(root):
        text = page.read_text(encoding="utf-8")
        new_text, block_faults = renewed(root, text)
        faults += [f"{page.name}: {fault}" for fault in block_faults]
        if new_text != text:
            faults.append(f"{page.name}: a figure is not the measured one; run tools/update_readme.py measure")
    return faults


def update(root):
    for page in pages(root):
        text, _ = renewed(root, page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if figures differ")
    parser.add_argument("--root", type=pathlib.Path, default=ROOT)
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="measure NAME COMMAND...")
    arguments = parser.parse_args()
    words = arguments.words
    if not arguments.check:
        if len(words) < 3 or words[0] != "measure":
            parser.error("say `measure NAME COMMAND...` or `--check`")
        measure(arguments.root, words[1], words[2:])
        update(arguments.root)
    faults = find_faults(arguments.root)
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
