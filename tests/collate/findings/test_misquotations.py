import msgspec
import pytest
from tests.collate.build import reports_of, storyline_of

from variorum.collate.findings.find import find_findings
from variorum.collate.findings.quoted.misquotations import find_misquotations
from variorum.collate.findings.quoted.quotes import read_quotations
from variorum.collate.storyline import Storyline


def misquoted(*texts):
    line = storyline_of(*texts)
    return [
        (each.aspect, [line.words(spot.report, spot.span) for spot, _ in each.places])
        for each in find_misquotations(line, read_quotations(line))
    ]


SAID = (
    "“The sea was calm and the light was good when the ferry left the harbour on Monday,” said Lena Berg, the captain."
)


@pytest.mark.parametrize(
    ("was", "became", "aspect", "places"),
    [
        ("was calm", "was never calm", "status", ["was calm", "was never calm"]),
        ("was calm", "wasn't calm", "status", ["was calm", "wasn't calm"]),
        ("good", "bad", "description", ["good", "bad"]),
        ("ferry", "barge", "description", ["ferry", "barge"]),
        ("Monday", "Friday", "date", ["Monday", "Friday"]),
        ("the harbour", "Bergen", None, None),
    ],
)
def test_words_that_exclude_each_other_in_one_saying_are_found(was, became, aspect, places):
    found = misquoted(SAID, f"Captain Lena Berg was clear: {SAID.replace(was, became)}")
    assert found == ([(aspect, places)] if aspect else [])


@pytest.mark.parametrize(
    ("was", "became", "found"),
    [
        ("this morning", "yesterday", True),
        ("today", "tomorrow", True),
        ("last night", "tonight", True),
        ("today", "this morning", False),
        ("yesterday", "last night", False),
        ("today", "[yesterday]", False),
    ],
)
@pytest.mark.parametrize("published", [None, "2025-03-06"])
def test_a_speaker_named_one_day_whichever_it_was(was, became, found, published):
    said = f"“The ferry left the harbour {was} with nobody but me on board,” said Lena Berg, the captain."
    told = misquoted((published, said), (published, f"Captain Lena Berg was clear: {said.replace(was, became)}"))
    assert told == ([("date", [was, became])] if found else [])


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("The sea was calm and the", "The"),
        ("on Monday", "…"),
        ("harbour", "harbor"),
        ("the ferry", "[the Solveig]"),
        ("was good", "’s good"),
        ("calm", "quiet"),
        ("good", "fine"),
        ("calm and the light was good when the ferry", "smooth and it was clear as our boat"),
    ],
)
def test_what_a_desk_may_do_to_a_quotation_is_no_misquotation(was, became):
    assert misquoted(SAID, f"Captain Lena Berg was clear: {SAID.replace(was, became)}") == []


@pytest.mark.parametrize("other", ["failed to act", "were unable to act", "refused to act", "never acted"])
def test_one_denial_in_other_words_is_no_misquotation(other):
    said = "“They did not act on what we told them about the ferry in the spring,” said Lena Berg, the captain."
    assert misquoted(said, f"Lena Berg was clear: {said.replace('did not act', other)}") == []
    said = "“The ferry was not safe on the day that she left for the islands,” said Lena Berg, the captain."
    assert misquoted(said, f"Lena Berg was clear: {said.replace('was not safe', 'was unsafe')}") == []


@pytest.mark.parametrize("other", ["Prime Minister Aasen", "Henrik Aasen", "Aasen", "[the prime minister]"])
def test_titles_and_shorter_forms_of_a_name_are_no_misquotation(other):
    said = (
        "“The day that Mr. Aasen came to the island we told him that the ferry was not safe,” said Lena Berg, a pilot."
    )
    assert misquoted(said, f"Lena Berg was clear: {said.replace('Mr. Aasen', other)}") == []


def test_another_name_in_a_saying_is_one():
    said = "“The day that Henrik Aasen came here we told him that the ferry was not safe,” said Lena Berg, a pilot."
    found = misquoted(said, f"Lena Berg was clear: {said.replace('Henrik Aasen', 'Otto Lind')}")
    assert found == [("name", ["Henrik Aasen", "Otto Lind"])]


def test_figures_of_one_tally_at_two_moments_may_both_have_been_said():
    early = "“We have found 12 people dead in the hold of the ferry so far,” said Lena Berg, the captain."
    late = early.replace("12", "15")
    assert misquoted(("2026-03-11T08:00", early), ("2026-03-11T19:00", late)) == []
    assert misquoted(("2026-03-11T08:00", early), ("2026-03-11T08:00", late)) == [("figure", ["12", "15"])]


def test_what_one_report_prints_both_ways_was_said_twice():
    other = SAID.replace("good", "bad")
    assert misquoted(SAID, f"{other} Later she spoke again. {SAID}") == []


def test_a_copy_is_no_second_witness():
    first, second = reports_of(SAID, SAID.replace("good", "bad"))
    line = Storyline([first, msgspec.structs.replace(second, copy_of="r1")])
    assert find_misquotations(line, read_quotations(line)) == []


def test_a_misquotation_is_a_conflict_of_its_own_at_the_words():
    line = storyline_of(SAID, f"Captain Lena Berg was clear: {SAID.replace('good', 'bad')}")
    (conflict,) = [each for each in find_findings(line) if each.kind == "conflict"]
    assert [line.by_id[each.report].text[each.start : each.end] for each in conflict.readings] == ["good", "bad"]
    assert {each.attributed_to for each in conflict.readings} == {"lena-berg"}
