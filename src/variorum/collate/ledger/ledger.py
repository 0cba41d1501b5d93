"""What was undertaken, by whom, to whom, how much, and where it stands according to which report.

The undertakings of all reports are brought together where one party is bound to the same act for the same amount. What
a report says became of "the deal" or "those investments" belongs to the commitment that it last spoke of.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from variorum.collate.ledger.clauses import Clauses, name_act, order_of_date, vocabulary
from variorum.collate.ledger.commitments import Undertaking, Undertakings
from variorum.collate.ledger.fates import Fate, Fates
from variorum.collate.storyline import Storyline
from variorum.model.record import Amount, Commitment, LedgerReading
from variorum.model.span import EntityId, Place, ReportId, Span

# Reports round amounts: a pledge of $1.5 billion is told as $1.48 billion, not as $1.2 billion.
_SAME_AMOUNT = 0.03
# Sentences that a report may put between a commitment and what became of it; a fate counts as speaking of it again.
_SENTENCES_APART = 4
_SENTENCES_AHEAD = 1
# Words that the phrase of a fate must share with a commitment to be about it: "the deal for a furnace at Ashmere".
_SHARED_WORDS = 2
_CHARS_BESIDE = 60
_PERCENT = "percent"
# The fullest wording of an act names it, but a table must hold it.
_MAX_ACTION_CHARS = 90


class _Told(msgspec.Struct, frozen=True):
    """An undertaking as one report tells it."""

    report: ReportId
    undertaking: Undertaking


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

    told: tuple[_Told, ...]
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
    told: list[_Told] = []
    fates: dict[ReportId, Sequence[Fate]] = {}
    for report in storyline.reports:
        tree = storyline.trees[report.id]
        if tree is not None:
            clauses = Clauses(storyline, report, tree)
            told += [_Told(report.id, each) for each in Undertakings(clauses).find()]
            fates[report.id] = Fates(clauses).find()
    return _Parts(tuple(told), fates)


def _same_commitments(told: Sequence[_Told]) -> list[list[_Told]]:
    """The undertakings in groups that are one commitment, those with an amount first."""
    groups: list[list[_Told]] = []
    by_party: dict[EntityId, list[list[_Told]]] = defaultdict(list)
    for each in sorted(told, key=_order):
        near = by_party[each.undertaking.party]
        group = next((group for group in near if _is_same(group[0].undertaking, each.undertaking)), None)
        if group is None:
            group = []
            near.append(group)
            groups.append(group)
        group.append(each)
    return _take_up(groups)


def _take_up(groups: Sequence[list[_Told]]) -> list[list[_Told]]:
    """The groups, with what is told as a thing already known ("the investment package") put to the act it names."""
    kept: list[list[_Told]] = []
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


def _order(told: _Told) -> tuple[bool, ReportId, Span]:
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


def is_same_amount(one: Amount, other: Amount) -> bool:
    """Whether two amounts are the same figure in the same unit, rounding apart."""
    if one.unit != other.unit:
        return False
    if one.value is None or other.value is None:
        return one == other
    return abs(one.value - other.value) <= _SAME_AMOUNT * max(abs(one.value), abs(other.value))


def _read_fates(
    storyline: Storyline, groups: Sequence[Sequence[_Told]], fates: Mapping[ReportId, Sequence[Fate]]
) -> dict[int, list[_Standing]]:
    """The readings of each commitment: where it is undertaken, and what became of it."""
    readings: dict[int, list[_Standing]] = defaultdict(list)
    for report in storyline.reports:
        spoken: dict[int, set[int]] = defaultdict(set)
        for number, group in enumerate(groups):
            for told in (each for each in group if each.report == report.id):
                spoken[told.undertaking.span.start].add(number)
                readings[number].append(_reading(storyline, report.id, told.undertaking))
            for offset in _figures_of(storyline, report.id, group):
                spoken[offset].add(number)
        for fate in fates.get(report.id, ()):
            for number in _spoken_of(storyline, report.id, fate, groups, spoken):
                spoken[fate.span.start].add(number)
                if not any(_says_already(each, report.id, fate) for each in readings[number]):
                    readings[number].append(_reading(storyline, report.id, fate))
    return readings


def _says_already(standing: _Standing, report: ReportId, fate: Fate) -> bool:
    """Whether a reading just beside a fate says the same: "a deal was unveiled under which it would invest"."""
    reading = standing.reading
    near = reading.start - _CHARS_BESIDE <= fate.span.end and fate.span.start <= reading.end + _CHARS_BESIDE
    return reading.report == report and reading.status == fate.status and near


def _figures_of(storyline: Storyline, report: ReportId, group: Sequence[_Told]) -> list[int]:
    """Where a report names the amount of a commitment without telling the undertaking itself."""
    amount = group[0].undertaking.amount
    if amount is None:
        return []
    return [
        each.start
        for each in storyline.by_id[report].layers.quantities or ()
        if each.kind == "money"
        and is_same_amount(amount, Amount(value=each.value, low=each.low, high=each.high, unit=each.unit))
    ]


def _spoken_of(
    storyline: Storyline,
    report: ReportId,
    fate: Fate,
    groups: Sequence[Sequence[_Told]],
    spoken: Mapping[int, set[int]],
) -> list[int]:
    """The commitments that a fate is about: those whose words its phrase has, else those spoken of nearby."""
    if fate.amount is not None:
        amounts = {n: group[0].undertaking.amount for n, group in enumerate(groups)}
        same = [n for n, amount in amounts.items() if amount is not None and is_same_amount(amount, fate.amount)]
        if same or fate.noun not in vocabulary().holders or fate.amount.unit == _PERCENT:
            return same
    shared = {n: len(fate.words & _words_of(group)) for n, group in enumerate(groups)}
    most = max(shared.values(), default=0)
    if most >= _SHARED_WORDS:
        return [n for n in sorted(shared) if shared[n] == most]
    return _spoken_nearby(storyline, report, fate, groups, spoken)


def _words_of(group: Sequence[_Told]) -> frozenset[str]:
    return frozenset(word for told in group for word in told.undertaking.words)


def _spoken_nearby(
    storyline: Storyline,
    report: ReportId,
    fate: Fate,
    groups: Sequence[Sequence[_Told]],
    spoken: Mapping[int, set[int]],
) -> list[int]:
    """The commitments last spoken of whose act the noun of a fate names, else those with an amount.

    "The deal" of a report that speaks of sums is the one about the sums; a promise to talk is none. A report that opens
    with what became of a deal names its sum just after.
    """
    tree = storyline.trees[report]
    here = tree.sentence_of(fate.span.start) if tree is not None else None
    if tree is None or here is None:
        return []
    act = name_act(fate.noun)
    last: list[int] = []
    before = sorted((offset for offset in spoken if offset < fate.span.start), reverse=True)
    after = sorted(offset for offset in spoken if offset > fate.span.start)
    for offset in (*before, *after):
        at = tree.sentence_of(offset)
        if at is None or not -_SENTENCES_AHEAD <= here - at <= _SENTENCES_APART:
            continue
        named = sorted(n for n in spoken[offset] if any(told.undertaking.verb == act for told in groups[n]))
        if named:
            return named
        last = last or sorted(n for n in spoken[offset] if groups[n][0].undertaking.amount is not None)
    return last


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


def _commitment(storyline: Storyline, group: Sequence[_Told], standings: Sequence[_Standing]) -> Commitment:
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


def _naming(told: _Told) -> tuple[bool, bool, int, ReportId]:
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
