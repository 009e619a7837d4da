"""Compares the verdicts of our recipes with those of the published filters on the same documents,
and prints README's table; tools/update_readme.py puts it there:

  build/venv/bin/python tools/update_readme.py measure parity build/venv/bin/python tools/measure_parity.py

What the filters said stands beside the checkout (../shared/golden/rules). Words are Tamis's own. The filters are told
each document's language; the last column is of the recipe as it ships, which finds it by itself. The
rules one by one, their numbers and C4's rewritten texts are compared by tests: rules_test and
pipeline_test, `--gtest_filter='*Parity*:*Recipe*'`.

  build/venv/bin/python tools/measure_parity.py --peers --show 5

compares on other documents: parity/corpus.py collects them, parity/variants.py makes odd ones of them, and datatrove
itself judges them, which takes minutes. "other text" counts what both keep but with other bytes. Documents and answers
are left in build/parity. `--show N` names N documents of each row that differ, with the reasons of both sides.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from typing import NamedTuple

import measure_rule_quality as quality
from parity import addresses, corpus, variants

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = ROOT.parent / "shared" / "golden" / "rules" / "docs.jsonl.zst"
CACHE = ROOT / "build" / "parity"
RECIPES = ROOT / "recipes"
PEERS = ROOT / "build" / "peers" / "venv"
ADDRESSES = CACHE / "fineweb_addresses.yaml"

sys.path.insert(0, str(ROOT / "bench" / "end_to_end"))

import peers_environment  # noqa: E402

# What a recipe is told. The reference has no profile for other languages; they get the English one.
LANGUAGES = {"en": "en", "zh": "zh-Hans", "other": "en"}
FOUND = ("en", "zh")  # only these can be found as they were told

DECLARED = "language.language_id.keeps_declared=true"
FINEWEB_C4 = ("end_marks.line_terminal_mark_count.min=0", "citations.line_breaks.keeps_blank_lines=true")
FINEWEB2 = ("fineweb2_cmn_gopher_repetition", "fineweb2_cmn_gopher_quality", "fineweb2_cmn_fineweb_quality")


class Comparison(NamedTuple):
    published: str
    filters: tuple  # names in the reference
    recipe: pathlib.Path
    values: tuple = ()  # set in the recipe
    languages: tuple = ("en", "zh", "other")


COMPARISONS = (
    Comparison("datatrove GopherQualityFilter", ("gopher_quality",), RECIPES / "gopher_quality.yaml",
               (DECLARED,), ("en", "other")),
    Comparison("datatrove GopherRepetitionFilter", ("gopher_repetition",), RECIPES / "gopher_repetition.yaml",
               (DECLARED,)),
    Comparison("datatrove C4QualityFilter", ("c4_quality",), RECIPES / "c4_quality.yaml"),
    Comparison("the same as FineWeb sets it", ("c4_quality_fineweb",), RECIPES / "c4_quality.yaml", FINEWEB_C4),
    Comparison("datatrove FineWebQualityFilter", ("fineweb_quality",), RECIPES / "fineweb_quality.yaml", (DECLARED,)),
    Comparison("FineWeb-2's three for Mandarin", FINEWEB2, RECIPES / "fineweb2_chinese.yaml", (DECLARED,), ("zh",)),
)
LIVE_COMPARISONS = COMPARISONS + (
    Comparison("FineWeb's four in their order", ("fineweb",), RECIPES / "fineweb.yaml", (DECLARED,), ("en", "other")),
    Comparison("datatrove URLFilter", ("url",), ADDRESSES, (), ("hosts as listed", "other spellings")),
)


def write_rows(rows, path):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8", newline="\n")


def live_documents():
    """Documents as those beside the checkout, with what datatrove says of them here and now."""
    texts = corpus.collected(CACHE, quality.TAMIS)
    texts |= dict(variants.varied(name, text) for name, text in texts.items())
    rows = [{"id": name, "text": text} for name, text in texts.items()] + addresses.documents()
    addresses.write_recipe(RECIPES / "fineweb.yaml", ADDRESSES)
    documents, answers, log = CACHE / "documents.jsonl", CACHE / "answers.jsonl", CACHE / "reference.log"
    write_rows(rows, documents)
    python = peers_environment.python_of(PEERS)
    command = [python, ROOT / "tools" / "parity" / "reference.py", documents, answers, CACHE]
    with log.open("wb") as log_output:
        if subprocess.run(command, stderr=log_output, check=False).returncode != 0:
            sys.exit(f"parity: datatrove failed, {log} says how")
    return quality.json_rows(answers.read_bytes())


def outcome(recipe, values, inputs):
    """The rows that a recipe keeps and those that it drops, by id."""
    rows, _ = quality.run(recipe, {"documents": inputs}, inputs.parent / "run", *values)
    return [{row["id"]: row for row in rows[name]} for name in ("documents", "rejected")]


def verdict(document, filters):
    """Whether the reference keeps the document; None where it fails with an error of its own."""
    kept = [document["datatrove"]["filters"][name]["keep"] for name in filters]
    if False in kept:
        return False
    return None if None in kept else True


def num_other_texts(documents, filters, kept):
    """How many documents both keep, but not with the same bytes."""
    expected = {d["id"]: d["datatrove"]["filters"][filters[-1]]["text"] for d in documents if verdict(d, filters)}
    return sum(kept[name]["text"] != text for name, text in expected.items() if name in kept)


def other_verdicts(documents, filters, kept):
    return [d for d in documents if (d["id"] in kept) != verdict(d, filters)]


def show(documents, filters, dropped):
    for document in documents:
        row = dropped.get(document["id"])
        ours = f"{row['rule']} {row['value']}, bound {row['bound']}" if row else "kept"
        reasons = [document["datatrove"]["filters"][name].get("reason") for name in filters]
        theirs = ", ".join(filter(None, reasons)) or "kept"
        print(f"{filters[0]}: {document['id']}: reference: {theirs}; Tamis: {ours}", file=sys.stderr)


def print_rows(comparison, documents, inputs, arguments):
    """A row of the table for each language that the documents are of."""
    published, filters, recipe, values, languages = comparison
    kept, dropped = outcome(recipe, values, inputs)
    untold = tuple(value for value in values if value != DECLARED)
    kept_if_found = kept if untold == values else outcome(recipe, untold, inputs)[0]
    for language in languages:
        compared = [d for d in documents if d["lang"] == language and verdict(d, filters) is not None]
        if not compared:
            continue
        other = other_verdicts(compared, filters, kept)
        num_other_if_found = len(other_verdicts(compared, filters, kept_if_found)) if language in FOUND else "-"
        texts = f" {num_other_texts(compared, filters, kept)} |" if arguments.peers else ""
        print(f"| {published} | `{recipe.stem}` | {len(compared):,} | {language} "
              f"| {len(other)} | {num_other_if_found} |{texts}", flush=True)
        show(other[:arguments.show], filters, dropped)


def print_table(comparisons, documents, folder, arguments):
    inputs = folder / "documents.jsonl"
    write_rows([{key: d[key] for key in ("id", "text", "url") if key in d} | {"language": LANGUAGES.get(d["lang"])}
                for d in documents], inputs)
    texts = " other text |" if arguments.peers else ""
    print(f"| published filter | recipe | documents | language | other verdict | language found, not told |{texts}")
    print("|---|---|---:|---|---:|---:|" + ("---:|" if texts else ""))
    for comparison in comparisons:
        print_rows(comparison, documents, inputs, arguments)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--peers", action="store_true", help="run datatrove on documents of elsewhere")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="name N differing documents of each row")
    arguments = parser.parse_args()
    documents = live_documents() if arguments.peers else quality.json_rows(quality.packed(GOLDEN))
    with tempfile.TemporaryDirectory() as temporary:
        print_table(LIVE_COMPARISONS if arguments.peers else COMPARISONS, documents, pathlib.Path(temporary), arguments)


if __name__ == "__main__":
    main()
