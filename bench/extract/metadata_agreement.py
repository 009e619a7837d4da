"""How often the title, author and date of `tamis extract`'s lines are those of a gold set.

  metadata_agreement.py GOLD.jsonl FOUND.jsonl [--show FIELD]

GOLD is a gold.jsonl of shared/data/html_gold that has these fields (wcxb_dev); FOUND has a line a page. Printed
for each field, over all pages and over each half of the domains: of the pages whose gold has the field,
how many are found equal; of those where we say something, how many are right. --show lists the
disagreements of the first half, the one to develop on.
"""

import argparse
import hashlib
import json
import pathlib
import re
import unicodedata
import urllib.parse

FIELDS = ("title", "author", "date")


def rows(path):
    with path.open(encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file if line.strip()]


def normal(field, value):
    value = unicodedata.normalize("NFKC", value or "")
    if field == "date":
        return value[:10]
    words = re.findall(r"\w+", value.lower())
    return " ".join(sorted(words) if field == "author" else words)


def half_of(url):
    """Pages of one domain are in one half."""
    host = urllib.parse.urlsplit(url).netloc.lower()
    domain = ".".join(host.split(".")[-2:])
    return "AB"[hashlib.sha256(domain.encode()).digest()[0] & 1]


def agreement(pairs):
    """Shares of (gold, found): equal where the gold says one, equal where both say one."""
    wanted = [(gold, found) for gold, found in pairs if gold]
    both = [pair for pair in wanted if pair[1]]
    num_equal = sum(gold == found for gold, found in both)
    return len(wanted), num_equal / max(len(wanted), 1), num_equal / max(len(both), 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("found", type=pathlib.Path)
    parser.add_argument("--show", choices=FIELDS)
    arguments = parser.parse_args()
    found = {pathlib.PurePath(row["id"]).stem: row for row in rows(arguments.found)}
    pages = [(page, found.get(page["id"], {}), half_of(page["url"])) for page in rows(arguments.gold)]
    print("| field | half | pages with gold | found equal | right where found |\n|---|---|---|---|---|")
    for field in FIELDS:
        for halves in ("AB", "A", "B"):
            pairs = [(normal(field, page.get(field)), normal(field, row.get(field)))
                     for page, row, half in pages if half in halves]
            count, equal, right = agreement(pairs)
            print(f"| {field} | {halves} | {count} | {equal:.3f} | {right:.3f} |")
    if arguments.show:
        for page, row, half in pages:
            gold, ours = page.get(arguments.show) or "", row.get(arguments.show) or ""
            if half == "A" and gold and normal(arguments.show, gold) != normal(arguments.show, ours):
                print(page["id"], repr(gold), repr(ours), sep="\t")


if __name__ == "__main__":
    main()
