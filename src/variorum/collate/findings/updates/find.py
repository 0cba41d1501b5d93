"""What went on between the reports: updates found by their own rooms, whatever the sentences have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from variorum.collate.findings.updates.corrections import Correction, Corrections, Placed
from variorum.collate.findings.updates.markets import Turn, find_turns
from variorum.collate.findings.updates.naming import Named, find_named
from variorum.collate.findings.updates.outcomes import find_outcomes
from variorum.collate.findings.updates.plans import find_moved
from variorum.collate.findings.updates.progress import Progress, find_progress
from variorum.collate.findings.updates.rises import Rise, Told, find_rises
from variorum.collate.findings.written.reasons import name_alone
from variorum.collate.findings.written.spots import Spot
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.model.record import Aspect, Finding
from variorum.model.span import Reading, ReportId

_OF_WORDS = frozenset({"status", "description", "name"})
# Readings of one update in one report: more of them say nothing new.
_MOST_A_REPORT = 2
_CAME_ABOUT = "“{}” in earlier reports, “{}” in later ones: what was to come has come about"
_MOVED = "“{}” in earlier reports, “{}” in later ones: what is planned was moved"


class Update(msgspec.Struct, frozen=True):
    """Something that reports tell differently because time passed. `spots` hold the places with what they say.

    `covers` holds all places that tell of it: another finding that rests on these alone says nothing more.
    """

    aspect: Aspect
    topic: str
    reason: str
    spots: tuple[tuple[Spot, str | float], ...]
    covers: tuple[Spot, ...]

    def explains(self, finding: Finding, readings: Sequence[Reading]) -> bool:
        """Return whether a finding says nothing more: all its own `readings` are told here, of an update two reports'.

        Of figures and dates it is enough that one is told here and each of its values is one of these: what else
        repeats them says no more. An age that stands among the words of a plea is another matter than the plea.
        """
        told = [each for each in readings if any(_meet(spot, each) for spot in self.covers)]
        if finding.kind == "update" and finding.aspect == self.aspect:
            return len({each.report for each in told}) > 1
        if finding.kind not in ("conflict", "update", "variant"):
            return False
        if finding.aspect == self.aspect and self.aspect not in _OF_WORDS:
            known = {each.value for each in told} | {value for _, value in self.spots}
            return bool(told) and {each.value for each in readings} <= known
        one_matter = finding.aspect == self.aspect or {finding.aspect, self.aspect} <= _OF_WORDS
        return one_matter and len(told) == len(readings)


def _meet(spot: Spot, reading: Reading) -> bool:
    return spot.report == reading.report and spot.start < reading.end and reading.start < spot.end


def find_updates(storyline: Storyline, wordings: Sequence[Wording]) -> list[Update]:
    """Return the updates of a storyline, in a fixed order."""
    corrections = Corrections(storyline, wordings)
    updates = [_of_rise(storyline, wordings, rise) for rise in find_rises(storyline, wordings)]
    updates += [_of_correction(corrections, correction) for correction in corrections.find()]
    updates += [_of_progress(storyline, progress) for progress in find_progress(storyline)]
    updates += [_of_name(storyline, named) for named in find_named(storyline)]
    updates += [_of_turn(storyline, turn) for turn in find_turns(storyline)]
    updates += [
        _of_two("status", _CAME_ABOUT, storyline, each.early, each.late) for each in find_outcomes(storyline, wordings)
    ]
    updates += [_of_two("date", _MOVED, storyline, each.early, each.late) for each in find_moved(storyline, wordings)]
    return updates


def leave_out_updated(
    found: Sequence[Finding], updates: Sequence[Update], own: Callable[[Sequence[Reading]], Sequence[Reading]]
) -> list[Finding]:
    """Return the findings less the conflicts, updates and variants that an update explains.

    `own` returns the readings less those in which copies repeat their originals.
    """
    return [
        finding for finding in found if not any(update.explains(finding, own(finding.readings)) for update in updates)
    ]


def _of_rise(storyline: Storyline, wordings: Sequence[Wording], rise: Rise) -> Update:
    early, late = rise.longest.early, rise.longest.late
    told: dict[ReportId, list[Told]] = {each.spot.report: [] for each in rise.told}
    for each in rise.told:
        mine = told[each.spot.report]
        if len(mine) < _MOST_A_REPORT and all(each.value != other.value for other in mine):
            mine.append(each)
    one, other = (" ".join(storyline.words(each.spot.report, each.spot.span).split()) for each in (early, late))
    days = [str(storyline.by_id[each.spot.report].published)[:10] for each in (early, late)]
    between = f" between {days[0]} and {days[1]}" if days[0] != days[1] else f" on {days[0]}"
    fell = "was put right" if late.tally.revised else "fell"
    went, higher = ("rose", "higher") if late.value > early.value else (fell, "lower")
    return Update(
        aspect="figure",
        topic=name_alone(wordings[late.tally.side.wording], late.tally.side.unit),
        reason=f"the count {went} from “{one}” to “{other}”{between}: later reports give it {higher}",
        spots=tuple((each.spot, each.value) for mine in told.values() for each in mine),
        covers=tuple(each.spot for each in rise.told),
    )


def _of_correction(corrections: Corrections, correction: Correction) -> Update:
    old, new = correction.old[0], correction.new[0]
    said = [corrections.words(each) for each in (old, new)]
    first = (each for told in (correction.old, correction.new) for each in _first_of_each(told))
    return Update(
        aspect="date" if old.value.time is not None and old.value.kind == "date" else "figure",
        topic=name_alone(corrections.wordings[old.side.wording], old.side.unit),
        reason=f"“{said[0]}” was said before and “{said[1]}” since: a report tells of the change itself",
        spots=tuple((corrections.spot(each), corrections.said(each)) for each in first),
        covers=tuple(corrections.spot(each) for each in (*correction.old, *correction.new)),
    )


def _first_of_each(told: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the first place of a value in each report."""
    seen: set[ReportId] = set()
    for each in told:
        if each.home.report not in seen:
            seen.add(each.home.report)
            yield each


def _of_progress(storyline: Storyline, progress: Progress) -> Update:
    early, late = (tuple(state.spot for state in states) for states in (progress.early, progress.late))
    reason = "“{}” in earlier reports, “{}” in later ones: the state went on"
    return _of_two("status", reason, storyline, early, late)


def _of_name(storyline: Storyline, named: Named) -> Update:
    reason = "“{}” in earlier reports; a later one gives the name: “{}”"
    return _of_two("name", reason, storyline, tuple(each.spot for each in named.withheld), named.names)


def _of_turn(storyline: Storyline, turn: Turn) -> Update:
    reason = "“{}” earlier, “{}” later: the reports tell of different hours of trading or of different days"
    return _of_two("figure", reason, storyline, (turn.early.spot,), (turn.late.spot,))


def _of_two(aspect: Aspect, reason: str, storyline: Storyline, early: Sequence[Spot], late: Sequence[Spot]) -> Update:
    """An update from some places to others; `reason` has room for the words of the first of both."""
    words = {spot: " ".join(storyline.words(spot.report, spot.span).split()) for spot in (*early, *late)}
    return Update(
        aspect=aspect,
        topic=words[early[0]],
        reason=reason.format(words[early[0]], words[late[0]]),
        spots=tuple(words.items()),
        covers=tuple(words),
    )
