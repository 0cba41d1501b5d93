"""How old persons are: beside their names, after "he was", and by a noun alone ("the five-year-old boy")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.findings.facts.named import is_person, persons_in
from variorum.collate.findings.facts.persons.beside_names import Spot
from variorum.collate.findings.facts.persons.homes import place_at
from variorum.collate.findings.facts.persons.told_beside import (
    Reading,
    Told,
    find_stated,
    number_at,
    phrase_before,
    phrase_from,
)
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_words
from variorum.model.span import ReportId

_words = partial(load_words, "en", "persons")
_OLDEST, _GROWN = 115, 10
_ENDS = frozenset({",", ".", ";", "and", "of", "from", "who"})
_LISTING, _WHENCE = frozenset({";", "—"}), frozenset({"of", "from"})
# Ages of one whom a report tells by a noun with "a" alone lie no further apart; of two people they mostly do.
_NEAR = 4


def _age_beside(wording: Wording, spot: Spot) -> Told | None:
    at = spot.at
    if wording.lemma[at] == "who" and at + 1 < len(wording):
        at += 1
    if at + 1 < len(wording) and wording.word(at).lower() in ("aged", "age", "turned"):
        return _bare_age(wording, at + 1, is_told=True)
    if spot.how == "apposed" and spot.order == 0 and at == spot.at and (told := _bare_age(wording, at)):
        return told
    if spot.how in ("is", "was"):
        # "Berg was 34." and "is 34 and lives here", but "was 34 for 51".
        ends = wording.lemma[at + 1] in _ENDS if at + 1 < len(wording) else True
        told = _age_at(wording, at) or _bare_age(wording, at, is_told=ends and (number_at(wording, at) or 0) >= _GROWN)
        return None if told and spot.how == "was" and _is_of_once(wording, told.end) else told
    if wording.pos[at] == "DET" and spot.how == "apposed":
        phrase = tuple(phrase_from(wording, at))
        ages = (_age_at(wording, index) or _rough_age_at(wording, index) for index in phrase)
        return next((told for told in ages if told is not None), None) or _stage_at(wording, phrase)
    return _rough_age_at(wording, at) if spot.how in ("apposed", "is") else None


def _rough_age_at(wording: Wording, at: int) -> Told | None:
    """The years between which somebody is who is told as "a teenager" or "in her 40s"."""
    if wording.lemma[at] in _words("teenagers"):
        # A "teen star" may be of any age, and a "former teenage champion" is.
        noun = at + 1 < len(wording) and wording.pos[at + 1] in ("NOUN", "PROPN", "ADJ")
        alone = not noun or is_person(wording.value_at.get(at + 1)) or wording.lemma[at + 1] in _words("unnamed")
        once = at > 0 and wording.lemma[at - 1] in ("former", "then", "onetime", "one-time")
        return Told(at, at + 1, "13-19") if alone and not once else None
    decade = wording.word(at + 2) if at + 2 < len(wording) else ""
    if wording.lemma[at] != "in" or wording.word(at + 1).lower() not in ("his", "her") or decade[1:] != "0s":
        return None
    return Told(at + 2, at + 3, f"{decade[:2]}-{decade[0]}9") if decade[0].isdigit() else None


def _stage_at(wording: Wording, phrase: Iterable[int]) -> Told | None:
    """The years between which one is who is told as "a boy" or "a woman", and not as "a party girl"."""
    for index in phrase:
        years = load_keys("en", "persons", "stages").get(wording.lemma[index]) if wording.tag[index] == "NN" else None
        if years is not None:
            plain = not any(wording.dep[i] == "compound" for i in wording.children[index])
            return Told(index, index + 1, years) if plain else None
    return None


def _age_at_full_stop(wording: Wording, spot: Spot) -> Told | None:
    """What "he was 84." tells. Other ages told of "he" are mostly those of another day."""
    ends = wording.word(spot.at + 1) == "." if spot.at + 1 < len(wording) else True
    return _bare_age(wording, spot.at, is_told=True) if spot.how == "was" and ends else None


def _bare_age(wording: Wording, at: int, *, is_told: bool = False) -> Told | None:
    """An age that is no more than a number: after "aged", or between commas."""
    number = number_at(wording, at)
    if number is None or not 0 < number <= _OLDEST or _is_of_once(wording, at + 1):
        return None
    value = wording.value_at.get(at)
    after = wording.lemma[at + 1] if at + 1 < len(wording) else "."
    if after == "and" and number_at(wording, at + 2) is not None:
        # "Ann Berg and Ole Dahl, 34 and 36".
        return None
    read_so = value is not None and value.quantity is not None and value.quantity.unit == "year"
    if value is not None and value.quantity is not None and value.quantity.approximate:
        return None
    # A bare count may be a score or a number of anything, but "Berg, 34 of Bergen;".
    in_list = number >= _GROWN and (after in _LISTING or (after in _WHENCE and place_at(wording, at + 2) is not None))
    return Told(at, at + 1, str(number)) if is_told or in_list or (read_so and after in _ENDS) else None


def _age_at(wording: Wording, at: int) -> Told | None:
    """An age that says so: "34-year-old", "34 years old"."""
    value = wording.value_at.get(at)
    quantity = value.quantity if value is not None else None
    if value is None or quantity is None or quantity.unit != "year" or value.first != at or quantity.value is None:
        return None
    if not any(wording.lemma[i] == "old" for i in range(value.first, min(value.end + 1, len(wording)))):
        return None
    unsure = any(wording.word(i).lower().split("-")[0] in _words("unsure") for i in range(max(0, at - 2), at + 1))
    if quantity.approximate or unsure or not quantity.value.is_integer():
        return None
    return Told(value.first, value.end, f"{quantity.value:g}")


def _is_of_once(wording: Wording, at: int) -> bool:
    """Whether an age is one of an earlier day: "was 17 when", "was 17 at the time"."""
    return at < len(wording) and wording.lemma[at] in _words("once")


def _age_before(wording: Wording, name: Value) -> Told | None:
    phrase = tuple(phrase_before(wording, name))
    for index in phrase:
        value = wording.value_at.get(index)
        if value is not None and value.quantity is not None and value.quantity.unit == "year":
            return _age_at(wording, value.first)
        if (told := _rough_age_at(wording, index)) is not None:
            return told
    return _stage_at(wording, phrase[:1])


def _other_age(one: Stated, other: Stated) -> bool:
    """Whether two ages, or the years between which one lies, have none in common."""
    (low, high), (low_other, high_other) = (
        (int(years[0]), int(years[-1])) for years in (each.fact.value.split("-") for each in (one, other))
    )
    gap = max(low, low_other) - min(high, high_other)
    return gap > 0 and (gap <= _NEAR or not (_is_anyone(one) or _is_anyone(other)))


def _is_anyone(stated: Stated) -> bool:
    """Whether an age is told of "a driver" without a name, who may be another one than the driver."""
    wording, first = stated.wording, stated.fact.side.unit.first
    return "a" in wording.lemma[max(0, first - 2) : first] and not any(persons_in(wording))


_AGE = Reading(_age_beside, _age_before, _age_at_full_stop)


def _find_ages(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how old persons are; "a boy" tells nothing more in a report that tells the age."""
    facts = list(find_stated(_AGE, wordings))
    exact: dict[str, set[ReportId]] = defaultdict(set)
    for fact in facts:
        if "-" not in fact.value:
            exact[fact.about] |= wordings[fact.side.wording].reports
    for fact in facts:
        if "-" not in fact.value or not wordings[fact.side.wording].reports <= exact[fact.about]:
            yield fact


AGE_RELATIONS: tuple[Relation, ...] = (Relation("age", "figure", _find_ages, _other_age, is_telling=always),)
