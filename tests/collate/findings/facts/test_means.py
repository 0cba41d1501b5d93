"""With what and of what kind: which kinds are read of whom, and which two that reports tell exclude each other."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.means.kinds_apart import rows
from variorum.collate.findings.facts.means.means import MEANS_RELATIONS, find_means
from variorum.collate.points import read_wordings

READ = [
    ("Joren Malk pleaded not guilty to theft on Monday.", ["plea =malk not_guilty"]),
    ("Joren Malk was charged with two counts of murder.", ["charge charge =malk murder"]),
    ("Joren Malk was found guilty of fraud.", ["verdict =malk guilty"]),
    ("Joren Malk died of pneumonia on Friday.", ["cause_of_death =malk pneumonia"]),
    ("Joren Malk was shot in the arm.", ["part_hurt shoot =malk arm", "killing =malk shoot"]),
    ("Joren Malk broke his ankle.", ["hurt =malk break", "part_hurt break =malk ankle"]),
    ("The winger hurt Joren Malk's left knee.", ["side_of_body knee =malk left"]),
    ("The gunman fled on foot.", ["flight  foot"]),
    ("The driver slammed a van into a crowd.", ["ramming  van"]),
    ("A small plane crashed near the lake.", ["craft  plane"]),
    ("She was hit by a silver Toyota.", ["colour toyota  silver", "car_make  toyota"]),
    ("A neighbour found the bodies.", ["doer body neighbor"]),
    ("Anna Voss, a juror, wept.", ["in_court =voss juror"]),
    # What may be, is denied, asked or of another year is told of nothing.
    ("Joren Malk was not charged with murder.", []),
    ("Joren Malk could plead guilty.", []),
    ("Did Joren Malk plead guilty?", []),
    ("Joren Malk offered to plead guilty.", []),
    # A part of a thing, and one of several.
    ("Joren Malk was shot in the back of the shop.", ["killing =malk shoot"]),
    ("Joren Malk was shot in the torso and the legs.", ["killing =malk shoot"]),
    ("He kicked the ball.", []),
    ("The boxer punched a ticket to the final.", []),
]
DIFFER = [
    ("Officers shot Joren Malk with a bean bag round.", "Joren Malk was hit by a rubber bullet, police said."),
    ("Joren Malk pleaded guilty.", "Joren Malk was in court. Joren pleaded not guilty to theft."),
    ("Anna Voss, the head of the clinic, has resigned.", "Anna Voss was let go from her post at the clinic."),
    ("Anna Voss was laid off in May.", "The firm said Anna Voss had been fired for cause."),
    ("Anna Voss quit her job at the mill.", "The mill dismissed Anna Voss last week."),
    ("She was hit by a silver Voss Toyota.", "Witnesses saw a gray 2013 Toyota."),
    ("Joren Malk succumbed to complications of a stroke.", "Joren Malk died of pneumonia. He had had a stroke in May."),
    ("Anna Malk, his wife, and Joren Malk wed. Joren Malk pleaded guilty.", "Joren Malk pleaded not guilty to theft."),
    ("Joren Malk pleaded guilty to theft.", "In court Joren Malk pleaded not guilty."),
    ("Joren Malk, 40, was stabbed on Monday.", "Police said that Joren Malk had been shot dead at home."),
    ("Joren Malk died of pneumonia.", "Friends said Joren Malk died after a stroke."),
    ("Joren Malk was shot in the neck.", "A bullet hit the shop, and Joren Malk was shot in the leg."),
    ("Joren Malk had surgery on his left knee.", "The right knee of Joren Malk was hurt."),
    ("The robber escaped on foot.", "After the robbery the man fled on a motorcycle."),
    ("Anna Voss was filmed punching the guard.", "At the gate Anna Voss slapped two guards."),
    ("Anna Voss burst into the court room.", "Unseen, Anna Voss slipped into the court room."),
    ("Joren Malk was the mastermind of the fraud.", "Joren Malk is said to be a middleman, police said."),
    ("The bodies were found by police.", "Her landlord found the bodies after noon."),
    ("A neighbour reported the smell of gas.", "An odor of gas was noticed by a teacher."),
    ("Joren Malk was fishing when a bear attacked him.", "The bear attacked Joren Malk as he walked to the river."),
    ("The match was cancelled because of fog.", "The match was cancelled due to a strike, the club said."),
    ("An off-duty officer saw the man.", "The officer was on duty, police said."),
    ("The march was peaceful.", "It was a violent march, police said."),
    ("A freight train hit the bus.", "The passenger train was late, and the bus was empty."),
    ("A man was bitten by a tiger shark.", "It was a bull shark, the guard said."),
    ("A helicopter crashed into the sea.", "Eight died when a plane crashed off the coast."),
    ("Joren Malk fell from the balcony.", "Joren Malk was pushed from the balcony, a guest said."),
    ("Sailors rescued 40 Omani fishermen.", "The navy captured 40 Omani smugglers."),
    ("Joren Malk missed the match with a broken tibia.", "Without Joren Malk (broken fibula) the team lost."),
    ("Joren Malk sprained his ankle on the ice.", "Joren Malk went home with a bruised ankle."),
    (
        "Guides could not reach him because of fog.",
        "On Monday guides were unable to reach him due to poor light levels.",
    ),
    ("Twelve hostages escaped at night.", "The rebels released twelve hostages, police said."),
    ("Joren Malk turned himself in at noon.", "Officers captured Joren Malk in a barn."),
    ("Anna Voss was struck as she walked into the chapel.", "A van hit a woman walking out of a chapel."),
    ("Thieves came in through the back door.", "The thieves came in through the front door at night."),
    ("The gunman carried an AK-47.", "The gunman was armed with an AR-15, police said."),
    ("The chase ended when he crashed into a tree.", "After a pursuit of an hour he pulled over."),
    ("Joren Malk was the mastermind of the fraud.", "The middleman was caught on Monday. Joren Malk, 40, is in jail."),
    ("Police say Joren Malk drove his truck towards them.", "Joren Malk was trying to drive around the officer."),
    ("Anna Voss was mowed down while crossing the road.", "Anna Voss was hit as she stood by the road."),
    ("Joren Voss-Malk sprained his ankle on the ice.", "Joren Malk went home with a bruised ankle."),
    ("A clerk said the man brought a shotgun into the bank.", "A woman died in the rifle attack on the bank."),
    ("A bottle broke the window of a bus.", "Police parked a bus. The windshield of a car was smashed with a stone."),
]
AGREE = [
    ("Police fired tear gas and rubber bullets.", "Police fired tear gas into the square."),
    ("Joren Malk pleaded guilty.", "Joren Malk and Joren Holm were in court. Joren pleaded not guilty to theft."),
    ("Anna Voss was fired on Monday.", "The mill let Anna Voss go. Anna Voss was let go after a row."),
    ("Anna Voss was asked to resign.", "Anna Voss was sacked by the mill."),
    ("Anna Voss retired in May.", "Anna Voss stepped down as head of the mill."),
    ("Two female workers were hurt.", "A male worker was hurt."),
    # Words of one side, a wider word, and both told by one report.
    ("A grey Toyota hit her.", "She was hit by a gray Toyota."),
    ("Joren Malk was shot with a pistol.", "Joren Malk was shot with a gun."),
    ("Joren Malk was shot dead.", "Joren Malk was stabbed and shot."),
    ("Joren Malk pleaded guilty to theft.", "Joren Malk pleaded not guilty to fraud but pleaded guilty to theft."),
    ("Joren Malk broke his leg.", "Joren Malk broke his ankle."),
    ("He rammed a truck into a wall. The car burnt out.", "The wall was rammed with a car on Monday."),
    ("Joren Malk resigned for health reasons.", "Joren Malk resigned because of cancer."),
    ("Guides could not reach him because of fog.", "Guides were unable to reach him due to bad weather."),
    ("Guides could not reach him because of fog.", "The plane was late due to darkness."),
    ("Twelve hostages escaped at night.", "The rebels released ten hostages, police said."),
    ("Joren Malk was the mastermind of the fraud.", "The middleman is at large. Anna Voss, 40, saw him."),
    ("Anna Voss was struck as she walked into the chapel.", "Anna Voss wept as she walked out of the chapel."),
    ("Anna Voss was hit as she stood at the bar.", "A bottle hit Anna Voss while she was talking."),
    # Of two persons, and of two places.
    ("Joren Malk was stabbed.", "Anna Voss was shot."),
    ("Joren Malk pleaded guilty.", "Anna Voss pleaded not guilty."),
    ("Joren Malk and Anna Malk met. Anna Malk pleaded guilty.", "Joren Malk pleaded not guilty."),
    ("Anna Voss burst into the bedroom.", "Anna Voss slipped into the hospital."),
    ("Joren Malk hurt his left knee.", "Joren Malk hurt his right hand."),
    # Of another time, or only meant.
    ("Joren Malk was shot in 1999.", "On 4 March 2026 Joren Malk was stabbed."),
    ("Joren Malk threatened to shoot Anna Voss.", "Joren Malk stabbed Anna Voss."),
    ("Joren Malk drove towards the coast, police said.", "Joren Malk wanted to see an officer about the dog."),
    ("Anna Voss was mowed down while crossing the road.", "Anna Voss was hit as she walked to the shop."),
    ("Joren Voss-Malk sprained his ankle on the ice.", "Anna Malk went home with a bruised ankle."),
    ("Police say Joren Malk drove towards them.", "Joren Malk drove around the town."),
    ("A bottle broke the window of a bus.", "The window of a bus was broken, and the window of a car was smashed."),
    ("Joren Malk brought a shotgun into the bank.", "The man brought a gun into the bank."),
    # Whoever saw it did something else.
    ("Joren Malk was fishing when a bear came.", "Joren Malk was driving when he saw a bear."),
]


@pytest.mark.parametrize(("text", "facts"), READ)
def test_kinds_are_read_with_whose_they_are(text, facts):
    found = find_means(read_wordings(storyline_of(text)))
    assert sorted(f"{fact.about} {fact.value.split('|')[0]}" for fact in found) == sorted(facts)


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_kinds_that_exclude_each_other_differ(one, other):
    assert told(MEANS_RELATIONS, one, other)
    assert len(told(MEANS_RELATIONS, other, one)) == len(told(MEANS_RELATIONS, one, other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_kinds_that_may_both_be_right_do_not(one, other):
    assert not told(MEANS_RELATIONS, one, other)


def test_no_word_is_of_two_sides_of_a_row():
    for row in rows():
        words = [word for side in row.sides for word in side.split()]
        assert len(words) == len(set(words))


def test_every_row_tells_its_deeds_and_sides():
    for row in rows():
        assert len(row.sides or row.acts) > 1
        assert row.deeds or row.any_deed or row.acts or row.owner == "role"
        assert not (row.acts and row.sides) or _names(row.acts) == _names(row.sides)


def _names(sides):
    return [side.split()[0] for side in sides]


def test_nothing_is_told_of_nothing():
    assert list(find_means([])) == []


def test_what_is_wide_is_of_the_sides_of_its_row():
    for row in rows():
        assert all({side, *held.split()} <= set(_names(row.sides or row.acts)) for side, held in row.wide.items())
