"""Runs a program on given cores and tells what it cost: CPU time with that of its children, wall
time, and the memory of its largest process."""

import dataclasses
import os
import pathlib
import subprocess
import sys
import time

_LOG_LINES_SHOWN = 20


@dataclasses.dataclass(frozen=True)
class Cost:
    cpu_seconds: float  # user and system, of the process and of every child that it waited for
    wall_seconds: float
    peak_rss_bytes: int  # of the largest process alone; the others come on top
    output: str  # standard output
    errors: str  # standard error


def run_on_cores(command, cores, log_path):
    """Runs `command` bound to `cores`; standard error goes to the file `log_path`."""
    words = [str(word) for word in command]
    begin = time.monotonic()
    with open(log_path, "w", encoding="utf-8") as log:
        process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=log, preexec_fn=lambda: os.sched_setaffinity(0, cores)
        )
        with process.stdout:
            output = process.stdout.read().decode("utf-8", "replace")
        # Not process.wait(), which tells nothing of the costs.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    errors = pathlib.Path(log_path).read_text(encoding="utf-8", errors="replace")
    if process.returncode != 0:
        lines = errors.splitlines()[-_LOG_LINES_SHOWN:]
        sys.exit("\n".join([f"{words[0]} ended with {process.returncode}:", *lines]))
    return Cost(
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        wall_seconds=time.monotonic() - begin,
        peak_rss_bytes=usage.ru_maxrss * 1024,
        output=output,
        errors=errors,
    )
