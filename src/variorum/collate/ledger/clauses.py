"""One report's clauses as the ledger reads them: its parse, its parties, and in whose mouth a place stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property

import msgspec

from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_table
from variorum.model.annotations import Mention
from variorum.model.report import Report
from variorum.model.span import EntityId, Span
from variorum.text.tree import Tree


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of undertaking (`lang/en/commitments.toml`)."""

    undertake: Mapping[str, str]
    ask: Mapping[str, str]
    undertaking: Mapping[str, str]
    asking: Mapping[str, str]
    fate: Mapping[str, str]
    holders: frozenset[str]
    idle: frozenset[str]
    same: Mapping[str, str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of undertaking."""
    table = load_table("en", "commitments")
    return Vocabulary(
        undertake=table["undertake"],
        ask=table["ask"],
        undertaking=table["undertaking"],
        asking=table["asking"],
        fate=table["fate"],
        holders=frozenset(table["holders"]["nouns"].split()),
        idle=frozenset(table["idle"]["verbs"].split()),
        same=table["same"],
    )


def name_act(lemma: str) -> str:
    """Return the name of an act for comparing: one for "buy", "purchase" and "acquire", one for a verb and its noun."""
    for ending in ("ment", "al", "ion", "er"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            lemma = lemma[: -len(ending)]
            break
    return vocabulary().same.get(lemma, lemma)


class Clauses:
    """The clauses of one report; words are indices of its parse."""

    def __init__(self, storyline: Storyline, report: Report, tree: Tree) -> None:
        self.storyline = storyline
        self.report = report
        self.tree = tree
        self.lemma = [lemma.casefold() for lemma in tree.tokens.lemma]

    @cached_property
    def _mention_at(self) -> Mapping[int, Mention]:
        at: dict[int, Mention] = {}
        for mention in self.report.layers.mentions or ():
            for word in self.tree.words_in(Span(mention.start, mention.end)):
                at.setdefault(word, mention)
        return at

    def party(self, word: int | None) -> EntityId | None:
        """Return the entity that a word names, or the owner of what it names ("Lee's government"); None for others."""
        if word is None:
            return None
        mention = self._mention_at.get(word)
        if mention is None:
            owners = self.tree.children_by(word, "poss", "compound", "amod")
            mention = next((self._mention_at[owner] for owner in owners if owner in self._mention_at), None)
        if mention is None or mention.type not in ("PERSON", "ORG", "PLACE", "GROUP"):
            return None
        entity = self.storyline.entity_of(self.report.id, mention.entity)
        return None if entity is None else self.storyline.state_of(entity)

    def attributed_to(self, offset: int) -> EntityId | None:
        """Return the speaker in whose mouth the report puts what stands at `offset`; None in its own voice."""
        for attribution in self.storyline.speech_of(self.report.id):
            if any(part.start <= offset < part.end for part in attribution.content):
                return self.storyline.entity_of(self.report.id, attribution.speaker)
        return None

    def verbs_above(self, index: int) -> Iterator[int]:
        """Yield the verbs above a word, nearest first."""
        return (up for up in self.tree.ancestors(index) if self.tree.tokens.pos[up] in ("VERB", "AUX"))
