import io
import json

import pytest

from variorum.errors import BrokenLine
from variorum.model.jsonl import encode, read_reports, to_report
from variorum.model.report import Report


def read_lines(*lines):
    refused = []
    stream = io.BytesIO("\n".join(lines).encode())
    return list(read_reports(stream, "in.jsonl", refused.append)), refused


def test_a_line_needs_only_id_and_text():
    reports, refused = read_lines('{"id": "a", "text": "Ten people met."}')
    assert reports == [Report(id="a", text="Ten people met.")]
    assert refused == []


def test_unknown_fields_are_given_back():
    line = {"id": "a", "text": "x", "desk": {"slug": "BRIDGE", "priority": 3}}
    assert json.loads(encode(to_report(line, "line 1")))["desk"] == line["desk"]


def test_unknown_is_null_and_what_was_not_made_is_absent():
    fields = json.loads(encode(Report(id="a", text="x")))
    assert fields == {
        "id": "a", "text": "x", "title": None, "url": None, "outlet": None, "authors": [],
        "published": None, "published_basis": None, "language": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": 3, "text": "x"}', "field id"),
        ('{"text": "x"}', "`id`"),
        ('{"id": " ", "text": "x"}', "field id"),
        ('{"id": "a", "text": "x", "published": "last week"}', "field published"),
        ('{"id": "a", "text": "x", "published_basis": "rumour"}', "field published_basis"),
        ('{"id": "a", "text": "x", "authors": "Ann Lee"}', "field authors"),
        ('{"id": "a", "text": "x", "annotations": {"sentences": [[0, 2]]}}', "annotations.sentences[0]"),
        ('["a", "x"]', "a list"),
        ('{"id": "a", "text":', "JSON"),
        ("\ufffd", "JSON"),
    ],
)
def test_a_broken_line_is_named_with_its_field_and_the_rest_is_read(line, words):
    reports, refused = read_lines(line, '{"id": "b", "text": "y"}')
    assert [report.id for report in reports] == ["b"]
    assert [type(refusal) for refusal in refused] == [BrokenLine]
    assert refused[0].where == "in.jsonl, line 1"
    assert words in refused[0].what
