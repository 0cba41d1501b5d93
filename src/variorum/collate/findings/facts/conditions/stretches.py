"""The stretch of a sentence that tells an act or a state, with what denies it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.conditions.moods import helping_of
from variorum.collate.findings.facts.conditions.predications import Predication, is_out_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording, denying_words
from variorum.lang.tables import load_words

# Words from a helping verb to its verb ("has not yet said").
_ADVERBS = 4
# Words, and steps up, from an act to the verb that denies it.
_NEAR = 8
_STEPS = 4
_words = partial(load_words, "en", "conditions", "words")


def side_of(wordings: Sequence[Wording], told: Predication) -> Side:
    """Return the stretch that tells it: from what denies it or a helping verb before it up to the word itself."""
    wording, first = wordings[told.wording], told.word
    if wording.dep[told.word] == "relcl" and told.verb != told.word:
        first = min(told.verb, told.word)  # "is not the one who fired"
    elif wording.dep[wording.head[told.word]] == "prep" and told.is_state:
        first = wording.head[told.word]  # "in custody", "on the run"
        first = wording.head[first] if is_out_of(wording, first) else first
    elif wording.dep[told.word] == "xcomp" and wording.lemma[wording.head[told.word]] in _words("planning"):
        first = min(first, wording.head[told.word])  # "plans to sell"
    elif told.way == "denied" and wording.lemma[wording.head[told.word]] in _words("looking"):
        first = min(first, wording.head[told.word])  # "did not appear to attack"
    while first > 0 and (wording.dep[first - 1] in ("aux", "auxpass", "neg") or wording.lemma[first - 1] == "not"):
        first -= 1
    helping = [i for i in helping_of(wording, told.verb) if first - _ADVERBS <= i < first]
    if helping and all(wording.dep[i] in ("aux", "auxpass", "neg", "advmod") for i in range(min(helping), first)):
        first = min(helping)  # "has not yet commented"
    if told.way == "denied" and not any(wording.dep[i] == "neg" for i in range(first, told.word)):
        denying = {"deny"} | denying_words()
        above = [i for i in wording.above(told.word, _STEPS) if first - _NEAR <= i < first]
        first = next((i for i in above if wording.lemma[i] in denying), first)  # "denied that it was in talks"
    if told.noun is not None:
        edges = (first, told.word, told.noun, *(i for i in wording.children[told.noun] if wording.dep[i] == "det"))
        if max(edges) - min(edges) <= _NEAR:
            return Side(told.wording, Unit(min(edges), max(edges) + 1, None))
    after = told.word + 1
    particle = after < len(wording) and (
        wording.lemma[after] == told.name.partition("_")[2] or wording.dep[after] == "prt"
    )
    return Side(told.wording, Unit(first, told.word + 1 + particle, None))
