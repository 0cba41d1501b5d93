"""Persons as bearers of facts: by their last name ("=malk"), as far as a story tells of one person of that name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.findings.facts.fact import Stated
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.points import Value, Wording

_NAMED = "="
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def bearer_named(wording: Wording, name: Value) -> str | None:
    """Return the person whom a name names, as bearer: "=malk"; None for a name without a word."""
    last = _last_name(wording.words(name.first, name.end))
    return f"{_NAMED}{last}" if last else None


def is_named(bearer: str) -> bool:
    """Return whether a bearer is told by name."""
    return bearer.startswith(_NAMED)


def bearers_in(wording: Wording) -> Iterator[str]:
    """Yield the persons whom a sentence names, as bearers."""
    bearers = (bearer_named(wording, name) for name in persons_in(wording))
    yield from (bearer for bearer in bearers if bearer is not None)


def two_of_a_name(wordings: Sequence[Wording]) -> Mapping[str, Set[int]]:
    """Return the bearers whose last name two persons have ("=malk"), with the sentences that may be of the other one.

    Who is named in full in twice as many reports as any namesake is meant wherever none of these is named in full.
    """
    at: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, wording in enumerate(wordings):
        for name in _full_names([wording]):
            at[f"{_NAMED}{_last_name(name)}"][name].append(number)
    return dict(_doubled(wordings, at))


def _doubled(
    wordings: Sequence[Wording], at: Mapping[str, Mapping[str, Sequence[int]]]
) -> Iterator[tuple[str, Set[int]]]:
    for last, names in at.items():
        if len(names) == 1:
            continue
        told = {name: frozenset().union(*(wordings[i].reports for i in places)) for name, places in names.items()}
        first = max(names, key=lambda name: (len(told[name]), name))
        others = [name for name in names if compare_names(first, name).outcome == "differs"]
        if any(2 * len(told[name]) > len(told[first]) for name in others):
            yield last, frozenset(range(len(wordings)))
        elif others:
            yield last, frozenset(i for name in others for i in names[name])


def shortened_names(wordings: Sequence[Wording]) -> Mapping[str, str]:
    """Return the bearers that are told by a part of a name, with the whole: "=malk" beside "=voss-malk", "=joren"."""
    told = {tuple(name_words(name)) for name in _full_names(wordings)}
    doubles = sorted((words[0], words[-1]) for words in told if "-" in words[-1])
    shortened = {
        f"{_NAMED}{part}": f"{_NAMED}{last}"
        for first, last in doubles
        for part in last.split("-")
        if any(words[0] == first and words[-1] == part for words in told)
    }
    lasts = {words[-1] for words in told}
    by_first: dict[str, set[str]] = defaultdict(set)
    for words in told:
        by_first[words[0]].add(words[-1])
    one = {first: min(names) for first, names in by_first.items() if len(names) == 1 and first not in lasts}
    return {f"{_NAMED}{first}": f"{_NAMED}{last}" for first, last in sorted(one.items())} | shortened


def among_persons(value: str, wording: Wording) -> str:
    """Return a value with the persons whom its sentence names, for `differ_among_persons`."""
    return "|".join((value, *sorted(set(bearers_in(wording)))))


def differ_among_persons(one: Stated, other: Stated) -> bool:
    """Return whether two values differ, and their sentences do not name persons of whom none is the same."""
    value, *persons = one.fact.value.split("|")
    value_other, *persons_other = other.fact.value.split("|")
    apart = persons and persons_other and set(persons).isdisjoint(persons_other)
    return value != value_other and not apart


def _full_names(wordings: Sequence[Wording]) -> Iterator[str]:
    for wording in wordings:
        names = (wording.words(value.first, value.end) for value in persons_in(wording))
        yield from (name for name in names if len(name_words(name)) > 1)


def _last_name(name: str) -> str:
    """The last word of a name that is none of a generation ("LaCalamita III"), empty where there is none."""
    words = [word for word in name_words(name) if word.rstrip(".") not in _GENERATIONS]
    return words[-1] if words else ""
