"""Inputs made to take memory: the run's peak (RSS, as the system counts it) stays below --memory, and each document is
counted once. Valid crawls of any size take the same.

TAMIS_BOUNDS=long makes the inputs as large as issue 5 says: minutes, and 20 GB through a decoder.
"""

import base64
import functools
import gzip
import itertools
import json
import os
import random
import re
import resource
import shutil
import struct
import subprocess
import sys
import unittest
import zlib
from collections.abc import Callable

import program
from program import SOURCE, TAMIS, WEB, ProgramTest

IS_LONG = os.environ.get("TAMIS_BOUNDS") == "long"
MEBIBYTE = 1 << 20
DOCUMENT_BYTES = 8 * MEBIBYTE
MEMORY_MEBIBYTES = 512
LIMITED = ["--memory", f"{MEMORY_MEBIBYTES}MiB", "--set", "limits.document_bytes_max=8MiB"]
SIGNALS = SOURCE / "recipes" / "redpajama2_signals.yaml"
AS_IT_IS = "read: {format: auto}\nstages: []\nwrite: {format: jsonl}\n"

# A crawl of more compressed bytes than the buffers hold (16 MiB of a gzip member), and the large one that repeats it.
CRAWL_PAGES = 1800
CRAWL_TIMES = 120 if IS_LONG else 6
LARGE_BYTES = 3_000_000_000 if IS_LONG else 150_000_000

# A process of its own starts the program: the peak of a child that this one starts would include its own memory.
MEASURE = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:])
_, status, usage = os.wait4(child.pid, 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


WORDS_MAX = 1_000_000
LINES_MAX = 500_000


def filled(piece: str) -> str:
    """A text of the largest size that is read, of one piece over and over."""
    return piece * ((DOCUMENT_BYTES - 1024) // len(piece.encode()))


def within_limits(text: str) -> str:
    """As much of the text as the limits on words and lines let through to the rules."""
    words = [match.start() for match in itertools.islice(re.finditer(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]", text), WORDS_MAX + 1)]
    lines = [match.end() for match in itertools.islice(re.finditer("\n", text), LINES_MAX)]
    end = min(words[-1] if len(words) > WORDS_MAX else len(text), lines[-1] if len(lines) == LINES_MAX else len(text))
    return text[:end]


# Texts of which each byte is a word, a line, a tag ... and enough of a language's own words that its rules see it.
TEXTS = {
    "line_breaks": filled("\n"),
    "one_letter_words": filled("a "),
    "one_letter_lines": filled("a\n"),
    "one_word": filled("a"),
    "one_sentence_words": filled("Go. "),
    "english_words": filled("the of to and in it is a I "),
    "english_lines": filled("the\nof\nto\nand\nin\nit\nis\na\n"),
    "english_numbers": " ".join(f"the {number}" for number in range(DOCUMENT_BYTES // 12)),
    "chinese_characters": filled("的"),
    "chinese_words": filled("我们的河在山里，"),
    "chinese_lines": filled("我\n的\n是\n在\n"),
    "chinese_clauses": filled("我，你。"),
}


@functools.cache
def limited_texts() -> dict[str, str]:
    return {name: within_limits(text) for name, text in TEXTS.items()}


PAGES = {
    "div": filled("<div>"),
    "line_breaks": filled("<br>"),
    "paragraphs": filled("<p>a"),
    "links": filled("<a href=a>a</a>"),
    "cells": "<table>" + filled("<tr><td>a"),
    "attributes": "<p " + filled("a "),
    "values": "<p " + filled("a=b "),
    "references": "<p>" + filled("&lt;"),
    "open_quote": "<p " + filled("a='"),
    "closed_tags": filled("<i></b>"),
    "comments": filled("<!---->"),
    "chinese": "<p>" + filled("我<br>"),
    "english": "<p>" + filled("the<br>of<br>"),
}


def crawl_records() -> list[bytes]:
    """Valid pages that are kept, most of them an image that does not compress."""
    rng = random.Random(5)
    images = (base64.b64encode(rng.randbytes(10_000)).decode() for _ in range(CRAWL_PAGES))
    pages = (program.prose_page(number, f"<style>{image}</style>") for number, image in enumerate(images))
    return [program.response(f"http://a.test/{number}", page) for number, page in enumerate(pages)]


def member_pieces(content: bytes) -> tuple[bytes, Callable[[int], bytes]]:
    """What one gzip member repeats, and its end: what comes behind a full flush refers to nothing before it."""
    compressor = zlib.compressobj(1, wbits=-15)
    deflated = compressor.compress(content) + compressor.flush(zlib.Z_FULL_FLUSH)

    def end(num_times: int) -> bytes:
        checksum = functools.reduce(lambda before, _: zlib.crc32(content, before), range(num_times), 0)
        num_bytes = len(content) * num_times % (1 << 32)
        return zlib.compressobj(wbits=-15).flush() + struct.pack("<II", checksum, num_bytes)

    return deflated, end


@unittest.skipIf(program.IS_SANITIZED, "the sanitizer's own memory is not bounded")
class Bounded(ProgramTest):
    def peak_mebibytes(self, *arguments, **options) -> float:
        done = subprocess.run([sys.executable, "-ISc", MEASURE, TAMIS, *map(str, arguments)], cwd=self.folder,
                              capture_output=True, **options)
        self.assertEqual(done.returncode, 0, done.stderr.decode()[-2000:])
        return int(done.stdout.split()[-1]) / 1024

    def peak_of_run(self, pattern: str, *settings, recipe=WEB, **options) -> float:
        command = ("run", recipe, "--input", pattern, "--output", "clean", *(settings or LIMITED))
        peak = self.peak_mebibytes(*command, **options)
        if "TAMIS_BOUNDS" in os.environ:
            print(f"{peak:8.0f} MiB  {self.id()}  {pattern}", file=sys.stderr)
        return peak

    def check_run(self, pattern: str, num_documents: int, *settings, memory: int = MEMORY_MEBIBYTES, **options) -> None:
        """Runs over the files of `pattern` and counts what came out."""
        self.assertLess(self.peak_of_run(pattern, *settings, **options), memory, pattern)
        self.assertEqual(self.count_rows(), (num_documents, num_documents), pattern)
        self.remove("clean")

    def remove(self, *names: str) -> None:
        subprocess.run(["rm", "-r", *names], cwd=self.folder, check=True)

    def count_rows(self, output: str = "clean") -> tuple[int, int]:
        """All rows of the output, and how many of their ids differ."""
        parts = [path for kind in ("documents", "rejected") for path in (self.folder / output / kind).glob("*.zst")]
        ids = []
        with subprocess.Popen(["zstd", "-dcq", *parts], stdout=subprocess.PIPE) as lines:
            for line in lines.stdout:
                self.assertTrue(line.startswith(b'{"id":"'))
                ids.append(hash(line[:line.index(b'"', 7)]))
        return len(ids), len(set(ids))

    def peak_of_crawl(self, name: str, num_times: int) -> float:
        """Of a run over a valid crawl, so many times, of which everything is kept."""
        peak = self.peak_of_run(name, *LIMITED, "--threads", "2")
        self.assertEqual(self.count_rows(), (CRAWL_PAGES * num_times, CRAWL_PAGES), name)
        self.assertEqual(self.report()["kept"]["documents"], CRAWL_PAGES * num_times, name)
        self.remove("clean", name)
        return peak

    def check_crawl(self, name: str, head: bytes, repeated: bytes, end: Callable[[int], bytes]) -> None:
        """The peak of the large crawl is that of the small one."""
        peaks = []
        for num_times in (1, CRAWL_TIMES):
            with open(self.folder / name, "wb") as file:
                file.write(head)
                file.writelines(itertools.repeat(repeated, num_times))
                file.write(end(num_times))
            peaks.append(self.peak_of_crawl(name, num_times))
        self.assertLess(peaks[1], 1.1 * peaks[0] + 3, name)
        self.assertLess(peaks[1], MEMORY_MEBIBYTES, name)

    def test_large_crawl_takes_what_a_small_one_takes(self) -> None:
        records = crawl_records()
        crawl = b"".join(records)
        self.assertGreater(len(crawl) * CRAWL_TIMES, LARGE_BYTES)
        self.check_crawl("bare.warc", b"", crawl, lambda _: b"")
        members = b"".join(gzip.compress(record, 1) for record in records)
        self.check_crawl("members.warc.gz", b"", members, lambda _: b"")
        self.check_crawl("member.warc.gz", gzip.compress(b"")[:10], *member_pieces(crawl))

    def write_member(self, name: str, head: bytes, num_mebibytes: int) -> None:
        """A gzip file of one member: `head`, then zeros."""
        with gzip.open(self.folder / name, "wb", compresslevel=1) as member:
            member.write(head)
            for _ in range(num_mebibytes):
                member.write(bytes(MEBIBYTE))

    def test_decompression_bomb(self) -> None:
        num_mebibytes = 20_000 if IS_LONG else 1_000
        self.write_member("text.txt.gz", b"", num_mebibytes)
        self.write_member("page.html.gz", b"<p>", num_mebibytes)
        self.write_member("line.jsonl.gz", b'{"text": "', num_mebibytes)
        for name in ("text.txt.gz", "page.html.gz", "line.jsonl.gz"):
            self.check_run(name, 1)

    def test_record_larger_than_the_limit(self) -> None:
        num_mebibytes = 20_000 if IS_LONG else 500
        head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <a>\r\nContent-Type: application/http\r\n"
        self.write_member("one.warc.gz", head + b"Content-Length: %d\r\n\r\n" % (num_mebibytes * MEBIBYTE), num_mebibytes)
        self.check_run("one.warc.gz", 1)
        self.write_member("line.arc.gz", b"filedesc://a.arc 0.0.0.0 20050102030405 text/plain 8\n1 0 Arc\n\nhttp://", num_mebibytes)
        self.check_run("line.arc.gz", 1)
        inner = gzip.compress(bytes(200 * MEBIBYTE), 1)
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + inner
        self.write("body.warc", head + b"Content-Length: %d\r\n\r\n" % len(http) + http)
        self.check_run("body.warc", 1)

    def test_chains_of_codings(self) -> None:
        """Each coding undone is as large as a document may be."""
        pages = []
        for filling in (b"a ", "的".encode()):
            body = zlib.compress(b"<p>" + filling * ((DOCUMENT_BYTES - 4096) // len(filling)), 0)
            pages.append(program.response(f"http://a.test/{len(pages)}", zlib.compress(gzip.compress(body, 0), 9),
                                          fields="Content-Encoding: deflate, gzip\r\nTransfer-Encoding: deflate\r\n"))
        self.write("chains.warc", b"".join(pages))
        self.check_run("chains.warc", 2)

    def test_encodings_that_grow(self) -> None:
        """Bytes that are three in UTF-8, and all threads at it."""
        for number in range(4):
            for name, num_mebibytes in (("dropped", 31), ("read", 10)):
                self.write(f"{name}{number}.html", b"<meta charset=windows-1252><p>" + b"\x80" * (num_mebibytes * MEBIBYTE))
        self.check_run("*.html", 8, "--memory", "800MiB", "--threads", "4", memory=800)

    def test_large_addresses(self) -> None:
        """What is large is not the text: a megabyte of each record's head, most of each line."""
        with open(self.folder / "heads.warc", "wb") as file:
            for number in range(800):
                file.write(program.response(f"http://a.test/{number}/" + "u" * 1_000_000, b"<p>short"))
        with open(self.folder / "lines.jsonl", "wb") as file:
            for number in range(100):
                file.write(b'{"id": "%d", "text": "short", "url": "' % number + b"u" * (7 * MEBIBYTE) + b'"}\n')
        for name, num_documents in (("heads.warc", 800), ("lines.jsonl", 100)):
            self.check_run(name, num_documents)

    def test_hostile_lines(self) -> None:
        """What a parser makes of a line may be many times the line."""
        size = 2 * DOCUMENT_BYTES
        lines = {"nested": "[" * (size // 2) + "]" * (size // 2), "numbers": "[" + "0," * (size // 2) + "0]",
                 "strings": "[" + '"",' * (size // 3) + "0]", "keys": "{" + '"":0,' * (size // 5) + '"a":0}'}
        for name, value in lines.items():
            self.write(f"{name}.jsonl", f'{{"text":"a","x":{value}}}\n' * 3)
        for name, field in (("broken", "x"), ("broken_text", "text")):
            self.write(f"{name}.jsonl", b'{"%s":"' % field.encode() + b"\xff" * size + b'"}\n')
        self.write("large.jsonl", '{"text":"a","x":"%s"}\n' % ("b" * size))
        self.check_run("*.jsonl", 3 * len(lines) + 3)

    def test_line_of_100_megabytes(self) -> None:
        with open(self.folder / "line.jsonl", "wb") as file:
            for letter in b"ab":
                file.write(b'{"text": "')
                for _ in range(100):
                    file.write(bytes([letter]) * MEBIBYTE)
                file.write(b'"}\n{"text": "short"}\n')
        self.check_run("line.jsonl", 4)

    def test_large_lines_that_are_repaired(self) -> None:
        """Of each there are three for a while: as it is, in UTF-8, repaired."""
        text = b"a" * (DOCUMENT_BYTES + 1000)
        with open(self.folder / "half.jsonl", "wb") as file:
            for _ in range(6):
                file.write(b'{"text": "short \\ud83d \xff", "x": "' + text + b'"}\n')
        for name in "abcdefgh":
            shutil.copy(self.folder / "half.jsonl", self.folder / f"{name}.jsonl")
        self.check_run("?.jsonl", 48, *LIMITED, "--threads", "8")

    def test_windows_of_zstd(self) -> None:
        """Files that each need a window of 128 MiB, which fills up, and threads for two at a time."""
        for name in "abc":
            with open(self.folder / name, "wb") as file:
                for _ in range(16):
                    file.write(b'{"text": "' + b"a" * (10 * MEBIBYTE) + b'"}\n')
            subprocess.run(["zstd", "-q", "--long=27", "--rm", name, "-o", f"{name}.jsonl.zst"], cwd=self.folder, check=True)
        self.check_run("*.jsonl.zst", 48, *LIMITED, "--threads", "2")

    def test_tiny_documents(self) -> None:
        num_documents = 10_000_000 if IS_LONG else 300_000
        with open(self.folder / "tiny.jsonl", "wb") as file:
            for _ in range(num_documents // 1000):
                file.write(b'{"text": "a"}\n' * 1000)
        self.check_run("tiny.jsonl", num_documents)

    def test_tiny_files(self) -> None:
        num_files = 1_000_000 if IS_LONG else 20_000
        for number in range(num_files):
            folder = self.folder / f"{number // 1000}"
            folder.mkdir(exist_ok=True)
            (folder / f"{number}.txt").write_bytes(b"a")
        self.check_run("*/*.txt", num_files, preexec_fn=few_descriptors)

    def test_parquet_pages(self) -> None:
        """A page of 200 MiB is refused, and read by the same command with more memory."""
        script = ("import pyarrow as pa, pyarrow.parquet as pq\n"
                  "texts = pa.chunked_array([pa.array(['a' * (8 << 20)])] * 25)\n"
                  "pq.write_table(pa.table({'text': texts}), 'a.parquet', data_page_size=1 << 30, use_dictionary=False)")
        if subprocess.run([sys.executable, "-c", script], cwd=self.folder, capture_output=True).returncode != 0:
            self.skipTest("this Python writes no Parquet")
        command = ("run", WEB, "--input", "a.parquet", "--output", "clean")
        limited = LIMITED[2:]
        error = self.tamis(*command, *limited, "--memory", "450MiB", status=1).stderr.decode()
        if "reads no Parquet" in error:
            self.skipTest("this build reads no Parquet")
        self.assertRegex(error, "the same command resumes it: cannot read a.parquet: .*give more --memory")
        self.check_run("a.parquet", 25, *limited, "--memory", "4GiB", memory=4096)

    def write_each(self, shapes: dict[str, str], ending: str) -> None:
        for name, text in shapes.items():
            self.write(f"{name}.{ending}", text)

    def test_hostile_texts(self) -> None:
        self.write_each(TEXTS, "txt")
        self.write_each(limited_texts(), "text")
        for name in TEXTS:
            self.check_run(f"{name}.text", 1)
        self.check_run("*.t*xt", 2 * len(TEXTS))

    def test_signals_of_hostile_texts(self) -> None:
        """All threads at rules that keep every n-gram of a text in mind."""
        self.write_each(limited_texts(), "txt")
        self.check_run("*.txt", len(TEXTS), *LIMITED, "--threads", "4", recipe=SIGNALS)

    def test_hostile_texts_as_parquet(self) -> None:
        """A writer that keeps rows until there are enough of them, and what it wrote is read again."""
        if not program.has_parquet():
            self.skipTest("this build writes no Parquet")
        self.write("as_it_is.yaml", AS_IT_IS)
        self.write_each(limited_texts(), "txt")
        settings = [*LIMITED[2:], "--memory", "900MiB", "--threads", "4", "--set", "write.format=parquet"]
        for recipe in (WEB, SIGNALS):
            with self.subTest(recipe.name):
                self.assertLess(self.peak_of_run("*.txt", *settings, "--overwrite", recipe=recipe), 900)
                self.tamis("run", "as_it_is.yaml", "--input", "clean/*/*.parquet", "--output", "read", "--overwrite")
                self.assertEqual(self.count_rows("read"), (len(TEXTS), len(TEXTS)))

    def test_all_rules_on_hostile_texts(self) -> None:
        self.write_each(limited_texts(), "txt")
        peak = self.peak_mebibytes("measure", "*.txt", "numbers.jsonl", "--memory", "2GiB")
        if "TAMIS_BOUNDS" in os.environ:
            print(f"{peak:8.0f} MiB  {self.id()}", file=sys.stderr)
        self.assertLess(peak, 2048)

    def test_templates_of_more_sites_than_memory_holds(self) -> None:
        """Six million texts, each on two pages: some of the sites are counted, and it is said."""
        with open(self.folder / "a.warc", "wb") as file:
            for number in range(150):
                page = "".join(f"<p>text {i} of all" for i in range(40_000)).encode()
                for end in (b"<p>one", b"<p>two"):
                    file.write(program.response(f"http://{number}.test/", page + end))
        peak = self.peak_mebibytes("templates", "a.warc", "--output", "t", "--memory", "700MiB")
        self.assertLess(peak, 700)
        head = json.loads((self.folder / "t").read_text().split("\n", 1)[0])
        self.assertIn(head["one_site_in"], (2, 4, 8))

    def test_hostile_pages(self) -> None:
        self.write_each(PAGES, "html")
        self.check_run("*.html", len(PAGES))


def few_descriptors() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


program.main()
