"""The stories that we wrote ourselves, every point marked in every report (training/stories).

Used by the scripts in the folders beside this file: PYTHONPATH=src:training.
A line of a file is {"topic", "reports": [{"id", "published", "text"}], "conflicts": [ID], "updates": [ID]}; in a text
`[[f1:about 40]] passengers` marks a value of point f1. Places with one id are one point, others of like kind are not;
the stretches of a point exclude each other where the story lists it as a conflict or an update.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from variorum.annotate.order import annotate_batch
from variorum.collate.storyline import Storyline
from variorum.model.jsonl import to_report
from variorum.model.report import Report

MARK = re.compile(r"\[\[([fdpnsx]\d+):([^\[\]]+)\]\]")


class Marked(msgspec.Struct, frozen=True):
    """A marked stretch: the point, where it stands in which report."""

    point: str
    report: str
    start: int
    end: int


class Told(msgspec.Struct, frozen=True):
    """A story as annotating reads it, its marks, and the points that the reports tell in contradicting ways."""

    name: str
    storyline: Storyline
    marks: tuple[Marked, ...]
    contested: frozenset[str]


def without_marks(text: str, report: str) -> tuple[str, list[Marked]]:
    """Return a text without its marks, and where they stood."""
    parts, marks, at, length = [], [], 0, 0
    for mark in MARK.finditer(text):
        before = text[at : mark.start()]
        start = length + len(before)
        length, at = start + len(mark[2]), mark.end()
        marks.append(Marked(mark[1], report, start, length))
        parts += [before, mark[2]]
    return "".join([*parts, text[at:]]), marks


def read_told(paths: Sequence[Path]) -> Iterator[Told]:
    """Yield the stories of the files, annotated."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            story = json.loads(line)
            name = f"{path.stem}-{number:02d}"
            plain, marks = [], []
            for report in story["reports"]:
                id = f"{name}-{report['id']}"
                text, found = without_marks(report["text"], id)
                marks += found
                about: dict[str, Any] = {"id": id, "text": text, "published": report.get("published")}
                plain.append(to_report({**about, "story": "s", "storyline": "s", "copy_of": None}, id))
            reports = [each for each in annotate_batch(plain) if isinstance(each, Report)]
            contested = frozenset([*story.get("conflicts", ()), *story.get("updates", ())])
            yield Told(name, Storyline(reports), tuple(marks), contested)
