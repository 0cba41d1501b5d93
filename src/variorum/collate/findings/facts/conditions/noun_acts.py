"""Acts that a noun tells beside a verb that says little: "made an offer", "came under attack", "paid a visit"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from variorum.collate.points import Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_keys, load_words

_words = partial(load_words, "en", "conditions", "words")


class NounAct(msgspec.Struct, frozen=True):
    """The noun that tells an act, the act's name, the words for who acts and for whom it befalls; None where untold."""

    noun: int
    name: str
    agent: int | None
    patient: int | None


def acts_by_noun(wording: Wording, verb: int, subject: int, thing: int | None, *, passive: bool) -> Iterator[NounAct]:
    """Yield the acts that a verb tells by its object, by its subject ("an offer was made") or behind "under"."""
    lemma = wording.lemma[verb]
    if lemma in _words("coming_under"):
        unders = (i for i in wording.children[verb] if wording.lemma[i] == "under" and wording.dep[i] == "prep")
        for behind in (i for under in unders for i in wording.children[under] if wording.dep[i] == "pobj"):
            name = noun_act(wording.lemma[behind])
            if name is not None:
                yield NounAct(behind, name, _below(wording, verb, behind, "by"), subject)
    if (done := _performed(wording, verb, subject, thing, passive=passive)) is not None:
        yield done
        return
    doing, befalling = lemma in _words("doing"), lemma in _words("undergoing") and not passive
    if not (doing or befalling):
        return
    noun = subject if passive else thing
    name = noun_act(wording.lemma[noun]) if noun is not None and wording.pos[noun] == "NOUN" else None
    if noun is None or name is None:
        return
    if not doing:
        yield NounAct(noun, name, _below(wording, verb, noun, "by"), subject)
    elif passive:
        yield NounAct(noun, name, _below(wording, verb, noun, "by"), _below(wording, verb, noun, "to"))
    else:
        given = next(
            (i for i in wording.children[verb] if wording.dep[i] == "dative" and wording.pos[i] != "ADP"), None
        )
        yield NounAct(noun, name, subject, _below(wording, verb, noun, "to") if given is None else given)


def _performed(wording: Wording, verb: int, subject: int, thing: int | None, *, passive: bool) -> NounAct | None:
    """What a verb tells that says of its noun only that it was done: "performed a biopsy", "the biopsy took place"."""
    done = wording.with_particle(verb)
    takes_place = done == "take" and thing is not None and wording.lemma[thing] == "place"
    occurring = not passive and (takes_place or done in _words("occurring"))
    if not occurring and done not in _words("performing"):
        return None
    noun = subject if passive or occurring else thing
    if noun is None or wording.pos[noun] != "NOUN" or not is_kind_of(wording.lemma[noun], "act"):
        return None
    name = noun_act(wording.lemma[noun]) or wording.lemma[noun]
    if done == "undergo":
        return NounAct(noun, name, _below(wording, verb, noun, "by"), subject)
    agent = _below(wording, verb, noun, "by") if passive or occurring else subject
    return NounAct(noun, name, agent, _below(wording, verb, noun, "on"))


def noun_act(noun: str) -> str | None:
    """Return the name of the act that a noun (a lemma) tells of; None for a noun of anything else."""
    return load_keys("en", "conditions", "nouns").get(noun)


def _below(wording: Wording, verb: int, noun: int, role: str) -> int | None:
    """Who acts ("by", "from") or whom it befalls ("to", "on", "against"), by a preposition at the noun or the verb.

    Of what is only told to be done it befalls what stands behind "on" or "of": "at" and "with" tell where and how.
    """
    prepositions = _words("agents") if role == "by" else _words("patients") if role == "to" else {"on", "of", "to"}
    for above in (noun, verb):
        for child in wording.children[above]:
            if (
                child > above
                and wording.lemma[child] in prepositions
                and wording.dep[child] in ("prep", "agent", "dative")
            ):
                found = next((i for i in wording.children[child] if wording.dep[i] == "pobj"), None)
                if found is not None and (at := wording.value_at.get(found)) is not None and at.time is not None:
                    continue
                if found is not None:
                    return found
    return None
