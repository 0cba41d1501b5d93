"""What the HTML page shows, part by part, as text and numbers; the templates escape it."""

from __future__ import annotations

import msgspec

from variorum.model.record import FindingKind
from variorum.publish.marks import Piece


class Chip(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a small link to its text."""

    number: int
    name: str
    href: str
    date: str
    is_copy: bool
    is_numbered: bool  # the name is nothing but the number


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Marked words; `before` and `after` tell that the sentence goes on there."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool


class Excerpt(msgspec.Struct, frozen=True, kw_only=True):
    """A reading as it is shown: quoted, and in its sentence."""

    chip: Chip
    href: str
    quotation: Passage
    context: Passage
    language: str
    quoted: bool  # the words bring quotation marks of their own
    speaker: str = ""
    status: str = ""
    date: str = ""


class Sift(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement can be filtered by: numbers of outlets and entities of the page, days, independent reports."""

    outlets: str
    entities: str
    published: str
    independent: int


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a finding: the value in a report's words, who gives it, and the copies that repeat them."""

    label: str
    dates: str
    excerpts: tuple[Excerpt, ...]
    copies: tuple[Chip, ...]
    independent: int


class Otherwise(msgspec.Struct, frozen=True):
    """The reports that date a happening or print a saying otherwise than most, and how."""

    how: str
    chips: tuple[Chip, ...]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Anything the record says, with the readings it rests on.

    `is_whole` where it is one sentence of one report, word for word: its chip leads there, and no more can be opened.
    `told` is shown for `text` where that says little without its sentence; `lead` tells whose words they are.
    """

    anchor: str
    text: str
    sift: Sift
    chips: tuple[Chip, ...]
    excerpts: tuple[Excerpt, ...]
    backing: str
    date: str = ""
    quoted: bool = False
    lead: str = ""
    told: Passage | None = None
    otherwise: tuple[Otherwise, ...] = ()
    is_whole: bool = False


class FindingSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with its sides."""

    id: str
    kind: FindingKind
    aspect: str
    why: str
    columns: tuple[Column, ...]
    statement: Statement


class VoiceSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker and what the reports have them say: the same words stand once, with every report that prints them."""

    name: str
    anchor: str
    quotes: tuple[Statement, ...]


class CommitmentSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the ledger."""

    party: str
    bound: str  # "to Kenya", "(asked by Kenya)"
    conditions: tuple[Excerpt, ...]
    action: str
    status: str
    statement: Statement


class EntitySheet(msgspec.Struct, frozen=True, kw_only=True):
    """An entity of the index, with a link to its first mention in each report."""

    number: int
    name: str
    type: str
    aliases: tuple[str, ...]
    mentions: int
    chips: tuple[Chip, ...]


class Note(msgspec.Struct, frozen=True, order=True):
    """What a paragraph has a part in: a finding, by its kind, its topic and where it stands on the page."""

    kind: FindingKind
    topic: str
    href: str


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a report's text, marked, with the findings that rest on it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


class ReportSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its text in paragraphs, marked where the record rests on it."""

    chip: Chip
    anchor: str
    id: str
    story: str
    title: str
    date: str
    basis: str
    url: str
    language: str
    copy_of: Chip | None
    length: int
    paragraphs: tuple[Paragraph, ...] = ()
