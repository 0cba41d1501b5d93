"""What findings must and must not say of small stories of our own writing."""

import itertools

import msgspec
import pytest

from variorum import pipeline
from variorum.collate.findings.find import find_findings
from variorum.collate.storyline import Storyline
from variorum.model.laws import broken_record_laws

FERRY = (
    "The ferry Lysefjord ran aground off Skudenes on Tuesday morning, injuring 14 passengers, the coast guard said. "
    "Captain Henrik Aasen had reported an engine failure shortly before. "
    "The company confirmed that the vessel had been repaired in Bergen last month. "
    '"We heard a loud crash and then everything went dark in the cabin," said Marit Lund, a passenger.'
)
OTHER = (
    "A ferry ran aground off Skudenes in western Norway on Tuesday morning, injuring {injured} passengers. "
    "The Lysefjord's captain, Henrik Aasen, had reported an engine failure shortly before the accident. "
    "The company {confirmed} that the vessel had been repaired in Bergen last month. "
    '"We heard a loud crash and then everything went dark in the cabin," Marit Lund told the broadcaster.'
)
THIRD = "Rescue boats from three harbours took part. Fishing is the main trade of the island, which has 5,000 people."


def collate(*texts, ids="abcdefgh"):
    # Short and alike as they are, they would pass for copies; they are told to be
    # witnesses of their own, but for exact copies.
    reports = [
        {
            "id": id,
            "text": text,
            "published": "2025-03-05",
            "copy_of": ids[texts.index(text)] if text in texts[:at] else None,
        }
        for at, (id, text) in enumerate(zip(ids, texts, strict=False))
    ]
    (record,) = pipeline.collate(reports, story="ferry")
    return record


def kinds(record, kind):
    return [finding for finding in record.findings if finding.kind == kind]


def values(finding):
    return {reading.value for reading in finding.readings}


@pytest.fixture(scope="module")
def differing():
    return collate(FERRY, OTHER.format(injured="31", confirmed="confirmed"), THIRD)


@pytest.fixture(scope="module")
def agreeing():
    return collate(FERRY, OTHER.format(injured="fourteen", confirmed="confirmed"), THIRD)


def test_two_figures_for_one_thing_conflict(differing):
    assert [values(each) for each in kinds(differing, "conflict")] == [{14.0, 31.0}]


def test_a_figure_in_words_agrees(agreeing):
    assert not kinds(agreeing, "conflict")
    assert any(values(each) == {14.0} for each in kinds(agreeing, "agreement"))


def test_opposed_acts_conflict():
    record = collate(FERRY, OTHER.format(injured="14", confirmed="denied"))
    assert any({"confirmed", "denied"} <= values(each) for each in kinds(record, "conflict"))


def test_a_quotation_of_two_witnesses_is_one_agreement():
    # The other report has nothing but the quotation in common: a shared passage would make them one witness.
    told = '"We heard a loud crash and then everything went dark in the cabin," Marit Lund told the broadcaster.'
    texts = {"a": FERRY, "b": f"{THIRD} {told}"}
    reports = [{"id": id, "text": text, "copy_of": None} for id, text in texts.items()]
    (record,) = pipeline.collate(reports, story="ferry")
    quoted = [each for each in kinds(record, "agreement") if "same words" in each.why]
    assert len(quoted) == 1
    assert {reading.report for reading in quoted[0].readings} == {"a", "b"}


def test_each_finding_says_why_and_of_what(differing):
    assert all(finding.why and finding.topic for finding in differing.findings)
    assert not broken_record_laws(differing)


def test_the_order_of_reports_changes_nothing():
    texts = {"a": FERRY, "b": OTHER.format(injured="31", confirmed="denied"), "c": THIRD}
    records = []
    for order in itertools.permutations(texts):
        reports = [{"id": id, "text": texts[id]} for id in order]
        records.append(msgspec.json.encode(pipeline.collate(reports, story="s")))
    assert len(set(records)) == 1


def test_a_report_against_itself_has_no_conflict():
    record = collate(FERRY, FERRY)
    assert not kinds(record, "conflict") + kinds(record, "update") + kinds(record, "variant")


def test_an_exact_copy_adds_no_witness(differing):
    copied = collate(FERRY, OTHER.format(injured="31", confirmed="confirmed"), THIRD, FERRY)
    before = {(each.kind, each.topic): each.independent for each in differing.findings if each.kind != "single"}
    after = {(each.kind, each.topic): each.independent for each in copied.findings if each.kind != "single"}
    assert {key: after.get(key) for key in before} == before


def test_ids_come_from_content(differing):
    again = collate(FERRY, OTHER.format(injured="31", confirmed="confirmed"), THIRD)
    assert [each.id for each in again.findings] == [each.id for each in differing.findings]
    assert len({each.id for each in again.findings}) == len(again.findings)


@pytest.mark.parametrize("text", ["", "x" * 5000, "😀 😀 😀", "ALL CAPS HERE NOW", "Un texte en français, simplement."])
def test_odd_reports_are_taken(text):
    record = collate(FERRY, text)
    assert not kinds(record, "conflict")


def test_one_report_makes_no_findings():
    (record,) = pipeline.collate([{"id": "a", "text": FERRY}], story="s")
    assert not record.findings
    assert find_findings(Storyline(())) == []


def test_amounts_of_one_name_stand_side_by_side():
    record = collate(
        "Talks went on in Oslo. In contrast, Kenya has a government pledge to deliver $70 million in investments.",
        "After a visit to Kenya that ended with $55 million in investment commitments, the minister flew home.",
        "Norway seeks $40 million in investments from its neighbours.",
    )
    assert [values(each) for each in kinds(record, "variant")] == [{7e7, 5.5e7}]
    assert not kinds(record, "conflict")


def test_two_happenings_do_not_conflict_on_their_days():
    text = "President Anna Berg met Prime Minister Omar Haddad in {place} on {day} for talks about fishing rights."
    reports = [
        {"id": "a", "text": text.format(place="Oslo", day="Monday"), "published": "2025-03-04", "story": "one"},
        {"id": "b", "text": text.format(place="Rabat", day="Friday"), "published": "2025-06-07", "story": "two"},
    ]
    (record,) = pipeline.collate([{**each, "storyline": "s", "copy_of": None} for each in reports])
    assert not kinds(record, "conflict")


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("The yard has 240 workers and a new crane, the union said in June.", False),
        ("Haldor Marine will build six ferries at its yard in Tessen by 2029, it said in June.", True),
    ],
)
def test_of_two_happenings_only_what_runs_alike_is_told_as_changed(later, told):
    reports = [
        (
            "a",
            "2025-03-04",
            "one",
            "Haldor Marine will build nine ferries at its yard in Tessen by 2029, the owner said.",
        ),
        ("b", "2025-03-04", "one", "The yard in Tessen has 310 workers, the union said in a letter to Haldor Marine."),
        ("c", "2025-06-07", "two", later),
    ]
    names = ("id", "published", "story", "text")
    records = [dict(zip(names, each, strict=True)) | {"storyline": "s", "copy_of": None} for each in reports]
    (record,) = pipeline.collate(records)
    assert [values(each) for each in kinds(record, "update")] == ([{9.0, 6.0}] if told else [])
    assert not kinds(record, "conflict")


def test_a_tally_that_rises_is_an_update():
    text = "At least {count} people died after the dam above Vang gave way on Sunday night, officials said."
    reports = [
        {"id": "a", "text": text.format(count="six"), "published": "2025-03-03T08:00"},
        {"id": "b", "text": text.format(count="nineteen"), "published": "2025-03-03T15:00"},
    ]
    (record,) = pipeline.collate(reports, story="s")
    assert [values(each) for each in kinds(record, "update")] == [{6.0, 19.0}]
    assert not kinds(record, "conflict")


def test_a_conflict_names_all_reports_that_give_either_figure():
    third = "Doctors in Skudenes said that they had treated 14 injured people overnight. Most went home by bus."
    record = collate(FERRY, OTHER.format(injured=17, confirmed="confirmed"), third)
    (conflict,) = kinds(record, "conflict")
    assert {(each.report, each.value) for each in conflict.readings} == {("a", 14.0), ("b", 17.0), ("c", 14.0)}
    assert conflict.independent == 3


def test_no_finding_holds_all_places_of_another_of_its_kind():
    record = collate(FERRY, OTHER.format(injured=17, confirmed="denied"), THIRD)
    for one, other in itertools.permutations(record.findings, 2):
        if (one.kind, one.aspect) == (other.kind, other.aspect):
            assert not places(one) <= places(other)


def places(finding):
    return {(each.report, each.start, each.end) for each in finding.readings}
