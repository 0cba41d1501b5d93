"""What sentences tell of acts and of having spoken, which are read but once: acts told and denied, and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.collate.findings.facts.conditions.comments import find_comments
from variorum.collate.findings.facts.conditions.denied_acts import acts_exclude, find_acts
from variorum.collate.findings.facts.conditions.predications import find_predications
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.points import Wording


def _find_acts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    return find_acts(wordings, find_predications(wordings))


def _find_comments(wordings: Sequence[Wording]) -> Iterator[Fact]:
    return find_comments(wordings, find_predications(wordings))


CONDITION_RELATIONS: tuple[Relation, ...] = (
    Relation("acts", "status", _find_acts, acts_exclude),
    Relation("comments", "status", _find_comments, have_other_values),
)
