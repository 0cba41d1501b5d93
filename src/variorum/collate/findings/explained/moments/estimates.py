"""Figures that somebody judged, offered or counted up to a moment: two polls, two forecasts, a count that runs on.

Rules of `explainer.py` and `changes.py`; words are in `lang/en/estimates.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.names import compare_names
from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.amounts.apart import are_alike
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words

# Governors of a figure that are looked at, and words around one in which an offer is told to be the first or a better.
_STEPS = 6
_NEAR = 6
_OPEN = frozenset({"PRON", "DET"})
_JUDGED = frozenset({"percent", "money", "count"})
_ALIKE = ("same", "wider")
_words = partial(load_words, "en", "estimates", "words")


def of_two_judges(setting: Setting, pair: Pair) -> bool:
    """Polls or forecasts of two bodies: "a poll by the Post", "a poll by Norvik"; "analysts expect", "Acme expects".

    Who finds damage or counts the hurt is another thing: what is so is one, whoever tells it.
    """
    (left, one), (right, other) = setting.sides(pair)
    if not (_is_judged(one) and _is_judged(other)):
        return False
    for kind in ("polling", "forecasting"):
        judging, judging_other = _judging(left, one, kind), _judging(right, other, kind)
        if judging is None or judging_other is None:
            continue
        judges, others = list(_judges(left, judging, one)), list(_judges(right, judging_other, other))
        if judges and others:
            return not any(_may_be_one(left, a, right, b) for a in judges for b in others)
        # Of two polls that nobody is named for one may be the other.
        if kind == "polling" and (judges or others) and not is_tight(pair):
            answers, answers_other = _answers(left, one), _answers(right, other)
            return bool(answers and answers_other) and not any(
                are_alike(left, a, right, b) for a in answers for b in answers_other
            )
    return False


def of_two_polls(setting: Setting, pair: Pair) -> bool:
    """Margins of error, and numbers of people asked, of polls in sentences that name no body in common.

    "The margin of error is 3 points", "plus or minus 4 points"; "552 voters were surveyed", "a poll of 1,704 adults".
    """
    (left, one), (right, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or _bodies(left) & _bodies(right):
        return False
    if all("margin" in each.lemma for each in (left, right)):
        return True
    counts = one.quantity.kind == other.quantity.kind == "count"
    polls = (not _words("polling").isdisjoint(each.lemma) for each in (left, right))
    return counts and not is_tight(pair) and all(polls)


def _bodies(wording: Wording) -> set[str]:
    """The words of the bodies that a sentence names."""
    named = (each for each in wording.values if each.mention is not None and each.mention.type == "ORG")
    return {wording.key[i] for each in named for i in range(each.first, each.end) if wording.is_content[i]}


def _is_judged(value: Value) -> bool:
    return value.quantity is not None and value.quantity.kind in _JUDGED


def _judging(wording: Wording, value: Value, kind: str) -> int | None:
    """The word for a poll or a forecast that a figure comes from; None where none is told."""
    to_come = False
    for index in wording.above(top_of(wording, unit_of(value)), _STEPS):
        if wording.lemma[index] in _words(kind) or (to_come and wording.lemma[index] in _words("opining")):
            return index
        # "Analysts think it will ship nine million": what is yet to come is a forecast, whoever gives it.
        to_come |= kind == "forecasting" and any(wording.lemma[i] in _words("will") for i in wording.children[index])
        told = next((i for i in _told_with(wording, index) if wording.lemma[i] in _words(kind)), None)
        if told is not None:
            return told
    return None


def _told_with(wording: Wording, index: int) -> Iterator[int]:
    """The subject of a verb, and what its "in" governs: "in a poll, 62 percent said"."""
    subject = wording.subject_of(index) if wording.pos[index] in ("VERB", "AUX") else None
    if subject is not None:
        yield subject
    for child in wording.children[index]:
        if wording.dep[child] == "prep" and wording.lemma[child] == "in":
            yield from wording.children[child]


def _judges(wording: Wording, judging: int, value: Value) -> Iterator[int]:
    """The words that name whose poll or forecast one is; pronouns leave it open."""
    found = []
    if wording.pos[judging] == "VERB":
        subject = wording.subject_of(judging)
        found += [subject] if subject is not None else []
    above = [judging, *(i for i in wording.children[judging] if wording.dep[i] in ("acl", "relcl"))]
    for each in above:
        for child in wording.children[each]:
            if wording.dep[child] == "poss" or (each == judging and _is_name(wording, child)):
                found.append(child)
            elif wording.dep[child] in ("agent", "prep") and wording.lemma[child] in _words("from"):
                found += [i for i in wording.children[child] if wording.dep[i] == "pobj"]
    outside = (i for i in found if i not in range(value.first, value.end) and wording.lemma[i] not in _words("done"))
    return (i for i in outside if wording.pos[i] not in _OPEN)


def _answers(wording: Wording, value: Value) -> list[int]:
    """The words that tell what a share of those polled answered: "was wrong", "are unhappy", "want"."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    if wording.lemma[verb] in _words("answering"):
        verb = next((i for i in wording.children[verb] if wording.dep[i] == "ccomp"), verb)
    state = [i for i in wording.children[verb] if wording.dep[i] in ("acomp", "attr", "oprd")]
    return state or [verb] * wording.is_content[verb]


def _is_name(wording: Wording, index: int) -> bool:
    """Whether a word before a noun names a body: "a Norvik poll"."""
    value = wording.value_at.get(index)
    return wording.dep[index] == "compound" and value is not None and value.mention is not None


def _may_be_one(left: Wording, one: int, right: Wording, other: int) -> bool:
    names = _name_at(left, one), _name_at(right, other)
    if names[0] and names[1]:
        return compare_names(*names).outcome != "differs"
    lemmas = left.lemma[one], right.lemma[other]
    if any(names):
        # A firm by its name may be "the company"; whoever watches it from outside is not.
        return not any(lemma in _words("outside") for lemma in lemmas)
    return lemmas[0] == lemmas[1] or relation_of_words(*lemmas) in _ALIKE


def _name_at(wording: Wording, index: int) -> str:
    value = wording.value_at.get(index)
    return wording.words(value.first, value.end) if value is not None and value.mention is not None else ""


def of_one_change(setting: Setting, pair: Pair) -> bool:
    """A figure that was changed to, or from, what the other report gives: "raised its offer from 160 to 184"."""
    if pair.difference is None:
        return False
    alignment = pair.difference.alignment
    (left, one), (right, other) = setting.sides(pair)
    compared = [(unit_of(each), pair.right.unit) for each in _changed_with(left, one)]
    compared += [(pair.left.unit, unit_of(each)) for each in _changed_with(right, other)]
    verdicts = (compare_units(alignment, a, b) for a, b in compared)
    return any(verdict is not None and verdict.outcome in ("same", "fits") for verdict in verdicts)


def _changed_with(wording: Wording, value: Value) -> Iterator[Value]:
    """The figures of one kind that a verb of change sets beside a figure: what it was, or what it became."""
    if value.quantity is None or value.kind != "figure" or not _changing() & set(wording.lemma):
        return
    verb = next((i for i in range(len(wording)) if wording.lemma[i] in _changing()), 0)
    for each in wording.values:
        if each is value or each.quantity is None or each.first < verb or value.first < verb:
            continue
        low, high = sorted((value, each), key=lambda told: told.first)
        told = (
            {wording.lemma[i] for i in range(max(0, low.first - 2), low.first)},
            [wording.lemma[i] for i in range(low.end, high.first)],
        )
        same = (each.quantity.kind, each.quantity.unit) == (value.quantity.kind, value.quantity.unit)
        if same and "to" in told[1] and ("from" in told[0] or len(told[1]) <= _NEAR):
            yield each


@cache
def _changing() -> frozenset[str]:
    raised, lowered = (load_words("en", "apart", "words", way) for way in ("raised", "lowered"))
    return raised | lowered | _words("changing")


def are_two_offers(left: Wording, one: Value, right: Wording, other: Value) -> bool:
    """Return whether one is a first offer, one told to be a later one: "an initial offer", "a sweetened offer"."""
    if one.quantity is None or other.quantity is None or one.quantity.kind != "money":
        return False
    ranks = [_rank_of_offer(left, one), _rank_of_offer(right, other)]
    return None not in ranks and ranks[0] != ranks[1]


def _rank_of_offer(wording: Wording, value: Value) -> bool | None:
    """Whether an offer is told to be the first of several (False) or a later one (True); None where neither."""
    near = range(max(0, value.first - _NEAR), min(len(wording), value.end + _NEAR))
    if not any(wording.lemma[i] in _words("offers") for i in near):
        return None
    nouns = [i for i in near if wording.lemma[i] in _words("offers")]
    told = {wording.lemma[j] for i in nouns for j in wording.children[i]}
    first, later = bool(told & _words("first")), bool(told & _words("later"))
    return None if first == later else later


def runs_on(wording: Wording, value: Value) -> bool:
    """Return whether a sentence tells that its count was still growing: "so far", "and counting", "is growing"."""
    if not _grows(wording, value):
        return False
    text = f" {' '.join(wording.lemma)} "
    return any(f" {phrase} " in text for phrase in load_table("en", "estimates")["running"]["phrases"])


def counts_clicks(wording: Wording, value: Value) -> bool:
    """Return whether a figure counts what people do with a page, by the minute: "39,000 likes", "shared by 2,000"."""
    index = top_of(wording, unit_of(value))
    counted = value.quantity is not None and value.quantity.kind == "count"
    near = {index, wording.head[index], wording.head[wording.head[index]]} if counted else set()
    return any(wording.lemma[i] in _words("clicking") for i in near)


def counted_until(wording: Wording, value: Value) -> frozenset[str]:
    """Return the moments (TIMEX3) up to which a count that grows is told: "by Saturday", "as of 11 p.m."."""
    if not _grows(wording, value):
        return frozenset()
    times = (each for each in wording.values if each.time is not None and each.kind == "date")
    return frozenset(each.time.value for each in times if each.time is not None and _is_until(wording, each.first))


def _is_until(wording: Wording, first: int) -> bool:
    before = wording.lemma[max(0, first - 2) : first]
    return before[-1:] == ["by"] or before == ["as", "of"]


def _grows(wording: Wording, value: Value) -> bool:
    """Whether a figure counts what only grows: what is shared, signed, sold, infected."""
    if value.quantity is None or value.quantity.kind != "count":
        return False
    top = top_of(wording, unit_of(value))
    above = list(wording.above(top, _STEPS))
    told = [i for index in above for i in wording.children[index] if wording.dep[i] == "relcl"]
    return any(wording.lemma[i] in _words("growing") for i in (top, *above[: _STEPS - 1], *told))


def order_of_moments(one: frozenset[str], other: frozenset[str]) -> int | None:
    """Return 1 where moments come before others, -1 after them, 0 where two can be one, None where none is told."""
    if not one or not other:
        return None
    ways = {_order(a, b) for a in one for b in other}
    return ways.pop() if len(ways) == 1 else 0


def _order(one: str, other: str) -> int:
    """Which of two TIMEX3 values comes first: by their days, of one day (or none told) by the clock."""
    if compare_dates(one, other).outcome not in ("differs", "unlike"):
        return 0
    (day, _, clock), (day_other, _, clock_other) = one.partition("T"), other.partition("T")
    days, clocks = (day, day_other), (clock, clock_other)
    is_dated = all(each[:4].isdigit() for each in days)
    if is_dated and day != day_other:
        return 1 if day < day_other else -1
    may_be_one = compare_dates(day, day_other).outcome in ("same", "fits") or not all(
        each[-1:].isdigit() for each in days
    )
    if all(each[:2].isdigit() for each in clocks) and may_be_one:
        return (clock < clock_other) - (clock > clock_other)
    return 0


ESTIMATE_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (of_two_judges, of_two_polls, of_one_change)
