"""The family trees of copies as SVG: the report that came first at the root, those that repeat it below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from variorum.publish.edition import Kin, shortened
from variorum.publish.sheet import Sheet
from variorum.publish.svg import story_numbers

_ROW, _INDENT = 26, 22
_FIRST = 40  # rows of a drawing, unless a single family has more


def draw_families(sheet: Sheet) -> list[Markup]:
    """Return the families that have copies as SVG, some forty rows a drawing; none if nothing is a copy."""
    drawings: list[Markup] = []
    rows: list[Kin] = []
    for family in _families(sheet.edition.kin()):
        if rows and len(rows) + len(family) > _FIRST:
            drawings.append(_draw(sheet, rows))
            rows = []
        rows += [Kin(kin.witness, kin.depth, _moved(kin.parent, len(rows))) for kin in family]
    return [*drawings, _draw(sheet, rows)] if rows else drawings


def _families(kin: Sequence[Kin]) -> Iterator[list[Kin]]:
    """Each family that has copies, its parents counted from its own first row."""
    start = 0
    for at in range(1, len(kin) + 1):
        if at == len(kin) or kin[at].parent is None:
            if at - start > 1:
                yield [Kin(each.witness, each.depth, _moved(each.parent, -start)) for each in kin[start:at]]
            start = at


def _moved(parent: int | None, by: int) -> int | None:
    return None if parent is None else parent + by


def _draw(sheet: Sheet, rows: Sequence[Kin]) -> Markup:
    stories = story_numbers(sheet.edition)
    parts = [part for at, row in enumerate(rows) for part in _row(sheet, at, row, stories[row.witness.report.story])]
    label = "Family trees of copies: " + "; ".join(
        f"{row.witness.name} repeats {rows[row.parent].witness.name}" for row in rows if row.parent is not None
    )
    return Markup('<svg class="drawing family" width="100%" height="{}" role="group" aria-label="{}">{}</svg>').format(
        len(rows) * _ROW + 4, label, Markup().join(parts)
    )


def _row(sheet: Sheet, at: int, row: Kin, story: int) -> Iterator[Markup]:
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
    yield Markup('<text x="{}" y="{}">{}<tspan class="dim"> {}</tspan><title>{}</title></text></a>').format(
        x + 12, y + 4, shortened(witness.name, 30), witness.date, witness.report.title or witness.name
    )
