"""Which entity a source stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property

from variorum.annotate.attributions.quotes import Quote, first_after
from variorum.annotate.genders import HE, Gender, add_pronouns, find_animals, find_bodies, find_genders
from variorum.lang.tables import load_words
from variorum.model.annotations import Mention
from variorum.model.span import EntityId, Span
from variorum.text.names import title_words
from variorum.text.tree import Tree

# Pronouns that stand for the person last spoken of; "they" may be anyone, "I" is the speaker of the words around it.
_THIRD_PERSONS = frozenset({"he", "she", "him", "her"})
_LOOK_BACK = 12  # mentions
# Between somebody's name and the place that they are of.
_WHENCE = re.compile(r",? (?:of|from|in) (?:the )?(?:[A-Z][\w’'.-]*,? )*")


class Speakers:
    """The mentions of a report, to be asked for the entity of a source."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self.tree, self._quotes = tree, quotes
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self.mentions]
        # Who is named inside a quotation is spoken about, and seldom the one who speaks next.
        self._persons = [each for each in self.mentions if each.type == "PERSON" and not _is_inside(each, quotes)]
        self._person_starts = [mention.start for mention in self._persons]

    @cached_property
    def _genders(self) -> dict[EntityId, Gender]:
        return add_pronouns(self.tree.text, self.mentions, find_genders(self.tree, self.mentions))

    @cached_property
    def _bodies(self) -> set[EntityId]:
        """Who is no person after all, and so neither "he" nor "she"."""
        told = find_genders(self.tree, self.mentions)
        return find_bodies(self.tree, self.mentions) - set(told)

    @cached_property
    def _animals(self) -> set[EntityId]:
        return find_animals(self.tree, self.mentions)

    def speaker_of(self, source: Span | None, content: Sequence[Span] = ()) -> EntityId | None:
        """Return the entity that heads the source, or that its pronoun stands for; None where neither is known.

        Whoever is named in the `content` is not taken for the one whom a pronoun stands for.
        """
        words = self.tree.words_in(source) if source is not None else range(0)
        if source is None or not words:
            return None
        inside = self.mentions[bisect_left(self._starts, source.start) : bisect_left(self._starts, source.end)]
        head = self._head(words)
        at = self.tree.span(head, head)
        for mention in inside:
            if mention.start <= at.start and at.end <= mention.end and mention.entity not in self._animals:
                return self._of_place(mention, source) if mention.type == "PLACE" else mention.entity
        for mention in inside:
            if self._is_apposed(mention, head) and mention.entity not in self._animals:
                return mention.entity
        beside = next((mention for mention in inside if self._is_named_beside(mention, words)), None)
        if beside is not None:
            return beside.entity
        named = self._named_at_edge(inside, source, head)
        if named is not None:
            return named.entity
        pronoun = self.tree.word(head).lower()
        if self.tree.tokens.pos[head] == "PRON" and pronoun in _THIRD_PERSONS:
            return self._last_person_before(source.start, content, pronoun in HE)
        return None

    def _is_named_beside(self, mention: Mention, words: range) -> bool:
        """Whether a person's name stands beside another word of a source: "a note from the envoy, Ida Holm"."""
        dep, above = self.tree.tokens.dep, self.tree.tokens.head
        named = mention.type == "PERSON" and mention.form == "name" and mention.entity not in self._animals
        return named and any(
            dep[word] == "appos" and above[word] in words
            for word in self.tree.words_in(Span(mention.start, mention.end))
        )

    def _named_at_edge(self, inside: Sequence[Mention], source: Span, head: int) -> Mention | None:
        """The person at an edge of a source that the parse takes apart.

        "Ida Holm, daughter of the man whom the storm killed" opens with its name, "company chairman and chief executive
        Otto Lund" ends in it.
        """
        names = [each for each in inside if each.type == "PERSON" and each.form == "name"]
        if not names or names[0].entity in self._animals:
            return None
        first, last = names[0], names[-1]
        if first.start == source.start and self.tree.text[first.end : first.end + 1] == ",":
            return first
        before = self.tree.words_in(Span(source.start, last.start))
        tokens = self.tree.tokens
        titles = all(tokens.pos[word] in ("NOUN", "ADJ", "CCONJ") and tokens.tag[word] != "NNS" for word in before)
        ends = last.end == source.end or self.tree.text[last.end] == ","
        apart = bool(before) and tokens.pos[before[-1]] == "CCONJ"
        return last if titles and ends and before and not apart and tokens.tag[head] == "NN" else None

    def _of_place(self, place: Mention, source: Span) -> EntityId:
        """A place speaks itself, unless somebody "of" it was named before it: "Mara Quill of Ness, Highland, said".

        The source may hold no more than the place: whoever stands before it is looked for in the text.
        """
        at = bisect_left(self._person_starts, place.start)
        for person in self._persons[max(0, at - 1) : at]:
            between = self.tree.text[person.end : place.start]
            # "After talks with Quill, Norway said" is Norway's, "Mara Quill, Ness," as source is hers.
            beside = between == ", " and person.start >= source.start
            if person.form == "name" and (beside or _WHENCE.fullmatch(between)):
                return person.entity
        return place.entity

    def _head(self, words: range) -> int:
        heads = self.tree.tokens.head
        return next((word for word in words if heads[word] == word or heads[word] not in words), words[0])

    def _is_apposed(self, mention: Mention, head: int) -> bool:
        """Whether a mention inside the source names its head: "the spokeswoman, Ann Lee", "spokeswoman Ann Lee"."""
        return mention.type == "PERSON" and any(
            self.tree.tokens.dep[word] in ("appos", "compound") and self.tree.tokens.head[word] == head
            for word in self.tree.words_in(Span(mention.start, mention.end))
        )

    def _last_person_before(self, offset: int, content: Sequence[Span], man: bool) -> EntityId | None:
        """The person of whom the nearest sentence before `offset` speaks: its main subject first, then any subject.

        Only one who may be a man, for "he", or a woman, for "she".
        """
        end = bisect_left(self._person_starts, offset)
        before = [
            person
            for person in self._persons[max(0, end - _LOOK_BACK) : end]
            if not any(part.start <= person.start < part.end for part in content) and person.entity not in self._animals
        ]
        if not before:
            return None
        nearest = self.tree.sentence_of(before[-1].start)
        there = [
            person
            for person in before
            if self.tree.sentence_of(person.start) == nearest and person.entity not in self._bodies
        ]
        if not there or self._is_of_somebody_else(offset, there):
            return None
        fitting = [person for person in there if self._may_be(person, man)]
        if not fitting:
            # Whoever stands further off must be known for a man or a woman.
            return next((each.entity for each in reversed(before) if self._is_known(each, man)), None)
        return max(fitting, key=self._prominence).entity

    def _is_of_somebody_else(self, offset: int, persons: Sequence[Mention]) -> bool:
        """Whether the sentence before tells of somebody who is not named, and of `persons` as no subject.

        "The former guard came back with a letter from Ida Holm. He said": the guard said so.
        """
        here, named = self.tree.sentence_of(offset), self.tree.sentence_of(persons[-1].start)
        if here is None or named is None or any(self._prominence(person) for person in persons):
            return False
        for sentence in reversed(self.tree.sentences[named:here]):
            root = self._root(sentence)
            # What "he" goes on with, and what he says, is of whom the sentence before that tells.
            if root is not None and not self._goes_on(root):
                return self._tells_of_nameless(root, persons)
        return False

    def _root(self, sentence: Span) -> int | None:
        heads = self.tree.tokens.head
        return next((word for word in self.tree.words_in(sentence) if heads[word] == word), None)

    def _goes_on(self, root: int) -> bool:
        subjects = [self.tree.word(word).casefold() for word in self.tree.children_by(root, "nsubj", "nsubjpass")]
        index = first_after(self._quotes, self.tree.tokens.start[root])
        quoted = index < len(self._quotes) and self._quotes[index].span.start <= self.tree.tokens.start[root]
        return quoted or not _THIRD_PERSONS.isdisjoint(subjects)

    def _tells_of_nameless(self, root: int, persons: Sequence[Mention]) -> bool:
        """Whether the subject is a noun for a person, and no phrase that a name of `persons` belongs to."""
        tokens = self.tree.tokens
        speaks = tokens.lemma[root].casefold() in load_words("en", "relations", "saying")
        things = load_words("en", "tellings", "pointing", "things")
        return any(
            tokens.tag[word] == "NN"
            and (lemma in nameless() or self._is_who(word) or (speaks and lemma not in things))
            and not any(each.start <= tokens.start[word] < each.end for each in self.mentions)
            and not any(self.tree.phrase(word).covers(Span(each.start, each.end)) for each in persons)
            for word in self.tree.children_by(root, "nsubj", "nsubjpass")
            for lemma in (tokens.lemma[word].casefold(),)
        )

    def _is_who(self, noun: int) -> bool:
        """Whether a relative clause tells that a noun is a person's: "the fighter, who had come back"."""
        clauses = self.tree.children_by(noun, "relcl")
        return any(
            self.tree.word(word).casefold() == "who"
            for clause in clauses
            for word in self.tree.children_by(clause, "nsubj", "nsubjpass")
        )

    def _may_be(self, person: Mention, man: bool) -> bool:
        gender = self._genders.get(person.entity)
        return gender is None or (gender.man if man else gender.woman)

    def _is_known(self, person: Mention, man: bool) -> bool:
        return person.entity in self._genders and self._may_be(person, man)

    def _prominence(self, mention: Mention) -> int:
        """2 for the subject of a main clause, 1 for that of another clause, else 0."""
        tokens = self.tree.tokens
        for word in self.tree.words_in(Span(mention.start, mention.end)):
            if tokens.dep[word] in ("nsubj", "nsubjpass"):
                return 2 if tokens.dep[tokens.head[word]] == "ROOT" else 1
        return 0


@cache
def nameless() -> frozenset[str]:
    """Return the nouns (lemmas) for one person who may have no name in a report: "the former guard", "a source"."""
    titles = title_words()
    return (
        (titles.honorifics | titles.roles)
        | load_words("en", "persons", "unnamed")
        | load_words("en", "persons", "no_roles")
        - load_words("en", "persons", "animals")
        - {"company", "other", "self", "name"}
        | load_words("en", "relations", "unnamed")
    )


def _is_inside(mention: Mention, quotes: Sequence[Quote]) -> bool:
    index = first_after(quotes, mention.start)
    return index < len(quotes) and quotes[index].span.start <= mention.start
