"""What one sentence tells of the kinds of the table: by which word, in which scope, and whose kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.background import is_background
from variorum.collate.findings.facts.means.bearing import Link, bearer_of
from variorum.collate.findings.facts.means.kinds_apart import Row, Word, acts
from variorum.collate.findings.facts.persons.persons import Persons
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "means", "words")
_OBJECTS = ("dobj", "nsubjpass")
_LEADING = ("prt", "prep", "advmod")
# Words from a verb to what leads it that are told with it ("drove his car towards").
_REACH = 4
# What a word is to what governs it, by its label.
_AS = {
    "object": _OBJECTS,
    "subject": ("nsubj",),
    "modifier": ("amod", "compound", "nummod", "nmod", "npadvmod"),
    "complement": ("acomp", "oprd", "attr", "xcomp", "ccomp", "dobj", "advmod", "amod"),
}
# The link of what a sentence gives as a reason: "due to rain".
_REASON = "reason"


class Story(NamedTuple):
    """What is known of a story: its year (empty if unknown) and its persons."""

    year: str
    persons: Persons


class Found(NamedTuple):
    """A side of a row as a sentence tells it: of which scope, whose (ANYBODY where left open), and where."""

    row: Row
    scope: str
    bearer: str
    side: str
    at: Side


def facts_of(number: int, wording: Wording, word: Word, story: Story) -> Iterator[Found]:
    """Yield the fact that a word of a side tells, if any."""
    row = word.row
    if row.deeds and row.deeds.isdisjoint(wording.lemma):
        return
    links = (Link("role", word.end - 1), *_links_behind(wording, word), *_links_of(wording, word))
    link = next((link for link in links if _is_of(wording, link, row)), None)
    if link is None or not _is_told(wording, word.first, link.governor, row, story.year):
        return
    bearer = bearer_of(story.persons, wording, word, link) if _has_object(wording, link.governor, row) else None
    if bearer is not None:
        scope = f"{row.name} {wording.lemma[link.governor]}" if row.each else row.name
        yield Found(row, scope, bearer, word.side, Side(number, Unit(word.first, word.end, None)))


def _is_of(wording: Wording, link: Link, row: Row) -> bool:
    """Whether a word stands to what governs it as a row asks."""
    deed = wording.lemma[link.governor]
    if row.any_deed:
        return link.name in row.links and wording.pos[link.governor] == "VERB" and deed not in _words("light")
    return link.name in row.links and (deed in row.deeds or row.owner == "role")


def acts_in(number: int, wording: Wording, story: Story) -> Iterator[Found]:
    """Yield the facts of deeds that are themselves kinds: "punched" beside "slapped"."""
    for index in (index for index, pos in enumerate(wording.pos) if pos == "VERB"):
        name, end = _with_particle(wording, index)
        for row, side in acts().get(name, ()):
            is_act = _is_told(wording, index, index, row, story.year) and _is_act(wording, index, row)
            bearer = bearer_of(story.persons, wording, Word(row, side, index, end), Link("", index)) if is_act else None
            if bearer is not None:
                yield Found(row, row.name, bearer, side, Side(number, Unit(index, end, None)))


def _with_particle(wording: Wording, verb: int) -> tuple[str, int]:
    """The verb with its particle or where it leads ("turn_in", "walk_into"), and where the words of it end."""
    for child in wording.children[verb]:
        if (dep := wording.dep[child]) in _LEADING or (child == verb + 1 and dep in ("ccomp", "xcomp")):
            joined = f"{wording.lemma[verb]}_{wording.lemma[child]}"
            if dep == "prt" or joined in acts():
                return joined, child + 1 if 0 < child - verb <= _REACH else verb + 1
    return wording.lemma[verb], verb + 1


def _is_act(wording: Wording, verb: int, row: Row) -> bool:
    """Whether a verb is the act itself, with what the row asks for beside it."""
    if row.context and row.context.isdisjoint(wording.lemma):
        return False
    return _is_scene(wording, verb) if row.scene else _has_object(wording, verb, row)


def _is_scene(wording: Wording, verb: int) -> bool:
    """Whether a verb tells what went on when something befell: "fished when", "as he drove", "hit a man driving"."""
    verbs = {lemma for lemma, pos in zip(wording.lemma, wording.pos, strict=True) if pos == "VERB"}
    if verbs & _words("seeing") or (wording.lemma[verb] == "park") != (wording.tag[verb] == "VBN"):
        return False
    above = wording.head[verb]
    if wording.dep[verb] == "advcl":
        is_opened = any(wording.lemma[i] in _words("scene_opening") for i in wording.children[verb])
        return is_opened and (wording.lemma[above] in _words("befalling") or wording.tag[verb] in ("VBG", "VBN"))
    if wording.dep[verb] == "acl":
        deed = wording.lemma[wording.head[above]]
        return wording.tag[verb] == "VBG" and wording.dep[above] in _OBJECTS and deed in _words("befalling")
    clauses = [i for i in wording.children[verb] if wording.dep[i] == "advcl"]
    helped = any(wording.lemma[i] == "be" and wording.dep[i] in ("aux", "auxpass") for i in wording.children[verb])
    return helped and any(wording.lemma[i] == "when" for clause in clauses for i in wording.children[clause])


def _links_of(wording: Wording, word: Word) -> Iterator[Link]:
    """How a word stands to what governs it."""
    top = _top_of(wording, word)
    if top is None:
        return
    above, dep = wording.head[top], wording.dep[top]
    if dep in ("pobj", "pcomp"):
        yield from _links_through(wording, above)
    if dep in ("attr", "acomp", "prep") and (subject := wording.subject_of(above)) is not None:
        yield Link("complement", subject)
    for name, deps in _AS.items():
        if dep in deps:
            yield Link(name, above)
    # "A broken arm" tells the deed before the word.
    yield from (Link("participle", i) for i in wording.children[top] if wording.dep[i] == "amod")


def _links_through(wording: Wording, prep: int) -> Iterator[Link]:
    """How what stands behind a preposition stands to what that hangs on: "due to rain" gives a reason."""
    name = "agent" if wording.dep[prep] == "agent" else wording.lemma[prep]
    governor = first = wording.head[prep]
    while wording.lemma[governor] in _words("leading") and wording.head[governor] != governor:
        governor = wording.head[governor]
    yield Link(name, governor)
    if governor != first or wording.lemma[prep] in _words("leading"):
        yield Link(_REASON, governor)


def _links_behind(wording: Wording, word: Word) -> Iterator[Link]:
    """How a word stands to a noun with no more than names and figures between: "a silver 2013 Voss Ranger"."""
    end = word.end
    while end < len(wording) and wording.pos[end] in ("NOUN", "PROPN", "NUM"):
        end += 1
    if end > word.end and wording.pos[end - 1] != "NUM" and wording.pos[word.first] != "PROPN":
        yield Link("modifier", end - 1)


def _top_of(wording: Wording, word: Word) -> int | None:
    """The word by which a phrase hangs on what governs it, None where nothing does.

    In place of words coupled with "and" the first of them, in place of the kind in "two counts of murder" the count.
    """
    top = next((i for i in range(word.first, word.end) if not word.first <= wording.head[i] < word.end), word.first)
    while wording.dep[top] == "conj" and wording.head[top] != top:
        top = wording.head[top]
    over = wording.head[wording.head[top]]
    if wording.dep[top] == "pobj" and wording.pos[over] == "NOUN" and wording.lemma[over] in _words("passing"):
        top = over
    over = wording.head[top]
    if wording.dep[top] in _AS["modifier"] and wording.lemma[over] in _words("reasons"):
        # "For health reasons" is for health.
        top = over
    return None if wording.head[top] == top else top


def _is_told(wording: Wording, index: int, deed: int, row: Row, year: str) -> bool:
    """Whether a deed is told as done (of a row of `any_deed`: or as not done), and as of the story's own time."""
    undone = wording.is_denied(deed)
    if (undone and not row.any_deed) or "?" in wording.word(len(wording) - 1):
        return False
    beside = {wording.lemma[i] for at in (index, deed) for i in wording.children[at]}
    above = {wording.lemma[i] for i in wording.above(deed, 2)}
    if beside & _words("comparing"):
        return False
    is_meant = bool(beside & _words("open") or above & _words("meaning"))
    return not (is_meant and not row.hedged and not undone) and not is_background(wording, year)


def _has_object(wording: Wording, deed: int, row: Row) -> bool:
    """Whether a deed has one of the things that its row asks for, if any, below or beside it."""
    below = [i for child in wording.children[deed] for i in (child, *wording.children[child])]
    if (subject := wording.subject_of(deed)) is not None:
        below.append(subject)
    return not row.objects or any(wording.lemma[i] in row.objects for i in (*below, deed, wording.head[deed]))
