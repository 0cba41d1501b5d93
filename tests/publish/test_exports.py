"""Exports against their specifications."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import jsonschema
import msgspec
import pytest

from variorum.publish.annotations import render_annotations
from variorum.publish.csv import COLUMNS, render_csv
from variorum.publish.formats import FORMS, render
from variorum.publish.timelinejs import render_timelinejs

# https://www.w3.org/TR/annotation-model/: what it says a node MUST have, of the parts that are written here.
TEXT_QUOTE = {
    "type": "object",
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string", "minLength": 1},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
    "additionalProperties": False,
}
TEXT_POSITION = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
MOTIVATIONS = [
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "reviewing", "tagging",
]  # fmt: skip
BODY = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "purpose": {"enum": MOTIVATIONS},
        "format": {"type": "string", "pattern": r"^\w+/[\w.+-]+$"},
        "language": {"type": "string"},
    },
    "additionalProperties": False,
}
SELECTOR = {"oneOf": [TEXT_QUOTE, TEXT_POSITION]}
RESOURCE = {"type": "object", "required": ["id"], "properties": {"id": IRI, "type": {"enum": ["Text"]}}}
TARGET = {
    "type": "object",
    "required": ["source", "selector"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": {"anyOf": [IRI, RESOURCE]},
        "selector": {"anyOf": [SELECTOR, {"type": "array", "minItems": 1, "items": SELECTOR}]},
    },
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": MOTIVATIONS},
        "body": {"type": "array", "items": BODY},
        "target": {"type": "array", "minItems": 1, "items": TARGET},
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "minItems": 1, "items": ANNOTATION},
            },
        },
    },
}

# https://timeline.knightlab.com/docs/json-format.html
DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "minute": {"type": "integer", "minimum": 0, "maximum": 59},
    },
    "additionalProperties": False,
}
WORDS = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
TIMELINE = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "scale": {"enum": ["human", "cosmological"]},
        "title": {"type": "object", "properties": {"text": WORDS}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text"],
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "text": WORDS,
                    "display_date": {"type": "string"},
                    "group": {"type": "string"},
                    "unique_id": {"type": "string", "pattern": "^[A-Za-z][\\w-]*$"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def readings_of(record):
    parts = [record.findings, record.events, record.ledger, record.brief]
    yield from (reading for part in parts for each in part for reading in each.readings)
    yield from (quote for voice in record.voices for quote in voice.quotes)


def test_annotations_keep_the_model(record):
    made = json.loads(render_annotations([record]))
    jsonschema.validate(made, COLLECTION)
    items = made["first"]["items"]
    assert made["total"] == len(items) == len(list(readings_of(record)))
    assert len({item["id"] for item in items}) == len(items)


def test_both_selectors_of_an_annotation_choose_the_same_words(record):
    texts = {f"urn:variorum:report:{report.id.replace('/', '%2F')}": report.text for report in record.reports}
    for item in json.loads(render_annotations([record]))["first"]["items"]:
        position, quotation = item["target"][0]["selector"]
        text = texts[item["target"][0]["source"]["id"]]
        assert text[position["start"] : position["end"]] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert text.startswith(around, position["start"] - len(quotation["prefix"]))


def test_no_annotation_where_there_is_no_record():
    made = json.loads(render_annotations([]))
    assert made["total"] == 0
    assert "first" not in made


def test_timelines_keep_the_format(record):
    made = json.loads(render_timelinejs([record]))
    jsonschema.validate(made, TIMELINE)
    assert made["title"]["text"]["headline"] == record.title
    first = made["events"][0]
    assert first["start_date"] == {"year": 2026, "month": 1, "day": 1}
    assert first["end_date"] == {"year": 2026, "month": 1, "day": 31}
    assert first["display_date"] == "January 2026"
    assert made["events"][1]["start_date"] == {"year": 2026, "month": 3, "day": 3, "hour": 18, "minute": 40}


def test_timelines_of_several_records_are_groups(record):
    made = json.loads(render_timelinejs([record, record]))
    jsonschema.validate(made, TIMELINE)
    assert "title" not in made
    assert len({event["unique_id"] for event in made["events"]}) == 2 * len(record.events)


def test_a_date_without_a_year_is_no_slide(record):
    vague = msgspec.structs.replace(record.events[0], date="PRESENT_REF")
    made = json.loads(render_timelinejs([msgspec.structs.replace(record, events=(vague,))]))
    assert made["events"] == []


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert tag != "a" or dict(attrs)["href"].startswith("http")


def test_a_timeline_runs_nothing(record):
    sly = "<script>alert(1)</script>"
    events = tuple(msgspec.structs.replace(event, text=sly) for event in record.events)
    reports = tuple(msgspec.structs.replace(report, outlet=sly, url="javascript:alert(1)") for report in record.reports)
    made = render_timelinejs([msgspec.structs.replace(record, title=sly, events=events, reports=reports)])
    parser = _Tags()
    for slide in [json.loads(made)["title"], *json.loads(made)["events"]]:
        parser.feed(slide["text"]["headline"] + slide["text"]["text"])
    assert parser.tags <= {"p", "a"}


def test_csv_has_a_line_for_each_reading(record):
    rows = list(csv.DictReader(io.StringIO(render_csv([record]), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == sum(len(finding.readings) for finding in record.findings)
    texts = {report.id: report.text for report in record.reports}
    for row in rows:
        assert texts[row["report"]][int(row["start"]) : int(row["end"])] == row["quote"]
    assert rows[0]["kind"] == "conflict"
    assert {row["value"] for row in rows if row["finding"] == "f1"} == {"214.0", "241.0"}


def test_csv_is_rfc_4180(record):
    text = render_csv([record])
    assert text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n", text)


@pytest.mark.parametrize("sly", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_no_cell_is_a_formula(record, sly):
    findings = tuple(msgspec.structs.replace(finding, topic=sly) for finding in record.findings)
    rows = csv.DictReader(io.StringIO(render_csv([msgspec.structs.replace(record, findings=findings)]), newline=""))
    assert {row["topic"] for row in rows} == {"'" + sly}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_the_same_each_time_and_stands_no_record(record, form):
    assert b"".join(render([record], form)) == b"".join(render([record], form))
    assert b"".join(render([record, record], form))
    b"".join(render([], form)).decode()


@pytest.mark.parametrize("form", ["terminal", "md", "html", "csv"])
def test_half_a_surrogate_pair_stops_nothing(record, form):
    reports = tuple(msgspec.structs.replace(report, outlet="half \ud83d here") for report in record.reports)
    assert b"half ? here" in b"".join(render([msgspec.structs.replace(record, reports=reports)], form))
