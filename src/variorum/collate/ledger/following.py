"""Which commitment it is that became something: the one whose words a fate has, else the one last spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.ledger.clauses import name_act, vocabulary
from variorum.collate.ledger.commitments import Undertaking
from variorum.collate.ledger.fates import Fate
from variorum.collate.storyline import Storyline
from variorum.model.record import Amount
from variorum.model.span import ReportId

# Reports round amounts: a pledge of $1.5 billion is told as $1.48 billion, not as $1.2 billion.
_SAME_AMOUNT = 0.03
# Sentences that a report may put between a commitment and what became of it; a fate counts as speaking of it again.
_SENTENCES_APART = 4
_SENTENCES_AHEAD = 1
# Words that the phrase of a fate must share with a commitment to be about it: "the deal for a furnace at Ashmere".
_SHARED_WORDS = 2
_PERCENT = "percent"


class Told(msgspec.Struct, frozen=True):
    """An undertaking as one report tells it."""

    report: ReportId
    undertaking: Undertaking


def is_same_amount(one: Amount, other: Amount) -> bool:
    """Whether two amounts are the same figure in the same unit, rounding apart."""
    if one.unit != other.unit:
        return False
    if one.value is None or other.value is None:
        return one == other
    return abs(one.value - other.value) <= _SAME_AMOUNT * max(abs(one.value), abs(other.value))


class Following:
    """The commitments that one report speaks of, followed from one place of it to the next.

    A commitment is the group of all that is told of it; it goes by its number in `groups`.
    """

    def __init__(self, storyline: Storyline, report: ReportId, groups: Sequence[Sequence[Told]]) -> None:
        self.storyline = storyline
        self.report = report
        self.groups = groups
        self._spoken: dict[int, set[int]] = defaultdict(set)
        for number, group in enumerate(groups):
            for offset in (*self._undertaken_at(group), *self._named_at(group)):
                self._spoken[offset].add(number)

    def find_commitments(self, fate: Fate) -> list[int]:
        """Return the commitments that a fate is about, which the report speaks of from now on."""
        found = self._by_amount(fate)
        if found is None:
            found = self._by_words(fate) or self._last_spoken_of(fate)
        for number in found:
            self._spoken[fate.span.start].add(number)
        return found

    def _undertaken_at(self, group: Sequence[Told]) -> Iterator[int]:
        return (told.undertaking.span.start for told in group if told.report == self.report)

    def _named_at(self, group: Sequence[Told]) -> Iterator[int]:
        """Where the report names the amount of a commitment without telling the undertaking itself."""
        amount = group[0].undertaking.amount
        if amount is None:
            return
        for each in self.storyline.by_id[self.report].layers.quantities or ():
            named = Amount(value=each.value, low=each.low, high=each.high, unit=each.unit)
            if each.kind == "money" and is_same_amount(amount, named):
                yield each.start

    def _by_amount(self, fate: Fate) -> list[int] | None:
        """The commitments of a fate's amount; None where it has none, or one that need not be the commitment's own."""
        if fate.amount is None:
            return None
        amounts = {number: group[0].undertaking.amount for number, group in enumerate(self.groups)}
        same = [n for n, amount in amounts.items() if amount is not None and is_same_amount(amount, fate.amount)]
        is_its_own = fate.noun not in vocabulary().holders or fate.amount.unit == _PERCENT
        return same if same or is_its_own else None

    def _by_words(self, fate: Fate) -> list[int]:
        shared = {number: len(fate.words & _words_of(group)) for number, group in enumerate(self.groups)}
        most = max(shared.values(), default=0)
        return [number for number in sorted(shared) if shared[number] == most >= _SHARED_WORDS]

    def _last_spoken_of(self, fate: Fate) -> list[int]:
        """The commitments last spoken of whose act the noun of a fate names, else those with an amount.

        "The deal" of a report that speaks of sums is the one about the sums; a promise to talk is none. A report that
        opens with what became of a deal names its sum just after.
        """
        act = name_act(fate.noun)
        last: list[int] = []
        for offset in self._near(fate):
            numbers = sorted(self._spoken[offset])
            named = [n for n in numbers if any(told.undertaking.verb == act for told in self.groups[n])]
            if named:
                return named
            last = last or [n for n in numbers if self.groups[n][0].undertaking.amount is not None]
        return last

    def _near(self, fate: Fate) -> Iterator[int]:
        """The places near a fate where commitments are spoken of: before it, the nearest first, then behind it."""
        tree = self.storyline.trees[self.report]
        here = tree.sentence_of(fate.span.start) if tree is not None else None
        if tree is None or here is None:
            return
        start = fate.span.start
        before = sorted((offset for offset in self._spoken if offset < start), reverse=True)
        after = sorted(offset for offset in self._spoken if offset > start)
        for offset in (*before, *after):
            at = tree.sentence_of(offset)
            if at is not None and -_SENTENCES_AHEAD <= here - at <= _SENTENCES_APART:
                yield offset


def _words_of(group: Sequence[Told]) -> frozenset[str]:
    return frozenset(word for told in group for word in told.undertaking.words)
