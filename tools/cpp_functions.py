"""Finds the functions of a C++ source by counting braces: enough for checks of size and names.

A brace opens a function if no function is open around it and what stands before it looks like a
declarator: parentheses, and neither a class, a namespace, an enum nor an initializer.
"""

import dataclasses
import re

_SCOPE = re.compile(r"\b(namespace|class|struct|enum|union|concept)\b|\bextern\s*\"")
# A template head: its angle brackets hold at most one more pair.
_TEMPLATE = re.compile(r"\btemplate\s*<[^<>{};]*(?:<[^<>{};]*>[^<>{};]*)*>")
_NAME = re.compile(r"([\w:~]+)\s*\(")


@dataclasses.dataclass
class Function:
    name: str  # as written: "Arena::clear"
    header: str  # everything before the brace
    begin: int  # offset of the opening brace
    end: int


def _is_initializer(header):
    """True for "kNames[] = " and the like: an assignment outside parentheses."""
    depth = 0
    for index, letter in enumerate(header):
        depth += (letter in "([") - (letter in ")]")
        around = header[max(0, index - 1) : index + 2]
        if letter == "=" and depth == 0 and "==" not in around and "operator" not in header[:index]:
            return True
    return False


def _kind(header, closed_function):
    if _SCOPE.search(_TEMPLATE.sub("", header)) and not header.rstrip().endswith(")"):
        return "scope"
    if _is_initializer(header):
        return "initializer"
    if _NAME.search(header):
        return "function"
    # After a member initializer in braces, "a_{x} {" or ", b_{y} {", the body is yet to come.
    if closed_function and (not header.strip() or header.strip().startswith(",")):
        return "continued"
    return "initializer"


def find_functions(code):
    """The functions of `code`, which cpp_source.code_only() has stripped."""
    functions = []
    open_braces = []  # (kind, Function or None)
    header_begin = 0
    last_closed = None
    for match in re.finditer(r"[{};]|^[ \t]*#[^\n]*(?:\\\n[^\n]*)*", code, re.MULTILINE):
        symbol = match[0]
        inside = any(kind != "scope" for kind, _ in open_braces)
        if symbol == "{":
            header = code[header_begin : match.start()]
            kind = "block" if inside else _kind(header, last_closed)
            function = None
            if kind == "function":
                name = _NAME.search(_TEMPLATE.sub("", header))
                function = Function(name[1] if name else "", header.strip(), match.start(), 0)
                functions.append(function)
            elif kind == "continued":
                function = last_closed
            open_braces.append((kind, function))
        elif symbol == "}" and open_braces:
            kind, last_closed = open_braces.pop()
            if last_closed is not None:
                last_closed.end = match.end()
        elif not inside:
            last_closed = None
        header_begin = match.end()
    return functions
