"""The acts that a sentence tells: who does, undergoes or is what, clause by clause.

A clause is what hangs on its verb and on no other verb that tells something by itself; an aim ("agreed to pay"), what
is asked ("investigating whether ...") and a condition belong to the clause that they hang on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from variorum.collate.findings.facts.clauses import subject_meant
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_VERBS = ("VERB", "AUX")
_PARTS = ("aux", "auxpass", "xcomp", "amod", "csubj", "csubjpass")
_CLAUSES = ("csubj", "csubjpass")
_CONDITIONS = frozenset({"if", "unless", "whether"})
_MOODS = {"can": "may", "could": "may", "might": "may", "shall": "will", "would": "will", "'ll": "will", "'d": "will"}
_HELPING = ("have", "be", "do")
# Verbs of saying that tell an act where they have no clause and no words: what they are about.
_ABOUT = frozenset({"against", "about", "of", "over"})


class Act(msgspec.Struct, frozen=True):
    """A clause: the word that says what is so (its verb, or behind "be" what somebody is), its verb, subject and words.

    `mood` is "" of what is told as so, "will" of what is to come, "may" of what is possible, or another modal verb.
    """

    top: int
    verb: int
    subject: int
    words: frozenset[int]
    mood: str


def acts_of(wording: Wording) -> Iterator[Act]:
    """Yield the acts that a sentence tells, in the order of their verbs: no questions, conditions or aims."""
    if not wording.has_verb or "?" in wording.text:
        return
    clauses: dict[int, set[int]] = defaultdict(set)
    for index in range(len(wording)):
        clauses[_clause_of(wording, index)].add(index)
    for verb, words in sorted(clauses.items()):
        top, subject = _top(wording, verb), _subject(wording, verb)
        if top is not None and subject is not None and _is_clause(wording, verb):
            yield Act(top, verb, subject, frozenset((*words, subject)), _mood(wording, verb))


def _clause_of(wording: Wording, index: int) -> int:
    """The verb whose clause a word belongs to."""
    while wording.head[index] != index and not (wording.pos[index] in _VERBS and _is_clause(wording, index)):
        index = wording.head[index]
    return index


def _is_clause(wording: Wording, verb: int) -> bool:
    """Whether a verb tells something by itself: it is no part of another one, no aim, nothing asked, no condition."""
    return wording.dep[verb] not in _PARTS and not _is_aim(wording, verb) and not _is_conditional(wording, verb)


def _is_aim(wording: Wording, verb: int) -> bool:
    return any(wording.tag[i] == "TO" for i in wording.children[verb])


def _is_conditional(wording: Wording, verb: int) -> bool:
    return any(wording.dep[i] in ("mark", "advmod") and wording.lemma[i] in _CONDITIONS for i in wording.children[verb])


def _subject(wording: Wording, verb: int) -> int | None:
    clause = next((i for i in wording.children[verb] if wording.dep[i] in _CLAUSES), None)
    return subject_meant(wording, verb) if clause is None else clause


def _top(wording: Wording, verb: int) -> int | None:
    """The word that says what is so; None of a verb that only says who tells it."""
    if wording.lemma[verb] in load_words("en", "relations", "saying") and not _is_about(wording, verb):
        return None
    if wording.pos[verb] == "VERB" and wording.is_content[verb]:
        return verb
    told = (i for i in wording.children[verb] if wording.dep[i] in ("acomp", "attr") and wording.is_content[i])
    return next(told, None) if wording.lemma[verb] == "be" else None


def _is_about(wording: Wording, verb: int) -> bool:
    """Whether a verb of saying tells what somebody spoke of and not what he said: "warned against trade barriers"."""
    below = wording.children[verb]
    says = any(wording.dep[i] in ("ccomp", "parataxis") or wording.word(i) in '“”"' for i in below)
    return not says and any(wording.dep[i] == "prep" and wording.lemma[i] in _ABOUT for i in below)


def _mood(wording: Wording, verb: int) -> str:
    helping = (wording.lemma[i] for i in wording.children[verb] if wording.dep[i] == "aux")
    return next((_MOODS.get(word, word) for word in helping if word not in _HELPING), "")
