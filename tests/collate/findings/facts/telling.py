"""Which values of two reports relations tell as different."""

from collections.abc import Sequence

from tests.collate.build import storyline_of

from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.findings.facts.fact import Relation
from variorum.collate.points import Weights, read_wordings


def told(relations: Sequence[Relation], *texts: str | tuple[str, str]) -> set[frozenset[str]]:
    """The words of the two values of each pair that relations tell; texts are as `reports_of` takes them."""
    wordings = read_wordings(storyline_of(*texts))
    return {
        frozenset(wordings[side.wording].words(side.unit.first, side.unit.end) for side in (pair.left, pair.right))
        for pair in differ_in_facts(state_facts(wordings, relations), Weights(wordings))
    }
