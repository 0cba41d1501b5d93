"""What the noun or preposition that a clause hangs on makes of it: "denied reports that", "without paying"."""

from __future__ import annotations

from functools import partial
from typing import Literal

import msgspec

from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "conditions", "words")
# How far above a clause the claim is that it is part of: "claims that the man who ran was caught".
_STEPS = 6
_PREPOSITIONS = ("prep", "agent", "dative")


class Governed(msgspec.Struct, frozen=True):
    """What becomes of a clause: how often it is denied, of what time, and the word above for its subject.

    `claimed` is "told" where others report it, "alleged" where somebody is accused of it, else empty.
    """

    claimed: Literal["", "told", "alleged"] = ""
    denials: int = 0
    when: str = ""
    subject: int | None = None


def govern(wording: Wording, clause: int) -> Governed | None:
    """Return what governs a clause that is no verb's own complement; None where nothing is known to."""
    head, label = wording.head[clause], wording.dep[clause]
    if label in ("acl", "relcl"):
        return _by_noun(wording, clause, head)
    if label == "pcomp":
        return _by_preposition(wording, head)
    if label in ("ccomp", "csubj"):
        # "It is false that", "falsely said that".
        falsely = any(wording.lemma[i] in _words("falsely") and i < clause for i in wording.children[head])
        return Governed(denials=1) if falsely or falsity_of(wording, head) else None
    return None


def _by_noun(wording: Wording, clause: int, noun: int) -> Governed | None:
    if wording.pos[noun] not in ("NOUN", "PROPN"):
        return None
    to = any(wording.dep[i] == "aux" and wording.lemma[i] == "to" for i in wording.children[clause])
    if wording.lemma[noun] in _words("intents") and to:
        return _planned(wording, noun)
    for claim in (noun, *wording.above(noun, _STEPS)):
        if wording.lemma[claim] in _words("claims"):
            # What stands at a noun of the claim is claimed, but nobody denies it: "the story that the man who ran".
            if claim == noun and is_refuted(wording, claim):
                return Governed(denials=1)
            return Governed(claimed="told" if wording.lemma[claim] in _words("reports") else "alleged")
    return None


def _by_preposition(wording: Wording, preposition: int) -> Governed | None:
    """What "without", "no plans for" and "denied claims of" make of the verb behind them."""
    above = wording.head[preposition]
    if wording.dep[preposition] not in _PREPOSITIONS or above == preposition:
        return None
    if _is_in_place_of(wording, preposition):
        above = wording.verb_above(above)
        when = "past" if any(wording.tag[i] in ("VBD", "VBN") for i in (above, *wording.children[above])) else "now"
        return Governed(denials=1, when=when, subject=wording.subject_of(above))
    if wording.lemma[preposition] not in ("of", "for", "with", "about"):
        return None
    if wording.lemma[above] in _words("intents"):
        return _planned(wording, above)
    if wording.lemma[above] in ("process", "midst") and wording.lemma[wording.head[above]] == "in":
        return Governed(when="now", subject=wording.subject_of(wording.verb_above(above)))
    if wording.lemma[above] in _words("claims") and is_refuted(wording, above):
        verb = wording.verb_above(above)
        whose = next((i for i in wording.children[above] if wording.dep[i] == "poss"), None)
        by_others = wording.head[above] == verb and wording.dep[above] != "dobj"  # "her claims of being hit are untrue"
        return Governed(denials=1, when="ever", subject=whose if by_others else wording.subject_of(verb))
    return None


def _is_in_place_of(wording: Wording, preposition: int) -> bool:
    """Whether what stands behind a preposition was not done: "without paying", "instead of paying"."""
    lemma, above = wording.lemma[preposition], wording.head[preposition]
    if lemma == "of":
        return any(wording.lemma[i] == "instead" for i in wording.children[preposition])
    return (lemma == "without" and wording.pos[above] in ("VERB", "AUX")) or (
        lemma == "from" and wording.lemma[above] == "far"
    )


def _planned(wording: Wording, noun: int) -> Governed | None:
    """What becomes of a plan: "has no plans to", "denied plans to", "announced plans to"; None of any other."""
    verb = wording.head[noun]
    none = any(wording.lemma[i] == "no" for i in wording.children[noun])
    there = any(wording.dep[i] == "expl" for i in wording.children[verb])
    lemma = wording.lemma[verb]
    if any(wording.dep[i] == "neg" for i in wording.children[verb]):
        none = not none
    if wording.dep[noun] not in ("dobj", "attr") or not (there or lemma in _words("announcing") | _words("refuting")):
        return None
    denied = none != (lemma in _words("refuting"))
    return Governed(denials=int(denied), when="ahead", subject=None if there else wording.subject_of(verb))


def is_refuted(wording: Wording, noun: int) -> bool:
    """Return whether a noun is told not to be so: "denied the claim", "reports are untrue", "no truth to the story"."""
    above, label = wording.head[noun], wording.dep[noun]
    while label == "conj" and wording.pos[above] == "NOUN":
        above, label = wording.head[above], wording.dep[above]
    if label == "pobj" and wording.lemma[above] in ("to", "in", "of", "behind"):
        truth = wording.head[above]
        return wording.lemma[truth] == "truth" and any(wording.lemma[i] == "no" for i in wording.children[truth])
    if any(wording.dep[i] == "neg" for i in wording.children[above]):
        return label in ("nsubj", "csubj") and falsity_of(wording, above)
    if label == "dobj" and any(
        wording.dep[i] == "ccomp" and i > noun and falsity_of(wording, i) for i in wording.children[above]
    ):
        return True  # "said reports that he left are untrue": the parser takes the reports for what is said
    if label in ("dobj", "nsubjpass"):
        return wording.with_particle(above) in _words("refuting")
    return label == "nsubj" and falsity_of(wording, above)


def falsity_of(wording: Wording, verb: int) -> bool:
    """Return whether a verb tells that something is not so: "is false", "is not true"."""
    words = [i for i in wording.children[verb] if wording.dep[i] in ("acomp", "attr", "oprd")]
    denied = any(wording.dep[i] == "neg" for i in wording.children[verb])
    truth = _words("true") if denied else _words("false")
    return wording.lemma[verb] == "be" and any(wording.lemma[i] in truth for i in words)
