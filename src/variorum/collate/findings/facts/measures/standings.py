"""What a team's record stands at, how strong the quake was, and for which time somebody did or won something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import are_apart
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "standings")
_NUMBER = re.compile(r"\d{1,3}$")
_SCORE = re.compile(r"\d ?[-‐‑–—] ?\d")
_DASHES = frozenset("-‐‑–—")
_MAGNITUDE = re.compile(r"(?:magnitude-)?(\d(?:\.\d)?)(?:-magnitude)?$", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4}|XXXX)(-\d\d)?$")
_QUAKES_APART, _STRONGEST = 1.0, 10
# Words before a strength among which "magnitude" stands.
_BEHIND = 4
# Bouts and games of a season are fewer than this; "1914-18" and scores of points are none.
_MOST = 99
_MODIFYING = frozenset({"amod", "compound", "nmod"})
_TWO_NUMBERS = 3
# Reports of one game count their team's games alike but for a slip.
_GAMES_APART = 2
# A record of bouts stands beside a name with how many were won by knockout: "Berg, 12-1, 9 KOs".
_KNOCKOUTS = 5
# Words between a verb of winning and the score.
_NEAR = 8


def _find_records(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the records that sentences give to teams and fighters: "the Colts (9-5)", "improved to 9-5"."""
    for number, wording in enumerate(wordings):
        if _words("entering").isdisjoint(wording.lemma):
            for unit in find_scores_in(wording):
                team = _bearer(wording, unit)
                if team is not None:
                    words = wording.words(unit.first, unit.end)
                    yield Fact(team, Side(number, unit), re.sub(r"[^\d]", "-", words))


def find_scores_in(wording: Wording) -> Iterator[Unit]:
    """Yield numbers with hyphens between them: "9-5", "45-1-2"."""
    index = 0 if _SCORE.search(wording.text) else len(wording)
    while index + 2 < len(wording):
        end = index
        while _NUMBER.match(wording.word(end)) and end + 2 < len(wording) and wording.word(end + 1) in _DASHES:
            end += 2
        if end > index and _NUMBER.match(wording.word(end)):
            if all(int(wording.word(i)) <= _MOST for i in range(index, end + 1, 2)):
                yield Unit(index, end + 1, None)
            index = end
        index += 1


def _bearer(wording: Wording, unit: Unit) -> str | None:
    """Whose record numbers are: the name before a bracket, the subject of "improve to"; None for a score."""
    first, end = unit.first, unit.end
    if first >= 2 and wording.word(first - 1) == "(" and end < len(wording) and wording.word(end) in (")", ",", ";"):
        return _named_at(wording, first - 2)
    knockouts = not _words("knockouts").isdisjoint(wording.lemma[end : end + _KNOCKOUTS])
    if first >= 2 and knockouts and wording.word(first - 1) == ",":
        return _named_at(wording, first - 2)
    if first >= 2 and wording.lemma[first - 1] in ("to", "at") and wording.lemma[first - 2] in _words("standing"):
        after = wording.lemma[end : end + 2]
        if _words("scoping").isdisjoint(after):
            # "Their record rose to 9-5": the parser may take the record for an object of what stands before.
            subject = first - 3 if wording.lemma[first - 3] == "record" else wording.subject_of(first - 2)
            return _owner_of_record(wording, subject) if subject is not None else None
    return None


def _owner_of_record(wording: Wording, subject: int) -> str | None:
    owners = [i for i in wording.children[subject] if wording.dep[i] in ("poss", "nmod") and i in wording.value_at]
    at = owners[0] if owners and wording.lemma[subject] == "record" else subject
    return _named_at(wording, at)


def _named_at(wording: Wording, index: int) -> str | None:
    value = wording.value_at.get(index)
    if value is None or value.mention is None:
        return None
    words = name_words(wording.words(value.first, value.end))
    return words[-1] if words else None


def _find_scores(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the final scores of two teams: "beat the Lions 20-13", "lost to the Bears, 20-13"."""
    for number, wording in enumerate(wordings):
        if not _words("former").isdisjoint(wording.lemma):
            continue
        for unit in find_scores_in(wording):
            teams = _opponents(wording, unit)
            if teams is not None and unit.end - unit.first == _TWO_NUMBERS:
                points = sorted(int(wording.word(i)) for i in (unit.first, unit.end - 1))
                yield Fact(teams, Side(number, unit), "-".join(map(str, points)))


def _opponents(wording: Wording, unit: Unit) -> str | None:
    """The two teams of which one beat the other shortly before a score."""
    verb = next((i for i in range(unit.first - 1, -1, -1) if wording.lemma[i] in _words("beating")), None)
    if verb is None or unit.first - verb > _NEAR:
        return None
    subject = wording.subject_of(verb)
    winner = _named_at(wording, subject) if subject is not None else None
    beaten = [_named_at(wording, i) for i in range(verb + 1, unit.first)]
    others = sorted({each for each in beaten if each is not None})
    return " ".join(sorted((winner, others[0]))) if winner is not None and len(others) == 1 else None


def _find_magnitudes(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the magnitudes of the quake that a story is of, one a sentence that gives no other, and by who gives them.

    Where reports tell several that is no conflict, unless they have two of one observatory.
    """
    for number, wording in enumerate(wordings):
        shakes = not _words("quakes").isdisjoint(wording.lemma)
        if not (shakes or "magnitude" in wording.lemma) or not _words("other").isdisjoint(wording.lemma):
            continue
        if _is_of_any_quake(wording) or any(_is_of_a_month(value) for value in wording.values):
            continue
        found = list(_strengths(wording))
        for unit in found:
            match = re.search(r"\d(?:\.\d)?", wording.words(unit.first, unit.end))
            if match is not None:
                # Without a word for a quake a sentence may tell of anything that has a magnitude, but for whose it is.
                abouts = ["", *_givers(wording, unit)] if shakes and len(found) == 1 else _givers(wording, unit)
                yield from (Fact(about, Side(number, unit), match[0]) for about in abouts)


def _givers(wording: Wording, unit: Unit) -> list[str]:
    """Who measured a strength, as far as the clause and what governs it name them: "the survey and Norvik said"."""
    verb = wording.verb_above(top_of(wording, unit))
    for each in (verb, wording.head[verb]):
        subject = wording.subject_of(each)
        told = [subject, *(i for i in wording.children[subject] if wording.dep[i] == "conj")] if subject else []
        named = [wording.value_at.get(i) for i in told]
        names = [
            name_words(wording.words(value.first, value.end))
            for value in named
            if value is not None and value.mention is not None and value.mention.type == "ORG"
        ]
        if names:
            return sorted({"geological" if "geological" in name else _usual(name[-1]) for name in names if name})
    return []


def _usual(name: str) -> str:
    return "geological" if name == "usgs" else name


def _is_of_any_quake(wording: Wording) -> bool:
    """Whether a sentence tells what quakes of a strength are and do: "a quake of magnitude 6 can cause damage"."""
    for index, lemma in enumerate(wording.lemma):
        if lemma in _words("quakes") and wording.tag[index] == "NNS":
            return True
        if lemma in _words("quakes") and wording.dep[index] == "nsubj":
            auxiliaries = [wording.lemma[i] for i in wording.children[wording.head[index]] if wording.dep[i] == "aux"]
            if not _words("general").isdisjoint(auxiliaries):
                return True
    return False


def _is_of_a_month(value: Value) -> bool:
    """Whether a time is a year or a month, without a day: that of a quake of the past."""
    return value.time is not None and _MONTH.match(value.time.value) is not None


def _strengths(wording: Wording) -> Iterator[Unit]:
    for value in wording.values:
        quantity = value.quantity
        if quantity is None:
            continue
        # "A magnitude of 5.9", "put the magnitude at 5.9, but the survey said it was 6.1".
        before = wording.lemma[max(0, value.first - _BEHIND) : value.first]
        named = "magnitude" in before and before[-1] in ("of", "at")
        named = named or (before[-1:] == ["be"] and "magnitude" in wording.lemma)
        if quantity.unit == "magnitude" or (named and quantity.kind == "count" and _is_strength(quantity.value)):
            yield unit_of(value)
    for index in range(len(wording)):
        word = wording.word(index)
        if index not in wording.value_at and "agnitude" in word and _MAGNITUDE.match(word):
            yield Unit(index, index + 1, None)


def _is_strength(number: float | None) -> bool:
    return number is not None and 0 < number < _STRONGEST


def _find_times(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield which one in a row something of somebody is: "her third title", "won for the sixth time"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.kind == "ordinal" and (about := _in_row(wording, value)) is not None:
                yield Fact(about, Side(number, unit_of(value)))


def _in_row(wording: Wording, value: Value) -> str | None:
    """What an ordinal counts, with its modifiers and its scope, and whose it is; None where that stays open."""
    top = top_of(wording, unit_of(value))
    noun = wording.head[top]
    first = value.quantity is None or value.quantity.value == 1
    if (
        first
        or wording.dep[top] != "amod"
        or wording.pos[noun] != "NOUN"
        or wording.lemma[noun] not in _words("counted")
    ):
        return None
    verb = wording.verb_above(noun)
    told = [wording.lemma[i] for i in wording.children[noun] if wording.dep[i] in _MODIFYING and i != top]
    scope = [
        wording.lemma[i]
        for each in (noun, verb)
        for prep in wording.children[each]
        if wording.dep[prep] == "prep" and wording.lemma[prep] in ("in", "of", "since", "this")
        for i in wording.children[prep]
    ]
    # "The fifth coach fired this season" and "the fourth since she took over" are of two rows.
    told += [wording.lemma[i] for i in wording.children[noun] if wording.dep[i] in ("acl", "relcl", "advcl")]
    told += ["since"] if "since" in wording.lemma[noun:] else []
    owners = [i for i in wording.children[noun] if wording.dep[i] == "poss" and wording.pos[i] != "PRON"]
    subject = owners[0] if owners else wording.subject_of(verb)
    owner = _named_at(wording, subject) if subject is not None else None
    if owner is None or wording.is_denied(verb):
        return None
    deed = wording.lemma[verb] if wording.lemma[noun] == "time" else ""
    return " ".join([owner, deed, *sorted(told), wording.lemma[noun], *sorted(scope)])


def _exclude(one: Stated, other: Stated) -> bool:
    return one.fact.value != other.fact.value and not are_apart(one, other)


def _exclude_records(one: Stated, other: Stated) -> bool:
    """Two records of about the same number of games: others are of two moments of a season."""
    left, right = (sum(map(int, each.fact.value.split("-"))) for each in (one, other))
    return abs(left - right) <= _GAMES_APART and _exclude(one, other)


def _exclude_strengths(one: Stated, other: Stated) -> bool:
    """Magnitudes that differ by more than rounding to a whole."""
    left, right = float(one.fact.value), float(other.fact.value)
    # Stations measure one quake alike but for less than this; what lies further apart are two quakes.
    if abs(left - right) >= _QUAKES_APART:
        return False
    low = one if left < right else other
    at = low.fact.side.unit.first
    if {"least", "than", "over"} & {*low.wording.lemma[max(0, at - _BEHIND) : at]}:
        return False
    if left == right or (left.is_integer() != right.is_integer() and abs(left - right) <= 0.5):
        return False
    return not are_apart(one, other)


def _exclude_times(one: Stated, other: Stated) -> bool:
    left, right = one.fact.side.unit.value, other.fact.side.unit.value
    if left is None or right is None or left.quantity is None or right.quantity is None:
        return False
    return left.quantity.value != right.quantity.value and not are_apart(one, other)


STANDING_RELATIONS: tuple[Relation, ...] = (
    Relation("record", "figure", _find_records, _exclude_records),
    Relation("score", "figure", _find_scores, _exclude),
    Relation("magnitude", "figure", _find_magnitudes, _exclude_strengths),
    Relation("in-row", "figure", _find_times, _exclude_times),
)
