"""How far and on which side of a named place something lies: "Voss, 40 miles east of Bergen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from math import log10

from variorum.collate.compare.figures import compare_figures
from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.scenes.scene_places import point_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known
from variorum.text.units import to_base_unit

# Words between the name of a place and how far it lies from another, and before the name that it is measured from.
_BETWEEN = 6
_DIRECTION = 5
_NAME = 5
# Words before a distance among which a happening is told.
_TOLD_BEFORE = 12
# Two distances of one place that lie nearer to each other are measured from other ends of a town.
_APART = 1.25
_MEASURED = ("of", "from", "off", "outside")
_words = partial(load_words, "en", "scenes", "surroundings")


def find_distances(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how far something lies from a named place: "Voss, 40 miles north of Bergen", "the isle is 40 miles …"."""
    facts = list(_find_distances(wordings))
    abouts = {fact.about for fact in facts}
    for fact in facts:
        noun, _, reached = fact.about.partition(" from ")
        named = sorted(each for each in abouts if each.startswith("@") and each.endswith(f" from {reached}"))
        if named and noun[0] not in "@~":
            about = [each for each in named if _is_called(wordings, each[1:].removesuffix(f" from {reached}"), noun)]
            yield Fact(about[0] if len(about) == 1 else fact.about, fact.side)
        else:
            yield fact


def _is_called(wordings: Sequence[Wording], place: str, noun: str) -> bool:
    """Whether some sentence says of a named place what it is: "Voss, a small island", "Voss island"."""
    for wording in wordings:
        if noun in wording.lemma:
            for value in wording.values:
                if value.kind == "place" and place_key(wording, value) == place:
                    told = [i for i in wording.children[value.end - 1] if wording.dep[i] == "appos"]
                    if any(
                        wording.lemma[i] == noun for i in (*told, *range(value.end, min(value.end + 1, len(wording))))
                    ):
                        return True
    return False


def _find_distances(wordings: Sequence[Wording]) -> Iterator[Fact]:
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.quantity is not None and _is_length(value.quantity.unit):
                reached = _reached(wording, value.end)
                about = _lying(wording, value.first, value.end) if reached is not None else ""
                if reached is not None and about:
                    yield Fact(f"{about} from {place_key(wording, reached)}", Side(number, unit_of(value)))


def find_bearings(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield on which side of a named place something lies: "Voss, east of Bergen"."""
    for number, wording in enumerate(wordings):
        for index in range(len(wording) - 2):
            towards = point_of(wording.word(index)) if wording.lemma[index + 1] == "of" else ""
            if not towards:
                continue
            reached = _named_after(wording, index + 2)
            first = index
            if first and (more := point_of(wording.word(first - 1))):
                first, towards = first - 1, more + towards  # "south west of"
            about = _lying(wording, first, index + 1) if reached is not None else ""
            if reached is not None and about:
                unit = Unit(first, reached.end, None)
                yield Fact(f"{about} of {place_key(wording, reached)}", Side(number, unit), towards)


def find_steps(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how many houses or blocks off something happened: "was caught three houses away", "two blocks off".

    Being found and being arrested is one happening.
    """
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.quantity is None or value.quantity.kind != "count" or value.end + 1 >= len(wording):
                continue
            step, after = wording.lemma[value.end], wording.lemma[value.end + 1]
            verbs = {wording.lemma[value.first], *(wording.lemma[i] for i in wording.above(value.end, 5))}
            if step not in _words("steps") or after not in ("away", "from", "down"):
                continue
            acts = ["arrest"] if verbs & _words("arrests") else sorted(verbs & _words("happening"))
            if acts:
                kind = "house" if step in _words("houses") else step
                yield Fact(f"{acts[0]} {kind}", Side(number, unit_of(value)))


def place_key(wording: Wording, value: Value) -> str:
    """Return a place in a form that is the same in all reports."""
    name = wording.words(value.first, value.end)
    known = find_known(name)
    return known.id if known is not None else " ".join(name_words(name))


def _is_length(unit: str | None) -> bool:
    base = to_base_unit(1.0, unit) if unit is not None else None
    return base is not None and base.unit == "m"


def _reached(wording: Wording, index: int) -> Value | None:
    """The place that a distance is measured from: behind brackets, a direction and "of", "from" or "off"."""
    if index < len(wording) and wording.word(index) == "(":
        closing = (i + 1 for i in range(index, min(len(wording), index + _BETWEEN)) if wording.word(i) == ")")
        index = next(closing, index)
    end = min(len(wording), index + _DIRECTION)
    while index < end and (point_of(wording.word(index)) or wording.lemma[index] in ("-", "away", "to", "the")):
        index += 1
    if index >= end or wording.lemma[index] not in _MEASURED:
        return None
    return _named_after(wording, index + 1)


def _named_after(wording: Wording, index: int) -> Value | None:
    """The place named at a word or a few words behind it: "of the capital, Oslo"; None where something else is."""
    found = (wording.value_at[i] for i in range(index, min(len(wording), index + _NAME)) if i in wording.value_at)
    value = next(found, None)
    return value if value is not None and value.kind == "place" else None


def _lying(wording: Wording, first: int, end: int) -> str:
    """What lies so far away: a place named before it, a happening, a thing; empty where that is not known."""
    verb = wording.verb_above(first)
    subject = wording.subject_of(verb)
    named = _named_before(wording, first, subject)
    if named is None:
        named = _named_above(wording, end - 1)
    if named is not None:
        return f"@{place_key(wording, named)}"
    near = (subject, wording.head[verb], *wording.above(end - 1, 3), *range(max(0, first - _TOLD_BEFORE), first))
    if any(each is not None and wording.lemma[each] in _words("happenings") for each in near):
        return "~"
    if subject is not None and wording.lemma[verb] in _words("lying") and wording.pos[subject] == "NOUN":
        return wording.lemma[subject]
    return ""


def _named_above(wording: Wording, index: int) -> Value | None:
    """The place of which what stands beside it tells: "Voss, an island off the coast and 40 miles north of Bergen"."""
    for at in wording.above(index, 4):
        if wording.dep[at] == "appos":
            value = wording.value_at.get(wording.head[at])
            return value if value is not None and value.kind == "place" else None
    return None


def _named_before(wording: Wording, first: int, subject: int | None) -> Value | None:
    """The place named just before a distance, or the subject of its clause; not the land told with the place."""
    index = first - 1
    while index >= max(0, first - _BETWEEN):
        before = wording.value_at.get(index)
        if before is None:
            if wording.lemma[index] not in _words("located") and not point_of(wording.word(index)):
                return None
        elif before.mention is not None:
            if before.kind != "place" and index != subject:
                return None
            area = find_known(wording.words(before.first, before.end))
            if area is None or area.kind not in ("state", "country") or wording.word(before.first - 1) != ",":
                return before
            index = before.first - 1
        elif before.quantity is None:
            return None
        index -= 1
    return None


def are_two_distances(one: Stated, other: Stated) -> bool:
    """Return whether two distances differ by more than measuring from other ends of a town explains."""
    value, partner = one.fact.side.unit.value, other.fact.side.unit.value
    if value is None or partner is None or value.quantity is None or partner.quantity is None:
        return False
    verdict = compare_figures(value.quantity, partner.quantity)
    return verdict.outcome == "differs" and verdict.distance > log10(_APART)


def point_apart(one: Stated, other: Stated) -> bool:
    """Return whether two directions have no point of the compass in common."""
    return set(one.fact.value).isdisjoint(other.fact.value)


DISTANCE_RELATIONS: tuple[Relation, ...] = (
    Relation("distance", "figure", find_distances, are_two_distances),
    Relation("steps off", "figure", find_steps, are_two_distances),
    Relation("bearing", "place", find_bearings, point_apart),
)
