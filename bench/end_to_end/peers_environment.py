"""The Python environment of the programs that Tamis is compared with: made once, under build/,
of the versions and checksums in peers_requirements.txt."""

import pathlib
import subprocess
import sys

REQUIREMENTS = pathlib.Path(__file__).resolve().parent / "peers_requirements.txt"


def python_of(folder, requirements=(REQUIREMENTS,), from_source=()):
    """The interpreter of the environment in `folder`, which is made where it is missing or old. All
    packages come built, but those named by `from_source`."""
    python = folder / "bin" / "python"
    # The stamp is a copy of the requirements that were installed.
    stamp = folder / "installed.txt"
    wanted = "".join(file.read_text(encoding="utf-8") for file in requirements)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted and python.exists():
        return python
    names = ", ".join(file.name for file in requirements)
    print(f"peers: installing {names} into {folder}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", *(f"--no-binary={name}" for name in from_source), "--require-hashes"]
    subprocess.run(command + [word for file in requirements for word in ("-r", file)], check=True)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def version_of(package, requirements=REQUIREMENTS):
    """The version of a package that the environment has, as its requirements say."""
    for line in requirements.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("==")
        if name.strip().lower() == package.lower():
            return rest.split()[0]
    raise ValueError(f"{requirements.name} does not name {package}")
