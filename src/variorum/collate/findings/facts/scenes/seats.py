"""Where firms and other bodies have their seat, and which team is at home in a match.

Seats: "Bergen-based Kvam Steel", "Kvam Steel, headquartered in Bergen". Matches: "Bergen host Voss on Saturday", "Voss
at Bergen", with the day that the sentence names; who is host in the one report is no guest in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.findings.facts.persons.homes import are_other_places, place_at
from variorum.collate.findings.facts.persons.told_beside import HYPHENS
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_city, find_known
from variorum.text.names import title_words

_words = partial(load_words, "en", "seats", "words")
_BODIES = frozenset({"ORG", "PRODUCT"})
# Words from a name to what tells its seat: "Kvam Steel, which is based in".
_REACH = 5
_YEAR = len("2016")
_HOST, _GUEST = "host", "guest"


def find_seats(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield where named bodies have their seat."""
    for number, wording in enumerate(wordings):
        based = [i for i, lemma in enumerate(wording.lemma) if lemma in _words("seated") and wording.pos[i] != "NOUN"]
        for at in based:
            place = _place_of(wording, at)
            body = _body_of(wording, at) if place is not None else None
            if place is not None and body is not None:
                name = [w for w in name_words(wording.words(body.first, body.end)) if w not in _kinds_of_bodies()]
                if name:
                    # No typed value: a town that few know is no part of a great one here.
                    unit = Unit(place.first, place.end, None)
                    yield Fact(" ".join(name), Side(number, unit), wording.words(place.first, place.end))


def _kinds_of_bodies() -> frozenset[str]:
    return frozenset(title_words().organisations)


def _place_of(wording: Wording, at: int) -> Value | None:
    """The place in "Bergen-based" and in "based in Bergen"."""
    if at > 1 and wording.word(at - 1) in HYPHENS:
        told = place_at(wording, wording.value_at[at - 2].first) if at - 2 in wording.value_at else None
    elif at + 2 < len(wording) and wording.lemma[at + 1] == "in":
        told = place_at(wording, at + 2)
    else:
        return None
    return wording.value_at.get(told.first) if told is not None else None


def _body_of(wording: Wording, at: int) -> Value | None:
    """The body of which a seat is told: behind "Bergen-based" with no word but its kind between, or before "based"."""
    if wording.word(at - 1) in HYPHENS:
        after = at + 1
        while after < len(wording) and wording.pos[after] in ("NOUN", "ADJ") and after not in wording.value_at:
            after += 1
        found = wording.value_at.get(after)
    else:
        before = [v for v in wording.values if v.end <= at and at - v.end < _REACH]
        found = before[-1] if before else None
        between = range(found.end, at) if found is not None else range(0)
        if any(wording.lemma[i] not in _words("between") for i in between):
            return None
    return found if found is not None and _is_body(wording, found) else None


def _is_body(wording: Wording, value: Value) -> bool:
    if value.mention is None or value.mention.type not in _BODIES:
        return False
    return not (value.end < len(wording) and wording.word(value.end) in ("'s", "’s", *HYPHENS))


def find_hosts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield whether a team is host or guest in the match of a day."""
    for number, wording in enumerate(wordings):
        if not {*wording.lemma} & (_words("hosting") | _words("matches") | {"home"}):
            continue
        days = [v for v in wording.values if v.time is not None and v.kind == "date" and len(v.time.value) > _YEAR]
        if len(days) != 1:
            continue
        day = days[0].time.value if days[0].time is not None else ""
        for at, team, role in _teams(wording):
            town = _town_of(wording, team)
            if town:
                yield Fact(f"{town} {day}", Side(number, Unit(at, team.end, None)), role)


def _town_of(wording: Wording, team: Value) -> str:
    """The town of a team: the name itself, or what stands before the last word of it ("Voss Rovers")."""
    words = name_words(wording.words(team.first, team.end))
    if team.kind == "place":
        return " ".join(words)
    town = " ".join(words[:-1])
    return town if find_city(town) is not None or find_known(town) is not None else ""


def _teams(wording: Wording) -> Iterator[tuple[int, Value, str]]:
    """The teams of whom a sentence tells that they are hosts or guests, each behind the word that tells it."""
    for at, lemma in enumerate(wording.lemma):
        if lemma in _words("hosting") and wording.pos[at] in ("VERB", "NOUN"):
            behind = at + 2 if wording.lemma[at + 1 : at + 2] == ["the"] else at + 1
            guest = wording.value_at.get(behind) if at and at - 1 in wording.value_at else None
            if guest is not None and guest.mention is not None:
                yield at, guest, _GUEST
        elif lemma == "at" and wording.lemma[wording.head[at]] in _words("matches"):
            host = wording.value_at.get(at + 1)
            if host is not None and host.kind == "place" and top_of(wording, unit_of(host)) in wording.children[at]:
                yield at, host, _HOST
        elif lemma == "against" and _is_at_home(wording, wording.verb_above(at)):
            guest = next((wording.value_at.get(i) for i in wording.children[at] if wording.dep[i] == "pobj"), None)
            if guest is not None and guest.kind in ("name", "place") and guest.mention is not None:
                yield at, guest, _GUEST


def _is_at_home(wording: Wording, verb: int) -> bool:
    return any(wording.lemma[i] == "at" and wording.lemma[i + 1 : i + 2] == ["home"] for i in wording.children[verb])


SEAT_RELATIONS: tuple[Relation, ...] = (
    Relation("seat", "place", find_seats, are_other_places),
    Relation("host of a match", "place", find_hosts, have_other_values),
)
