"""Words that nothing relates or that say one thing, and words that exclude each other."""

import pytest
from tests.collate.findings.pairing import is_explained

ALIKE = [
    # Said of two nouns that have nothing to do with each other.
    (
        "The mayor thanked the brave divers in the harbour.",
        "Much later a large crowd gathered at the church.",
        "brave",
        "large",
    ),
    # A noun before another one, and one by itself.
    (
        "The police said so in a news release on Friday.",
        "They said in a statement that he was safe.",
        "news",
        "statement",
    ),
    # Two ways of denying one thing.
    ("The mayor did not comment on Friday.", "The mayor refused to comment on Friday.", "not", "refused"),
]
APART = [
    (
        "The divers were seen on a dark road by two men.",
        "The divers were seen on a bright road by two men.",
        "dark",
        "bright",
    ),
    ("The mayor agreed to comment on Friday.", "The mayor refused to comment on Friday.", "agreed", "refused"),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), ALIKE)
def test_words_that_do_not_meet(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), APART)
def test_words_that_exclude_each_other(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
