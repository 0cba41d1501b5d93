"""What whole-pipeline tests share: the records of the sample stories, made once a process."""

from functools import cache
from pathlib import Path

import variorum
from variorum.model.record import Record

EXAMPLES = Path(__file__).parent.parent / "examples"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@cache
def records_of(*folders: Path) -> tuple[Record, ...]:
    """The records of these folders together, grouped as they come."""
    return tuple(variorum.collate(variorum.read([str(folder) for folder in folders])))


@cache
def story_of(folder: Path) -> Record:
    """The record of a folder whose reports are taken as one story."""
    (record,) = variorum.collate(variorum.read(str(folder)), story=folder.name)
    return record
