"""Files, folders, globs, addresses and streams, as one stream of pages.

What a source is, its bytes tell: a folder may mix pages, texts, mails, PDFs, feeds and archives freely.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from glob import glob
from pathlib import Path

import msgspec

from variorum.errors import NotAnArticle, NoText, NotFetched, NotReadable, Refusal, WrongUse
from variorum.read.containers import expand
from variorum.read.decode import decode_bytes
from variorum.read.fetch import Fetcher
from variorum.read.kinds import HEAD, kind_of
from variorum.read.options import ReadOptions
from variorum.read.pages import Page
from variorum.read.site import LEAST_TEXTS, find_common_lines

_SCHEMES = ("http://", "https://")
# Texts of one folder that are compared to find the lines of their site; more would have to be held in memory.
_MOST_TEXTS = 2_000
_MOST_TEXT_BYTES = 200_000
# Names that by old custom (in capitals) are those of files about the folder that they stand in.
_ABOUT = frozenset({"AUTHORS", "CHANGELOG", "CONTRIBUTING", "COPYING", "LICENCE", "LICENSE", "NOTICE", "README"})


def find_pages(paths: Iterable[str], options: ReadOptions | None = None) -> Iterator[Page | Refusal]:
    """Yield the pages behind `paths`, folders in the order of their names; what cannot be read is refused in its place.

    A path is a file, a folder, a glob, an address, or "-" for standard input. Raises WrongUse where it names nothing,
    or where it is an address and fetching is not allowed.
    """
    options = options or ReadOptions()
    fetcher: Fetcher | None = None
    for path in paths:
        for found in _pages_behind(path, options):
            if isinstance(found, Page) and found.wanted:
                if options.fetch is None:
                    yield NotFetched(found.id, "only its address is known; --fetch gets the page")
                    continue
                fetcher = fetcher or Fetcher(options.fetch)
                yield from _fetched(fetcher, found, options)
            else:
                yield found
    if fetcher is not None:
        fetcher.close()


def _pages_behind(path: str, options: ReadOptions) -> Iterator[Page | Refusal]:
    if path == "-":
        yield from expand(sys.stdin.buffer, "standard input", options)
    elif path.startswith(_SCHEMES):
        if options.fetch is None:
            raise WrongUse(f"{path}: addresses are fetched only if you allow it (--fetch)")
        yield Page(id=path, data=b"", url=path, wanted=True)
    else:
        found = [Path(path)] if Path(path).exists() else [Path(name) for name in _matches(path)]
        if not found:
            raise WrongUse(f"{path}: there is no such file or folder")
        for each in found:
            yield from _pages_below(each, options)


def _matches(pattern: str) -> list[str]:
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns


def _fetched(fetcher: Fetcher, wanted: Page, options: ReadOptions) -> Iterator[Page | Refusal]:
    """The page at an address, or what lies behind it: the entries of a feed, the pages of a site map."""
    page = fetcher.fetch(str(wanted.url))
    if isinstance(page, Refusal) or kind_of(page.data) not in ("feed", "sitemap"):
        given = msgspec.structs.replace(wanted.given, surer=False) if wanted.given is not None else None
        yield page if isinstance(page, Refusal) else msgspec.structs.replace(page, given=given)
        return
    if wanted.given is not None:
        yield NotFetched(wanted.id, "a feed in a feed is not followed")
        return
    for entry in expand_bytes(page.data, page.id, options):
        if isinstance(entry, Page) and entry.wanted:
            yield from _fetched(fetcher, entry, options)
        else:
            yield entry


def expand_bytes(data: bytes, where: str, options: ReadOptions) -> Iterator[Page | Refusal]:
    """Yield the pages in some bytes, as `expand` does for a stream."""
    yield from expand(io.BytesIO(data), where, options)


def _pages_below(path: Path, options: ReadOptions) -> Iterator[Page | Refusal]:
    if not path.is_dir():
        yield from _pages_of(path, path.name, options)
        return
    files = _files_below(path)
    if not files:
        yield NoText(str(path), "the folder holds no file")
    common = _common_lines([file for file in files if not _is_about_its_folder(file)])
    for file in files:
        where = file.relative_to(path).as_posix()
        if _is_about_its_folder(file):
            yield NotAnArticle(where, "it tells of the folder; name the file itself to have it read")
        else:
            yield from (_with_common(found, common) for found in _pages_of(file, where, options))


def _pages_of(file: Path, where: str, options: ReadOptions) -> Iterator[Page | Refusal]:
    try:
        with file.open("rb") as stream:
            yield from expand(stream, where, options)
    except OSError as error:
        yield NotReadable(where, f"cannot be opened ({error.strerror or error})")


def _with_common(found: Page | Refusal, common: frozenset[str]) -> Page | Refusal:
    if not common or isinstance(found, Refusal) or found.content_type != "text/plain":
        return found
    return msgspec.structs.replace(found, common=common)


def _files_below(folder: Path) -> list[Path]:
    """The files of a folder in the order of their names, hidden ones left out."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in files if not any(part.startswith(".") for part in file.relative_to(folder).parts))


def _is_about_its_folder(file: Path) -> bool:
    """Whether a file is a README or its like: whoever names a folder wants the reports in it."""
    stem = file.name.partition(".")[0]
    return stem in _ABOUT or stem.casefold() == "readme"


def _common_lines(files: Sequence[Path]) -> frozenset[str]:
    texts = []
    for file in files[:_MOST_TEXTS]:
        try:
            with file.open("rb") as stream:
                head = stream.read(HEAD)
                if kind_of(head) == "text":
                    texts.append(decode_bytes(head + stream.read(_MOST_TEXT_BYTES)))
        except OSError:
            continue  # refused by name when its turn comes
    return find_common_lines(texts) if len(texts) >= LEAST_TEXTS else frozenset()
