"""What must hold of every record, on small sets of reports drawn from the sample stories."""

from functools import cache

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import EXAMPLES

import variorum
from variorum.collate.record import collate_storyline
from variorum.model.jsonl import encode
from variorum.model.laws import broken_record_laws
from variorum.model.record import Finding, Record
from variorum.model.report import Report
from variorum.model.span import ReportId, StoryId, StorylineId
from variorum.pipeline import group

LINE = StorylineId("s")
STORIES = ("trial", "election")
# The same draws each time: a law that fails on a rare draw is to be mended, not to come and go.
LAW = settings(max_examples=12, deadline=None, derandomize=True)


@cache
def told_of(name: str) -> tuple[Report, ...]:
    """The reports of a sample story, annotated and grouped once."""
    reports = list(variorum.annotate(variorum.read(str(EXAMPLES / name))))
    copies = {each.id: each.copy_of for each in group(reports)}
    return tuple(
        msgspec.structs.replace(each, story=StoryId("s"), storyline=LINE, copy_of=copies[each.id]) for each in reports
    )


def among(reports: list[Report]) -> list[Report]:
    """The reports, with only those copies marked whose original is among them."""
    ids = {report.id for report in reports}
    return [msgspec.structs.replace(r, copy_of=r.copy_of if r.copy_of in ids else None) for r in reports]


@st.composite
def sets_of_reports(draw, least: int = 2) -> list[Report]:
    pool = told_of(draw(st.sampled_from(STORIES)))
    chosen = draw(st.lists(st.sampled_from(range(len(pool))), min_size=least, max_size=4, unique=True))
    return among([pool[at] for at in chosen])


def copied(report: Report, *, known: bool = True) -> Report:
    return msgspec.structs.replace(report, id=ReportId(f"{report.id}~copy"), copy_of=report.id if known else None)


def places(finding: Finding, ids: set[str]) -> tuple:
    kept = sorted((r.report, r.start, r.end) for r in finding.readings if r.report in ids)
    return (finding.kind, finding.aspect, *kept)


@given(sets_of_reports(), st.randoms(use_true_random=False))
@LAW
def test_the_order_of_the_reports_changes_no_byte(reports, random):
    shuffled = random.sample(reports, len(reports))
    assert encode(collate_storyline(LINE, reports)) == encode(collate_storyline(LINE, shuffled))


@given(sets_of_reports())
@LAW
def test_every_reading_resolves_and_every_line_is_verbatim(reports):
    record = collate_storyline(LINE, reports)
    texts = {report.id: report.text for report in record.reports}
    assert broken_record_laws(record) == []
    for line in (*record.brief, *record.events):
        assert any(line.text in texts[place.report] for place in line.readings)
    for line in record.brief:
        first = line.readings[0]
        assert texts[first.report][first.start : first.end] == line.text
    for commitment in record.ledger:
        assert any(commitment.action in texts[reading.report] for reading in commitment.readings), (
            f"{commitment.action!r} stands in no report"
        )


@given(sets_of_reports(), st.data())
@LAW
def test_an_exact_copy_changes_no_count_of_independence(reports, data):
    copy = copied(data.draw(st.sampled_from(reports)))
    ids = {report.id for report in reports}
    before, after = collate_storyline(LINE, reports), collate_storyline(LINE, [*reports, copy])
    counted = {places(finding, ids): finding.independent for finding in after.findings}
    assert {places(f, ids): counted.get(places(f, ids)) for f in before.findings} == {
        places(f, ids): f.independent for f in before.findings
    }
    assert len(after.ledger) == len(before.ledger)
    assert [(event.date, event.text) for event in after.events] == [(e.date, e.text) for e in before.events]


def own_places(record: Record, without: str) -> dict[str, set]:
    """What the voices and the timeline take from the other reports."""
    quotes = {(q.report, q.start, q.end) for voice in record.voices for q in voice.quotes}
    dated = {(r.report, r.start, r.end) for event in record.events for r in event.readings}
    return {
        "voices": {each for each in quotes if each[0] != without},
        "timeline": {each for each in dated if each[0] != without},
    }


@given(sets_of_reports(least=3), st.data())
@LAW
def test_a_report_that_is_taken_out_takes_its_readings_and_leaves_the_others(reports, data):
    gone = data.draw(st.sampled_from(reports))
    rest = among([report for report in reports if report.id != gone.id])
    before, after = collate_storyline(LINE, reports), collate_storyline(LINE, rest)
    assert gone.id.encode() not in encode(after) or any(gone.id in report.text for report in rest)
    assert own_places(after, gone.id) == own_places(before, gone.id)


@given(st.sampled_from(STORIES), st.data(), st.booleans())
@LAW
def test_a_report_against_itself_has_no_conflict(name, data, known):
    report = among([data.draw(st.sampled_from(told_of(name)))])[0]
    record = collate_storyline(LINE, [report, copied(report, known=known)])
    assert [(f.kind, f.topic, f.why) for f in record.findings if f.kind in ("conflict", "update")] == []
