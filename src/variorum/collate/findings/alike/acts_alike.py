"""Which acts reports tell alike: one verb of one subject, with most of what either report says of it.

"South Korean officials have expressed reservations about committing large sums", "Seoul's officials expressed
reservations about large sums": no figure, date or name says the same, the clauses do. Two are laid side by side by the
links of their sentences. What both only quote is left to the voices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variorum.collate.align import Alignment
from variorum.collate.compare.verdict import Verdict
from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.alike.acts import Act, acts_of
from variorum.collate.findings.facts.clauses import is_passive
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.findings.pairs import Pair, Side, gather_points
from variorum.collate.findings.quoted.quotes import find_direct_speech
from variorum.collate.findings.written.spots import meet, spots_of
from variorum.collate.points import Value, Wording
from variorum.model.report import Report

# How much of the weight of either clause both must tell, how much in all, and in how many words: either more words, or
# a greater share. What every report tells has little weight in a story, so that a whole clause may have less.
_ENOUGH = ((0.4, 1.5, 3), (0.6, 1.0, 3), (0.75, 1.5, 2))
_ALIKE = Verdict("same", "one act, in much the same words")
# What may stand at either end of a clause and only joins it to what it hangs on.
_JOINING = ("mark", "cc", "punct")
_OPENING = frozenset("“‘\"'([")
_CLOSING = frozenset("”’\"')]")


def find_acts_alike(
    alignments: Sequence[Alignment], wordings: Sequence[Wording], reports: Sequence[Report]
) -> list[list[Pair]]:
    """Return the acts that clauses of different reports tell alike, each as the pairs of words that say it."""
    numbers = {id(wording): number for number, wording in enumerate(wordings)}
    acts = [{act.top: act for act in acts_of(wording)} for wording in wordings]
    quoted = _Quoted(reports)
    pairs = []
    for alignment in alignments:
        if not alignment.left.reports.isdisjoint(alignment.right.reports):
            continue
        one, other = numbers[id(alignment.left)], numbers[id(alignment.right)]
        for word, act in acts[one].items():
            partner = acts[other].get(alignment.right_of[word])
            if partner is None or not _are_alike(alignment, act, partner):
                continue
            if not (quoted.hold(alignment.left, act) and quoted.hold(alignment.right, partner)):
                pairs.append(_pair_of(alignment, Side(one, _word(act)), Side(other, _word(partner))))
    pairs.sort(key=lambda pair: (-pair.weight, pair.left.place, pair.right.place))
    return gather_points(pairs, wordings)


def clauses_of(group: Iterable[Pair], wordings: Sequence[Wording]) -> Iterator[Side]:
    """Yield the clauses that tell an act which `find_acts_alike` returned, by the words that say it."""
    for side in (side for pair in group for side in (pair.left, pair.right)):
        wording = wordings[side.wording]
        act = next(act for act in acts_of(wording) if act.top == side.unit.first)
        yield Side(side.wording, _clause(wording, act))


class _Quoted:
    """The direct speech of the reports."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._spots = {report.id: [spot for _, spot in find_direct_speech(report)] for report in reports}

    def hold(self, wording: Wording, act: Act) -> bool:
        """Whether somebody is quoted as telling an act, by all reports that print the sentence."""
        places = spots_of(wording, _word(act))
        return all(any(meet(place, spot) for spot in self._spots[place.report]) for place in places)


def _word(act: Act) -> Unit:
    return Unit(act.top, act.top + 1, None)


def _pair_of(alignment: Alignment, left: Side, right: Side) -> Pair:
    return Pair(left, right, "status", _ALIKE, alignment.shared.low, alignment.shared.weight, apart=True, stated=True)


def _are_alike(alignment: Alignment, one: Act, other: Act) -> bool:
    left, right = alignment.left, alignment.right
    if one.mood != other.mood or left.is_denied(one.top) != right.is_denied(other.top):
        return False
    if is_passive(left, one.verb) != is_passive(right, other.verb) or not _are_of_one(alignment, one, other):
        return False
    return _share_enough(alignment, one, other) and not _give_two_values(alignment, one, other)


def _share_enough(alignment: Alignment, one: Act, other: Act) -> bool:
    """Whether two clauses have enough words in common; where one says "he", who he is counts in neither."""
    left, right = alignment.left, alignment.right
    words, others = one.words, other.words
    if "PRON" in (left.pos[one.subject], right.pos[other.subject]):
        words = words.difference(left.reach[one.subject])
        others = others.difference(right.reach[other.subject])
    # In order, so that the last digit of a sum does not depend on how sets are laid out.
    shared = [i for i in sorted(words) if left.is_content[i] and alignment.right_of[i] in others]
    weight = sum(alignment.weight_left[i] for i in shared)
    told, also = (
        sum(alignment.weight_left[i] for i in sorted(words)),
        sum(alignment.weight_right[i] for i in sorted(others)),
    )
    whole = max(told, also)
    return any(len(shared) >= count and weight >= max(least, share * whole) for share, least, count in _ENOUGH)


def _are_of_one(alignment: Alignment, one: Act, other: Act) -> bool:
    """Whether the subjects of two clauses can be one: linked, a pronoun, words for the same, or named alike."""
    left, right = alignment.left, alignment.right
    if alignment.right_of[one.subject] == other.subject or "PRON" in (left.pos[one.subject], right.pos[other.subject]):
        return True
    if relation_of_words(left.lemma[one.subject], right.lemma[other.subject]) in ("same", "wider"):
        return True
    named = right.reach[other.subject]
    return any(alignment.right_of[i] in named for i in left.reach[one.subject] if left.is_content[i])


def _give_two_values(alignment: Alignment, one: Act, other: Act) -> bool:
    """Whether two clauses give values of one kind of which none says the same."""
    values = [value for value in alignment.left.values if value.first in one.words]
    others = [value for value in alignment.right.values if value.first in other.words]
    return any(
        all(not _say_the_same(alignment, value, partner) for value in values if value.kind == kind for partner in met)
        for kind in {value.kind for value in values}
        if (met := [partner for partner in others if partner.kind == kind])
    )


def _say_the_same(alignment: Alignment, value: Value, partner: Value) -> bool:
    linked = {alignment.right_of[i] for i in range(value.first, value.end)}
    if value.mention is not None and not linked.isdisjoint(range(partner.first, partner.end)):
        return True
    verdict = compare_units(alignment, unit_of(value), unit_of(partner))
    return verdict is not None and verdict.outcome in ("same", "fits")


def _clause(wording: Wording, act: Act) -> Unit:
    """The words of a clause from the first to the last, less what joins it to others."""
    first, end = min(act.words), max(act.words) + 1
    while first < act.top and _joins(wording, first, _OPENING):
        first += 1
    while end - 1 > act.top and _joins(wording, end - 1, _CLOSING):
        end -= 1
    return Unit(first, end, None)


def _joins(wording: Wording, index: int, marks: frozenset[str]) -> bool:
    if not wording.is_spelled[index]:
        return wording.word(index) not in marks
    return wording.dep[index] in _JOINING or wording.tag[index] == "WRB"
