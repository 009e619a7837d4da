"""Compares the verdicts of our recipes with those of the published filters on the same documents,
and prints README's table; tools/update_readme.py puts it there:

  build/venv/bin/python tools/update_readme.py measure parity build/venv/bin/python tools/measure_parity.py

What the filters said stands beside the checkout (../shared/golden/rules). Words are Tamis's own. The filters are told
each document's language; the last column is of the recipe as it ships, which finds it by itself. The
rules one by one, their numbers and C4's rewritten texts are compared by tests: rules_test and
pipeline_test, `--gtest_filter='*Parity*:*Recipe*'`.
"""

import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = ROOT.parent / "shared" / "golden" / "rules" / "docs.jsonl.zst"
TAMIS = ROOT / "build" / "release" / "bin" / "tamis"
LANGUAGES = {"en": "en", "zh": "zh-Hans"}

DECLARED = "language.language_id.keeps_declared=true"
FINEWEB_C4 = ("end_marks.line_terminal_mark_count.min=0", "citations.line_breaks.keeps_blank_lines=true")
FINEWEB2 = ("fineweb2_cmn_gopher_repetition", "fineweb2_cmn_gopher_quality", "fineweb2_cmn_fineweb_quality")

# published filter, its names in the reference, our recipe, values set, languages
COMPARISONS = (
    ("datatrove GopherQualityFilter", ("gopher_quality",), "gopher_quality", (DECLARED,), ("en",)),
    ("datatrove GopherRepetitionFilter", ("gopher_repetition",), "gopher_repetition", (DECLARED,), ("en", "zh")),
    ("datatrove C4QualityFilter", ("c4_quality",), "c4_quality", (), ("en", "zh")),
    ("the same as FineWeb sets it", ("c4_quality_fineweb",), "c4_quality", FINEWEB_C4, ("en", "zh")),
    ("datatrove FineWebQualityFilter", ("fineweb_quality",), "fineweb_quality", (DECLARED,), ("en", "zh")),
    ("FineWeb-2's three for Mandarin", FINEWEB2, "fineweb2_chinese", (DECLARED,), ("zh",)),
)


def golden_documents():
    # Not splitlines(): texts hold line ends other than "\n".
    lines = subprocess.run(["zstd", "-dcq", "--long=24", GOLDEN], stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in lines.decode("utf-8").split("\n") if line]


def kept_by(recipe, values, inputs, folder):
    """The ids that a recipe keeps."""
    output = folder / "run"
    command = [TAMIS, "run", ROOT / "recipes" / f"{recipe}.yaml", "--input", inputs, "--output", output, "--overwrite"]
    for value in values:
        command += ["--set", value]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    rows = b"".join(subprocess.run(["zstd", "-dcq", part], stdout=subprocess.PIPE, check=True).stdout
                    for part in sorted((output / "documents").iterdir()))
    return {json.loads(line)["id"] for line in rows.decode("utf-8").split("\n") if line}


def verdict(document, filters):
    """Whether the reference keeps the document; None where it fails with an error of its own."""
    kept = [document["datatrove"]["filters"][name]["keep"] for name in filters]
    if False in kept:
        return False
    return None if None in kept else True


def main():
    documents = golden_documents()
    print("| published filter | recipe | documents | language | other verdict | language found, not told |")
    print("|---|---|---:|---|---:|---:|")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        inputs = folder / "documents.jsonl"
        rows = [{"id": d["id"], "text": d["text"], "language": LANGUAGES[d["lang"]]} for d in documents]
        inputs.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        for published, filters, recipe, values, languages in COMPARISONS:
            told = kept_by(recipe, values, inputs, folder)
            found = kept_by(recipe, [value for value in values if value != DECLARED], inputs, folder)
            for language in languages:
                verdicts = {d["id"]: verdict(d, filters) for d in documents if d["lang"] == language}
                compared = {name: keep for name, keep in verdicts.items() if keep is not None}
                num_other = [sum((name in kept) != keep for name, keep in compared.items()) for kept in (told, found)]
                print(f"| {published} | `{recipe}` | {len(compared):,} | {language} | {num_other[0]} | {num_other[1]} |")


if __name__ == "__main__":
    main()
