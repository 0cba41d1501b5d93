"""Words that two independent reports put into one saying, of which at most one can have been said.

A saying is known by the words that both print. What a desk may do to a quotation is no misquotation: to cut it, to tidy
spoken words, to spell them otherwise, to put its own in brackets, to say in other words what it translates. So only
words that exclude each other count (`findings/quoted/sayings.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.findings.quoted.quotes import Printings, Quotation, find_near_quotations
from variorum.collate.findings.quoted.sayings import Meeting, Side, find_exclusion
from variorum.collate.findings.written.spots import Spot
from variorum.collate.said.printings import Comparison, compare_printings
from variorum.collate.storyline import Storyline
from variorum.model.record import Aspect

# Two who are not known to be one speaker may use one phrase; so many words in one order are one saying.
LONG = 10
MOSTLY = 0.75
# In a saying told in more other words than this, a desk translates or retells.
MOST_CHANGES = 2


class Misquotation(msgspec.Struct, frozen=True):
    """One saying that reports quote with words that exclude each other: aspect, reason, and the words by place.

    `topic` is the saying as one report prints it. Each place has its words, spaces made plain; `reason` tells of the
    first two.
    """

    aspect: Aspect
    reason: str
    topic: str
    places: tuple[tuple[Spot, str], ...]


def find_misquotations(storyline: Storyline, quotations: Sequence[Quotation]) -> list[Misquotation]:
    """Return the sayings that independent reports of one story quote with words that exclude each other.

    Those that share a place are one, in order of place.
    """
    clashes = [
        clash
        for printings in find_near_quotations(quotations)
        if _are_of_two_witnesses(storyline, printings)
        for clash in _clashes(storyline, printings)
    ]
    return [_misquotation(storyline, group) for group in _gather(clashes)]


class _Clash(msgspec.Struct, frozen=True):
    """Two places in two printings of one saying whose words exclude each other, and why."""

    printings: Printings
    left: Spot
    right: Spot
    aspect: Aspect
    reason: str


def _are_of_two_witnesses(storyline: Storyline, printings: Printings) -> bool:
    reports = [each.spot.report for each in (printings.one, printings.other)]
    return storyline.count_independent(reports) > 1 and len({storyline.story_of(report) for report in reports}) == 1


def _gather(clashes: Sequence[_Clash]) -> list[list[_Clash]]:
    """The clashes in groups that share places: a printing may clash with several others."""
    groups: dict[Spot, list[_Clash]] = {}
    for clash in clashes:
        old = {id(groups[spot]): groups[spot] for spot in (clash.left, clash.right) if spot in groups}
        joined = [*(each for group in old.values() for each in group), clash]
        groups.update({spot: joined for each in joined for spot in (each.left, each.right)})
    return list({id(group): group for _, group in sorted(groups.items())}.values())


def _misquotation(storyline: Storyline, clashes: Sequence[_Clash]) -> Misquotation:
    first = clashes[0]
    others = sorted({spot for clash in clashes for spot in (clash.left, clash.right)} - {first.left, first.right})
    spots = [first.left, first.right, *others]
    words = {spot: _plain(storyline.words(spot.report, spot.span)) for spot in spots}
    saying = first.printings.one
    speakers = {each.speaker for clash in clashes for each in (clash.printings.one, clash.printings.other)}
    speaker = speakers.pop() if len(speakers) == 1 else None
    whose = f" by {storyline.entities[speaker].name}" if speaker is not None else ""
    one, other = words[first.left], words[first.right]
    return Misquotation(
        aspect=first.aspect,
        reason=f"“{one}” and “{other}” stand in one quotation{whose} as these reports print it: {first.reason}",
        topic=_plain(storyline.words(saying.spot.report, saying.spot.span)),
        places=tuple((spot, words[spot]) for spot in spots),
    )


def _plain(words: str) -> str:
    return " ".join(words.split())


def _clashes(storyline: Storyline, printings: Printings) -> Iterator[_Clash]:
    one, other = printings.one, printings.other
    comparison = compare_printings(*(storyline.words(each.spot.report, each.spot.span) for each in (one, other)))
    if comparison is None or not _are_one_saying(printings, comparison):
        return
    for change in comparison.changes:
        left, right = Side(storyline, one, change.one), Side(storyline, other, change.other)
        found = find_exclusion(Meeting(left, right, change, comparison))
        if found is not None and not _explained(left, right):
            yield _Clash(printings, left.shown(found.aspect), right.shown(found.aspect), found.aspect, found.reason)


def _explained(left: Side, right: Side) -> bool:
    """Whether the words of a side are the desk's own, or both reports print both: it was said twice."""
    return left.is_bracketed or right.is_bracketed or left.is_printed_in(right) or right.is_printed_in(left)


def _are_one_saying(printings: Printings, comparison: Comparison) -> bool:
    if len(comparison.changes) > MOST_CHANGES:
        return False
    denied = sum(change.denied for change in comparison.changes)
    if denied and denied % 2 == 0:  # "I do not think it will" and "I think it will not"
        return False
    speaker = printings.one.speaker
    known = speaker is not None and speaker == printings.other.speaker
    return known or (comparison.shared >= LONG and comparison.share >= MOSTLY)
