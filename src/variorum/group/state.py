"""An archive in one file, to be taken up tomorrow.

The file is an SQLite database: a row a report with its profile, its sketch and what it is near to. Saving writes what
is new, in one transaction: a run that is broken off leaves the file as it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import cast

import msgspec
import numpy as np

from variorum.errors import WrongUse
from variorum.group.archive import Archive, Change, Given
from variorum.group.profile import FIELDS, Profile
from variorum.group.sketch import Shingles, Sketch
from variorum.model.span import ReportId, StoryId, StorylineId

# Raised when profiles, sketches or rows change their meaning: an older file is refused, with what to do.
FORMAT = 2

_TABLES = """
create table if not exists meta (format integer not null);
create table if not exists report (number integer primary key, id text unique not null, story text, data blob not null);
create table if not exists storyline (story text primary key, storyline text not null);
create table if not exists change (number integer primary key, kind text, story text, other text, report text);
"""


class _Row(msgspec.Struct, array_like=True):
    """What is kept of a report besides its id and story. Arrays are raw bytes, little-endian."""

    name: str
    day: int
    weekdays: int
    terms: bytes
    weights: bytes
    heaviest: tuple[str, ...]
    language: str | None
    has_title: bool
    near: dict[int, float]
    kin: dict[int, float]
    floor: float | None
    given_story: StoryId | None
    given_storyline: StorylineId | None
    head: str | None
    published: str | None
    credit: str
    outlet: str
    quoted: float
    ordered: bytes
    whole: bytes | None
    in_prose: bytes
    title: str
    names_itself: bool
    has_dateline: bool


def save_archive(archive: Archive, path: Path) -> None:
    """Write what is new in `archive` to the file `path`, which is made if need be. Raises WrongUse if it cannot be."""
    try:
        with closing(sqlite3.connect(path)) as file, file:
            file.executescript(_TABLES)
            _check_format(file, path)
            known = dict(cast("list[tuple[int, str]]", file.execute("select number, story from report").fetchall()))
            fresh = [
                (number, profile.id, archive.story_of[number], msgspec.msgpack.encode(_pack(archive, number)))
                for number, profile in enumerate(archive.profiles)
                if number not in known
            ]
            moved = [
                (archive.story_of[number], number)
                for number, story in known.items()
                if archive.story_of[number] != story
            ]
            file.executemany("insert into report values (?, ?, ?, ?)", fresh)
            file.executemany("update report set story = ? where number = ?", moved)
            file.execute("delete from storyline")
            file.executemany("insert into storyline values (?, ?)", archive.storyline_of.items())
            count = file.execute("select count(*) from change").fetchone()[0]
            file.executemany(
                "insert into change (kind, story, other, report) values (?, ?, ?, ?)",
                [(each.kind, each.story, each.other, each.report) for each in archive.changes[count:]],
            )
    except sqlite3.Error as error:
        raise WrongUse(f"{path}: the state cannot be written ({error})") from None


def load_archive(path: Path) -> Archive:
    """Return the archive in the file `path`; an empty one if there is no such file.

    Raises WrongUse if the file is something else, or was written by a version with another format.
    """
    archive = Archive()
    if not path.exists():
        return archive
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
            _check_format(file, path)
            for number, report, story, data in file.execute("select * from report order by number"):
                _unpack(archive, number, ReportId(report), msgspec.msgpack.decode(data, type=_Row))
                archive.take_story(StoryId(story), number)
            for story, storyline in file.execute("select story, storyline from storyline"):
                archive.storyline_of[StoryId(story)] = StorylineId(storyline)
            rows = file.execute("select kind, story, other, report from change order by number")
            archive.changes = [Change(*row) for row in rows]
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise WrongUse(f"{path}: not a state of `variorum group` ({error})") from None
    archive.reserve_names()
    return archive


def _check_format(file: sqlite3.Connection, path: Path) -> None:
    row = file.execute("select format from meta").fetchone()
    if row is None:
        file.execute("insert into meta values (?)", (FORMAT,))
    elif row[0] != FORMAT:
        raise WrongUse(f"{path}: written in format {row[0]}, this version reads {FORMAT}; group the reports anew")


def _pack(archive: Archive, number: int) -> _Row:
    profile, sketch = archive.profiles[number], archive.copies.sketches[number]
    return _Row(
        name=archive.names[number],
        day=profile.day,
        weekdays=profile.weekdays,
        terms=profile.terms.astype("<u4").tobytes(),
        weights=profile.weights.astype("<f4").tobytes(),
        heaviest=profile.heaviest,
        language=profile.language,
        has_title=profile.has_title,
        near=_earlier(archive.near[number], number),
        kin=_earlier(archive.kin[number], number),
        floor=archive.floors.get(number),
        given_story=archive.given[number].story,
        given_storyline=archive.given[number].storyline,
        head=archive.foreign.heads.get(number),
        published=sketch.published,
        credit=sketch.credit,
        outlet=sketch.outlet,
        quoted=sketch.quoted,
        ordered=sketch.ordered.astype("<u4").tobytes(),
        whole=None if sketch.whole is None else sketch.whole.astype("<u4").tobytes(),
        in_prose=np.packbits(sketch.in_prose).tobytes(),
        title=sketch.title,
        names_itself=sketch.names_itself,
        has_dateline=sketch.has_dateline,
    )


def _earlier(row: Mapping[int, float], number: int) -> dict[int, float]:
    return {other: value for other, value in row.items() if other < number}


def _unpack(archive: Archive, number: int, report: ReportId, row: _Row) -> None:
    terms = np.frombuffer(row.terms, dtype="<u4").astype(np.uint32)
    profile = Profile(
        id=report,
        day=row.day,
        weekdays=row.weekdays,
        terms=terms,
        weights=np.frombuffer(row.weights, dtype="<f4").astype(np.float32).reshape(len(terms), len(FIELDS)),
        heaviest=row.heaviest,
        language=row.language,
        has_title=row.has_title,
    )
    ordered = _shingles(row.ordered)
    sketch = Sketch(
        id=report,
        published=row.published,
        credit=row.credit,
        outlet=row.outlet,
        quoted=row.quoted,
        ordered=ordered,
        plain=np.unique(ordered),
        whole=None if row.whole is None else _shingles(row.whole),
        in_prose=np.unpackbits(np.frombuffer(row.in_prose, dtype=np.uint8), count=len(ordered)).astype(np.bool_),
        title=row.title,
        names_itself=row.names_itself,
        has_dateline=row.has_dateline,
    )
    archive.file(profile, row.name, Given(row.given_story, row.given_storyline))
    archive.copies.add_sketch(sketch)
    if row.head is not None:
        archive.foreign.file(number, row.head, profile)
    if row.floor is not None:
        archive.floors[number] = row.floor
    for kept, values in ((archive.near, row.near), (archive.kin, row.kin)):
        for other, value in values.items():
            kept[number][other] = kept[other][number] = value


def _shingles(raw: bytes) -> Shingles:
    return np.frombuffer(raw, dtype="<u4").astype(np.uint32)
