"""What was undertaken, by whom, to whom, how much, and where it stands according to which report.

The undertakings of all reports are brought together where one party is bound to the same act for the same amount. What
a report says became of "the deal" or "those investments" belongs to the commitment that it last spoke of.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from variorum.collate.ledger.clauses import Clauses, name_act, order_of_date
from variorum.collate.ledger.commitments import Undertaking, Undertakings
from variorum.collate.ledger.fates import Fate, Fates
from variorum.collate.ledger.following import Following, Told, is_same_amount
from variorum.collate.storyline import Storyline
from variorum.model.record import Commitment, LedgerReading
from variorum.model.span import EntityId, Place, ReportId, Span

# So near to each other two readings of one status are one.
_CHARS_BESIDE = 60
# The fullest wording of an act names it, but a table must hold it.
_MAX_ACTION_CHARS = 90


class _Standing(msgspec.Struct, frozen=True):
    """A reading of a commitment: what was undertaken, or (`fate`) what became of it; `background`: told by the way.

    `published` is the day of the report; the date of the reading may lie before it.
    """

    reading: LedgerReading
    fate: bool
    background: bool
    published: str


class _Parts(msgspec.Struct, frozen=True):
    """All that the reports tell: what is undertaken, and what became of it."""

    told: tuple[Told, ...]
    fates: Mapping[ReportId, Sequence[Fate]]


def keep_ledger(storyline: Storyline) -> list[Commitment]:
    """Return the commitments, those that most witnesses tell of first."""
    parts = _read_parts(storyline)
    groups = _same_commitments(parts.told)
    readings = _read_fates(storyline, groups, parts.fates)
    commitments = [_commitment(storyline, group, readings[number]) for number, group in enumerate(groups)]
    return sorted(
        commitments,
        key=lambda each: (
            -storyline.count_witnesses(each.readings),
            each.amount is None,
            -len(each.readings),
            each.id,
        ),
    )


def _read_parts(storyline: Storyline) -> _Parts:
    told: list[Told] = []
    fates: dict[ReportId, Sequence[Fate]] = {}
    for report in storyline.reports:
        tree = storyline.trees[report.id]
        if tree is not None:
            clauses = Clauses(storyline, report, tree)
            told += [Told(report.id, each) for each in Undertakings(clauses).find()]
            fates[report.id] = Fates(clauses).find()
    return _Parts(tuple(told), fates)


def _same_commitments(told: Sequence[Told]) -> list[list[Told]]:
    """The undertakings in groups that are one commitment, those with an amount first."""
    groups: list[list[Told]] = []
    by_party: dict[EntityId, list[list[Told]]] = defaultdict(list)
    for each in sorted(told, key=_order):
        near = by_party[each.undertaking.party]
        group = next((group for group in near if _is_same(group[0].undertaking, each.undertaking)), None)
        if group is None:
            group = []
            near.append(group)
            groups.append(group)
        group.append(each)
    return _take_up(groups)


def _take_up(groups: Sequence[list[Told]]) -> list[list[Told]]:
    """The groups, with what is told as a thing already known ("the investment package") put to the act it names."""
    kept: list[list[Told]] = []
    for group in groups:
        first = group[0].undertaking
        names = {name_act(word) for word in first.words}
        known = [
            other
            for other in groups
            if other[0].undertaking.party == first.party
            and other[0].undertaking.amount is not None
            and names & {told.undertaking.verb for told in other if not told.undertaking.is_noun}
        ]
        if first.amount is None and first.is_noun and len(known) == 1:
            known[0].extend(group)
        else:
            kept.append(group)
    return kept


def _order(told: Told) -> tuple[bool, ReportId, Span]:
    return (told.undertaking.amount is None, told.report, told.undertaking.span)


def _is_same(one: Undertaking, other: Undertaking) -> bool:
    """Whether two undertakings of one party are the same: the same act for the same amount, or one told without it."""
    if one.amount is not None and other.amount is not None:
        # An act is named by many verbs ("deliver", "invest", "provide"): equal amounts of one party are one thing.
        return is_same_amount(one.amount, other.amount)
    return one.verb == other.verb and one.amount is None and other.amount is None and _shares_words(one, other)


def _shares_words(one: Undertaking, other: Undertaking) -> bool:
    left, right = (frozenset(each.action.casefold().split()[1:]) for each in (one, other))
    return len(left & right) * 2 > min(len(left), len(right))


def _read_fates(
    storyline: Storyline, groups: Sequence[Sequence[Told]], fates: Mapping[ReportId, Sequence[Fate]]
) -> dict[int, list[_Standing]]:
    """The readings of each commitment: where it is undertaken, and what became of it."""
    readings: dict[int, list[_Standing]] = defaultdict(list)
    for report in storyline.reports:
        for number, group in enumerate(groups):
            told = (each.undertaking for each in group if each.report == report.id)
            readings[number] += [_reading(storyline, report.id, each) for each in told]
        following = Following(storyline, report.id, groups)
        for fate in fates.get(report.id, ()):
            for number in following.find_commitments(fate):
                if not any(_says_already(each, report.id, fate) for each in readings[number]):
                    readings[number].append(_reading(storyline, report.id, fate))
    return readings


def _says_already(standing: _Standing, report: ReportId, fate: Fate) -> bool:
    """Whether a reading just beside a fate says the same: "a deal was unveiled under which it would invest"."""
    reading = standing.reading
    near = reading.start - _CHARS_BESIDE <= fate.span.end and fate.span.start <= reading.end + _CHARS_BESIDE
    return reading.report == report and reading.status == fate.status and near


def _reading(storyline: Storyline, report: ReportId, part: Undertaking | Fate) -> _Standing:
    reading = LedgerReading(
        report=report,
        start=part.span.start,
        end=part.span.end,
        status=part.status,
        date=part.date,
        attributed_to=part.attributed_to,
    )
    published = storyline.by_id[report].published or ""
    return _Standing(reading, isinstance(part, Fate), isinstance(part, Fate) and part.background, published[:10])


def _commitment(storyline: Storyline, group: Sequence[Told], standings: Sequence[_Standing]) -> Commitment:
    first = min(group, key=_naming).undertaking
    amount = next((told.undertaking.amount for told in group if told.undertaking.amount is not None), None)
    standings = sorted(_without_echoes(standings), key=lambda each: _order_of(each.reading))
    ordered = list(dict.fromkeys(standing.reading for standing in standings))
    counterparties = [told.undertaking.counterparty for told in group if told.undertaking.counterparty is not None]
    conditions = sorted(
        (told.report, span) for told in group for span in told.undertaking.conditions if told.report in storyline.by_id
    )
    key = f"{first.party} {first.verb} {amount} {[(each.report, each.start) for each in ordered]}"
    return Commitment(
        id="commitment-" + hashlib.sha256(key.encode()).hexdigest()[:10],
        party=first.party,
        counterparty=min(counterparties, key=lambda each: (-counterparties.count(each), each), default=None),
        action=first.action,
        amount=amount,
        status=_latest(standings),
        readings=tuple(ordered),
        conditions=tuple(Place(report=report, start=span.start, end=span.end) for report, span in conditions),
    )


def _naming(told: Told) -> tuple[bool, bool, int, ReportId]:
    """Which undertaking names the commitment best: an act rather than a thing, whole, and in the fullest words."""
    words = len(told.undertaking.action)
    return (words > _MAX_ACTION_CHARS, told.undertaking.is_noun, -words, told.report)


def _without_echoes(standings: Sequence[_Standing]) -> set[_Standing]:
    """The readings without what is told by the way and said elsewhere as news: "who had signed the deal"."""
    news = {each.reading.status for each in standings if not each.background}
    return {each for each in standings if not each.background or each.reading.status not in news}


def _order_of(reading: LedgerReading) -> tuple[str, ReportId, int, str]:
    return (order_of_date(reading.date), reading.report, reading.start, reading.status)


def _latest(standings: Sequence[_Standing]) -> str:
    """The status by the latest report that tells it in its own voice; a claim stands where nothing else does.

    Of one day's reports what became of it counts before what was undertaken, and the last that is not told by the way.
    """
    own = [each for each in standings if each.reading.attributed_to is None] or standings

    def rank(each: _Standing) -> tuple[str, bool, bool, tuple[str, ReportId, int, str]]:
        return (each.published, not each.background, each.fate, _order_of(each.reading))

    return max(own, key=rank).reading.status
