"""Whether somebody has spoken of the matter: "has not commented", "said in a statement"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.findings.facts.conditions.denied_acts import side_of
from variorum.collate.findings.facts.conditions.predications import find_predications, named_at
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
        wording, lemma = wordings[told.wording], wordings[told.wording].lemma[told.word]
        is_said = lemma in _words("telling")
        if told.passive or told.word != told.verb or not (is_said or lemma in _words("commenting")):
            continue
        if not told.agent or named_at(wording, told.subject) is None:
            continue
        # "Has not commented" holds so far, "yet" or not.
        denied = told.lasting and any(wording.dep[i] == "neg" for i in wording.children[told.verb])
        if not is_said and denied:
            yield Fact(told.agent.split()[-1], side_of(wordings, told), _NONE)
        elif is_said and told.way == "affirmed" and told.when == "past" and _is_public(wording, told.verb):
            yield Fact(told.agent.split()[-1], side_of(wordings, told), _SOME)


def _is_public(wording: Wording, verb: int) -> bool:
    """Whether it was said "in a statement", "on his Twitter feed" or the like, by the one who said it."""
    for preposition in (i for i in wording.children[verb] if wording.lemma[i] in ("in", "on", "via", "through")):
        below = [i for above in wording.children[preposition] for i in (above, *wording.children[above])]
        if any(wording.lemma[i] in _words("platforms") for i in below):
            return not any(wording.lemma[i] in _words("other") for i in below)
    return False


COMMENT_RELATIONS: tuple[Relation, ...] = (Relation("comments", "status", find_comments, have_other_values),)
