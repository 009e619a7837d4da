"""fastwarc and resiliparse: reading a crawl and extracting main text, nothing else.

  resiliparse_main_text.py WARC    prints {"pages_in": ..., "pages_kept": ..., ...}

No filter, no language, no output: what is extracted is counted and forgotten.
"""

import json
import sys

from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding


def decoded(html):
    """Valid UTF-8 is taken as that; what a page really says is looked for in the rest alone."""
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        return bytes_to_str(html, detect_encoding(html, from_html_meta=True) or "utf-8")


def main():
    num_pages = num_with_text = num_characters = 0
    with open(sys.argv[1], "rb") as crawl:
        for record in ArchiveIterator(crawl, record_types=WarcRecordType.response, parse_http=True):
            num_pages += 1
            text = extract_plain_text(decoded(record.reader.read()), main_content=True)
            num_with_text += bool(text)
            num_characters += len(text)
    print(json.dumps({"pages_in": num_pages, "pages_kept": num_with_text, "characters": num_characters}))


if __name__ == "__main__":
    main()
