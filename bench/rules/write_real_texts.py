"""Writes real texts for rules_bench, which shows each once and measures all rules over them:

  build/venv/bin/python bench/rules/write_real_texts.py build/real_texts
  TAMIS_BENCH_TEXTS=build/real_texts build/bench/bin/rules_bench --benchmark_filter='^all/'

They are drawn evenly from sets that stand beside the checkout (../shared/data): pages of C4 and of Wikipedia; and
Chinese Wikipedia, a technical wiki with code and formulas, laws.
"""

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import measure_rule_quality as quality  # noqa: E402

# By language and name: how many, and where from.
SETS = {
    "en": {"c4": (1000, quality.c4_sample),
           "wikipedia": (1000, lambda: quality.texts_of("clean_en/enwiki2014_AA.jsonl.zst"))},
    "zh-Hans": {"wikipedia": (64, lambda: quality.texts_of("clean_zh/zhwiki2019.jsonl.zst")),
                "paragraphs": (400, lambda: quality.texts_of("clean_zh/cmrc2018_dev.jsonl.zst")),
                "technical": (200, lambda: quality.texts_of("clean_zh/oiwiki.jsonl.zst")),
                "laws": (100, lambda: quality.texts_of("law_zh/laws.jsonl.zst"))},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    folder = parser.parse_args().folder
    for language, sets in SETS.items():
        (folder / language).mkdir(parents=True, exist_ok=True)
        for name, (num_wanted, load) in sets.items():
            texts = load()
            texts = texts[::max(1, len(texts) // num_wanted)][:num_wanted]
            for i, text in enumerate(texts):
                path = folder / language / f"{name}_{i:04}.txt"
                path.write_text(text, encoding="utf-8", newline="")
            print(f"{language} {name}: {len(texts)} texts, {sum(len(text.encode()) for text in texts):,} bytes")


if __name__ == "__main__":
    main()
