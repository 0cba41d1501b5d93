"""A fact: what a sentence states of one thing under one relation, so that two values of it cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.model.record import Aspect


class Fact(msgspec.Struct, frozen=True):
    """A value that a sentence states of something.

    `about` tells of what, in a form that is the same in every report: a name as names are compared, a lemma; empty for
    the happening of the story itself. `side` is the stretch that tells the value, `value` what of it is compared where
    it is no typed value (a lemma, folded words), else empty.
    """

    about: str
    side: Side
    value: str = ""


class Stated(NamedTuple):
    """A fact with the sentence that states it."""

    fact: Fact
    wording: Wording


class Relation(NamedTuple):
    """A kind of fact: its aspect, what finds it in all sentences, and whether two values of it exclude each other.

    `excludes` answers in the same way whichever of the two comes first. `why` says to readers why they do, where
    comparing the two values does not. Two facts with one value are an agreement where
    `is_telling` of them; None where that is never worth telling.
    """

    name: str
    aspect: Aspect
    find: Callable[[Sequence[Wording]], Iterator[Fact]]
    excludes: Callable[[Stated, Stated], bool]
    why: str = ""
    is_telling: Callable[[Stated, Stated], bool] | None = None


def have_other_values(one: Stated, other: Stated) -> bool:
    """Return whether two facts have values that are not the same; what `Relation.excludes` is where any two exclude."""
    return one.fact.value != other.fact.value


def always(_: Stated, __: Stated) -> bool:
    """Return that any two facts of a relation are worth telling where they have one value."""
    return True
