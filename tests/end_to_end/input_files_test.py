"""What the commands say of files that they should not read, or not write."""

import gzip
import json
import subprocess

import program
from program import WEB, ProgramTest


class Outputs(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.crawl = gzip.compress(program.small_crawl())
        self.write("a.warc.gz", self.crawl)
        self.write("b.warc.gz", self.crawl)

    def assert_kept(self, *command) -> None:
        """The command is refused, and both inputs are as they were."""
        done = self.tamis(*command, status=2)
        self.assertRegex(done.stderr.decode(), "[ab].(warc.gz|html).*: (the output would replace|this is no output)")
        for name in ("a.warc.gz", "b.warc.gz"):
            self.assertEqual((self.folder / name).read_bytes(), self.crawl, command)

    def test_are_never_inputs(self) -> None:
        self.assert_kept("measure", "a.warc.gz", "b.warc.gz", "--rules", "word_count")
        self.assert_kept("extract", "a.warc.gz", "--output", "a.warc.gz")
        self.assert_kept("templates", "a.warc.gz", "b.warc.gz", "--output", "./b.warc.gz")
        page = program.page("Mills", program.ENGLISH)
        self.write("a.html", page)
        self.assert_kept("extract", "a.html", "--overlay", "a.html")
        self.assertEqual((self.folder / "a.html").read_bytes(), page)
        line = json.dumps({"text": program.ENGLISH}).encode()
        self.write("l.jsonl", line)
        self.tamis("measure", "l.jsonl", "l.jsonl", status=2)
        self.assertEqual((self.folder / "l.jsonl").read_bytes(), line)

    def test_are_no_documents(self) -> None:
        line = json.dumps({"id": "a", "content": program.ENGLISH}).encode()
        for name in ("a.jsonl", "b.jsonl"):
            self.write(name, line)
        self.assertIn("quote the pattern", self.tamis("measure", "a.jsonl", "b.jsonl", status=2).stderr.decode())
        self.assertEqual((self.folder / "b.jsonl").read_bytes(), line)
        for _ in range(2):
            self.tamis("measure", "a.warc.gz", "n.jsonl.zst", "--rules", "word_count")

    def test_are_what_their_names_say(self) -> None:
        for command in (("extract", "a.warc.gz", "--output", "x.jsonl.gz"), ("templates", "a.warc.gz", "--output", "t.gz"),
                        ("measure", "a.warc.gz", "n.json.gz")):
            self.assertIn(f"{command[-1]}: ", self.tamis(*command, status=2).stderr.decode())
            self.assertFalse((self.folder / command[-1]).exists())


    def test_stand_behind_what_a_file_holds(self) -> None:
        for output in ("/dev/stdout", "/dev/fd/1", "-"):
            self.write("log", "before\n")
            command = f"{program.TAMIS} extract a.warc.gz --output {output} >> log"
            subprocess.run(["bash", "-c", command], cwd=self.folder, check=True, capture_output=True)
            lines = (self.folder / "log").read_text().splitlines()
            self.assertEqual((lines[0], len(lines)), ("before", 5), output)


class Inputs(ProgramTest):
    def test_may_lie_in_folders_named_like_sources(self) -> None:
        for folder in ("lang=en", "other"):
            (self.folder / folder).mkdir()
            self.write(f"{folder}/a.jsonl", json.dumps({"text": program.ENGLISH}))
        command = ("run", WEB, "--check", "--input")
        self.assertIn("./lang=*/*.jsonl", self.tamis(*command, "lang=*/*.jsonl", status=2).stderr.decode())
        for pattern in ("./lang=*/*.jsonl", "lang=en/*.jsonl"):
            self.assertIn("1 input file", self.tamis(*command, pattern).stdout.decode())
        self.assertIn("2 input files", self.tamis(*command, "lang=./*/*.jsonl").stdout.decode())

    def test_with_faults_are_all_named_before_the_run(self) -> None:
        self.write("a.jsonl", json.dumps({"text": program.ENGLISH}))
        self.write("b.json", '[{"text": "one"}]')
        self.write("c.jsonl.xz", b"\xfd7zXZ\0")
        self.write("d.jsonl.zst", b"\x28\xb5\x2f\xfd\x00\xa8......")
        for check in ((), ("--check",)):
            message = self.tamis("run", WEB, "--input", "*", *check, status=2).stderr.decode()
            for part in ("b.json: this is one JSON array", "`xz -dc c.jsonl.xz |", "d.jsonl.zst: its zstd frame needs"):
                self.assertIn(part, message)
            self.assertFalse((self.folder / "clean").exists())
        done = self.tamis("run", WEB, "--input", "-", "--set", "read.format=jsonl", status=2, stdin=b'[{"text": "one"}]')
        self.assertIn("-: this is one JSON array", done.stderr.decode())
        self.assertNotIn("resumes it", done.stderr.decode())

    def test_in_folders_of_a_folder_are_said(self) -> None:
        (self.folder / "s" / "deep").mkdir(parents=True)
        self.write("s/a.html", program.page("Mills", program.ENGLISH))
        done = self.tamis("extract", "s")
        self.assertIn("note: s: 1 folder in it is not read: give 's/**'", done.stderr.decode())


    def test_without_the_field_with_the_text_are_refused(self) -> None:
        self.write("a.jsonl", "".join(json.dumps({"id": str(number), "content": text}) + "\n"
                                      for number, text in enumerate((program.ENGLISH, program.CHINESE))))
        self.write("as_it_is.yaml", "stages: []\n")
        for command in (("run", "as_it_is.yaml", "--input", "a.jsonl", "--check"), ("inspect", "a.jsonl"),
                        ("extract", "a.jsonl"), ("measure", "a.jsonl", "n.jsonl"), ("explain", "as_it_is.yaml", "a.jsonl")):
            message = self.tamis(*command, status=2).stderr.decode()
            self.assertIn("there are: id, content", message, command)
            self.assertIn("--set read.text_field=content", message, command)
        self.tamis("run", "as_it_is.yaml", "--input", "a.jsonl", "--set", "read.text_field=content")
        self.assertEqual(self.report()["documents"], {"read": 2, "kept": 2})

    def test_of_no_format_are_left_out_of_a_folder(self) -> None:
        (self.folder / "s").mkdir()
        self.write("s/a.html", program.page("Mills", program.ENGLISH))
        self.write("s/a.css", "p { color: red }")
        done = self.tamis("extract", "s")
        self.assertEqual(done.stdout.count(b"\n"), 1)
        self.assertIn("note: 1 file is left out", done.stderr.decode())
        self.assertIn("a.css", self.tamis("extract", "s/a.css", status=2).stderr.decode())


program.main()
