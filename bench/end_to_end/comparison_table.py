"""The tables of bench/end_to_end, in Markdown, out of the raw numbers of one run."""

# What the stages of `fineweb` cost at best, in CPU milliseconds for each MB of uncompressed WARC:
# the fastest library or own loop found for each, every stage run on every document
# (../shared/libraries.md, section 16, where they were measured on another machine than yours).
CEILING_MS_PER_MB = {
    "gzip": 0.937,
    "WARC and HTTP": 0.013,
    "UTF-8": 0.052,
    "HTML to blocks": 0.594,
    "main content": 0.012,
    "scripts of letters": 0.037,
    "language": 0.362,
    "words and their hashes": 0.112,
    "quality counters": 0.019,
    "n-gram repetition": 0.225,
    "phrases": 0.037,
    "JSONL": 0.021,
    "zstd": 0.187,
}


def table(head, rows):
    """A Markdown table: the first column flush left, numbers flush right."""
    rule = "|".join(["---", *["---:"] * (len(head) - 1)])
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def pages_per_cpu_second(program):
    return program["pages_in"] / program["cpu_seconds"]


def megabytes(num_bytes):
    return f"{num_bytes / 1e6:,.0f} MB"


def programs_table(programs):
    """The programs side by side; the first one is Tamis."""
    ours = pages_per_cpu_second(programs[0])
    rows = [
        (
            program["name"],
            f"{program['pages_in']:,}",
            f"{program['pages_kept']:,}",
            f"{program['cpu_seconds']:.1f}",
            f"{pages_per_cpu_second(program):,.1f}",
            megabytes(program["peak_rss_bytes"]),
            "" if program is programs[0] else f"{ours / pages_per_cpu_second(program):,.1f} times",
        )
        for program in programs
    ]
    head = ("program", "pages", "kept", "CPU seconds", "pages a CPU second", "memory", "Tamis does")
    return table(head, rows)


def ceiling_row(tamis, crawl):
    ms_per_mb = tamis["cpu_seconds"] * 1e3 / (crawl["num_bytes"] / 1e6)
    ceiling = sum(CEILING_MS_PER_MB.values())
    return (
        "CPU time for a MB of uncompressed WARC; the best known parts for its stages together",
        f"{ms_per_mb:.2f} ms; {ceiling:.2f} ms: {ceiling / ms_per_mb:.0%}",
    )


def threads_row(wall_seconds):
    one, two = wall_seconds["1"], wall_seconds["2"]
    return "wall time, 1 thread on a core; 2 threads on two", f"{one:.2f} s; {two:.2f} s: {one / two:.2f} times"


def start_row(seconds):
    return "start-up, `tamis --help`, median of 20", f"{seconds * 1e3:.1f} ms"


def tamis_table(results):
    """What one row of the first table cannot say of Tamis. Times by the clock on the wall mean
    nothing where other programs ran meanwhile."""
    rows = [ceiling_row(results["programs"][0], results["crawl"])]
    if not results["is_busy"]:
        if "2" in results["wall_seconds"]:
            rows.append(threads_row(results["wall_seconds"]))
        rows.append(start_row(results["start_seconds"]))
    return table(("Tamis alone", "result"), rows)


def report(results):
    """All of it, as it stands on a page."""
    crawl = results["crawl"]
    return "\n\n".join((
        programs_table(results["programs"]),
        tamis_table(results),
        f"{crawl['num_pages']:,} pages, {megabytes(crawl['num_bytes_compressed'])} of .warc.gz, "
        f"{megabytes(crawl['num_bytes'])} uncompressed.",
    ))
