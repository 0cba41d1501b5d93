"""Figures of two entries of a list, and figures of one that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    # Whose figure a list tells one to be.
    (
        "Ole Berg scored 24 points and Nils Holm scored 17 for the visitors.",
        "Nils Holm led the visitors with 17 points, while Ole Berg added 21.",
        "24",
        "17",
    ),
    (
        "Ole Berg rushed for 126 yards while Nils Holm added 81.",
        "Nils Holm rushed for 81 yards on Sunday.",
        "126 yards",
        "81 yards",
    ),
    # Ages behind names; an age that "and" joins to a name.
    (
        "He is charged in the shootings of Holm, 47, of Voss, and Dahl, 52, of Bergen.",
        "The charges are over the shootings of Holm, 47, and Dahl, 52.",
        "47",
        "52",
    ),
    (
        "The 71-year-old and his bride Anna Holm were given a licence in May.",
        "Ole Berg asked the court whether he could marry Anna Holm, 29, in May.",
        "71-year-old",
        "29",
    ),
    # One sentence counts what the other one counts too.
    (
        "Five assault rifles and a radio were taken from the boat.",
        "The navy took six assault rifles, three machine guns and other weapons.",
        "Five",
        "three",
    ),
    # How many live in two places.
    (
        "The quake shook Solheim island, home to 80,000 people, on Sunday.",
        "The injured were flown to Voss, a city of 300,000 people.",
        "80,000",
        "300,000",
    ),
    # Some and the rest of them; what each has; who came before the last.
    (
        "Three witnesses told the paper that the car was red.",
        "The other two witnesses were said to have seen it as well.",
        "Three",
        "two",
    ),
    (
        "The Lysefjord is one of four ferries that the company runs.",
        "The company told its crews that it would keep its three other ferries in port.",
        "four",
        "three",
    ),
    (
        "The three seven-engine stages of the craft will land again.",
        "Engineers want to see the 21 engines of the craft burn.",
        "seven",
        "21",
    ),
    (
        "Any family that has eight sons is given a medal.",
        "The eighth son, born after seven boys, becomes a bear.",
        "eight",
        "seven",
    ),
    # A part of a whole of which nothing else is told.
    # Records behind names; ages of two of one family; two kinds of members.
    (
        "Nils Holm (32-3, 26 KOs) won in the sixth round.",
        "Ole Berg, 41-2, 19 KOs, came back to the ring.",
        "26",
        "19",
    ),
    (
        "The bodies of Karin Holm, 61, and a guest were found in the flat.",
        "Nils Holm, 35, faces charges over the bodies in the flat.",
        "61",
        "35",
    ),
    (
        "The papers name kin of four former members of the council.",
        "They name the kin of two current members of the council as well.",
        "four",
        "two",
    ),
]

ONE = [
    # One player, whichever way the list runs.
    (
        "Ole Berg scored 24 points and Nils Holm scored 17 for the visitors.",
        "Nils Holm led the visitors with 17 points, while Ole Berg added 21.",
        "24",
        "21",
    ),
    (
        "He is charged in the shootings of Holm, 47, of Voss, and Dahl, 52, of Bergen.",
        "The charges are over the shootings of Holm, 45, and Dahl, 52.",
        "47",
        "45",
    ),
    # The same things; "other" ones are of the kind told before.
    (
        "Five assault rifles and a radio were taken from the boat.",
        "The navy took six assault rifles, three machine guns and other weapons.",
        "Five",
        "six",
    ),
    (
        "The navy took seven Kvam-9 assault rifles and two other rifles from the boat.",
        "Eight assault rifles, a radio and a receiver were seized from the pirates.",
        "seven",
        "Eight",
    ),
    (
        "Eight fire engines and four rescue crews came to the bridge.",
        "Ten fire engines, five rescue units and 22 ambulance crews came to the bridge.",
        "four",
        "five",
    ),
    # One place.
    (
        "The quake shook Solheim island, home to 80,000 people, on Sunday.",
        "People on Solheim, an island of 120,000 people, slept outside.",
        "80,000",
        "120,000",
    ),
    # Two tallies of witnesses, two counts of sons, two of those hurt.
    (
        "Three witnesses told the paper that the car was red.",
        "Two witnesses said that they had seen the red car.",
        "Three",
        "Two",
    ),
    ("The farmer of Voss has eight sons, the paper said.", "The farmer had seven sons at home.", "eight", "seven"),
    (
        "Thirty of the 80 wounded were still in hospital on Monday.",
        "The quake left 70 people wounded, officials said.",
        "80",
        "70",
    ),
    (
        "The papers name kin of four former members of the council.",
        "They name the kin of two former members of the council as well.",
        "four",
        "two",
    ),
    (
        "Nils Holm (32-3, 26 KOs) won in the sixth round.",
        "Nils Holm, 33-3, 21 KOs, came back to the ring.",
        "26",
        "21",
    ),
    # The public's comments, whoever took them.
    (
        "The ministry has received nearly 300,000 comments, most of them against the change.",
        "The government brought 15 experts to Oslo to read 250,000 comments from the public.",
        "300,000",
        "250,000",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_entries_are_no_conflict(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_entry_differ(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
