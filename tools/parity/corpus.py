"""Texts that Tamis was never tried on, collected by ordinary clients into a cache folder: the pages of trafilatura's
own evaluation, most of them German, and Debian's documentation in many languages, as main text of its pages and as
pieces of its plain text, whose lines are broken at a fixed width."""

import gzip
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "bench" / "extract"))

import trafilatura_pages  # noqa: E402

PACKAGES = (
    "debian-faq", "debian-faq-zh-cn", "debian-handbook", "debian-reference-en", "debian-reference-zh-cn",
    "debian-reference-zh-tw", "debmake-doc", "developers-reference", "doc-debian", "git-doc",
    "installation-guide-amd64", "libreoffice-help-en-us", "libreoffice-help-zh-cn", "libreoffice-help-zh-tw",
    "maint-guide", "maint-guide-zh-cn", "maint-guide-zh-tw", "python3.11-doc",
)
TEXTS_MAX = 250  # of a package's pages, and of its plain text, taken evenly
CODE_POINTS_MIN, CODE_POINTS_MAX = 300, 12_000
PIECE_CODE_POINTS = 4_000


def run_client(command, folder):
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"parity: {' '.join(command)} failed; is apt-get update due?\n{result.stderr.strip()}")


def unpacked(package, folder):
    """The files of a Debian package, which is not installed."""
    target, downloads = folder / package, folder / f"{package}.part"
    if not target.exists():
        downloads.mkdir(parents=True, exist_ok=True)
        run_client(["apt-get", "download", "--quiet", package], downloads)
        run_client(["dpkg-deb", "-x", next(downloads.glob("*.deb")).name, "files"], downloads)
        (downloads / "files").rename(target)
    return sorted(path for path in target.rglob("*") if path.is_file() and not path.is_symlink())


def main_texts(pages, tamis):
    """Path and main text of saved pages."""
    listed = "".join(f"{page}\n" for page in pages).encode()
    printed = subprocess.run([tamis, "extract", "@/dev/stdin"], input=listed, capture_output=True, check=True)
    rows = [json.loads(line) for line in printed.stdout.decode("utf-8").split("\n") if line]
    return [(row["id"], row["text"]) for row in rows]


def pieces(path):
    """Name and text of runs of paragraphs of a plain text."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    found = [""]
    for paragraph in content.decode("utf-8", errors="replace").split("\n\n"):
        if len(found[-1]) > PIECE_CODE_POINTS:
            found.append("")
        found[-1] += paragraph + "\n\n"
    return [(f"{path}#{index}", piece) for index, piece in enumerate(found)]


def evenly(texts):
    """At most TEXTS_MAX of those that are long enough."""
    long_enough = [(name, text[:CODE_POINTS_MAX]) for name, text in texts if len(text) >= CODE_POINTS_MIN]
    return long_enough[::-(-len(long_enough) // TEXTS_MAX) or 1]


def package_texts(package, folder, tamis):
    files = unpacked(package, folder)
    pages = [path for path in files if path.suffix in (".html", ".htm")]
    plain = [path for path in files if path.name.endswith((".txt", ".txt.gz"))]
    return evenly(main_texts(pages, tamis) if pages else []) + evenly([text for path in plain for text in pieces(path)])


def collected(folder, tamis):
    """{id: text}, the same in each run over the same cache."""
    try:
        _, pages = trafilatura_pages.unpack(folder / "pages")
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"parity: go cannot fetch {trafilatura_pages.MODULE}: {error}")
    found = [(name, text[:CODE_POINTS_MAX]) for name, text in main_texts(sorted(set(pages)), tamis)]
    for package in PACKAGES:
        found += package_texts(package, folder / "packages", tamis)
    return {str(pathlib.Path(name).relative_to(folder)): text for name, text in found if text}
