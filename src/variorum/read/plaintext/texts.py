"""From plain text to a report: what is the article, and what the lines around it say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from variorum.errors import NoText
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.characters.tidy import drop_doubled, tidy_paragraph, tidy_text
from variorum.read.credits.placeline import Dateline, credited, find_dateline
from variorum.read.dates import datewords
from variorum.read.dates.dateline import DateCandidate, choose_date, date_by_opening
from variorum.read.plaintext.furniture import Line, shape_of
from variorum.read.plaintext.plain import Passages, clean_body, find_passages, split_lines
from variorum.read.plaintext.plain_head import (
    LONGEST_BLURB,
    SHOWN_TODAY,
    find_authors,
    find_date_lines,
    find_outlet,
    is_blurb,
    is_call,
    is_credit,
    read_label,
    without_site,
)
from variorum.read.plaintext.plain_title import find_title
from variorum.read.trace import Reason, Taken, Trace
from variorum.text.fold import fold
from variorum.text.language import detect_language

# As many labelled lines at the head make it a saved article with fields, not a text that happens to open with a colon.
_LEAST_LABELS = 2


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a text before it is read: from its source, or from its neighbours.

    `common` holds the lines (folded) that other texts of the same source carry too: the site's own, whatever they are.
    `traced` asks for what was taken out; it costs a third more time.
    """

    url: str | None = None
    common: frozenset[str] = frozenset()
    traced: bool = True


def read_plain(where: str, text: str, known: Known | None = None) -> Trace:
    """Return the report in a plain text, with what was taken out of it.

    Raises NoText where no word is left.
    """
    known = known or Known()
    fields, lines, taken = _take_fields(split_lines(text))
    own = [line for line in lines if fold(line) not in known.common] if known.common else lines
    if len(own) < len(lines):
        taken += [Taken(line, "common to the site") for line in lines if fold(line) in known.common]
    passages = _settle(find_passages(own))
    title = fields.get("title") or find_title(passages.head, passages.body)
    paragraphs, inside = clean_body(passages.body, title)
    authors, byline = _authors(fields, passages, paragraphs)
    paragraphs = [paragraph for paragraph in paragraphs if paragraph != byline]
    dateline = find_dateline(paragraphs)
    if dateline is not None:
        inside.append(Taken(paragraphs[0][: dateline.end], "dateline"))
        paragraphs[0] = paragraphs[0][dateline.end :]
    clean = tidy_text(paragraphs)
    if not any(char.isalnum() for char in clean):
        raise NoText(where, "no words are left without furniture" if text.strip() else "the file is empty")
    top = lines[:2] if lines[:1] != [title] else ()
    outlet = fields.get("outlet") or find_outlet(passages, dateline.agency if dateline else None, top)
    candidates = find_dates(passages, fields, dateline, title)
    # Beside the weather stands the day on which the page was shown: of the day before the text's own words may tell.
    shown = [each.value for each in candidates if each.weight == SHOWN_TODAY]
    candidates += [day for each in shown if (day := date_by_opening(each, clean))]
    date = choose_date(candidates, clean)
    report = Report(
        id=ReportId(where),
        text=clean,
        title=without_site(tidy_paragraph(title), outlet) if title else None,
        url=fields.get("url") or known.url,
        outlet=outlet,
        authors=authors,
        published=date.value if date else None,
        published_basis=date.basis if date else None,
        language=detect_language(clean),
        updated=next((each.value for each in candidates if each.updated and each is not date), None),
        section=fields.get("section"),
        credit=credited(dateline, outlet, known.url) if dateline else None,
        dateline=dateline.place if dateline else None,
    )
    if known.traced:
        around = [Taken(each.text, reason_of(each, title, byline)) for each in passages.head]
        taken = [*taken, *around, *inside, *_behind(passages.tail, paragraphs, clean)]
    return Trace(report=report, taken=tuple(taken), dates=tuple(candidates))


def _take_fields(lines: Sequence[str]) -> tuple[dict[str, str], list[str], list[Taken]]:
    """The labelled lines at the head of a saved article ("Title: ..."), the other lines, and what was taken."""
    labels = {index: found for index, line in enumerate(lines[:15]) if (found := read_label(line))}
    if len(labels) < _LEAST_LABELS:
        return {}, list(lines), []
    fields: dict[str, str] = {}
    for name, value in labels.values():
        fields.setdefault(name, value)
    rest = [line for index, line in enumerate(lines) if index not in labels]
    return fields, rest, [Taken(lines[index], "field") for index in labels]


def _settle(passages: Passages) -> Passages:
    """The passages with blurbs and credits at the foot of the body moved behind it: they are prose by shape only."""
    body = list(passages.body)
    tail: list[Line] = []
    prose = [line.text for line in body if line.kind == "prose"]
    while len(body) > 1 and _is_foot(body[-1], prose):
        tail.append(body.pop())
    return Passages(head=passages.head, body=tuple(body), tail=(*reversed(tail), *passages.tail))


def _is_foot(line: Line, prose: Sequence[str]) -> bool:
    short = line.words <= LONGEST_BLURB
    # What other blurbs speak of is not in the news.
    others = [text for text in prose if text != line.text and not is_blurb(shape_of(text), ())] if short else ()
    return line.kind not in _OF_AN_ARTICLE or is_call(line) or is_credit(line) or is_blurb(line, others)


_OF_AN_ARTICLE = ("prose", "item", "headline", "fragment")


def _authors(
    fields: dict[str, str], passages: Passages, paragraphs: Sequence[str]
) -> tuple[tuple[str, ...], str | None]:
    """The writers, and the line that names them; looked for at the head first, then at the foot."""
    given = fields.get("authors")
    if given:
        return find_authors([shape_of(f"By {given}")], "")[0] or (given,), None
    # The name itself is on the page once; a place or a person in the news is there again.
    around = (line.text for line in (*passages.head, *passages.tail))
    text = "\n".join([*paragraphs, *around])
    # A byline may have been taken for the first line of the text: "By Jane Doe, staff writer."
    authors, line = find_authors([*passages.head[-6:], *passages.body[:1]], text)
    if not authors:
        # Behind the article a name alone is one only in its first line; further down stand links.
        authors, line = find_authors(passages.tail[:6], text, bare=passages.tail[:1])
    return authors, line


def find_dates(
    passages: Passages, fields: dict[str, str], dateline: Dateline | None, title: str | None
) -> list[DateCandidate]:
    """List the dates that a text carries for itself: labelled, at the dateline, on lines of their own."""
    found: list[DateCandidate] = []
    for name, weight in (("published", 0.8), ("updated", 0.5)):
        for moment in datewords.find_dates(fields.get(name, "")):
            evidence = f"the field {name!r} at its head"
            found.append(
                DateCandidate(
                    value=moment.value, basis="header", evidence=evidence, weight=weight, updated=name == "updated"
                )
            )
    if dateline is not None and dateline.stamp:
        found.append(
            DateCandidate(value=dateline.stamp, basis="dateline", evidence="the date before its dateline", weight=0.8)
        )
    found += find_date_lines(passages, title)
    return found + _dates_of_day(dateline, found)


def _dates_of_day(dateline: Dateline | None, found: Sequence[DateCandidate]) -> list[DateCandidate]:
    """The day in "LONDON, Oct 29 (Reuters)", with the year that it names or that another date lends it."""
    if dateline is None or dateline.day is None:
        return []
    years = [""] if dateline.day[-4:].isdigit() else [candidate.value[:4] for candidate in found]
    moments = [
        moment for year in dict.fromkeys(years) for moment in datewords.find_dates(f"{dateline.day} {year}".strip())
    ]
    return [
        DateCandidate(value=moment.value, basis="dateline", evidence=f"its dateline, {dateline.day!r}", weight=0.7)
        for moment in moments
    ]


def _behind(tail: Sequence[Line], paragraphs: Sequence[str], clean: str) -> list[Taken]:
    """The paragraphs that stood before, which `tidy_text` leaves out, and the lines after the article."""
    tidied = [tidy_paragraph(paragraph) for paragraph in paragraphs]
    left = Counter(tidied) - Counter(drop_doubled(tidied))
    doubled = [Taken(paragraph, "repeated") for paragraph in left.elements() if paragraph]
    kept = {fold(paragraph) for paragraph in clean.split("\n\n")}
    return doubled + [
        Taken(line.text, "repeated" if fold(line.text) in kept else reason_of(line, None, None)) for line in tail
    ]


def reason_of(line: Line, title: str | None, byline: str | None) -> Reason:
    """Return what a line that is not in the text is, told by its shape, the headline and the byline."""
    if title is not None and fold(line.text) == fold(title):
        return "headline"
    if line.text == byline:
        return "byline"
    if is_credit(line):
        return "credit"
    if is_blurb(line, ()):
        return "blurb"
    if line.kind == "date":
        return "date line"
    if line.kind in ("menu", "link", "notice", "address", "no words"):
        return line.kind
    return "outside the article"
