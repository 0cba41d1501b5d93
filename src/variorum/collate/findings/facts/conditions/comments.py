"""Whether somebody has spoken of the matter: "has not commented", "said in a statement"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.findings.facts.conditions.denied_acts import side_of
from variorum.collate.findings.facts.conditions.predications import Predication, find_predications, named_at
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "conditions", "words")
_NONE, _SOME = "none", "some"


def find_comments(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield of each one named whether a sentence tells that nothing has come from them, or what they put out.

    Only what they told all alike counts, a statement or what they wrote on a page of theirs: who "told the Herald" may
    well have told others nothing.
    """
    for told in find_predications(wordings):
        wording = wordings[told.wording]
        lemma = wording.lemma[told.word]
        if told.passive or told.word != told.verb or not (lemma in _words("commenting") or lemma in _words("telling")):
            continue
        if named_at(wording, told.subject) is None:
            continue
        if lemma in _words("commenting") and told.lasting and _is_denied(wording, told.verb):
            value = _NONE
        elif (
            lemma in _words("telling") and _is_public(wording, told) and told.way == "affirmed" and told.when == "past"
        ):
            value = _SOME
        else:
            continue
        if told.agent:
            yield Fact(told.agent.split()[-1], side_of(wordings, told), value)


def _is_denied(wording: Wording, verb: int) -> bool:
    """Whether a verb itself is denied: of what has not been said so far that holds, "yet" or not."""
    return any(wording.dep[i] == "neg" for i in wording.children[verb])


def _is_public(wording: Wording, told: Predication) -> bool:
    """Whether it was said "in a statement", "on Twitter" or the like, by the one who said it."""
    for preposition in (i for i in wording.children[told.verb] if wording.lemma[i] in ("in", "on", "via", "through")):
        for below in wording.children[preposition]:
            if wording.dep[below] == "pobj" and wording.lemma[below] in _words("platforms"):
                return not any(wording.lemma[i] in _words("other") for i in wording.children[below])
            for deeper in wording.children[below]:  # "on his Twitter feed"
                if wording.lemma[deeper] in _words("platforms"):
                    return True
    return False


COMMENT_RELATIONS: tuple[Relation, ...] = (Relation("comments", "status", find_comments, have_other_values),)
