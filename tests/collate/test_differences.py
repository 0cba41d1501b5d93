"""Which words of two sentences are set against each other at all, whether or not they come to a finding."""

import pytest

from variorum.collate.align import align_wordings
from variorum.collate.differences import find_differences
from variorum.collate.points import Weights, read_wordings

from .build import storyline_of


def differing(*texts):
    wordings = read_wordings(storyline_of(*texts))
    return {
        frozenset(
            (
                each.alignment.left.words(each.left.first, each.left.end),
                each.alignment.right.words(each.right.first, each.right.end),
            )
        )
        for alignment in align_wordings(wordings, Weights(wordings))
        for each in find_differences(alignment)
    }


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "The engineer deleted the backup files by accident, the bank said on Monday.",
            "The bank said on Monday that the engineer deliberately deleted the backup files.",
            ("accident", "deliberately"),
        ),
        (
            "A lorry heading east on the Colm motorway struck the barrier.",
            "The lorry was going west on the Colm motorway when it hit the barrier.",
            ("east", "west"),
        ),
        (
            "The Colm tunnel remains closed after the fire, the operator said.",
            "After the fire the Colm tunnel has been kept open, according to the operator.",
            ("closed", "open"),
        ),
        (
            "The goalkeeper was in a coma when doctors reached him, Rovers said.",
            "Rovers said the goalkeeper was awake when doctors reached him.",
            ("in a coma", "awake"),
        ),
        (
            "All passengers of the ferry to Skarn were unharmed, the coast guard said.",
            "The coast guard said all passengers of the Skarn ferry were killed.",
            ("unharmed", "killed"),
        ),
        (
            "Norda mourned the death of its founder's cousin in Telde on Friday.",
            "Norda closed its Telde shop on Friday after the murder of the founder's brother.",
            ("cousin", "brother"),
        ),
    ],
)
def test_words_that_exclude_each_other_are_set_against_each_other(one, other, words):
    assert frozenset(words) in differing(one, other)


def test_words_far_apart_are_not():
    one = "The bakery on the square in Telde sells bread to the phone company."
    other = "Bread from the bakery in Telde costs more, said the head of security on the square."
    assert frozenset(("phone", "security")) not in differing(one, other)


def test_a_curly_denial_is_read():
    found = differing(
        "The minister wasn\u2019t under investigation, the prosecutor in Telde said.",
        "The minister was under investigation, the prosecutor in Telde said.",
    )
    assert frozenset(("investigation",)) in found


def test_a_compound_differs_as_a_whole():
    found = differing(
        "The army fired three ground-to-ground rockets from Colm.",
        "The army fired three air-to-ground rockets from Colm.",
    )
    assert frozenset(("ground-to-ground", "air-to-ground")) in found
    assert not any("ground" in pair or "air" in pair for pair in found)
