"""Records for a command: made from reports, or taken from a file that `collate --format json` wrote."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import msgspec

from variorum import pipeline
from variorum.cli.io import Refusals, engine, shown
from variorum.errors import WrongUse
from variorum.model.laws import broken_record_laws
from variorum.model.record import Record

# A record opens with the name of its storyline, a report with its own id.
_HEAD = re.compile(rb"\s*\[?\s*\{\s*\"storyline\"\s*:")


def find_records(paths: Sequence[str], story: str | None, jobs: int, refusals: Refusals) -> list[Record]:
    """Return the records in `paths` where these hold records (lines of JSON, an array, or one object), else make them.

    Raises WrongUse where a record breaks its format or its laws, or where records and reports are mixed.
    """
    held = [path for path in paths if _HEAD.match(_head(path))]
    if not held:
        reports = shown(pipeline.read(paths, engine=engine(jobs), refuse=refusals.add), "reading")
        return pipeline.collate(reports, story=story, engine=engine(jobs), refuse=refusals.add)
    if len(held) < len(paths):
        raise WrongUse(f"{held[0]} holds records, other paths do not: give one or the other")
    return [record for path in paths for record in _read(path)]


def _head(path: str) -> bytes:
    if path == "-":
        return _ahead(sys.stdin.buffer)
    if not Path(path).is_file():
        return b""
    with Path(path).open("rb") as file:
        return file.read(64)


def _ahead(stream: BinaryIO) -> bytes:
    """The next bytes of a stream, which stay in it."""
    if isinstance(stream, BufferedReader):
        return stream.peek(64)
    if not stream.seekable():
        return b""
    at = stream.tell()
    ahead = stream.read(64)
    stream.seek(at)
    return ahead


def _read(path: str) -> list[Record]:
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        if data.lstrip().startswith(b"["):
            records = msgspec.json.decode(data, type=list[Record])
        else:
            records = _decode_lines(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise WrongUse(f"{path}: not a record ({error})") from None
    for record in records:
        if broken := broken_record_laws(record):
            raise WrongUse(f"{path}: not a valid record ({broken[0]})")
    return records


def _decode_lines(data: bytes) -> list[Record]:
    try:
        return msgspec.json.Decoder(Record).decode_lines(data)
    except msgspec.DecodeError:
        # One object, written over several lines.
        return [msgspec.json.decode(data, type=Record)]
