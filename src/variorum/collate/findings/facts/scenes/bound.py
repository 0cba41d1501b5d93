"""Whither ships and planes go: "the ferry bound for Bergen", "was en route to Bergen", "the flight from Voss to it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.clauses import subject_meant
from variorum.collate.findings.facts.fact import Fact, Relation
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.scenes.addresses import are_two_places
from variorum.collate.findings.facts.scenes.scene_acts import is_main
from variorum.collate.findings.facts.scenes.scene_places import kind_of_place, points_of_compass
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold

_words = partial(load_words, "en", "scenes", "bound")
# Words in which a voyage tells whence and whither.
_WAY = 12


def find_destinations(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whither what carries people goes, by the kind of the place."""
    for number, wording in enumerate(wordings):
        for index, lemma in enumerate(wording.lemma[:-1]):
            place = None
            if lemma in _words("under_way") and _is_voyage(wording, index):
                place = _place_behind(wording, index + 1, ("to", "for"))
            elif lemma in _words("voyages") and wording.word(index + 1) == "from" and is_main(wording, index):
                end = min(len(wording), index + _WAY)
                way = next((i for i in range(index + 2, end) if wording.lemma[i] == "to"), end)
                place = _place_behind(wording, way, ("to",))
            kind = kind_of_place(wording, place) if place is not None else ""
            if place is not None and kind in ("city", "country"):
                told = fold(wording.words(place.first, place.end))
                yield Fact(f"to {kind}", Side(number, unit_of(place)), told)


def _place_behind(wording: Wording, at: int, ways: Sequence[str]) -> Value | None:
    """The place behind one of some prepositions, a point of the compass before it: "south for the Netherlands"."""
    at += at < len(wording) and wording.lemma[at] in points_of_compass()
    if at + 2 >= len(wording) or wording.lemma[at] not in ways:
        return None
    place = wording.value_at.get(at + 1 + (wording.pos[at + 1] == "DET"))
    return place if place is not None and place.kind in ("place", "name") else None


def _is_voyage(wording: Wording, index: int) -> bool:
    """Whether what is on its way carries people: the noun that it stands behind, or the subject, named or not."""
    before = range(max(0, index - 3), index)
    nouns = [i for i in before if wording.lemma[i] in _words("voyages") and wording.tag[i] == "NN"]
    if nouns:
        return is_main(wording, nouns[-1])  # not "a flight bound for", told late: it is another one
    verb = wording.verb_above(index)
    subject = subject_meant(wording, verb)
    if subject is None:
        return False
    named = wording.value_at.get(subject)
    return wording.lemma[subject] in _words("voyages") or (
        named is not None and not is_person(named) and wording.lemma[verb] == "be"
    )


BOUND_RELATIONS: tuple[Relation, ...] = (Relation("destination", "place", find_destinations, are_two_places),)
