"""How many children persons have: "a mother of three", "has three children"."""

from __future__ import annotations

from functools import partial

from variorum.collate.findings.facts.fact import Relation, always, have_other_values
from variorum.collate.findings.facts.persons.beside_names import Spot
from variorum.collate.findings.facts.persons.told_beside import (
    HYPHENS,
    Reading,
    Told,
    find_stated,
    number_at,
    phrase_before,
    phrase_from,
)
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "persons")


def _children_beside(wording: Wording, spot: Spot) -> Told | None:
    at = spot.at + (wording.lemma[spot.at] == "who")
    if at + 2 < len(wording) and wording.lemma[at] == "have" and wording.tag[at] in ("VBZ", "VBD"):
        number = number_at(wording, at + 1)
        if number is not None and wording.lemma[at + 2] in _words("children"):
            return Told(at + 1, at + 2, str(number))
    if spot.how == "direct":
        return None
    return next((told for at in phrase_from(wording, spot.at) if (told := _parent_of(wording, at)) is not None), None)


def _children_before(wording: Wording, name: Value) -> Told | None:
    told = (_parent_of(wording, index) for index in phrase_before(wording, name))
    return next((each for each in told if each is not None), None)


def _parent_of(wording: Wording, at: int) -> Told | None:
    """How many children "a mother of three" has."""
    if wording.lemma[at] not in _words("parents"):
        return None
    after = [i for i in range(at + 1, min(at + 6, len(wording))) if wording.word(i) not in HYPHENS]
    if len(after) < 2 or wording.lemma[after[0]] != "of":
        return None
    number = number_at(wording, after[1])
    # "Of two boys" and "of three young children" may be some of them.
    of_some = len(after) > 2 and wording.pos[after[2]] in ("NOUN", "ADJ", "NUM")
    if number is None or (of_some and wording.lemma[after[2]] not in _words("children")):
        return None
    return Told(after[1], after[1] + 1, str(number))


_CHILDREN = Reading(_children_beside, _children_before, _children_beside)
FAMILY_RELATIONS: tuple[Relation, ...] = (
    Relation("children", "figure", partial(find_stated, _CHILDREN), have_other_values, is_telling=always),
)
