"""Figures in one place of two sentences that tell of two things, and figures of one thing that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    # A sum in two currencies, of which the other report gives one.
    (
        "Damage to the chapel was put at $US3 million ($4.1 million), officials said.",
        "Damage to the chapel was put at $3 million, officials said.",
        "$4.1 million",
        "$3 million",
    ),
    (
        "The bridge cost 5 million euros, or $6.2 million, to build.",
        "The bridge cost $6.2 million to build.",
        "5 million euros",
        "$6.2 million",
    ),
    # One sum, converted at two rates.
    (
        "The men were fined 30,000 pounds (about $1,680) each.",
        "The men were fined 30,000 pounds ($1,688) each.",
        "$1,680",
        "$1,688",
    ),
    # A grade and a count.
    (
        "The tremor had a force of about 6.1 on the Richter scale.",
        "The tremor razed seven of its hamlets.",
        "6.1",
        "seven",
    ),
    ("Critics gave the film 7.9.", "Critics gave the film eight awards.", "7.9", "eight"),
    # Ordinals of two rows.
    (
        "It was the country's sixth nuclear test.",
        "It was the country's 15th missile launch this year.",
        "sixth",
        "15th",
    ),
    ("It was his third goal this season.", "It was his 40th goal for the club.", "third", "40th"),
    # Two givers.
    (
        "The Dodgers offered the pitcher a seven-year deal worth $140 million.",
        "The Yankees offered the pitcher an eight-year deal worth $160 million.",
        "$140 million",
        "$160 million",
    ),
    (
        "Microsoft offered $44 billion for the firm in January.",
        "Google's offer of $51 billion for the firm came in January.",
        "$44 billion",
        "$51 billion",
    ),
    (
        "Peter Hollis was sentenced to 12 years in prison on Friday.",
        "Mark Verity was sentenced to 15 years in prison on Friday.",
        "12 years",
        "15 years",
    ),
    (
        "Peter Hollis died while serving a 12-year sentence for fraud.",
        "Mark Verity ran the firm while serving a 15-year sentence for fraud.",
        "12-year",
        "15-year",
    ),
    # A total and a part of it.
    (
        "Nine rifles and a radio were seized from the smugglers.",
        "Marines seized seven AK-47 rifles, two other rifles and a radio from the smugglers.",
        "Nine",
        "seven",
    ),
    (
        "Rescuers brought 31 passengers ashore in the night.",
        "The ferry carried sailors and tourists, of whom 12 passengers were brought ashore in the night.",
        "31",
        "12",
    ),
    (
        "A total of 51 passengers were hurt when the tram overturned.",
        "Eight passengers were gravely hurt and 43 slightly when the tram overturned, the mayor said.",
        "51",
        "43",
    ),
    # Two who serve, one of them named in the other's sentence.
    (
        "Hilda Moen has worked for the mill for about 15 years.",
        "Fitter Andy Berg, who has worked at the mill for nearly 30 years beside Hilda Moen, heard the blast.",
        "15 years",
        "30 years",
    ),
    # A length of time in coarser units.
    ("The strike at the port lasted a week.", "The strike at the port lasted eight days.", "a week", "eight days"),
    (
        "Mark Dahl has an offer of eight years from the Otters on the table.",
        "The Bears, by all reports, have offered Mark Dahl seven years.",
        "eight years",
        "seven years",
    ),
    ("Mark Dahl put up 23 points against the Bears.", "John Berg had 24 points in the match.", "23", "24"),
    (
        "Berg is the fourth head coach since Dahl took over as president of the club.",
        "The club said that Berg was hired as its 21st head coach.",
        "fourth",
        "21st",
    ),
    (
        "She is only the third woman to head the board in its long history.",
        "In 2007 she was the second woman to host the gala, after Anna Berg.",
        "third",
        "second",
    ),
]
ONE = [
    (
        "The men were fined 30,000 pounds (about $1,680) each.",
        "The men were fined 50,000 pounds ($1,680) each.",
        "30,000 pounds",
        "50,000 pounds",
    ),
    (
        "The strike at the port lasted exactly a week.",
        "The strike at the port lasted eight days.",
        "a week",
        "eight days",
    ),
    (
        "Hilda Moen has worked for the mill for about 15 years.",
        "Moen, who has worked at the mill for nearly 30 years, heard the blast.",
        "15 years",
        "30 years",
    ),
    (
        "Nine rifles and a radio were seized from the smugglers.",
        "Marines seized seven rifles, two boats and a radio from the smugglers.",
        "Nine",
        "seven",
    ),
    (
        "Reid is the fourth head coach under the new owner.",
        "Reid is the fifth Harbour City coach in four years.",
        "fourth",
        "fifth",
    ),
    ("It was his sixth defence of the belt.", "He kept the belt for the fifth time.", "sixth", "fifth"),
    (
        "Ruiz fell from three left hooks in the last round.",
        "Miller floored Ruiz with two hard lefts in the last round.",
        "three",
        "two",
    ),
    (
        "Damage to the chapel was put at $US3 million ($4.1 million), officials said.",
        "Damage to the chapel was put at $9 million, officials said.",
        "$US3 million",
        "$9 million",
    ),
    (
        "Damage to the chapel was put at $US3 million ($4.1 million), officials said.",
        "Damage to the chapel was put at $US4 million ($4.1 million), officials said.",
        "$US3 million",
        "$US4 million",
    ),
    (
        "The tremor measured 6.1 on the Richter scale.",
        "The tremor measured 7.2 on the Richter scale.",
        "6.1",
        "7.2",
    ),
    ("It was the country's sixth nuclear test.", "It was the country's seventh nuclear test.", "sixth", "seventh"),
    (
        "It was the sixth fatal crash this year on the road.",
        "It was the eighth fatal crash on the road this year.",
        "sixth",
        "eighth",
    ),
    (
        "The Dodgers offered the pitcher a deal worth $140 million.",
        "The Los Angeles Dodgers offered the pitcher a deal worth $160 million.",
        "$140 million",
        "$160 million",
    ),
    (
        "Forty observers from the Baltic Council and the Nordic Union watched the vote.",
        "The Nordic Union sent eight observers to watch the vote.",
        "Forty",
        "eight",
    ),
    (
        "Peter Hollis was sentenced to 12 years in prison on Friday.",
        "Hollis was sentenced to 15 years in prison on Friday.",
        "12 years",
        "15 years",
    ),
    (
        "Police said 12 passengers were hurt when the tram overturned.",
        "The fire service said 15 passengers were hurt when the tram overturned.",
        "12",
        "15",
    ),
    (
        "Reuters estimated the damage at $12 million.",
        "Bloomberg estimated the damage at $19 million.",
        "$12 million",
        "$19 million",
    ),
    (
        "A total of 51 passengers were hurt when the tram overturned.",
        "The mayor said that 58 passengers were hurt when the tram overturned.",
        "51",
        "58",
    ),
    (
        "In all, 51 passengers were hurt when the tram overturned.",
        "The mayor said that 43 passengers were hurt when the tram overturned.",
        "51",
        "43",
    ),
    ("Mark Dahl put up 23 points against the Bears.", "Mark Dahl had 24 points in the match.", "23", "24"),
    (
        "Berg is the fourth head coach since Dahl took over as president of the club.",
        "Berg will be the fifth Otters coach in four years under his watch.",
        "fourth",
        "fifth",
    ),
    (
        "She is the third woman to head the board.",
        "Anna Berg became the second woman to head the board on Friday.",
        "third",
        "second",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_things_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_thing_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
