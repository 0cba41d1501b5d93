"""The user's own five reports, where they are at hand: what their record must be right about."""

import pytest
from tests.conftest import SEEDS, records_of

from variorum.model.laws import broken_record_laws
from variorum.model.record import Finding, Record

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seed reports are not part of the project")


@pytest.fixture(scope="module")
def record() -> Record:
    records = records_of(SEEDS)
    assert len(records) == 1, [each.title for each in records]
    return records[0]


def report(record: Record, number: str):
    return next(each for each in record.reports if each.id.startswith(number))


def words(record: Record, reading) -> str:
    return report(record, reading.report[:3]).text[reading.start : reading.end]


def findings(record: Record, *parts: tuple[str, str]) -> list[Finding]:
    """The findings that have, for each (report, words), a reading there that lies on these words."""
    return [
        finding
        for finding in record.findings
        if all(any(lies_on(record, reading, *part) for reading in finding.readings) for part in parts)
    ]


def lies_on(record: Record, reading, number: str, part: str) -> bool:
    text = report(record, number).text
    at = text.find(part)
    assert at >= 0, f"{number} lacks {part!r}"
    while at >= 0:
        if reading.report.startswith(number) and reading.start < at + len(part) and at < reading.end:
            return True
        at = text.find(part, at + 1)
    return False


def entity_of(record: Record, number: str, name: str) -> set[str]:
    text = report(record, number).text
    return {
        entity.id
        for entity in record.entities
        for place in entity.mentions
        if place.report.startswith(number) and text[place.start : place.end] == name
    }


def test_every_law_holds(record):
    assert broken_record_laws(record) == []


@pytest.mark.parametrize(
    ("number", "furniture"),
    [
        ("000", "Crystal Dike"),
        ("002", "date 2025"),
        ("003", "28.2 C"),
        ("003", "Islamabad"),
        ("003", "Read More"),
        ("003", "Web Desk"),
        ("003", "Trending Now"),
        ("003", "since 2009"),
        ("004", "Google Ads"),
        ("004", "Tue, 21-Oct-2025"),
        ("004", "amid focus on trade and security"),
    ],
)
def test_furniture_is_in_no_text(record, number, furniture):
    assert furniture not in report(record, number).text


def test_repeated_passages_stand_once(record):
    assert report(record, "001").text.count("pretty much finalized") == 1


def test_dates_are_right_and_say_what_they_were_read_from(record):
    assert {report(record, number).published for number in ("000", "001", "002")} == {"2025-10-29"}
    assert report(record, "002").published_basis in ("dateline", "header")
    assert report(record, "000").published_basis == report(record, "001").published_basis == "text"
    # Its text tells of the days before Monday 25 August; the header's 21 October is the day it was saved.
    assert report(record, "004").published in ("2025-08-24", "2025-08-25", None)
    # It tells of that meeting as still to come: the 27 August beside the weather is the day it was saved.
    assert report(record, "003").published in ("2025-08-24", "2025-08-25", None)
    assert report(record, "003").published_basis in ("text", None)


def test_two_happenings_of_one_storyline(record):
    stories = {number: report(record, number).story for number in ("000", "001", "002", "003", "004")}
    assert stories["000"] == stories["001"] == stories["002"]
    assert stories["003"] == stories["004"]
    assert stories["000"] != stories["003"]


def test_the_missiles_are_a_conflict(record):
    (finding,) = findings(record, ("000", "surface-to-air"), ("002", "sea-to-surface"))
    assert (finding.kind, finding.aspect) == ("conflict", "description")


def test_japans_sums_are_a_variant_and_not_a_conflict(record):
    found = findings(record, ("001", "$550 billion"), ("002", "$490 billion"))
    assert [finding.kind for finding in found] == ["variant"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("001", "$550 billion"), ("000", "$350 billion")),
        (("002", "$490 billion"), ("002", "$350 billion")),
        (("002", "$490 billion"), ("004", "$350 billion")),
        (("000", "25%"), ("004", "15%")),
    ],
)
def test_what_only_looks_like_a_difference_is_none(record, one, other):
    assert [f.kind for f in findings(record, one, other) if f.kind in ("conflict", "variant", "update")] == []


@pytest.mark.parametrize(
    "parts",
    [
        (("000", "$350 billion"), ("004", "$350 billion")),
        (("000", "25%"), ("004", "25%")),
        (("000", "15%"), ("004", "15%")),
        (("000", "Grand Order of Mugunghwa"), ("001", "Grand Order of Mugunghwa")),
        (
            ("001", "the best deals are deals that work for everybody"),
            ("002", "The best deals are deals that work"),
        ),
    ],
)
def test_agreements(record, parts):
    assert "agreement" in [finding.kind for finding in findings(record, *parts)]


def test_the_quotation_has_its_speaker_in_both_reports(record):
    (trump,) = entity_of(record, "002", "Trump")
    voice = next(voice for voice in record.voices if voice.speaker == trump)
    carriers = {quote.report[:3] for quote in voice.quotes if "best deals are deals" in words(record, quote)}
    assert carriers == {"001", "002"}


def test_names_are_resolved(record):
    lee = entity_of(record, "000", "Lee Jae Myung") | entity_of(record, "004", "Lee Jae-myung")
    lee |= entity_of(record, "002", "Lee") | entity_of(record, "000", "Lee")
    assert len(lee) == 1
    assert len(entity_of(record, "000", "Trump") | entity_of(record, "004", "Donald Trump")) == 1
    assert entity_of(record, "002", "North Korea").isdisjoint(entity_of(record, "002", "South Korea"))


def test_the_ledger_follows_koreas_undertakings(record):
    (korea,) = entity_of(record, "004", "South Korea")
    theirs = {c.amount.value: c for c in record.ledger if c.party == korea and c.amount is not None}
    told = {(reading.report[:3], reading.status) for reading in theirs[3.5e11].readings}
    assert {("004", "pledged"), ("000", "stalled"), ("001", "not signed")} <= told
    (trump,) = entity_of(record, "001", "Trump")
    claims = [reading for reading in theirs[3.5e11].readings if reading.status == "finalized"]
    assert [reading.attributed_to for reading in claims] == [trump]
    assert {reading.report[:3] for reading in theirs[1e11].readings} == {"000", "004"}


def test_where_the_investment_stands_is_an_update_from_august_to_october(record):
    updates = [finding for finding in record.findings if (finding.kind, finding.aspect) == ("update", "status")]
    assert any({reading.report[:3] for reading in finding.readings} == {"004", "001"} for finding in updates)


def test_nothing_but_the_missiles_is_a_conflict(record):
    # A careful reader finds a handful; a heap of them would be false alarms.
    assert sum(finding.kind == "conflict" for finding in record.findings) == 1
