"""When a figure holds, by its own report; figures of two happenings of one kind that lie days apart.

A figure is of the time that its own clause names. Where its sentence names none and tells of something known ("the
rocket flew 900 km"), it is of the time at which the report, further up, tells of that thing ("on 3 May the North fired
a rocket", "Friday's rocket"). When somebody says something is no such time, nor is one that a sentence compares with.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from variorum.collate.compare.dates import compare_dates
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

# Sentences further up in which the time of a thing is looked for.
_REACH = 12
# Reports date one happening otherwise by a day or two; so many days apart lie two.
_DAYS_APART = 6 / 365
_STEPS = 6
_YEAR = len("2026")
_KNOWN = frozenset({"the", "this", "that"})
_VERBS = frozenset({"VERB", "AUX"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
_CLAUSES = frozenset({"acl", "relcl"})
_MODIFIERS = frozenset({"compound", "poss", "nmod"})
_words = partial(load_words, "en", "happenings")


def of_two_times(setting: Setting, pair: Pair) -> bool:
    """Measures that two reports tell of two times, by their own clauses or by what they tell of the thing before."""
    sides = setting.sides(pair)
    if not all(_is_measured_once(value) for _, value in sides):
        return False
    (one, other) = (times_of(setting, *side) for side in sides)
    verdicts = [compare_dates(a, b) for a in one for b in other]
    return bool(verdicts) and all(
        verdict.outcome == "differs" and (verdict.distance or 0.0) >= _DAYS_APART for verdict in verdicts
    )


def _is_measured_once(value: Value) -> bool:
    """Whether a figure measures one happening for good: a length, a height, a force. Counts and sums go on changing."""
    if value.quantity is None:
        return value.kind == "duration"
    if value.quantity.kind == "measure":
        return value.quantity.unit != "year"
    grade = value.quantity.of is None and not float(value.quantity.value or 0.0).is_integer()
    return value.quantity.kind == "count" and grade


def times_of(setting: Setting, wording: Wording, value: Value) -> frozenset[str]:
    """Return the times (TIMEX3) of what a figure is of, empty where its report does not tell."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    dates = [each for each in wording.values if _is_date(each)]
    if dates:
        over, subject = _verbs_over(wording, verb), wording.subject_of(verb)
        # "The rocket fired in May flew 900 km".
        over |= {i for i in wording.children[subject] if wording.dep[i] in _CLAUSES} if subject is not None else set()
        own = (each for each in dates if _verb_of(wording, each) in over)
        return frozenset(each.time.value for each in own if each.time is not None)
    thing = _thing_known(wording, verb)
    if thing is None:
        return frozenset()
    for before in _sentences_before(setting, wording):
        found = frozenset(_times_with(before, thing))
        if found:
            return found
    return frozenset()


def _is_date(value: Value) -> bool:
    return value.kind == "date" and value.time is not None and not value.time.value.endswith("_REF")


def _verb_of(wording: Wording, value: Value, *, saying: bool = False) -> int | None:
    """The verb whose time a date is; None where the date is set beside something else, and for a verb of saying.

    With `saying` a verb of saying counts too.
    """
    index = top_of(wording, unit_of(value))
    for _ in range(_STEPS):
        if wording.lemma[index] in _words("comparing"):
            return None
        if wording.pos[index] in _VERBS:
            said = wording.lemma[index] in load_words("en", "relations", "saying")
            return index if saying or not said else None
        index = wording.head[index]
    return None


def _verbs_over(wording: Wording, verb: int) -> set[int]:
    """A verb, and those that it is a part of."""
    found: set[int] = set()
    while verb not in found:
        found.add(verb)
        verb = wording.verb_above(wording.head[verb])
    return found


def _thing_known(wording: Wording, verb: int) -> str | None:
    """The lemma of the thing that a verb's subject takes up: "the rocket", "the Falcon rocket"; None for any other."""
    for _ in range(_STEPS):
        subject = wording.subject_of(verb)
        if subject is not None:
            known = any(wording.lemma[i] in _KNOWN for i in wording.children[subject])
            return wording.lemma[subject] if known and wording.pos[subject] == "NOUN" else None
        if wording.head[verb] == verb:
            return None
        verb = wording.head[verb]
    return None


def _sentences_before(setting: Setting, wording: Wording) -> Iterator[Wording]:
    """The sentences further up in the first report that prints one, the nearest first."""

    def walk() -> Iterator[Wording]:
        current = wording
        while (found := next(setting.order.before(current), None)) is not None:
            yield found
            current = found

    return islice(walk(), _REACH)


def _times_with(wording: Wording, thing: str) -> Iterator[str]:
    """The times at which a sentence tells of a thing: "fired a rocket on 3 May", "Friday's rocket"."""
    for value in wording.values:
        if value.time is None or not _is_date(value):
            continue
        top = top_of(wording, unit_of(value))
        noun = wording.head[top]
        # "Officials confirmed another rocket test on Friday" tells of Friday's news.
        alone = sum(_is_date(each) for each in wording.values) == 1
        verb = _verb_of(wording, value, saying=alone)
        parts = [noun] if wording.pos[noun] == "NOUN" else []
        if verb is not None:
            parts += [i for i in wording.children[verb] if wording.dep[i] in _PARTS]
        named = {wording.lemma[i] for i in parts}
        named |= {wording.lemma[j] for i in parts for j in wording.children[i] if wording.dep[j] in _MODIFIERS}
        # "The fifth rocket this year" is of some day of the year.
        if thing in named and len(value.time.value) > _YEAR:
            yield value.time.value
