"""Where one report belongs: its story, the story's storyline, and the report that it repeats."""

from __future__ import annotations

import msgspec

from variorum.model.span import ReportId, StoryId, StorylineId


class StorylineTie(msgspec.Struct, frozen=True, kw_only=True):
    """Another storyline that a story belongs to as well, and why, in words for people."""

    storyline: StorylineId
    why: str


class Grouping(msgspec.Struct, frozen=True, kw_only=True):
    """Reports with one `story` tell of one happening; `copy_of` is None where a report is its own reporting.

    `storylines` are the other storylines that the story has a part in, the nearest first.
    """

    id: ReportId
    story: StoryId
    storyline: StorylineId
    copy_of: ReportId | None = None
    storylines: tuple[StorylineTie, ...] = ()
