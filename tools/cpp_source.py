"""C++ sources for the checks: which there are, and their code without comments and strings."""

import re

FOLDERS = ("tamis", "tests", "bench", "fuzz")

# What may hide a brace or a word: comments, raw strings, strings, characters. A quote after a
# digit or letter separates digits and opens nothing.
_HIDDEN = re.compile(
    r"""//[^\n]*
      | /\*.*?\*/
      | \b(?:u8|[uUL])?R"(?P<tag>[^()\\ ]*)\(.*?\)(?P=tag)"
      | "(?:\\.|[^"\\\n])*"
      | (?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])*'""",
    re.VERBOSE | re.DOTALL,
)


def source_files(root, folders=FOLDERS):
    """The C++ files under root's source folders, sorted."""
    found = []
    for folder in folders:
        found += (root / folder).rglob("*.h")
        found += (root / folder).rglob("*.cc")
    return sorted(found)


def _blank(match):
    hidden = match[0]
    if hidden.startswith("/"):
        return re.sub(r"[^\n]", " ", hidden)
    return '"' + re.sub(r"[^\n]", " ", hidden[1:-1]) + '"'


def code_only(text):
    """`text` with comments and the insides of strings blanked; lines and columns stay."""
    return _HIDDEN.sub(_blank, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
