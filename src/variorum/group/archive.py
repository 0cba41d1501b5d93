"""An archive of reports that grows: each new one is compared with those within reach and finds its story.

Adding takes a time that does not grow with the archive. Stories keep their ids; where a report shows that two were one,
or one was two, this is recorded, so that no link to a story breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from variorum.group.candidates import CANDIDATES, Candidates
from variorum.group.foreign import Foreign
from variorum.group.kinship import compare_with_all
from variorum.group.naming import name_story
from variorum.group.parting import part
from variorum.group.profile import Profile, make_profile
from variorum.group.stories import BEYOND, STORY, STORYLINE, cluster
from variorum.model.report import Report
from variorum.model.span import ReportId, StoryId, StorylineId

LEAST_NEAR = 0.06  # pairs below are not kept
REACH = 0.1  # stories with a report this near to a new one are looked at anew
MOST_ANEW = 160  # reports; a story with more is no longer taken apart for a new one, which joins it or does not


class Change(msgspec.Struct, frozen=True):
    """What became of a story: `story` was merged into `other`, or `other` was split off from it, when `report` came."""

    kind: Literal["merged", "split"]
    story: StoryId
    other: StoryId
    report: ReportId


class Archive:
    """Reports with their stories and storylines."""

    def __init__(self) -> None:
        self.profiles: list[Profile] = []
        self.names: list[str] = []
        self.numbers: dict[ReportId, int] = {}
        self.near: dict[int, dict[int, float]] = {}
        self.kin: dict[int, dict[int, float]] = {}
        self.floors: dict[int, float] = {}
        self.stories: dict[StoryId, list[int]] = {}
        self.story_of: dict[int, StoryId] = {}
        self.given: dict[int, tuple[StoryId | None, StorylineId | None]] = {}
        self.storyline_of: dict[StoryId, StorylineId] = {}
        self.changes: list[Change] = []
        self._index = Candidates()
        self._foreign = Foreign()

    def add(self, report: Report) -> StoryId:
        """Add one report and return its story; the story of others may change (see `changes`)."""
        number = self.compare(report)
        self._settle(number)
        return self.story_of[number]

    def add_all(self, reports: Iterable[Report]) -> None:
        """Add many reports to an archive without stories yet, and make all stories at once."""
        for report in reports:
            self.compare(report)
        for members in self._tell_apart(cluster(self.near, self.floors, STORY)):
            self._take_story(self._name(members), members)

    def compare(self, report: Report) -> int:
        """File a report and compare it with those within reach; return its number."""
        profile = make_profile(report)
        number = len(self.profiles)
        self.numbers[report.id] = number
        self.names.append(name_story(report))
        self.given[number] = (_set_or_none(report.story), _set_or_none(report.storyline))
        self.near[number], self.kin[number] = {}, {}
        found = self._index.find(profile).tolist()
        if found:
            near, kin = compare_with_all(profile, [self.profiles[other] for other in found])
            if len(found) >= CANDIDATES:
                self.floors[number] = float(near.min())
            for other, value, timeless in zip(found, near.tolist(), kin.tolist(), strict=True):
                self._link(number, other, value, timeless)
        for other, value in self._foreign.compare(number, report, profile):
            self._link(number, other, value, value)
        self._index.add(number, profile)
        self.profiles.append(profile)
        return number

    def _link(self, number: int, other: int, near: float, kin: float) -> None:
        if near >= LEAST_NEAR:
            self.near[number][other] = self.near[other][number] = near
        if kin >= LEAST_NEAR:
            self.kin[number][other] = self.kin[other][number] = kin

    def _settle(self, number: int) -> None:
        """Find the story of a new report, and mend the stories around it."""
        around = Counter[StoryId]()
        for other, value in self.near[number].items():
            if value >= REACH:
                around[self.story_of[other]] += 1
        large = [story for story in around if len(self.stories[story]) > MOST_ANEW]
        joined = self._best_large(number, large)
        if joined is not None:
            self._take_story(joined, [*self.stories[joined], number])
            return
        region = {number}
        for story, _ in sorted(around.items(), key=lambda item: (-item[1], item[0])):
            if story not in large and len(region) + len(self.stories[story]) <= 2 * MOST_ANEW:
                region.update(self.stories[story])
        near = {node: {other: value for other, value in self.near[node].items() if other in region} for node in region}
        self._reconcile(self._tell_apart(cluster(near, self.floors, STORY)), number)

    def _tell_apart(self, clusters: Iterable[Sequence[int]]) -> list[list[int]]:
        return [parted for members in clusters for parted in part(members, self.profiles)]

    def _best_large(self, number: int, large: Sequence[StoryId]) -> StoryId | None:
        """The large story that a new report is near enough to, or None."""
        best: tuple[float, StoryId] | None = None
        for story in large:
            members = self.stories[story]
            shared = [value for other, value in self.near[number].items() if self.story_of.get(other) == story]
            beyond = (len(members) - len(shared)) * BEYOND * self.floors.get(number, 0.0)
            score = (sum(shared) + beyond) / len(members)
            if score >= STORY.least and (best is None or score > best[0]):
                best = (score, story)
        return best[1] if best else None

    def _reconcile(self, clusters: Iterable[Sequence[int]], number: int) -> None:
        """Give the clusters the ids of the stories they continue, and record what was merged and split."""
        clusters = list(clusters)
        came_from = [Counter(self.story_of[node] for node in members if node != number) for members in clusters]
        claims = sorted(
            ((-count, story, at) for at, held in enumerate(came_from) for story, count in held.items()),
        )
        taken: dict[int, StoryId] = {}
        for _, story, at in claims:
            if at not in taken and story not in taken.values():
                taken[at] = story
        before = {story for held in came_from for story in held}
        for story in before:
            self.stories.pop(story)
        for at, members in enumerate(clusters):
            name = taken.get(at) or self._name(members)
            self._record(name, came_from[at], number, is_new=at not in taken, kept=set(taken.values()))
            self._take_story(name, members)

    def _record(self, name: StoryId, held: Counter[StoryId], number: int, *, is_new: bool, kept: set[StoryId]) -> None:
        by = next(report for report, at in self.numbers.items() if at == number) if held else None
        for story in sorted(held):
            if story != name and by is not None:
                if is_new:
                    self.changes.append(Change("split", story, name, by))
                elif story not in kept:
                    self.changes.append(Change("merged", story, name, by))

    def _take_story(self, name: StoryId, members: Iterable[int]) -> None:
        self.stories[name] = sorted(members)
        for node in self.stories[name]:
            self.story_of[node] = name

    def _name(self, members: Sequence[int]) -> StoryId:
        """An id that no other story has: what most members were given, or the first report's day and words."""
        given = Counter(story for node in members if (story := self.given[node][0]) is not None)
        first = min(
            members, key=lambda node: (self.profiles[node].day < 0, self.profiles[node].day, self.profiles[node].id)
        )
        name = min(given, key=lambda story: (-given[story], story)) if given else StoryId(self.names[first])
        free, count = name, 1
        while free in self.stories or any(free == change.story for change in self.changes):
            count += 1
            free = StoryId(f"{name}-{count}")
        return free

    def make_storylines(self) -> dict[StoryId, StorylineId]:
        """Return the storyline of each story: its stories' earliest id; ids of storylines known before stay."""
        begun = [members for members in self.stories.values() if len(members) > 1]
        known, self.storyline_of = self.storyline_of, {}
        for members in cluster(self.kin, self.floors, STORYLINE, begun):
            stories = sorted({self.story_of[node] for node in members}, key=lambda story: self.stories[story][0])
            before = Counter(known[story] for story in stories if story in known)
            given = Counter(line for node in members if (line := self.given[node][1]) is not None)
            held = given or before
            name = min(held, key=lambda line: (-held[line], line)) if held else StorylineId(self._earliest(stories))
            while name in self.storyline_of.values():
                name = StorylineId(name + "-2")
            self.storyline_of.update(dict.fromkeys(stories, name))
        return self.storyline_of

    def _earliest(self, stories: Iterable[StoryId]) -> StoryId:
        """The story with the earliest day; of stories without days the first by id."""

        def day(story: StoryId) -> tuple[bool, int, StoryId]:
            days = [self.profiles[node].day for node in self.stories[story] if self.profiles[node].day >= 0]
            return (not days, min(days, default=0), story)

        return min(stories, key=day)


def _set_or_none(value: object) -> StoryId | None:  # of a report's field that may be unset
    return StoryId(value) if isinstance(value, str) else None
