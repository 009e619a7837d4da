"""The Python environment of the programs that Tamis is compared with: made once, under build/,
of the versions and checksums in peers_requirements.txt."""

import pathlib
import subprocess
import sys

REQUIREMENTS = pathlib.Path(__file__).resolve().parent / "peers_requirements.txt"


def python_of(folder, requirements=REQUIREMENTS):
    """The interpreter of the environment in `folder`, which is made where it is missing or old."""
    python = folder / "bin" / "python"
    # The stamp is a copy of the requirements that were installed.
    stamp = folder / "installed.txt"
    wanted = requirements.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted and python.exists():
        return python
    print(f"compare_with_peers: installing {requirements.name} into {folder}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", "--require-hashes", "-r", requirements]
    subprocess.run(command, check=True)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def version_of(package, requirements=REQUIREMENTS):
    """The version of a package that the environment has, as its requirements say."""
    for line in requirements.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("==")
        if name.strip().lower() == package.lower():
            return rest.split()[0]
    raise ValueError(f"{requirements.name} does not name {package}")
