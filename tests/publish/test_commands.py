"""The commands that show records, given a record that was made before."""

import json

import pytest
from typer.testing import CliRunner

from variorum.cli.collate import Format, Kind
from variorum.cli.main import app
from variorum.errors import WrongUse
from variorum.model.jsonl import encode
from variorum.publish.formats import FORMS
from variorum.publish.wording import KINDS


@pytest.fixture
def path(tmp_path, record):
    path = tmp_path / "record.jsonl"
    path.write_bytes(encode(record) + b"\n" + encode(record) + b"\n")
    return path


def run(*words, **options):
    return CliRunner().invoke(app, [str(word) for word in words], **options)


def test_every_form_and_kind_can_be_asked_for():
    assert [form.value for form in Format] == list(FORMS)
    assert {kind.value for kind in Kind} == set(KINDS)


def test_a_record_is_shown_again(path, record):
    shown = run("collate", path)
    assert shown.exit_code == 0
    assert shown.stdout.count("CONFLICTS (3)") == 2
    assert json.loads(run("collate", path, "-f", "json").stdout.splitlines()[0]) == json.loads(encode(record))


def test_a_record_is_taken_from_standard_input(record):
    assert "CONFLICTS (3)" in run("collate", "-", input=encode(record)).stdout


def test_a_record_written_over_several_lines(tmp_path, record):
    path = tmp_path / "record.json"
    path.write_text(json.dumps(json.loads(encode(record)), indent=2), encoding="utf-8")
    assert "CONFLICTS (3)" in run("collate", path).stdout
    path.write_text(json.dumps([json.loads(encode(record))]), encoding="utf-8")
    assert "CONFLICTS (3)" in run("collate", path).stdout


def test_filters(path):
    shown = run("collate", path, "--kind", "conflict", "--min-independent", 3).stdout
    assert "CONFLICTS (1)" in shown
    assert "UPDATES" not in shown
    assert "VOICES" not in shown
    assert run("collate", path, "--outlet", "nobody").stdout == "There is no record to show.\n"


def test_a_finding_is_explained(path):
    assert run("explain", "f2", path).stdout.count("CONFLICT  fuel that the Aurora carried") == 2


def test_a_finding_that_is_not_there(path):
    shown = run("explain", "f99", path)
    assert isinstance(shown.exception, WrongUse)
    assert "f1 (conflict: people aboard the Aurora)" in str(shown.exception)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"storyline": "s"', "not a record"),
        (b'{"storyline": "s", "title": 5}', "not a record"),
        (b'{"storyline": "\xff"}', "not a record"),
        (
            b'{"storyline": "s", "title": "t", "stories": [], "reports": [{"id": "a", "story": "none", "text": "x"}]}',
            "not a valid record",
        ),
    ],
)
def test_what_is_no_record(tmp_path, content, words):
    path = tmp_path / "record.json"
    path.write_bytes(content)
    shown = run("collate", path)
    assert isinstance(shown.exception, WrongUse)
    assert words in str(shown.exception)


def test_records_and_reports_are_not_mixed(tmp_path, path):
    other = tmp_path / "report.txt"
    other.write_text("A report.", encoding="utf-8")
    assert "give one or the other" in str(run("collate", path, other).exception)


def test_a_day_that_is_none(path):
    assert "is no date" in str(run("collate", path, "--since", "soon").exception)
