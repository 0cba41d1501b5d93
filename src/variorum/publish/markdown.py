"""A record as one Markdown document (CommonMark with tables) that an editor can paste: quotes with their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum.model.record import Commitment, Finding, Quote, Record
from variorum.model.span import Place, Span
from variorum.publish.dates import date_in_words, span_in_words
from variorum.publish.edition import QUOTE_MARKS, Context, Edition, Quotation, Side, Witness
from variorum.publish.marks import Mark, cut
from variorum.publish.wording import (
    KINDS,
    MEANINGS,
    PARTS,
    UNNAMED,
    behind,
    bound,
    brief_parts,
    count,
    counts_of,
    excerpted,
    kinds_of,
    opened,
    undertaking,
)

# What Markdown or the HTML inside it would take for its own.
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_LINE_MARK = re.compile(r"^(\d*)([.)#+=-])")
_LAST_MARK = re.compile(r"#$")  # at the end of a heading it would close it
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
# Only what HTML would read as a character of its own: "R&B" can stay as it is.
_CHARACTER = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"\]\(<([^<>]+)>\)")


def render_markdown(records: Sequence[Record]) -> str:
    """Return the records as one Markdown document, with the addresses of the reports at its end."""
    pages = ["\n".join(_page(Edition(record))).strip() for record in records]
    return _addressed("\n\n---\n\n".join(pages or ["There is no record to show."])) + "\n"


def _addressed(document: str) -> str:
    """The document with its links by number: an address is long, and a report is named in many lines."""
    numbers: dict[str, int] = {}
    linked = _LINK.sub(lambda match: f"][{numbers.setdefault(match[1], len(numbers) + 1)}]", document)
    listed = "\n".join(f"[{number}]: <{address}>" for address, number in numbers.items())
    return f"{linked}\n\n{listed}" if listed else linked


def escape(words: str, *, opens: bool = False) -> str:
    """Return `words` on one line so that Markdown shows them as they stand; `opens` where they open a block."""
    plain = " ".join(_CONTROL.sub("\ufffd", words).split())
    plain = _CHARACTER.sub("&amp;", plain).replace("<", "&lt;").replace(">", "&gt;")
    plain = _LAST_MARK.sub(r"\\#", _SPECIAL.sub(r"\\\1", plain))
    return _LINE_MARK.sub(r"\1\\\2", plain) if opens else plain


def _page(edition: Edition) -> Iterator[str]:
    record = edition.record
    yield f"# {escape(record.title)}"
    yield ""
    dates = span_in_words(record.first, record.last)
    yield " · ".join(part for part in (dates, counts_of(edition)) if part)
    yield from _section("In brief", _brief(edition))
    for kind in kinds_of(record):
        found = [finding for finding in record.findings if finding.kind == kind]
        yield from _section(
            f"{KINDS[kind]} ({len(found)})", (_finding(edition, finding) for finding in found), MEANINGS[kind]
        )
    yield from _section("Timeline", (_event(edition, number) for number in range(len(record.events))))
    yield from _section("Voices", _voices(edition))
    yield from _section("Ledger", (_commitment(edition, each) for each in record.ledger))
    yield from _section("Reports", _reports(edition))


def _brief(edition: Edition) -> Iterator[str]:
    parts = brief_parts(edition.record.brief)
    for part in parts:
        if len(parts) > 1:
            yield f"**{PARTS[part]}**\n"
        for line in edition.record.brief:
            if line.part == part:
                yield _line(edition, line.text, line.readings)
        yield ""


def _section(heading: str, parts: Iterable[str], lead: str = "") -> Iterator[str]:
    body = list(parts)
    if not body:
        return
    yield f"\n## {heading}\n"
    if lead:
        yield f"*{lead}*\n"
    yield from body


def _line(edition: Edition, words: str, places: Iterable[Place], lead: str = "") -> str:
    return f"- {lead}{escape(excerpted(words), opens=not lead)} ({_sources(edition, places)})"


def _sources(edition: Edition, places: Iterable[Place]) -> str:
    witnesses = edition.witnesses_of(places)
    held = {witness.report.id for witness in witnesses}
    own = [witness for witness in witnesses if witness.copies not in held]
    copies = len(witnesses) - len(own)
    names = "; ".join(_source(witness) for witness in own)
    return names + (f"; and {count(copies, 'copy', 'copies')}" if copies else "")


def _source(witness: Witness, *, opens: bool = False) -> str:
    """ "Skarn Courier, 3 March 2026", linked to the report where its address is known."""
    name = escape(f"{witness.cited}, {witness.day}" if witness.day else witness.cited, opens=opens)
    url = witness.report.url or ""
    return f"[{name}](<{url}>)" if _ADDRESS.fullmatch(url) else name


def _finding(edition: Edition, finding: Finding) -> str:
    sides = edition.sides(finding)
    backing = behind(edition, edition.witnesses_of(finding.readings))
    if finding.kind == "single":
        return f"- **{escape(finding.topic)}**: {_quoted(edition, sides[0].shown[0])}"
    out = [
        f"### {escape(finding.topic)}\n",
        f"{escape(opened(finding.why), opens=True)} ({backing})\n" if finding.why else f"{backing}\n",
    ]
    for side in sides:
        if len(sides) > 1:
            out.append(f"**{escape(side.label)}**\n")
        out.extend(_quotes(edition, side))
        out.append("")
    return "\n".join(out)


def _quotes(edition: Edition, side: Side) -> Iterator[str]:
    for quotation in side.shown:
        yield f"- {_quoted(edition, quotation)}"
    if side.copies:
        yield f"- and {count(len(side.copies), 'copy', 'copies')}"


def _quoted(edition: Edition, quotation: Quotation) -> str:
    """ "“… the **deciding** words …” (source; said by whom)"."""
    reading, context = quotation.reading, quotation.context
    words = _marked(edition, context, quotation.deciding)
    speaker = edition.name_of(reading.attributed_to)
    said = f"; said by {escape(speaker)}" if speaker else ""
    return f"{_in_quotes(words)} ({_source(edition.witnesses[reading.report])}{said})"


def _kept_spaces(words: str) -> str:
    before = " " if words[:1].isspace() else ""
    after = " " if len(words) > 1 and words[-1:].isspace() else ""
    return f"{before}{escape(words)}{after}"


def _in_quotes(words: str) -> str:
    return words if words[:1] in QUOTE_MARKS else f"“{words}”"


def _event(edition: Edition, number: int) -> str:
    event = edition.record.events[number]
    first, *others = edition.datings(event).items()
    told = _line(edition, event.text, first[1], lead=f"**{escape(edition.date_of(event))}**: ")
    return told + "".join(
        f"; dated {escape(date_in_words(date))} by {_sources(edition, places)}" for date, places in others
    )


def _voices(edition: Edition) -> Iterator[str]:
    for voice in edition.record.voices:
        said = [_saying(edition, quotes) for quotes in edition.sayings(voice)]
        yield "\n".join([f"### {escape(edition.name_of(voice.speaker))}\n", *said, ""])
    if edition.record.unnamed:
        said = [
            _saying(edition, quotes, lead=f"**{escape(opened(edition.described(voice)))}**: ")
            for voice in edition.record.unnamed
            for quotes in edition.sayings(voice)
        ]
        yield "\n".join([f"### {UNNAMED}\n", *said, ""])


def _saying(edition: Edition, quotes: Sequence[Quote], lead: str = "") -> str:
    same = [quote for quote in quotes if quote.wording != "other"]
    others = [quote for quote in quotes if quote.wording == "other"]
    return f"- {lead}{_told(edition, quotes[0], opens=not lead)} ({_sources(edition, same)})" + "".join(
        f"; as {_sources(edition, [quote])} has it: {_told(edition, quote)}" for quote in others
    )


def _told(edition: Edition, quote: Quote, *, opens: bool = False) -> str:
    """The words of a quote, or its sentence with them marked where they say little alone."""
    if quote.within is None:
        words = " ".join(edition.words(quote).split())
        return escape(excerpted(words) if opens else words, opens=opens)
    words = _marked(edition, edition.told(quote), [Span(quote.start, quote.end)])
    return _LINE_MARK.sub(r"\1\\\2", words) if opens else words


def _marked(edition: Edition, context: Context, spans: Iterable[Span]) -> str:
    """A stretch of a report with some of its words marked; all of it plain where they are the whole."""
    text = edition.reports[context.place.report].text
    pieces = cut(text, context.sentence, [Mark(span.start, span.end, "marked") for span in spans])
    whole = len(pieces) == 1
    words = "".join(
        f"**{escape(piece.text)}**" if piece.names and not whole else _kept_spaces(piece.text) for piece in pieces
    )
    return f"{'… ' if context.clipped_before else ''}{words}{' …' if context.clipped_after else ''}"


def _commitment(edition: Edition, each: Commitment) -> str:
    to = f" {escape(bound(edition, each))}".rstrip()
    what = escape(undertaking(each.action, each.amount))
    rows = [
        f"| {escape(date_in_words(reading.date))} | {escape(reading.status)} "
        f"| {_in_quotes(escape(edition.words(reading)))} | {_source(edition.witnesses[reading.report])} |"
        for reading in each.readings
    ]
    lines = [
        f"### {escape(edition.name_of(each.party))}{to}: {what}\n",
        f"Status: **{escape(each.status)}**\n",
        "| As of | Status | Words | Report |",
        "| --- | --- | --- | --- |",
    ]
    hangs = [
        f"- condition: {_in_quotes(escape(edition.words(place)))} {_source(edition.witnesses[place.report])}"
        for place in each.conditions
    ]
    return "\n".join([*lines, *rows, *(["", *hangs] if hangs else []), ""])


def _reports(edition: Edition) -> Iterator[str]:
    for story in edition.record.stories:
        dates = span_in_words(story.first, story.last)
        yield f"**{escape(story.title)}**{f' ({dates})' if dates else ''}\n"
        for witness in edition.witnesses.values():
            if witness.report.story == story.id:
                yield _report(edition, witness)
        yield ""


def _report(edition: Edition, witness: Witness) -> str:
    title = escape(witness.report.title or "")
    named = "" if title in escape(witness.name) else f": {title}"
    basis = f", date {witness.basis}" if witness.basis else "" if witness.day else ", undated"
    copied = f"; copy of {_source(edition.witnesses[witness.copies])}" if witness.copies is not None else ""
    # Without an address the id, which for a file is its name, tells the reader which report is meant.
    held = "" if witness.report.url else f" (`{witness.report.id}`)"
    return f"- {_source(witness, opens=True)}{named}{held}{basis}{copied}"
