"""The options of reading, in one struct that travels with the work."""

from __future__ import annotations

import msgspec


class FetchOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How addresses are fetched.

    Times are in seconds: `timeout_s` for a connection or a pause in an answer, `whole_s` for a whole answer, `delay_s`
    between two requests to one host. `cache` is a folder in which pages are kept with their ETag and date, so that an
    unchanged page is not sent twice; None keeps nothing. `allow_private` permits addresses of local networks.
    """

    timeout_s: float = 10.0
    whole_s: float = 60.0
    delay_s: float = 1.0
    most_bytes: int = 8_000_000
    most_redirects: int = 5
    allow_private: bool = False
    cache: str | None = None
    agent: str = "variorum/0.1 (news reader; +https://pypi.org/project/variorum)"


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are found and read.

    `most_bytes` bounds one page or one line (a PDF may be `PDF_TIMES` as large), `timeout_s` the time that one page may
    take. `fast` trades quality for speed on pages of HTML. `fetch` is None where the network must not be used.
    """

    fast: bool = False
    most_bytes: int = 8_000_000
    timeout_s: float = 20.0
    most_members: int = 100_000
    most_archive_bytes: int = 4_000_000_000
    fetch: FetchOptions | None = None


PDF_TIMES = 8
