"""What the main clauses of a sentence tell: who did what to whom, by the words that all reports have for it.

"The club placed Lund on the reserve list", "the coach announced that Lund was placed on reserve": one deed, though the
sentences share few words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.compare.words import relation_of_words
from variorum.collate.likeness import Sentence
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.text.tree import Tree

_NOUNS = ("NOUN", "PROPN", "PRON")
# Verbs that tell no deed by themselves.
_EMPTY = frozenset({"be", "have", "do", "go", "get", "take", "make", "come", "become"})


class Deed(msgspec.Struct, frozen=True):
    """A verb with who does it and whom it is done to: entities across reports, else lemmas of nouns.

    `is_named` where an entity does it, `is_done` where the verb tells it as past.
    """

    verb: str
    doers: frozenset[str]
    others: frozenset[str]
    is_named: bool
    is_done: bool


def deeds_of(storyline: Storyline, sentence: Sentence) -> tuple[Deed, ...]:
    """Return the deeds that a sentence tells in its main clause, or in what is said there, joined ones too."""
    tree = storyline.trees[sentence.report]
    if tree is None:
        return ()
    roots = [word for word in tree.words_in(sentence.span) if tree.tokens.head[word] == word]
    return tuple(_deed(storyline, sentence, tree, verb) for root in roots for verb in _told(tree, root))


def plans_in(storyline: Storyline, sentence: Sentence) -> tuple[Deed, ...]:
    """Return the deeds that a sentence tells as planned, in whatever clause: "where he is set to meet Lund"."""
    tree = storyline.trees[sentence.report]
    if tree is None:
        return ()
    ahead = load_words("en", "status", "ahead")
    planning = [word for word in tree.words_in(sentence.span) if tree.tokens.lemma[word].casefold() in ahead]
    planned = [verb for word in planning for verb in tree.children_by(word, "xcomp")]
    return tuple(_deed(storyline, sentence, tree, verb) for verb in planned if tree.tokens.pos[verb] == "VERB")


def tell_one_deed(one: Sequence[Deed], other: Sequence[Deed]) -> bool:
    """Return whether two sentences tell a deed of one and the same, in words that can say the same."""
    return any(_are_one(left, right) for left in one for right in other)


def _are_one(one: Deed, other: Deed) -> bool:
    doers, others = one.doers & other.doers, one.others & other.others
    # Who dies in a story does it once, whatever he is called: "the actress died", "Lund died on Monday".
    is_once = one.verb == other.verb and one.verb in load_words("en", "occasions", "once")
    if is_once and not (one.is_named and other.is_named) and not (one.others or other.others):
        return True
    if not (doers or others):
        return False
    if not (doers or not one.doers or not other.doers) or not (others or not one.others or not other.others):
        return False
    return one.verb == other.verb or relation_of_words(one.verb, other.verb) == "same"


def _told(tree: Tree, root: int) -> Iterator[int]:
    """The verbs that tell what happened: the main one and those joined to it.

    Of a verb of saying it is what is said, of one of planning what is planned.
    """
    for verb in (root, *tree.children_by(root, "conj")):
        if tree.tokens.pos[verb] != "VERB":
            continue
        lemma = tree.tokens.lemma[verb].casefold()
        said = tree.children_by(verb, "ccomp")
        planned = tree.children_by(verb, "xcomp") if lemma in load_words("en", "status", "ahead") else []
        if planned:
            yield from planned
            continue
        if said and lemma in load_words("en", "relations", "saying"):
            yield from (each for each in said if tree.tokens.pos[each] == "VERB")
        elif lemma not in _EMPTY and lemma not in load_words("en", "relations", "saying"):
            yield verb


def _deed(storyline: Storyline, sentence: Sentence, tree: Tree, verb: int) -> Deed:
    subject = tree.subject_of(verb)
    is_passive = subject is not None and tree.tokens.dep[subject] in ("nsubjpass", "csubjpass")
    done_by = [each for agent in tree.children_by(verb, "agent") for each in tree.children_by(agent, "pobj")]
    with_whom = [
        each
        for preposition in tree.children_by(verb, "prep")
        if tree.word(preposition).casefold() == "with"
        for each in tree.children_by(preposition, "pobj")
    ]
    subjects = [subject] if subject is not None else []
    doers, others = (done_by, subjects) if is_passive else (subjects, [])
    done_to = [*others, *tree.children_by(verb, "dobj"), *with_whom]
    keys = frozenset(_keys(storyline, sentence, tree, doers))
    return Deed(
        verb=tree.tokens.lemma[verb].casefold(),
        doers=keys,
        others=frozenset(_keys(storyline, sentence, tree, done_to)),
        is_named=not keys.isdisjoint(storyline.entities),
        is_done=_is_done(tree, verb),
    )


def _is_done(tree: Tree, verb: int) -> bool:
    helping = {tree.tokens.lemma[word].casefold() for word in tree.children_by(verb, "aux", "auxpass")}
    is_past = any(tree.tokens.tag[word] == "VBD" for word in (verb, *tree.children_by(verb, "auxpass")))
    return is_past or ("have" in helping and tree.tokens.tag[verb] == "VBN")


def _keys(storyline: Storyline, sentence: Sentence, tree: Tree, words: Sequence[int]) -> Iterator[str]:
    mentions = storyline.mention_at(sentence.report)
    for word in words:
        mention = mentions.get(word)
        entity = None if mention is None else storyline.entity_of(sentence.report, mention.entity)
        if entity is not None:
            yield storyline.state_of(entity)
        elif tree.tokens.pos[word] in _NOUNS:
            yield tree.tokens.lemma[word].casefold()
