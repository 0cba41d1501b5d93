"""Numbers of things of any kind under one act: which of two reports differ, and which are of parts or of two acts."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.counts.counts import COUNT_RELATIONS
from variorum.collate.findings.facts.counts.things import THING_RELATIONS

TOLD = [
    ("Customs officers found 40 parrots hidden in the van.", "The van was carrying 55 parrots."),
    ("Customs officers found 40 parrots.", "Police later seized 55 parrots."),
    ("Some 850 soldiers are stationed at the base.", "Roughly 1,000 troops serve at the base."),
    ("The company has recalled 12,000 strollers.", "The recall covers 21,000 strollers."),
    ("The storm sank nine trawlers in the harbour.", "Six trawlers were sunk by the storm."),
    ("The fire destroyed 40 homes.", "Flames levelled 60 houses in the valley."),
    ("The fire destroyed 14 caravans.", "Firefighters said nine caravans had burned down."),
    ("Thieves stole 22 violins from the museum.", "The museum said 26 violins had been taken."),
    ("Workers planted 3,000 olive trees there.", "About 5,000 olive trees were planted along the road."),
    ("The committee made 14 recommendations.", "The report contains 19 recommendations."),
    ("The singer posted four photos.", "On her page she posted three photos."),
    ("The gunman fired at two patrol cars.", "The gunman shot at three patrol cars."),
    ("He smuggled 12 tortoises in his suitcase.", "The suitcase contained 19 tortoises."),
    ("The thieves made off with 12 paintings.", "A gang stole 15 paintings from the hall."),
    ("Three explosions rocked the town.", "Two blasts were heard in the town."),
    ("They took seven loaded pistols.", "Five pistols were seized on the farm."),
]
APART = [
    ("Police seized 12 parrots in Leeds.", "Police seized nine parrots in York."),
    ("Police seized 12 parrots on Monday.", "Police seized 20 parrots on Thursday."),
    ("Three of the five skiffs were caught.", "Five skiffs were caught."),
    ("Ivan Berg sold 12 ships.", "Karen Holm sold 15 ships."),
    ("It loses two ships a year.", "It lost five ships in the storm."),
    ("Another two boats were bought.", "Five boats were bought."),
    ("He may have stolen 12 violins.", "He stole nine violins."),
    ("Six of the vans were bought.", "Nine vans were bought."),
    ("The fire destroyed 14 caravans and reached nine tents.", "The fire reached nine tents."),
    ("At least 12 boats were destroyed.", "Fourteen boats were destroyed."),
    ("They plan to plant 500 olive trees.", "They planted 300 olive trees."),
    ("Two inspectors questioned him.", "Three inspectors resigned."),
    ("He wrote two plays.", "She wrote four plays."),
    ("One of the cables links 33 countries.", "The cable links 12 countries."),
    ("They found five loaded pistols.", "Seven pistols were seized on the farm."),
    ("The navy saw five skiffs and seized three skiffs.", "The navy seized five skiffs."),
    ("Holm had 12 rebounds and 20 points.", "Berg had 14 rebounds."),
    ("He sold 3,000 copies.", "He sold 3,040 copies."),
]
CROWDS = [
    ("Dozens of mourners gathered at the school in Leeds.", "More than 400 people joined the vigil in Leeds."),
    ("Hundreds of people marched through Leeds.", "About 12,000 protesters filled the streets."),
    ("Thousands took to the streets of Athens.", "A crowd of 300 gathered in central Athens, police said."),
    ("Police put the march at 30,000 people.", "Some 60,000 people marched through the town."),
]
NO_CROWDS = [
    ("Dozens of people gathered at the school.", "About 60 people gathered at the school."),
    ("Hundreds gathered in Leeds.", "Thousands gathered in York."),
    ("On Wednesday 200 people attended the vigil.", "A crowd of 70 gathered near the school."),
    ("Dozens of people joined the club.", "About 300 people joined the party."),
    ("Hundreds of people marched.", "More than 600 people marched."),
]


@pytest.mark.parametrize(("one", "other"), CROWDS)
def test_crowds_that_differ_are_told(one: str, other: str) -> None:
    assert len(told(COUNT_RELATIONS, one, other)) == 1


@pytest.mark.parametrize(("one", "other"), NO_CROWDS)
def test_crowds_of_two_days_or_sizes_that_fit_are_not(one: str, other: str) -> None:
    assert told(COUNT_RELATIONS, one, other) == set()


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_numbers_of_one_act_are_told(one: str, other: str) -> None:
    assert len(told(THING_RELATIONS, one, other)) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_numbers_of_two_acts_or_parts_are_not(one: str, other: str) -> None:
    assert told(THING_RELATIONS, one, other) == set()
