"""Writes chinese_word_table.{bin,cc}: jieba's dictionary and hidden Markov model as one table.

make_chinese_word_table.py JIEBA_FOLDER OUTPUT: JIEBA_FOLDER is the module of Debian's package
python3-jieba, OUTPUT the .cc; the .bin is written beside it. The data is jieba's (MIT licence) and
stays with Debian: the output lies in the build folder and is never committed.
tamis/text/chinese_word_table.h explains the layout.
"""

import collections
import math
import pathlib
import re
import runpy
import struct
import sys

FIRST_HAN, LAST_HAN = 0x4E00, 0x9FD5
BLOCK = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")  # what jieba looks up in its dictionary
STATES = "BEMS"  # begin, end, middle of a word, single
PREDECESSORS = {"B": "ES", "E": "BM", "M": "BM", "S": "ES"}
IMPOSSIBLE = -3.14e100  # jieba's logarithm of probability zero
NO_LABEL = 0xFFFF


def read_dictionary(path):
    """Maps each word to its frequency, and returns the sum of the frequencies of all lines."""
    frequencies, total = {}, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency = line.split(" ")[:2]
        frequencies[word] = int(frequency)
        total += int(frequency)
    return frequencies, total


def number_characters(words, emissions):
    """Numbers the characters from 1, the commonest first: what is used together lies together."""
    counts = collections.Counter()
    for word, frequency in words.items():
        for character in word:
            counts[character] += frequency
    for state in STATES:
        counts.update({character: 0 for character in emissions[state] if BLOCK.fullmatch(character)})
    ordered = sorted(counts, key=lambda character: (-counts[character], character))
    return {character: number for number, character in enumerate(ordered, 1)}


def build_trie(words, labels, weight_numbers):
    """Lists of nodes: the children of each by label, and the number of its word's weight or 0."""
    children, weights = [{}], [0]
    for word in sorted(words):
        node = 0
        for character in word:
            child = children[node].get(labels[character])
            if child is None:
                child = children[node][labels[character]] = len(children)
                children.append({})
                weights.append(0)
            node = child
        weights[node] = weight_numbers[words[word]]
    return children, weights


class Slots:
    """The places of a double array: a child lies at the base of its parent plus its own label."""

    def __init__(self, num_labels):
        self.used = bytearray(b"\1" * (num_labels + 1))  # the root's children, at base 0
        self.bases = {0}
        self.first_free = {}

    def place(self, labels):
        """Returns a base that no other node has, where the places of all labels are free."""
        # A search that begins where the last one for as many labels ended stays linear.
        size = min(len(labels), 64)
        first, *others = labels
        slot = self.first_free.get(size, 0)
        while True:
            slot = self.used.find(0, slot)
            if slot < 0:
                slot = len(self.used)
            if len(self.used) <= slot + labels[-1]:
                self.used.extend(bytes(slot + labels[-1] + 1 - len(self.used)))
            base = slot - first
            if base > 0 and base not in self.bases and not any(self.used[base + label] for label in others):
                break
            slot += 1
        self.first_free[size] = slot
        self.bases.add(base)
        for label in labels:
            self.used[base + label] = 1
        return base


def place_nodes(children, weights, num_labels):
    """The double array: (base, label, weight number) a slot."""
    slots = Slots(num_labels)
    # The largest first, while there is room; then those of one child fill the gaps.
    parents = sorted(range(1, len(children)), key=lambda node: (-len(children[node]), node))
    bases = [0] * len(children)
    for node in parents:
        if children[node]:
            bases[node] = slots.place(sorted(children[node]))
    # Any label may be looked up at any base.
    array = [(0, NO_LABEL, 0)] * (max(bases) + num_labels + 1)
    for node, of_node in enumerate(children):
        for label, child in of_node.items():
            array[bases[node] + label] = (bases[child], label, weights[child])
    return array


def label_tables(labels):
    han = [labels.get(chr(code_point), 0) for code_point in range(FIRST_HAN, LAST_HAN + 1)]
    ascii_labels = [labels.get(chr(code_point), 0) for code_point in range(128)]
    return struct.pack(f"<{len(ascii_labels)}H", *ascii_labels), struct.pack(f"<{len(han)}H", *han)


def read_model(folder):
    """jieba's tables of the hidden Markov model: start, transition and emission probabilities."""
    return [runpy.run_path(folder / f"prob_{name}.py")["P"] for name in ("start", "trans", "emit")]


def pack_model(start, transitions, emissions, labels):
    model = [start[state] for state in STATES]
    for state in STATES:
        model += [transitions[before][state] for before in PREDECESSORS[state]]
    rows = [None] * (len(labels) + 1)
    for character, label in [("", 0), *labels.items()]:
        rows[label] = [emissions[state].get(character, IMPOSSIBLE) for state in STATES]
    numbers = [number for row in rows for number in row]
    return struct.pack(f"<{len(model)}d", *model), struct.pack(f"<{len(numbers)}d", *numbers)


def write_sections(output, sections):
    """The .bin, and the .cc whose assembler directives name the parts of it."""
    binary = output.with_suffix(".bin")
    with open(binary, "wb") as file, open(output, "w", encoding="ascii") as source:
        source.write("// Generated by tools/make_chinese_word_table.py from jieba's dictionary (MIT licence).\n")
        source.write('asm(R"(\n.pushsection .rodata\n')
        for name, content in sections.items():
            source.write(f".balign 64\n.globl {name}\n.hidden {name}\n{name}:\n")
            source.write(f'.incbin "{binary}", {file.tell()}, {len(content)}\n')
            file.write(content)
        source.write('.popsection\n)");\n')


def main(folder, output):
    folder = pathlib.Path(folder)
    frequencies, total = read_dictionary(folder / "dict.txt")
    start, transitions, emissions = read_model(folder / "finalseg")
    words = {word: count for word, count in frequencies.items() if count > 0 and BLOCK.fullmatch(word)}

    labels = number_characters(words, emissions)
    counts = sorted(set(words.values()), reverse=True)
    weight_numbers = {count: number for number, count in enumerate(counts, 1)}
    if max(len(labels), len(counts)) >= NO_LABEL or max(map(len, words)) > 255:
        sys.exit("make_chinese_word_table.py: jieba's dictionary outgrew the table's layout")

    children, weights = build_trie(words, labels, weight_numbers)
    array = place_nodes(children, weights, len(labels))
    # Number 0 is what jieba gives to a character that is no word: a count of one.
    logarithms = [math.log(count) - math.log(total) for count in [1, *counts]]
    ascii_labels, han_labels = label_tables(labels)
    model, emission_rows = pack_model(start, transitions, emissions, labels)
    write_sections(pathlib.Path(output).absolute(), {
        "tamis_chinese_word_nodes": b"".join(struct.pack("<IHH", *node) for node in array),
        "tamis_chinese_word_weights": struct.pack(f"<{len(logarithms)}d", *logarithms),
        "tamis_chinese_ascii_labels": ascii_labels,
        "tamis_chinese_han_labels": han_labels,
        "tamis_chinese_unknown_word_model": model,
        "tamis_chinese_emissions": emission_rows,
    })


if __name__ == "__main__":
    main(*sys.argv[1:])
