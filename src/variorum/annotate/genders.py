"""Which of the persons of a report are men, and which women, as far as it tells: and which are animals.

A given name, a title ("Mrs."), a noun put beside the name ("her husband, Otto Brandt") or a pronoun that was understood
tells. An animal has a name and is "he" or "she", but says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from variorum.lang.tables import load_words
from variorum.model.annotations import Mention
from variorum.model.span import EntityId, Span
from variorum.text.names import fold_name, men_and_women, title_words
from variorum.text.tree import Tree

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
_NAMED = frozenset({"name", "call", "dub"})


class Gender(msgspec.Struct, frozen=True):
    """Whether a person may be a man, and a woman; both where nothing tells."""

    man: bool = True
    woman: bool = True


_MAN, _WOMAN = Gender(True, False), Gender(False, True)


def find_genders(tree: Tree, mentions: Iterable[Mention]) -> dict[EntityId, Gender]:
    """Return the gender of each person beside whose name something tells it, the first that does."""
    found: dict[EntityId, Gender] = {}
    for mention in mentions:
        if mention.type == "PERSON" and mention.form == "name" and mention.entity not in found:
            told = _told(tree, tree.words_in(Span(mention.start, mention.end)))
            if told is not None:
                found[mention.entity] = told
    return found


def add_pronouns(text: str, mentions: Iterable[Mention], genders: dict[EntityId, Gender]) -> dict[EntityId, Gender]:
    """Return `genders` with those that only pronouns tell, where all of them were understood alike."""
    told: dict[EntityId, set[Gender]] = defaultdict(set)
    for mention in mentions:
        if mention.form == "pronoun":
            told[mention.entity].add(_MAN if text[mention.start : mention.end].casefold() in HE else _WOMAN)
    return {entity: gender for entity, (gender, *others) in told.items() if not others} | genders


def find_animals(tree: Tree, mentions: Iterable[Mention]) -> set[EntityId]:
    """Return the entities that the report calls an animal beside their name: "a cat named Pim", "Pim the cat"."""
    animals = load_words("en", "persons", "animals")
    if animals.isdisjoint(lemma.casefold() for lemma in tree.tokens.lemma):
        return set()
    return {
        mention.entity
        for mention in mentions
        if mention.form == "name"
        and any(
            tree.tokens.lemma[noun].casefold() in animals
            for noun in nouns_beside(tree, tree.words_in(Span(mention.start, mention.end)))
        )
    }


def find_bodies(tree: Tree, mentions: Iterable[Mention]) -> set[EntityId]:
    """Return the entities taken for persons that the report calls a body beside their name: "Varig, the airline"."""
    bodies, have = load_words("en", "persons", "bodies"), load_words("en", "persons", "bodies_have")
    found = set()
    for mention in mentions:
        if mention.type != "PERSON" or mention.form != "name" or mention.entity in found:
            continue
        name = tree.words_in(Span(mention.start, mention.end))
        # Behind a preposition it is where somebody works: "a reporter for the newspaper, Ida Holm".
        beside = [noun for noun in nouns_beside(tree, name) if tree.tokens.dep[noun] != "pobj"] if name else []
        nouns = {tree.tokens.lemma[noun].casefold() for noun in beside}
        if name and (nouns & bodies or _owned(tree, name[-1]) in have):
            found.add(mention.entity)
    return found


def _owned(tree: Tree, last: int) -> str:
    """The word behind a name, folded, or behind its "'s"; "" where the text ends."""
    behind = last + 1
    if behind < len(tree) and tree.word(behind).casefold() in ("'s", "’s", "'", "’"):
        behind += 1
    return tree.word(behind).casefold() if behind < len(tree) else ""


def nouns_beside(tree: Tree, name: Sequence[int]) -> Iterator[int]:
    """Yield the common nouns put beside a name: in apposition, before it, behind "the" or "is", or "a … named"."""
    tokens = tree.tokens
    head = next((word for word in name if tokens.head[word] not in name or tokens.head[word] == word), name[-1])
    above = tokens.head[head]
    beside = [*tree.children_by(head, "appos", "compound"), *((above,) if tokens.dep[head] == "appos" else ())]
    if tokens.dep[head] in ("oprd", "attr", "dobj") and tokens.lemma[above].casefold() in _NAMED:
        beside += [tokens.head[above]] if tokens.dep[above] == "acl" else []
    if tokens.dep[head] == "nsubj" and tokens.lemma[above] == "be":
        beside += tree.children_by(above, "attr")
    # "Pim the cat": the parser reads it in many ways.
    behind = name[-1] + 1
    if behind + 1 < len(tree) and tree.word(behind) == "the" and tokens.head[behind] == behind + 1:
        beside.append(behind + 1)
    yield from (noun for noun in beside if noun not in name and tokens.tag[noun] in ("NN", "NNS"))


def _told(tree: Tree, name: Sequence[int]) -> Gender | None:
    men, women = men_and_women()
    titles = title_words()
    first = fold_name(tree.word(name[0]))
    before = fold_name(tree.word(name[0] - 1)) if name[0] else ""
    several = len(name) > 1
    nouns = {tree.tokens.lemma[noun].casefold() for noun in nouns_beside(tree, name)}
    if before in titles.men or (first in men and several) or nouns & load_words("en", "persons", "men"):
        return _MAN
    if before in titles.women or (first in women and several) or nouns & load_words("en", "persons", "women"):
        return _WOMAN
    return None
