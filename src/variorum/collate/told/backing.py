"""Whether another report's sentence is a second witness for what one tells, and how much of it can be told so.

A sentence of the news tells more than others have ("Lee gave him a medal, the highest there is, which he put on"): less
what trails behind a comma, it tells what they have too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from variorum.collate.compare.words import relation_of_words
from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.collate.told.telling import is_whole, news_of
from variorum.lang.tables import load_words
from variorum.model.annotations import Mention
from variorum.model.span import Span
from variorum.text.marks import is_balanced
from variorum.text.tree import Tree

# A sentence that agrees on one value backs all of another one if it has the words for so much of it; the less is left
# of that, the more; and most where names are all that they agree on.
_BACKED, _BACKED_PART, _BACKED_BY_NAMES = 0.36, 0.5, 0.75
# Who has the words for so much needs none for the verb: "discharged" or "allowed to go home".
_WELL_BACKED = 0.6
_TRAILING = frozenset({"relcl", "acl", "advcl", "appos", "conj", "parataxis", "prep", "npadvmod"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "till", "but", "though", "although", "than", "without"})
# Verbs that tell little: what is told stands beside them.
_EMPTY = frozenset({"be", "have", "do", "make", "take", "get", "go"})
_LEAST = 6  # words of what is told
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would", "may", "might", "could", "can", "should", "must"})
_PLANNED = frozenset({"expect", "schedule", "plan", "slate", "set", "due", "intend", "want", "hope", "seek", "try"})
# Sentences before one, in which "he" has his name.
_NEAR = 2


class Backing:
    """What the sentences of a storyline name and count, and which of them stand for one another."""

    def __init__(self, storyline: Storyline, likeness: Likeness) -> None:
        self.storyline = storyline
        self.likeness = likeness

    def parts(self, sentence: Sentence) -> Iterator[Span]:
        """Yield what a sentence tells, whole and then less and less of what trails behind its commas."""
        place = news_of(self.storyline, sentence)
        yield place
        tree = self.storyline.trees[sentence.report]
        while tree is not None:
            shorter = _without_trail(tree, place)
            if shorter is None:
                return
            place = shorter
            if is_whole(tree, place) and is_balanced(self.storyline.words(sentence.report, place)):
                yield place

    def backs(self, other: Sentence, sentence: Sentence, place: Span, *, is_of_names: bool = False) -> bool:
        """Whether another sentence is a second witness for a place: of much of its words, all its figures and names.

        Two that agree on nothing but names (`is_of_names`) must share the more.
        """
        least = _BACKED_BY_NAMES if is_of_names else _BACKED if place.end == sentence.end else _BACKED_PART
        if self.likeness.covered_in(sentence, place, other) < least:
            return False
        if not self._figures(sentence, place) <= self._figures(other, other.span):
            return False
        return self._has_names(other, sentence, place) and not self._is_otherwise(other, sentence, place, is_of_names)

    def _is_otherwise(self, other: Sentence, sentence: Sentence, place: Span, is_of_names: bool) -> bool:
        """Whether the other tells of the same verbs that it was not so, or may be.

        It must have a word for one of the verbs, and for each main one where it is to stand for a part of a sentence,
        or for other names.
        """
        tree, across = self.storyline.trees[sentence.report], self.storyline.trees[other.report]
        if tree is None or across is None:
            return False
        is_plain = not is_of_names and place.end == sentence.end and self._names(sentence) <= self._names(other)
        for verb in _told_verbs(tree, place):
            same = [word for word in across.words_in(other.span) if _can_say(tree, verb, across, word)]
            verbs = [word for word in same if _is_verb(across, word)]
            if verbs and all(_mood(tree, verb) != _mood(across, word) for word in verbs):
                return True
            if not same and not is_plain:
                return True
        return not _has_a_verb(tree, place, across, other) and (
            self.likeness.covered_in(sentence, place, other) < _WELL_BACKED
        )

    def _names(self, sentence: Sentence) -> set[str]:
        """The words of names in a sentence, those of days and months left out."""
        tree = self.storyline.trees[sentence.report]
        if tree is None:
            return set()
        words = set(tree.words_in(news_of(self.storyline, sentence))) - self._dated(sentence, tree)
        return {tree.tokens.lemma[word].casefold() for word in words if tree.tokens.pos[word] == "PROPN"}

    def _has_names(self, other: Sentence, sentence: Sentence, place: Span) -> bool:
        """Whether the other sentence names all that a place names, in its own words, or as "he" just after the name."""
        tree, across = self.storyline.trees[sentence.report], self.storyline.trees[other.report]
        if tree is None or across is None:
            return True
        named, theirs = self._entities(other), set(_lemmas(across, other.span))
        leaning = _has_free_pronoun(across, other, self.storyline.mention_at(other.report))
        before = self._entities_before(other) if leaning else set()
        mentions = self.storyline.mention_at(sentence.report)
        dated = self._dated(sentence, tree)
        for word in tree.words_in(place):
            lemma = tree.tokens.lemma[word].casefold()
            if tree.tokens.pos[word] != "PROPN" or word in dated or lemma in theirs or _is_title(tree, word):
                continue
            mention = mentions.get(word)
            entity = None if mention is None else self.storyline.entity_of(sentence.report, mention.entity)
            if entity is None or self.storyline.state_of(entity) not in named | before:
                return False
        return True

    def _entities(self, sentence: Sentence) -> set[str]:
        tree = self.storyline.trees[sentence.report]
        mentions = self.storyline.mention_at(sentence.report)
        inside = tree.words_in(sentence.span) if tree is not None else range(0)
        found = (
            self.storyline.entity_of(sentence.report, mentions[word].entity) for word in inside if word in mentions
        )
        return {self.storyline.state_of(entity) for entity in found if entity is not None}

    def _entities_before(self, sentence: Sentence) -> set[str]:
        """The entities that the sentences before one name."""
        near = self.likeness.by_place[sentence.report][max(0, sentence.index - _NEAR) : sentence.index]
        return {entity for each in near for entity in self._entities(each)}

    def _dated(self, sentence: Sentence, tree: Tree) -> set[int]:
        """The words of times in a sentence: names of days and months name nothing."""
        times = self.storyline.by_id[sentence.report].layers.times or ()
        inside = (time for time in times if sentence.start <= time.start < sentence.end)
        return {word for time in inside for word in tree.words_in(Span(time.start, time.end))}

    def _figures(self, sentence: Sentence, place: Span) -> set[tuple[str | None, str]]:
        layers = self.storyline.by_id[sentence.report].layers
        amounts = (
            (each.unit, f"{each.value if each.value is not None else (each.low, each.high)}")
            for each in layers.quantities or ()
            if place.start <= each.start < place.end and each.kind != "ordinal"
        )
        lengths = (
            ("time", each.value)
            for each in layers.times or ()
            if place.start <= each.start < place.end and each.type == "DURATION"
        )
        return {*amounts, *lengths}


def _has_a_verb(tree: Tree, place: Span, across: Tree, other: Sentence) -> bool:
    """Whether a sentence has a word for any verb of a place, or the place has no verb."""
    verbs = [word for word in tree.words_in(place) if _is_verb(tree, word)]
    return not verbs or any(
        _can_say(tree, verb, across, word) for verb in verbs for word in across.words_in(other.span)
    )


def _told_verbs(tree: Tree, place: Span) -> Iterator[int]:
    """The main verbs of a place that tell what happened: of a verb of saying what is said."""
    for root in (word for word in tree.words_in(place) if tree.tokens.head[word] == word):
        lemma = tree.tokens.lemma[root].casefold()
        said = [word for word in tree.children_by(root, "ccomp") if _is_verb(tree, word)]
        is_saying = lemma in load_words("en", "relations", "saying")
        joined = [word for word in tree.children_by(root, "conj") if _is_verb(tree, word)]
        for word in said if is_saying else [root, *joined]:
            if (
                _is_verb(tree, word)
                and word in tree.words_in(place)
                and tree.tokens.lemma[word].casefold() not in _EMPTY
            ):
                yield word


def _is_verb(tree: Tree, word: int) -> bool:
    return tree.tokens.pos[word] == "VERB"


def _can_say(tree: Tree, verb: int, across: Tree, word: int) -> bool:
    """Whether a word can say what a verb does: the same verb, one near to it, or a noun for it."""
    lemma, other = tree.tokens.lemma[verb].casefold(), across.tokens.lemma[word].casefold()
    if _is_verb(across, word):
        return lemma == other or relation_of_words(lemma, other) in ("same", "wider")
    return across.tokens.pos[word] == "NOUN" and relation_of_words(lemma, other) == "same"


def _lemmas(tree: Tree, place: Span) -> Iterator[str]:
    return (tree.tokens.lemma[word].casefold() for word in tree.words_in(place))


def _is_title(tree: Tree, word: int) -> bool:
    """Whether a word is a form of address before a name: "Dr. Lund", "President Berg"."""
    is_before = word + 1 < len(tree) and tree.tokens.pos[word + 1] == "PROPN"
    return is_before and tree.word(word).rstrip(".") in load_words("en", "titles", "honorifics")


def _has_free_pronoun(tree: Tree, sentence: Sentence, mentions: Mapping[int, Mention]) -> bool:
    """Whether "he", "she" or "they" in a sentence stands for somebody whom no reading of it has found."""
    return any(tree.tokens.tag[word] == "PRP" and word not in mentions for word in tree.words_in(sentence.span))


def _mood(tree: Tree, verb: int) -> tuple[bool, bool]:
    """Whether a verb is denied, and whether it tells what is not yet or may be."""
    above = verb
    while tree.tokens.dep[above] == "xcomp":
        above = tree.tokens.head[above]
    helping = {tree.word(each).casefold() for each in tree.children_by(verb, "aux")}
    is_ahead = bool(helping & _AHEAD) or (above != verb and tree.tokens.lemma[above].casefold() in _PLANNED)
    return any(tree.children_by(word, "neg") for word in (verb, above)), is_ahead


def _without_trail(tree: Tree, place: Span) -> Span | None:
    """A place less the longest phrase at its end that a comma parts from it; None where there is none."""
    words = tree.words_in(place)
    told = [word for word in words if tree.tokens.pos[word] != "PUNCT"]
    roots = [word for word in words if tree.tokens.head[word] == word]
    # "Lund, fired in June, ..." is no clause, whatever the parse says.
    if not told or len(roots) != 1 or (roots[0] > words[0] and tree.word(roots[0] - 1) == ","):
        return None
    starts = []
    for word in words:
        below = tree.subtree(word)
        if tree.tokens.dep[word] not in _TRAILING or below[0] <= roots[0] or below[-1] < told[-1]:
            continue
        first = below[0]
        while first - 1 > roots[0] and tree.tokens.pos[first - 1] == "CCONJ":
            first -= 1
        marked = {tree.word(each).casefold() for each in (*below[:2], *range(first, below[0]))}
        if tree.word(first - 1) in (",", "—", "–") and marked.isdisjoint(_CONDITIONS):
            starts.append(first - 1)
    # The shortest goes first: what is left tells the most.
    end = max((start for start in starts if start - words[0] >= _LEAST), default=None)
    return None if end is None else Span(place.start, tree.tokens.end[end - 1])
