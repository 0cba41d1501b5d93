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


def test_half_a_pair_of_surrogates_becomes_a_mark_in_its_place():
    (report,), refused = read_lines(r'{"id": "a", "text": "A cut \ud83d emoji.", "desk": {"slug": "\udc00"}}')
    assert (report.text, report.other, refused) == ("A cut \ufffd emoji.", {"desk": {"slug": "\ufffd"}}, [])
    (whole,), _ = read_lines(r'{"id": "a", "text": "A whole \ud83d\ude00 emoji."}')
    assert whole.text == "A whole \U0001f600 emoji."
    typed = to_report(Report(id="a", text="x \ud83d y", authors=("Z\udc00",)), "report 1")
    assert (typed.text, typed.authors) == ("x \ufffd y", ("Z\ufffd",))
    assert json.loads(encode(typed))["text"] == "x \ufffd y"


def test_broken_json_stays_broken_with_half_a_pair_in_it():
    _, refused = read_lines(r'{"id": "a", "text": "\ud83d')
    assert len(refused) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            '{"id": "a", "text": "x", "published": "yesterday"}',
            "field published: a date such as 2025-10-29 was expected",
        ),
        ('{"id": "a", "text": "x", "copy_of": "a"}', "field copy_of: a report is no copy of itself"),
    ],
)
def test_what_is_wrong_is_said_for_people(line, words):
    _, (refusal,) = read_lines(line)
    assert words in str(refusal)
    assert "regex" not in str(refusal)
