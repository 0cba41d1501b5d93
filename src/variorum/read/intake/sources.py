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

from variorum.errors import LeftOut, NoText, NotFetched, NotReadable, Refusal, WrongUse
from variorum.read.characters.decode import decode_bytes
from variorum.read.intake.containers import expand, is_about_its_folder
from variorum.read.intake.fetch import Fetcher
from variorum.read.intake.site import LEAST_TEXTS, find_common_lines
from variorum.read.kinds import HEAD, kind_of
from variorum.read.options import ReadOptions
from variorum.read.pages import Page

_SCHEMES = ("http://", "https://")
# Texts of one folder that are compared to find the lines of their site; more would have to be held in memory.
_MOST_TEXTS = 2_000
_MOST_TEXT_BYTES = 200_000


def find_pages(paths: Iterable[str], options: ReadOptions | None = None) -> Iterator[Page | Refusal]:
    """Yield the pages behind `paths`, folders in the order of their names; what cannot be read is refused in its place.

    A path is a file, a folder, a glob, an address, or "-" for standard input. Raises WrongUse where it names nothing,
    or where it is an address and fetching is not allowed. A README or its like is left out where the folder that it
    stands in is named, or a file beside it, as a glob does; alone it is read.
    """
    options = options or ReadOptions()
    sources = [source for path in paths for source in _sources_of(path, options)]
    beside = _beside_reports(sources)
    fetcher: Fetcher | None = None
    for source in sources:
        for found in [_left_out(Path(source).name)] if source in beside else _pages_behind(source, options):
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


def _sources_of(path: str, options: ReadOptions) -> Sequence[str | Path]:
    """The files and folders that a path names; an address and "-" as they are."""
    if path == "-":
        return [path]
    if path.startswith(_SCHEMES):
        if options.fetch is None:
            raise WrongUse(f"{path}: addresses are fetched only if you allow it (--fetch)")
        return [path]
    found = [Path(path)] if Path(path).exists() else [Path(name) for name in _matches(path)]
    if not found:
        raise WrongUse(f"{path}: there is no such file or folder")
    return found


def _pages_behind(source: str | Path, options: ReadOptions) -> Iterator[Page | Refusal]:
    if isinstance(source, Path):
        yield from _pages_below(source, options)
    elif source == "-":
        yield from expand(sys.stdin.buffer, "standard input", options)
    else:
        yield Page(id=source, data=b"", url=source, wanted=True)


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
    asked = [file for file in files if not is_about_its_folder(file.name)]
    if not asked:
        yield NoText(str(path), "the folder holds no file" + (" of reports" if files else ""))
    common = _common_lines(asked)
    for file in files:
        where = file.relative_to(path).as_posix()
        if is_about_its_folder(file.name):
            yield _left_out(where)
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


def _beside_reports(sources: Sequence[str | Path]) -> set[Path]:
    """The files about their folder that are named together with others in it, as a glob names them."""
    paths = [source for source in sources if isinstance(source, Path)]
    folders = {path.parent for path in paths if not is_about_its_folder(path.name)}
    return {path for path in paths if path.parent in folders and is_about_its_folder(path.name) and path.is_file()}


def _left_out(where: str) -> LeftOut:
    return LeftOut(where, "it tells of its folder; name it alone to have it read")


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
