"""Posts and their holders: what two reports cannot both be right about, and what they can."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.posts.posts import POST_RELATIONS


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
            "The voice was hers, said defence lawyer Susan Keller, 41.",
            "A juror, Susan Keller, fell ill on Monday.",
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
            "Chief Executive Officer Walter Pratt was among those who got stock.",
            "The bank delivered shares to its chief executive, Walter J. Olsen.",
            ("Walter Pratt", "Walter J. Olsen"),
        ),
        (
            '"We are sorry," team general manager Walter Pratt said in a statement.',
            "The team's general manager, Walter Hughes, said in a statement that he was sorry.",
            ("Walter Pratt", "Walter Hughes"),
        ),
        (
            "Denver Police Chief Alan Moore said no one was hurt.",
            "Nobody was hurt, Denver Police Chief Robert Dunn said on Tuesday.",
            ("Alan Moore", "Robert Dunn"),
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
        (
            "Denver Police Chief Alan Moore, who follows Robert Dunn, spoke.",
            "Denver Police Chief Robert Dunn spoke.",
        ),
    ],
)
def test_spellings_and_colleagues_are_not_told(one, other):
    assert told(POST_RELATIONS, one, other) == set()


def test_odd_texts_have_no_facts():
    assert told(POST_RELATIONS, "", "Chief") == set()
    assert told(POST_RELATIONS, "CHIEF " * 200, "chief of of of the the") == set()
