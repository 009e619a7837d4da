"""What `cmake --install` makes runs by itself: no environment, libraries from its own folder."""

import subprocess

import program
from program import ProgramTest


class Install(ProgramTest):
    def test_runs_from_its_own_folder(self) -> None:
        build = program.TAMIS.parent.parent
        command = ["cmake", "--install", build, "--prefix", self.folder / "there"]
        done = subprocess.run(command, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        (self.folder / "there").rename(self.folder / "elsewhere")
        installed = self.folder / "elsewhere"
        self.write("a.warc", program.small_crawl())
        formats = ["jsonl"] + ["parquet"] * (installed / "lib" / "tamis" / "tamis_parquet.so").exists()
        for name in formats:
            command = [installed / "bin" / "tamis", "run", installed / "share" / "tamis" / "recipes" / "web.yaml",
                       "--input", "a.warc", "--output", name, "--set", f"write.format={name}"]
            done = subprocess.run(command, cwd=self.folder, env={}, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
        used = subprocess.run(["ldd", installed / "bin" / "tamis"], stdout=subprocess.PIPE).stdout.decode()
        for library in ("libicuuc", "libcld2_full", "libhs"):
            line = next(line for line in used.splitlines() if library in line)
            self.assertIn(str(installed), line)
        for file in ("share/man/man1/tamis-run.1", "share/bash-completion/completions/tamis"):
            self.assertTrue((installed / file).exists(), file)


program.main()
