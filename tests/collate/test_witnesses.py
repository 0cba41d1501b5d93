import msgspec
import pytest
from tests.collate.build import reports_of

from variorum.collate.findings.find import find_findings
from variorum.collate.storyline import Storyline
from variorum.model.span import Place

WIRE = (
    "The ferry Solveig left the harbour of Halden at dawn with 42 passengers and a crew of seven, the coast guard "
    "told the agency, and was last seen by a fisherman near the lighthouse of Torbjørnskjær."
)
LETTER = (
    "“The ferry Solveig left the harbour of Halden at dawn with 42 passengers and a crew of seven, and was last seen "
    "by a fisherman near the lighthouse of Torbjørnskjær,” the coast guard wrote."
)
HERE = "Families waited on the pier of the old town for news of their relatives. "
THERE = "Divers of the navy will go down at first light, the minister said in the capital. "
OWN = "The Solveig had 42 passengers on board when she sailed, according to the owner's list. "


def line(*texts, copy_of=None):
    reports = reports_of(*texts)
    return Storyline([msgspec.structs.replace(each, copy_of=(copy_of or {}).get(each.id)) for each in reports])


def places_of(storyline, words):
    texts = {report.id: report.text for report in storyline.reports}
    return [
        Place(report=report, start=text.index(words), end=text.index(words) + len(words))
        for report, text in texts.items()
        if words in text
    ]


@pytest.mark.parametrize(
    ("texts", "witnesses"),
    [
        ((HERE + WIRE, THERE + WIRE), 1),
        ((HERE + WIRE, THERE + WIRE, OWN + HERE), 2),
        ((HERE + WIRE, THERE + WIRE.replace("fisherman", "pilot")), 1),
        ((HERE + LETTER, THERE + LETTER), 2),
        ((HERE + OWN, THERE + WIRE), 2),
    ],
)
def test_those_who_print_one_passage_are_one_witness(texts, witnesses):
    storyline = line(*texts)
    assert storyline.count_witnesses(places_of(storyline, "42")) == witnesses


def test_a_report_with_words_of_its_own_for_it_is_a_witness_of_its_own():
    storyline = line(HERE + WIRE, OWN + THERE + WIRE)
    first, second = places_of(storyline, "42")
    last = storyline.by_id["r2"].text.rindex("42")
    third = Place(report=second.report, start=last, end=last + 2)
    assert storyline.count_witnesses([first, second]) == 2
    assert storyline.count_witnesses([first, third]) == 1
    assert storyline.count_witnesses([first, second, third]) == 2


def test_who_changes_a_passage_is_another_witness_than_who_prints_it():
    storyline = line(HERE + WIRE, THERE + WIRE.replace("42", "47"))
    places = [*places_of(storyline, "42"), *places_of(storyline, "47")]
    assert storyline.count_witnesses(places, ["42", "47"]) == 2
    assert storyline.count_witnesses(places) == 1


@pytest.mark.parametrize("original", ["r1", "r2", "r3"])
def test_a_copy_changes_no_count(original):
    texts = [HERE + WIRE, THERE + WIRE, OWN + HERE]
    alone = line(*texts)
    copied = line(*texts, texts[int(original[1]) - 1], copy_of={"r4": original})
    assert copied.count_witnesses(places_of(copied, "42")) == alone.count_witnesses(places_of(alone, "42"))


def test_an_agreement_that_rests_on_one_passage_says_so():
    found = find_findings(line(HERE + WIRE, THERE + WIRE.replace("told the agency", "told an agency")))
    figures = [each for each in found if each.kind == "agreement" and each.aspect == "figure"]
    assert figures
    # Neither is a copy of the other (CONTRACT.md), so both count.
    assert {each.independent for each in figures} == {2}
    assert all(each.why.endswith("in one passage that all of them print") for each in figures)
