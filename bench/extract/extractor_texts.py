"""Runs one extractor of Python over pages; started by compare_extractors.py in an environment that has them.

  extractor_texts.py NAME PAGES.jsonl TEXTS.jsonl    prints {"cpu_seconds": ..., "failed": ...}

A line of PAGES has an id and the path of a page. Decoding is the same for all and not in the time.
"""

import json
import pathlib
import sys
import time


def decoded(page):
    """Valid UTF-8 is taken as that; what a page really says is looked for in the rest alone."""
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return bytes_to_str(page, detect_encoding(page, from_html_meta=True) or "utf-8")


def make_trafilatura(**settings):
    import trafilatura

    return lambda html: trafilatura.extract(html, include_comments=False, **settings)


def make_rs_trafilatura():
    import rs_trafilatura

    return lambda html: rs_trafilatura.extract(html).main_content


def make_resiliparse():
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: extract_plain_text(html, main_content=True)


def make_readability():
    from lxml.html import fromstring
    from readability import Document

    return lambda html: "\n".join(fromstring(Document(html).summary()).itertext())


def make_goose3():
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})
    return lambda html: goose.extract(raw_html=html).cleaned_text


EXTRACTORS = {
    "trafilatura": make_trafilatura,
    "trafilatura, precision": lambda: make_trafilatura(favor_precision=True),
    "rs-trafilatura": make_rs_trafilatura,
    "resiliparse": make_resiliparse,
    "readability-lxml": make_readability,
    "goose3": make_goose3,
}


def main():
    name, pages_path, texts_path = sys.argv[1:]
    extract = EXTRACTORS[name]()
    cpu_seconds, num_failed = 0.0, 0
    with open(pages_path, encoding="utf-8") as pages, open(texts_path, "w", encoding="utf-8") as texts:
        for page in map(json.loads, pages):
            html = decoded(pathlib.Path(page["path"]).read_bytes())
            begin = time.process_time()
            try:
                text = extract(html) or ""
            except Exception:  # whatever a page makes of an extractor: it has no text of it
                text = ""
                num_failed += 1
            cpu_seconds += time.process_time() - begin
            line = json.dumps({"id": page["id"], "text": text})
            texts.write(line + "\n")
    print(json.dumps({"cpu_seconds": cpu_seconds, "failed": num_failed}))


if __name__ == "__main__":
    main()
