"""A page: the bytes of one article before anything is known about them."""

from __future__ import annotations

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One article's bytes with what its source says of it.

    `id` is what the report will be called (CONTRACT: a path below the folder named, a URL). `url` and `content_type`
    are None where the source does not tell.
    """

    id: str
    data: bytes
    url: str | None = None
    content_type: str | None = None
