"""The demo's web: Debian documentation packages, unpacked without being installed, one host each.

A host is named after its package, http://git-doc.test/, and exists only behind the proxy of
`serve()`: a crawler that is given this proxy sees many hosts, and no name is ever looked up.
"""

import contextlib
import dataclasses
import html
import http.server
import os
import pathlib
import subprocess
import threading
import urllib.parse


@dataclasses.dataclass(frozen=True)
class Site:
    """One package and the pages of it that the demo takes."""

    package: str
    language: str
    folder: str  # where the pages are inside the package
    stride: int = 1  # every how many-th page is taken

    @property
    def host(self):
        return f"{self.package}.test"


# 21 MB to download. The help pages of an office suite are many and short, the guides few and
# long; the hosts of one name in several languages are translations of each other.
SITES = (
    Site("libreoffice-help-zh-cn", "zh-Hans", "usr/share/libreoffice/help", stride=3),
    Site("debian-reference-zh-cn", "zh-Hans", "usr/share/debian-reference"),
    Site("debian-faq-zh-cn", "zh-Hans", "usr/share/doc/debian/FAQ"),
    Site("maint-guide-zh-cn", "zh-Hans", "usr/share/doc/maint-guide-zh-cn/html"),
    Site("libreoffice-help-zh-tw", "zh-Hant", "usr/share/libreoffice/help", stride=3),
    Site("debian-reference-zh-tw", "zh-Hant", "usr/share/debian-reference"),
    Site("maint-guide-zh-tw", "zh-Hant", "usr/share/doc/maint-guide-zh-tw/html"),
    Site("libreoffice-help-en-us", "en", "usr/share/libreoffice/help", stride=6),
    Site("debian-reference-en", "en", "usr/share/debian-reference"),
    Site("debian-faq", "en", "usr/share/doc/debian/FAQ"),
    Site("maint-guide", "en", "usr/share/doc/maint-guide/html"),
    Site("git-doc", "en", "usr/share/doc/git-doc"),
    Site("postgresql-doc-15", "en", "usr/share/doc/postgresql-doc-15/html", stride=3),
)


class PackageLists:
    """Downloads packages by apt-get, with the system's package lists or, where these are missing
    or out of date, with lists of its own: both work without root."""

    def __init__(self, folder):
        self.folder = folder
        self.options = ["-o", "APT::Sandbox::User=root"] if os.geteuid() == 0 else []
        self.has_tried_own = False

    def download(self, package, target):
        """Puts the package's .deb into `target`; returns apt's complaint, or None."""
        complaint = self._apt_get("download", package, cwd=target)
        if complaint is not None and not self.has_tried_own:
            self.has_tried_own = True
            if self._make_own_lists():
                complaint = self._apt_get("download", package, cwd=target)
        return complaint

    def _make_own_lists(self):
        """Uses lists in self.folder from now on, if they can be fetched."""
        print("  the system's package lists do not serve; fetching own ones (about 9 MB)", flush=True)
        (self.folder / "lists" / "partial").mkdir(parents=True, exist_ok=True)
        system_options = self.options
        own_folders = [f"Dir::State::Lists={self.folder / 'lists'}", f"Dir::Cache={self.folder}"]
        self.options = [*system_options, "-o", own_folders[0], "-o", own_folders[1]]
        complaint = self._apt_get("update", "-o", "APT::Update::Error-Mode=any", cwd=self.folder)
        if complaint is not None and not any((self.folder / "lists").glob("*_Packages*")):
            print(f"  no lists either: {complaint.splitlines()[0]}")
            self.options = system_options
            return False
        return True

    def _apt_get(self, *arguments, cwd):
        command = ["apt-get", "-q", *self.options, *arguments]
        result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
        return None if result.returncode == 0 else result.stderr.strip()


def find_package(package, folder):
    """The package's .deb in `folder`, or None."""
    return next(iter(sorted(folder.glob(f"{package}_*.deb"))), None)


def fetch_packages(sites, folder):
    """Downloads the packages that `folder` lacks; returns the sites whose package is there."""
    folder.mkdir(parents=True, exist_ok=True)
    lists = PackageLists((folder / "apt").resolve())
    present = []
    for site in sites:
        if find_package(site.package, folder) is None:
            print(f"  {site.package}", flush=True)
            complaint = lists.download(site.package, folder)
            if complaint is not None:
                print(f"  cannot download {site.package}, going on without it: {complaint}")
                continue
        present.append(site)
    return present


def unpack(site, packages, root):
    """Unpacks the site's package and gives it a start page that links the pages to be taken:
    some navigation is JavaScript, which a crawler does not run. Returns the number of pages."""
    unpacked = root / site.host
    unpacked.mkdir(parents=True)
    package = find_package(site.package, packages)
    subprocess.run(["dpkg-deb", "--extract", str(package), str(unpacked)], check=True)
    folder = unpacked / site.folder
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    pages = pages[:: site.stride]
    links = "\n".join(
        f'<li><a href="/{urllib.parse.quote(page)}">{html.escape(page)}</a></li>' for page in pages
    )
    (folder / "demo_start.html").write_text(
        f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>{site.host}</title></head>"
        f"\n<body><ul>\n{links}\n</ul></body></html>\n",
        encoding="utf-8",
    )
    return len(pages)


class _ProxyHandler(http.server.SimpleHTTPRequestHandler):
    """Answers "GET http://<host>/<path>" from the folder of that host."""

    protocol_version = "HTTP/1.1"
    # Header and body in one write, sent at once: else each page waits 40 ms for a delayed ACK.
    wbufsize = -1
    disable_nagle_algorithm = True
    folders = {}  # host -> folder, set by serve()

    def translate_path(self, path):
        url = urllib.parse.urlsplit(path)
        self.directory = self.folders.get(url.hostname, os.devnull)
        return super().translate_path(url.path)

    def log_message(self, format, *arguments):  # noqa: A002 (the name is the base class's)
        pass


@contextlib.contextmanager
def serve(sites, root):
    """Serves the unpacked sites for the time of a `with`; yields the proxy's address."""
    folders = {site.host: str(pathlib.Path(root, site.host, site.folder)) for site in sites}
    handler = type("Handler", (_ProxyHandler,), {"folders": folders})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
