"""Posts, their holders and names of things: what two reports cannot both be right about, and what they can."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.explained import Explainer
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.posts.posts import POST_RELATIONS
from variorum.collate.findings.facts.posts.slips import are_mistaken
from variorum.collate.points import Weights, read_wordings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Officers searched the hall, Sgt. Martin Holmes said.",
            "The hall was empty when they came, according to Lt. Martin Holmes.",
        ),
        (
            "Kvam Steel will build a mill in Norfield, CEO Laura Benson told the town council.",
            "The plan is two years old. Laura Benson, the chief operating officer of Kvam Steel, drew it up.",
        ),
        ("Ann Berg is the president of Kvam Steel.", "Kvam Steel's director, Ann Berg, spoke."),
        (
            "Peter Lindgren, a cloud research manager for Norsoft, found the flaw in May.",
            'The flaw is an old one, said Peter Lindgren, cloud research director at Norsoft. "We saw it coming."',
        ),
        (
            "Deputy Fire Chief Alan Moore was the first to arrive.",
            "Nobody was in the barn, Fire Chief Alan Moore said on Tuesday.",
        ),
        (
            "The driver, Susan Keller, 41, was not hurt.",
            "Doctors kept one passenger, Susan Keller, overnight.",
        ),
        (
            "Interior Minister Omar Haddad spoke to the families.",
            "The bridge will be rebuilt by spring, Defence Minister Omar Haddad said.",
        ),
        (
            "Tom Foster was the associate director of the museum when the theft was found.",
            "Tom Foster, the deputy director of the museum, found the theft.",
        ),
        (
            "The fire spread fast, said Grace Dawson, a spokeswoman for the Denver Police Department.",
            "The fire spread fast, fire department spokeswoman Grace Dawson said.",
        ),
        (
            "Sheriff Alan Moore found the car.",
            "Alan Moore, a sheriff's deputy, found the car in a field.",
        ),
        (
            "The bill was brought in by Rep. Grace Dawson (R-Ohio).",
            "Democratic Rep. Grace Dawson will vote for the bill.",
        ),
        (
            "The bill was brought in by Rep. Grace Dawson (R-Ohio).",
            "The bill is dead, said Grace Dawson, R-Iowa.",
        ),
    ],
)
def test_posts_that_exclude_each_other_are_told(one, other):
    assert len(told(POST_RELATIONS, one, other)) == 1
    assert len(told(POST_RELATIONS, other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a shorter title, another word for it, and several posts of one person
        ("Lt. Col. Martin Holmes led the search.", "The search was led by Col. Martin Holmes."),
        ("CEO Laura Benson resigned herself to it.", "Laura Benson, the chief executive, came to terms with it."),
        ("Laura Benson is the president of Kvam Steel.", "Laura Benson, CEO of Kvam Steel, opened the mill."),
        ("Fire Chief Alan Moore was there.", "Chief Alan Moore of the Norfield Fire Department was there."),
        # the one report tells both
        (
            "Sgt. Martin Holmes came first. Others came to know him as Lt. Martin Holmes.",
            "The hall was empty, Lt. Martin Holmes said.",
        ),
        # a post that is over, or that changed hands in the story
        ("The former deputy mayor, Susan Keller, spoke.", "Mayor Susan Keller spoke for an hour."),
        ("Then deputy mayor Susan Keller spoke.", "Mayor Susan Keller spoke for an hour."),
        (
            "Deputy Mayor Susan Keller will lead the town. Keller was named mayor on Monday.",
            "The talks begin today, Mayor Susan Keller said.",
        ),
        # two people of one last name
        ("Sgt. Martin Holmes came first.", "Lt. Grace Holmes came an hour later."),
        # the title of somebody else beside the name
        ("They honoured Judge Alan Moore; and Sgt. Tom Foster.", "Lt. Alan Moore served in the navy."),
        (
            "They asked Chief of Staff Grace Dawson, Deputy Chief of Staff Tom Foster and an aide.",
            "Chief of Staff Grace Dawson was asked.",
        ),
        # one party and state in two forms, and an independent
        ("Rep. Grace Dawson (R-Ohio) spoke.", "Republican Rep. Grace Dawson of Ohio spoke."),
        ("Sen. Alan Moore (R-Texas) spoke.", "Sen. Alan Moore (R-Tex.) spoke."),
        ("Sen. Alan Moore (I-Maine) spoke.", "Democratic Sen. Alan Moore spoke."),
        # managers and directors of two fields and bodies
        ("Ann Berg is the president of Kvam Steel.", "Norsoft's director, Ann Berg, spoke."),
        ("Peter Lindgren, sales manager at Norsoft, left.", "Peter Lindgren, research director at Norsoft, left."),
    ],
)
def test_posts_that_one_person_can_have_are_not_told(one, other):
    assert told(POST_RELATIONS, one, other) == set()


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            "The captain, Robert Dunn, was the last to leave the ship.",
            "Captain Edward Dunn stayed aboard until noon, the line said.",
            ("Robert Dunn", "Edward Dunn"),
        ),
        (
            '"We are sorry," team general manager Walter Pratt said in a statement.',
            "The team's general manager, Walter Hughes, said in a statement that he was sorry.",
            ("Walter Pratt", "Walter Hughes"),
        ),
        (
            "Grace Dawson, the owner of the shop, called the police.",
            "Shop owner Diane Dawson called the police at noon.",
            ("Grace Dawson", "Diane Dawson"),
        ),
    ],
)
def test_one_holder_of_a_post_with_two_names_is_told(one, other, names):
    assert told(POST_RELATIONS, one, other) == {frozenset(names)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # initials, pet forms and spellings
        ("Captain R. Dunn stayed aboard.", "Captain Robert Dunn stayed aboard."),
        ("Captain Bob Dunn stayed aboard.", "Captain Robert Dunn stayed aboard."),
        ("Mayor Steven Clark spoke.", "Mayor Stephen Clark spoke."),
        # two of many who have one post
        ("Spokesman Walter Pratt declined to comment.", "Spokesman Walter Hughes declined to comment."),
        # one report names both
        (
            "Captain Robert Dunn and his brother, Captain Edward Dunn, stayed aboard.",
            "Captain Edward Dunn stayed aboard until noon.",
        ),
    ],
)
def test_spellings_and_colleagues_are_not_told(one, other):
    assert told(POST_RELATIONS, one, other) == set()


def test_a_name_with_one_word_for_another_is_told():
    one = "The flat on Independence Street was searched. A second flat on Miller Street was not."
    other = "Neighbours in Independent Street heard a bang."
    assert told(POST_RELATIONS, one, other) == {frozenset({"Independence Street", "Independent Street"})}


@pytest.mark.parametrize(
    ("one", "other", "mistaken"),
    [
        ("distribution", "distributors", True),
        ("humane", "human", True),
        ("theatre", "theater", False),
        ("advisors", "advisers", False),
        ("systems", "system", False),
        ("industries", "industry", False),
        ("courthouse", "court", False),
        ("millford", "milford", False),
        ("national", "regional", False),
    ],
)
def test_mistaken_words_are_told_from_spellings(one, other, mistaken):
    assert are_mistaken(one, other) is mistaken
    assert are_mistaken(other, one) is mistaken


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            "The driver, Susan Keller, 41, was taken to Lakewood General Hospital after the crash.",
            "Susan Keller was airlifted to Mercy Hospital, a witness said.",
            ("Lakewood General Hospital", "Mercy Hospital"),
        ),
        (
            "Denver Police Chief Alan Moore said no one was hurt.",
            "Nobody was hurt, Denver Police Chief Robert Dunn said on Tuesday.",
            ("Alan Moore", "Robert Dunn"),
        ),
        (
            "The ferry, operated by Kvam Lines, sank at noon.",
            "The ferry is operated by Norsea Shipping, which declined to comment.",
            ("Kvam Lines", "Norsea Shipping"),
        ),
        (
            "Susan Keller founded the museum.",
            "The museum, established by Robert Dunn, is closed.",
            ("Susan Keller", "Robert Dunn"),
        ),
        (
            "Peter Lindgren, an analyst at North Valley Bank, expects a loss.",
            "Peter Lindgren, analyst with South Valley Bank, saw it coming.",
            ("North Valley Bank", "South Valley Bank"),
        ),
        (
            "The study, published Monday in the journal Nature Geoscience, found more ice.",
            "The paper was published in Science Advances, the researchers said.",
            ("Nature Geoscience", "Science Advances"),
        ),
        (
            "The study was published Monday in the Northern Journal of Geology.",
            "The researchers published their findings in the Northern Journal of Geology Letters.",
            ("Northern Journal of Geology", "Northern Journal of Geology Letters"),
        ),
        (
            "Peter Lindgren, an analyst at Ashford Securities, expects a loss.",
            "Peter Lindgren, analyst with Moreland Capital, saw it coming.",
            ("Ashford Securities", "Moreland Capital"),
        ),
    ],
)
def test_two_bodies_of_one_thing_are_told_and_not_explained_away(one, other, names):
    assert told(POST_RELATIONS, one, other) == {frozenset(names)}
    storyline = storyline_of(one, other)
    wordings = read_wordings(storyline)
    explainer = Explainer(storyline, wordings)
    pairs = differ_in_facts(wordings, Weights(wordings), POST_RELATIONS)
    assert not any(explainer.explains(pair) for pair in pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the one report names the other's body too: they may belong together
        (
            "Susan Keller was taken to Lakewood General Hospital. She was later moved to Mercy Hospital.",
            "Susan Keller was taken to Mercy Hospital.",
        ),
        (
            "The ferry, operated by Kvam Lines, sank at noon. Kvam Lines belongs to Norsea Shipping.",
            "The ferry is operated by Norsea Shipping, which declined to comment.",
        ),
        # of two victims, of one of several owners, of another study
        ("One victim was taken to Lakewood General Hospital.", "Another victim was taken to Mercy Hospital."),
        ("The ferry, owned by Kvam Lines and Norsea Shipping, sank.", "The ferry, owned by Moreland Capital, sank."),
        (
            "The study was published in Science Advances, the researchers said.",
            "An earlier study, published in the journal Nature Geoscience, found less ice.",
        ),
        # what is done every year, and what is to be done
        ("Susan Keller hosted the festival.", "Robert Dunn hosted the festival."),
        ("Susan Keller will build the museum.", "The museum, built by Robert Dunn, is closed."),
        # a longer and a shorter name
        ("Peter Lindgren is an analyst at Ashford.", "Peter Lindgren, an analyst at Ashford Securities, spoke."),
    ],
)
def test_bodies_that_can_belong_together_are_not_told(one, other):
    assert told(POST_RELATIONS, one, other) == set()


def test_odd_texts_have_no_facts():
    assert told(POST_RELATIONS, "", "Chief") == set()
    assert told(POST_RELATIONS, "CHIEF " * 200, "chief of of of the the") == set()
