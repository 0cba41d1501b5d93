"""What must hold of a valid report and a valid record, beyond the types of their fields.

Each check gives the broken laws in words, with the field that breaks them; an empty list means that all hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.model.annotations import Annotations, Tokens
from variorum.model.record import Quote, Record
from variorum.model.report import Report
from variorum.model.span import Place, ReportId, Span


def broken_report_laws(report: Report) -> list[str]:
    """List what breaks the laws of reports: an id, not its own copy, and layers whose places lie in the text."""
    broken = [] if report.id.strip() else ["field id: an id must not be empty"]
    if report.copy_of == report.id:
        broken.append("field copy_of: a report is no copy of itself; null says that it is its own reporting")
    broken.extend(_broken_layers(report.layers, len(report.text)))
    return broken


def _broken_layers(layers: Annotations, length: int) -> Iterator[str]:
    spans: dict[str, Iterable[Span]] = {
        "sentences": layers.sentences or (),
        "times": (Span(x.start, x.end) for x in layers.times or ()),
        "quantities": (Span(x.start, x.end) for x in layers.quantities or ()),
        "mentions": (Span(x.start, x.end) for x in layers.mentions or ()),
        "attributions": (
            span for x in layers.attributions or () for span in (x.source, x.cue, *x.content) if span is not None
        ),
    }
    for layer, places in spans.items():
        for index, place in enumerate(places):
            if not 0 <= place.start < place.end <= length:
                yield (
                    f"field annotations.{layer}[{index}]: [{place.start}, {place.end}] "
                    f"does not lie in a text of {length} characters"
                )
    if layers.tokens is not None:
        yield from _broken_tokens(layers.tokens, length)


def _broken_tokens(tokens: Tokens, length: int) -> Iterator[str]:
    columns = (tokens.start, tokens.end, tokens.lemma, tokens.pos, tokens.tag, tokens.dep, tokens.head, tokens.ent)
    if len({len(column) for column in columns}) > 1:
        yield "field annotations.tokens: its columns differ in length"
    elif any(not 0 <= start < end <= length for start, end in zip(tokens.start, tokens.end, strict=True)):
        yield f"field annotations.tokens: a token does not lie in a text of {length} characters"
    elif any(not 0 <= head < len(tokens.head) for head in tokens.head):
        yield "field annotations.tokens.head: a head is not the index of a token"


def broken_record_laws(record: Record) -> list[str]:
    """List what breaks the laws of records.

    Every statement has a reading, every reading lies in a report of the record, every named entity, story and copied
    report is there, and `independent` counts the reports behind a finding that are not copies of one another.
    """
    lengths = {report.id: len(report.text) for report in record.reports}
    broken = _unknown_names(record)
    for where, places in _statements(record):
        if not places:
            broken.append(f"{where} has no reading")
        for place in places:
            if place.report not in lengths:
                broken.append(f"{where} names report {place.report}, which the record does not hold")
            elif not 0 <= place.start < place.end <= lengths[place.report]:
                broken.append(f"{where} points outside report {place.report}: {place.start}-{place.end}")
    roots = root_of_each({report.id: report.copy_of for report in record.reports})
    for finding in record.findings:
        count = len({roots.get(reading.report) for reading in finding.readings})
        if count != finding.independent:
            broken.append(f"finding {finding.id} counts {finding.independent} independent reports, there are {count}")
    return broken


def _statements(record: Record) -> Iterator[tuple[str, Sequence[Place]]]:
    for entity in record.entities:
        yield f"entity {entity.id}", entity.mentions
    for event in record.events:
        yield f"event {event.id}", event.readings
    for finding in record.findings:
        yield f"finding {finding.id}", finding.readings
    for voice in record.voices:
        yield f"voice {voice.speaker}", voice.quotes
        yield from _around(f"voice {voice.speaker}", voice.quotes)
    for number, unnamed in enumerate(record.unnamed, start=1):
        yield f"unnamed voice {number}", unnamed.quotes
        yield from _around(f"unnamed voice {number}", unnamed.quotes)
        yield f"the description of unnamed voice {number}", (unnamed.described,)
    for commitment in record.ledger:
        yield f"commitment {commitment.id}", commitment.readings
        if commitment.conditions:
            yield f"a condition of commitment {commitment.id}", commitment.conditions
    for index, line in enumerate(record.brief):
        yield f"brief line {index + 1}", line.readings


def _around(whose: str, quotes: Sequence[Quote]) -> Iterator[tuple[str, Sequence[Place]]]:
    """The sentences that quotes stand in, as places; each holds its quote."""
    for quote in quotes:
        if quote.within is not None:
            start, end = quote.within.start, quote.within.end
            held = start <= quote.start and quote.end <= end
            place = Place(report=quote.report, start=start, end=end)
            yield f"the sentence around a quote of {whose}", (place,) if held else ()


def _unknown_names(record: Record) -> list[str]:
    entities = {entity.id for entity in record.entities}
    stories = {story.id for story in record.stories}
    reports = {report.id for report in record.reports}
    named = [(f"finding {f.id}", r.attributed_to) for f in record.findings for r in f.readings]
    named += [(f"voice {v.speaker}", v.speaker) for v in record.voices]
    named += [(f"commitment {c.id}", party) for c in record.ledger for party in (c.party, c.counterparty)]
    named += [(f"commitment {c.id}", r.attributed_to) for c in record.ledger for r in c.readings]
    broken = [
        f"{where} names entity {name}, which the record does not hold"
        for where, name in named
        if name is not None and name not in entities
    ]
    told = [(f"finding {f.id}", story) for f in record.findings for story in f.stories]
    told += [(f"report {r.id}", r.story) for r in record.reports]
    broken += [
        f"{where} names story {story}, which the record does not hold" for where, story in told if story not in stories
    ]
    broken += [
        f"report {r.id} is a copy of {r.copy_of}, which the record does not hold"
        for r in record.reports
        if r.copy_of is not None and r.copy_of not in reports
    ]
    return broken


def find_rings(copy_of: Mapping[ReportId, ReportId | None]) -> list[list[ReportId]]:
    """Return the rings of reports that copy one another, each sorted and once: "a" of "b" and "b" of "a"."""
    rings: list[list[ReportId]] = []
    done: set[ReportId] = set()
    for report in copy_of:
        path: list[ReportId] = []
        current: ReportId | None = report
        while current is not None and current in copy_of and current not in done:
            done.add(current)
            path.append(current)
            current = copy_of[current]
        if current in path:
            rings.append(sorted(path[path.index(current) :]))
    return rings


def root_of_each(copy_of: dict[ReportId, ReportId | None]) -> dict[ReportId, ReportId]:
    """Return for every report the one at the root of its family of copies (itself, where it is its own reporting).

    A report that copies one which is not among the keys is taken as its own root; so is the first of a ring.
    """
    roots: dict[ReportId, ReportId] = {}
    for report in copy_of:
        seen, current = {report}, report
        while (above := copy_of.get(current)) is not None and above in copy_of and above not in seen:
            seen.add(above)
            current = above
        roots[report] = current if above not in seen or above is None else min(seen)
    return roots
