"""What the end-to-end tests share: the program under test, and small crawls made by hand."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zlib

TAMIS = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SHARED = SOURCE.parent / "shared"
WEB = SOURCE / "recipes" / "web.yaml"

# The sanitizers take several times the memory, and no other tool can run what they have changed.
IS_SANITIZED = re.search(rb"__(asan|tsan)_init", TAMIS.read_bytes()) is not None

ENGLISH = (
    "The river rises in the hills to the north of the town and flows through three villages that "
    "have kept their old mills. In spring the water is high, and the people who live near it have "
    "learned to be careful with their boats. The mills have been at work for many years, and some "
    "of them grind flour to this day with the stones that were set when the first was built."
)
CHINESE = (
    "这条河发源于小城北面的山里，流过三个村庄，村里至今保留着古老的磨坊。春天水位很高，住在河边的人"
    "早已学会小心地划船。磨坊已经运转了很多年，其中几座到今天还在用最初安放的石磨磨面粉。"
)


def response(url: str, body: bytes, status: str = "200 OK", media_type: str = "text/html; charset=utf-8",
             fields: str = "") -> bytes:
    """One WARC response record; `fields` are more lines of its HTTP head."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{fields}Content-Length: {len(body)}\r\n\r\n"
    http = head.encode() + body
    number = zlib.crc32(url.encode())
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def page(title: str, *paragraphs: str, encoding: str = "utf-8") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return html.encode(encoding)


def small_crawl() -> bytes:
    """Pages of both languages, one of each fate."""
    return b"".join([
        response("http://a.test/en", page("Mills", ENGLISH)),
        response("http://a.test/zh", page("磨坊", CHINESE, "秋天的山很美，想看更多请加微信abc12345。")),
        response("http://a.test/gbk", page("磨坊", CHINESE, encoding="gb18030"), media_type="text/html; charset=gb2312"),
        response("http://a.test/gone", b"gone", status="404 Not Found"),
        response("http://a.test/image", b"\x89PNG", media_type="image/png"),
        response("http://a.test/short", page("Short", "Too short to keep.")),
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999\r\n\r\ncut off",
    ])


def records(folder: pathlib.Path) -> list[dict]:
    """All lines of the .jsonl.zst files of a folder, in order."""
    rows = []
    for path in sorted(folder.glob("*.jsonl.zst")):
        raw = subprocess.run(["zstd", "-dcq", path], check=True, stdout=subprocess.PIPE).stdout
        rows += [json.loads(line) for line in raw.decode().split("\n") if line]
    return rows


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own, where commands run."""

    def setUp(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name)

    def tearDown(self) -> None:
        self._folder.cleanup()

    def tamis(self, *arguments, status: int = 0, stdin: bytes = b"") -> subprocess.CompletedProcess:
        done = subprocess.run([TAMIS, *map(str, arguments)], cwd=self.folder, input=stdin, capture_output=True)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done

    def write(self, name: str, content: bytes | str) -> pathlib.Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def report(self, output: str = "clean") -> dict:
        return json.loads((self.folder / output / "report.json").read_text())


def main() -> None:
    unittest.main(argv=sys.argv[:1])
