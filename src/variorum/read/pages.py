"""A page: the bytes of one article before anything is known about them."""

from __future__ import annotations

import msgspec

LINE = "application/json"  # the content type of a line of JSON, or of an item of a JSON document
MAIL = "message/rfc822"


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the source of a page says of it beside its bytes: a feed of its entry, a site map of its page.

    `published` and `updated` are ISO 8601. `surer` tells that it goes before what the page itself says: the head of a
    mail does, the words of a site map on a page that was fetched do not.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    surer: bool = True


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One article's bytes with what its source says of it.

    `id` is what the report will be called (CONTRACT: a path below the folder named, a URL). `url` and `content_type`
    are None where the source does not tell. `common` holds the lines (folded) that its neighbours in the same folder
    carry too (`site.py`). `wanted` marks a page that is only an address yet, and must be fetched.
    """

    id: str
    data: bytes
    url: str | None = None
    content_type: str | None = None
    given: Given | None = None
    common: frozenset[str] = frozenset()
    wanted: bool = False
