"""Which value of another report is told of the same thing as a value of this one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collate.build import storyline_of

from variorum.collate.differences import unit_of
from variorum.collate.findings.find import find_findings
from variorum.collate.findings.judged.counterparts import UNKNOWN, Counterparts, read_told
from variorum.collate.findings.judged.disagreements import differ_apart
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Weights, read_wordings

FERRY = (
    "The ferry Morning Star sank off Kelsund on Monday with 212 people on board. "
    "Rescuers pulled 140 survivors out of the water. Divers found 31 bodies in the hull. "
    "The crossing takes 45 minutes and a ticket costs $12."
)
OTHERS = (
    "Divers have recovered 27 bodies from the ferry that sank near Kelsund, the coast guard said. "
    "A ticket for the crossing cost $15. There were 230 people on board when it left the harbour. "
    "The coast guard said that 140 survivors were in hospital."
)


def counterparts_of(*texts: str) -> Counterparts:
    wordings = read_wordings(storyline_of(*texts))
    return Counterparts(wordings, Weights(wordings))


def side_of(counterparts: Counterparts, report: str, words: str) -> Side:
    """The value `words` of a report."""
    return next(
        Side(number, unit_of(value))
        for number, wording in enumerate(counterparts.wordings)
        if report in wording.reports
        for value in wording.values
        if words in wording.words(value.first, value.end)
    )


@pytest.mark.parametrize(("mine", "theirs"), [("31", "27"), ("212", "230"), ("$12", "$15")])
def test_the_counterpart_is_what_is_told_of_the_same_thing(mine, theirs):
    counterparts = counterparts_of(FERRY, OTHERS)
    (rank,) = counterparts.rank([(side_of(counterparts, "r1", mine), side_of(counterparts, "r2", theirs))])
    assert rank["counterpart_low"] == 1.0
    assert rank["counterpart_rivals"] == 0.0


@pytest.mark.parametrize(("mine", "theirs"), [("31", "230"), ("212", "27"), ("140", "230")])
def test_a_value_of_another_thing_has_rivals_that_are_more_alike(mine, theirs):
    counterparts = counterparts_of(FERRY, OTHERS)
    (rank,) = counterparts.rank([(side_of(counterparts, "r1", mine), side_of(counterparts, "r2", theirs))])
    assert rank["counterpart_rivals"] > 0.0
    assert rank["counterpart_low"] < 1.0


def test_a_value_that_the_other_report_tells_too_is_agreed_on():
    counterparts = counterparts_of(FERRY, OTHERS)
    pair = side_of(counterparts, "r1", "140"), side_of(counterparts, "r2", "27")
    (rank,) = counterparts.rank([pair])
    assert rank["counterpart_agreed"] > rank["counterpart"]
    assert rank["counterpart_margin"] == rank["counterpart"] - rank["counterpart_agreed"]


def test_names_have_no_counterparts():
    counterparts = counterparts_of(FERRY, OTHERS)
    pair = side_of(counterparts, "r1", "Kelsund"), side_of(counterparts, "r2", "27")
    assert counterparts.rank([pair]) == [UNKNOWN]


def test_a_report_is_no_rival_of_itself():
    """What one report tells twice is no second counterpart: only the values of the other report are."""
    once = counterparts_of(FERRY, "Divers have found 27 bodies.")
    assert not list(once.rank([]))
    told = [each for each in read_told(once.wordings) if "r1" in each.reports]
    side = side_of(once, "r2", "27")
    (rank,) = once.rank([(side_of(once, "r1", "31"), side)])
    assert len(told) > 2
    assert rank["counterpart_low"] == 1.0


@settings(max_examples=10, deadline=None)
@given(st.permutations([FERRY, OTHERS, "The ferry carried 215 people and 40 cars, and 29 bodies were found."]))
def test_the_order_of_reports_changes_nothing(texts):
    """Ranks go by what stands in the texts, whichever report comes first."""
    counterparts = counterparts_of(*texts)
    at = {text: f"r{number}" for number, text in enumerate(texts, 1)}
    pair = side_of(counterparts, at[FERRY], "31"), side_of(counterparts, at[OTHERS], "27")
    first, turned = counterparts.rank([pair, pair[::-1]])
    assert first == turned
    assert first["counterpart"] == pytest.approx(0.5, abs=0.5)
    assert first["counterpart_rivals"] == 0.0


def words_of(counterparts: Counterparts, side: Side) -> str:
    return counterparts.wordings[side.wording].words(side.unit.first, side.unit.end)


def test_the_nearest_are_those_that_differ_and_have_none_more_alike():
    counterparts = counterparts_of(FERRY, OTHERS)
    nearest = {frozenset(words_of(counterparts, side) for side in pair) for pair in counterparts.nearest()}
    assert {"31", "27"} in nearest
    assert {"212", "230"} in nearest
    assert not any("140" in pair for pair in nearest)


def test_sums_and_shares_are_not_set_against_each_other_where_sentences_share_little():
    counterparts = counterparts_of(FERRY, OTHERS)
    differences = list(differ_apart(counterparts))
    assert differences
    assert all(difference.left.value.quantity.kind == "count" for difference in differences)


def test_what_is_told_of_one_thing_in_other_sentences_is_a_conflict():
    boats = (
        "The raiders came at noon in two speedboats. The freighter's crew called for help.",
        "A patrol ship seized three speedboats and arms from the raiders who had come for the freighter.",
    )
    (found,) = [each for each in find_findings(storyline_of(*boats)) if each.kind == "conflict"]
    assert {reading.value for reading in found.readings} == {2.0, 3.0}
