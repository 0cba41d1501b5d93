"""Of which kind an act is that a word tells, with the words beside it that name the kind together with it.

"Was shot", "opened fire" and "the shooting" are of one kind; so are "convicted" and "found guilty". The kinds are rows
of `lang/en/occasions.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words

_BESIDE_VERB = frozenset({"prt", "prep", "advmod", "dobj", "oprd", "acomp", "attr", "xcomp", "ccomp", "advcl"})
_BESIDE_NOUN = frozenset({"compound", "amod", "nmod"})


class Phrase(NamedTuple):
    """A word for an act with what the table knows it together with: "take_into_custody"; `used` are the other words."""

    lemma: str
    used: frozenset[int] = frozenset()


def is_of_table(kind: str) -> bool:
    """Return whether a kind of act is one of the table."""
    return _kinds().get(kind) == kind


@cache
def words_of(kinds: frozenset[str]) -> frozenset[str]:
    """Return all words that can tell an act of some kinds, those of a phrase one by one."""
    return frozenset(word for phrase, kind in _kinds().items() if kind in kinds for word in phrase.split("_"))


def kind_of(wording: Wording, at: int) -> str | None:
    """Return the kind of act that a word tells, a verb's lemma for one that is of no row; None where it tells none."""
    phrase = phrase_at(wording, at).lemma
    is_verb_alone = wording.pos[at] == "VERB" and phrase in load_words("en", "occasions", "nouns")
    if phrase in _kinds() and not is_verb_alone:
        return _kinds()[phrase]
    has_particle = any(wording.dep[child] == "prt" for child in wording.children[at])
    return None if wording.pos[at] != "VERB" or has_particle else wording.lemma[at]


def kind_of_noun(wording: Wording, noun: int) -> str | None:
    """Return the kind of happening that a noun is for; None where it is for none of the table."""
    return _kinds().get(phrase_at(wording, noun).lemma)


def phrase_at(wording: Wording, index: int) -> Phrase:
    """Return a word with what stands beside it where the table knows both together, else the word alone."""
    lemma = wording.lemma[index]
    if lemma in _heads():
        for phrase in _phrases_at(wording, index):
            if phrase.lemma in _known():
                return phrase
    return Phrase(lemma)


def _phrases_at(wording: Wording, index: int) -> Iterator[Phrase]:
    lemma = wording.lemma[index]
    for child in wording.children[index]:
        beside = wording.lemma[child].lower()
        if wording.pos[index] == "NOUN":
            if wording.dep[child] in _BESIDE_NOUN:
                yield Phrase(f"{beside}_{lemma}", frozenset({child}))
        elif wording.dep[child] in _BESIDE_VERB:
            yield from _with_preposition(wording, lemma, child)
            yield Phrase(f"{lemma}_{beside}", frozenset({child}))


def _with_preposition(wording: Wording, lemma: str, preposition: int) -> Iterator[Phrase]:
    """A verb with what a preposition brings: "take_into_custody"; the parser hangs the second of two on the first."""
    for noun in wording.children[preposition]:
        if wording.dep[noun] == "pobj":
            yield Phrase(f"{lemma}_{wording.lemma[preposition]}_{wording.lemma[noun].lower()}", frozenset({noun}))
            for each in wording.children[noun] if wording.lemma[preposition] == "from" else ():
                yield from _with_preposition(wording, lemma, each)


@cache
def _known() -> frozenset[str]:
    return frozenset(_kinds()) | load_words("en", "occasions", "befalling")


@cache
def _heads() -> frozenset[str]:
    """The words of which a phrase of the table can be: the first of a verb's, the last of a noun's."""
    return frozenset(
        word for phrase in _known() if "_" in phrase for word in (phrase.split("_")[0], phrase.split("_")[-1])
    )


@cache
def _kinds() -> dict[str, str]:
    rows = [row.split() for row in load_table("en", "occasions")["acts"]]
    return {word: row[0] for row in rows for word in row}
