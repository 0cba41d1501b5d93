"""Acts that reports tell alike without a figure, a date or a name in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.collate.build import storyline_of

from variorum.collate.findings.alike.acts import acts_of
from variorum.collate.findings.alike.acts_alike import clauses_of, find_acts_alike
from variorum.collate.findings.find import find_findings
from variorum.collate.findings.sources import Sources
from variorum.collate.points import read_wordings


def alike(*texts):
    """The clauses of each act that reports tell alike."""
    sources = Sources(storyline_of(*texts))
    return [
        {
            sources.wordings[side.wording].words(side.unit.first, side.unit.end)
            for side in clauses_of(act, sources.wordings)
        }
        for act in find_acts_alike(sources.alignments, sources.wordings, sources.storyline.reports)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The mayor, a former teacher, warned against new ferry tolls.",
            "Speaking in the harbour, the mayor warned against ferry tolls.",
        ),
        ("Putting up cash could destabilize the economy.", "The bank fears that it may destabilize the economy."),
        (
            "The inspectors are examining whether the pilot fell asleep at the wheel.",
            "Inspectors were examining whether the pilot had fallen asleep.",
        ),
        ("The yard agreed to repay the state subsidy.", "After talks the yard agreed to repay the subsidy."),
    ],
)  # fmt: skip
def test_clauses_in_much_the_same_words_tell_one_act(one, other):
    assert len(alike(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One denies it, one says that it may be, one that it will be.
        ("The pilot reported the broken rudder.", "The pilot never reported the broken rudder."),
        ("The crew abandoned the burning trawler.", "The crew may have abandoned the burning trawler."),
        ("The crew abandoned the burning trawler.", "The crew will abandon the burning trawler."),
        # Of whom it is told, who does it to whom, and how many.
        ("The mayor sacked the harbour pilot.", "The bishop sacked the harbour pilot."),
        ("The mayor attacked the harbour pilot.", "The mayor was attacked by the harbour pilot."),
        ("The storm sank 12 wooden trawlers.", "The storm sank 19 wooden trawlers."),
        # Conditions, questions and aims are not told as so.
        ("The yard closes if the state ends the ferry subsidy.", "The state ends the ferry subsidy."),
        ("Has the state ended the ferry subsidy?", "The state ended the ferry subsidy."),
        # Who says something tells no act, and what both quote is told by the voices.
        ("The harbour pilot told reporters that rain fell.", "The harbour pilot told reporters that snow fell."),
        ('"Our crew abandoned the burning trawler," he said.', '"Our crew abandoned the burning trawler," said Berg.'),
    ],
)
def test_other_acts_are_not_told_alike(one, other):
    assert alike(one, other) == []


def test_a_clause_is_shown_without_what_joins_it_to_others():
    (clauses,) = alike(
        "Divers said that the rotten hull had crumbled, and the harbour was closed.",
        "It rained when the rotten hull crumbled.",
    )
    assert clauses == {"the rotten hull had crumbled", "the rotten hull crumbled"}


def test_an_aim_belongs_to_its_verb():
    (wording,) = read_wordings(storyline_of("The yard agreed to repay the subsidy when the court ruled."))
    agreed, _ = acts_of(wording)
    words = " ".join(wording.word(i) for i in sorted(agreed.words))
    assert words.startswith("The yard agreed to repay the subsidy")


def test_half_of_the_witnesses_of_a_story_make_an_agreement_at_three_and_more():
    told = [
        "Berg was furious. The rotten hull had crumbled.",
        "Nobody slept in Voss. The rotten hull crumbled near the quay.",
    ]
    others = [f"A {word} was seen in the valley." for word in ("fox", "lynx", "badger")]
    agreed = [each for each in find_findings(storyline_of(*told)) if each.kind == "agreement"]
    assert [each.independent for each in agreed] == [2]
    assert "hull" in agreed[0].topic
    assert not [each for each in find_findings(storyline_of(*told, *others)) if each.kind == "agreement"]


@given(st.permutations(["The rotten hull crumbled.", "A rotten hull has crumbled.", "The hull, rotten, crumbled."]))
def test_the_order_of_reports_changes_no_act(texts):
    assert {frozenset(each) for each in alike(*texts)} == {frozenset(each) for each in alike(*sorted(texts))}
