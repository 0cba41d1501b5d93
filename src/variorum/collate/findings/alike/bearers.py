"""Who bears a role: persons whom sentences name in full and give one role, however else they are worded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from variorum.collate.compare.names import name_words
from variorum.collate.differences import unit_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.text.fold import fold

# Of "chief executive officer" and the like many reports leave out the last word.
_EXECUTIVE = frozenset({"executive"})


class Bearer(msgspec.Struct, frozen=True):
    """A person to whom some sentences give one role, and where they name them.

    `name` is the full name as the first of them has it, `last` its last word as names are compared. `title` is the role
    as most of them word it ("chief executive").
    """

    last: str
    title: str
    name: str
    sides: tuple[Side, ...]


def find_bearers(wordings: Sequence[Wording]) -> list[Bearer]:
    """Return the persons named in full with each role that sentences give them, in order of last name and role."""
    told: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.mention is not None and value.mention.type == "PERSON":
                words = name_words(wording.words(value.first, value.end))
                for role in sorted(_roles(wording, value)) if len(words) > 1 else ():
                    told[(words[-1], role)].append(Side(number, unit_of(value)))
    return [_bearer(wordings, last, role, sides) for (last, role), sides in sorted(told.items())]


def _roles(wording: Wording, name: Value) -> Mapping[str, int]:
    """The roles that a sentence gives a name, and where; a chief executive officer is an executive, a place no role."""
    places = {
        index
        for value in wording.values
        if value.mention is not None and value.mention.type == "PLACE"
        for index in range(value.first, value.end)
    }
    nouns = [noun for noun in wording.role_words(name) if noun not in places]
    within = [i for noun in nouns for i in wording.children[noun] if fold(wording.lemma[i]) in _EXECUTIVE]
    return {fold(wording.lemma[i]): i for i in (*within, *nouns)}


def _bearer(wordings: Sequence[Wording], last: str, role: str, sides: Sequence[Side]) -> Bearer:
    alike = _of_one_first_name(wordings, sides)
    titles = [_title_at(wordings[side.wording], side, role) for side in alike]
    told = Counter(map(fold, titles))
    # Of "Chief executive" and "chief executive" the one within a sentence.
    title = max(titles, key=lambda each: (told[fold(each)], len(each), each))
    return Bearer(last, title, _name_at(wordings, alike[0]), tuple(alike))


def _title_at(wording: Wording, side: Side, role: str) -> str:
    """The noun of a role with the words that narrow it right before it: "chief executive", "coastguard commander"."""
    first = last = _roles(wording, side.unit.value)[role] if side.unit.value is not None else side.unit.first
    # The parser hangs the words of a title now on its last noun, now on the name behind it.
    named = {last, wording.head[last], *side.unit.range}
    while first and wording.dep[first - 1] in ("compound", "amod", "nmod") and wording.head[first - 1] in named:
        first -= 1
        named.add(first)  # "South| Korean President"
    # "Harbour| Council spokeswoman": a name is told whole.
    cut = wording.value_at.get(first)
    if cut is not None and cut.mention is not None and cut.end <= last:
        first = cut.first
    return wording.words(first, last + 1)


def _of_one_first_name(wordings: Sequence[Wording], sides: Sequence[Side]) -> list[Side]:
    """Those of the sides that give the first name most of them give: Joren and Jonas Malk do not agree."""
    by_first: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        by_first[name_words(_name_at(wordings, side))[0]].append(side)
    return by_first[max(sorted(by_first), key=lambda first: len(by_first[first]))]


def _name_at(wordings: Sequence[Wording], side: Side) -> str:
    return wordings[side.wording].words(side.unit.first, side.unit.end)
