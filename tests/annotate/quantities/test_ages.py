"""Numbers that tell how old somebody is, and numbers that do not."""

import pytest

from variorum.annotate.quantities.find import find_quantities_in


def ages(text):
    return [text[q.start : q.end] for q in find_quantities_in(text) if (q.kind, q.unit) == ("measure", "year")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cardona, 26, has won every fight.", ["26"]),
        ("Inside lay Bravo, forty-six, an outside fitter.", ["forty-six"]),
        ("The science teacher, fifty-six, had been mapping the cave.", ["fifty-six"]),
        ("The driver, thirty, fled on foot.", ["thirty"]),
        ("His son, five, was unhurt.", ["five"]),
        ("A man of 41 and a woman of 67 died on the spot.", ["41", "67"]),
        ("A civil servant of 33 was arrested.", ["33"]),
        ("The rider, a boy of nine, was thrown.", ["nine"]),
        ("At seventy-six he had earned his silence.", ["seventy-six"]),
        ("At 76, she retired.", ["76"]),
    ],
)
def test_an_age_is_read(text, told):
    assert ages(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "A crew of 41 sailed.",
        "A jury of 12 sat for a week.",
        "A student of 12 subjects won.",
        "A mother of five was hurt.",
        "A boy of three families was missing.",
        "The Otters, two, and the Bears, three, lost.",
        "At 76 pence the share fell.",
        "They met at six and he left.",
    ],
)
def test_other_numbers_are_no_ages(text):
    assert ages(text) == []
