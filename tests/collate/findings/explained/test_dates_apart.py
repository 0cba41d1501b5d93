"""Datings that differ without contradicting each other: days of saying, and the dates that pages carry."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.pairing import is_explained

from variorum.collate.findings.find import find_findings


def conflicts(one, other, *, published=("2026-03-06", "2026-03-06")):
    storyline = storyline_of(*zip(published, (one, other), strict=True))
    return [each for each in find_findings(storyline) if each.kind == "conflict" and each.aspect == "date"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ferry operator Harbour Lines announced today (14 October 2011) that it has restored all its evening "
            "sailings after the storm at Lund.",
            "Ferry operator Harbour Lines announced today (4 November 2011) that repairs have been completed on the "
            "damaged pier at Lund after the storm.",
        ),
        (
            "Builder Energo on Wednesday confirmed the loss of contact with the weather buoy off Lund.",
            "Builder Energo confirmed on Friday that it had regained contact with the weather buoy off Lund.",
        ),
        (
            "Creditor Lund said on Thursday that a breach of its files may have affected 143 million customers.",
            "Lund said Monday that an additional 2.5 million customers in the country may be affected by the breach.",
        ),
        (
            "The union said on Tuesday in a statement that the strike at the port of Lund would go on.",
            "The union said in a statement on Thursday that it had called off the strike at the port of Lund.",
        ),
        (
            "The loss on the bonds of Lund Bank was revealed in a filing with the stock exchange on Tuesday.",
            "Lund Bank disclosed in a filing with the stock exchange on Thursday that it gave shares to its chief.",
        ),
    ],
)
@pytest.mark.parametrize("published", [("", ""), ("2026-03-04", "2026-03-07")])
def test_two_sayings_have_two_days(one, other, published):
    assert not conflicts(one, other, published=published)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What is dated is the act that is told of, or the one announcement.
        (
            "Police said the Lund bridge over the river collapsed on Wednesday, killing two people.",
            "The Lund bridge over the river collapsed on Friday, killing two people, police said.",
        ),
        (
            "The mayor of Lund, Anna Berg, announced her resignation on Wednesday after the inquiry.",
            "The mayor of Lund, Anna Berg, announced her resignation on Monday after the inquiry.",
        ),
        # One saying by its words, whatever verb gives it.
        (
            'Berg told the Lund Post in 2005: "I was the man they called the Fox."',
            'Berg admitted in 2006: "I was the man they called the Fox."',
        ),
        (
            "The loss on the bonds of Lund Bank was revealed in a filing with the stock exchange on Tuesday.",
            "The loss on the bonds of Lund Bank was revealed in a filing with the stock exchange on Thursday.",
        ),
    ],
)
def test_days_of_one_act_conflict(one, other):
    assert conflicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("POSTED: 05/02/07, 9:00 PM PDT |", "POSTED: 04/02/07, 9:00 PM PDT |"),
        ("Last updated on: November 11, 2011 19:04 IST", "Updated: November 11, 2011 20:09 IST"),
        ("23 July 2013 Last updated at 13:42 GMT", "22 July 2013 Last updated at 17:50 GMT"),
        (
            "LUND, March 5 (Agency) - The ferry ran aground off Lund in the storm, injuring 14 passengers.",
            "LUND, March 6 (Agency) - The ferry ran aground off Lund in the storm, injuring 14 passengers.",
        ),
        (
            "On behalf of Berg & Lie posted in Road Accidents on Wednesday, September 18, 2013.",
            "On behalf of Moe & Lie posted in Road Accidents on Friday, September 20, 2013.",
        ),
        (
            "Northern Wire | Updated: 2026-03-05 21:45 LUND -- The ferry ran aground off Lund, officials said.",
            "Northern Wire | Updated: 2026-03-05 17:52 LUND -- The ferry ran aground off Lund, officials said.",
        ),
        # A town of two words, and its land.
        (
            "NEW HAVEN, March 5 (Norwire) -- The ferry ran aground off Lund in the storm, injuring 14 passengers.",
            "The ferry ran aground off Lund in the storm on March 2, injuring 14 passengers.",
        ),
        (
            "LUND, Norland, March 5 (Norwire) -- The ferry ran aground off Lund in the storm, injuring 14 passengers.",
            "The ferry ran aground off Lund in the storm on March 2, injuring 14 passengers.",
        ),
        # A stamp to the minute.
        (
            "26 March 2013, 10:00 (GMT+05:00) The vote in Lund will be held in May, the board said.",
            "4 April 2013, 18:07 (GMT+05:00) The vote in Lund will be held in May, the board said.",
        ),
        (
            "Updated: 5 March 2026 | The ferry ran aground off Lund in the storm, injuring 14 passengers.",
            "Updated: 7 March 2026 | The ferry ran aground off Lund in the storm, injuring 14 passengers.",
        ),
    ],
)
def test_the_date_of_a_page_is_no_point(one, other):
    assert not conflicts(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Published in May 2010, the novel by Anna Berg sold 40,000 copies.",
            "Published in July 2010, the novel by Anna Berg sold 40,000 copies.",
        ),
        (
            "The video of the ferry was posted by a passenger on March 3, 2026.",
            "The video of the ferry was posted by a passenger on March 5, 2026.",
        ),
    ],
)
def test_a_publication_that_is_told_of_is_a_point(one, other):
    assert conflicts(one, other)


def test_a_light_verb_tells_what_its_noun_does():
    one = "Moe made a brief appearance in court Monday on a charge of theft."
    assert is_explained(one, "Moe was charged Saturday with theft in Lund.", "Monday", "Saturday")
    assert not is_explained(one, "Moe made a brief appearance in court Tuesday in Lund.", "Monday", "Tuesday")


def test_words_of_one_kind_of_act_done_to_one_are_one_act():
    one = "The only other runner is Joren Malk, who was signed on Tuesday and trained with the rookies."
    assert not is_explained(one, "Brantford picked up Joren Malk on Monday after losing Ola Moe.", "Tuesday", "Monday")
    assert is_explained(one, "Brantford picked up Tomas Falk on Monday after losing Ola Moe.", "Tuesday", "Monday")
    assert is_explained(one, "Brantford fined Joren Malk on Monday after he missed a meeting.", "Tuesday", "Monday")


def test_what_else_a_speaker_did_does_not_part_one_saying():
    one = 'He finally broke cover, admitting in 2006: "I was the man they called the Fox."'
    other = 'His friends kept the secret, but in 2005 Berg told a magazine, "I was the man they called the Fox."'
    assert not is_explained(one, other, "2006", "2005")
    assert is_explained(one, other.replace("I was the man they called the Fox", "We lied to the court"), "2006", "2005")


LONG = (
    "The hostages were freed after 444 days with the rebels.",
    "They had been held for ten months, a diplomat said.",
    "444 days",
    "ten months",
)


def test_how_long_one_thing_lasted_is_told_by_many_verbs():
    assert is_explained(*LONG)
    assert not is_explained(*LONG, sure=0.9)


def test_a_verb_is_told_with_its_particle():
    left = "The ferry left Lund at 6:15 a.m. with 78 people on board."
    sank = "The ferry was carrying 84 people when it went down shortly after 7 a.m. off Kvam."
    sailed = "The ferry was carrying 84 people when it set out shortly after 7 a.m. for Kvam."
    assert is_explained(left, sank, "6:15 a.m.", "7 a.m.", shared=0.2)
    assert not is_explained(left, sailed, "6:15 a.m.", "7 a.m.", shared=0.2)


def test_an_hour_of_saying_is_no_hour_of_what_was_so():
    led = "Berg had 48.9 percent of the vote at 10 p.m."
    said = "Berg had 49.3 percent of the vote, the election office said at 11:30 p.m."
    again = "Berg had 49.3 percent of the vote at 11:30 p.m., the election office said."
    assert is_explained(led, said, "10 p.m.", "11:30 p.m.", shared=0.4)
    assert not is_explained(led, again, "10 p.m.", "11:30 p.m.", shared=0.4)


STARTED = ("The fire broke out at 1pm near the Kolm mill.", "The blaze near the Kolm mill began at 4pm.", "1pm", "4pm")
TRIED = (
    "Rusk was convicted on Monday of causing the death of a cyclist.",
    "Rusk was jailed for six years on Tuesday for causing the death of a cyclist.",
    "Monday",
    "Tuesday",
)


def test_of_two_verbs_the_judge_may_be_sure_that_they_date_one_act():
    assert not is_explained(*STARTED, sure=0.7)


def test_steps_of_a_trial_are_two_acts_however_sure_the_judge_is():
    assert is_explained(*TRIED, sure=0.9)
