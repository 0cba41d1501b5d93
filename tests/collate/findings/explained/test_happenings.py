"""Datings of two happenings of one kind, and those of one happening told differently."""

import pytest
from tests.collate.findings.pairing import is_explained


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # The noun that a date stands before, and another act.
        (
            "Moe, who joined the police in 1991, spoke at the hearing of Lund.",
            "Moe, whose word was critical in the 1992 conviction of Lund, spoke at the hearing.",
            "1991",
            "1992",
        ),
        (
            "Berg sent the letter about the sewers just before the November election in Lund.",
            "On Oct. 28, just before voters went to the polls in Lund, Berg sent the letter about the sewers.",
            "November",
            "Oct. 28",
        ),
        # Days behind two nouns, of which one sentence has both.
        (
            "The rebels said the bombing late Thursday was revenge for the air strikes in Lund that left ten dead.",
            "The rebels said it carried out the assault in revenge for air strikes Monday in Lund.",
            "late Thursday",
            "Monday",
        ),
        # A verb in the perfect takes no day.
        (
            "A man has been charged with theft after a robbery at a bank in Lund Friday.",
            "A man of 61 was charged Saturday with theft in connection with the robbery, Lund police said.",
            "Friday",
            "Saturday",
        ),
        # The season ahead, and the season that was.
        (
            "Moe came into 2010 as the leading scorer of the Lund Wolves.",
            "Moe, the leading scorer of the Lund Wolves in 2009, was put on the bench.",
            "2010",
            "2009",
        ),
        # Two objects, in sentences that run alike.
        (
            "Dr. Berg became the first woman to lead and the president of the Doctors' Union in Lund in 2002.",
            "Dr. Berg, the first woman to join the union, founded the Harbour Clinic in Lund in 1990.",
            "2002",
            "1990",
        ),
        # An act, and what somebody knew by a day.
        (
            "Acme issued a patch Wednesday for the hole in its browser.",
            "By Friday, Acme was aware that the hole in its browser was abused.",
            "Wednesday",
            "Friday",
        ),
        # A part, and more of it.
        (
            "Officials said the cable firm was able to restore some services by Saturday.",
            "The cable firm restored services to its customers on Tuesday.",
            "Saturday",
            "Tuesday",
        ),
        # By name and by score.
        (
            "When Hurricane Ada destroyed the school in 1998, she taught her classes in a tent.",
            "She is known for rebuilding her school, destroyed in Hurricane Bert in 2005.",
            "1998",
            "2005",
        ),
        (
            "Moe was hurt during the 13-10 overtime loss to the Lund Wolves last Sunday.",
            "Moe hurt his knee in last Thursday's 27-24 overtime loss at Narvik.",
            "Sunday",
            "Thursday",
        ),
        # One act, done to two things; a noun that tells of a happening with its verb.
        (
            "Moe signed an order on March 3 that ended aid to the ports.",
            "A bill signed by Moe on May 11 lets the ports keep their rules.",
            "March 3",
            "May 11",
        ),
        (
            "The clashes late on Saturday came after a vigil for the boy of Lund.",
            "Moe killed the boy on Sunday in the centre of Lund.",
            "late on Saturday",
            "Sunday",
        ),
        # Two groups of people.
        (
            "The 21 were freed before dawn in the town of Lund, a source said.",
            "Four jailed rebels were released Wednesday night in the town of Lund, an officer said.",
            "dawn",
            "Wednesday night",
        ),
    ],
)
def test_two_happenings_have_two_dates(one, other, left, right):
    assert is_explained(one, other, left, right)


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # The noun and the verb tell of one thing.
        (
            "Moe's word was critical in the 1992 conviction of Lund for theft.",
            "Moe's word helped to convict Lund of theft in 1991.",
            "1992",
            "1991",
        ),
        (
            "Two guards were killed in the Friday attack on the bank in Lund.",
            "Two guards were killed on Saturday at the bank in Lund.",
            "Friday",
            "Saturday",
        ),
        (
            "The rebels said the bombing late Thursday was revenge for the air strikes in Lund.",
            "The rebels called the bombing Friday revenge for the air strikes in Lund.",
            "late Thursday",
            "Friday",
        ),
        # Two words for one thing that is done, or for what befalls it.
        (
            "Moe signed the treaty on March 3 in Lund.",
            "Moe signed the accord on May 11 in Lund.",
            "March 3",
            "May 11",
        ),
        (
            "A total of 43m Norland customers were exposed in May.",
            "The firm said data on 43m Norland customers had been exposed in January.",
            "May",
            "January",
        ),
        (
            "In 2006 a movie about Berg showed her life.",
            "Her life inspired the 2005 film about Berg.",
            "2006",
            "2005",
        ),
        (
            "The visit on Saturday cost the town a fortune.",
            "Moe visited the town on Sunday.",
            "Saturday",
            "Sunday",
        ),
        # One day of two verbs.
        (
            "A warship stopped three boats on Thursday and foiled an attack on a ship.",
            "A warship thwarted an attack on a ship on Friday.",
            "Thursday",
            "Friday",
        ),
        (
            "The Norland Navy crossing the strait on Thursday thwarted an attack by pirates on a ship.",
            "A warship foiled a pirate attack on a ship crossing the strait on Friday.",
            "Thursday",
            "Friday",
        ),
        (
            "Lie, who stepped down last week, is set to testify on Tuesday before the council of Lund.",
            "The former chief, Per Lie, will testify in front of the council of Lund starting Friday.",
            "Tuesday",
            "Friday",
        ),
        # A part of a year is no happening.
        (
            "The frigate Moe, which replaced the frigate Berg in the 2010 season, sails for Lund.",
            "The frigate Moe replaced the frigate Berg in 2011 and sails for Lund.",
            "2010",
            "2011",
        ),
        (
            "Acme was aware of the hole in its browser by Wednesday.",
            "Acme was aware of the hole in its browser by Friday.",
            "Wednesday",
            "Friday",
        ),
        (
            "The cable firm restored some services to its customers on Saturday.",
            "The cable firm restored some services to its customers on Tuesday.",
            "Saturday",
            "Tuesday",
        ),
        # The day may be that of the charge.
        (
            "A man was charged with theft after a robbery at a bank in Lund on Friday.",
            "A man of 61 was charged on Saturday with theft after the robbery at a bank in Lund.",
            "Friday",
            "Saturday",
        ),
        (
            "Moe came into 2010 as the leading scorer of the Lund Wolves.",
            "Moe came into 2009 as the leading scorer of the Lund Wolves.",
            "2010",
            "2009",
        ),
        (
            "Dr. Berg founded the Harbour Clinic in Lund in 1992.",
            "Dr. Berg opened the Harbour Clinic in Lund in 1990.",
            "1992",
            "1990",
        ),
        (
            "When Hurricane Ada destroyed the school in 1998, she taught her classes in a tent.",
            "She is known for rebuilding her school, destroyed in Hurricane Ada in 2005.",
            "1998",
            "2005",
        ),
        (
            "Moe was hurt during the 13-10 overtime loss to the Lund Wolves last Sunday.",
            "Moe was hurt in last Thursday's 13-10 overtime loss to the Lund Wolves.",
            "Sunday",
            "Thursday",
        ),
        (
            "The 21 girls were freed on Tuesday in the town of Lund, a source said.",
            "Nineteen girls were freed on Wednesday in the town of Lund, an officer said.",
            "Tuesday",
            "Wednesday",
        ),
    ],
)
def test_one_happening_has_one_date(one, other, left, right):
    assert not is_explained(one, other, left, right)


def test_two_leads_are_of_two_moments_of_play():
    up = "Up 3-0, the Lund Wolves were five goals away from the record when the rain came."
    lead = "With a {} lead and just four goals away from the record, the Lund Wolves brought on Moe."
    assert is_explained(up, lead.format("6-3"), "five", "four")
    assert not is_explained(up, lead.format("3-0"), "five", "four")
    told = "The Lund Wolves took a {} lead before the rain came over the old ground."
    assert not is_explained(told.format("2-0"), told.format("3-0"), "2-0", "3-0")
