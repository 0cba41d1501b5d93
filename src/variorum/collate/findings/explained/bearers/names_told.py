"""What the sentences of a storyline tell of its names: whom they name, what is short for what, what lies in what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from variorum.collate.compare.names import name_words
from variorum.collate.findings.facts.named import is_person
from variorum.collate.points import Value, Wording
from variorum.model.span import ReportId
from variorum.text.fold import fold

_HYPHENS = frozenset("-‐‑–")
# Words that a name and what joins its parts may have.
LONGEST_NAME = 9
_JOINING = frozenset({"of", "to", "for", "the", "and", "on"})
_OWNING = frozenset({"'s", "’s"})
_PLACED_IN = re.compile(r",? ?(?:in |near )?(?:the )?(?:south|north|east|west|central)?(?:ern)? ?$")
_CALLED = re.compile(r",? ?(?:\(|or |also |known as |called |dubbed |short for |an acronym for |the )*$")
_LEAST_LONG = 3


def people_named(wordings: Iterable[Wording]) -> dict[ReportId, set[str]]:
    """Return the names of the people whom each report names, as names are compared."""
    named: dict[ReportId, set[str]] = defaultdict(set)
    for wording in wordings:
        for value in wording.values:
            if is_person(value):
                for report in wording.reports:
                    named[report].add(" ".join(name_words(wording.words(value.first, value.end))))
    return named


def told_within(wordings: Iterable[Wording]) -> frozenset[tuple[str, str]]:
    """Return the pairs of names, folded, of which a report tells that the first lies in the second.

    "Voss, western Norway"; "Solheim's East Quay".
    """
    found = set()
    for wording in wordings:
        values = [value for value in wording.values if value.mention is not None]
        for one, other in pairwise(values):
            between = wording.text[wording.end[one.end - 1] : wording.start[other.first]]
            names = fold(wording.words(one.first, one.end)), fold(wording.words(other.first, other.end))
            if between.strip() and _PLACED_IN.match(between):
                found.add(names)
            elif between.strip() in _OWNING and one.kind == other.kind == "place":
                found.add(names[::-1])
    return frozenset(found)


def told_in_apposition(wordings: Iterable[Wording]) -> frozenset[tuple[str, str]]:
    """Return the pairs of names, folded, which a report tells in apposition and of which one is made of the other.

    "NORFISH, the Norland Fishery Watch": letters of the longer name, in its order, from the first on.
    """
    found = set()
    for wording in wordings:
        named = [value for value in wording.values if value.mention is not None]
        for one, other in pairwise(named):
            between = wording.text[wording.end[one.end - 1] : wording.start[other.first]]
            names = whole_name(wording, one), whole_name(wording, other)
            if between.strip() and _CALLED.match(between) and (_made_of(*names) or _made_of(*names[::-1])):
                found.add((fold(names[0]), fold(names[1])))
    return frozenset(found)


def _made_of(short: str, long: str) -> bool:
    """Whether a name of one word is made of the letters of a longer one, its first words' initials among them."""
    words = fold(long).split()
    if " " in short or len(words) < _LEAST_LONG or words[0][:1] != fold(short)[:1]:
        return False
    letters = iter("".join(words))
    return all(letter in letters for letter in fold(short) if letter.isalpha())


def whole_name(wording: Wording, value: Value) -> str:
    """A name with the capitalised words after it and what joins them: layers may know a part of it alone."""
    end = value.end
    for index in range(value.end, min(len(wording), value.end + LONGEST_NAME)):
        word, known = wording.word(index), wording.value_at.get(index)
        if known is not None and known.mention is None:
            break  # "Solheim Arena on Saturday"
        if word[:1].isupper():
            end = index + 1
        elif word not in _HYPHENS and wording.word(index - 1) not in _HYPHENS and fold(word) not in _JOINING:
            break
    return " ".join(wording.words(value.first, end).split())
