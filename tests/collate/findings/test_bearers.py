"""Who is named in full with a role, and whose first name most sentences give."""

from tests.collate.build import storyline_of

from variorum.collate.findings.alike.bearers import find_bearers
from variorum.collate.points import read_wordings


def bearers_in(*texts):
    found = find_bearers(read_wordings(storyline_of(*texts)))
    return {(each.title, each.name): len(each.sides) for each in found}


def test_one_role_in_sentences_of_other_words():
    found = bearers_in(
        "Captain Henrik Aasen called the coast guard at noon.",
        "The harbour was still closed when Captain Henrik Aasen spoke to his crew.",
    )
    assert found == {("Captain", "Henrik Aasen"): 2}


def test_the_first_name_that_most_give_is_kept():
    found = bearers_in(
        "Captain Henrik Aasen called the coast guard at noon.",
        "The harbour was still closed when Captain Henrik Aasen spoke to his crew.",
        "Nobody blamed Captain Harald Aasen for the delay.",
    )
    assert found == {("Captain", "Henrik Aasen"): 2}


def test_the_role_is_worded_as_most_word_it():
    found = bearers_in(
        "Chief executive Henrik Aasen closed the yard at noon.",
        "The yard was still closed when chief executive Henrik Aasen spoke to the crew.",
        "Nobody blamed Henrik Aasen, the Norwegian executive, for the delay.",
    )
    assert found == {("chief executive", "Henrik Aasen"): 3}


def test_a_chief_executive_officer_is_a_chief_executive():
    found = bearers_in(
        "Chief Executive Officer Henrik Aasen closed the yard at noon.",
        "The yard was closed by its chief executive, Henrik Aasen.",
    )
    assert found[("chief executive", "Henrik Aasen")] == 2


def test_of_two_chief_executive_officers_the_chief_is_told():
    found = bearers_in(
        "Chief Executive Officer Henrik Aasen closed the yard at noon.",
        "The yard was still closed when Chief Executive Officer Henrik Aasen spoke to the crew.",
    )
    assert found[("Chief Executive", "Henrik Aasen")] == 2


def test_a_last_name_alone_bears_no_role():
    assert bearers_in("Captain Aasen called the coast guard at noon.") == {}
    assert bearers_in("The ferry ran aground at noon.") == {}


def test_a_place_is_no_role():
    assert bearers_in("Mayor of Bergen Otto Brandt talking to the crew of the tram.") == {}


def test_a_name_within_a_role_is_told_whole():
    found = bearers_in(
        "South Korean President Lee Sun-ho landed in Oslo.",
        "The harbour was still closed when South Korean President Lee Sun-ho spoke to the crew.",
        "Oslo Harbour Council spokeswoman Ella Brandt said so.",
    )
    assert found[("South Korean President", "Lee Sun-ho")] == 2
    assert found[("Oslo Harbour Council spokeswoman", "Ella Brandt")] == 1
