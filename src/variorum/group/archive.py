"""An archive of reports that grows: each new one is compared with those within reach and finds its story.

Adding takes a time that does not grow with the archive. Stories keep their ids; where a report shows that two were one,
or one was two, this is recorded, so that no link to a story breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec

from variorum.group.candidates import CANDIDATES, Candidates, choose_words
from variorum.group.copies import Copies
from variorum.group.foreign import Foreign
from variorum.group.kinship import compare_with_all
from variorum.group.naming import name_story
from variorum.group.parting import part
from variorum.group.profile import Profile, make_profile
from variorum.group.stories import BEYOND, STORY, STORYLINE, cluster
from variorum.model.report import Report
from variorum.model.span import ReportId, StoryId, StorylineId

LEAST_NEAR, LEAST_KIN = 0.06, 0.1  # pairs below are not kept
REACH = 0.1  # stories with a report this near to a new one are looked at anew
MOST_ANEW = 160  # reports; a story with more is no longer taken apart for a new one, which joins it or does not


class Change(msgspec.Struct, frozen=True):
    """What became of a story: it was merged into `other`, or `other` was split off from it.

    `report` is the one that came then; None where many came at once.
    """

    kind: Literal["merged", "split"]
    story: StoryId
    other: StoryId
    report: ReportId | None = None


class Given(NamedTuple):
    """What a report carried when it came: its story and storyline, or None."""

    story: StoryId | None
    storyline: StorylineId | None


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
        self.given: dict[int, Given] = {}
        self.storyline_of: dict[StoryId, StorylineId] = {}
        self.changes: list[Change] = []
        self.copies = Copies()
        self.foreign = Foreign()
        self._index = Candidates()
        self._used: set[StoryId] = set()

    def add(self, report: Report) -> StoryId:
        """Add one report and return its story; the story of others may change (see `changes`)."""
        number = self.compare(report)
        self._settle(number)
        return self.story_of[number]

    def add_all(self, reports: Iterable[Report]) -> None:
        """Add many reports and make all stories anew; stories known before keep their ids."""
        for report in reports:
            self.compare(report)
        self._reconcile(self._tell_apart(cluster(self.near, self.floors, STORY)), None)

    def compare(self, report: Report) -> int:
        """File a report and compare it with those within reach; return its number."""
        profile = make_profile(report)
        found = self._index.find(choose_words(profile))
        others = [self.profiles[other] for other in found]
        given = Given(
            report.story if isinstance(report.story, str) else None,
            report.storyline if isinstance(report.storyline, str) else None,
        )
        number = self.file(profile, name_story(report), given)
        if found:
            near, kin = compare_with_all(profile, others)
            if len(found) >= CANDIDATES:
                self.floors[number] = float(near.min())
            for other, value, timeless in zip(found, near.tolist(), kin.tolist(), strict=True):
                self._link(number, other, value, timeless)
        for other, value in self.foreign.compare(number, report, profile):
            self._link(number, other, value, value)
        self.copies.add(report)
        return number

    def file(self, profile: Profile, name: str, given: Given) -> int:
        """Take up a report by its profile, unconnected; return its number."""
        number = len(self.profiles)
        self.profiles.append(profile)
        self.names.append(name)
        self.numbers[profile.id] = number
        self.given[number] = given
        self.near[number], self.kin[number] = {}, {}
        self._index.add(number, choose_words(profile))
        return number

    def take_story(self, name: StoryId, number: int) -> None:
        """Put a report into a story, as it was before."""
        self.stories.setdefault(name, []).append(number)
        self.story_of[number] = name

    def reserve_names(self) -> None:
        """Keep the ids of all stories, and of those that were merged, from being given again."""
        self._used.update(self.stories, (change.story for change in self.changes))

    def _link(self, number: int, other: int, near: float, kin: float) -> None:
        if near >= LEAST_NEAR:
            self.near[number][other] = self.near[other][number] = near
        if kin >= LEAST_KIN:
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

    def _reconcile(self, clusters: Sequence[Sequence[int]], number: int | None) -> None:
        """Give the clusters the ids of the stories they continue, and record what was merged and split."""
        came_from = [Counter(self.story_of[node] for node in members if node in self.story_of) for members in clusters]
        claims = sorted((-count, story, at) for at, held in enumerate(came_from) for story, count in held.items())
        taken: dict[int, StoryId] = {}
        kept: set[StoryId] = set()
        for _, story, at in claims:
            if at not in taken and story not in kept:
                taken[at] = story
                kept.add(story)
        for story in {story for held in came_from for story in held}:
            self.stories.pop(story)
        for at, story in taken.items():
            self._take_story(story, clusters[at])
        for at, members in enumerate(clusters):
            if at not in taken:
                self._take_story(self._name(members), members)
        self._record(clusters, came_from, kept, number)

    def _record(
        self,
        clusters: Sequence[Sequence[int]],
        came_from: Sequence[Counter[StoryId]],
        kept: set[StoryId],
        number: int | None,
    ) -> None:
        by = None if number is None else self.profiles[number].id
        for members, held in zip(clusters, came_from, strict=True):
            name = self.story_of[members[0]]
            for story in sorted(held):
                if name not in kept:
                    self.changes.append(Change("split", story, name, by))
                elif story not in kept:
                    self.changes.append(Change("merged", story, name, by))

    def _take_story(self, name: StoryId, members: Iterable[int]) -> None:
        self.stories[name] = sorted(members)
        for node in self.stories[name]:
            self.story_of[node] = name

    def _name(self, members: Sequence[int]) -> StoryId:
        """An id that no other story has or had: what most members were given, or the first report's day and words."""
        given = Counter(story for node in members if (story := self.given[node].story) is not None)
        name = (
            min(given, key=lambda story: (-given[story], story)) if given else StoryId(self.names[self._first(members)])
        )
        free, count = name, 1
        while free in self._used:
            count += 1
            free = StoryId(f"{name}-{count}")
        self._used.add(free)
        return free

    def _first(self, members: Iterable[int]) -> int:
        """The report with the earliest day; of those without a day, the first by id."""
        return min(members, key=lambda node: ((day := self.profiles[node].day) < 0, day, self.profiles[node].id))

    def make_storylines(self) -> dict[StoryId, StorylineId]:
        """Return the storyline of each story, named after its first story; ids of storylines known before stay."""
        begun = [members for members in self.stories.values() if len(members) > 1]
        known, self.storyline_of = self.storyline_of, {}
        used: set[StorylineId] = set()
        for members in cluster(self.kin, self.floors, STORYLINE, begun):
            stories = sorted({self.story_of[node] for node in members})
            given = Counter(line for node in members if (line := self.given[node].storyline) is not None)
            held = given or Counter(known[story] for story in stories if story in known)
            first = StorylineId(self.story_of[self._first(members)])
            name = min(held, key=lambda line: (-held[line], line)) if held else first
            if name in used:
                name = first if first not in used else StorylineId(f"{first}-2")
            used.add(name)
            self.storyline_of.update(dict.fromkeys(stories, name))
        return self.storyline_of
