"""Every recipe gives the same bytes however it is run: threads, batches, processes, locale, another processor."""

import hashlib
import os
import shutil
import subprocess

import program
from program import SOURCE, TAMIS, ProgramTest

RECIPES = sorted((SOURCE / "recipes").glob("*.yaml"))
FRENCH = ("Le fleuve prend sa source dans les collines au nord de la ville et traverse trois villages. "
          "Les moulins tournent depuis de longues années, et quelques-uns servent encore.")
SMALL = ["--set", "write.shard_bytes=4000", "--set", "write.part_bytes=20000", "--set", "write.checkpoint_bytes=3000"]

# One of other capital letters and decimal marks, and one of other bytes; each with its word for Monday.
LOCALES = {"tr_TR.UTF-8": "Pazartesi", "zh_CN.GBK": "星期一"}


class SameBytes(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        lines = [f'{{"id":"{index}","text":"{text}\\n{text} {index}."}}' for index in range(40)
                 for text in (program.ENGLISH, program.CHINESE, FRENCH, "Too short.", "加微信abc12345领取优惠。")]
        self.write("a.jsonl", "\n".join(lines))
        self.write("b.warc", program.small_crawl() * 20)
        self.write("c.warc", program.small_crawl())
        self.write("p.txt", program.CHINESE * 3)

    def digests(self, recipe, *arguments: str, environment: dict | None = None, under: tuple[str, ...] = (),
                num_processes: int = 1) -> dict:
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        command = [*under, TAMIS, "run", recipe, "--input", "[abcd].*", "--output", "out", *SMALL, *arguments]
        processes = [subprocess.Popen(command, cwd=self.folder, env={**os.environ, **(environment or {})},
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(num_processes)]
        for process in processes:
            errors = process.communicate()[1]
            self.assertEqual(process.returncode, 0, errors.decode())
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted((self.folder / "out").rglob("*")) if path.is_file()}

    def make_locale(self, name: str, monday: str) -> dict[str, str]:
        """The environment of a locale made here, of which a program started in it takes the words."""
        if shutil.which("localedef") is None or shutil.which("locale") is None:
            self.skipTest("no localedef here to make a locale with: Debian's libc-bin has it")
        language, charmap = name.split(".")
        command = ["localedef", "--no-archive", "-i", language, "-f", charmap, self.folder / "locales" / name]
        (self.folder / "locales").mkdir(exist_ok=True)
        done = subprocess.run(command, capture_output=True)
        if b"cannot open locale definition file" in done.stderr or b"character map file" in done.stderr:
            self.skipTest(f"no sources of the locale {name} here: Debian's package locales has them")
        self.assertEqual(done.returncode, 0, done.stderr.decode(errors="replace"))
        environment = {"LC_ALL": name, "LOCPATH": str(self.folder / "locales"), "TZ": "Asia/Kathmandu"}
        found = subprocess.run(["locale", "day"], env={**os.environ, **environment}, capture_output=True, check=True)
        self.assertEqual(found.stdout.decode(charmap).split(";")[1], monday, "the locale is not in effect")
        return environment

    def test_threads_batches_and_locale(self) -> None:
        environments = {"C": {"LC_ALL": "C", "TZ": "Asia/Kathmandu"}}
        for name, monday in LOCALES.items():
            with self.subTest(locale=name):  # one that cannot be made is skipped, but not the threads
                environments[name] = self.make_locale(name, monday)
        for recipe in RECIPES:
            reference = self.digests(recipe, "--threads", "1")
            self.assertGreater(len(reference), 8)
            for threads, documents, locale in ((2, 1, "C"), (5, 37, "tr_TR.UTF-8"), (3, 4096, "zh_CN.GBK")):
                with self.subTest(recipe=recipe.name, threads=threads, locale=locale):
                    self.assertEqual(
                        self.digests(recipe, "--threads", str(threads), "--batch-documents", str(documents),
                                     environment=environments.get(locale)), reference)

    def test_processes_that_share_a_run(self) -> None:
        for recipe in RECIPES:
            with self.subTest(recipe=recipe.name):
                self.assertEqual(self.digests(recipe, "--threads", "1", num_processes=3), self.digests(recipe))

    def test_plain_text_by_paragraphs_and_lines(self) -> None:
        self.write("p.txt", "\n\n".join(f"{program.ENGLISH}\n{program.CHINESE} {index}" for index in range(60)))
        for documents in ("paragraph", "line"):
            arguments = ("--input", "p.txt", "--set", "read.format=plain_text", "--set", f"read.documents={documents}")
            reference = self.digests(program.WEB, "--threads", "1", *arguments)
            for num_documents in ("1", "7"):
                self.assertEqual(self.digests(program.WEB, "--batch-documents", num_documents, *arguments), reference)

    def test_parquet(self) -> None:
        if not program.has_parquet():
            self.skipTest("this build writes no Parquet")
        arguments = ("--set", "write.format=parquet")
        reference = self.digests(program.WEB, "--threads", "1", *arguments)
        self.assertEqual(self.digests(program.WEB, "--threads", "3", "--batch-documents", "5", *arguments), reference)

    def test_another_processor(self) -> None:
        """What is chosen by the processor gives the same: one without AVX and one with AVX2, beside the machine's own."""
        if shutil.which("qemu-x86_64") is None:
            self.skipTest("qemu-x86_64 is not installed: Debian's package qemu-user has it")
        if program.IS_SANITIZED:
            self.skipTest("an imitated processor cannot run what a sanitizer watches")
        self.write("b.warc", b"".join(
            program.response(f"http://b.test/{number}", program.prose_page(number)) for number in range(24)))
        for recipe in RECIPES:
            reference = self.digests(recipe, "--threads", "1")
            self.assertGreater(len(reference), 8)
            for processor in ("Nehalem", "Haswell"):
                with self.subTest(recipe=recipe.name, processor=processor):
                    under = ("qemu-x86_64", "-cpu", processor)
                    self.assertEqual(self.digests(recipe, "--threads", "1", under=under), reference)


program.main()
