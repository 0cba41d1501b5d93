"""Streams that hold more than one page: archives, lines of JSON, gzip around any of them.

Everything is told by its bytes and read as a stream: memory holds one page at a time, whatever the size of the whole.
No more than a limit is ever unpacked of anything, so that a bomb costs a refusal.
"""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, cast

import msgspec

from variorum.errors import BrokenLine, LeftOut, NotReadable, Refusal, TooLarge
from variorum.model.jsonl import decode_json
from variorum.read.intake.feeds import pages_of_feed
from variorum.read.intake.warc import pages_of_warc
from variorum.read.kinds import HEAD, kind_of
from variorum.read.options import PDF_TIMES, ReadOptions
from variorum.read.pages import LINE, MAIL, Page

Found = Page | Refusal
_BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
_MOST_DEPTH = 3  # archives in archives; real ones hold a .gz in a .tar in a .zip at most
# Names that by old custom (in capitals) are those of files about the folder that they stand in.
_ABOUT = frozenset({"AUTHORS", "CHANGELOG", "CONTRIBUTING", "COPYING", "LICENCE", "LICENSE", "NOTICE", "README"})
_MOST_SKIPPED = 1_000_000_000  # bytes of one endless line that are read past before the rest is given up


def expand(stream: IO[bytes], where: str, options: ReadOptions, depth: int = 0) -> Iterator[Found]:
    """Yield the pages in `stream`, which is called `where`; a part that cannot be read is a refusal in its place."""
    buffered = _buffered(stream)
    head = buffered.peek(HEAD)[:HEAD]
    kind = kind_of(head)
    if depth > _MOST_DEPTH:
        yield TooLarge(where, f"archives lie in archives more than {_MOST_DEPTH} deep")
    elif kind == "gzip":
        yield from _expand_gzip(buffered, head, where, options, depth)
    elif kind == "warc":
        yield from pages_of_warc(buffered, where, options)
    elif kind == "zip":
        yield from _expand_zip(buffered, where, options, depth)
    elif kind == "tar":
        yield from _expand_tar(buffered, where, options, depth)
    elif kind == "json":
        yield from _expand_json(buffered, where, options)
    elif kind in ("feed", "sitemap"):
        data = _whole(buffered, where, options.most_bytes * PDF_TIMES)
        yield from [data] if isinstance(data, Refusal) else pages_of_feed(data, where)
    else:
        limit = options.most_bytes * (PDF_TIMES if kind == "pdf" else 1)
        data = _whole(buffered, where, limit)
        found = data if isinstance(data, Refusal) else Page(id=where, data=data, content_type=_TYPES.get(kind))
        yield found


_TYPES = {"mail": MAIL, "pdf": "application/pdf", "html": "text/html", "text": "text/plain"}


def _buffered(stream: IO[bytes]) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader) and not isinstance(stream, zipfile.ZipExtFile):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream), buffer_size=max(HEAD, 65_536))


def _whole(stream: IO[bytes], where: str, limit: int) -> bytes | Refusal:
    try:
        data = stream.read(limit + 1)
    except _BROKEN as error:
        return NotReadable(where, f"it breaks off ({error})")
    return (
        TooLarge(where, f"more than {limit:,} bytes, the most that is read of one page") if len(data) > limit else data
    )


def _expand_gzip(
    stream: io.BufferedReader, head: bytes, where: str, options: ReadOptions, depth: int
) -> Iterator[Found]:
    try:
        inside = zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error as error:
        yield NotReadable(where, f"broken gzip ({error})")
        return
    if inside.startswith(b"WARC/"):
        # Each record is its own gzip member, so that a broken one does not take the others with it.
        yield from pages_of_warc(stream, where, options)
        return
    name = where.removesuffix(".gz").removesuffix(".GZ")
    name = f"{name[:-4]}.tar" if name.endswith((".tgz", ".TGZ")) else name
    try:
        yield from expand(cast(IO[bytes], gzip.GzipFile(fileobj=stream)), name, options, depth + 1)
    except _BROKEN as error:
        yield NotReadable(name, f"its gzip breaks off ({error})")


def _expand_zip(stream: IO[bytes], where: str, options: ReadOptions, depth: int) -> Iterator[Found]:
    try:
        with _seekable(stream, options) as whole, zipfile.ZipFile(whole) as archive:
            members = [member for member in archive.infolist() if not member.is_dir() and _is_content(member.filename)]
            budget = _Budget(where, options)
            for member in sorted(members, key=lambda member: member.filename):
                if refusal := budget.refuses(member.file_size):
                    yield refusal
                    return
                name = f"{where}/{member.filename}"
                if is_about_its_folder(name):
                    yield LeftOut(name, "it tells of the archive; unpack it to have it read")
                else:
                    yield from _expand_member(archive, member, name, options, depth)
    except TooLarge as refusal:
        yield TooLarge(where, refusal.what)
    except _BROKEN as error:
        yield NotReadable(where, f"a broken zip archive ({error})")


def _expand_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str, options: ReadOptions, depth: int
) -> Iterator[Found]:
    try:
        with archive.open(member) as content:
            yield from expand(content, where, options, depth + 1)
    except RuntimeError:
        yield NotReadable(where, "it is locked with a password")
    except (*_BROKEN, NotImplementedError) as error:
        yield NotReadable(where, f"a broken member of its archive ({error})")


def _seekable(stream: IO[bytes], options: ReadOptions) -> IO[bytes]:
    """A zip is read from its end: one that comes as a stream is kept in a file, up to the limit of archives."""
    if stream.seekable():
        return stream
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    size = 0
    while chunk := stream.read(1 << 20):
        size += len(chunk)
        if size > options.most_archive_bytes:
            kept.close()
            raise TooLarge("", f"more than {options.most_archive_bytes:,} bytes, the most that is read of one archive")
        kept.write(chunk)
    kept.seek(0)
    return kept


def _expand_tar(stream: IO[bytes], where: str, options: ReadOptions, depth: int) -> Iterator[Found]:
    base = where.removesuffix(".tar")
    budget = _Budget(where, options)
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                if not member.isfile() or not _is_content(member.name):
                    continue
                if refusal := budget.refuses(member.size):
                    yield refusal
                    return
                name = f"{base}/{member.name.lstrip('./')}"
                if is_about_its_folder(name):
                    yield LeftOut(name, "it tells of the archive; unpack it to have it read")
                elif (content := archive.extractfile(member)) is not None:
                    yield from expand(content, name, options, depth + 1)
    except _BROKEN as error:
        yield NotReadable(where, f"a broken tar archive ({error})")


class _Budget:
    """What an archive may still unpack."""

    def __init__(self, where: str, options: ReadOptions) -> None:
        self.where = where
        self.members = options.most_members
        self.bytes = options.most_archive_bytes

    def refuses(self, size: int) -> TooLarge | None:
        self.members -= 1
        self.bytes -= size
        if self.members < 0:
            return TooLarge(self.where, "it holds more files than are read of one archive; the rest is left")
        if self.bytes < 0:
            return TooLarge(self.where, "it unpacks to more than is read of one archive; the rest is left")
        return None


def _is_content(name: str) -> bool:
    """Not the hidden files and metadata that archivers put beside the content."""
    return not any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))


def is_about_its_folder(path: str) -> bool:
    """Return whether a file is a README or its like: whoever names a folder or an archive wants the reports in it."""
    stem = path.rpartition("/")[2].partition(".")[0]
    return stem in _ABOUT or stem.casefold() == "readme"


def _expand_json(stream: io.BufferedReader, where: str, options: ReadOptions) -> Iterator[Found]:
    """Lines of JSON, or one document: a list of reports, or a single one."""
    first = stream.readline(options.most_bytes + 1)
    endless = len(first) > options.most_bytes and first.lstrip()[:1] == b"{"
    if endless or _is_object(first) or stream.peek(1)[:1] == b"{":
        yield from _lines(first, stream, where, options)
        return
    rest = _whole(stream, where, options.most_bytes * PDF_TIMES)
    if isinstance(rest, Refusal):
        yield rest
        return
    try:
        document: Any = decode_json(first + rest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield BrokenLine(where, f"not JSON ({error})")
        return
    items = document if isinstance(document, list) else [document]
    for number, item in enumerate(items, start=1):
        name = where if len(items) == 1 else f"{where}, item {number}"
        yield Page(id=name, data=msgspec.json.encode(item), content_type=LINE)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(decode_json(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


def _lines(first: bytes, stream: IO[bytes], where: str, options: ReadOptions) -> Iterator[Found]:
    line, number = first, 1
    while line:
        name = f"{where}, line {number}"
        if len(line) > options.most_bytes:
            yield TooLarge(name, f"more than {options.most_bytes:,} bytes in one line")
            if not _skip_line(stream):
                return
        elif line.strip():
            yield Page(id=name, data=line, content_type=LINE)
        number += 1
        line = stream.readline(options.most_bytes + 1)


def _skip_line(stream: IO[bytes]) -> bool:
    """Read past the rest of a line; False where it has no end that is worth looking for."""
    skipped = 0
    while skipped < _MOST_SKIPPED:
        chunk = stream.readline(1 << 20)
        if not chunk or chunk.endswith(b"\n"):
            return True
        skipped += len(chunk)
    return False
