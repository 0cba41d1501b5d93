"""A story's ties to storylines other than its own: near stories there, and the words that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from variorum.group.archive import Archive
from variorum.group.stories import STORYLINE
from variorum.model.grouping import StorylineTie
from variorum.model.span import StoryId, StorylineId

MOST_WORDS = 6
MOST_TIES = 3


def find_ties(archive: Archive, storylines: Mapping[StoryId, StorylineId]) -> dict[StoryId, tuple[StorylineTie, ...]]:
    """Return for each story its ties to other storylines, the nearest first; stories without any are left out."""
    sums: dict[StoryId, dict[StoryId, float]] = defaultdict(lambda: defaultdict(float))
    for node, row in archive.kin.items():
        mine = archive.story_of[node]
        for other, value in row.items():
            theirs = archive.story_of[other]
            if storylines[theirs] != storylines[mine]:
                sums[mine][theirs] += value
    return {
        story: ties
        for story, near in sums.items()
        if (ties := tuple(_ties(archive, story, near, storylines)[:MOST_TIES]))
    }


def _ties(
    archive: Archive, story: StoryId, near: Mapping[StoryId, float], storylines: Mapping[StoryId, StorylineId]
) -> list[StorylineTie]:
    means = {
        other: total / (len(archive.stories[story]) * len(archive.stories[other])) for other, total in near.items()
    }
    ties: dict[StorylineId, StorylineTie] = {}
    for other in sorted(means, key=lambda other: (-round(means[other], 6), other)):
        if means[other] >= STORYLINE.least and storylines[other] not in ties:
            words = ", ".join(shared_words(archive, story, other))
            why = f"shares {words} with {other}" if words else f"is near {other}"
            ties[storylines[other]] = StorylineTie(storyline=storylines[other], why=why)
    return list(ties.values())


def shared_words(archive: Archive, a: StoryId, b: StoryId) -> list[str]:
    """Return the heavy words that reports of both stories have, those of most reports first."""
    held_a, held_b = (
        Counter(word for node in archive.stories[story] for word in archive.profiles[node].heaviest) for story in (a, b)
    )
    return sorted(held_a.keys() & held_b.keys(), key=lambda word: (-(held_a[word] * held_b[word]), word))[:MOST_WORDS]
