"""Counts of one class under one act: which of two reports differ, and which are of two things, parts or no facts."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.differences import unit_of
from variorum.collate.findings.facts.counts.counting import read_count
from variorum.collate.findings.facts.counts.counts import COUNT_RELATIONS
from variorum.collate.findings.find import find_findings
from variorum.collate.points import read_wordings

READ = [
    ("Six fire engines and 40 firefighters tackled the blaze.", ["engine", "firefighter"]),
    ("Nine appliances were at the scene.", ["engine"]),
    ("Crews called in an additional six engines.", []),
    ("It had a crew of 26 and 103 passengers aboard.", ["crew", "passenger"]),
    ("The ship, carrying 129 passengers, hit a pillar.", ["passenger"]),
    ("There were 84 people on board the ferry.", ["aboard people"]),
    ("He said that he had taken 17 people on board.", []),
    ("The blast killed 12 people, including three children.", ["dead people"]),
    ("The deaths of 10 passengers shocked the town.", ["dead passenger"]),
    ("Six worshippers were shot dead at a mosque.", ["dead worshipper"]),
    ("Berg and three others were killed.", []),
    ("An explosion injured 19 people, three of them seriously.", ["injured people"]),
    ("Seven people were seriously hurt.", ["injured people badly"]),
    ("Nine people were hurt; four are in a serious condition.", ["injured people", "injured people badly"]),
    ("The nine-engine rocket rose.", []),
    ("Fifteen people were taken to hospital.", ["hospitalized people"]),
    ("Three armed men walked in and took six hostages.", ["attacker", "held hostage"]),
    ("The company will lay off 500 workers.", ["shed worker"]),
    ("The firm is cutting 500 jobs.", ["shed worker"]),
    ("A crowd of 3,000 gathered.", ["gathered people"]),
    ("About 5,000 people marched through Leeds.", ["gathered people"]),
    ("Karen Berg faces four counts of fraud.", ["charged count fraud berg"]),
    ("Karen Berg, a mother of five, was hurt.", ["mother"]),
    ("Four bodies were pulled from the rubble.", []),
    ("Police fear that 12 people were killed.", []),
    ("Up to 12 people may have been killed.", []),
    ("In a separate attack, 12 people were killed.", []),
    ("Were 12 people killed?", []),
    ("Karen Berg, 67 of Leeds, was arrested.", []),
    ("Five of the attackers were seen.", []),
    ("Two passengers said so.", []),
    ("Some 50 people were arrested over four nights.", ["arrested people over time"]),
    ("Karen Berg had three talks on Friday.", []),
    ("A couple shot dead 14 people.", ["dead people"]),
    ("He shot three people, killing two.", ["dead people"]),
    ("Police are looking for two suspects.", ["suspect"]),
    ("A total of 31 boats took part.", []),
    ("The bus was carrying 52 pupils when it crashed.", ["aboard student"]),
    ("The clinic was treating 20 people, four of whom were seriously injured.", []),
    ("Divers worked for hours to free five people.", []),
    ("Divers freed five people.", ["freed people"]),
    ("Two people are still trapped under the roof.", ["trapped people left"]),
    ("The blast killed three people, down from eight told first.", ["dead people"]),
    ("Police put the march at 30,000 people.", ["gathered people"]),
    ("Some 5,000 people took to the streets of Leeds.", ["gathered people"]),
    ("The rally was estimated at 4,000.", ["gathered people"]),
    ("The price was put at 30,000 euros.", []),
    ("Sales are projected to fall, and the firm has already shed 500 workers.", ["shed worker already"]),
    ("The funeral was attended by 500 people.", ["gathered people"]),
    ("An estimated 500 people marched.", ["gathered people"]),
    ("Officials put the march, to mark a holiday, at roughly 30,000 people.", ["gathered people"]),
    ("Gunmen took 30 people hostage.", ["held people"]),
    ("The rebels kidnapped 12 girls.", ["held girl"]),
    ("Berg was shot five times.", ["shot time"]),
    ("He was stabbed 17 times.", ["stabbed time"]),
    ("He waited 17 times.", []),
    ("She had eight stab wounds.", ["wounds wound stab"]),
    ("The army sent 500 soldiers.", ["deployed soldier"]),
    ("Around 80 diggers are working around the clock.", ["deployed digger"]),
    ("The fire burned down 40 homes.", ["destroyed house"]),
    ("Nine inmates broke out of the jail.", ["escaped prisoner"]),
    ("Nine pupils broke out in laughter.", []),
    ("The firm has laid off 500 people.", ["shed worker"]),
    ("She spoke of the 500 people it has laid off.", ["shed worker"]),
    ("She spoke of 500 people it has laid off.", []),
    ("She spoke of the 500 people who laid off others.", []),
    ("Two submarine cables were cut.", ["cut cable"]),
    ("Bergen is home to 12,000 people.", ["living bergen"]),
    ("Bergen, a town of 12,000, was cut off.", ["living bergen"]),
    ("Bergen has a population of 12,000.", ["living bergen"]),
    ("A town of 12,000 was cut off.", []),
    ("Bergen is home to 12 museums.", []),
]
DIFFER = [
    ("Nine fire engines were sent to the mill.", "Six appliances from all over the county fought the flames."),
    ("The ferry had a crew of 12.", "All 15 crew members were saved."),
    ("Two gunmen opened fire in the market.", "Shoppers ran as three attackers burst in."),
    ("The mother of 12 was shot on Monday.", "Friends mourned the mother of 13."),
    ("A blast in Paris killed 12 people.", "Twenty people died in the blast in Paris, France."),
    ("Police put the march at 30,000 people.", "About 60,000 people took to the streets."),
    ("Fifteen people were taken to hospitals.", "Twenty people were rushed to hospital after the crash."),
    ("The blast killed three people, revising the death toll down from eight.", "Five people were killed."),
    ("A quake killed more than 26,000 people there in 2003.", "In 2003, at least 31,000 people were killed there."),
    ("Three undersea cables were damaged.", "Phones went dead after two submarine cables were cut."),
    ("The fire destroyed 40 homes.", "Flames levelled 60 houses in the valley."),
    ("Bergen, home to 12,000 people, was cut off.", "Bergen has a population of 20,000."),
    ("Berg was stabbed 17 times.", "A man stabbed Berg 12 times."),
]
AGREE = [
    ("Nine fire engines were sent to the mill.", "Six more engines were sent to the mill later."),
    ("The blast killed 12 people.", "The blast killed 12 people and hurt 30."),
    ("The blast killed 12 people.", "Fifteen people were injured by the blast."),
    ("The blast killed at least 12 people.", "The blast killed 20 people."),
    ("The blast killed 12 people.", "The blast killed three British people."),
    ("The blast killed 12 people.", "In 2005 a blast killed 20 people there."),
    ("About 30 engines came.", "The mill burned, and 32 engines came."),
    ("Two gunmen opened fire.", "Two gunmen opened fire. The three gunmen fled, others said."),
    ("Two men were killed inside and three men were killed outside.", "Five men were killed."),
    ("The storm cut power. It closed 40 schools in Leeds.", "It closed 60 schools in Bradford."),
    ("The blast killed two people.", "A war has killed 20,000 people."),
    ("The ferry had a crew of 12.", "The ferry had 103 passengers."),
    ("A blast in Paris killed 12 people.", "A blast in Manchester killed 20 people."),
    ("A blast in France killed 12 people.", "A blast in Germany killed 20 people."),
    ("Police arrested 46 people on 7 March 2026.", "Police arrested 30 people on 8 March 2026."),
    ("The firm will cut 500 jobs.", "The firm has already cut 300 jobs."),
    ("A quake killed more than 26,000 people there.", "At least 31,000 people were killed there."),
    ("A quake killed more than 30,000 people there in 2003.", "In 2003, at least 31,000 people were killed there."),
    ("Bergen is home to 12,000 people.", "Horten is home to 20,000 people."),
    ("Berg was stabbed 17 times.", "Berg was shot 12 times."),
    # Who is cared for, in one hospital or in all, and who is hurt.
    ("At least 40 people were injured in the crash.", "Thirty people were taken to hospitals."),
    ("Ambulances took 31 people to hospital.", "Holm Hospital said that it was treating 20 people."),
    # Who is left, and who was there at first.
    ("Five people were trapped under the roof.", "Two people are still trapped."),
    ("The blast killed three people, revising the death toll down from eight.", "Eight people were killed."),
]


@pytest.mark.parametrize(("text", "abouts"), READ)
def test_a_count_is_read_with_its_act_and_class(text, abouts):
    (wording,) = read_wordings(storyline_of(text))
    counts = [read_count(wording, unit_of(value)) for value in wording.values if value.quantity is not None]
    assert [count.about.strip() for count in counts if count is not None] == abouts


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_counts_of_one_thing_differ_however_they_are_worded(one, other):
    assert len(told(COUNT_RELATIONS, one, other)) == 1
    assert told(COUNT_RELATIONS, other, one) == told(COUNT_RELATIONS, one, other)


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_parts_other_scopes_and_bounds_are_no_difference(one, other):
    assert told(COUNT_RELATIONS, one, other) == told(COUNT_RELATIONS, other, one) == set()


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Some 140 passengers were on the train.", "Just over 90 people were on board.", "conflict"),
        ("Two gunmen opened fire in the market.", "Shoppers ran as three attackers burst in.", "conflict"),
        (
            ("2026-03-11", "The storm killed ten people."),
            ("2026-03-12", "The death toll of the storm has doubled to twenty."),
            "update",
        ),
        (
            ("2026-03-11", "A bomb killed 14 people."),
            ("2026-03-12", "With two more deaths in the night, sixteen people have now died."),
            "update",
        ),
        (
            ("2026-03-11", "A bomb killed 14 people."),
            ("2026-03-11", "Sixteen people died when a bomb went off."),
            "conflict",
        ),
        (
            ("2026-03-11", "The blast killed at least four people."),
            ("2026-03-14", "The toll rose to nine people dead."),
            "update",
        ),
    ],
)
def test_what_is_told_of_a_count(one, other, kind):
    assert {each.kind for each in find_findings(storyline_of(one, other)) if each.aspect == "figure"} == {kind}


def test_a_crew_makes_more_people_than_passengers():
    one, other = "Some 140 passengers were on the train.", "There were 150 people on board."
    assert [each for each in find_findings(storyline_of(one, other)) if each.kind == "conflict"] == []
