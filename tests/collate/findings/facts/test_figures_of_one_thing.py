"""Telephone numbers, scores at a clock, bids, how long ago, ranks: which two of one thing exclude each other."""

from collections.abc import Sequence

import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.facts.differ import differ_in_facts
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.findings.facts.measures.bids import BID_RELATIONS
from variorum.collate.findings.facts.measures.clocked import CLOCKED_RELATIONS
from variorum.collate.findings.facts.measures.dialled import DIALLED_RELATIONS
from variorum.collate.findings.facts.measures.purchases import PURCHASE_RELATIONS
from variorum.collate.findings.facts.measures.ranked import RANKED_RELATIONS
from variorum.collate.findings.facts.occasions.long_ago import LONG_AGO_RELATIONS
from variorum.collate.points import Weights, read_wordings


def told(relations: Sequence[Relation], *texts: str) -> set[frozenset[str]]:
    wordings = read_wordings(storyline_of(*texts))
    return {
        frozenset(wordings[side.wording].words(side.unit.first, side.unit.end) for side in (pair.left, pair.right))
        for pair in differ_in_facts(wordings, Weights(wordings), relations)
    }


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
]


@pytest.mark.parametrize(("relations", "one", "other"), ALIKE)
def test_figures_that_can_both_be_right_are_not_told(relations: Sequence[Relation], one: str, other: str) -> None:
    assert told(relations, one, other) == set()
    assert told(relations, other, one) == set()
