"""At which stage somebody or something is told to be, where one excludes another: a table of scales (stages.toml).

A stage is told by a verb, by what somebody is or by what they are called; whoever is at it is known by name, by the
role that nobody else has in the reports, or as the story's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.clauses import is_passive, subject_meant
from variorum.collate.findings.facts.conditions.moods import Mood, denials_at, helping_of, is_open, mood_of
from variorum.collate.findings.facts.conditions.stage_holders import Holders, Scale, holders_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words

_words = partial(load_words, "en", "stages", "words")
_coming = partial(load_words, "en", "conditions", "words", "coming")
# What hangs on a word of a phrase where the others stand, and how far below it.
_BELOW = frozenset({
    "prep", "pobj", "advmod", "prt", "dobj", "acomp", "oprd", "attr", "npadvmod", "amod", "pcomp", "agent", "compound",
    "xcomp", "ccomp", "relcl", "acl", "neg",
})  # fmt: skip
_DEEP = 3
# From what somebody is told to be up to the verb that tells it.
_CLIMBING = frozenset({"acomp", "oprd", "attr", "prep", "pobj", "advmod", "advcl"})
_STEPS = 4
# Before a participle in the name of the scale of the two that are formed of it.
_UN = "un-"
_RELATIVE = frozenset({"which", "that", "who"})


class _Term(NamedTuple):
    """A phrase of a scale: its scale and side, how it is told ("does", "befalls", "is", "of part"), its other words."""

    scale: str
    side: int
    how: str
    beside: tuple[frozenset[str], ...]


_ANY = Scale(frozenset({"any"}), frozenset(), frozenset(), one=False, passing=False)


class _At(NamedTuple):
    """A stage as a clause tells it: the verb, whom it is told of, and the first word and the end of what tells it."""

    verb: int
    holder: int | None
    words: Sequence[int]
    attributive: bool = False


def find_stages(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the stages that sentences tell somebody or something to be at."""
    terms, formed = _terms(), _formed(wordings)
    for number, wording in enumerate(wordings):
        for index, lemma in enumerate(wording.lemma):
            word = wording.word(index).casefold()
            for term in (*terms.get(lemma, ()), *formed.get(word, ())):
                at = _read(wording, index, term)
                if at is None:
                    continue
                if fact := _fact(wording, term, at, holders_of(wordings), number):
                    yield fact


def _formed(wordings: Sequence[Wording]) -> Mapping[str, Sequence[_Term]]:
    """The participles that a story has both with "un" and without: "unlicensed", "licensed"."""
    participles: dict[str, str] = {}
    for wording in wordings:
        for index, tag in enumerate(wording.tag):
            if tag in ("VBN", "VBD", "JJ"):
                participles[wording.word(index).casefold()] = wording.lemma[index]
    found = {}
    for word, lemma in participles.items():
        other = f"un{word}"
        if other in participles and word.endswith(("ed", "en", "wn")) and lemma not in _coming():
            found[word] = [_Term(f"{_UN}{word}", 0, "is", ())]
            found[other] = [_Term(f"{_UN}{word}", 1, "is", ())]
    return found


def _fact(wording: Wording, term: _Term, at: _At, holders: Holders, number: int) -> Fact | None:
    scale, holder, index = _scale(term.scale), at.holder, at.words[0]
    if term.how == "does" and scale.parts:
        # "Nobody knows what caused the fire."
        below = (i for i in _below(wording, index) if i != holder)
        holder = next((i for i in below if wording.lemma[i] in scale.of | scale.parts | {"it"}), holder)
    if holder is not None and wording.lemma[holder] in _RELATIVE:
        holder = next((i for i in range(holder - 1, -1, -1) if wording.lemma[i] in scale.of), None)
    if holder is None or (term.how == "of part") != (term.how != "does" and wording.lemma[holder] in scale.parts):
        return None
    mood = _mood(wording, at, index)
    told = mood.claim if mood.way == "soft" else mood.way
    key = None if told == "soft" else holders.key_of(scale, number, wording, holder)
    if key is None:
        return None
    way, firm = "affirmed" if at.attributive else told, "claimed" if mood.way == "soft" else "firm"
    when = mood.when or _tense(wording, at.verb, index, lasting=scale.passing)
    first = min(at.words)
    while told == "denied" and first > 0 and wording.dep[first - 1] in ("aux", "auxpass", "neg"):
        first -= 1  # "has not withdrawn"
    side = Side(number, Unit(first, max(at.words) + 1, None))
    return Fact(f"{term.scale} {key}", side, f"{term.side} {way} {when} {firm}")


def _mood(wording: Wording, at: _At, index: int) -> Mood:
    """How a stage is told; a clause of "which" that the parser hangs on another is told by itself."""
    if at.holder is not None and wording.lemma[at.holder] in _RELATIVE and not is_open(wording, at.verb):
        return Mood("denied" if denials_at(wording, at.verb) % 2 else "affirmed")
    return mood_of(wording, at.verb, at.verb if at.attributive else index)


def _tense(wording: Wording, verb: int, word: int, *, lasting: bool) -> str:
    """The time of which a clause tells; of a stage that lasts "has left" tells how things are now."""
    verbs = (word, verb, *helping_of(wording, verb))
    perfect = [i for i in wording.children[verb] if wording.dep[i] == "aux" and wording.lemma[i] == "have"]
    if perfect and lasting:
        return "past" if wording.tag[perfect[0]] == "VBD" else "now"
    return "past" if perfect or any(wording.tag[i] == "VBD" for i in verbs) else "now"


def _read(wording: Wording, index: int, term: _Term) -> _At | None:
    words = _matched(wording, index, term)
    if words is None:
        return None
    if term.how in ("is", "of part"):
        if term.scale.startswith(_UN) and not _is_quality(wording, index):
            return None
        return None if term.beside and wording.pos[index] == "VERB" else _state(wording, index, words)
    if wording.pos[index] != "VERB":
        return None
    passive = is_passive(wording, index)
    if term.how == "does":
        return None if passive else _At(index, subject_meant(wording, index), words)
    if passive:
        return _At(index, subject_meant(wording, index), words)
    if wording.tag[index] == "VBN" and wording.dep[index] == "acl":
        return _At(index, wording.head[index], words)
    thing = next((i for i in wording.children[index] if wording.dep[i] == "dobj"), None)
    return _At(index, thing, words)


def _is_quality(wording: Wording, index: int) -> bool:
    """Whether a participle tells what something is, and no more: not "has licensed", "is expected to", "known as"."""
    more = any(wording.dep[i] in ("xcomp", "prep", "ccomp") for i in wording.children[index])
    return not more and (wording.pos[index] == "ADJ" or is_passive(wording, index) or wording.dep[index] == "amod")


def _state(wording: Wording, index: int, words: Sequence[int]) -> _At | None:
    """What somebody or something is told to be, or is called: "is unhurt", "found her dead", "the staged scene"."""
    head = wording.head[index]
    if wording.dep[index] == "amod" and wording.pos[head] == "NOUN":
        verb = wording.verb_above(head)
        told_to_be = wording.dep[head] in ("attr", "oprd") and wording.pos[verb] in ("VERB", "AUX")
        return _At(verb, wording.subject_of(verb) if told_to_be else head, words, attributive=not told_to_be)
    verb = index
    for _ in range(_STEPS):
        if wording.pos[verb] in ("VERB", "AUX") and verb != index:
            break
        if wording.dep[verb] not in _CLIMBING and not (verb == index and wording.pos[verb] == "VERB"):
            return None
        if verb == index and is_passive(wording, verb):
            break
        verb = wording.head[verb]
    if wording.pos[verb] not in ("VERB", "AUX"):
        return None
    thing = next((i for i in wording.children[verb] if wording.dep[i] == "dobj" and i != index), None)
    return _At(verb, subject_meant(wording, verb) if thing is None else thing, words)


def _matched(wording: Wording, index: int, term: _Term) -> list[int] | None:
    """The words of a phrase around its first, or None where one is not there."""
    if not term.beside:
        return [index]
    near = _below(wording, index)
    if term.how == "befalls" and (subject := wording.subject_of(index)) is not None:
        near.append(subject)
    if term.how == "is":
        above = wording.head[index]
        near += [above, wording.head[above]] if wording.dep[index] == "pobj" else []
    found = [index]
    for group in term.beside:
        match = next((i for i in near if wording.lemma[i] in group), None)
        if match is None and group == {"by"} and not is_passive(wording, index):
            match = wording.subject_of(index)  # "a heater started the fire": it was started by one
        if match is None:
            return None
        found.append(match)
    return found


def _below(wording: Wording, index: int) -> list[int]:
    found, level = [], [index]
    for _ in range(_DEEP):
        level = [child for i in level for child in wording.children[i] if wording.dep[child] in _BELOW]
        found += level
    return found


def _scale(name: str) -> Scale:
    return _scales().get(name, _ANY)


@cache
def _scales() -> Mapping[str, Scale]:
    rows = load_table("en", "stages")["scales"]
    return {
        name: Scale(
            of=frozenset(row["of"].split()),
            parts=frozenset(row.get("parts", "").split()),
            fit=frozenset(row.get("fit", "").split()),
            one=row.get("one", False),
            passing=row.get("passing", False),
        )
        for name, row in rows.items()
    }


@cache
def _terms() -> Mapping[str, Sequence[_Term]]:
    """The phrases of all scales by the word that each hangs on."""
    groups = {name: frozenset(words.split()) for name, words in load_table("en", "stages")["groups"].items()}
    found: dict[str, list[_Term]] = {}
    for scale, row in load_table("en", "stages")["scales"].items():
        for side, phrases in enumerate(row["sides"]):
            for phrase in phrases.split():
                how = {"=": "is", ">": "befalls", "~": "of part"}.get(phrase[0], "does")
                parts = [
                    groups.get(each[1:], frozenset({each})) if each[0] == "$" else frozenset({each})
                    for each in phrase.lstrip("=>~").split("_")
                ]
                first, *beside = parts if how in ("does", "befalls") else parts[::-1]
                for word in sorted(first):
                    found.setdefault(word, []).append(_Term(scale, side, how, tuple(beside)))
    return found


def _exclude(one: Stated, other: Stated) -> bool:
    scale = _scale(one.fact.about.split(" ", 1)[0])
    (side, way, when, firm), (side_other, way_other, when_other, firm_other) = (
        each.fact.value.split() for each in (one, other)
    )
    if "firm" not in (firm, firm_other):
        return False
    if ("ahead" in (when, when_other) or scale.passing) and when != when_other:
        return False
    if scale.passing and settings_at(one) != settings_at(other):
        return False
    if way == way_other:
        return way == "affirmed" and side != side_other and "".join(sorted((side, side_other))) not in scale.fit
    return side == side_other


def settings_at(stated: Stated) -> frozenset[str]:
    """Return when and where something is told to be so: "when rescuers came", "at the gate"."""
    wording = stated.wording
    verb = wording.verb_above(stated.fact.side.unit.first)
    inside = stated.fact.side.unit.range
    found = [i for i in wording.children[verb] if i not in inside]
    below = [i for i in found if wording.dep[i] in ("advcl", "npadvmod")]
    below += [j for i in found if wording.lemma[i] in _words("placing") for j in wording.children[i]]
    return frozenset(wording.key[i] for i in below)


STAGE_RELATIONS: tuple[Relation, ...] = (Relation("stages", "status", find_stages, _exclude),)
