"""Gold texts of the Chinese news pages of shared/data/html_unlabelled (GeneralNewsExtractor's tests).

They come without any. Each site's template has a box for the text of an article, and its text is the gold. Most of the
boxes were found as the smallest around what Tamis kept; where that was none of the template's for the text (163/9, gzggw,
hexun, other, sina/2, stcn, toutiao/2) the markup was read. Left out are one whose text stands in no box with a name
(zsnews), one of 150,000 characters of search terms (njxfhn), and a copy (thepaper/4).

build/venv/bin/python bench/extract/gne_pages.py ARCHIVE FOLDER writes FOLDER/gne as a set for tools/train_main_text.py.
"""

import json
import pathlib
import subprocess
import sys

from selectolax.lexbor import LexborHTMLParser

# By site, or by page where a site has several templates.
SELECTORS = {
    "163": "#endText", "163/9": "#content",
    "baijiahao": ".article-content",
    "cjddsb": ".single-content",
    "cjn": ".TRS_Editor",
    "cmse": "#content",
    "csdn": ".news_content",
    "ednchina": ".article_text",
    "gamersky": ".gsAreaContextArt",
    "gsc": ".detailCon",
    "guancha": ".all-txt",
    "gzggw": "#zoom",
    "hexun": ".art_contextBox",
    "huanqiu": ".a-con",
    "ifeng": ".text-3zQ3cZD4", "ifeng/3": "#main_content",
    "mingridapan": ".page_art_content",
    "other": "#UCAP-CONTENT",
    "people": "#rwb_zw",
    "qq": ".content-article", "qq/2": "#Cnt-Main-Article-QQ",
    "readhub": ".summary___3oqrM",
    "shanxi": ".TRS_Editor",
    "sina": "#article", "sina/2": "#artibody", "sina/3": "#artibody", "sina/4": "#artibody",
    "stcn": "#ctrlfscont",
    "thepaper": ".news_txt",
    "toutiao": ".article-content", "toutiao/2": ".abstract",
    "wechat": "#js_content",
    "xds": ".statuses-text",
    "xinhuanet": "#p-detail",
    "zyyfy": "#z",
}
LEFT_OUT = ("njxfhn/1", "thepaper/4", "zsnews/1")


def gold_text(page, selector):
    """The text of the box, a piece of text a line; None if the page has no such box."""
    tree = LexborHTMLParser(page)
    tree.strip_tags(["script", "style", "noscript"])
    box = tree.css_first(selector)
    return box.text(separator="\n", strip=True) if box else None


def unpack(archive, folder):
    """The gold rows and the paths of the pages, in one order."""
    if not (folder / "gne").exists():
        subprocess.run(["tar", "--zstd", "-xf", archive, "-C", folder], check=True)
    gold, paths = [], []
    for path in sorted((folder / "gne").rglob("*.html")):
        name = f"{path.parent.name}/{path.stem}"
        if name in LEFT_OUT:
            continue
        selector = SELECTORS.get(name, SELECTORS.get(path.parent.name))
        text = gold_text(path.read_bytes(), selector) if selector else None
        if not text:
            raise ValueError(f"{path}: nothing in the box {selector}; see SELECTORS in {__file__}")
        gold.append({"id": name, "gold_text": text})
        paths.append(path)
    return gold, paths


def main():
    archive, folder = map(pathlib.Path, sys.argv[1:])
    gold, paths = unpack(archive, folder)
    # Pages of one site are of one domain: what one part of the domains teaches must not have seen the others.
    rows = [page | {"url": f"http://{path.parent.name}.gne/", "file": str(path.relative_to(folder / "gne"))}
            for page, path in zip(gold, paths)]
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    (folder / "gne" / "gold.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
