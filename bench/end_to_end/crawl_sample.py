"""Counts what is in a crawl file, and takes evenly spaced pages out of it.

A page is a response with the records around it: as crawlers write them, its request before and its
metadata after. A sample copies the compressed members as they are, so that it is a crawl file like
the whole; memory stays that of the largest member.
"""

import dataclasses
import pathlib
import zlib

_CHUNK_BYTES = 1 << 20


@dataclasses.dataclass(frozen=True)
class CrawlSize:
    num_pages: int
    num_bytes_compressed: int
    num_bytes: int


def members(path):
    """Yields (compressed, plain) of each member of a gzip file."""
    with open(path, "rb") as file:
        waiting = b""
        while waiting := waiting or file.read(_CHUNK_BYTES):
            inflate = zlib.decompressobj(wbits=31)
            compressed, plain = [], []
            while waiting and not inflate.eof:
                plain.append(inflate.decompress(waiting))
                compressed.append(waiting[: len(waiting) - len(inflate.unused_data)])
                waiting = inflate.unused_data or file.read(_CHUNK_BYTES)
            if not inflate.eof:
                raise ValueError(f"{path} ends inside a gzip member")
            yield b"".join(compressed), b"".join(plain)


def record_type(plain):
    """The WARC-Type of a record, in small letters; empty without one."""
    head = plain[: plain.find(b"\r\n\r\n")].lower()
    _, _, rest = head.partition(b"\r\nwarc-type:")
    return rest.partition(b"\r\n")[0].strip().decode("ascii", "replace")


def measure(path):
    num_pages = num_bytes = 0
    for _, plain in members(path):
        num_pages += record_type(plain) == "response"
        num_bytes += len(plain)
    return CrawlSize(num_pages, pathlib.Path(path).stat().st_size, num_bytes)


def is_sampled(page, num_pages, num_sampled):
    """Whether page `page` of `num_pages` is one of `num_sampled` evenly spaced ones."""
    return (page + 1) * num_sampled // num_pages > page * num_sampled // num_pages


def write_sample(path, sample_path, num_pages, num_sampled):
    """Writes `num_sampled` of the `num_pages` pages of `path`."""
    page = -1
    previous = ""
    with open(sample_path, "wb") as sample:
        for compressed, plain in members(path):
            kind = record_type(plain)
            begins_page = kind == "request" or (kind == "response" and previous != "request")
            page += begins_page
            previous = kind
            if page < 0 or is_sampled(page, num_pages, num_sampled):
                sample.write(compressed)
