"""Runs whose reports are counted again: the input by file and offset, the rows that were written, and the texts between
stages, from runs of the beginnings of the recipe.
"""

import bisect
import collections
import functools
import gzip
import itertools
import json
import math
import pathlib
import re
import subprocess
import tempfile
import textwrap

import program
from program import TAMIS

# Documents that every stage drops, cuts or edits some of.

ENGLISH = [
    program.ENGLISH,
    "The road to the hills is long, and it passes by the fields where wheat has been grown since the war. A bus goes "
    "there twice a day. Most of those who take it have family in one of the villages."]
CHINESE = [
    program.CHINESE,
    "山里的路很长，两边是麦田，从前这里的人都靠种地为生。每天有两班车开往那里，坐车的人大多是回家看望父母的。"]
TRADITIONAL = [
    "這條河發源於小城北面的山裡，流過三個村莊，村裡保留著古老的磨坊。春天水位很高，住在河邊的人早已學會小心划船。",
    "磨坊已經運轉了很多年，其中幾座到今天還在用最初的石磨磨麵粉。秋天的時候，村民們會在那裡舉行一個小小的節日。"]
BUS = "A bus goes there twice a day."
TEXTS = [
    ENGLISH, CHINESE, TRADITIONAL,
    [ENGLISH[0] + " An old cafe\u0301 by the mill\u200b is open 😀 in summer :-) and shut\u3000 in winter ■■.  ",
     ENGLISH[1]],
    [CHINESE[0] + "河边的cafe\u0301很小\u200b，夏天😀开门(^_^)，冬天  关门■■。", CHINESE[1]],
    [*ENGLISH, "The mill was built in 1820.[3] Sign up for our newsletter! It burnt down in 1834.[citation needed]",
     "This website uses cookies. Read our privacy policy.", "Please enable JavaScript to view the comments."],
    [*ENGLISH, BUS, "Home | News | About us | Contact", "Read more", BUS],
    [*ENGLISH, "The old mill is open to all {from May}.", "The road to it is shut."],
    [*ENGLISH, "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. The mill is shut."],
    [ENGLISH[1], *["Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."] * 2],
    ["\n".join(textwrap.wrap(paragraph, 30)) for paragraph in CHINESE],
    [*CHINESE, "秋天的山很美，想看更多请加微信abc12345，欢迎再来。", "京ICP备10000000号-1 京公网安备 11010100000001号"],
    [*CHINESE, "桥长六十米。新款到货，品质保证，欢迎新老客户选购。桥的两端各有一座塔。",
     "扫码关注我们的微信公众号：mofang12345"],
    [CHINESE[0], "书里讲了三个故事。祖传秘方不反弹，无效退款，加微信abc12345。第二个最好，讲的是磨坊主和三个儿子。",
     "版权所有 未经授权不得转载 京ICP备10000000号", "秋天的山很美。想看更多，请加微信abc12345。"],
    # Of these the cuts leave too little, or nothing.
    ["祖传秘方不反弹，无效退款，加微信abc12345。", "想看更多内容，请加微信mofang678。",
     "新款到货，品质保证，欢迎新老客户选购。", "详情请扫码关注我们的微信公众号。"],
    ["祖传秘方不反弹，无效退款，加微信abc12345。", "新款到货，品质保证，欢迎新老客户选购，订购热线：13800138000。",
     "京ICP备10000000号-1 京公网安备 11010100000001号"],
    ["This website uses cookies, and you can read our privacy policy to see how they are used on the site you visit.",
     "Please enable JavaScript in your browser to view the comments that others have left for you on this page.",
     "We use cookies to give you the best of our site; read the terms of use and the privacy policy for more."],
    ["The mill is old. " * 30], ["磨坊很老。" * 30],
    ["La rivière prend sa source dans les collines au nord de la ville et traverse trois villages qui ont gardé leurs "
     "vieux moulins. Au printemps les eaux sont hautes, et les gens qui vivent près d'elle sont prudents."],
    *([f"The mill has {number} wheels."] for number in range(6)), *([f"磨坊有{number}个轮子。"] for number in range(6)),
]


def other_record(record_type: str, head: str = "Content-Length: 6\r\n") -> bytes:
    return f"WARC/1.0\r\nWARC-Type: {record_type}\r\n{head}\r\na: b\r\n\r\n\r\n".encode()


def crawl(host: str) -> bytes:
    """A page of each text, and what else crawls hold, some of it broken."""
    pages = [program.response(f"http://{host}.test/{index}", program.page(f"Page {index}", *paragraphs))
             for index, paragraphs in enumerate(TEXTS)]
    packed = program.response(f"http://{host}.test/packed", gzip.compress(program.page("Mills", *ENGLISH), mtime=0),
                              fields="Content-Encoding: gzip\r\n")
    bare = program.response(f"http://{host}.test/bare", b"<html><body><nav><a href=a>Home</a></nav></body></html>")
    others = [other_record("warcinfo"), *[other_record("request")] * len(pages), other_record("request", head="")]
    # A line feed behind the record that was cut off, so that what comes next begins a line.
    return b"".join([*others, *pages, packed, bare, program.small_crawl(), b"\n"])


def lines() -> str:
    rows = [json.dumps({"id": f"line {index}", "text": "\n".join(paragraphs)}, ensure_ascii=index % 2 == 0)
            for index, paragraphs in enumerate(TEXTS)]
    return "\n".join([*rows, '{"text": ""}', '{"title": "No text"}', '{"text": "cut o']) + "\n"


# ---- What the input holds, read by other means.

def warc_records(raw: bytes):
    """Offset, fields and block of each record; none here quotes another."""
    begins = [match.start() for match in re.finditer(rb"^WARC/1\.0\r\n", raw, re.MULTILINE)]
    for begin, end in itertools.pairwise([*begins, len(raw)]):
        head, _, rest = raw[begin:end].partition(b"\r\n\r\n")
        fields = dict(line.split(": ") for line in head.decode().split("\r\n")[1:])
        yield begin, fields, rest[:int(fields.get("Content-Length", 0))]


def text_of_line(line: str) -> str:
    try:
        return json.loads(line).get("text", "")
    except json.JSONDecodeError:
        return ""


def decoded(payload: bytes | str) -> str:
    if isinstance(payload, str):
        return payload
    head, _, body = payload.partition(b"\r\n\r\n")
    body = gzip.decompress(body) if b"Content-Encoding: gzip" in head else body
    return body.decode("gb18030" if b"gb2312" in head else "utf-8")


# ---- Counting. Bytes stand for a payload not decoded yet, which has no characters.

UNITS = ("documents", "bytes", "characters")


def num_bytes(text: bytes | str) -> int:
    return len(text.encode() if isinstance(text, str) else text)


def num_characters(text: bytes | str) -> int:
    return len(text) if isinstance(text, str) else 0


def amount(texts) -> dict:
    texts = list(texts)
    return {"documents": len(texts), "bytes": sum(map(num_bytes, texts)), "characters": sum(map(num_characters, texts))}


def loss(pairs) -> dict:
    """What texts lost from before to after."""
    pairs = list(pairs)
    return {"documents": len(pairs), "pieces": 0,
            "bytes": sum(num_bytes(before) - num_bytes(after) for before, after in pairs),
            "characters": sum(num_characters(before) - num_characters(after) for before, after in pairs)}


def without_none(**members) -> dict:
    return {key: value for key, value in members.items() if value is not None}


def key_of(row: dict) -> tuple[str, int]:
    """Sorted by it, rows are in the order of the input."""
    return row["file"], row["offset"]


def cuts_of(row: dict) -> list[dict]:
    return json.loads(row["cuts"] or "[]")


# ---- A recipe and its beginnings.

class Recipe:
    """A recipe's lines, and at which of them each stage, branch and step begins."""

    def __init__(self, path: pathlib.Path) -> None:
        self.lines = path.read_text().splitlines(keepends=True)
        self.end = self.lines.index("write:\n")
        self.groups, self.languages = [], {}  # the stages of the report by stage of the recipe; tags by branch
        self.places = []  # (stage or branch, "" or step, line)
        for index, line in enumerate(self.lines[:self.end]):
            self.add_line(index, line)

    def add_line(self, index: int, line: str) -> None:
        if match := re.match(r"  - (\w+):$", line):
            self.groups.append([match[1]])
            self.add_place("", index)
        elif match := re.match(r"        (\w+):$", line):
            self.groups[-1].append(match[1])
            self.add_place("", index)
        elif match := re.match(r"          for: {language: (.*)}", line):
            self.languages[self.groups[-1][-1]] = re.findall(r"[\w-]+", match[1])
        elif match := re.match(r" {6,12}- (\w+)", line):
            self.add_place(match[1], index)

    def add_place(self, step: str, index: int) -> None:
        # No stage or branch ends before its first step: that begins where they do.
        is_first = self.places and not self.places[-1][1]
        self.places.append((self.groups[-1][-1], step, self.places[-1][-1] if is_first else index))

    def line_of(self, stage: str, step: str = "") -> int:
        return next(line for *place, line in self.places if place == [stage, step])

    def line_behind(self, line: int) -> int:
        return next((later for *_, later in self.places if later > line), self.end)

    def line_behind_stage(self, stage: str) -> int:
        last = max(line for name, _, line in self.places if name == stage)
        return self.line_behind(last)

    def beginning(self, end: int) -> str:
        """What of the recipe stands before that line, made whole."""
        text = re.sub(r"^stages:\n( *#.*\n)*\Z", "", "".join(self.lines[:end]), flags=re.MULTILINE)
        stage = re.split(r"^  - ", text, flags=re.MULTILINE)[-1]
        has_open_branches = "\n      branches:" in stage and "\n      otherwise:" not in stage
        return text + "      otherwise: keep\n" * has_open_branches


class Run:
    """What a run over both inputs wrote, all of it, and the texts between its stages."""

    def __init__(self, recipe: pathlib.Path, *settings: str) -> None:
        self.recipe = Recipe(recipe)
        self._folder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self._folder.name)
        for host in ("a", "b"):
            (self.folder / f"{host}.warc").write_bytes(crawl(host))
        (self.folder / "c.jsonl").write_text(lines())
        self.tamis(recipe, "clean", "write.rejected_signals=true", "write.cuts=true", *settings)
        self.report, self.manifest = (json.loads((self.folder / "clean" / f"{name}.json").read_text())
                                      for name in ("report", "manifest"))
        self.kept, self.rejected = self.records("documents"), self.records("rejected")
        self.rows = sorted(self.kept + self.rejected, key=key_of)
        self.order = {stage["name"]: index for index, stage in enumerate(self.report["stages"])}
        self.read_input()

    def close(self) -> None:
        self._folder.cleanup()

    def tamis(self, recipe: pathlib.Path, output: str, *settings: str) -> None:
        sets = [argument for setting in settings for argument in ("--set", setting)]
        subprocess.run([TAMIS, "run", recipe, "--input", "first=*.warc", "--input", "second=c.jsonl", "--overwrite",
                        "--output", output, *sets], cwd=self.folder, check=True, capture_output=True)

    def list_of_rules(self) -> str:
        return subprocess.run([TAMIS, "rules"], check=True, capture_output=True, text=True).stdout

    def records(self, kind: str, output: str = "clean") -> list[dict]:
        return program.records(self.folder / output / kind)

    def read_input(self) -> None:
        """By file and offset, the payload of each document: of JSON Lines a text, of WARC the bytes of a block."""
        self.payloads, self.other_records = {}, collections.Counter()
        for path in sorted(self.folder.glob("*.warc")):
            for offset, fields, block in warc_records(path.read_bytes()):
                if fields["WARC-Type"] == "response":
                    self.payloads[path.name, offset] = block
                else:
                    flaw = "" if "Content-Length" in fields else ".damaged_record"
                    self.other_records[fields["WARC-Type"] + flaw] += 1
        for number, line in enumerate((self.folder / "c.jsonl").read_text().splitlines(), 1):
            self.payloads["c.jsonl", number] = text_of_line(line)

    @functools.cached_property
    def pages(self) -> dict:
        """What reading let through, decoded."""
        return {key_of(row): decoded(self.payloads[key_of(row)]) for row in self.rows if self.leaves(row, "read")}

    @functools.lru_cache(maxsize=None)
    def texts_at(self, line: int) -> dict:
        """The texts of what the recipe keeps up to a line of it."""
        (self.folder / "beginning.yaml").write_text(self.recipe.beginning(line))
        self.tamis("beginning.yaml", "beginning")
        return {key_of(row): row["text"] for row in self.records("documents", "beginning")}

    def texts_before(self, stage: str) -> dict:
        early = {"read": self.payloads, "extract": self.pages}
        return early[stage] if stage in early else self.texts_at(self.recipe.line_of(stage))

    def texts_behind(self, stage: str) -> dict:
        early = {"read": self.pages, "extract": self.texts_at(self.recipe.places[0][-1])}
        return early[stage] if stage in early else self.texts_at(self.recipe.line_behind_stage(stage))

    # ---- The way of a document.

    def is_seen(self, row: dict, stage: str) -> bool:
        group = next((group for group in self.recipe.groups if stage in group), [stage])
        language = row["language"] or ""
        tags = {branch: self.recipe.languages[branch] for branch in group if branch in self.recipe.languages}
        branches = [branch for branch, any_of in tags.items() if language in any_of or language.split("-")[0] in any_of]
        return stage in branches if stage in tags else not branches

    def last_stage(self, row: dict) -> int:
        return self.order[row["stage"]] if "stage" in row else len(self.order)

    def enters(self, row: dict, stage: str) -> bool:
        return self.last_stage(row) >= self.order[stage] and self.is_seen(row, stage)

    def leaves(self, row: dict, stage: str) -> bool:
        return self.last_stage(row) > self.order[stage] and self.is_seen(row, stage)

    def text_dropped(self, row: dict) -> bytes | str:
        early = {"read": self.payloads, "extract": self.pages}
        return early[row["stage"]][key_of(row)] if row["stage"] in early else row["text"]

    # ---- The keys of the report; `rows` are those of one source, or all.

    def count_stages(self, rows: list[dict]) -> list[dict]:
        def flow(texts: dict, passes) -> dict:
            return amount(texts[key_of(row)] for row in rows if passes(row))
        return [{"name": stage, "in": flow(self.texts_before(stage), lambda row: self.enters(row, stage)),
                 "out": flow(self.texts_behind(stage), lambda row: self.leaves(row, stage))} for stage in self.order]

    def count_dropped(self, rows: list[dict]) -> dict:
        texts = {stage: collections.defaultdict(list) for stage in self.order}
        for row in rows:
            if "stage" in row:
                texts[row["stage"]][row["rule"]].append(self.text_dropped(row))
        return {stage: {rule: amount(of_rule) for rule, of_rule in steps.items()} for stage, steps in texts.items()}

    def edits(self, stage: str, transform: str) -> dict:
        """Texts before and after, of documents that the transform has changed."""
        line = self.recipe.line_of(stage, transform)
        before, after = self.texts_at(line), self.texts_at(self.recipe.line_behind(line))
        return {key: (before[key], text) for key, text in after.items() if before[key] != text}

    def count_edited(self) -> dict:
        edited = {stage: {step: loss(self.edits(stage, step).values()) for step in steps}
                  for stage, steps in list(self.report["edited"].items())[2:]}
        for stage, step in (("read", "decoding"), ("extract", "extraction")):
            before, after = self.texts_before(stage), self.texts_behind(stage)
            edited[stage] = {step: loss((before[key], text) for key, text in after.items())}
        return edited

    def count_cut(self) -> dict:
        counted = {stage: collections.defaultdict(collections.Counter) for stage in self.order}
        for row, stage in itertools.product(self.rows, self.order):
            pieces = [cut for cut in cuts_of(row) if cut["stage"] == stage]
            # A document that is cut as a whole goes with its text: nothing is taken out of it.
            is_whole = pieces and row.get("stage") == stage and row["rule"] in {cut["rule"] for cut in pieces}
            for cut in pieces:
                counted[stage][cut["rule"]].update(
                    pieces=1, bytes=0 if is_whole else num_bytes(cut["text"]), characters=0 if is_whole else len(cut["text"]))
            for rule in {cut["rule"] for cut in pieces}:
                counted[stage][rule].update(documents=1)
            if pieces and not is_whole:
                counted[stage][pieces[-1]["rule"]].update(self.joints(row, stage, pieces))
        return counted

    def joints(self, row: dict, stage: str, pieces: list[dict]) -> dict:
        """What went with the pieces of a document: they are booked with the last of its pieces."""
        key = key_of(row)
        after = self.texts_behind(stage)[key] if self.leaves(row, stage) else row["text"]
        gone = [(self.texts_before(stage)[key], after)]
        of_others = [self.edits(stage, step).get(key, ("", "")) for step in self.report["edited"][stage]]
        lost, less = loss(gone), loss([*of_others, *((cut["text"], "") for cut in pieces)])
        return {unit: lost[unit] - less[unit] for unit in ("bytes", "characters")}

    def count_languages(self) -> dict:
        languages = {}
        # What was dropped before it was text has no language of its own.
        texts = [row for row in self.rows if row.get("stage") not in ("read", "extract")]
        for tag in {row["language"] for row in texts}:
            languages[tag or "untagged"] = {
                "read": sum(row["language"] == tag for row in texts),
                "kept": amount(row["text"] for row in self.kept if row["language"] == tag)}
        return languages

    def find_examples(self) -> dict:
        found = {stage: collections.defaultdict(list) for stage in self.order}
        for row in self.rows:
            drops = [row | {"text": self.text_dropped(row)}] if "stage" in row else []
            for gone in cuts_of(row) + drops:
                text = gone["text"].encode()[:300].decode(errors="ignore") if isinstance(gone["text"], str) else ""
                found[gone["stage"]][gone["rule"]].append(without_none(
                    id=row["id"], url=row["url"] or "", value=gone["value"], bound=gone.get("bound"), text=text))
        return {stage: {step: each[:5] for step, each in steps.items()} for stage, steps in found.items()}


def only_counted(steps_of_stages: dict) -> dict:
    """Without steps that did nothing."""
    return {stage: {step: counts for step, counts in steps.items() if any(counts.values())}
            for stage, steps in steps_of_stages.items()}


class Bins:
    """A histogram of the report, and the same of values counted again."""

    def __init__(self, histogram: dict, values: list[float]) -> None:
        self.edges = [each["from"] for each in histogram["bins"]]
        self.reported = [each["documents"] for each in histogram["bins"]]
        counted = collections.Counter(bisect.bisect(self.edges, value) for value in values)
        self.counted = [counted[index + 1] for index in range(len(self.edges))]
        # Of shares 40 to the whole; of counts 0, then four to each doubling.
        is_share = histogram["unit"].startswith("share")
        self.steps = [edge * 40 if is_share else 4 * math.log2(edge or 1) for edge in self.edges]

    def have_known_edges(self) -> bool:
        return all(abs(step - round(step)) < 1e-9 for step in self.steps)
