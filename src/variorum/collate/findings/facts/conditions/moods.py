"""How a clause is told: as a fact, as denied, or as what may be, is asked about, planned or alleged."""

from __future__ import annotations

from functools import cache, partial
from typing import Literal

import msgspec

from variorum.collate.findings.facts.conditions.claims import govern
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

Way = Literal["affirmed", "denied", "soft"]

# How many clauses above one are asked whether it is a fact.
_STEPS = 6
_SHORT_NOT = ("n't", "n’t")
_FINITE = ("VBD", "VBZ", "VBP")
_PARTING = ("-", "–", "—", ";", ":")
_words = partial(load_words, "en", "conditions", "words")


class Mood(msgspec.Struct, frozen=True):
    """How a clause is told: as a fact, denied or no fact; and of what time, empty where its own tense tells.

    `claim` is how those tell it who claim it where the report does not ("reportedly", "claims that"); else it is `way`.
    `said` is true where the report gives it as somebody's words.
    """

    way: Way
    when: str = ""
    claim: Way = "soft"
    said: bool = False


def mood_of(wording: Wording, verb: int, word: int) -> Mood:
    """Return how a clause is told, and what it tells with `word`: what governs it decides with its own words."""
    denials, when, index = denials_at(wording, verb), "", verb
    denials += word != verb and denials_at(wording, word)  # "pleaded not guilty"
    soft = "?" in wording.text or (denials % 2 == 1 and _is_narrow(wording, verb))
    # "When he was alive" tells only when something else was so.
    is_setting = wording.dep[verb] == "advcl" and any(wording.lemma[i] == "when" for i in wording.children[verb])
    soft = soft or (word != verb and is_setting)
    said = joined = alleged = False
    for _ in range(_STEPS):
        may_be, to_come = _own_mood(wording, index, helped=not joined)
        soft, when = soft or may_be, when or to_come
        alleged = alleged or any(wording.lemma[i] in _words("reported") for i in wording.children[index])
        head, label = wording.head[index], wording.dep[index]
        governed = govern(wording, index)
        if governed is not None:
            soft = soft or governed.claimed == "alleged"
            alleged = alleged or governed.claimed == "told"
            denials, when = denials + governed.denials, when or governed.when
            said = said or label != "pcomp"
            break
        if head == index or label in ("ROOT", "relcl"):
            break
        step = _step(wording, index)
        if label == "ccomp" and wording.lemma[head] in _words("alleging") and denials % 2 and step.way == "soft":
            step = Mood("affirmed")  # a denial is somebody's word anyway
        # "Declined to say that it had": who does not tell it denies nothing.
        soft = soft or step.way == "soft" or (said and step.way == "denied")
        denials += step.way == "denied"
        said = said or (label == "ccomp" and step.way == "affirmed") or wording.lemma[head] in _words("refuting")
        when = when or step.when
        if label not in ("conj", "ccomp", "xcomp"):
            break
        # "Would not comment but confirmed it": a verb with a tense of its own needs no help.
        joined = label == "conj" and wording.tag[index] in _FINITE
        index = head
    claim: Way = "soft" if soft else "denied" if denials % 2 else "affirmed"
    return Mood("soft" if alleged else claim, when, claim, said or alleged)


def may_deny(wording: Wording) -> bool:
    """Whether a sentence has any word by which one of its clauses may be denied."""
    if "neg" in wording.dep or not _denying().isdisjoint(wording.lemma):
        return True
    text = wording.text.casefold()
    return any(short in text for short in _SHORT_NOT)


@cache
def _denying() -> frozenset[str]:
    tables = (_words(name) for name in ("nobody", "refuting", "false", "falsely"))
    words = {"without", "instead", "far", "not", "never", "neither", "nor"}
    return frozenset(words.union(load_words("en", "relations", "denying"), *tables))


def is_open(wording: Wording, verb: int) -> bool:
    """Return whether a verb tells what may be, is to be, is asked for or depends on something."""
    beside = (i for i in wording.children[verb] if wording.dep[i] in ("aux", "mark"))
    return any(wording.lemma[i] in _words("unsettled") for i in beside)


def denials_at(wording: Wording, verb: int) -> int:
    """Return how often the words of a clause deny it."""
    below = [*wording.children[verb], *(j for i in helping_of(wording, verb) for j in wording.children[i])]
    denying = {i for i in below if wording.dep[i] == "neg" or wording.lemma[i] == "never"}
    denying |= {i for i in below if wording.word(i).casefold() in _SHORT_NOT}
    # The parser may take the end of "didn’t" or "isn’t" for a noun or a mark.
    beside = [i for i in (verb - 1, verb + 1) if 0 <= i < len(wording) and wording.lemma[i] == "not"]
    denying.update(
        i for i in beside if wording.dep[i] != "neg" and (i < verb or wording.word(i).casefold() in _SHORT_NOT)
    )
    count = len(denying)
    for child in wording.children[verb]:
        if wording.dep[child] in ("nsubj", "nsubjpass", "dobj"):
            words = [child, *(i for i in wording.children[child] if wording.dep[i] in ("det", "preconj"))]
            count += any(wording.lemma[i] in _words("nobody") for i in words)
    joined = [i for i in wording.children[verb] if wording.dep[i] in ("cc", "preconj", "advmod")]
    return count or int(any(wording.lemma[i] in ("neither", "nor") for i in joined))


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
    return False


def _is_timed(wording: Wording, preposition: int) -> bool:
    return any(
        (value := wording.value_at.get(i)) is not None and value.time is not None for i in wording.children[preposition]
    )


def _own_mood(wording: Wording, verb: int, *, helped: bool) -> tuple[bool, str]:
    """Whether a verb tells what may be or hardly is, and "ahead" if it tells of what is to come.

    `helped` is false where its helping verbs are not those of the verb that is asked about.
    """
    may_be = ahead = False
    for child in wording.children[verb]:
        lemma, label = wording.lemma[child], wording.dep[child]
        if helped and label == "aux":
            backshifted = lemma == "would" and _is_said_before(wording, verb)
            may_be |= lemma in _words("open") and not backshifted
            ahead |= backshifted or lemma in _words("ahead") or wording.word(child).casefold() in _words("ahead")
        may_be |= label == "advmod" and lemma in _words("hedging")
        may_be |= label in ("mark", "advmod") and lemma in _words("supposing")
        may_be |= wording.dep[verb] == "ccomp" and wording.tag[child] in ("WRB", "WP")
    open_when = ahead and any(wording.lemma[i] == "when" for i in wording.children[verb])  # "not if, but when it will"
    return may_be or open_when, "ahead" if ahead else ""


def _is_said_before(wording: Wording, verb: int) -> bool:
    """Whether "would" stands for the "will" of what was said, on no condition: "said that she would not resign"."""
    head = wording.head[verb]
    conditions = (j for i in wording.children[verb] if wording.dep[i] == "advcl" for j in wording.children[i])
    return (
        wording.dep[verb] == "ccomp"
        and wording.tag[head] in ("VBD", "VBN")
        and wording.lemma[head] in _words("telling")
        and not any(wording.lemma[i] in _words("supposing") for i in conditions)
    )


def _step(wording: Wording, index: int) -> Mood:
    """What the word that governs a clause makes of it."""
    head, label = wording.head[index], wording.dep[index]
    governor, plain, soft = wording.lemma[head], Mood("affirmed"), Mood("soft")
    if label == "conj":
        return plain if wording.pos[head] in ("VERB", "AUX") else soft
    if governor == "deny" and label in ("ccomp", "xcomp"):
        # "Denied stealing it" tells of what was, "denied that it is" of what is.
        return Mood("denied", "ever" if label == "xcomp" else "") if not denials_at(wording, head) else soft
    if label == "ccomp":
        is_told = governor in _words("telling") and not denials_at(wording, head)
        return plain if is_told or _is_beside(wording, index, head) else soft
    if label == "xcomp":
        return _completing(wording, head)
    if label == "advcl":
        to = any(wording.dep[i] == "aux" and wording.lemma[i] == "to" for i in wording.children[index])
        return soft if to or wording.tag[index] in ("VBG", "VBN") else plain
    return soft


def _is_beside(wording: Wording, index: int, head: int) -> bool:
    """Whether a clause only stands beside the one that governs it: "the mill closed - its owner left"."""
    if index > head or wording.lemma[head] in _words("telling") | _words("saying") | _words("alleging"):
        return False
    return any(wording.word(i) in _PARTING for i in range(index + 1, head))


def _completing(wording: Wording, head: int) -> Mood:
    """What a verb makes of the verb that completes it: "refused to sign", "began singing", "plans to sell"."""
    governor, denied = wording.lemma[head], denials_at(wording, head) > 0
    if governor == "go" or governor in _words("planning"):
        return Mood("denied" if denied else "affirmed", "ahead")
    if governor in _words("looking") and denied:
        return Mood("denied", _tense(wording, head))  # "did not appear to be attacking"
    if governor in load_words("en", "relations", "denying"):
        # "Refused to sign" tells that they did not, and that they will not.
        return Mood("denied", "ever" if governor in _words("refusing") else _tense(wording, head))
    return Mood("affirmed", _tense(wording, head)) if governor in _words("leading") else Mood("soft")


def _tense(wording: Wording, verb: int) -> str:
    return "past" if any(wording.tag[i] in ("VBD", "VBN") for i in (verb, *helping_of(wording, verb))) else "now"


def helping_of(wording: Wording, verb: int) -> list[int]:
    """Return the helping verbs of a verb."""
    return [i for i in wording.children[verb] if wording.dep[i] in ("aux", "auxpass")]
