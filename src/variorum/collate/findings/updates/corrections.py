"""Values that a report itself tells to be superseded: "initially reported to be 4 years old, but police later said 3".

A value is superseded where the verb that gives it stands beside a word like "initially", where "earlier reports" give
it, or where it had been said, and another value of its kind stands near. What other reports then give of either value
is the same point before and after the change, whenever they were published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property, partial

import msgspec

from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.figures import compare_figures
from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.counting.tally_acts import noun_of
from variorum.collate.findings.deciding.moments import first_day, looks_back
from variorum.collate.findings.pairs import Side
from variorum.collate.findings.written.spots import Spot, spot_at, value_of
from variorum.collate.points import Home, Value, Wording
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

# A sentence that names a time so long before the first report tells of something else.
_BACK = timedelta(days=180)
_STEPS = 6
_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass")
_words = partial(load_words, "en", "updates", "corrections")


class Placed(msgspec.Struct, frozen=True):
    """A value at its place in one report, with the nouns that it is said of."""

    side: Side
    home: Home
    about: frozenset[str]

    @property
    def value(self) -> Value:
        """The value as it was read."""
        if self.side.unit.value is None:
            raise ValueError("what is corrected is a value")
        return self.side.unit.value


class Correction(msgspec.Struct, frozen=True):
    """A value that was superseded and the one that stands now: all places of both, the correcting report's first."""

    old: tuple[Placed, ...]
    new: tuple[Placed, ...]


class Corrections:
    """The values of a storyline, sentence by sentence, and which of them their reports take back."""

    def __init__(self, storyline: Storyline, wordings: Sequence[Wording]) -> None:
        self.storyline = storyline
        self.wordings = wordings
        self.since = first_day(storyline.reports)
        self.lines: Mapping[ReportId, list[tuple[int, int]]] = _lines_of(wordings)

    @cached_property
    def placed(self) -> list[Placed]:
        """All values of all reports, in the order of reports and text."""
        return [
            each
            for report in sorted(self.lines)
            for _, number in self.lines[report]
            for each in self._in(number, report)
        ]

    def _in(self, number: int, report: ReportId) -> Iterator[Placed]:
        wording = self.wordings[number]
        home = next(each for each in wording.homes if each.report == report)
        for value in wording.values:
            if value.quantity is not None or value.time is not None:
                unit = unit_of(value)
                yield Placed(Side(number, unit), home, _about(wording, unit))

    def find(self) -> list[Correction]:
        """Return the corrections that other reports have a part in, each old and new value once."""
        found: dict[tuple[str, str], Correction] = {}
        for report in sorted(self.lines):
            lines = self.lines[report]
            for index, (_, number) in enumerate(lines):
                for old in self._in(number, report):
                    if not _is_former(self.wordings[number], old.side.unit):
                        continue
                    near = [n for _, n in (*lines[index : index + 2], *lines[max(0, index - 1) : index])]
                    new = self._instead(old, [each for n in near for each in self._in(n, report)])
                    if new is not None:
                        key = (str(self.said(old)), str(self.said(new)))
                        if key not in found and (whole := self._told_elsewhere(old, new)) is not None:
                            found[key] = whole
        return list(found.values())

    def said(self, placed: Placed) -> str | float:
        """Return a value as it is compared."""
        return value_of(self.wordings[placed.side.wording], placed.side.unit)

    def words(self, placed: Placed) -> str:
        """Return a value in the words of its report."""
        unit = placed.side.unit
        return " ".join(self.wordings[placed.side.wording].words(unit.first, unit.end).split())

    def _instead(self, old: Placed, near: Sequence[Placed]) -> Placed | None:
        """The value that stands now: of the kind of the old one, not taken back itself, of the same or of a pronoun."""
        for each in near:
            wording = self.wordings[each.side.wording]
            if each.side == old.side or _is_former(wording, each.side.unit) or not _differ(old.value, each.value):
                continue
            if not self._count_alike(old, each):
                continue
            if not old.about or _are_related(old.about, each.about) or _has_pronoun(wording, each.side.unit):
                return each
        return None

    def _count_alike(self, old: Placed, new: Placed) -> bool:
        """Whether two values can be of one thing: no albums are sold instead of stations, no euros instead of them."""
        noun, its_noun = self._noun(old), self._noun(new)
        if noun is not None and its_noun is not None:
            return _are_related(frozenset({noun}), frozenset({its_noun}))
        kinds = {each.value.quantity.kind for each in (old, new) if each.value.quantity is not None}
        return "money" not in kinds or len(kinds) == 1

    def _noun(self, placed: Placed) -> str | None:
        """The noun that a count stands before."""
        wording, quantity = self.wordings[placed.side.wording], placed.value.quantity
        hub = noun_of(wording, placed.side.unit) if quantity is not None and quantity.kind == "count" else None
        return wording.lemma[hub] if hub is not None else None

    def _told_elsewhere(self, old: Placed, new: Placed) -> Correction | None:
        """The correction with what other reports give of both values; None where no other report gives the old one."""
        olds, news = [old], [new]
        for each in self.placed:
            other_time = looks_back(self.wordings[each.side.wording], each.side.unit.first, self.since, _BACK)
            if other_time or not _are_related(old.about | new.about, each.about):
                continue
            for known, told in ((old, olds), (new, news)):
                if each != known and _agree(known.value, each.value, old.value):
                    told.append(each)
        roots = self.storyline.roots
        if len({roots[each.home.report] for each in olds}) < 2:
            return None
        return Correction(tuple(olds), tuple(news))

    def spot(self, placed: Placed) -> Spot:
        """Return the place of a value in its report."""
        return spot_at(self.wordings[placed.side.wording], placed.side.unit, placed.home)


def _lines_of(wordings: Sequence[Wording]) -> dict[ReportId, list[tuple[int, int]]]:
    """The wordings of each report in text order, each at its first place there."""
    lines: dict[ReportId, dict[int, int]] = defaultdict(dict)
    for number, wording in enumerate(wordings):
        for home in wording.homes:
            lines[home.report].setdefault(number, home.start)
    return {report: sorted((start, number) for number, start in each.items()) for report, each in lines.items()}


def _is_former(wording: Wording, unit: Unit) -> bool:
    """Whether a value is told as what was said before: "initially said", "earlier reports put", "it had given"."""
    index = top_of(wording, unit)
    if wording.dep[index] in ("compound", "nmod"):
        return False  # "they had put up Christmas lights" gives no date
    for _ in range(_STEPS):
        if wording.pos[index] in _VERBS and _gives_formerly(wording, index):
            return True
        if wording.head[index] == index or wording.dep[index] in ("conj", "advcl", "relcl", "parataxis"):
            return False
        index = wording.head[index]
    return False


def _gives_formerly(wording: Wording, verb: int) -> bool:
    if wording.lemma[verb] not in _words("giving"):
        return False
    had_said = wording.lemma[verb] in _words("stating")
    for child in wording.children[verb]:
        if wording.dep[child] == "advmod" and wording.lemma[child] in _words("formerly"):
            return True
        former = any(wording.lemma[i] in _words("former") for i in wording.children[child])
        if wording.dep[child] in _SUBJECTS and wording.lemma[child] in _words("told") and former:
            return True
        if had_said and wording.dep[child] == "aux" and wording.word(child).casefold() in ("had", "'d", "’d"):
            return True
    return False


def _about(wording: Wording, unit: Unit) -> frozenset[str]:
    """The nouns that a value is said of: those above it, and the subject and objects of the verb that governs it."""
    found: set[int] = set()
    index = top_of(wording, unit)
    for _ in range(_STEPS):
        if wording.pos[index] in _VERBS:
            below = [i for i in wording.children[index] if wording.dep[i] in (*_SUBJECTS, "dobj", "attr")]
            found.update(i for i in below if wording.pos[i] in _NOUNS)
            subject = wording.subject_of(index)
            if subject is not None:
                found.add(subject)
                break
        elif wording.pos[index] in _NOUNS and index not in unit.range:
            found.add(index)
        if wording.head[index] == index:
            break
        index = wording.head[index]
    nouns = {
        wording.lemma[i] for i in found if i not in unit.range and wording.is_content[i] and wording.pos[i] in _NOUNS
    }
    # "It had given a figure of 61" says nothing of what.
    return frozenset(nouns - _words("told"))


def _has_pronoun(wording: Wording, unit: Unit) -> bool:
    subject = wording.subject_of(wording.verb_above(top_of(wording, unit)))
    return subject is not None and wording.pos[subject] == "PRON"


def _are_related(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(relation_of_words(left, right) in ("same", "wider") for left in one for right in other)


def _differ(one: Value, other: Value) -> bool:
    if one.quantity is not None and other.quantity is not None:
        # "4 years old", and then "he is 3".
        bare = {each.quantity.unit for each in (one, other) if each.quantity is not None} >= {None}
        if bare and one.quantity.value is not None and other.quantity.value is not None:
            return one.quantity.kind != "ordinal" != other.quantity.kind and one.quantity.value != other.quantity.value
        return compare_figures(one.quantity, other.quantity).outcome == "differs"
    if one.time is not None and other.time is not None:
        return compare_dates(one.time.value, other.time.value).outcome == "differs"
    return False


def _agree(known: Value, told: Value, old: Value) -> bool:
    """Whether a report gives a value: in its unit, or in that of the old one where it stands bare ("he is 3")."""
    if known.quantity is not None and told.quantity is not None and old.quantity is not None:
        if known.quantity.unit is None and known.quantity.kind == "count" and old.quantity.unit is not None:
            same_unit = (told.quantity.kind, told.quantity.unit) == (old.quantity.kind, old.quantity.unit)
            return same_unit and told.quantity.value == known.quantity.value
        return compare_figures(known.quantity, told.quantity).outcome == "same"
    if known.time is not None and told.time is not None:
        return compare_dates(known.time.value, told.time.value).outcome == "same"
    return False
