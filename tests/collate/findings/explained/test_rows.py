"""Figures of two rows, plays or parts, and figures of one that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    # Floors on which two did two things.
    (
        '"We are on the third floor behind a door," a clerk said.',
        "The intruder walked into the office on the second floor at noon.",
        "third",
        "second",
    ),
    # Periods of a game.
    ("Berg looked tired in the fourth round.", "Berg floored Holm in the sixth round.", "fourth", "sixth"),
    # Versions and sizes.
    (
        "The tool can be used with the browser in versions 7, 8, 9, 10 and 11.",
        "The flaw was found in 6 builds of the browser.",
        "11",
        "6",
    ),
    (
        "The firm may show a new 12-inch laptop next week.",
        "The firm may also renew the existing 11 and 13-inch laptop next week.",
        "12-inch",
        "13-inch",
    ),
    (
        "A leak showed the 12-inch Nimbus laptop.",
        "It has the power of the 13-inch Nimbus laptop and the weight of the 11-inch Nimbus laptop.",
        "12-inch",
        "11-inch",
    ),
    # Parts that add up.
    (
        "Two inns still serve the cake in Spencer.",
        "As told by the paper, one inn on the river and another in Spencer still serve the cake.",
        "Two",
        "one",
    ),
    (
        "A gunman shot three people in a mill on Monday.",
        "A clerk shot and killed a woman and wounded two men in a mill on Monday.",
        "three",
        "two",
    ),
    (
        "Two diners still serve the cake.",
        "One diner on the river and another in Spencer still serve the cake.",
        "Two",
        "One",
    ),
    # Two parts of one whole.
    # Statistics of two ways of playing, of a play and of a game, of a half and of a season.
    (
        "Berg had 404 yards rushing on 106 carries.",
        "He also had 440 yards receiving and four touchdowns.",
        "404 yards",
        "440 yards",
    ),
    (
        "Berg threw for 205 yards on Sunday.",
        "Berg's 7-yard pass to Holm won the game on Sunday.",
        "205 yards",
        "7-yard",
    ),
    # A kick and a return; a throw in all and a drive; a distance and a line; a sum and an average; blows and rounds.
    (
        "Holm tied the game with a 45-yard field goal before the break.",
        "Dahl caught the ball and returned it 35 yards for a touchdown before the break.",
        "45-yard",
        "35 yards",
    ),
    (
        "Berg threw for 205 yards against the Otters.",
        "Berg found Holm in the corner to end a 73-yard game winning drive against the Otters.",
        "205 yards",
        "73-yard",
    ),
    (
        "The tackle came nine yards behind the line of scrimmage.",
        "The tackle came when they stood on the seven-yard line.",
        "nine yards",
        "seven-yard",
    ),
    (
        "Berg had 33 homers and 121 RBIs for the Otters.",
        "Berg has averaged 30 homers and 100 RBIs in six years.",
        "33",
        "30",
    ),
    ("Berg floored Holm with two hard hooks.", "Berg ruled Holm over six rounds.", "two", "six"),
    (
        "Berg scored six touchdowns on offense.",
        "Berg had four touchdowns receiving.",
        "six",
        "four",
    ),
    (
        "One cop threw up his hands and wept.",
        "Two officers shot the driver of the van.",
        "One",
        "Two",
    ),
    (
        "Berg scored 11 points in the second half.",
        "Berg has 402 points this season.",
        "11",
        "402",
    ),
    # The figure that the other sentence has too.
    (
        "The bodies of Ann Berg, 48, and Eva Holm, 61, were found in a flat.",
        "The women, who were 48 and 68 years old, were found in a flat.",
        "61",
        "48",
    ),
    # Two things that players gain.
    ("Berg grabbed 11 rebounds.", "Berg scored 17 points.", "11", "17"),
    # One of several.
    (
        "After the shooting one officer put his hands on his head.",
        "Two officers fatally wounded the teenager on Saturday.",
        "one",
        "Two",
    ),
    (
        "A cheap 4in model with round edges is to come next year.",
        "The larger 6-inch Nimbus sold less well than the first.",
        "4in",
        "6-inch",
    ),
    (
        "Berg had 404 yards rushing on 106 carries.",
        "He also had 440 yards and four touchdowns receiving.",
        "404 yards",
        "440 yards",
    ),
    (
        "Three actors have signed on for the third film as well.",
        "Talks over the first film lasted for weeks.",
        "third",
        "first",
    ),
    (
        "Berg returned a pass 32 yards in the first half.",
        "A late pass in the second half gave the Otters their lead.",
        "first",
        "second",
    ),
]

ONE = [
    # What one denies it does not tell as well.
    (
        "Berg did not earn $46 million but just $11 million.",
        "Karen Berg earned $46 million.",
        "$11 million",
        "$46 million",
    ),
    (
        "The fire broke out on the third floor of the hotel.",
        "The blaze broke out on the second floor of the hotel.",
        "third",
        "second",
    ),
    ("Berg stopped Holm in the seventh round.", "Berg beat Holm in the sixth round.", "seventh", "sixth"),
    ("A new 12-inch laptop will be sold.", "A new 13-inch laptop will be sold.", "12-inch", "13-inch"),
    (
        "A gunman shot four people in a mill on Monday.",
        "A clerk shot and killed a woman and wounded two men in a mill on Monday.",
        "four",
        "two",
    ),
    (
        "Five of the dead were crew members.",
        "Nine of the dead were crew members.",
        "Five",
        "Nine",
    ),
    ("Berg had 404 yards rushing.", "Berg had 440 yards rushing.", "404 yards", "440 yards"),
    (
        "Berg threw for 205 yards and broke the single-season mark of Holm.",
        "Berg threw for 215 yards, and his pass in the fourth quarter won the game.",
        "205 yards",
        "215 yards",
    ),
    ("Berg ran for 101 yards.", "Berg had 120 yards rushing.", "101 yards", "120 yards"),
    ("Holm returned a punt 84 yards.", "Holm returned the punt 72 yards for a score.", "84 yards", "72 yards"),
    ("Berg averaged 30 homers a year.", "Berg has averaged 25 homers.", "30", "25"),
    ("The ball lay on the seven-yard line.", "The ball came to rest on the nine-yard line.", "seven-yard", "nine-yard"),
    ("Berg scored 11 points in the second half.", "Berg scored 14 points in the second half.", "11", "14"),
    (
        "The women, who were 48 and 61 years old, were found in a flat.",
        "The women, who were 48 and 68 years old, were found in a flat.",
        "61",
        "68",
    ),
    (
        "The police sent 80 diggers to the farm.",
        "Some 60 diggers are being used at the farm.",
        "80",
        "60",
    ),
    (
        "The city bought 400 doses of the spray for its schools.",
        "Officials ordered 250 portions of the spray for the schools.",
        "400",
        "250",
    ),
    ("Six of the judges were replaced.", "The junta swapped four of the judges.", "Six", "four"),
    ("One officer was killed.", "Two officers were killed.", "One", "Two"),
    (
        "They gave Berg a deal worth nearly $60 million last summer.",
        "The club signed Berg for $70 million and kept Holm and Dahl for $60 million and $20 million, respectively.",
        "$60 million",
        "$70 million",
    ),
    (
        "Berg had 404 yards and three touchdowns receiving.",
        "He had 440 yards and four touchdowns receiving.",
        "404 yards",
        "440 yards",
    ),
    ("Berg was knocked out in the fourth round.", "Berg was knocked out late, in the sixth round.", "fourth", "sixth"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_figures_of_two_rows_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_figures_of_one_row_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
