"""Runs that are killed, starved of disk and shared by several processes: the bytes are those of a run left in peace.

TAMIS_KILLS says how many times the first test kills (12 unless told).
"""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import time

import program
from program import TAMIS, WEB, ProgramTest

NUM_KILLS = int(os.environ.get("TAMIS_KILLS", "12"))
# Several shards of several parts, with many checkpoints inside each input file.
SMALL = [argument for setting in ("shard_bytes=1000000", "part_bytes=2000000", "checkpoint_bytes=200000")
         for argument in ("--set", f"write.{setting}")]


class Interruption(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        for number in range(4):
            pages = b"".join(
                program.response(f"http://{number}.test/{index}", program.page(f"{index}", *[program.ENGLISH, program.CHINESE] * 20))
                for index in range(600))
            self.write(f"{number}.warc", pages + program.small_crawl())
        self.command = [TAMIS, "run", WEB, "--input", "*.warc", *SMALL]
        start = time.monotonic()
        self.run_to_end("reference")
        self.seconds = time.monotonic() - start
        self.reference = self.digests("reference")
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
        num_killed = 0
        while num_killed < NUM_KILLS:
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
        self.check_complete()

    def check_complete(self) -> None:
        self.assertEqual(self.digests("out"), self.reference)
        ids = [row["id"] for kind in ("documents", "rejected") for row in program.records(self.folder / "out" / kind)]
        self.assertEqual(len(ids), len(set(ids)) + 3 * 6)  # six of the small crawl's ids are in all four files
        subprocess.run(["rm", "-r", "out"], cwd=self.folder, check=True)

    def errors_of_stopped_run(self, *arguments: str) -> str:
        """What a run says that is stopped under way. One that was faster is begun anew."""
        for share in (3, 4, 6, 8, 12, 16):
            process = self.start(*arguments)
            time.sleep(self.seconds / share)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
            if process.returncode != 0:
                self.assertEqual(process.returncode, 130)
                return errors.decode()
            if "--overwrite" not in arguments:
                shutil.rmtree(self.folder / "out")
        self.fail("every run was faster than its signal")

    def test_a_second_signal_is_not_needed(self) -> None:
        self.assertIn("the same command goes on with it", self.errors_of_stopped_run())
        self.run_to_end("out")
        self.assertEqual(self.digests("out"), self.reference)

    def test_a_replacing_run_goes_on_without_overwrite(self) -> None:
        self.run_to_end("out")
        self.assertIn("the same command without --overwrite goes on with it", self.errors_of_stopped_run("--overwrite"))
        self.run_to_end("out")
        self.assertEqual(self.digests("out"), self.reference)

    def test_out_of_disk(self) -> None:
        def little_disk() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        process = self.start(preexec_fn=little_disk)
        _, errors = process.communicate()
        self.assertEqual(process.returncode, 1, errors)
        self.assertIn("cannot write", errors.decode())
        self.run_to_end("out")
        self.assertEqual(self.digests("out"), self.reference)

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


program.main()
