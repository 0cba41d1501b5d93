"""Why a report is where it is: the nearest reports, what they share, and what keeps others apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from variorum.errors import WrongUse
from variorum.group.archive import Archive
from variorum.group.kinship import compare_days, compare_with_all, multiply_fields
from variorum.group.profile import Profile
from variorum.model.span import ReportId, StoryId

MOST_SHOWN = 5
MOST_WORDS = 8


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """A report near the one explained. `shared` are the heaviest words that both have; `apart` says what parts them."""

    id: ReportId
    story: StoryId
    near: float
    shared: tuple[str, ...]
    apart: tuple[str, ...]


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Where a report is, with the nearest reports of its story and of others."""

    id: ReportId
    story: StoryId
    storyline: str
    copy_of: ReportId | None
    copied_share: float | None
    within: tuple[Neighbour, ...]
    without: tuple[Neighbour, ...]
    changes: tuple[str, ...]


def explain(archive: Archive, report: ReportId) -> Explanation:
    """Return why `report` is where it is. Raises WrongUse if the archive has no such report."""
    number = archive.numbers.get(report)
    if number is None:
        raise WrongUse(f"there is no report {report!r} here to explain")
    story = archive.story_of[number]
    neighbours = list(_neighbours(archive, number))
    copy_of = archive.copies.read_tree()[report]
    links = archive.copies.links[number]
    return Explanation(
        id=report,
        story=story,
        storyline=archive.make_storylines()[story],
        copy_of=copy_of,
        copied_share=links[archive.numbers[copy_of]].share if copy_of is not None else None,
        within=tuple(each for each in neighbours if each.story == story)[:MOST_SHOWN],
        without=tuple(each for each in neighbours if each.story != story)[:MOST_SHOWN],
        changes=tuple(_changes(archive, story)),
    )


def say_explanation(explained: Explanation) -> Iterator[str]:
    """Yield the lines of an explanation for people."""
    yield f"{explained.id}"
    yield f"  story      {explained.story}"
    yield f"  storyline  {explained.storyline}"
    if explained.copy_of is not None:
        yield f"  copy of    {explained.copy_of} ({explained.copied_share or 0:.0%} of the shorter one is in the other)"
    yield "  told together with" if explained.within else "  told by no other report"
    yield from _lines(explained.within)
    if explained.without:
        yield "  kept apart from"
        yield from _lines(explained.without)
    for change in explained.changes:
        yield f"  {change}"


def _lines(neighbours: Iterable[Neighbour]) -> Iterator[str]:
    for each in neighbours:
        yield f"    {each.near:.2f}  {each.id}"
        if each.shared:
            yield f"          share: {', '.join(each.shared)}"
        if each.apart:
            yield f"          apart: {'; '.join(each.apart)}"


def _neighbours(archive: Archive, number: int) -> Iterator[Neighbour]:
    """The reports that were compared with one, the nearest first."""
    profile = archive.profiles[number]
    rows = {**archive.kin[number], **archive.near[number]}
    for other in sorted(rows, key=lambda other: (-archive.near[number].get(other, 0.0), -rows[other], other)):
        theirs = archive.profiles[other]
        yield Neighbour(
            id=theirs.id,
            story=archive.story_of[other],
            near=round(archive.near[number].get(other, 0.0), 3),
            shared=tuple(word for word in profile.heaviest if word in set(theirs.heaviest))[:MOST_WORDS],
            apart=tuple(_reasons_apart(profile, theirs)),
        )


def _reasons_apart(a: Profile, b: Profile) -> Iterator[str]:
    if a.day >= 0 and b.day >= 0 and compare_days(a, [b])[0] < 1:
        yield f"published {abs(a.day - b.day)} days from one another"
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        yield "name other weekdays"
    body, names = multiply_fields(a, [b])[0, :2].tolist()
    if compare_with_all(a, [b]).kin[0] < 0.2:
        yield f"share little of their wording ({body:.2f})"
    if names < 0.5 * (body > 0):
        yield f"speak of other names ({names:.2f})"


def _changes(archive: Archive, story: StoryId) -> Iterator[str]:
    for change in archive.changes:
        when = f" when {change.report} came" if change.report else ""
        if change.kind == "merged" and change.other == story:
            yield f"the story {change.story} was merged into this one{when}"
        elif change.kind == "split" and change.other == story:
            yield f"split off from the story {change.story}{when}"
