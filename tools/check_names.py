"""Fails on names, sizes and constructs that STYLE.md rules out, as far as a text search can tell.

Usage: check_names.py [ROOT]. Warnings (a file over 400 lines) are printed and do not fail.
"""

import pathlib
import re
import sys

import cpp_functions
import cpp_source

FILE_LINES_USUAL = 400
FILE_LINES_MAX = 800
FUNCTION_LINES_MAX = 70

_SNAKE_CASE = re.compile(r"[a-z][a-z0-9_]*")
_EMPTY_WORDS = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}
_TYPE = re.compile(
    r"\b(?:class|struct|enum\s+class|enum\s+struct|enum|union)\s+(?:\[\[\w+\]\]\s*)?(\w+)\s*(?:final\s*)?(?::[^:]|\{)"
)
_CONSTANT = re.compile(r"^[ \t]*(?:inline\s+|static\s+)*constexpr\s[^;(){}=]*?(\w+)(?:\[\w*\])*\s*(?:=|\{)", re.MULTILINE)
_TEMPLATE_BEFORE = re.compile(r"template\s*<[^;{}]*>\s*$")
_CONSTRUCTS = (
    (re.compile(r"\busing\s+namespace\s+std\s*;"), "no `using namespace std`"),
    (re.compile(r"\bcatch\s*\(\s*\.\.\.\s*\)"), "no `catch (...)`"),
    (re.compile(r"\bthrow\b(?!\s*\")"), "we throw nothing; return a Result"),
    (re.compile(r"(?<!operator )(?<!#include <)\bnew\b"), "no `new`; use a value or std::make_unique"),
    (re.compile(r"(?<![=\w])(?<!= )(?<!operator )\bdelete\b"), "no `delete`; use a value or std::unique_ptr"),
    (re.compile(r"\bstd::regex\b"), "no std::regex: it recurses for each character"),
    (re.compile(r"[^\x00-\x7f]"), "only strings and comments may leave ASCII"),
)
# Names that others chose: libFuzzer, GoogleTest, arrow::io::OutputStream, YAML::EventHandler.
_FOREIGN_FUNCTIONS = {
    "LLVMFuzzerTestOneInput", "LLVMFuzzerCustomMutator", "SetUp", "TearDown", "SetUpTestSuite", "TearDownTestSuite", "Write", "Close", "Tell",
    "OnDocumentStart", "OnDocumentEnd", "OnNull", "OnAlias", "OnScalar", "OnSequenceStart", "OnSequenceEnd", "OnMapStart", "OnMapEnd",
}


def path_faults(place):
    stem = place.stem
    if not _SNAKE_CASE.fullmatch(stem):
        yield f"{place}: file names are snake_case"
    for word in sorted(_EMPTY_WORDS.intersection(part for name in (*place.parts[:-1], stem) for part in name.split("_"))):
        yield f"{place}: `{word}` says nothing about what is inside"


def size_fault(place, text):
    """The complaint about a file's size and whether it is a fault, or None."""
    num_lines = text.count("\n")
    if place.stem.endswith("_table") or num_lines <= FILE_LINES_USUAL:
        return None
    return f"{place}: {num_lines} lines (usual up to {FILE_LINES_USUAL}, at most {FILE_LINES_MAX})", num_lines > FILE_LINES_MAX


def construct_faults(code):
    for pattern, advice in _CONSTRUCTS:
        for match in pattern.finditer(code):
            yield match.start(), advice


def type_faults(code):
    for match in _TYPE.finditer(code):
        if not re.fullmatch(r"[A-Z][A-Za-z0-9]*_?", match[1]):
            yield match.start(), f"type {match[1]}: types are PascalCase"


def constant_faults(code):
    for match in _CONSTANT.finditer(code):
        if match[1] == "operator" or _TEMPLATE_BEFORE.search(code, 0, match.start()):
            continue
        if not re.fullmatch(r"k[A-Z0-9]\w*", match[1]):
            yield match.start(1), f"constant {match[1]}: constants are kPascalCase"


def _is_well_named(function):
    name = function.name.split("::")[-1]
    before = function.header.split(function.name + "(")[0] if function.name else ""
    if name in _FOREIGN_FUNCTIONS or name.startswith(("~", "operator")) or "operator" in before:
        return True
    if re.fullmatch(r"[A-Z][A-Z0-9_]*", name):  # a macro: TEST, BENCHMARK_F
        return True
    if re.fullmatch(r"[a-z][a-z0-9_]*_?", name):
        return True
    is_constructor = re.fullmatch(r"[A-Z]\w*", name) and not re.search(r"\w[\w>&*]*\s*$", _without_specifiers(before))
    return bool(is_constructor)


def _without_specifiers(text):
    text = re.sub(r"\b(explicit|constexpr|consteval|inline|public|private|protected)\b\s*:?", "", text)
    return re.sub(r"template\s*<[^{}]*>\s*", "", text)


def function_faults(code):
    for function in cpp_functions.find_functions(code):
        num_lines = code.count("\n", function.begin, function.end) + 1
        if num_lines > FUNCTION_LINES_MAX:
            yield function.begin, f"{function.name}: {num_lines} lines (at most {FUNCTION_LINES_MAX})"
        if not _is_well_named(function):
            yield function.begin, f"{function.name}: functions are snake_case"


def find_faults(root):
    """Returns (faults, warnings)."""
    faults, warnings = [], []
    for path in sorted((root / "tools").glob("*.py")):
        faults += path_faults(path.relative_to(root))
    for path in cpp_source.source_files(root):
        place = path.relative_to(root)
        text = path.read_text(encoding="utf-8", errors="replace")
        faults += path_faults(place)
        if complaint := size_fault(place, text):
            (faults if complaint[1] else warnings).append(complaint[0])
        code = cpp_source.code_only(text)
        if path.suffix == ".h" and "#pragma once" not in code:
            faults.append(f"{place}: no #pragma once")
        in_code = [*construct_faults(code), *type_faults(code), *constant_faults(code), *function_faults(code)]
        faults += [f"{place}:{cpp_source.line_of(code, offset)}: {advice}" for offset, advice in sorted(in_code)]
    return faults, warnings


if __name__ == "__main__":
    found, noted = find_faults(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    for warning in noted:
        print("warning:", warning)
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
