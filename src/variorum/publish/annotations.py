"""The readings of a record as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in JSON-LD.

Each reading is one annotation. Its first target is the report's text as the record holds it, by position (Unicode code
points, as the model asks) and by quotation. Where the page's address is known, the page is a second target, by
quotation alone: positions in our text mean nothing on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from variorum.model.record import Record
from variorum.model.span import Place
from variorum.publish.edition import Edition
from variorum.publish.sheet import safe_address
from variorum.publish.wording import UNNAMED, bound, undertaking, value_in_words

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 40  # characters before and after a quotation, which tell it from the same words elsewhere

_Node = dict[str, Any]  # a node of JSON-LD: its shape is the W3C's, not ours


def render_annotations(records: Sequence[Record]) -> str:
    """Return one AnnotationCollection that holds every reading of `records`."""
    items = [item for record in records for item in _annotations(record)]
    name = ":".join(["urn:variorum", *(_part(record.storyline) for record in records)])
    collection: _Node = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "; ".join(record.title for record in records) or "no record",
        "total": len(items),
    }
    if items:
        # The model has no empty page.
        collection["first"] = {"id": f"{name}:page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return msgspec.json.format(msgspec.json.encode(collection), indent=1).decode() + "\n"


def _annotations(record: Record) -> Iterator[_Node]:
    edition = Edition(record)
    for part in (_findings, _events, _voices, _ledger, _brief):
        yield from part(edition)


def _findings(edition: Edition) -> Iterator[_Node]:
    for finding in edition.record.findings:
        tags = (finding.kind, finding.aspect, finding.id)
        for index, reading in enumerate(finding.readings):
            said = edition.name_of(reading.attributed_to)
            parts = (finding.topic, value_in_words(reading.value), f"said by {said}" if said else "", finding.why)
            yield _annotation(edition, f"{finding.id}:{index}", reading, "; ".join(filter(None, parts)), tags)


def _events(edition: Edition) -> Iterator[_Node]:
    for event in edition.record.events:
        for index, place in enumerate(event.readings):
            words = f"{place.date or event.date}: {event.text}"
            yield _annotation(edition, f"{event.id}:{index}", place, words, ("event", event.id))


def _voices(edition: Edition) -> Iterator[_Node]:
    for voice in edition.record.voices:
        for index, each in enumerate(voice.quotes):
            tags = ("quotation", "direct" if each.direct else "indirect", voice.speaker)
            yield _annotation(edition, f"voice:{voice.speaker}:{index}", each, edition.name_of(voice.speaker), tags)

    for number, unnamed in enumerate(edition.record.unnamed):
        for index, each in enumerate(unnamed.quotes):
            marks = ("quotation", "direct" if each.direct else "indirect", UNNAMED.lower())
            yield _annotation(edition, f"unnamed:{number}:{index}", each, edition.described(unnamed), marks)


def _ledger(edition: Edition) -> Iterator[_Node]:
    for commitment in edition.record.ledger:
        whose = f"{edition.name_of(commitment.party)} {bound(edition, commitment)}".rstrip()
        what = f"{whose}: {undertaking(commitment.action, commitment.amount)}"
        for index, standing in enumerate(commitment.readings):
            words = f"{what}; {standing.status}" + (f" as of {standing.date}" if standing.date else "")
            yield _annotation(edition, f"{commitment.id}:{index}", standing, words, ("commitment", commitment.id))


def _brief(edition: Edition) -> Iterator[_Node]:
    for number, line in enumerate(edition.record.brief):
        for index, place in enumerate(line.readings):
            yield _annotation(edition, f"brief:{number}:{index}", place, line.text, ("brief",))


def _annotation(edition: Edition, name: str, place: Place, words: str, tags: Sequence[str]) -> _Node:
    bodies: list[_Node] = [
        {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": "describing"}
    ]
    bodies += ({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags)
    return {
        "id": f"urn:variorum:{_part(edition.record.storyline)}:{_part(name)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": list(_targets(edition, place)),
    }


def _targets(edition: Edition, place: Place) -> Iterator[_Node]:
    report = edition.reports[place.report]
    quotation: _Node = {
        "type": "TextQuoteSelector",
        "exact": report.text[place.start : place.end],
        "prefix": report.text[max(0, place.start - _AROUND) : place.start],
        "suffix": report.text[place.end : place.end + _AROUND],
    }
    position: _Node = {"type": "TextPositionSelector", "start": place.start, "end": place.end}
    text: _Node = {"id": f"urn:variorum:report:{_part(report.id)}", "type": "Text", "format": "text/plain"}
    yield {"type": "SpecificResource", "source": text, "selector": [position, quotation]}
    if page := safe_address(report.url):
        yield {"type": "SpecificResource", "source": page, "selector": quotation}


def _part(name: str) -> str:
    return quote(name, safe="-._~:")
