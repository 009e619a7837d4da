"""Fails if clang-format would change a source; `make format` does. Usage: check_format.py [ROOT]"""

import pathlib
import subprocess
import sys

import cpp_source

CLANG_FORMAT = pathlib.Path(sys.executable).parent / "clang-format"


def find_faults(root):
    """The sources, by path, whose format is not that of root's .clang-format."""
    files = cpp_source.source_files(root)
    if not files:
        return []
    command = [str(CLANG_FORMAT), "--dry-run", "-Werror", *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in result.stderr.splitlines() if "[-Wclang-format-violations]" in line]
    faults = sorted({line.split(":")[0] for line in lines})
    if result.returncode != 0 and not faults:
        return [result.stderr.strip()]
    return [f"{pathlib.Path(path).relative_to(root)}: not formatted; run `make format`" for path in faults]


if __name__ == "__main__":
    found = find_faults(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
