"""The whole way on the sample stories, held against what a careful reader finds in them (`tests/expected`)."""

import json
from pathlib import Path

import pytest
from tests.conftest import EXAMPLES, records_of, story_of

import variorum
from variorum.model.jsonl import encode
from variorum.model.laws import broken_record_laws
from variorum.model.record import Finding, Record

EXPECTED = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "expected").glob("*.json"))
}
NAMES = list(EXPECTED)


def record_of(name: str) -> Record:
    records = records_of(EXAMPLES / name)
    assert len(records) == 1, f"{name} is one storyline, {[record.title for record in records]} were made of it"
    return records[0]


def place_of(record: Record, reading: dict) -> tuple[str, int, int]:
    text = next(report.text for report in record.reports if report.id == reading["report"])
    start = text.find(reading["quote"])
    assert start >= 0, f"{reading['report']} as read lacks {reading['quote']!r}"
    return reading["report"], start, start + len(reading["quote"])


def meets(finding: Finding, places: list[tuple[str, int, int]]) -> bool:
    """Whether a finding has readings in two or more of the places."""
    hit = {
        place
        for place in places
        for reading in finding.readings
        if reading.report == place[0] and reading.start < place[2] and place[1] < reading.end
    }
    return len(hit) >= min(2, len(places))


@pytest.mark.parametrize("name", NAMES)
def test_every_law_holds(name):
    assert broken_record_laws(record_of(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_stories_are_told_apart(name):
    expected = EXPECTED[name]
    record = record_of(name)
    told = {report.id: report.story for report in record.reports}
    for ids in expected["stories"]:
        if not expected.get("stories_may_split"):
            assert len({told[id] for id in ids}) == 1, f"{ids} tell one happening: {told}"
    firsts = [told[ids[0]] for ids in expected["stories"]]
    assert len(set(firsts)) == len(firsts)


@pytest.mark.parametrize("name", NAMES)
def test_copies_are_marked_and_nothing_else_is(name):
    marked = {report.id: report.copy_of for report in record_of(name).reports if report.copy_of is not None}
    assert marked == {each["copy"]: each["of"] for each in EXPECTED[name]["copies"]}


@pytest.mark.parametrize("name", NAMES)
def test_no_trap_is_called_a_conflict(name):
    record = story_of(EXAMPLES / name)
    for trap in EXPECTED[name]["traps"]:
        places = [place_of(record, reading) for reading in trap["readings"]]
        fallen = [finding for finding in record.findings if finding.kind == "conflict" and meets(finding, places)]
        assert not fallen, f"{trap['why']}: {fallen}"


# Floors, as in the gate: what is found today. A careful reader finds more conflicts and updates (docs/collating.md).
@pytest.mark.parametrize(("kind", "least"), [("conflict", 0.75), ("update", 0.55), ("agreement", 0.7)])
def test_what_a_careful_reader_finds_is_found_as_before(kind, least):
    found, missed = [], []
    for name in NAMES:
        record = story_of(EXAMPLES / name)
        for expected in (each for each in EXPECTED[name]["findings"] if each["kind"] == kind):
            places = [place_of(record, reading) for reading in expected["readings"]]
            hit = any(finding.kind == kind and meets(finding, places) for finding in record.findings)
            (found if hit else missed).append((name, expected["topic"]))
    assert len(found) >= least * (len(found) + len(missed)), f"missed: {missed}"


@pytest.mark.parametrize("name", NAMES)
def test_a_quotation_in_several_reports_has_one_speaker(name):
    record = story_of(EXAMPLES / name)
    names = {entity.id: {entity.name, *entity.aliases} for entity in record.entities}
    for quote in EXPECTED[name]["quotes"]:
        places = [place_of(record, reading) for reading in quote["readings"]]
        speakers = {
            voice.speaker
            for voice in record.voices
            for said in voice.quotes
            for report, start, end in places
            if said.report == report and said.start < end and start < said.end
        }
        assert len(speakers) == 1, f"{quote['speaker']}: {speakers}"
        assert quote["speaker"] in names[speakers.pop()]


@pytest.mark.parametrize("name", NAMES)
def test_a_promise_is_followed_through_the_reports(name):
    record = story_of(EXAMPLES / name)
    names = {entity.id: {entity.name, *entity.aliases} for entity in record.entities}
    for promise in EXPECTED[name]["promises"]:
        theirs = [commitment for commitment in record.ledger if promise["party"] in names[commitment.party]]
        for reading in promise["readings"]:
            report, start, end = place_of(record, reading)
            told = [r for c in theirs for r in c.readings if r.report == report and r.start < end and start < r.end]
            assert told, f"{promise['party']}: {reading}"


def test_the_order_of_the_reports_changes_no_byte():
    reports = list(variorum.read(str(EXAMPLES / "ferry")))
    one, other = (
        [encode(record) for record in variorum.collate(each, story="ferry")] for each in (reports, reports[::-1])
    )
    assert one == other
