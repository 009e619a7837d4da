"""Measures what rules and recipes do to texts whose worth is known, and prints the tables of
docs/design/0011-rule-quality.md; tools/update_readme.py puts them there:

  build/venv/bin/python tools/update_readme.py measure rule-quality \\
      build/venv/bin/python tools/measure_rule_quality.py

The texts stand beside the checkout (../shared/data). `--errors FOLDER` writes what was judged
wrongly, ten texts of each rule and recipe, ten more of its short messages, and ten comments,
drawn with a fixed seed, to be read by a person.
"""

import argparse
import csv
import gzip
import io
import json
import pathlib
import random
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
TAMIS = ROOT / "build" / "release" / "bin" / "tamis"
RECIPES = ("chinese_web", "fineweb2_chinese", "gopher_quality", "gopher_repetition", "c4_quality",
           "fineweb_quality", "fineweb", "refinedweb", "dolma_gopher", "dclm_heuristics", "web")
NUM_TEXTS_MAX = 2200  # of a set, taken evenly
NUM_ERRORS = 10


def packed(path):
    return subprocess.run(["zstd", "-dcq", "--long=27", DATA / path], stdout=subprocess.PIPE, check=True).stdout


def from_archive(archive, member):
    command = ["tar", "--zstd", "-xOf", DATA / archive, member]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def json_rows(data):
    # Not splitlines(): texts hold line ends other than "\n".
    return [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]


def texts_of(path):
    return [row["text"] for row in json_rows(packed(path))]


def dclm(label):
    return [row["text"] for row in json_rows(packed("quality/dclm_human_labels.jsonl.zst"))
            if row["label"] == label and row["all_annotators_agree"]]


def messages(label):
    lines = from_archive("dirty_en/sms_spam.tar.zst", "sms_spam/SMSSpamCollection").decode("utf-8").split("\n")
    return [line.split("\t", 1)[1] for line in lines if line.startswith(label + "\t")]


def web_text(name):
    return [row["text"] for row in json_rows(from_archive(
        "quality/chinesewebtext_fasttext.tar.zst", f"chinesewebtext_fasttext/{name}.jsonl"))]


def c4_sample():
    data = from_archive("quality/c4_sample.tar.zst", "c4_sample/c4-sample.00000-of-00001.json.gz")
    return [row["text"] for row in json_rows(gzip.decompress(data))]


def reviews(archive, member, column):
    rows = csv.DictReader(io.StringIO(from_archive(archive, member).decode("utf-8-sig")))
    return [row[column] for row in rows if row[column]]


def comments(label):
    rows = csv.DictReader(io.StringIO(
        from_archive("dirty_zh/cold.tar.zst", "cold/train.csv").decode("utf-8-sig")))
    return [row["TEXT"] for row in rows if row["label"] == label]


# name: (language, whether its texts are good, their loader)
SETS = {
    "cmrc2018 dev": ("zh-Hans", True, lambda: texts_of("clean_zh/cmrc2018_dev.jsonl.zst")),
    "cmrc2018 trial": ("zh-Hans", True, lambda: texts_of("clean_zh/cmrc2018_trial.jsonl.zst")),
    "zhwiki2019": ("zh-Hans", True, lambda: texts_of("clean_zh/zhwiki2019.jsonl.zst")),
    "niutrans": ("zh-Hans", True, lambda: texts_of("clean_zh/niutrans_modern_chinese.jsonl.zst")),
    "oiwiki": ("zh-Hans", True, lambda: texts_of("clean_zh/oiwiki.jsonl.zst")),
    "laws": ("zh-Hans", True, lambda: texts_of("law_zh/laws.jsonl.zst")),
    "ChineseWebText clean": ("zh-Hans", True, lambda: web_text("clean")),
    "ChineseWebText dirty": ("zh-Hans", False, lambda: web_text("dirty")),
    "shop reviews": ("zh-Hans", False, lambda: reviews(
        "dirty_zh/online_shopping_9_cats.tar.zst", "online_shopping_9_cats/online_shopping_9_cats.csv", "review")),
    "food reviews": ("zh-Hans", False, lambda: reviews(
        "dirty_zh/waimai_10k.tar.zst", "waimai_10k/waimai_10k.csv", "review")),
    "enwiki2014": ("en", True, lambda: texts_of("clean_en/enwiki2014_AA.jsonl.zst")),
    "enwiki2016": ("en", True, lambda: texts_of("clean_en/enwiki2016_plain.jsonl.zst")),
    "C4 sample": ("en", True, c4_sample),
    "DCLM good": ("en", True, lambda: dclm(1)),
    "DCLM bad": ("en", False, lambda: dclm(0)),
    "SMS ham": ("en", True, lambda: messages("ham")),
    "SMS spam": ("en", False, lambda: messages("spam")),
}
LANGUAGES = {"zh-Hans": "Chinese", "en": "English"}
CLEAN = ("cmrc2018 dev", "cmrc2018 trial", "zhwiki2019", "niutrans", "oiwiki", "enwiki2014", "enwiki2016")
COLD = {
    "COLD not offensive": ("zh-Hans", True, lambda: comments("0")),
    "COLD offensive": ("zh-Hans", False, lambda: comments("1")),
}
GOOD = {name for name, (_, good, _) in (SETS | COLD).items() if good}
LEXICON = ("dirty_lexicon/ldnoobw.tar.zst", "ldnoobw/zh")


def thinned(texts):
    step = max(1, -(-len(texts) // NUM_TEXTS_MAX))
    return texts[::step]


def write_input(folder, name, language, texts):
    path = folder / (name.replace(" ", "_") + ".jsonl")
    rows = [{"id": str(index), "text": text, "language": language} for index, text in enumerate(texts)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def run(recipe, inputs, output, *values):
    """The rows of documents/ and rejected/ and the report of a run over named input files."""
    command = [TAMIS, "run", recipe, "--output", output, "--overwrite"]
    for name, path in inputs.items():
        command += ["--input", f"{name.replace(' ', '_')}={path}"]
    for value in values:
        command += ["--set", value]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    rows = {}
    for kind in ("documents", "rejected"):
        rows[kind] = [row for part in sorted((output / kind).iterdir())
                      for row in json_rows(subprocess.run(["zstd", "-dcq", part], stdout=subprocess.PIPE,
                                                          check=True).stdout)]
    return rows, json.loads((output / "report.json").read_text(encoding="utf-8"))


def rule_names():
    listing = subprocess.run([TAMIS, "rules"], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    rules = listing.split("\ntransforms\n")[0].splitlines()[1:]
    return {line.split()[0]: line.split()[1] for line in rules if line.strip()}


def fails(value, level, bounds):
    if value is None:
        return False
    if level != "document":
        return value > 0
    return value < bounds.get("min", float("-inf")) or value > bounds.get("max", float("inf"))


class Table:
    """Shares of texts that something drops (or cuts), by set, and the texts behind them."""

    def __init__(self, sets, sizes):
        self.sets = sets
        self.sizes = sizes
        self.hits = {}  # row name -> {set: [id]}

    def add(self, row, set_name, identifier):
        self.hits.setdefault(row, {}).setdefault(set_name, []).append(identifier)

    def share(self, row, set_name):
        return len(self.hits.get(row, {}).get(set_name, ())) / self.sizes[set_name]

    def share_of_clean(self, row, sets):
        return sum(len(self.hits.get(row, {}).get(name, ())) for name in sets) / sum(self.sizes[name] for name in sets)

    def print(self, rows, first_column):
        """Rows that hit nothing are named below the table."""
        clean = [name for name in self.sets if name in CLEAN]
        num_clean = sum(self.sizes[name] for name in clean)
        heads = [f"all clean ({num_clean:,})"]
        heads += [f"{name} ({'good' if name in GOOD else 'bad'}, {self.sizes[name]:,})" for name in self.sets]
        print(f"| {first_column} | " + " | ".join(heads) + " |")
        print("|---|" + "---:|" * len(heads))
        for row in (row for row in rows if row in self.hits):
            shares = [self.share_of_clean(row, clean)] + [self.share(row, name) for name in self.sets]
            print(f"| {row} | " + " | ".join(f"{100 * share:.2f}" if share else "." for share in shares) + " |")
        silent = [row for row in rows if row not in self.hits]
        print(f"\nNothing: {', '.join(silent)}.\n" if silent else "")


def measure_recipes(inputs, table, folder):
    for name in RECIPES:
        rows, _ = run(ROOT / "recipes" / f"{name}.yaml", inputs, folder / name)
        for row in rows["rejected"]:
            table.add(name, row["source"].replace("_", " "), row["id"])


def measure_recipe_rules(recipe, inputs, table, folder):
    """Each rule of a recipe alone, whatever the others would drop or cut."""
    path = ROOT / "recipes" / f"{recipe}.yaml"
    _, report = run(path, inputs, folder / f"{recipe}_rules")
    levels = rule_names()
    steps = {histogram["rule"]: histogram for histogram in reversed(report["histograms"])}
    for name, input_path in inputs.items():
        numbers = folder / "numbers.jsonl"
        subprocess.run([TAMIS, "measure", input_path, numbers, "--recipe", path], stderr=subprocess.DEVNULL, check=True)
        for row in json_rows(numbers.read_bytes()):
            for rule, bounds in steps.items():
                if fails(row.get(rule), levels.get(rule, "document"), bounds):
                    table.add(rule, name, row["id"])
    return list(dict.fromkeys(histogram["rule"] for histogram in report["histograms"]))


def measure_toxicity(folder):
    """COLD's two classes by the shares that a word list finds."""
    words = folder / "words.txt"
    words.write_bytes(from_archive(*LEXICON))
    texts = {name: load() for name, (_, _, load) in COLD.items()}
    inputs = {name: write_input(folder, name, COLD[name][0], some) for name, some in texts.items()}
    table = Table(list(COLD), {name: len(some) for name, some in texts.items()})
    recipe = folder / "listed.yaml"
    recipe.write_text("stages:\n  - listed:\n      measure:\n        - listed_word_count: {files: ["
                      + str(words) + "]}\n", encoding="utf-8")
    rows, _ = run(recipe, inputs, folder / "listed")
    for row in rows["documents"]:
        if row["listed_word_count"] > 0:
            table.add("listed_word_count", row["source"].replace("_", " "), row["id"])
    print("| comments with a word of LDNOOBW's Chinese list | texts | found, % |\n|---|---:|---:|")
    for name in COLD:
        print(f"| {name} | {table.sizes[name]:,} | {100 * table.share('listed_word_count', name):.2f} |")
    return table, texts


def write_sample(file, title, errors, texts):
    """Ten of the errors, which are pairs of a set and an id."""
    file.write(f"##### {title}: {len(errors)}\n")
    errors.sort()
    for name, identifier in random.Random(1).sample(errors, min(NUM_ERRORS, len(errors))):
        file.write(f"--- {name} {identifier}\n{texts[name][int(identifier)][:1500]}\n")


def write_errors(table, texts, folder):
    """Ten dropped good texts and ten missed bad ones of each row. Short messages, whose number would
    crowd the others out, have ten each of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    short = [name for name in table.sets if name.startswith("SMS")]
    others = [name for name in table.sets if name not in short]
    for row, hits in table.hits.items():
        with (folder / f"{row.replace(' ', '_')}.txt").open("w", encoding="utf-8") as file:
            for what, sets in (("", others), ("short messages: ", short)):
                dropped_good = [(name, i) for name in sets if name in GOOD for i in hits.get(name, ())]
                missed_bad = [(name, str(i)) for name in sets if name not in GOOD
                              for i in set(range(table.sizes[name])) - {int(i) for i in hits.get(name, ())}]
                write_sample(file, f"{what}good, dropped or cut", dropped_good, texts)
                write_sample(file, f"{what}bad, kept", missed_bad, texts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--errors", type=pathlib.Path, help="folder for the texts that were judged wrongly")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        texts = {name: thinned(load()) for name, (_, _, load) in SETS.items()}
        sizes = {name: len(some) for name, some in texts.items()}
        inputs = {name: write_input(folder, name, SETS[name][0], texts[name]) for name in SETS}
        recipes = Table(list(SETS), sizes)
        measure_recipes(inputs, recipes, folder)
        for language, recipe in (("zh-Hans", "chinese_web"), ("en", "web")):
            sets = [name for name in SETS if SETS[name][0] == language]
            recipes.sets = sets
            print(f"### Recipes on {LANGUAGES[language]} texts: per cent dropped\n")
            recipes.print(RECIPES, "recipe")
            rules = Table(sets, sizes)
            names = measure_recipe_rules(recipe, {name: inputs[name] for name in sets}, rules, folder)
            print(f"### Rules of `{recipe}` on {LANGUAGES[language]} texts: per cent that each alone drops, or "
                  "(paragraph, sentence and clause rules) cuts something of\n")
            rules.print(names, "rule")
            if arguments.errors:
                write_errors(rules, texts, arguments.errors / recipe)
        print("### Comments and a word list\n")
        comments_found, comment_texts = measure_toxicity(folder)
        if arguments.errors:
            write_errors(comments_found, comment_texts, arguments.errors / "comments")
            recipes.sets = list(SETS)
            write_errors(recipes, texts, arguments.errors / "recipes")


if __name__ == "__main__":
    main()
