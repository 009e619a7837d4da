"""What datatrove's filters say about documents: run by tools/measure_parity.py in the environment of
bench/end_to_end/peers_environment.py.

  reference.py DOCUMENTS ANSWERS FOLDER    rows of {"id", "text"} or {"id", "text", "url", "lang"} become
                                           rows as in ../shared/golden/rules; "lang" is by FineWeb's model, and
                                           FOLDER a cache

Filters get the parameters of that folder's README. A text of a language that is neither English nor Chinese ("other")
gets the English profile.
"""

import functools
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "bench" / "end_to_end"))
# Behind all others: only for python3-jieba of tools/debian_packages.txt.
sys.path.append("/usr/lib/python3/dist-packages")

import addresses  # noqa: E402
import datatrove_fineweb  # noqa: E402

# Not "zh": datatrove splits that at white space.
PROFILES = {"en": "eng_Latn", "zh": "cmn_Hani", "other": "eng_Latn"}

# FineWeb-2's configs/cmn_Hani.yml.
MANDARIN_REPETITION = {
    "dup_line_frac": 0.287, "dup_para_frac": 0, "dup_line_char_frac": 0, "dup_para_char_frac": 0,
    "top_n_grams": ((2, 0.256), (3, 0.201), (4, 0.171)),
    "dup_n_grams": ((5, 0.198), (6, 0.182), (7, 0.167), (8, 0.154), (9, 0.14), (10, 0.127)),
}
MANDARIN_FINEWEB = {
    "line_punct_thr": 0.106, "short_line_thr": 999, "char_duplicates_ratio": 0.1, "new_line_ratio": 0.178,
}
MANDARIN_QUALITY = {
    "min_avg_word_length": 1, "max_avg_word_length": 5, "max_non_alpha_words_ratio": 0.735, "min_stop_words": 2,
    "stop_words": list("的年在月是和日了於·為有被人中为他與後也而由"),
}


def text_filters(profile):
    """The filters of a profile by name; more than one are run one behind the other."""
    from datatrove.pipeline import filters

    repetition = filters.GopherRepetitionFilter(language=profile)
    quality = filters.GopherQualityFilter(language=profile)
    c4_fineweb = filters.C4QualityFilter(filter_no_terminal_punct=False, language=profile)
    fineweb_quality = filters.FineWebQualityFilter(language=profile)
    found = {
        "gopher_repetition": [repetition],
        "gopher_quality": [quality],
        "c4_quality": [filters.C4QualityFilter(language=profile)],
        "c4_quality_fineweb": [c4_fineweb],
        "fineweb_quality": [fineweb_quality],
        "fineweb": [repetition, quality, c4_fineweb, fineweb_quality],
    }
    if profile == PROFILES["zh"]:
        found |= {
            "fineweb2_cmn_gopher_repetition": [filters.GopherRepetitionFilter(language=profile, **MANDARIN_REPETITION)],
            "fineweb2_cmn_fineweb_quality": [filters.FineWebQualityFilter(language=profile, **MANDARIN_FINEWEB)],
            "fineweb2_cmn_gopher_quality": [filters.GopherQualityFilter(language=profile, **MANDARIN_QUALITY)],
        }
    return found


def address_filter():
    import tldextract
    from datatrove.pipeline.filters import URLFilter

    filter_ = URLFilter(
        extra_domains=addresses.DOMAINS, extra_urls=addresses.URLS, banned_words=addresses.WORDS,
        soft_banned_words=addresses.SOFT_WORDS, banned_subwords=addresses.SUBSTRINGS, use_integrated_lists=False)
    filter_.tldextractor = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    return filter_


def answer(filters, row):
    """The verdict of filters that each see what the one before left of the text; null where one fails by itself."""
    from datatrove.data import Document

    document = Document(text=row["text"], id=row["id"], metadata={"url": row.get("url")})
    for filter_ in filters:
        try:
            result = filter_.filter(document)
        except ZeroDivisionError as error:
            return {"keep": None, "error": str(error)}
        keep, reason = result if isinstance(result, tuple) else (result, None)
        if not keep:
            return {"keep": False, "reason": reason}
    return {"keep": True, "reason": None, "text": document.text}


def keep_last_splits(profile):
    """Several filters ask for the words of the same text and the sentences of the same lines."""
    from datatrove.utils.word_tokenizers import load_word_tokenizer

    tokenizer = load_word_tokenizer(profile)
    tokenizer.word_tokenize = functools.lru_cache(maxsize=4)(tokenizer.word_tokenize)
    tokenizer.sent_tokenize = functools.lru_cache(maxsize=2000)(tokenizer.sent_tokenize)


def language_of(model, row):
    from datatrove.data import Document

    (language, _), _ = model.predict(Document(text=row["text"], id=row["id"]))
    return language if language in PROFILES else "other"


def main():
    documents, answers, folder = map(pathlib.Path, sys.argv[1:])
    datatrove_fineweb.use_no_network(folder)
    for profile in set(PROFILES.values()):
        keep_last_splits(profile)
    model = datatrove_fineweb.language_filter(None).model
    by_language = {language: text_filters(profile) for language, profile in PROFILES.items()}
    for_addresses = {"url": [address_filter()]}
    with documents.open(encoding="utf-8", newline="\n") as rows, answers.open("w", encoding="utf-8") as output:
        for row in map(json.loads, rows):
            row.setdefault("lang", language_of(model, row))
            filters = for_addresses if "url" in row else by_language[row["lang"]]
            row["datatrove"] = {"filters": {name: answer(steps, row) for name, steps in filters.items()}}
            output.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
