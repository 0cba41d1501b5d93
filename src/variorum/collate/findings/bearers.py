"""Who bears a role: persons whom sentences name in full and give one role, however else they are worded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from variorum.collate.compare.names import name_words
from variorum.collate.differences import unit_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording


class Bearer(msgspec.Struct, frozen=True):
    """A person to whom some sentences give one role, and where they name them.

    `name` is the full name as the first of them has it, `last` its last word as names are compared.
    """

    last: str
    role: str
    name: str
    sides: tuple[Side, ...]


def find_bearers(wordings: Sequence[Wording]) -> list[Bearer]:
    """Return the persons named in full with each role that sentences give them, in order of last name and role."""
    told: dict[tuple[str, str], list[Side]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.mention is not None and value.mention.type == "PERSON":
                words = name_words(wording.words(value.first, value.end))
                for role in sorted(wording.roles(value)) if len(words) > 1 else ():
                    told[(words[-1], role)].append(Side(number, unit_of(value)))
    return [_bearer(wordings, last, role, sides) for (last, role), sides in sorted(told.items())]


def _bearer(wordings: Sequence[Wording], last: str, role: str, sides: Sequence[Side]) -> Bearer:
    alike = _of_one_first_name(wordings, sides)
    return Bearer(last, role, _name_at(wordings, alike[0]), tuple(alike))


def _of_one_first_name(wordings: Sequence[Wording], sides: Sequence[Side]) -> list[Side]:
    """Those of the sides that give the first name most of them give: Joren and Jonas Malk do not agree."""
    by_first: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        by_first[name_words(_name_at(wordings, side))[0]].append(side)
    return by_first[max(sorted(by_first), key=lambda first: len(by_first[first]))]


def _name_at(wordings: Sequence[Wording], side: Side) -> str:
    return wordings[side.wording].words(side.unit.first, side.unit.end)
