"""The tables of bench/end_to_end, in Markdown, out of the raw numbers of one run."""

import re

# What the stages of `fineweb` cost at best, in CPU milliseconds for each MB of uncompressed WARC:
# the fastest library or own loop found for each, every stage run on every document
# (../shared/libraries.md, section 16, where they were measured on another machine than yours).
CEILING_MS_PER_MB = {
    "reading files": {"gzip": 0.937, "WARC and HTTP": 0.013},
    "decoding": {"UTF-8": 0.052},
    "extract": {"HTML to blocks": 0.594, "main content": 0.012},
    "language": {"scripts of letters": 0.037, "CLD2": 0.362},
    "rules": {"words and hashes": 0.112, "quality counters": 0.019, "n-gram repetition": 0.225, "phrases": 0.037},
    "writing files": {"JSONL": 0.021, "zstd": 0.187},
}
# Name, documents, MB, CPU seconds, share.
_PROFILE_LINE = re.compile(r"^  (?P<stage>\S.*?) +\d+ +[\d.]+ +(?P<seconds>[\d.]+) +[\d.]+ %")


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


def stage_seconds(profile):
    """CPU seconds by the stages above, of the lines that `tamis run --profile` prints."""
    seconds = dict.fromkeys(CEILING_MS_PER_MB, 0.0)
    for line in profile.splitlines():
        if found := _PROFILE_LINE.match(line):
            stage = found["stage"] if found["stage"] in seconds else "rules"
            seconds[stage] += float(found["seconds"])
    return seconds


def stages_table(tamis, crawl):
    """Where Tamis spends its time beside what the best known parts need."""
    def row(name, parts, seconds):
        ceiling, ms_per_mb = sum(parts.values()), seconds * 1e3 / (crawl["num_bytes"] / 1e6)
        share = f"{ceiling / ms_per_mb:.0%}" if ms_per_mb > 0 else ""
        return name, f"{ms_per_mb:.2f}", f"{ceiling:.2f}", share

    seconds = stage_seconds(tamis["profile"])
    rows = [row(f"{stage}: {', '.join(parts)}", parts, seconds[stage]) for stage, parts in CEILING_MS_PER_MB.items()]
    everything = {part: cost for parts in CEILING_MS_PER_MB.values() for part, cost in parts.items()}
    rows.append(row("the whole process", everything, tamis["cpu_seconds"]))
    return table(("stage: its best known parts", "ms a MB of WARC", "those parts", "share of the ceiling"), rows)


def threads_row(wall_seconds, num_crawls):
    one, two = wall_seconds["1"], wall_seconds["2"]
    what = f"wall time, {num_crawls} times the crawl, 1 thread on a core; 2 threads on two"
    return what, f"{one:.2f} s; {two:.2f} s: {one / two:.2f} times"


def start_row(seconds):
    return "start-up, `tamis --help`, median of 20", f"{seconds * 1e3:.1f} ms"


def clock_table(results):
    """Times that mean nothing where other programs ran meanwhile."""
    rows = [threads_row(results["wall_seconds"], results["wall_crawls"])] if "2" in results["wall_seconds"] else []
    rows.append(start_row(results["start_seconds"]))
    return table(("Tamis alone, by the clock on the wall", "result"), rows)


def report(results):
    """All of it, as it stands on a page."""
    crawl = results["crawl"]
    tables = [programs_table(results["programs"]), stages_table(results["programs"][0], crawl)]
    if not results["is_busy"]:
        tables.append(clock_table(results))
    size = (f"{crawl['num_pages']:,} pages, {megabytes(crawl['num_bytes_compressed'])} of .warc.gz, "
            f"{megabytes(crawl['num_bytes'])} uncompressed.")
    return "\n\n".join((*tables, size))
