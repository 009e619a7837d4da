"""Title, author and date of pages by trafilatura, in lines for metadata_agreement.py.

  build/peers/extractors/bin/python bench/extract/trafilatura_metadata.py FILES.txt FOUND.jsonl

FILES.txt has the path of a page a line; compare_extractors.py makes the environment.
"""

import json
import pathlib
import sys

from extractor_texts import decoded
from trafilatura.metadata import extract_metadata


def fields(page):
    try:
        found = extract_metadata(decoded(page))
    except Exception:  # whatever a page makes of it: it has no fields then
        return {}
    return {"title": found.title, "author": found.author, "date": found.date}


def main():
    files, output = sys.argv[1:]
    with open(output, "w", encoding="utf-8") as lines:
        for name in pathlib.Path(files).read_text(encoding="utf-8").splitlines():
            lines.write(json.dumps({"id": name, **fields(pathlib.Path(name).read_bytes())}) + "\n")


if __name__ == "__main__":
    main()
