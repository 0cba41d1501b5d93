"""What finding looks at: a storyline's sentences and all that is read of them, each read once."""

from __future__ import annotations

from variorum.collate.align import align_wordings
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.facts.differ import state_facts
from variorum.collate.findings.facts.relations import RELATIONS
from variorum.collate.findings.judged.counterparts import Counterparts
from variorum.collate.findings.judged.evidence import Vocabulary
from variorum.collate.findings.quoted.quotes import read_quotations
from variorum.collate.points import Weights, read_wordings
from variorum.collate.storyline import Storyline


class Sources:
    """The sentences of a storyline, laid side by side, their values, facts and quotations, and what explains pairs."""

    def __init__(self, storyline: Storyline) -> None:
        self.storyline = storyline
        self.wordings = read_wordings(storyline)
        self.weights = Weights(self.wordings)
        self.alignments = list(align_wordings(self.wordings, self.weights))
        self.vocabulary = Vocabulary(self.wordings)
        self.vocabulary.learn(self.alignments)
        self.counterparts = Counterparts(self.wordings, self.weights)
        self.facts = state_facts(self.wordings, RELATIONS)
        self.setting = Setting(storyline, self.wordings)
        self.quotations = read_quotations(storyline)
