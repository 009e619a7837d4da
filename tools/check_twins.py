"""Fails if a source lacks its test, a parser its fuzzer, or a hot file its benchmark.

tests/, fuzz/ and bench/ mirror tamis/: tests/text/words_test.cc tests tamis/text/words.cc.
tools/twins.txt says which files are parsers or hot, which are tested in the test of another, and
which need none and why; a line there that fits no file is a fault too. Usage: check_twins.py [ROOT]
"""

import fnmatch
import pathlib
import sys

KINDS = ("fuzz", "bench", "tested_in", "no_test", "no_fuzz", "no_bench")


def read_rules(text):
    """The lines "KIND PATTERN REASON" as triples; the reason of tested_in is a path."""
    rules = []
    for line in text.splitlines():
        words = line.split("#")[0].split(maxsplit=2)
        if words:
            rules.append((words[0], words[1] if len(words) > 1 else "", words[2] if len(words) > 2 else ""))
    return rules


def rule_faults(rules, sources, root):
    for kind, pattern, reason in rules:
        if kind not in KINDS:
            yield f"tools/twins.txt: no kind of line is called {kind}"
        elif kind == "tested_in" and not (reason and (root / reason).exists()):
            yield f"tools/twins.txt: {pattern} is tested in {reason or 'nothing'}, which does not exist"
        elif kind.startswith("no_") and not reason:
            yield f"tools/twins.txt: {kind} {pattern} gives no reason"
        elif not fnmatch.filter(sources, pattern):
            yield f"tools/twins.txt: no source is called {pattern}"


def twin(source, kind):
    """tests/text/words_test.cc for text/words.cc and "test"."""
    folder = "tests" if kind == "test" else kind
    return f"{folder}/{source.removesuffix('.cc')}_{kind}.cc"


def needed_kinds(source, rules):
    kinds = {kind for kind, pattern, _ in rules if fnmatch.fnmatch(source, pattern)}
    return [
        kind
        for kind in ("test", "fuzz", "bench")
        if (kind == "test" and "tested_in" not in kinds or kind in kinds) and f"no_{kind}" not in kinds
    ]


def find_faults(root):
    rules = read_rules((root / "tools" / "twins.txt").read_text(encoding="utf-8"))
    paths = (path.relative_to(root / "tamis").as_posix() for path in (root / "tamis").rglob("*.cc"))
    sources = sorted(path for path in paths if not path.endswith("_table.cc"))  # tables are data
    faults = list(rule_faults(rules, sources, root))
    for source in sources:
        for kind in needed_kinds(source, rules):
            if not (root / twin(source, kind)).exists():
                faults.append(f"tamis/{source}: {twin(source, kind)} is missing")
    return faults


if __name__ == "__main__":
    found = find_faults(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
