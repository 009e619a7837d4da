"""What a run says that it will write: more than it writes of usual inputs, and refused if it is not there."""

import pathlib
import random
import re

from program import CHINESE, ENGLISH, ProgramTest, SOURCE, WEB, main, page, response

UNITS = {"bytes": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}


def stated_bytes(stderr: bytes) -> float:
    number, unit = re.search(r"usually less than ([\d.,]+)\s(\w+) to be written", stderr.decode()).groups()
    return float(number.replace(",", "")) * UNITS[unit]


def shuffled(text: str, generator: random.Random) -> str:
    """Prose of other words each time, as compressors find it in a crawl."""
    sentences = re.split(r"(?<=[.。，,])", text * 4)
    generator.shuffle(sentences)
    return "".join(sentences)


class DiskNeedTest(ProgramTest):
    def written_bytes(self) -> int:
        return sum(path.stat().st_size for kind in ("documents", "rejected")
                   for path in (self.folder / "clean" / kind).glob("*"))

    def assert_enough(self, recipe: pathlib.Path, *inputs: str) -> None:
        options = [option for name in inputs for option in ("--input", name)]
        done = self.tamis("run", recipe, *options, "--output", "clean", "--overwrite")
        self.assertGreater(self.written_bytes(), 0)
        self.assertLessEqual(self.written_bytes(), stated_bytes(done.stderr))

    def test_pages(self) -> None:
        generator = random.Random(1)
        for text in (ENGLISH, CHINESE):
            menu = "<ul>" + "".join(f"<li><a href=/{i}>{text[i:i + 9]}</a>" for i in range(100)) + "</ul>"
            pages = [page(str(i), menu, *(shuffled(text, generator) for _ in range(5))) for i in range(100)]
            self.write("crawl.warc", b"".join(response(f"http://a.test/{i}", html) for i, html in enumerate(pages)))
            self.assert_enough(WEB, "crawl.warc")

    def test_texts_and_their_columns(self) -> None:
        generator = random.Random(2)
        lines = [f'{{"text": "{shuffled(text, generator)[:size]}"}}' for text in (ENGLISH, CHINESE)
                 for size in (60, 300, 3000) for _ in range(300)]
        self.write("texts.jsonl", "\n".join(lines) + "\n")
        for name in ("web", "redpajama2_signals"):
            self.assert_enough(SOURCE / "recipes" / f"{name}.yaml", "texts.jsonl")

    def test_thousands_of_files(self) -> None:
        (self.folder / "in").mkdir()
        for i in range(1000):
            self.write(f"in/{i}.txt", "x")
        self.assert_enough(WEB, "in")

    def test_what_does_not_fit_is_refused(self) -> None:
        with open(self.folder / "huge.jsonl", "wb") as file:
            file.truncate(1 << 42)  # a hole
        done = self.tamis("run", WEB, "--input", "huge.jsonl", "--output", "clean", status=1)
        self.assertIn("--skip-disk-check", done.stderr.decode())
        self.assertFalse((self.folder / "clean").exists())


if __name__ == "__main__":
    main()
