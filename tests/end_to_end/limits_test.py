"""Each of a recipe's limits: what is at it stays, what is beyond it goes and is counted under the limit's own name."""

import collections
import gzip
import itertools
import json
import re
import typing
import zlib

import program
from program import ProgramTest
from recounted_run import decoded, num_bytes

MILLS = "The mill of one is by the river. The mill of two is in the hills. The mill of three has burnt down."
PAGE = program.page("Mills", MILLS)
CODED = [PAGE]  # so many times over
for _ in range(3):
    CODED.append(gzip.compress(CODED[-1], mtime=0))


def html_record(html: bytes | str, **options) -> bytes:
    html = html.encode() if isinstance(html, str) else html
    return program.response(f"http://a.test/{zlib.crc32(html)}", html, **options)


def commented(size: int, words: str = "") -> bytes:
    return PAGE + f"<!--{words}{'x' * size}-->".encode()


def json_line(text: str = "Mills", **fields) -> bytes:
    return json.dumps({"text": text, **fields}).encode() + b"\n"


def with_warc_fields(fields: str) -> bytes:
    return html_record(PAGE).replace(b"WARC/1.0\r\n", b"WARC/1.0\r\n" + fields.encode(), 1)


def warc_head(record: bytes) -> bytes:
    return record[:record.index(b"\r\n\r\n") + 4]


def block(record: bytes) -> bytes:
    return record.removeprefix(warc_head(record)).removesuffix(b"\r\n\r\n")


def http_fields(record: bytes) -> bytes:
    """Of an HTTP head the limits count neither the status nor the empty line."""
    return block(record).partition(b"\r\n\r\n")[0].partition(b"\r\n")[2] + b"\r\n"


def words(record: bytes) -> list[bytes]:
    return re.findall(rb"\w+|\.", re.sub(rb".*</title>|<.*?>", b" ", block(record), flags=re.DOTALL))


class AtLimit(typing.NamedTuple):
    reason: str
    number_max: int
    make: typing.Callable[[int], bytes]  # a document with so much more
    count: typing.Callable[[bytes], int]  # how much it has

    def document(self, number: int) -> bytes:
        return self.make(number - self.count(self.make(0)))

    def documents(self) -> list[bytes]:
        """One at the limit, and one beyond it."""
        return [self.document(self.number_max), self.document(self.number_max + 1)]


LIMITS = ("limits: {document_bytes_max: 4KiB, header_bytes_max: 1KiB, header_lines_max: 12, content_codings_max: 2, "
          "nesting_max: 10, attributes_max: 5, words_max: 64, lines_max: 6}\n")
LIMITED_PAGES = [
    AtLimit("document_too_large", 4096, lambda n: html_record(commented(1000 + n)), lambda page: len(block(page))),
    AtLimit("document_too_large", 4096,
            lambda n: html_record(gzip.compress(commented(n), mtime=0), fields="Content-Encoding: gzip\r\n"),
            lambda page: num_bytes(decoded(block(page)))),
    AtLimit("document_too_large", 4096,
            lambda n: html_record(commented(n, "磨坊" * 500).decode().encode("gb18030"),
                                  media_type="text/html; charset=gb2312"),
            lambda page: num_bytes(decoded(block(page)))),
    AtLimit("header_too_large", 1024,
            lambda n: with_warc_fields(f"A: {'b' * n}\r\n"), lambda page: len(warc_head(page))),
    AtLimit("header_too_large", 1024,
            lambda n: html_record(PAGE, fields=f"A: {'b' * n}\r\n"), lambda page: len(http_fields(page))),
    AtLimit("too_many_header_lines", 12,
            lambda n: with_warc_fields("A: b\r\n" * n), lambda page: warc_head(page).count(b"\n")),
    AtLimit("too_many_header_lines", 12,
            lambda n: html_record(PAGE, fields="A: b\r\n" * n), lambda page: http_fields(page).count(b"\n")),
    AtLimit("too_many_codings", 2,
            lambda n: html_record(CODED[n], fields=f"Content-Encoding: {', '.join(['gzip'] * n)}\r\n"),
            lambda page: http_fields(page).count(b"gzip")),
    AtLimit("nesting_too_deep", 10,
            lambda n: html_record("<div>" * n + "<p>" + MILLS), lambda page: block(page).count(b"<")),
    AtLimit("too_many_attributes", 5,
            lambda n: html_record("<p" + "".join(f" a{index}=b" for index in range(n)) + ">" + MILLS),
            lambda page: block(page).count(b"=b")),
    AtLimit("too_many_words", 64,
            lambda n: html_record(program.page("Mills", MILLS + " And" * n)), lambda page: len(words(page))),
    AtLimit("too_many_lines", 6,
            lambda n: html_record(program.page("Mills", *(f"The mill of {index} is old." for index in range(n)))),
            lambda page: len(re.findall(b"<p>|<h1>", page)))]
LIMITED_LINES = [
    AtLimit("document_too_large", 4096, lambda n: json_line("a" * n), lambda line: len(json.loads(line)["text"])),
    # A line may have what a head may, beside twice what a document may.
    AtLimit("document_too_large", 2 * 4096 + 1024, lambda n: json_line(other="a" * n), lambda line: len(line) - 1),
    AtLimit("header_too_large", 1024, lambda n: json_line(id="a", title="a" * n), lambda line: 1),
    AtLimit("too_many_words", 64, lambda n: json_line("的" * n), lambda line: 0),
    AtLimit("too_many_lines", 6, lambda n: json_line("\n".join(["a"] * n)), lambda line: 0)]


class Limits(ProgramTest):
    def test_limits_are_counted(self) -> None:
        """Of each limit one document at it, which is kept, and one beyond it."""
        pages, rows_of_text = ([document for limit in limits for document in limit.documents()]
                         for limits in (LIMITED_PAGES, LIMITED_LINES))
        self.write("pages.warc", b"".join(pages))
        self.write("lines.jsonl", b"".join(rows_of_text))
        self.write("limits.yaml", "read: {inputs: [pages: pages.warc, lines: lines.jsonl]}\n" + LIMITS)
        self.tamis("run", "limits.yaml")
        offsets = {"pages": itertools.accumulate(map(len, pages), initial=0), "lines": itertools.count(1)}
        rows = [row for kind in ("documents", "rejected") for row in program.records(self.folder / "clean" / kind)]
        report = self.report()
        for source, limits in (("pages", LIMITED_PAGES), ("lines", LIMITED_LINES)):
            fates = [fate for limit in limits for fate in (None, limit.reason)]
            self.assertEqual({row["offset"]: row.get("rule") for row in rows if row["source"] == source},
                             dict(zip(offsets[source], fates)))
            self.assertEqual(num_dropped(report["sources"][source]), collections.Counter(filter(None, fates)))
        reasons = [limit.reason for limit in LIMITED_PAGES + LIMITED_LINES]
        self.assertEqual(+num_dropped(report), collections.Counter(reasons))


def num_dropped(counts: dict) -> collections.Counter:
    return collections.Counter({reason: each["documents"] for steps in counts["dropped"].values()
                                for reason, each in steps.items()})


program.main()
