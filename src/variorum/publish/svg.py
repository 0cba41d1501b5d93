"""Drawings for the HTML record as inline SVG, coloured by the page's own style sheet.

Positions along an axis are percentages, so that a drawing fits any width while its words keep their size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec
from markupsafe import Markup

from variorum.model.span import StoryId
from variorum.publish.dates import MONTHS, Days, day_in_words, find_days
from variorum.publish.edition import Edition, shortened
from variorum.publish.sheet import Sheet

_STACK = 7  # dots above one another before the rest is only counted
_STEP = 15  # pixels between dots of a stack
_LEFT, _RIGHT = 6.0, 94.0  # per cent of the width: room at the ends for what lies outside the axis
STORY_COLOURS = 6
_COUNT = Markup('<text class="tick" x="{x:.2f}%" y="{y}" text-anchor="{anchor}">{words}</text>')
# On a phone there is no room for the word beside the next dots: the sign stays.
_BEYOND = {
    "earlier": Markup('‹<tspan class="word"> earlier</tspan>'),
    "later": Markup('<tspan class="word">later </tspan>›'),
}
_DOT = Markup('<circle class="event" cx="{x}" cy="{y}" r="2"/>')
_REPORT = Markup(
    '<a href="{href}"><rect class="report s{story}" x="{x:.2f}%" y="{y}" width="5" height="14">'
    "<title>{title}</title></rect></a>"
)
_EVENT = Markup(
    '<a href="{href}"><circle class="event" cx="{x:.2f}%" cy="{y}" r="{radius:.1f}"><title>{title}</title></circle></a>'
)


class Axis(msgspec.Struct, frozen=True):
    """Days laid along the width."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Return where a day lies, in per cent of the width; days beyond the ends lie at the edge."""
        if day < self.first:
            return _LEFT / 3
        if day > self.last:
            return 100 - _LEFT / 3
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return _LEFT + share * (_RIGHT - _LEFT)


class _Dot(msgspec.Struct, frozen=True):
    days: Days
    href: str
    title: str
    weight: int


def draw_timeline(sheet: Sheet) -> Markup:
    """Return the days of a record as SVG: events above the line, published reports below; empty if none is dated."""
    edition = sheet.edition
    reports = [
        (days, witness) for witness in edition.witnesses.values() if (days := find_days(witness.report.published))
    ]
    dots = [
        _Dot(days, f"#{made.anchor}", f"{made.date}: {shortened(event.text, 120)}", made.sift.independent)
        for event, made in zip(edition.record.events, sheet.events, strict=True)
        if (days := find_days(event.date))
    ]
    if len({dot.days.first for dot in dots} | {days.first for days, _ in reports}) < 2:
        return Markup()
    axis = find_axis([dot.days for dot in dots], [days for days, _ in reports])
    stacks = _stacked(dots, axis)
    height = _STEP * (min(_STACK, max((len(stack) for stack in stacks.values()), default=0)) + 1) + 16
    parts = [Markup('<line class="axis" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=height)]
    parts += _spans(dots, axis, height)
    parts += (part for x, stack in stacks.items() for part in _stack(stack, x, height))
    stories = story_numbers(edition)
    for days, witness in reports:
        parts.append(
            _REPORT.format(
                href=f"#{sheet.report_anchor(witness)}",
                story=stories[witness.report.story],
                x=axis.at(days.last),
                y=height + 4,
                title=f"{witness.name}, {witness.date}",
            )
        )
    parts += _ticks(axis, height + 36)
    return _figure(parts, height + 44, "Timeline: events above the line, reports by day of publication below it")


def find_axis(events: Sequence[Days], reports: Sequence[Days]) -> Axis:
    """Return the days to draw: those of publication, and events as far from them as they lie apart, or a month.

    What is told of years before would press everything else into one dot: it lies at the edge.
    """
    near = sorted(reports) or sorted(events)
    first, last = near[0].first, max(days.last for days in near)
    reach = max(timedelta(days=31), last - first)
    inside = [days for days in events if days.first >= first - reach and days.last <= last + reach]
    first = min([first, *(days.first for days in inside)])
    last = max([last, *(days.last for days in inside)])
    return Axis(first, last if last > first else first + timedelta(days=1))


def _stacked(dots: Sequence[_Dot], axis: Axis) -> Mapping[float, list[_Dot]]:
    """Dots by where they stand; those that would overlap on a phone (within 4 per cent) stand on one another."""
    stacks: dict[float, list[_Dot]] = {}
    for dot in sorted(dots, key=lambda dot: (dot.days, dot.href)):
        x = axis.at(dot.days.first + (dot.days.last - dot.days.first) / 2)
        near = next((at for at in stacks if abs(at - x) < 4), x)
        stacks.setdefault(near, []).append(dot)
    return stacks


def _stack(stack: Sequence[_Dot], x: float, height: int) -> Iterator[Markup]:
    for level, dot in enumerate(stack[:_STACK]):
        radius = min(7.0, 3.5 + dot.weight * 0.7)
        yield _EVENT.format(href=dot.href, x=x, y=height - 10 - level * _STEP, radius=radius, title=dot.title)
    more = f"+{len(stack) - _STACK}" if len(stack) > _STACK else ""
    # Dots at the edges lie outside the axis: only a word can say how.
    beyond = "earlier" if x < _LEFT - 1 else "later" if x > _RIGHT + 1 else ""
    if more or beyond:
        yield _COUNT.format(
            x=x,
            y=height - 7 - min(_STACK, len(stack)) * _STEP,
            anchor={"earlier": "start", "later": "end"}.get(beyond, "middle"),
            words=Markup(" ").join(part for part in (_BEYOND.get(beyond), more) if part),
        )


def _spans(dots: Sequence[_Dot], axis: Axis, height: int) -> Iterator[Markup]:
    """A faint bar for each date that is known only to the week, month or year."""
    for days in sorted({dot.days for dot in dots if dot.days.last > dot.days.first}):
        start, end = axis.at(days.first), axis.at(days.last)
        if end > start:
            yield Markup('<rect class="span" x="{:.2f}%" width="{:.2f}%" y="{}" height="4"/>').format(
                start, end - start, height - 2
            )


def _ticks(axis: Axis, y: int) -> Iterator[Markup]:
    days = (axis.last - axis.first).days
    count = min(5, days + 1)
    shown = {axis.first + timedelta(days=round(days * at / max(1, count - 1))) for at in range(count)}
    years = {day.year for day in shown}
    for at, day in enumerate(sorted(shown)):
        year = f" {day.year}" if len(years) > 1 or at == 0 else ""
        yield Markup('<text class="tick{}" x="{:.2f}%" y="{}" text-anchor="middle">{}</text>').format(
            " odd" if at % 2 else "", axis.at(day), y, f"{day.day} {MONTHS[day.month - 1][:3]}{year}"
        )


def story_numbers(edition: Edition) -> Mapping[StoryId, int]:
    """Return for each story the number of its colour, from 1."""
    return {story.id: at % STORY_COLOURS + 1 for at, story in enumerate(edition.record.stories)}


def _figure(parts: Sequence[Markup], height: int, label: str) -> Markup:
    return Markup('<svg class="drawing" width="100%" height="{}" role="group" aria-label="{}">{}</svg>').format(
        height, label, Markup().join(parts)
    )


def draw_months(sheet: Sheet) -> list[Markup]:
    """Return a calendar leaf as SVG for each month in which a report was published or something happened.

    Only days of publication and what happened while the reports were coming out; empty where that is a single day.
    """
    edition = sheet.edition
    reports: dict[date, list[str]] = {}
    stories: dict[date, int] = {}
    hrefs: dict[date, str] = {}
    numbers = story_numbers(edition)
    for witness in edition.witnesses.values():
        days = find_days(witness.report.published)
        if days is not None and days.first == days.last:
            reports.setdefault(days.first, []).append(witness.name)
            stories.setdefault(days.first, numbers[witness.report.story])
            hrefs.setdefault(days.first, f"#{sheet.report_anchor(witness)}")
    if len(reports) < 2:
        return []
    events = _events_between(sheet, min(reports) - timedelta(days=31), max(reports))
    for day, anchors in events.items():
        hrefs.setdefault(day, anchors[0])
    cells = [
        _Cell(
            day=day,
            reports=len(reports.get(day, ())),
            story=stories.get(day, 0),
            events=len(events.get(day, ())),
            href=hrefs[day],
            title=_told(day, reports, events),
        )
        for day in sorted({*reports, *events})
    ]
    months = sorted({(cell.day.year, cell.day.month) for cell in cells})
    return [
        _leaf(year, month, [cell for cell in cells if (cell.day.year, cell.day.month) == (year, month)])
        for year, month in months
    ]


class _Cell(msgspec.Struct, frozen=True, kw_only=True):
    day: date
    reports: int
    story: int
    events: int
    href: str
    title: str


def _told(day: date, reports: Mapping[date, Sequence[str]], events: Mapping[date, Sequence[str]]) -> str:
    names = reports.get(day, ())
    told = f"{len(names)} reports: {', '.join(names[:8])}" if len(names) > 1 else "".join(names)
    happened = len(events.get(day, ()))
    parts = [told, f"{happened} event{'s' if happened > 1 else ''}" if happened else ""]
    return f"{day_in_words(day)}: " + "; ".join(part for part in parts if part)


def _events_between(sheet: Sheet, first: date, last: date) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for event, made in zip(sheet.record.events, sheet.events, strict=True):
        days = find_days(event.date)
        if days is not None and days.first == days.last and first <= days.first <= last:
            found.setdefault(days.first, []).append(f"#{made.anchor}")
    return found


_SIZE = 24  # pixels of a day


def _leaf(year: int, month: int, cells: Sequence[_Cell]) -> Markup:
    opening = date(year, month, 1)
    shift = opening.weekday()
    following = date(year + month // 12, month % 12 + 1, 1)
    parts = [Markup('<text class="month" x="0" y="13">{} {}</text>').format(MONTHS[month - 1], year)]
    filled = {cell.day: cell for cell in cells}
    for number in range((following - opening).days):
        day = opening + timedelta(days=number)
        row, column = divmod(number + shift, 7)
        parts.append(_day(filled.get(day), day, column * _SIZE, 22 + row * _SIZE))
    rows = ((following - opening).days + shift + 6) // 7
    width, height = 7 * _SIZE, 24 + rows * _SIZE
    label = f"{MONTHS[month - 1]} {year}: " + "; ".join(cell.title for cell in cells)
    return Markup(
        '<svg class="drawing leaf" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="group" aria-label="{}">{}</svg>'
    ).format(label, Markup().join(parts), w=width, h=height)


def _day(cell: _Cell | None, day: date, x: int, y: int) -> Markup:
    number = Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(x + _SIZE // 2 - 1, y + 14, day.day)
    if cell is None:
        return Markup('<g class="idle">{}</g>').format(number)
    shade = f"report s{cell.story} n{min(3, cell.reports)}" if cell.reports else "none"
    box = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>').format(
        shade, x, y, _SIZE - 2, _SIZE - 2
    )
    dot = _DOT.format(x=x + _SIZE // 2 - 1, y=y + _SIZE - 5) if cell.events else ""
    return Markup('<a href="{}" class="{}"><title>{}</title>{}{}{}</a>').format(
        cell.href, "told" if cell.reports else "event-only", cell.title, box, number, dot
    )
