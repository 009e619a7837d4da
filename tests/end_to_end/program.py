"""What the end-to-end tests share: the program under test, and small crawls made by hand."""

import functools
import json
import os
import pathlib
import random
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

# Sentences of so many parts, one of each line; no part comes twice in a page, so that its prose is not repetitive.
ENGLISH_PARTS = (
    "The old ferryman|A teacher from the coast|My grandmother|The baker on the square|The younger of the sisters|"
    "A doctor who had retired|The keeper of the lighthouse|Our neighbour|A student of music",
    "wrote long letters about|never grew tired of|spent many years on|told us a story of|was the first to paint|"
    "measured with great care|had nearly forgotten|gave a lecture on|built a small model of",
    "the bridge that the flood had carried away|the birds that come to the marsh|a railway across the mountains|"
    "the stones under the church|how bread was baked in the village|the maps of a lost harbour|the clock in the tower|"
    "a garden behind the school|the songs of the fishermen",
    "when the winter was over.|because nobody else would do it.|and kept the notes in a wooden box.|"
    "before the first snow fell.|with the help of two friends.|although there was little time.|"
    "while the others were at work.|in the summer of that year.|as the newspapers reported later.",
)
CHINESE_PARTS = (
    "村里的老船夫|从海边来的老师|我的外婆|广场旁的面包师傅|两姐妹中的妹妹|一位已经退休的医生|看守灯塔的人|我们的邻居|学音乐的学生",
    "曾经写信谈到|从来不厌倦地讲起|用了许多年去研究|给我们说过|第一个画下了|仔细地测量了|几乎已经忘记了|在课上介绍了|动手做了一个模型来说明",
    "被洪水冲走的那座桥|春天飞到湿地的鸟群|穿过群山的铁路|教堂下面的石头|村子里烤面包的方法|早已消失的港口地图|钟楼上的大钟|学校后面的花园|渔民们唱的歌",
    "，那时候冬天刚刚过去。|，因为没有别人愿意做。|，还把笔记放在木盒子里。|，第一场雪还没有下。|，身边有两个朋友帮忙。|"
    "，虽然时间已经不多了。|，而其他人都在地里干活。|，那是同一年的夏天。|，后来报纸上也登了出来。",
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


def prose_page(number: int, head: str = "") -> bytes:
    """A page that the bounds of web.yaml keep, another one for each number: English if it is even, else Chinese."""
    parts, space = (CHINESE_PARTS, "") if number % 2 else (ENGLISH_PARTS, " ")
    rng = random.Random(number)
    columns = [rng.sample(line.split("|"), 9) for line in parts]
    sentences = [space.join(sentence) for sentence in zip(*columns)]
    paragraphs = [space.join(sentences[index:index + 3]) for index in (0, 3, 6)]
    return page(f"{columns[0][0]} {number}", *paragraphs).replace(b"</head>", head.encode() + b"</head>")


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


@functools.cache
def has_parquet() -> bool:
    """Whether this build writes Parquet, which it does with Arrow alone."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "a.txt").write_text(ENGLISH)
        command = [TAMIS, "run", WEB, "--input", "a.txt", "--output", "out", "--set", "write.format=parquet"]
        done = subprocess.run(command, cwd=folder, capture_output=True)
    if done.returncode != 0 and b"writes no Parquet" not in done.stderr:
        raise AssertionError(done.stderr.decode())
    return done.returncode == 0


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

    def skipTest(self, reason: str) -> None:
        """Not where TAMIS_SKIPS_FAIL is set, as continuous integration does: there all that tests need is there."""
        if os.environ.get("TAMIS_SKIPS_FAIL"):
            self.fail(f"skipped: {reason}")
        super().skipTest(reason)

    def write(self, name: str, content: bytes | str) -> pathlib.Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def report(self, output: str = "clean") -> dict:
        return json.loads((self.folder / output / "report.json").read_text())


def main() -> None:
    unittest.main(argv=sys.argv[:1])
