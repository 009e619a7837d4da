"""The pages of trafilatura's own evaluation: 983, most of them German, that nothing of Tamis was learnt from.

Each has a few pieces of text that an extractor must keep and a few that it must not, and most a title, authors and a
date. Pages and gold come with the tests of go-trafilatura (Apache 2.0), fetched as a module of Go.

build/venv/bin/python bench/extract/trafilatura_pages.py FOLDER writes FOLDER/gold.jsonl and FOLDER/files.txt, for
metadata_agreement.py.
"""

import json
import pathlib
import re
import subprocess
import sys

MODULE = "github.com/markusmobius/go-trafilatura@v1.12.2"

# Strings of Go: "...", whose escapes are JSON's here, and `...`.
STRING = re.compile(r'"(?:[^"\\]|\\.)*"|`[^`]*`')
ENTRY = re.compile(rf"\t({STRING.pattern}): {{")
FIELD = re.compile(r"\t\t(\w+):\s*(.*),$")


def value_of(written):
    return written[1:-1] if written[0] == "`" else json.loads(written, strict=False)


def entries(source):
    """What data.go holds: {"url": ..., "File": ..., "With": [...], "Title": ...}."""
    found = []
    for line in source.splitlines():
        if entry := ENTRY.match(line):
            found.append({"url": value_of(entry[1])})
        elif found and (field := FIELD.match(line)):
            values = [value_of(text) for text in STRING.findall(field[2])]
            found[-1][field[1]] = values if field[2].startswith("[]") else "".join(values)
    return found


def download(folder):
    """The module's folder, below `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = {"GOPATH": str(folder.resolve()), "GOFLAGS": "-mod=mod -modcacherw", "HOME": str(folder.resolve())}
    command = ["env", *(f"{name}={value}" for name, value in environment.items()), "go", "mod", "download", "-json", MODULE]
    printed = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout
    return pathlib.Path(json.loads(printed)["Dir"])


def unpack(folder):
    """The gold rows and the paths of the pages, in one order."""
    module = download(folder / "go")
    gold, paths = [], []
    for entry in entries((module / "scripts" / "comparison" / "data.go").read_text(encoding="utf-8")):
        candidates = [module / "test-files" / kind / entry["File"] for kind in ("comparison", "mock")]
        paths.append(next(path for path in candidates if path.exists()))
        gold.append({
            "id": paths[-1].stem, "url": entry["url"],
            "with": entry.get("With", []), "without": entry.get("Without", []),
            "title": entry.get("Title"), "author": ", ".join(entry.get("Authors", [])), "date": entry.get("Date"),
        })
    return gold, paths


def score(gold, texts):
    """F1 of the pieces, as trafilatura counts them: those that it must keep and that are kept are found."""
    kept = [(piece in texts[row["id"]]) for row in gold for piece in row["with"]]
    mistaken = sum(piece in texts[row["id"]] for row in gold for piece in row["without"])
    found = sum(kept)
    return 2 * found / (found + mistaken + len(kept))


def main():
    folder = pathlib.Path(sys.argv[1])
    gold, paths = unpack(folder)
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
    (folder / "files.txt").write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")


if __name__ == "__main__":
    main()
