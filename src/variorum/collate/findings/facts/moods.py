"""How a clause is told: as a fact, as denied, or as what may be, is asked about, planned or alleged."""

from __future__ import annotations

from functools import partial
from typing import Literal

import msgspec

from variorum.collate.points import Wording
from variorum.lang.tables import load_words

Way = Literal["affirmed", "denied", "soft"]

# How many clauses above one are asked whether it is a fact.
_STEPS = 6
_words = partial(load_words, "en", "conditions", "words")


class Mood(msgspec.Struct, frozen=True):
    """How a clause is told: as a fact, denied or no fact; and of what time, empty where its own tense tells."""

    way: Way
    when: str = ""


def mood_of(wording: Wording, verb: int, word: int) -> Mood:
    """Return how a clause is told, and what it tells with `word`: what governs it decides with its own words."""
    denials, when, index = _denials(wording, verb), "", verb
    denials += word != verb and wording.dep[word] != "relcl" and _denials(wording, word)  # "pleaded not guilty"
    soft = "?" in wording.text or (denials % 2 == 1 and _is_narrow(wording, verb))
    said = False
    for _ in range(_STEPS):
        may_be, to_come = _own_mood(wording, index)
        soft, when = soft or may_be, when or to_come
        head, label = wording.head[index], wording.dep[index]
        if head == index or label in ("ROOT", "relcl"):
            # "Reports she took it", "claims that it was sold": the parser takes what is claimed for a relative clause.
            soft = soft or (head != index and wording.lemma[head] in _words("claims"))
            break
        step = _step(wording, index)
        # "Declined to say that it had": who does not tell it denies nothing.
        soft = soft or step.way == "soft" or (said and step.way == "denied")
        denials += step.way == "denied"
        said = said or (label == "ccomp" and step.way == "affirmed")
        when = when or step.when
        if label not in ("conj", "ccomp", "xcomp"):
            break
        index = head
    way: Way = "soft" if soft else "denied" if denials % 2 else "affirmed"
    return Mood(way, when)


def _denials(wording: Wording, verb: int) -> int:
    """How often the words of a clause deny it."""
    below = [*wording.children[verb], *(j for i in helping_of(wording, verb) for j in wording.children[i])]
    denying = {i for i in below if wording.dep[i] == "neg" or wording.lemma[i] == "never"}
    if verb > 0 and wording.lemma[verb - 1] == "not" and wording.dep[verb - 1] != "neg":
        denying.add(verb - 1)  # the parser takes the end of "didn’t" for a noun
    count = len(denying)
    for child in wording.children[verb]:
        if wording.dep[child] in ("nsubj", "nsubjpass", "dobj"):
            words = [child, *(i for i in wording.children[child] if wording.dep[i] in ("det", "preconj"))]
            count += any(wording.lemma[i] in _words("nobody") for i in words)
        elif wording.dep[child] in ("cc", "preconj", "advmod"):
            count += wording.lemma[child] in ("neither", "nor")
    return count


def _is_narrow(wording: Wording, verb: int) -> bool:
    """Whether a denial is of a time or a manner only: "not seriously hurt", "has not won since 1990"."""
    for child in wording.children[verb]:
        lemma, label = wording.lemma[child], wording.dep[child]
        narrowing = lemma in _words("narrowing") or lemma.endswith("ly") or label == "npadvmod"
        if label in ("advmod", "npadvmod") and lemma not in _words("wholly") and narrowing:
            return True
        if label == "prep" and (lemma in _words("within") or _is_timed(wording, child)):
            return True
        if label == "advcl" and child > verb:
            return True
        if label in ("acomp", "oprd", "attr", "dobj", "prep", "agent") and _is_contrasted(wording, child):
            return True
    return False


def _is_timed(wording: Wording, preposition: int) -> bool:
    return any(
        (value := wording.value_at.get(i)) is not None and value.time is not None for i in wording.children[preposition]
    )


def _is_contrasted(wording: Wording, index: int) -> bool:
    """Whether "but" or "only" stands at what is denied: "not by the firm but by its owner", "not only Holm"."""
    near = (*wording.children[index], index - 1, index - 2)
    return any(i >= 0 and wording.lemma[i] in ("but", "only", "just", "merely") for i in near)


def _own_mood(wording: Wording, verb: int) -> tuple[bool, str]:
    """Whether a verb tells what may be or hardly is, and "ahead" if it tells of what is to come."""
    may_be = ahead = False
    for child in wording.children[verb]:
        lemma, label = wording.lemma[child], wording.dep[child]
        may_be |= label == "aux" and lemma in _words("open")
        ahead |= label == "aux" and (lemma in _words("ahead") or wording.word(child).casefold() in _words("ahead"))
        may_be |= label == "advmod" and lemma in _words("hedging")
        may_be |= label in ("mark", "advmod") and lemma in _words("supposing")
        # "He stole it, a jury heard": the parser takes what is alleged and the allegation for two of a kind.
        may_be |= (
            label == "conj" and lemma in _words("alleging") and wording.subject_of(child) in wording.children[child]
        )
        may_be |= wording.dep[verb] == "ccomp" and wording.tag[child] in ("WRB", "WP")
    return may_be, "ahead" if ahead else ""


def _step(wording: Wording, index: int) -> Mood:
    """What the word that governs a clause makes of it."""
    head, label = wording.head[index], wording.dep[index]
    governor, plain, soft = wording.lemma[head], Mood("affirmed"), Mood("soft")
    if label == "conj":
        return plain if wording.pos[head] in ("VERB", "AUX") else soft
    if governor == "deny" and label in ("ccomp", "xcomp"):
        # "Denied stealing it" tells of what was, "denied that it is" of what is.
        return Mood("denied", "ever" if label == "xcomp" else "") if not _denials(wording, head) else soft
    if label == "ccomp":
        return plain if governor in _words("telling") and not _denials(wording, head) else soft
    if label == "xcomp":
        if governor == "go":
            return Mood("denied" if _denials(wording, head) else "affirmed", "ahead")
        if governor in load_words("en", "relations", "denying"):
            # "Refused to sign" tells that they did not, and that they will not.
            return Mood("denied", "ever" if governor in _words("refusing") else _tense(wording, head))
        return Mood("affirmed", _tense(wording, head)) if governor in _words("leading") else soft
    if label == "advcl":
        to = any(wording.dep[i] == "aux" and wording.lemma[i] == "to" for i in wording.children[index])
        return soft if to or wording.tag[index] in ("VBG", "VBN") else plain
    return soft


def _tense(wording: Wording, verb: int) -> str:
    return "past" if any(wording.tag[i] in ("VBD", "VBN") for i in (verb, *helping_of(wording, verb))) else "now"


def helping_of(wording: Wording, verb: int) -> list[int]:
    """Return the helping verbs of a verb."""
    return [i for i in wording.children[verb] if wording.dep[i] in ("aux", "auxpass")]
