"""Of which peoples so many were: "23 Somali sailors" beside "12 Somali and 11 Yemeni sailors"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.predications import alike_name
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId
from variorum.text.gazetteer import find_known

# So many are told of once in a story; fewer than these only where the noun is the same.
_MANY = 10
# Words between a figure and the people ("23 heavily armed Somali"), and between the people and the noun.
_BETWEEN = 2
_JOINING = frozenset({"and", ",", "&"})


class _Counted(NamedTuple):
    """So many of some peoples, by country; `noun` is the lemma of what they are, empty where it is not told."""

    total: int
    countries: frozenset[str]
    noun: str
    end: int


def find_peoples(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield of which peoples so many are told to be, with the peoples that their reports tell of anywhere."""
    found: list[tuple[int, int, _Counted]] = []
    named: dict[ReportId, set[str]] = defaultdict(set)
    for number, wording in enumerate(wordings):
        for report in wording.reports:
            named[report].update(country for i in range(len(wording)) if (country := _country(wording.word(i))))
        taken = 0
        for first in (i for i, key in enumerate(wording.key) if key.startswith("#")):
            counted = _read(wording, first) if first >= taken else None
            if counted is not None and "?" not in wording.text:
                taken = counted.end
                found.append((number, first, counted))
    for number, first, counted in found:
        beside = set[str]().union(*(named[report] for report in wordings[number].reports))
        value = "|".join((" ".join(sorted(counted.countries)), counted.noun, " ".join(sorted(beside))))
        yield Fact(str(counted.total), Side(number, Unit(first, counted.end, None)), value)


def _read(wording: Wording, first: int) -> _Counted | None:
    """The people and peoples that stand behind a figure; figures of each of several are added up."""
    total, countries, at = 0, set[str](), first
    while (part := _part(wording, at)) is not None:
        number, country, end = part
        total, at = total + number, end
        countries.add(country)
        # "23 Somali and Yemeni sailors".
        while at + 1 < len(wording) and wording.lemma[at] in _JOINING and (also := _country(wording.word(at + 1))):
            countries.add(also)
            at += 2
        if not (at + 1 < len(wording) and wording.lemma[at] in _JOINING and _part(wording, at + 1)):
            break
        at += 1
    if total < 2 or not countries:
        return None
    nouns = [i for i in range(at, min(at + 1 + _BETWEEN, len(wording))) if wording.tag[i] == "NNS"]
    if nouns and all(wording.pos[i] in ("NOUN", "ADJ", "PROPN") for i in range(at, nouns[0])):
        return _Counted(total, frozenset(countries), alike_name(wording.lemma[nouns[0]]), nouns[0] + 1)
    is_people = wording.tag[at - 1] in ("NNS", "NNPS")
    return _Counted(total, frozenset(countries), "", at) if is_people else None


def _part(wording: Wording, at: int) -> tuple[int, str, int] | None:
    """A figure with the people behind it: how many, of which country, and where the words of it end."""
    figure = wording.key[at][1:]
    if not wording.key[at].startswith("#") or not figure.isdigit():
        return None
    for index in range(at + 1, min(at + 2 + _BETWEEN, len(wording))):
        if country := _country(wording.word(index)):
            return int(figure), country, index + 1
        if wording.pos[index] not in ("ADJ", "ADV", "VERB"):
            return None
    return None


@lru_cache(maxsize=50_000)
def _country(word: str) -> str:
    """The country of a word for a people, empty for any other word."""
    known = find_known(word) if word[:1].isupper() else None
    return (known.country or "") if known is not None and known.kind == "people" else ""


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two counts of as many of one kind are of other peoples, of which neither report tells elsewhere."""
    countries, noun, beside = (part.split() for part in one.fact.value.split("|"))
    partners, noun_other, beside_other = (part.split() for part in other.fact.value.split("|"))
    if set(countries) == set(partners) or not _are_alike(noun, noun_other, int(one.fact.about)):
        return False
    return set(partners).isdisjoint(set(beside) - set(countries)) and set(countries).isdisjoint(
        set(beside_other) - set(partners)
    )


def _are_alike(noun: Sequence[str], other: Sequence[str], total: int) -> bool:
    """Whether two nouns, each at most one, may be of the same people."""
    if noun == other:
        return bool(noun) or total >= _MANY
    untold = load_words("en", "means", "words", "nationals")
    return total >= _MANY and any(not each or each[0] in untold for each in (noun, other))


PEOPLE_RELATIONS: tuple[Relation, ...] = (Relation("peoples", "description", find_peoples, _exclude),)
