"""The main job on real pages: `make demo` crawls Debian's documentation and refines the crawl.

Everything is in demo/: packages/ and crawl/ are kept, so that a second run only refines again.
No page leaves this machine: the pages come out of Debian packages and are served on the loopback
address (demo_site.py), crawled by `wget` into one WARC file a language.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import demo_site

ROOT = pathlib.Path(__file__).resolve().parent.parent
DEMO = pathlib.Path("demo")
PROGRAM = "build/release/bin/tamis"
RECIPE = "recipes/web.yaml"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")


def stop(message):
    sys.exit(f"demo: {message}")


def crawl_file(language):
    return DEMO / "crawl" / f"{language}.warc.gz"


def crawl_language(sites, proxy, folder):
    """Crawls the start pages of `sites` and what they link into folder/crawl.warc.gz."""
    command = ["wget", "--quiet", "--recursive", "--level=1", "--delete-after"]
    command += ["--execute", f"http_proxy={proxy}", "--execute", "no_proxy=", "--proxy=on"]
    command += [f"--directory-prefix={folder}/pages", f"--warc-file={folder}/crawl"]
    command += [f"--warc-tempdir={folder}"]
    command += [f"http://{site.host}/demo_start.html" for site in sites]
    status = subprocess.run(command, check=False).returncode
    if status not in (0, 8):  # 8: a server answered 404, which is part of any crawl
        stop(f"wget ended with status {status}; its crawl is not complete and was not kept")


def crawl(sites, languages):
    """Serves and crawls the sites of each language; a WARC file appears when it is complete."""
    with tempfile.TemporaryDirectory(dir=DEMO) as folder:
        site_root = pathlib.Path(folder, "site")
        num_pages = sum(demo_site.unpack(site, DEMO / "packages", site_root) for site in sites)
        print(f"Crawling {num_pages} pages of {len(sites)} sites", flush=True)
        with demo_site.serve(sites, site_root) as proxy:
            for language in languages:
                of_language = [site for site in sites if site.language == language]
                if not of_language:
                    print(f"  no package of language {language}: no crawl of it")
                    continue
                crawl_language(of_language, proxy, folder)
                os.replace(pathlib.Path(folder, "crawl.warc.gz"), crawl_file(language))
                megabytes = crawl_file(language).stat().st_size / 1e6
                print(f"  {crawl_file(language)}  {megabytes:.1f} MB", flush=True)


def make_crawls():
    """Makes the WARC files that are missing; returns all that there are, by language."""
    missing = [language for language in LANGUAGES if not crawl_file(language).exists()]
    if missing:
        crawl_file(LANGUAGES[0]).parent.mkdir(parents=True, exist_ok=True)
        print("Downloading Debian documentation packages (21 MB)", flush=True)
        wanted = [site for site in demo_site.SITES if site.language in missing]
        sites = demo_site.fetch_packages(wanted, DEMO / "packages")
        if len(sites) < len(wanted):
            print(f"  some packages are missing; remove {DEMO}/crawl to try them again later")
        if sites:
            crawl(sites, missing)
    crawls = {name: crawl_file(name) for name in LANGUAGES if crawl_file(name).exists()}
    if not crawls:
        stop("no package could be downloaded; is there a network, and a Debian mirror in apt's sources?")
    return crawls


def refine(crawls):
    command = [PROGRAM, "run", RECIPE]
    for language, path in crawls.items():
        command += ["--input", f"{language}={path}"]
    command += ["--output", str(DEMO / "clean"), "--overwrite"]
    print(f"\n$ {' '.join(command)}", flush=True)
    if subprocess.run(command, check=False).returncode != 0:
        stop("the run failed; its message is above")


def print_results(started):
    clean = DEMO / "clean"
    print(
        f"""
Written in {time.monotonic() - started:.0f} s:
  {clean}/documents/    the corpus, one JSON object a line
  {clean}/rejected/     what was left out, with the rule, its number and its bound
  {clean}/report.html   the funnel: open it in a browser
  {clean}/report.json   the same for programs
Try next:
  zstd -dc {clean}/documents/*.zst | head -n 1
  {PROGRAM} rules
  {PROGRAM} explain {RECIPE} {crawl_file("en")} --url http://git-doc.test/git-cherry.html
  {PROGRAM} run {RECIPE} --input 'your/crawl/*.warc.gz' --output clean/"""
    )


def main():
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    started = time.monotonic()
    os.chdir(ROOT)
    for program in ("apt-get", "dpkg-deb", "wget"):
        if shutil.which(program) is None:
            stop(f"{program} is missing; the demo needs a Debian system (tools/install_dependencies.sh)")
    if not pathlib.Path(PROGRAM).exists():
        stop(f"{PROGRAM} is missing; `make demo` builds it")
    DEMO.mkdir(exist_ok=True)
    refine(make_crawls())
    print_results(started)


if __name__ == "__main__":
    main()
