"""Places and names that differ and are both right, and those of which one must be wrong."""

import msgspec
import pytest
from tests.collate.findings.pairing import is_explained, pair_in

from variorum.collate.findings.explained.bearers.whereabouts import of_two_sites, share_company

BOTH_RIGHT = [
    # A dateline tells where the reporter sits.
    (
        "SOLHEIM -- The government of Norland said on Friday that it opposes the drilling off Kvam.",
        "BERGEN - The government of Norland said on Friday that it opposes the drilling off Kvam.",
        "SOLHEIM",
        "BERGEN",
    ),
    (
        "Oslo, Norway (Norwire) - The ferry company opposes the new bridge at Kvam.",
        "The ferry company, which has its seat in Bergen, opposes the new bridge at Kvam.",
        "Oslo",
        "Bergen",
    ),
    # Two officers of one body, each of whom tells something.
    (
        "Moe was driving near Lund, police officer Brad Bakke said.",
        "Moe failed a test, said police officer Ray Solberg.",
        "Brad Bakke",
        "Ray Solberg",
    ),
    # Initials at the head of a longer name; a province cut short.
    (
        "INS Sula is on patrol in the Gulf of Aden.",
        "Indian Naval Ship Sula is on patrol in the Gulf of Aden.",
        "INS",
        "Indian Naval Ship Sula",
    ),
    (
        "The cat of Anna Berg, of Heron Bay, N.L., has two sexes.",
        "The cat of Anna Berg, of Heron Bay, Newfoundland, has two sexes.",
        "N.L.",
        "Newfoundland",
    ),
    # One statement for all who asked.
    (
        'The ferry company told Reuters in a statement that the crew "saw the buoy too late" on Monday.',
        'The ferry company told CNN in a statement that the crew "saw the buoy too late" on Monday.',
        "Reuters",
        "CNN",
    ),
    # What lies ahead and what was.
    (
        "The singer has left the clinic and is moving to a quiet house in Bergen, her agent says.",
        "Friends said that the singer was at a clinic in Trondheim all winter.",
        "Bergen",
        "Trondheim",
    ),
    # A part of a quarter.
    (
        "The old smuggler would walk about Solheim Quay in his slippers.",
        "Papers wrote much of the old man's walks along the streets of the West Quay in slippers and a gown.",
        "Solheim Quay",
        "West Quay",
    ),
    # Bodies of one name, and what a body gives.
    (
        "The burglars were paid to enter the building of the Reform Party in 1972.",
        "Only later was it known who planned the break-in at the Reform National Committee offices.",
        "Reform Party",
        "Reform National Committee",
    ),
    (
        "Her many honours include a Solberg Fellowship, which she received in 2008.",
        "She rebuilt the clinic with a Solberg Foundation grant of $500,000 in 2008.",
        "Solberg Fellowship",
        "Solberg Foundation",
    ),
    # Initials at the end of a longer name.
    (
        "The office passed all questions to Kvam ISD Superintendent Arne Dahl on Monday.",
        "Kvam Independent School District Superintendent Arne Dahl did not call back on Monday.",
        "Kvam ISD",
        "Kvam Independent School",
    ),
    (
        "KNS Berg, now on patrol off Solheim, escorted five ships through the strait.",
        "Kvam Naval Ship Berg, at present on patrol off Solheim, was escorting ships through the strait.",
        "KNS Berg",
        "Kvam Naval Ship Berg",
    ),
    # Put into English twice.
    (
        "Costa Rica's Ministry of Safety showed pictures of the wreck in the woods.",
        "Pictures of the wreck came from the Ministry of Public Security late on Monday.",
        "Ministry of Safety",
        "Ministry of Public Security",
    ),
    # A sponsor's letters are no town.
    (
        "Aasen defended his crown by stopping Berg at SAP Arena on Saturday.",
        "Aasen defended his crown by stopping Berg in Mannheim on Saturday.",
        "SAP Arena",
        "Mannheim",
    ),
    # A place that a report tells to be another's.
    (
        "The old smuggler would wander around Solheim Village in his slippers.",
        "The old smuggler wandered through Bergen in slippers. He lived in Bergen's Solheim Village, near the pier.",
        "Solheim Village",
        "Bergen",
    ),
    # One report knows both.
    (
        "Reggie Aasen caught the ball before Brekke scored for Kvam.",
        "Brekke threw the ball over the head of Reggie Tveit. Only Reggie Aasen caught a pass for Kvam.",
        "Reggie Aasen",
        "Reggie Tveit",
    ),
    # Two sources of one town.
    (
        'According to the Oslo Herald, officers shouted "stay down" after the shots.',
        "Two of the bullets came from behind, according to the Oslo Medical Office.",
        "Oslo Herald",
        "Oslo Medical Office",
    ),
]
ONE_IS_WRONG = [
    # A town in capitals is a dateline only before a dash.
    (
        "The ferry sank off BERGEN on Friday with forty people on board, the company said.",
        "The ferry sank off STAVANGER on Friday with forty people on board, the company said.",
        "BERGEN",
        "STAVANGER",
    ),
    # Of two people told one is the wrong one.
    (
        "The driver told Henrik Aasen on Monday that the brakes had failed.",
        "The driver told Ole Brekke on Monday that the brakes had failed.",
        "Henrik Aasen",
        "Ole Brekke",
    ),
    # One act, whether it lies ahead or not.
    (
        "The trial of the captain will be held in Bergen, the court says.",
        "The court says that the trial of the captain was held in Trondheim.",
        "Bergen",
        "Trondheim",
    ),
    # One thing in two towns.
    (
        "The minister died at his house in Bergen on Monday.",
        "On Monday the minister, who was 80, was found dead at his home in Trondheim.",
        "Bergen",
        "Trondheim",
    ),
    # Two directions.
    (
        "The old smuggler would walk about the East Quay in his slippers.",
        "Papers wrote much of the old man's walks along the streets of the West Quay in slippers and a gown.",
        "East Quay",
        "West Quay",
    ),
    # One act, or one companion.
    (
        "The film stars Robert Brekke and Kristen Aasen and tells the story of a girl of 17.",
        "The story of the girl will be brought to the screen with Robert Brekke and Kristen Tveit in the lead.",
        "Kristen Aasen",
        "Kristen Tveit",
    ),
    (
        "Reggie Aasen caught the ball before Brekke scored for Kvam.",
        "In the end zone the ball was caught by Reggie Tveit.",
        "Reggie Aasen",
        "Reggie Tveit",
    ),
    # One saying, given to two.
    (
        '"We take pride in bringing people together on this flight," Freed said.',
        '"We take pride in bringing people together on this flight," Keller said.',
        "Freed",
        "Keller",
    ),
    # One bride, one singer, one street.
    (
        "In 1991, Moe married Debbie Haas and moved to Lund.",
        "He married Debbie Meyer in 1991.",
        "Debbie Haas",
        "Debbie Meyer",
    ),
    (
        "The singer Ann Eva Burton was given a license.",
        "The 27-year-old Ann Ida Burton got a license.",
        "Ann Eva Burton",
        "Ann Ida Burton",
    ),
    (
        "The shop is on the main road at Woodhaven Road.",
        "The shop is on the main road at Byberry Road.",
        "Woodhaven",
        "Byberry",
    ),
    # Bodies of two tasks.
    (
        "Costa Rica's Ministry of Safety showed pictures of the wreck in the woods.",
        "Pictures of the wreck came from the Ministry of Public Health late on Monday.",
        "Ministry of Safety",
        "Ministry of Public Health",
    ),
    # Bodies of one town, and bodies of two names.
    (
        "The chief was taken to the Oslo Hospital in critical condition on Monday.",
        "The chief was taken to the Oslo Academy in critical condition on Monday.",
        "Oslo Hospital",
        "Oslo Academy",
    ),
    (
        "The burglars were paid to enter the building of the Reform Party.",
        "Only later was it known who planned the break-in at the Freedom Party offices.",
        "Reform Party",
        "Freedom Party",
    ),
    (
        "The mayor sued the Kvam ISD on Monday, since its buses are late.",
        "The mayor sued the Kvam Union School Trust on Monday, since its buses are late.",
        "Kvam ISD",
        "Kvam Union School Trust",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), BOTH_RIGHT)
def test_places_and_names_that_are_both_right(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE_IS_WRONG)
def test_places_and_names_of_which_one_is_wrong(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)


@pytest.mark.parametrize(
    ("shared", "site", "apart"), [(0.1, "wedding", True), (0.3, "wedding", False), (0.1, "cabin", False)]
)
def test_the_places_of_two_things(shared, site, apart):
    one = "The bridge was drawn by the builders at a cabin in Bergen."
    other = f"The minister was with the builders at a {site} in Trondheim when the bridge fell."
    wordings, pair = pair_in(one, other, "Bergen", "Trondheim")
    left, right = (wordings[side.wording] for side in (pair.left, pair.right))
    assert of_two_sites(left, right, msgspec.structs.replace(pair, shared=shared)) == apart


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Reggie Aasen caught the ball.", "Brekke threw the ball over the head of Reggie Tveit.", False),
        ("Reggie Aasen caught the ball.", "The ball was caught by Reggie Tveit.", True),
        ("Reggie Aasen ran with Robert Moe.", "Robert Moe slept while Reggie Tveit swam.", True),
    ],
)
def test_people_in_one_company(one, other, shared):
    (left, right), pair = pair_in(one, other, "Reggie", "Reggie")
    assert share_company(left, right, pair) is shared
