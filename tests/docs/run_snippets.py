"""Runs the commands that README, guide and recipe pages show: run_snippets.py TAMIS SOURCE.

Each page gets a folder of its own with recipes/ and a tiny crawl in crawl/ and demo/crawl/. In
fenced blocks without a language or with `console`, each line "$ ..." is a command for bash. A yaml
block whose first line is "# name.yaml" becomes that file. A comment before a block says otherwise:
<!-- not run: reason -->, or <!-- fails -->: every command fails, and prints the lines shown.
"""

import dataclasses
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tiny_crawl

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_NOT_RUN = re.compile(r"<!-- not run: .+ -->\s*$")
_FAILS = re.compile(r"<!-- fails -->\s*$")
_FILE_NAME = re.compile(r"# ([\w.-]+\.yaml)\n")
_SECONDS_MAX = 60


@dataclasses.dataclass
class Command:
    line: str
    shown: list[str]  # the output below it on the page
    fails: bool = False


def commands_of(block, fails):
    """The commands of a block, each with the output that is shown below it."""
    commands = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append(Command(line[2:], [], fails))
        elif line and commands:
            commands[-1].shown.append(line)
    return commands


def read_page(text):
    """The commands and the files of a page, in its order."""
    for match in _BLOCK.finditer(text):
        before = text[: match.start()]
        language, block = match[1], match[2]
        name = _FILE_NAME.match(block)
        if language == "yaml" and name:
            yield name[1], block
        elif language in ("", "console") and not _NOT_RUN.search(before):
            yield from commands_of(block, _FAILS.search(before) is not None)


def make_inputs(folder, source):
    (folder / "recipes").symlink_to(source / "recipes")
    for name in ("crawl/a", "demo/crawl/en", "demo/crawl/zh-Hans", "demo/crawl/zh-Hant"):
        path = folder / f"{name}.warc.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(gzip.compress(record) for record in tiny_crawl.records()))
    row = json.dumps({"id": "1", "text": tiny_crawl.ENGLISH, "url": "http://a.test/"})
    (folder / "pages.jsonl").write_text(row + "\n", encoding="utf-8")
    (folder / "page.html").write_bytes(tiny_crawl.page("Mills", tiny_crawl.ENGLISH))


def run_command(command, folder, environment):
    """What is wrong with the command, or None."""
    try:
        done = subprocess.run(
            ["bash", "-c", command.line], cwd=folder, env=environment, timeout=_SECONDS_MAX,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"takes longer than {_SECONDS_MAX} s"
    output = done.stdout.decode("utf-8", "replace")
    if (done.returncode != 0) != command.fails:
        return f"ends with status {done.returncode}:\n{output}"
    missing = [line for line in command.shown if line not in output] if command.fails else []
    return f"prints\n{output}but the page shows\n" + "\n".join(missing) if missing else None


def run_page(page, source, environment):
    """Runs a page's commands; returns how many there are and what is wrong."""
    faults, num_commands = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_inputs(folder, source)
        for step in read_page(page.read_text(encoding="utf-8")):
            if isinstance(step, tuple):
                (folder / step[0]).write_text(step[1], encoding="utf-8")
                continue
            num_commands += 1
            fault = run_command(step, folder, environment)
            if fault is not None:
                faults.append(f"{page.relative_to(source)}: $ {step.line}\n{fault}")
    return num_commands, faults


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", LC_ALL="C.UTF-8")
    pages = [source / "README.md", source / "README.zh-CN.md"]
    pages += sorted((source / "docs" / "guide").glob("*.md")) + sorted((source / "docs" / "recipes").glob("*.md"))
    faults, num_commands = [], 0
    for page in pages:
        num_of_page, faults_of_page = run_page(page, source, environment)
        num_commands += num_of_page
        faults += faults_of_page
    print(*faults, f"{num_commands} commands, {len(faults)} faults", sep="\n")
    return 1 if faults or num_commands == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
