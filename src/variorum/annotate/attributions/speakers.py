"""Which entity a source stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from variorum.model.annotations import Mention
from variorum.model.span import EntityId, Span
from variorum.text.tree import Tree

_PERSONAL = frozenset({"he", "she", "him", "her"})


class Speakers:
    """The mentions of a report, to be asked for the entity of a source."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention]) -> None:
        self.tree = tree
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self.mentions]

    def speaker_of(self, source: Span | None) -> EntityId | None:
        """Return the entity that heads the source, or that its pronoun stands for; None where neither is known."""
        if source is None:
            return None
        inside = self.mentions[bisect_left(self._starts, source.start) : bisect_left(self._starts, source.end)]
        words = self.tree.words_in(source)
        if not words:
            return None
        head = self._head(words)
        at = self.tree.span(head, head)
        for mention in inside:
            if mention.start <= at.start and at.end <= mention.end:
                return mention.entity
        apposed = [mention for mention in inside if self._is_apposed(mention, head)]
        if apposed:
            return apposed[0].entity
        if self.tree.tokens.pos[head] == "PRON" and self.tree.word(head).lower() in _PERSONAL:
            return self._last_person_before(source.start)
        return None

    def _head(self, words: range) -> int:
        heads = self.tree.tokens.head
        return next((word for word in words if heads[word] == word or heads[word] not in words), words[0])

    def _is_apposed(self, mention: Mention, head: int) -> bool:
        """Whether a mention inside the source names its head: "the spokeswoman, Ann Lee"."""
        return any(
            self.tree.tokens.dep[word] in ("appos", "compound") and self.tree.tokens.head[word] == head
            for word in self.tree.words_in(Span(mention.start, mention.end))
        )

    def _last_person_before(self, offset: int) -> EntityId | None:
        """The person of whom the nearest sentence before `offset` speaks: its main subject first, then any subject."""
        before = [
            mention for mention in self.mentions[: bisect_left(self._starts, offset)][-12:] if mention.type == "PERSON"
        ]
        if not before:
            return None
        nearest = self.tree.sentence_of(before[-1].start)
        there = [mention for mention in before if self.tree.sentence_of(mention.start) == nearest]
        return max(there, key=self._prominence).entity

    def _prominence(self, mention: Mention) -> int:
        """2 for the subject of a main clause, 1 for that of another clause, else 0."""
        tokens = self.tree.tokens
        for word in self.tree.words_in(Span(mention.start, mention.end)):
            if tokens.dep[word] in ("nsubj", "nsubjpass"):
                return 2 if tokens.dep[tokens.head[word]] == "ROOT" else 1
        return 0
