"""Web archives (WARC, plain or gzip) as a stream of pages; fastwarc does the parsing, memory holds one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from variorum.errors import NotReadable, Refusal, TooLarge
from variorum.read.options import ReadOptions
from variorum.read.pages import Page

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_GOOD = 200
_BROKEN = (OSError, ValueError, EOFError)
_GZIP_MEMBER = b"\x1f\x8b\x08"
_MOST_BROKEN = 1_000  # records of one archive after which it is given up


def pages_of_warc(stream: IO[bytes], where: str, options: ReadOptions) -> Iterator[Page | Refusal]:
    """Yield the pages of an archive: answers of 200 that hold HTML, text or PDF, under the address asked for.

    A broken record is refused, and reading goes on at the next one where the archive can be searched for it.
    """
    start = stream.tell() if stream.seekable() else None
    for _ in range(_MOST_BROKEN):
        reached = None
        try:
            for record in _records(stream):
                reached = record.stream_pos
                found = _page_of(record, where, options)
                if found is not None:
                    yield found
        except _BROKEN as error:
            yield NotReadable(where, f"a broken record after byte {reached or start or 0:,} ({error})")
            start = _next_member(stream, start, reached) if start is not None else None
            if start is None:
                return
        else:
            return
    yield NotReadable(where, f"more than {_MOST_BROKEN:,} broken records; the rest is left")


def _records(stream: IO[bytes]) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - only who reads archives pays for it

    wanted = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    # Bodies are decoded as they are read: an archive keeps them as they were sent, in chunks or compressed.
    return iter(ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="all"))


def _next_member(stream: IO[bytes], start: int, reached: int | None) -> int | None:
    """Where the gzip member after the broken one begins, with the stream set there; None if there is none.

    Each record is a member of its own. The last one read began at `reached`, and the one after it is broken; where None
    was read since `start`, that one is.
    """
    position = _find_member(stream, reached + 1) if reached is not None else start
    following = _find_member(stream, position + 1) if position is not None else None
    if following is not None:
        stream.seek(following)
    return following


def _find_member(stream: IO[bytes], start: int) -> int | None:
    stream.seek(start)
    kept = b""
    while chunk := stream.read(1 << 20):
        at = (kept + chunk).find(_GZIP_MEMBER)
        if at >= 0:
            return start - len(kept) + at
        start += len(chunk)
        kept = chunk[-2:]
    return None


def _page_of(record: WarcRecord, where: str, options: ReadOptions) -> Page | Refusal | None:
    """The page of a record; None where it is no answer of 200 with text in it."""
    headers = record.http_headers if record.is_http else None
    if headers is not None and headers.status_code != _GOOD:
        return None
    kind = record.http_content_type or (record.headers.get("Content-Type") or "").split(";")[0].strip()
    if kind and not kind.startswith(_TEXTS):
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    name = url or f"{where}, byte {record.stream_pos}"
    data = record.reader.read(options.most_bytes + 1)
    if len(data) > options.most_bytes:
        return TooLarge(name, f"more than {options.most_bytes:,} bytes, the most that is read of one page")
    if headers is None:
        return Page(id=name, data=data, url=url, content_type=kind or None)
    encoded = headers.get("Content-Encoding") or headers.get("Transfer-Encoding")
    promised = headers.get("Content-Length") or ""
    if not encoded and promised.isdigit() and len(data) < int(promised):
        return NotReadable(name, f"its record breaks off after {len(data):,} of {int(promised):,} bytes")
    return Page(id=name, data=data, url=url, content_type=headers.get("Content-Type") or kind)
