"""Figures of one thing, from telephone numbers to ranks: which two of them exclude each other."""

from collections.abc import Sequence

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.cases import Case
from variorum.collate.findings.explained import Explainer
from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.measures.bids import BID_RELATIONS
from variorum.collate.findings.facts.measures.clocked import CLOCKED_RELATIONS
from variorum.collate.findings.facts.measures.dialled import DIALLED_RELATIONS
from variorum.collate.findings.facts.measures.extents import EXTENT_RELATIONS
from variorum.collate.findings.facts.measures.in_a_row import IN_A_ROW_RELATIONS
from variorum.collate.findings.facts.measures.magnitudes import MAGNITUDE_RELATIONS
from variorum.collate.findings.facts.measures.purchases import PURCHASE_RELATIONS
from variorum.collate.findings.facts.measures.ranked import RANKED_RELATIONS
from variorum.collate.findings.facts.measures.scores import SCORE_RELATIONS
from variorum.collate.findings.facts.measures.tenures import TENURE_RELATIONS
from variorum.collate.findings.facts.occasions.long_ago import LONG_AGO_RELATIONS
from variorum.collate.findings.kinds import kind_of
from variorum.collate.points import Weights, read_wordings

DIFFERENT = [
    (
        DIALLED_RELATIONS,
        "Anyone with information should call police on 0345 126 7788.",
        "Witnesses were asked to contact the police on 0345 126 778.",
        "0345 126 7788",
        "0345 126 778",
    ),
    (
        DIALLED_RELATIONS,
        "Call the hotline at 555-204-1190.",
        "The number of the hotline is 555-204-1109.",
        "555-204-1190",
        "555-204-1109",
    ),
    (
        CLOCKED_RELATIONS,
        "Holm scored twice to give Bergen a 51-40 lead with 8:12 to play.",
        "Bergen led 51-42 with 8:12 left.",
        "51-40",
        "51-42",
    ),
    (
        BID_RELATIONS,
        "Acme made an initial $41 billion offer for Brandt in May.",
        "Brandt rejected Acme's original $43 billion bid.",
        "$41 billion",
        "$43 billion",
    ),
    (
        BID_RELATIONS,
        "The Lions offered Jonas Berg a six-year deal.",
        "The Lions have made an eight-year offer to Jonas Berg.",
        "six-year",
        "eight-year",
    ),
    (
        PURCHASE_RELATIONS,
        "Acme paid $3.4 billion to acquire Brandt last year.",
        "Acme moved in after its $3.1 billion purchase of the shipyard.",
        "$3.4 billion",
        "$3.1 billion",
    ),
    (
        LONG_AGO_RELATIONS,
        "Berg, who married four weeks before he was shot, was buried on Monday.",
        "The officer got married six weeks ago.",
        "four weeks",
        "six weeks",
    ),
    (
        LONG_AGO_RELATIONS,
        "She moved back to Bergen about ten weeks ago.",
        "She returned to Bergen five weeks ago.",
        "ten weeks",
        "five weeks",
    ),
    (
        LONG_AGO_RELATIONS,
        "The suspect was released from prison two weeks ago.",
        "Jonas Berg was paroled five weeks before the attack.",
        "two weeks",
        "five weeks",
    ),
    (
        RANKED_RELATIONS,
        "Acme is the second-largest bank in the country.",
        "Acme is the country's third-largest bank.",
        "second-largest bank",
        "third-largest bank",
    ),
    (
        RANKED_RELATIONS,
        "Jonas Berg is the best-paid player in the world.",
        "He is only the sixth best-paid player in the world.",
        "best-paid player",
        "sixth best-paid player",
    ),
    (
        EXTENT_RELATIONS,
        "The 8.5-tonne station fell into the sea.",
        "A 20-tonne station broke up.",
        "8.5-tonne",
        "20-tonne",
    ),
    (
        EXTENT_RELATIONS,
        "Nearly 35 percent of all seaborne oil goes this way.",
        "The strait carries 48 percent of the world's sea-borne oil exports.",
        "35 percent",
        "48 percent",
    ),
    (
        TENURE_RELATIONS,
        "Jonas Berg spent six years with the Chicago Bears.",
        "Berg was drafted by the Chicago Bears, where he played nine seasons.",
        "six years",
        "nine",
    ),
    (
        TENURE_RELATIONS,
        "Jonas Berg worked at Acme for six years.",
        "Berg worked for ten years at Acme.",
        "six years",
        "ten years",
    ),
    (
        SCORE_RELATIONS,
        "The Bears (9-5) beat the Lions in Oslo.",
        "Jonas Berg scored twice for the Bears (10-5).",
        "9-5",
        "10-5",
    ),
    (SCORE_RELATIONS, "Jonas Berg, 21-3, 12 KOs, won in Oslo.", "Jonas Berg (22-3) won in Oslo.", "21-3", "22-3"),
    (SCORE_RELATIONS, "With the win the Bears improved to 9-5.", "The Bears' record rose to 10-5.", "9-5", "10-5"),
    (
        MAGNITUDE_RELATIONS,
        "A magnitude-6.1 quake struck the island.",
        "The 5.8-magnitude earthquake was felt in Oslo.",
        "magnitude-6.1",
        "5.8-magnitude",
    ),
    (
        MAGNITUDE_RELATIONS,
        "The tremor had a magnitude of 5.2, but Norvik Survey put the quake's magnitude at 5.9.",
        "Norvik Survey said that the quake had a magnitude of 6.3.",
        "5.9",
        "6.3",
    ),
    (
        IN_A_ROW_RELATIONS,
        "Berg won her fourth title on Sunday.",
        "Sunday saw Anna Berg win her sixth title.",
        "fourth",
        "sixth",
    ),
    (
        IN_A_ROW_RELATIONS,
        "Berg was married for the third time.",
        "Anna Berg was married for the fifth time.",
        "third",
        "fifth",
    ),
]


@pytest.mark.parametrize(("relations", "one", "other", "value", "partner"), DIFFERENT)
def test_two_figures_of_one_thing_are_told(
    relations: Sequence[Relation], one: str, other: str, value: str, partner: str
) -> None:
    assert told(relations, one, other) == {frozenset({value, partner})}
    assert told(relations, other, one) == {frozenset({value, partner})}


ALIKE = [
    # Printed otherwise, another line, no telephone number.
    (DIALLED_RELATIONS, "Call police on 0345 126 7788.", "Call police on 0345 1267788."),
    (DIALLED_RELATIONS, "Call police on 0345 126 7788.", "Call the hospital on 0345 990 1200."),
    (DIALLED_RELATIONS, "They call for 1,450,000 more.", "They call for 1,450,001 more."),
    (
        DIALLED_RELATIONS,
        "Call police on 0345 126 7788.",
        "Call police on 0345 126 7788. Call the newsroom on 0345 126 7789.",
    ),
    # Another clock, another half, a run and no score.
    (CLOCKED_RELATIONS, "Bergen led 51-40 with 8:12 to play.", "Bergen led 51-42 with 7:12 to play."),
    (
        CLOCKED_RELATIONS,
        "Bergen led 21-20 with 8:12 left in the first half.",
        "Bergen led 51-42 with 8:12 left in the second half.",
    ),
    (CLOCKED_RELATIONS, "Bergen led 51-40 with 8:12 to play.", "Bergen went on a 9-2 run with 8:12 to play."),
    # The first bid and a later one, two bidders, one for each share.
    (BID_RELATIONS, "Acme made an initial $41 billion offer for Brandt.", "Acme raised its bid to $43 billion."),
    (BID_RELATIONS, "Acme's $41 billion offer for Brandt stands.", "Acme made its latest offer, $43 billion."),
    (BID_RELATIONS, "Acme's initial $41 billion offer was rejected.", "Holt's initial $43 billion offer was rejected."),
    (BID_RELATIONS, "Acme's initial $60 offer was rejected.", "Acme made an initial $70-a-share offer."),
    (BID_RELATIONS, "Acme made a $41 billion offer for Brandt.", "Acme could make a $43 billion offer for Brandt."),
    # Two things bought, a plan, two buyers, a rounding.
    (PURCHASE_RELATIONS, "Acme bought Brandt for $3.4 billion.", "Acme bought Holt for $3.1 billion."),
    (PURCHASE_RELATIONS, "Acme bought Brandt for $3.4 billion.", "Acme could buy the shipyard for $3.1 billion."),
    (PURCHASE_RELATIONS, "Acme bought Brandt for $3.4 billion.", "Holt bought the shipyard for $3.1 billion."),
    (PURCHASE_RELATIONS, "Acme bought Brandt for $3.4 billion.", "Acme's $3.38 billion purchase of the shipyard."),
    (PURCHASE_RELATIONS, "Acme bought Brandt for $3.4 billion.", "Acme bought the shipyard for $9.1 billion."),
    # Two persons, two acts, a rounding, over years.
    (LONG_AGO_RELATIONS, "Jonas Berg married four weeks ago.", "Anders Holm married six weeks ago."),
    (LONG_AGO_RELATIONS, "She married four weeks ago.", "She moved to Bergen six weeks ago."),
    (LONG_AGO_RELATIONS, "The report was released two weeks ago.", "The film was released five weeks ago."),
    (LONG_AGO_RELATIONS, "She moved to Bergen 29 days ago.", "She moved to Bergen 30 days ago."),
    (LONG_AGO_RELATIONS, "She moved to Bergen two years ago.", "He moved to Bergen nine years ago."),
    # Two fields, two banks, one of several, and what it is said not to be.
    (RANKED_RELATIONS, "Acme is the second-largest bank in Europe.", "Acme is the largest bank in Norway."),
    (RANKED_RELATIONS, "Acme is the second-largest bank.", "Brandt is the largest bank."),
    (RANKED_RELATIONS, "Acme is the second-largest bank.", "Acme is among the largest banks."),
    (RANKED_RELATIONS, "Acme is the second-largest bank.", "Acme is not the largest bank."),
    # Two things; two that have names.
    (EXTENT_RELATIONS, "The 8.5-tonne station fell into the sea.", "A 20-tonne ship went to look for it."),
    (EXTENT_RELATIONS, "The 8.5-tonne Tiangong station fell.", "The 77-tonne Skylab station fell as well."),
    (EXTENT_RELATIONS, "A 6-foot man ran away.", "A 5-foot man with a bag was seen."),
    # Shares of two lands, and of people asked.
    (
        EXTENT_RELATIONS,
        "Some 35 percent of voice traffic in Norway was lost.",
        "Some 80 percent of voice traffic in Peru was lost.",
    ),
    (
        EXTENT_RELATIONS,
        "Some 55 percent of voice traffic in Norway and 82 percent in Peru was lost.",
        "Peru lost 82 percent of its voice traffic to Norway.",
    ),
    (EXTENT_RELATIONS, "Some 35 percent of Liberal voters like Berg.", "Some 60 percent of Liberal voters like Holm."),
    (EXTENT_RELATIONS, "Some 35 percent of all oil goes this way.", "Some 60 percent of the oil comes from there."),
    # What a play gained.
    (EXTENT_RELATIONS, "A 20-yard run tied the game.", "A 40-yard run followed."),
    (
        TENURE_RELATIONS,
        "Jonas Berg spent six years with the Chicago Bears.",
        "Jonas Berg played six seasons with the Chicago Bears.",
    ),
    (TENURE_RELATIONS, "Jonas Berg spent six years with the Bears.", "Jonas Berg spent nine years with the Lions."),
    (
        TENURE_RELATIONS,
        "Jonas Berg spent six years with the Bears.",
        "Jonas Berg spent nine years as a coach for the Bears.",
    ),
    (
        TENURE_RELATIONS,
        "Jonas Berg spent six years with the Bears.",
        "Jonas Berg spent his first two years with the Bears.",
    ),
    (
        TENURE_RELATIONS,
        "Jonas Berg spent six years with the Bears.",
        "Jonas Berg could spend nine years with the Bears.",
    ),
    (TENURE_RELATIONS, "Jonas Berg spent six years with the Bears.", "Anders Holm spent nine years with the Bears."),
    (SCORE_RELATIONS, "The Bears (9-5) beat the Lions.", "The Lions (10-5) lost to the Bears."),
    (SCORE_RELATIONS, "The Bears improved to 9-5.", "The Bears improved to 5-2 at home."),
    (SCORE_RELATIONS, "The Bears entered the game (8-5) as the better team.", "The Bears (9-5) beat the Lions."),
    (MAGNITUDE_RELATIONS, "A magnitude-6.1 quake struck the island.", "A magnitude-6 earthquake struck the island."),
    (MAGNITUDE_RELATIONS, "A magnitude-6.1 quake struck the island.", "A magnitude-4.7 aftershock followed the quake."),
    (
        MAGNITUDE_RELATIONS,
        "A magnitude-6.1 quake struck the island.",
        "In 2003 a magnitude-7.4 earthquake killed many there.",
    ),
    (MAGNITUDE_RELATIONS, "A magnitude-6.1 quake struck the island.", "A magnitude-5.5 quake can cause damage."),
    (MAGNITUDE_RELATIONS, "A magnitude-6.1 quake struck the island.", "A quake of magnitude 4.2 was measured at dawn."),
    (MAGNITUDE_RELATIONS, "A magnitude-6.1 quake struck the island.", "A second quake of magnitude 5.4 shook Oslo."),
    (MAGNITUDE_RELATIONS, "A magnitude-6.1 quake struck the island.", "A quake of at least magnitude 5.9 shook Oslo."),
    (
        MAGNITUDE_RELATIONS,
        "A magnitude-6.1 quake struck the island.",
        "The last quake, of magnitude 6.4, was in February.",
    ),
    (MAGNITUDE_RELATIONS, "A magnitude-6.1 quake struck the island.", "Earthquakes of magnitude 5.5 are seldom felt."),
    (SCORE_RELATIONS, "The Bears (9-5) beat the Lions.", "The Bears (4-1) go to Oslo."),
    (SCORE_RELATIONS, "She beat Anna Berg, 6-3, 6-4, in Oslo.", "She beat Anna Berg, 6-4, 6-4, in Oslo."),
    (SCORE_RELATIONS, "The Bears beat the Lions 20-13.", "The Bears beat the Wolves 24-13."),
    (SCORE_RELATIONS, "The Bears beat the Lions 20-13.", "The Bears beat the Lions 24-10 last season."),
    (
        IN_A_ROW_RELATIONS,
        "Berg was the fourth coach since Holm took over.",
        "Anna Berg was the fifth coach fired this year.",
    ),
    (IN_A_ROW_RELATIONS, "Berg won her fourth national title.", "Anna Berg won her sixth title."),
    (IN_A_ROW_RELATIONS, "Berg was married for the third time.", "Anna Berg was arrested for the fifth time."),
]


@pytest.mark.parametrize(("relations", "one", "other"), ALIKE)
def test_figures_that_can_both_be_right_are_not_told(relations: Sequence[Relation], one: str, other: str) -> None:
    assert told(relations, one, other) == set()
    assert told(relations, other, one) == set()


def kind_told(relations: Sequence[Relation], one: str, other: str) -> str:
    storyline = storyline_of(one, other)
    wordings = read_wordings(storyline)
    (pair,) = differ_in_facts(wordings, Weights(wordings), relations)
    assert not Explainer(storyline, wordings).explains(pair)
    return kind_of(Case(storyline, wordings, [pair], [])).kind


def test_years_that_sentences_name_do_not_part_two_lengths_of_one_stay() -> None:
    one = "Jonas Berg, who came in 2003, spent six years with the Chicago Bears."
    other = "Berg, who left in 2011, played nine seasons with the Chicago Bears."
    assert kind_told(TENURE_RELATIONS, one, other) == "conflict"


def test_records_of_one_team_are_not_explained_away() -> None:
    one, other = "The Bears (9-5) beat the Lions in Oslo.", "Jonas Berg scored twice for the Bears (10-5)."
    assert kind_told(SCORE_RELATIONS, one, other) == "conflict"
