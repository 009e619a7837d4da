"""Runs that are killed, starved of disk, shared by several processes, and whose input grows under them: the bytes are
those of a run left in peace.

TAMIS_KILLS says how many times the first test kills in all (12 unless told).
"""

import gzip
import hashlib
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time

import program
from program import TAMIS, WEB, ProgramTest

NUM_KILLS = int(os.environ.get("TAMIS_KILLS", "12"))
# Several shards of several parts, with many checkpoints inside each input file.
SMALL = [argument for setting in ("shard_bytes=1000000", "part_bytes=1000000", "checkpoint_bytes=200000")
         for argument in ("--set", f"write.{setting}")]

PARQUET = ["--set", "write.format=parquet"]
PAGES = 300


def crawl(host: int) -> list[bytes]:
    """Records of which most are kept, some are dropped for what they repeat, and the last is cut off."""
    records = []
    for index in range(PAGES):
        repetitive = program.page(f"{index}", *[program.ENGLISH, program.CHINESE] * 20)
        page = program.prose_page(PAGES * host + index, "<!-- -->" * 1500) if index % 5 else repetitive
        records.append(program.response(f"http://{host}.test/{index}", page))
    return [*records, program.small_crawl()]


class Interruption(ProgramTest):
    @classmethod
    def setUpClass(cls) -> None:
        """The same crawl twice, and by its files and settings what a run left in peace makes of it."""
        cls.crawls = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.references: dict[tuple[str, ...], tuple[dict[str, str], float]] = {}
        for number in range(4):
            records = crawl(number)
            (cls.crawls / f"{number}.warc").write_bytes(b"".join(records))
            (cls.crawls / f"{number}.warc.gz").write_bytes(b"".join(gzip.compress(record, 1) for record in records))

    def setUp(self) -> None:
        super().setUp()
        self.use("*.warc")

    def use(self, pattern: str, *settings: str) -> None:
        """The command of the test and the bytes that are wanted of it."""
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        for path in self.crawls.glob(pattern):
            shutil.copy2(path, self.folder)
        self.command = [TAMIS, "run", WEB, "--input", pattern, *SMALL, *settings]
        if (pattern, *settings) not in self.references:
            start = time.monotonic()
            self.run_to_end("reference")
            self.references[pattern, *settings] = self.digests("reference"), time.monotonic() - start
            shutil.rmtree(self.folder / "reference")
        self.reference, self.seconds = self.references[pattern, *settings]
        self.assertGreater(len(self.reference), 10)

    def run_to_end(self, output: str) -> None:
        subprocess.run([*self.command, "--output", output], cwd=self.folder, check=True, capture_output=True)

    def digests(self, output: str) -> dict[str, str]:
        top = self.folder / output
        return {str(path.relative_to(top)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(top.rglob("*")) if path.is_file()}

    def start(self, *arguments: str, **options) -> subprocess.Popen:
        return subprocess.Popen([*self.command, "--output", "out", *arguments], cwd=self.folder, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **options)

    def test_killed_at_any_moment(self) -> None:
        rng = random.Random(5)
        ways = [(pattern, settings) for pattern in ("*.warc", "*.warc.gz")
                for settings in ([], *([PARQUET] if program.has_parquet() else []))]
        for number, (pattern, settings) in enumerate(ways):
            with self.subTest(pattern=pattern, settings=settings):
                self.use(pattern, *settings)
                self.kill_and_go_on(rng, NUM_KILLS * (number + 1) // len(ways) - NUM_KILLS * number // len(ways))
                self.check_complete()

    def kill_and_go_on(self, rng: random.Random, num_kills: int) -> None:
        num_killed = 0
        while num_killed < num_kills:
            process = self.start("--threads", str(rng.randint(1, 3)), "--batch-documents", str(rng.randint(1, 99)))
            try:
                process.communicate(timeout=rng.uniform(0, self.seconds))
                self.assertEqual(process.returncode, 0)
                self.check_complete()
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                num_killed += 1
        self.run_to_end("out")

    def check_complete(self) -> None:
        self.assertEqual(self.digests("out"), self.reference)
        ids = [row["id"] for kind in ("documents", "rejected") for row in program.records(self.folder / "out" / kind)]
        if ids:  # not of Parquet, which has the digests alone
            num_ids = 4 * (PAGES + 7)
            self.assertEqual((len(ids), len(set(ids))), (num_ids, num_ids - 3 * 6))  # six are in all four files
        subprocess.run(["rm", "-r", "out"], cwd=self.folder, check=True)

    def errors_of_stopped_run(self, *arguments: str) -> str:
        """What a run says that is stopped under way. One that was faster, or did not listen yet, is begun anew."""
        for share in (3, 4, 6, 8, 12, 16) * 2:
            process = self.start(*arguments)
            time.sleep(self.seconds / share)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
            self.assertIn(process.returncode, (0, -signal.SIGINT))  # 130 to a shell
            if b"is not complete" in errors:
                return errors.decode()
            if "--overwrite" not in arguments:
                shutil.rmtree(self.folder / "out", ignore_errors=True)
        self.fail("every run was faster than its signal, or slower to listen")

    def test_a_second_signal_is_not_needed(self) -> None:
        self.assertIn("the same command resumes it", self.errors_of_stopped_run())
        self.run_to_end("out")
        self.assertEqual(self.digests("out"), self.reference)

    def test_a_signal_wakes_threads_that_have_nothing_to_do(self) -> None:
        self.assertIn("the same command resumes it", self.errors_of_stopped_run("--threads", "16"))

    def test_a_replacing_run_goes_on_without_overwrite(self) -> None:
        self.run_to_end("out")
        self.assertIn("the same command without --overwrite resumes it", self.errors_of_stopped_run("--overwrite"))
        self.run_to_end("out")
        self.assertEqual(self.digests("out"), self.reference)

    def start_with_little_disk(self, num_bytes: int) -> subprocess.Popen:
        """No file can have more bytes."""
        def little_disk() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (num_bytes, num_bytes))

        return self.start(preexec_fn=little_disk)

    def check_starved(self, num_bytes: int, file: str) -> None:
        """A run whose `file` is too large for the disk says so; the same command ends a copy of it."""
        process = self.start_with_little_disk(num_bytes)
        _, errors = process.communicate()
        self.assertEqual(process.returncode, 1, errors)
        self.assertRegex(errors.decode(), f"cannot write out/{file}.partial: File too large")
        self.assertFalse((self.folder / "out" / "manifest.json").exists())
        shutil.copytree(self.folder / "out", self.folder / "copy")
        self.run_to_end("copy")
        self.assertEqual(self.digests("copy"), self.reference)
        shutil.rmtree(self.folder / "copy")

    def test_out_of_disk(self) -> None:
        """Disks for ever larger files, each too small for one that comes later in the run."""
        for num_bytes, file in ((0, "checkpoints/run.json"), (5_000, r"checkpoints/\d+.jsonl"),
                                (19_000, r"documents/[-\d]+.jsonl.zst"), (30_000, "report.json"),
                                (60_000, "report.html")):
            self.check_starved(num_bytes, file)

    def test_out_of_disk_at_parquet(self) -> None:
        if not program.has_parquet():
            self.skipTest("this build writes no Parquet")
        self.use("*.warc.gz", *PARQUET)
        self.check_starved(20_000, r"documents/[-\d]+.parquet")

    def test_out_of_disk_at_the_manifest(self) -> None:
        """Files of such names, and so little in them, that nothing is as large as the list of them and their parts."""
        self.write("as_it_is.yaml", "read: {format: auto}\nstages: []\n")
        for number in range(40):
            self.write(f"{number:0200}.jsonl", '{"text": "a mill"}\n{"text": "磨坊"}\n')
        self.command = [TAMIS, "run", "as_it_is.yaml", "--input", "*.jsonl", "--set", "write.shard_bytes=1"]
        self.run_to_end("peace")
        self.reference = self.digests("peace")
        self.check_starved(16_000, "manifest.json")

    def test_processes_share_a_run(self) -> None:
        processes = [self.start("--threads", "1") for _ in range(3)]
        for process in processes:
            _, errors = process.communicate()
            self.assertEqual(process.returncode, 0, errors)
        self.assertEqual(self.digests("out"), self.reference)

    def test_another_run_is_refused(self) -> None:
        self.errors_of_stopped_run()
        self.assertIn("the --set values differ",
                      self.tamis(*self.command[1:], "--output", "out", "--set", "write.signals=none", status=2).stderr.decode())
        os.utime(self.folder / "2.warc", (1, 1))
        self.assertIn("the inputs", self.tamis(*self.command[1:], "--output", "out", status=2).stderr.decode())
        self.tamis(*self.command[1:], "--output", "out", "--overwrite")
        self.assertEqual(self.digests("out"), self.reference)

    def stop_under_way(self) -> subprocess.Popen:
        """A run that has written parts but is far from its end, and waits."""
        process = self.start("--threads", "1")
        while process.poll() is None and not list((self.folder / "out").glob("documents/00000-0001.*")):
            time.sleep(0.001)
        process.send_signal(signal.SIGSTOP)
        self.assertIsNone(process.poll())
        self.assertFalse(list((self.folder / "out").glob("documents/00003-*")))
        return process

    def test_input_that_grows_under_the_run(self) -> None:
        """The file that is being read, and one that comes later: refused, and gone on with once it is as it was."""
        for name in ("0.warc", "3.warc"):
            process = self.stop_under_way()
            path = self.folder / name
            before = path.stat()
            with open(path, "ab") as file:
                file.write(program.response("http://late.test/", program.prose_page(0)))
            process.send_signal(signal.SIGCONT)
            _, errors = process.communicate()
            self.assertEqual(process.returncode, 1, errors)
            self.assertRegex(errors.decode(), f"{name}: changed while the run was reading")
            self.assertIn("with --overwrite the same command begins anew", errors.decode())
            self.assertIn("the inputs", self.tamis(*self.command[1:], "--output", "out", status=2).stderr.decode())
            os.truncate(path, before.st_size)
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
            self.run_to_end("out")
            self.check_complete()


program.main()
