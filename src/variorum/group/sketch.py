"""A report as copies see it: its runs of three words, without and with quotations, and what tells of its source."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.text.fold import fold
from variorum.text.hashing import HashedText, hash_text
from variorum.text.passages import QUOTATION
from variorum.text.shingles import SAMPLE, ascending, hash_shingles, sample_shingles

Shingles = NDArray[np.uint32]

FEWEST_UNQUOTED, OPENING = 25, 64  # shingles
MUCH_QUOTED = 0.25  # share of a text in quotation marks
_AGENCIES = "AP|AFP|Reuters|dpa|ANSA|EFE|Xinhua|Yonhap|Kyodo|TASS|PTI|ANI|UPI|IANS|AAP"
_CREDIT = re.compile(
    rf"\((?:{_AGENCIES})\)|\((?:Reporting|Writing|Editing) by|^(?:By )?(?:The )?Associated Press\b", re.M
)
_CREDITED_DATELINE = re.compile(rf"\s*[A-Z][A-Z .’'-]{{2,40}}(?:,[^\n(]{{1,40}})? \((?:Thomson )?(?:{_AGENCIES})\b")
_SHORT_NAME = 4  # letters; shorter names must be written in capitals as they are


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """A report's shingles in the order of the text and in ascending order, outside quotation marks.

    `whole` are those of the whole text, in ascending order, where much of it is quoted; else None. `in_prose` says for
    each of `ordered` whether it stands in prose. `quoted` is the share of the text in quotation marks; `credit` is the
    agency that it names as its source, `outlet` who printed it; they and `title` are folded, and empty where unknown.
    `names_itself` says that the outlet's name stands in the text, `has_dateline` that it begins with place and agency.
    """

    id: ReportId
    published: str | None
    credit: str
    outlet: str
    quoted: float
    ordered: Shingles
    plain: Shingles
    whole: Shingles | None
    in_prose: NDArray[np.bool_]
    title: str
    names_itself: bool
    has_dateline: bool

    @property
    def sample(self) -> list[int]:
        """The shingles that it is looked up by: one in SAMPLE; of the opening, which cut copies keep, one more."""
        if self.whole is not None and self.is_short:
            return sample_shingles(self.whole)
        opening = self.ordered[:OPENING]
        chosen: list[int] = self.plain[self.plain & np.uint32(SAMPLE - 1) == 0].tolist()
        chosen += dict.fromkeys(opening[opening & np.uint32(SAMPLE - 1) == SAMPLE // 2].tolist())
        return chosen

    @property
    def is_short(self) -> bool:
        """Whether too little stands outside quotation marks to go by it alone."""
        return len(self.plain) < FEWEST_UNQUOTED * 3


def make_sketch(report: Report) -> Sketch:
    """Return the sketch of a report."""
    text = QUOTATION.sub(" . ", report.text)
    quoted = 1 - len(text) / max(len(report.text), 1)
    hashed = hash_text(text)
    ordered = _shingles(hashed)
    is_short = len(ordered) < FEWEST_UNQUOTED * 3
    return Sketch(
        id=report.id,
        published=report.published,
        credit=_fold(find_credit(report) or ""),
        outlet=_fold(report.outlet or ""),
        quoted=quoted,
        ordered=ordered,
        plain=ascending(ordered),
        whole=ascending(_shingles(hash_text(report.text)))
        if quoted >= MUCH_QUOTED or (quoted > 0 and is_short)
        else None,
        in_prose=hashed.in_prose[: len(ordered)],
        title=_fold(report.title or ""),
        names_itself=names_outlet(report.text, report.outlet),
        has_dateline=_CREDITED_DATELINE.match(report.text) is not None,
    )


_fold = lru_cache(4096)(fold)


def _shingles(hashed: HashedText) -> Shingles:
    return (hash_shingles(hashed.words) >> np.uint64(32)).astype(np.uint32)


def find_credit(report: Report) -> str | None:
    """Return the agency credit that stands in a report, or None."""
    if report.credit:
        return report.credit
    for part in (report.text[:400], report.text[-200:]):
        if ("(" in part or "Associated" in part) and (match := _CREDIT.search(part)):
            return match[0]
    return None


def names_outlet(text: str, outlet: str | None) -> bool:
    """Whether a text names the outlet that printed it, as in "told The Lervik Courier" at lervikcourier.example.

    A copy keeps such words, but seldom at the outlet that they name.
    """
    name = _outlet_letters(outlet) if outlet else ""
    if not name:
        return False
    if len(name) < _SHORT_NAME:
        return re.search(rf"\b{name.upper()}\b", text) is not None
    # Three letters are soon looked for, and seldom found; the first word of a name may have but two.
    if name[:3].capitalize() not in text and f"{name[:2].capitalize()} " not in text and name[:3].upper() not in text:
        return False
    return _name_pattern(name).search(text) is not None


@lru_cache(4096)
def _outlet_letters(outlet: str) -> str:
    """The letters of an outlet's name, or of the name in its address: "lervikcourier"; empty if fewer than three."""
    words = fold(outlet).split()
    if len(words) == 1 and "." in words[0]:
        labels = words[0].split(".")[:-1]
        while len(labels) > 1 and len(labels[-1]) <= 3:  # co.uk, com.au
            labels.pop()
        words = labels[-1:]
    letters = "".join(char for word in words if word != "the" for char in word if char.isalnum())
    return letters if len(letters) > 2 else ""


@lru_cache(4096)
def _name_pattern(name: str) -> re.Pattern[str]:
    """The letters of a name with spaces anywhere between them, from a capital at a word's beginning to a word's end."""
    first, others = name[0], name[1:]
    return re.compile(
        rf"\b{re.escape(first.upper())}" + "".join(rf"[ ’'&-]*(?i:{re.escape(char)})" for char in others) + r"\b"
    )
