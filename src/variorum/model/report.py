"""One article, as read. Its text never changes after reading; everything else refers to it by offset."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from variorum.model.annotations import Annotations
from variorum.model.span import ReportId, StoryId, StorylineId

PublishedBasis = Literal["given", "metadata", "url", "dateline", "header", "text"]

# ISO 8601, as precise as is known: a year, a month, a day, or a day with a time and perhaps a zone.
IsoDate = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
        r"(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$"
    ),
]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One article. Only `id` and `text` must be given; what is unknown is None.

    `published_basis` tells what the date was read from. `credit` is the agency named in the text or byline ("Reuters").
    `dateline` is the place it was filed from ("Seoul"), taken from the head of the text.
    `story`, `storyline` and `copy_of` are unset until the report is grouped; what a report carries is used as it is.
    `other` holds the fields of an input line that the format does not know: they are kept and given back unread.
    """

    id: ReportId
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: IsoDate | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    updated: IsoDate | None = None
    section: str | None = None
    credit: str | None = None
    dateline: str | None = None
    annotations: Annotations | UnsetType = UNSET
    story: StoryId | UnsetType = UNSET
    storyline: StorylineId | UnsetType = UNSET
    copy_of: ReportId | UnsetType | None = UNSET
    other: dict[str, Any] = {}

    @property
    def layers(self) -> Annotations:
        """The report's annotations; an empty set of layers where it has none yet."""
        return Annotations() if isinstance(self.annotations, UnsetType) else self.annotations
