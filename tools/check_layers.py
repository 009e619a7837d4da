"""Fails if a folder of tamis/ includes one that is not below it.

The numbers are those of the table in ARCHITECTURE.md, so the picture there cannot lie: a folder
that is missing from the table or from the disk is a fault too. Usage: check_layers.py [ROOT]
"""

import pathlib
import re
import sys

import cpp_source

_ROW = re.compile(r"^\|\s*(\d+)\s*\|([^|]*)\|", re.MULTILINE)
_FOLDER = re.compile(r"`([a-z_]+)/`")
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

# Headers that cost seconds to compile, or types that must not leak out of a .cc file.
_ONLY_IN_SOURCES = ("fmt/", "CLI/", "arrow/", "parquet/", "simdjson", "yaml-cpp/")
_OWN_HEADERS = {"parquet": ("arrow/", "parquet/")}  # a folder that is all about one library


def read_layers(architecture):
    """The layer of each folder, from the table's rows "| 4 | `readers/` ... |"."""
    return {
        folder: int(number)
        for number, folders in _ROW.findall(architecture)
        for folder in _FOLDER.findall(folders)
    }


def include_fault(folder, quoted, angled, is_header, layers):
    """What is wrong with one include of a file in `folder`, or None."""
    if angled:
        is_own = angled.startswith(_OWN_HEADERS.get(folder, ()))
        if is_header and not is_own and angled.startswith(_ONLY_IN_SOURCES):
            return f"<{angled}> belongs into a .cc file"
        return None
    parts = quoted.split("/")
    if parts[0] != "tamis" or len(parts) < 3:
        return f'"{quoted}": write the whole path, "tamis/folder/file.h"'
    if parts[1] not in layers:
        return f"{parts[1]}/ has no layer in ARCHITECTURE.md"
    if parts[1] != folder and layers[parts[1]] >= layers[folder]:
        return f"{folder}/ (layer {layers[folder]}) may not include {parts[1]}/ (layer {layers[parts[1]]})"
    return None


def find_faults(root):
    layers = read_layers((root / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    present = {path.name for path in (root / "tamis").iterdir() if path.is_dir()}
    faults = [f"tamis/{name}: has no layer in ARCHITECTURE.md" for name in sorted(present - set(layers))]
    faults += [f"ARCHITECTURE.md: tamis/{name} does not exist" for name in sorted(set(layers) - present)]
    for path in cpp_source.source_files(root, ["tamis"]):
        place = path.relative_to(root)
        folder = place.parts[1]
        if folder not in layers:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in _INCLUDE.finditer(text):
            fault = include_fault(folder, match[1] or "", match[2], path.suffix == ".h", layers)
            if fault:
                faults.append(f"{place}:{cpp_source.line_of(text, match.start())}: {fault}")
    return faults


if __name__ == "__main__":
    found = find_faults(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
