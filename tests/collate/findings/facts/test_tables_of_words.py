"""The tables of words by which counts, measures, dated acts and kinds are told."""

import re
from collections.abc import Iterator

import pytest

from variorum.lang.tables import load_table

TABLES = ("bodies", "counts", "measures", "occasions", "plays", "means")


def words_of(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield from (word for phrase in entry.split() for word in phrase.split("_"))
    elif isinstance(entry, dict):
        yield from (word for each in entry.values() for word in words_of(each))
    elif isinstance(entry, list | tuple):
        yield from (word for each in entry for word in words_of(each))


@pytest.mark.parametrize("table", TABLES)
def test_no_word_is_one_that_sentences_are_never_split_into(table: str) -> None:
    """A hyphen between letters is a word of its own: "off-duty" is read as the phrase "off_-_duty"."""
    assert [word for word in words_of(load_table("en", table)) if re.search(r"[a-z]-[a-z]", word)] == []
