"""Which value of another report is told of the same thing as a value of this one, whatever the two say.

Two figures that differ are of one point where each is the other's counterpart: of one unit, with words of one meaning
around them, and no value of the other report more alike. Where another figure of that report is more alike, or says
the same, the two are of two things ("12 of 40 were hurt" beside "40 were aboard"). How alike two values are, trees tell
from the words around them and never from the values themselves; they were fitted on values that agree, on conflicts
that readers found and on stories of our own with every point marked (training/collate/train_counterparts.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import pairwise
from typing import NamedTuple

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.counting.tally_acts import act_of, noun_of
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.findings.judged.judge import judge
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Weights, Wording
from variorum.lang.senses import near_words
from variorum.model.span import ReportId

# Two stretches, the first of the record first.
Place = tuple[int, int, int]
Key = tuple[Place, Place]
# What tells of each likeness how likely (0 to 1) the two values are told of one thing.
Score = Callable[[Sequence[Mapping[str, float]]], list[float]]

# What is known of a value that has no counterparts: names, places, words.
UNKNOWN: Mapping[str, float] = {
    "counterpart": -1.0,
    "counterpart_low": -1.0,
    "counterpart_high": -1.0,
    "counterpart_rivals": -1.0,
    "counterpart_agreed": -1.0,
    "counterpart_margin": -1.0,
}
# Values less alike than this are no counterparts, though each has none that is more alike.
NEAREST = 0.15
_KINDS = ("figure", "duration", "date", "ordinal")
_UNITS = ("money", "percent", "count", "measure")
_THEMES = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "conj"})
_NEAR = 8
_STEPS = 5
# What a word of like meaning counts beside the same word.
_SYNONYM = 0.7
_MOST_RIVALS = 5
# Of the values around which a word stands: in more than so many it says nothing, and no more than so many are scored.
_COMMON = 40
_MOST_LIKELY = 12
_SHIPPED: Score = partial(judge, kind="counterparts")
_RELATED = {"same": 1.0, "wider": 0.7, "sibling": 0.3, "opposed": -0.3}


class Beside(NamedTuple):
    """Two wordings whose values are compared."""

    left: Wording
    right: Wording


class Told(NamedTuple):
    """A value with what its report says around it.

    `type` is what two values must share to be compared at all. `noun` is what is counted or measured, `act` what
    befalls or is done to it, `theme` how near each word of its clause hangs on it (0 to 1), `near` and `sentence` the
    keys of the words beside it and of its sentence, `around` those of the sentences before and after too.
    """

    side: Side
    value: Value
    type: tuple[str | None, ...]
    noun: str | None
    act: str | None
    verb: str
    role: str
    before: str
    theme: Mapping[str, float]
    near: frozenset[str]
    sentence: frozenset[str]
    around: frozenset[str]
    reports: frozenset[ReportId]


class Counterparts:
    """The values of a storyline by report, and how alike any two of them are: by the trees that ship, or by `score`."""

    def __init__(self, wordings: Sequence[Wording], weights: Weights, score: Score = _SHIPPED) -> None:
        self.wordings, self.weights, self.score = wordings, weights, score
        self.told: dict[tuple[int, int], Told] = {}
        self.by_report: dict[tuple[ReportId, tuple[str | None, ...]], list[Told]] = defaultdict(list)
        for told in read_told(wordings):
            self.told[told.side.place[:2]] = told
            for report in told.reports:
                self.by_report[report, told.type].append(told)

    def rank(self, sides: Sequence[tuple[Side, Side]]) -> list[Mapping[str, float]]:
        """Return for each two stretches how far each is the other's counterpart among the values of its reports.

        `counterpart` is how alike the two are (0 to 1), `counterpart_low` and `_high` that as a share of the most
        alike value on either side, `counterpart_rivals` how many are more alike, `counterpart_agreed` how alike the
        most alike value is that says the same, `counterpart_margin` by how much the two are more alike than that.
        `UNKNOWN` where a stretch is no value that has counterparts.
        """
        found = [(self._told_at(one), self._told_at(other)) for one, other in sides]
        both = [(one, other) for one, other in found if one is not None and other is not None]
        asked = {
            _key(each, rival): (each, rival)
            for one, other in both
            for each, rival in (*self._around(one, other), (one, other))
        }
        alike = self._score(asked)
        return [UNKNOWN if one is None or other is None else self._ranked(one, other, alike) for one, other in found]

    def nearest(self) -> list[tuple[Side, Side]]:
        """Return the values of two reports that are each other's most alike and differ, in their order."""
        asked = {_key(told, rival): (told, rival) for told in self.told.values() for rival in self._likely(told)}
        alike = self._score(asked)
        best: dict[tuple[Place, ReportId], float] = defaultdict(float)
        for key, (one, other) in asked.items():
            for each, partner in ((one, other), (other, one)):
                for report in partner.reports:
                    at = each.side.place, report
                    best[at] = max(best[at], alike[key])
        return [
            (one.side, other.side)
            for key, (one, other) in sorted(asked.items())
            if alike[key] >= NEAREST
            and all(best[one.side.place, report] <= alike[key] for report in other.reports)
            and all(best[other.side.place, report] <= alike[key] for report in one.reports)
            and not self.agree(one, other)
        ]

    def _score(self, asked: Mapping[Key, tuple[Told, Told]]) -> Mapping[Key, float]:
        order = sorted(asked)
        return dict(zip(order, self.score([self.likeness(*asked[key]) for key in order]), strict=True))

    def _likely(self, told: Told) -> list[Told]:
        """The values of other reports that share most words with a value."""
        shared: dict[Place, float] = defaultdict(float)
        for key in sorted(told.near | told.theme.keys()):
            partners = self._posted[told.type, key]
            if len(partners) <= _COMMON:
                for partner in partners:
                    shared[partner] += self.weights.of(key)
        rivals = ((self.told[place[:2]], weight) for place, weight in shared.items())
        others = [(-weight, each.side.place) for each, weight in rivals if not each.reports & told.reports]
        return [self.told[place[:2]] for _, place in sorted(others)[:_MOST_LIKELY]]

    @cached_property
    def _posted(self) -> Mapping[tuple[tuple[str | None, ...], str], list[Place]]:
        """Where values of each type stand, by the words around them."""
        posted: dict[tuple[tuple[str | None, ...], str], list[Place]] = defaultdict(list)
        for told in self.told.values():
            for key in told.near | told.theme.keys():
                posted[told.type, key].append(told.side.place)
        return posted

    def _told_at(self, side: Side) -> Told | None:
        value = side.unit.value
        return self.told.get((side.wording, value.first)) if value is not None else None

    def _around(self, one: Told, other: Told) -> Iterator[tuple[Told, Told]]:
        """Each of two values with every value that the reports of the other tell and that may be its counterpart."""
        for each, partner in ((one, other), (other, one)):
            for report in sorted(partner.reports):
                for rival in self.by_report[report, each.type]:
                    if rival is not partner and not rival.reports & each.reports:
                        yield each, rival

    def _ranked(self, one: Told, other: Told, alike: Mapping[Key, float]) -> Mapping[str, float]:
        mine = alike[_key(one, other)]
        shares, agreed, above = [], [0.0, 0.0], set()
        for number, each in enumerate((one, other)):
            best = mine
            for told, rival in self._around(one, other):
                if told is not each:
                    continue
                score = alike[_key(each, rival)]
                best = max(best, score)
                if score > mine:
                    above.add((number, rival.side.place))
                if score > agreed[number] and self.agree(each, rival):
                    agreed[number] = score
            shares.append(mine / best if best else 0.0)
        return {
            "counterpart": mine,
            "counterpart_low": min(shares),
            "counterpart_high": max(shares),
            "counterpart_rivals": min(_MOST_RIVALS, len(above)) / _MOST_RIVALS,
            "counterpart_agreed": max(agreed),
            "counterpart_margin": mine - max(agreed),
        }

    def agree(self, one: Told, other: Told) -> bool:
        """Return whether two values say the same or fit."""
        sides = Beside(self.wordings[one.side.wording], self.wordings[other.side.wording])
        verdict = compare_units(sides, unit_of(one.value), unit_of(other.value))
        return verdict is not None and verdict.outcome in ("same", "fits")

    def likeness(self, one: Told, other: Told) -> dict[str, float]:
        """Return the evidence that two values are told of one thing, whatever they are."""
        near = self._weigh(one.near & other.near)
        theme, best = self._themes(one.theme, other.theme)
        quantity = one.value.quantity
        whole, partner = self._wholes[one.side.place], self._wholes[other.side.place]
        return {
            "kind": float(_KINDS.index(one.value.kind)),
            "unit_kind": float(_UNITS.index(quantity.kind)) if quantity and quantity.kind in _UNITS else -1.0,
            "grain": float(_grain(one.value) == _grain(other.value)),
            "noun": _related(one.noun, other.noun),
            "act": 0.0 if one.act is None or other.act is None else 1.0 if one.act == other.act else -1.0,
            "verb": _related(one.verb, other.verb),
            "role": float(one.role == other.role),
            "before": float(one.before == other.before),
            "near": near,
            "near_share": near / (0.01 + min(whole[0], partner[0])),
            "theme": theme,
            "theme_best": best,
            "sentence": self._weigh(one.sentence & other.sentence),
            "around": self._weigh(one.around & other.around) / (0.01 + min(whole[1], partner[1])),
        }

    @cached_property
    def _wholes(self) -> Mapping[Place, tuple[float, float]]:
        """The weight of all words near and around each value."""
        return {told.side.place: (self._weigh(told.near), self._weigh(told.around)) for told in self.told.values()}

    def _weigh(self, keys: Iterable[str]) -> float:
        return sum(map(self.weights.of, sorted(keys)))

    def _themes(self, one: Mapping[str, float], other: Mapping[str, float]) -> tuple[float, float]:
        """How much two clauses share around two values, and their most telling shared word."""
        shared = [min(near, other[word]) * self.weights.of(word) for word, near in one.items() if word in other]
        for word, near in one.items():
            if word not in other and (like := near_words(word) & other.keys()):
                shared.append(_SYNONYM * min(near, max(other[each] for each in like)) * self.weights.of(word))
        return sum(shared), max(shared, default=0.0)


def read_told(wordings: Sequence[Wording]) -> Iterator[Told]:
    """Yield the figures, ordinals, durations and dates of all wordings with what stands around them, in their order."""
    before, after = _neighbours(wordings)
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.kind in _KINDS and (type := type_of(value)) is not None:
                beside = [wordings[each] for each in (*before[number], *after[number])]
                yield _told(Side(number, unit_of(value)), wording, value, type, beside)


def type_of(value: Value) -> tuple[str | None, ...] | None:
    """Return what two values must share to be compared: their kind and unit, and how exact a dating is."""
    if value.quantity is not None:
        return value.kind, value.quantity.kind, value.quantity.unit
    if value.time is not None:
        return (value.kind,)
    return None


def _told(side: Side, wording: Wording, value: Value, type: tuple[str | None, ...], beside: Sequence[Wording]) -> Told:
    top, noun = top_of(wording, side.unit), noun_of(wording, side.unit)
    act = act_of(wording, side.unit)
    sentence = _keys(wording, range(len(wording)), side.unit)
    window = range(max(0, value.first - _NEAR), min(len(wording), value.end + _NEAR))
    return Told(
        side=side,
        value=value,
        type=type,
        noun=None if noun is None else wording.lemma[noun],
        act=None if act is None else act.name,
        verb=wording.lemma[wording.verb_above(top)],
        role=wording.dep[top],
        before=wording.lemma[value.first - 1] if value.first else "",
        theme=_theme_of(wording, side.unit, noun),
        near=_keys(wording, window, side.unit),
        sentence=sentence,
        around=sentence.union(*(_keys(each, range(len(each)), None) for each in beside)),
        reports=wording.reports,
    )


def _keys(wording: Wording, words: range, without: Unit | None) -> frozenset[str]:
    left_out = without.range if without is not None else ()
    return frozenset(wording.key[i] for i in words if wording.is_content[i] and i not in left_out)


def _theme_of(wording: Wording, unit: Unit, noun: int | None) -> Mapping[str, float]:
    """The words around a value in its clause, each with how near it is (0 to 1)."""
    theme: dict[str, float] = {}
    for index, near in _words_around(wording, top_of(wording, unit), noun):
        if index not in unit.range and wording.is_content[index] and wording.pos[index] in _THEMES:
            key = wording.key[index] if wording.pos[index] == "PROPN" else wording.lemma[index]
            theme[key] = max(theme.get(key, 0.0), round(near, 2))
    return theme


def _words_around(wording: Wording, top: int, noun: int | None) -> Iterator[tuple[int, float]]:
    """What hangs on a value, its noun, and the words up to the verb of its clause with what hangs on them."""
    for each in wording.children[top]:
        yield each, 0.7
        yield from ((below, 0.6) for below in wording.children[each])
    if noun is not None:
        yield noun, 1.0
        yield from ((each, 0.8) for each in wording.children[noun])
    for step, index in enumerate(_clause_above(wording, top)):
        fade = 0.1 * step
        yield index, 1.0 - fade
        for each in wording.children[index]:
            yield each, 0.8 - fade
            if wording.dep[each] == "prep":
                yield from ((below, 0.7 - fade) for below in wording.children[each])


def _clause_above(wording: Wording, index: int) -> Iterator[int]:
    """The words above a word up to the verb of its clause."""
    for above in wording.above(index, _STEPS):
        yield above
        if wording.pos[above] in ("VERB", "AUX") and wording.dep[above] in _CLAUSES:
            return


def _neighbours(wordings: Sequence[Wording]) -> tuple[list[set[int]], list[set[int]]]:
    """The numbers of the wordings that stand before and after each, in any report that prints it."""
    printed: dict[ReportId, list[tuple[int, int]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for home in wording.homes:
            printed[home.report].append((home.start, number))
    before: list[set[int]] = [set() for _ in wordings]
    after: list[set[int]] = [set() for _ in wordings]
    for places in printed.values():
        places.sort()
        for (_, one), (_, other) in pairwise(places):
            after[one].add(other)
            before[other].add(one)
    return before, after


def _grain(value: Value) -> tuple[int, bool]:
    """How exact a dating is: a year, a month, a day, an hour; the same for all figures."""
    written = value.time.value if value.time is not None and value.kind == "date" else ""
    return len(written.partition("T")[0]), "T" in written


def _related(one: str | None, other: str | None) -> float:
    """How two lemmas are related (-0.3 to 1); 0.5 where both are left out, -0.5 where one is."""
    if one is None or other is None:
        return 0.5 if one == other else -0.5
    return _RELATED.get(relation_of_words(*sorted((one, other))) or "", 0.0)


def _key(one: Told, other: Told) -> Key:
    first, second = sorted((one.side.place, other.side.place))
    return first, second
