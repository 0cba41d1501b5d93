"""The family trees of copies as SVG: the report that came first at the root, those that repeat it below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from markupsafe import Markup

from variorum.model.span import ReportId
from variorum.publish.edition import Witness, shortened
from variorum.publish.sheet import Sheet
from variorum.publish.svg import story_numbers

_ROW, _INDENT = 26, 22
_FIRST = 40  # rows drawn at once; further families stand behind a fold


class _Row(msgspec.Struct, frozen=True):
    witness: Witness
    depth: int
    parent: int | None  # index of the parent's row


def draw_families(sheet: Sheet) -> list[Markup]:
    """Return the families that have copies as SVG, some forty rows a drawing; none if nothing is a copy."""
    children: dict[ReportId | None, list[Witness]] = {}
    for witness in sheet.edition.witnesses.values():
        children.setdefault(witness.copies, []).append(witness)
    drawings, rows = [], list[_Row]()
    for root in children.get(None, []):
        if root.report.id not in children:
            continue
        if len(rows) > _FIRST:
            drawings.append(_draw(sheet, rows))
            rows = []
        rows += _rows(root, children, len(rows))
    return [*drawings, _draw(sheet, rows)] if rows else drawings


def _rows(root: Witness, children: Mapping[ReportId | None, Sequence[Witness]], offset: int) -> list[_Row]:
    """The rows of a family, each copy below its parent. Without recursion: a chain of copies may be long."""
    out: list[_Row] = []
    waiting: list[_Row] = [_Row(root, 0, None)]
    while waiting:
        row = waiting.pop()
        at = offset + len(out)
        out.append(row)
        waiting += (_Row(child, row.depth + 1, at) for child in reversed(children.get(row.witness.report.id, ())))
    return out


def _draw(sheet: Sheet, rows: Sequence[_Row]) -> Markup:
    stories = story_numbers(sheet.edition)
    parts = [part for at, row in enumerate(rows) for part in _row(sheet, at, row, stories[row.witness.report.story])]
    label = "Family trees of copies: " + "; ".join(
        f"{row.witness.name} repeats {rows[row.parent].witness.name}" for row in rows if row.parent is not None
    )
    return Markup('<svg class="drawing family" width="100%" height="{}" role="img" aria-label="{}">{}</svg>').format(
        len(rows) * _ROW + 4, label, Markup().join(parts)
    )


def _row(sheet: Sheet, at: int, row: _Row, story: int) -> Iterator[Markup]:
    # Deep chains stop moving right: at some depth only the lines tell who repeats whom.
    x, y = 8 + min(row.depth, 6) * _INDENT, at * _ROW + _ROW // 2
    if row.parent is not None:
        left = 8 + min(row.depth - 1, 6) * _INDENT
        top = row.parent * _ROW + _ROW // 2 + 5
        yield Markup('<path class="branch" d="M{} {}V{}H{}"/>').format(left, top, y, x - 5)
    witness = row.witness
    yield Markup('<a href="#{}"><circle class="node s{}{}" cx="{}" cy="{}" r="5"/>').format(
        sheet.report_anchor(witness), story, " copy" if row.parent is not None else "", x, y
    )
    day = witness.date if witness.report.published else "no date"
    yield Markup('<text x="{}" y="{}">{}<tspan class="dim"> {}</tspan><title>{}</title></text></a>').format(
        x + 12, y + 4, shortened(witness.name, 30), day, witness.report.title or witness.name
    )
