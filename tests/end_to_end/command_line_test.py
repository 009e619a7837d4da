"""The commands, on good and bad input, as a user types them."""

import gzip
import json
import os
import shutil
import signal
import subprocess
import threading
import time

import program
from program import WEB, ProgramTest


# Examples that write the same folder are run one after the other.
OVERWRITE = {"run": " --overwrite"}
COMMANDS = ("run", "explain", "rules", "measure", "templates", "extract", "inspect")  # some use what others wrote


class Run(ProgramTest):
    def test_refines_a_crawl(self) -> None:
        self.write("a.warc.gz", gzip.compress(program.small_crawl()))
        done = self.tamis("run", WEB, "--input", "*.warc.gz")
        kept = {row["url"]: row for row in program.records(self.folder / "clean" / "documents")}
        self.assertEqual(set(kept), {"http://a.test/en", "http://a.test/zh", "http://a.test/gbk"})
        self.assertEqual(kept["http://a.test/zh"]["language"], "zh-Hans")
        self.assertIn("秋天的山很美。", kept["http://a.test/zh"]["text"])
        self.assertNotIn("微信", kept["http://a.test/zh"]["text"])
        self.assertIn("磨坊已经运转了很多年", kept["http://a.test/gbk"]["text"])
        self.assertIn("clean/report.html", done.stdout.decode())

    def test_says_why_each_document_went(self) -> None:
        self.write("a.warc", program.small_crawl())
        self.tamis("run", WEB, "--input", "a.warc")
        rules = {row["url"]: row["rule"] for row in program.records(self.folder / "clean" / "rejected")}
        self.assertEqual(rules["http://a.test/gone"], "http_status")
        self.assertEqual(rules["http://a.test/image"], "media_type")
        self.assertEqual(rules["http://a.test/short"], "word_count")
        self.assertEqual(rules[None], "truncated_record")

    def test_ends_with_a_report_over_little_or_nothing(self) -> None:
        os.mkdir(self.folder / "in")
        cases = {"empty.warc.gz": b"", "empty.jsonl": b"", "one.warc": b"W", "one.jsonl": b"{",
                 "noise.warc.gz": bytes(range(256)) * 9, "torn.warc.gz": gzip.compress(program.small_crawl())[:99]}
        for name, content in cases.items():
            self.write("in/" + name, content)
            self.tamis("run", WEB, "--input", "in/" + name, "--overwrite")
            report = self.report()
            self.assertEqual(report["documents"]["kept"], 0, name)
            self.assertTrue((self.folder / "clean" / "manifest.json").exists(), name)

    def test_reads_standard_input_and_lists(self) -> None:
        line = json.dumps({"id": "x", "text": program.ENGLISH}).encode() + b"\n"
        self.tamis("run", WEB, "--input", "-", "--output", "a", "--set", "read.format=jsonl", stdin=line)
        self.assertEqual(self.report("a")["documents"], {"read": 1, "kept": 1})
        self.write("one.jsonl", line)
        self.write("list.txt", "# files\none.jsonl\n")
        self.tamis("run", WEB, "--input", "mine=@list.txt", "--output", "b")
        self.assertEqual(list(self.report("b")["sources"]), ["mine"])

    def test_reads_named_pipes_and_goes_on_with_none(self) -> None:
        os.mkfifo(self.folder / "pipe")
        command = ("run", WEB, "--input", "pipe", "--set", "read.format=warc")
        writing = threading.Thread(target=(self.folder / "pipe").write_bytes, args=(program.small_crawl(),), daemon=True)
        writing.start()
        self.tamis(*command)
        writing.join()
        self.assertEqual(self.report()["documents"]["read"], 7)
        self.assertIn("--overwrite", self.tamis(*command, status=2).stderr.decode())

    def test_stops_while_nobody_writes_to_a_pipe(self) -> None:
        os.mkfifo(self.folder / "pipe")
        command = [program.TAMIS, "run", WEB, "--input", "pipe", "--set", "read.format=warc"]
        with subprocess.Popen(command, cwd=self.folder, stderr=subprocess.PIPE) as run:
            while not (self.folder / "clean" / "checkpoints").exists():
                time.sleep(0.01)
            time.sleep(0.2)
            run.send_signal(signal.SIGINT)
            self.assertIn("stopped while waiting for pipe", run.stderr.read().decode())
        self.assertEqual(run.returncode, -signal.SIGINT)  # 130 to a shell

    def test_writes_to_devices_without_replacing_them(self) -> None:
        self.write("a.warc", program.small_crawl())
        os.mkfifo(self.folder / "pipe")
        with subprocess.Popen(["cat", "pipe"], cwd=self.folder, stdout=subprocess.PIPE) as reading:
            self.tamis("measure", "a.warc", "pipe", "--rules", "word_count")
            self.assertEqual(reading.stdout.read().count(b"\n"), 4)
        self.assertTrue((self.folder / "pipe").is_fifo())
        self.assertIn("No space left", self.tamis("measure", "a.warc", "/dev/full", status=1).stderr.decode())

    def test_says_that_what_it_printed_is_lost(self) -> None:
        self.write("a.warc", program.small_crawl())
        for command in ("rules", "--help", "inspect a.warc", f"run {WEB} --input a.warc"):
            done = subprocess.run(["bash", "-c", f"{program.TAMIS} {command} > /dev/full"], cwd=self.folder, capture_output=True)
            self.assertEqual(done.returncode, 1, command)
            self.assertRegex(done.stderr.decode(), "(?i)cannot write standard output: no space", command)

    def test_names_the_limit_of_file_sizes(self) -> None:
        self.write("a.jsonl", b"".join(b'{"text":"%d"}\n' % number for number in range(20_000)))
        command = f"ulimit -f 8; exec {program.TAMIS} measure a.jsonl n.jsonl"
        done = subprocess.run(["bash", "-c", command], cwd=self.folder, capture_output=True)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertIn("ulimit -f", done.stderr.decode())

    def test_goes_on_where_standard_error_is_full(self) -> None:
        self.write("a.warc", program.small_crawl())
        self.write("noted.yaml", "stages: [s: [listed_word_count: {files: []}]]\n")  # has a note to print
        for command in (f"run {WEB} --input a.warc --profile", "run noted.yaml --input a.warc --overwrite",
                        "measure a.warc n.jsonl", "templates a.warc", "explain noted.yaml a.warc", "extract a.warc --output x.jsonl"):
            done = subprocess.run(["bash", "-c", f"{program.TAMIS} {command} 2> /dev/full"], cwd=self.folder,
                                  capture_output=True)
            self.assertEqual(done.returncode, 0, command)

    def test_refuses_an_output_without_a_name(self) -> None:
        self.write("a.warc", program.small_crawl())
        done = self.tamis("run", WEB, "--input", "a.warc", "--output", "", status=2)
        self.assertIn("--output is empty", done.stderr.decode())

    def test_writes_the_same_where_streams_are_closed(self) -> None:
        self.write("a.warc", program.small_crawl())
        for streams in ("", "2>&-", "<&- >&- 2>&-"):
            command = f"{program.TAMIS} measure a.warc n.jsonl && {program.TAMIS} run {WEB} --input a.warc --overwrite"
            done = subprocess.run(["bash", "-c", f"({command}) {streams}"], cwd=self.folder, capture_output=True)
            self.assertEqual(done.returncode, 0, streams)
            written = [path.read_bytes() for path in (self.folder / "n.jsonl", *sorted((self.folder / "clean").rglob("*.*")))]
            expected = written if streams == "" else expected
            self.assertEqual(written, expected, streams)

    def test_refuses_to_overwrite(self) -> None:
        self.write("a.warc", program.small_crawl())
        self.tamis("run", WEB, "--input", "a.warc")
        self.assertIn("nothing to do", self.tamis("run", WEB, "--input", "a.warc").stdout.decode())
        done = self.tamis("run", WEB, "--input", "a.warc", "--set", "write.signals=none", status=2)
        self.assertIn("--overwrite", done.stderr.decode())

    def test_does_not_call_complete_what_was_changed(self) -> None:
        self.write("a.warc", program.small_crawl())
        self.tamis("run", WEB, "--input", "a.warc")
        part = next((self.folder / "clean" / "documents").iterdir())
        kept = part.read_bytes()
        part.unlink()
        self.assertIn(f"{part.name} is gone", self.tamis("run", WEB, "--input", "a.warc", status=2).stderr.decode())
        part.write_bytes(kept)
        self.assertIn("nothing to do", self.tamis("run", WEB, "--input", "a.warc").stdout.decode())
        self.write("a.warc", program.small_crawl())
        done = self.tamis("run", WEB, "--input", "a.warc", status=2)
        self.assertIn("a.warc has changed since", done.stderr.decode())
        self.tamis("run", WEB, "--input", "a.warc", "--overwrite")
        os.utime(self.folder / "a.warc", (4e9, 4e9))
        self.assertIn("nothing to do", self.tamis("run", WEB, "--input", "a.warc").stdout.decode())

    def test_does_not_take_one_standard_input_for_another(self) -> None:
        command = ("run", WEB, "--input", "-", "--set", "read.format=jsonl")
        self.tamis(*command, stdin=b'{"text":"one"}\n')
        self.assertIn("--overwrite", self.tamis(*command, stdin=b'{"text":"other"}\n', status=2).stderr.decode())

    def test_names_the_mistake(self) -> None:
        self.write("bad.yaml", "stages:\n  - a: [word_cout]\n")
        done = self.tamis("run", "bad.yaml", "--input", "absent", status=2)
        self.assertIn('bad.yaml:2:9: no rule or transform "word_cout"; did you mean "word_count"?', done.stderr.decode())
        self.assertIn("absent", self.tamis("run", WEB, "--input", "absent*", status=2).stderr.decode())
        self.assertIn("did you mean", self.tamis("rn", status=2).stderr.decode())

    def test_names_a_file_that_it_may_not_read_before_it_begins(self) -> None:
        self.write("a.warc", program.small_crawl())
        self.write("b.warc", program.small_crawl()).chmod(0)
        of_nobody = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
        command = (*of_nobody, program.TAMIS, "run", WEB, "--input", "*.warc")
        done = subprocess.run(command, cwd=self.folder, capture_output=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot read b.warc: permission denied", done.stderr.decode())
        self.assertFalse((self.folder / "clean").exists())

    def test_writes_the_same_bytes_for_any_threads(self) -> None:
        self.write("a.warc", program.small_crawl() * 20)
        for threads in (1, 2, 7):
            self.tamis("run", WEB, "--input", "a.warc", "--output", f"o{threads}", "--threads", threads,
                       "--batch-documents", 5 * threads)
        self.assertEqual(subprocess.run(["diff", "-r", "o1", "o2"], cwd=self.folder).returncode, 0)
        self.assertEqual(subprocess.run(["diff", "-r", "o1", "o7"], cwd=self.folder).returncode, 0)

    def interrupted(self, crawl: bytes, number: int = signal.SIGINT) -> str:
        """What a run says that has got this, waits for more, and is sent one signal, by which it ends."""
        command = [program.TAMIS, "run", WEB, "--input", "-", "--set", "read.format=warc"]
        with subprocess.Popen(command, cwd=self.folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            run.stdin.write(crawl)
            run.stdin.flush()
            while not (self.folder / "clean" / "checkpoints").exists():
                time.sleep(0.01)
            time.sleep(0.2)
            run.send_signal(number)
            message = run.stderr.read().decode()  # its standard input is still open
        self.assertEqual(run.returncode, -number, message)
        self.assertRegex(message, "clean is not complete: .*stopped")
        self.assertFalse((self.folder / "clean" / "manifest.json").exists())
        self.assertEqual(list(self.folder.glob("clean/**/*.partial")), [])
        return message

    def test_ends_soon_at_one_ctrl_c_within_a_line(self) -> None:
        """Of 400 GB, in a file of holes or in a bomb."""
        with open(self.folder / "holes.jsonl", "wb") as file:
            file.truncate(400_000_000_000)
        zeros = subprocess.run(["sh", "-c", "head -c 4G /dev/zero | zstd -q"], capture_output=True, check=True).stdout
        self.write("bomb.jsonl.zst", zeros * 100)
        for name in ("holes.jsonl", "bomb.jsonl.zst"):
            command = [program.TAMIS, "run", WEB, "--input", name, "--skip-disk-check", "--output", name + ".out"]
            with subprocess.Popen(command, cwd=self.folder, stderr=subprocess.PIPE) as run:
                while not (self.folder / (name + ".out") / "checkpoints").exists():
                    time.sleep(0.01)
                time.sleep(0.2)
                start = time.monotonic()
                run.send_signal(signal.SIGINT)
                message = run.stderr.read().decode()
            self.assertEqual(run.returncode, -signal.SIGINT, message)
            self.assertIn("the same command resumes it", message)
            self.assertLess(time.monotonic() - start, 5)

    def test_ends_cleanly_at_one_ctrl_c(self) -> None:
        for num_copies in (1, 2000):
            message = self.interrupted(program.small_crawl() * num_copies)
            self.assertNotIn("the same command resumes it", message)  # standard input is gone
            shutil.rmtree(self.folder / "clean")
        self.interrupted(program.small_crawl(), signal.SIGTERM)

    def test_fails_where_a_stream_is_closed_that_it_needs(self) -> None:
        self.write("a.warc", program.small_crawl())
        for command, message in ((f"run {WEB} --set read.format=jsonl --input - <&-", "cannot read standard input"),
                                 ("extract a.warc >&-", "cannot write standard output")):
            done = subprocess.run(["bash", "-c", f"{program.TAMIS} {command}"], cwd=self.folder, capture_output=True)
            self.assertEqual(done.returncode, 1, command)
            self.assertIn(message, done.stderr.decode())

    def test_names_sensible_values(self) -> None:
        self.write("a.warc", program.small_crawl())
        for command, message in ((("run", WEB, "--input", "a.warc", "--threads", "0"), "a number from 1 to 1024\n"),
                                 (("run", WEB, "--input", "a.warc", "--memory", "5x"), "or a size such as 512MiB"),
                                 (("explain", WEB, "a.warc", "--most", "0"), "a whole number from 1")):
            self.assertIn(message, self.tamis(*command, status=2).stderr.decode())
        done = self.tamis("run", WEB, "--input", "a.warc", "--memory", "5", status=1)
        self.assertIn("--memory 5 bytes is too little", done.stderr.decode())


class OtherCommands(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("a.warc", program.small_crawl())

    def test_explain_shows_numbers_and_cuts(self) -> None:
        done = self.tamis("explain", WEB, "a.warc", "--url", "http://a.test/short").stdout.decode()
        self.assertIn("dropped by word_count", done)
        self.assertIn("would drop", done)
        done = self.tamis("explain", WEB, "a.warc", "--url", "http://a.test/zh").stdout.decode()
        self.assertIn("想看更多请加微信abc12345", done)

    def test_measure_drops_nothing(self) -> None:
        self.tamis("measure", "a.warc", "n.jsonl", "--rules", "word_count,chinese_character_ratio")
        rows = [json.loads(line) for line in (self.folder / "n.jsonl").read_text().splitlines()]
        self.assertEqual(len(rows), 4)
        self.assertGreater(rows[1]["chinese_character_ratio"], 0.7)

    def test_measure_reads_as_a_recipe_says(self) -> None:
        self.write("lines.yaml", "read: {format: plain_text, documents: line}\nstages: [s: [word_count]]\n")
        self.write("a.txt", f"{program.ENGLISH}\n{program.CHINESE}\n")
        for options, num_rows in (((), 2), (("--format", "plain_text"), 2)):
            self.tamis("measure", "a.txt", "n.jsonl", "--recipe", "lines.yaml", *options)
            self.assertEqual((self.folder / "n.jsonl").read_bytes().count(b"\n"), num_rows)
            (self.folder / "n.jsonl").unlink()

    def test_explain_reads_standard_input(self) -> None:
        page = program.page("Mills", program.ENGLISH, "秋天的山很美，想看更多请加微信abc12345。")
        self.write("p.html", page)
        done = [self.tamis("explain", WEB, *words, stdin=page).stdout.decode() for words in (("-",), ("p.html",))]
        self.assertRegex(done[0], "stop_word_count +[0-9]")
        self.assertEqual(done[0], done[1].replace("p.html", "-"))

    def test_explain_reads_a_list_and_a_recipe_from_standard_input(self) -> None:
        self.write("p.html", program.page("Mills", program.ENGLISH))
        explained = self.tamis("explain", WEB, "p.html").stdout
        self.assertEqual(self.tamis("explain", WEB, "@-", stdin=b"p.html\n").stdout, explained)
        recipe = WEB.read_bytes()
        self.assertEqual(self.tamis("explain", "-", "p.html", stdin=recipe).stdout, explained)

    def test_shows_no_control_bytes(self) -> None:
        self.write("a.txt", f"\x1b]0;title\x07{program.ENGLISH}\x1b[2J")
        for command in (("inspect", "a.txt"), ("explain", WEB, "a.txt")):
            self.assertNotIn(b"\x1b", self.tamis(*command).stdout)

    def test_measure_takes_the_rules_of_a_recipe(self) -> None:
        self.tamis("measure", "a.warc", "n.jsonl", "--recipe", WEB)
        rows = [json.loads(line) for line in (self.folder / "n.jsonl").read_text().splitlines()]
        self.assertEqual(len(rows), 4)
        self.assertGreater(rows[1]["chinese_sentence_count"], 0)

    def test_extract_writes_a_line_a_page(self) -> None:
        self.write("page.html", program.page("磨坊", program.CHINESE, encoding="gb18030"))
        self.write("blank.html", "<html></html>")
        lines = self.tamis("extract", "page.html", "blank.html").stdout.decode().splitlines()
        rows = [json.loads(line) for line in lines]
        self.assertEqual([row["id"] for row in rows], ["page.html", "blank.html"])
        self.assertEqual(sorted(rows[0]), ["author", "canonical_url", "date", "id", "language", "site",
                                           "text", "title", "url"])
        self.assertEqual(rows[0]["title"], "磨坊")
        self.assertIn("石磨", rows[0]["text"])
        self.assertEqual(rows[1]["text"], "")

    def test_extract_explains_a_page(self) -> None:
        self.write("page.html", program.page("磨坊", program.CHINESE, encoding="gb18030"))
        done = self.tamis("extract", "page.html", "--explain", "--overlay", "marked.html")
        self.assertIn("blocks kept", done.stdout.decode())
        self.assertIn("磨坊", done.stdout.decode())
        marked = (self.folder / "marked.html").read_text(encoding="utf-8")
        self.assertIn('class="kept"', marked)
        self.assertIn("石磨", marked)
        error = self.tamis("extract", "page.html", "page.html", "--explain", status=2).stderr.decode()
        self.assertIn("one saved page", error)

    def test_extract_knows_what_all_pages_of_a_site_say(self) -> None:
        notes = ("<div><p>The parish has kept this record of its mills since the year of the great flood, and whoever finds "
                 "a fault in it may write to the keeper.</p><p>All of it was copied by hand, page by page, and checked "
                 "against the books in the town hall.</p></div>",
                 "<div><p>本村自大水那一年起就一直保存着这份磨坊的记录，谁若发现其中的错误，可以写信告诉保管人。</p>"
                 "<p>全部内容都由人工逐页抄写，并与镇公所的账册核对过。</p></div>")
        pages = [program.prose_page(number).replace(b"</body>", notes[number % 2].encode() + b"</body>")
                 for number in range(24)]
        self.write("a.warc", b"".join(program.response(f"http://{'en' if number % 2 == 0 else 'zh'}.test/{number}", page)
                                      for number, page in enumerate(pages)))
        done = self.tamis("templates", "a.warc", "--output", "t")
        self.assertEqual(done.stderr.decode(),
                         "24 pages; 2 sites of several pages, which have 4 texts on several pages\n")
        sites = [json.loads(line) for line in (self.folder / "t").read_text().splitlines()]
        self.assertEqual([(site["site"], list(site["texts"].values())) for site in sites[1:]],
                         [("en.test", [12, 12]), ("zh.test", [12, 12])])
        self.assertEqual(self.tamis("templates", "a.warc", "--threads", "1").stdout, (self.folder / "t").read_bytes())

        alone = self.tamis("extract", "a.warc").stdout.decode().splitlines()
        known = self.tamis("extract", "a.warc", "--templates", "t").stdout.decode().splitlines()
        self.assertIn("The parish has kept", json.loads(alone[0])["text"])
        for number, line in enumerate(known):
            text = json.loads(line)["text"]
            self.assertNotRegex(text, "The parish|本村")
            self.assertGreater(len(text), 150 if number % 2 else 800)
        self.assertIn("absent: No such file", self.tamis("extract", "a.warc", "--templates", "absent", status=2).stderr.decode())

        run = ("run", WEB, "--input", "a.warc", "--output", "out", "--set", "extract.templates=t")
        for _ in range(2):
            self.tamis(*run)
        manifest = json.loads((self.folder / "out" / "manifest.json").read_text())
        self.assertEqual([read["path"] for read in manifest["lists"]], ["t"])
        self.write("t", (self.folder / "t").read_bytes().replace(b'"pages":12', b'"pages":13'))
        self.assertIn("holds another run", self.tamis(*run, status=2).stderr.decode())

    def test_inspect_counts(self) -> None:
        done = self.tamis("inspect", "a.warc").stdout.decode()
        for part in ("7  documents", "1  http_status", "http://a.test/en"):
            self.assertIn(part, done)
        for number in ("abc", "-1"):
            self.assertIn("give a whole number", self.tamis("inspect", "a.warc", f"--most={number}", status=2).stderr.decode())

    def test_inspect_shows_metadata(self) -> None:
        self.write("rows.jsonl", '{"text": "A text.", "score": 3, "来源": "论坛"}\n')
        self.assertIn('metadata  {"score":3,"来源":"论坛"}', self.tamis("inspect", "rows.jsonl").stdout.decode())

    def test_inspect_takes_a_pattern(self) -> None:
        if not program.has_parquet():
            self.skipTest("this build writes no Parquet")
        for name in ("q1", "q2"):
            self.tamis("measure", "a.warc", f"{name}.parquet", "--rules", "word_count")
        self.write("fields.yaml", "read: {text_field: id}\n")
        for name in ("q1", "q2"):
            self.tamis("run", "fields.yaml", "--input", f"{name}.parquet", "--output", name, "--set", "write.format=parquet")
            shutil.copy(next((self.folder / name / "documents").glob("*")), self.folder / f"{name}.pq")
        done = self.tamis("inspect", "q?.pq").stdout.decode()
        self.assertEqual(done.count("row group"), 2)

    def test_rules_and_help_say_what_there_is(self) -> None:
        self.assertIn("contact_mark_count", self.tamis("rules").stdout.decode())
        self.assertIn("加微信", self.tamis("rules", "contact_mark_count").stdout.decode())
        self.assertIn("did you mean", self.tamis("rules", "word_cont", status=2).stderr.decode())
        for command in COMMANDS:
            self.assertIn("examples:", self.tamis(command, "--help").stdout.decode())

    def test_examples_of_help_work(self) -> None:
        (self.folder / "recipes").symlink_to(program.SOURCE / "recipes")
        (self.folder / "crawl").mkdir()
        line = json.dumps({"id": "x", "text": program.ENGLISH}) + "\n"
        page = program.page("Mills", program.ENGLISH)
        crawl = program.response("http://example.com/page.html", page) + program.small_crawl()
        self.write("crawl/a.warc.gz", gzip.compress(crawl))
        self.write("pages.jsonl", line * 20)
        self.write("page.html", page)
        subprocess.run(["zstd", "-q", "pages.jsonl", "-o", "pages.jsonl.zst"], cwd=self.folder, check=True)
        has_parquet = (program.TAMIS.parent.parent / "lib" / "tamis" / "tamis_parquet.so").exists()
        if has_parquet:
            self.tamis("run", WEB, "--input", "pages.jsonl", "--output", "p", "--set", "write.format=parquet")
            (self.folder / "p" / "documents" / "00000-0000.parquet").rename(self.folder / "pages.parquet")
        num_run = 0
        for command in COMMANDS:
            examples = self.tamis(command, "--help").stdout.decode().split("examples:\n")[1].splitlines()
            for example in examples:
                if "parquet" in example and not has_parquet:
                    continue
                path = f"{program.TAMIS.parent}:{os.environ['PATH']}"
                done = subprocess.run(["bash", "-c", example.strip() + OVERWRITE.get(command, "")], cwd=self.folder,
                                      env={**os.environ, "PATH": path}, capture_output=True)
                self.assertEqual(done.returncode, 0, example + done.stderr.decode())
                num_run += 1
        self.assertGreaterEqual(num_run, 9)

    def test_reference_is_what_the_code_says(self) -> None:
        self.tamis("dev", "docs", "--check", "--folder", program.SOURCE / "docs" / "reference")

    def test_shells_accept_the_completion(self) -> None:
        self.write("c.bash", self.tamis("dev", "completion", "bash").stdout)
        self.assertEqual(subprocess.run(["bash", "-n", self.folder / "c.bash"]).returncode, 0)
        words = 'source c.bash; COMP_WORDS=(tamis r); COMP_CWORD=1; _tamis; echo "${COMPREPLY[@]}"'
        done = subprocess.run(["bash", "-c", words], cwd=self.folder, stdout=subprocess.PIPE)
        self.assertEqual(done.stdout.decode().split(), ["rules", "run"])

    def test_man_pages_are_written(self) -> None:
        self.tamis("dev", "man", "--folder", "man")
        self.assertIn(".SH SYNOPSIS", (self.folder / "man" / "tamis-run.1").read_text())


program.main()
