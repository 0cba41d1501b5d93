"""The stretch of a sentence that can head a finding: it begins and ends where a phrase does.

The shortest clause around a value that has a subject of its own, or, where that is long, the longest phrase that is
not. What a clause can do without at its edges (an adjunct, an apposition, a relative clause) goes first.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from variorum.collate.differences import Unit, top_of
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

# Words of a heading at most; a shorter one is left whole, a longer one loses what adds to it.
_MOST, _WELL = 18, 12
_HIGHEST = 12
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_OPENING = frozenset("“‘\"'«([$€£")
_CLOSING = frozenset("”’\"'»)]%")
_ADDED = frozenset({"prep", "npadvmod", "relcl", "acl", "advcl"})
_SET_OFF = frozenset({",", "—", "–", "-", "("})
_VERBS = frozenset({"VERB", "AUX"})


class Heading(msgspec.Struct, frozen=True):
    """The words of a heading; `states` where they are a clause with its subject."""

    words: range
    states: bool


class _Loose(msgspec.Struct, frozen=True):
    """A phrase that its clause can do without; `light` where the clause is the better for it."""

    words: range
    light: bool


def find_heading(wording: Wording, unit: Unit) -> Heading | None:
    """Return what heads a unit; None where no clause or phrase around it is short enough and tells something."""
    top = top_of(wording, unit)
    best = None
    for node in (top, *wording.above(top, _HIGHEST)):
        words = _phrase(wording, node, unit)
        if _count(wording, words) > _MOST:
            break
        best = Heading(words, _is_statement(wording, node, words))
        if best.states:
            break
    if best is None or sum(wording.is_content[i] for i in best.words if i not in unit.range) < 1 + (not best.states):
        return None
    return best


def _phrase(wording: Wording, node: int, unit: Unit) -> range:
    """The words of a phrase around a unit, less what it can do without where it is long."""
    below = wording.reach[node]
    words = _bare(wording, range(min(below.start, unit.first), max(below.stop, unit.end)), unit)
    loose: list[_Loose] | None = None
    while (count := _count(wording, words)) > _WELL:
        loose = [*_loose(wording, words, unit)] if loose is None else loose
        at_edge = [each for each in loose if (each.words.start <= words.start) != (each.words.stop >= words.stop)]
        fit = [each for each in at_edge if (each.light or count > _MOST) and not _goes_on(wording, each.words)]
        if not fit:
            break
        # The lightest goes first, of several the one that lies furthest off.
        chosen = max(fit, key=lambda each: (each.light, max(unit.first - each.words.stop, each.words.start - unit.end)))
        loose.remove(chosen)
        at_end = chosen.words.start > words.start
        left = range(words.start, chosen.words.start) if at_end else range(chosen.words.stop, words.stop)
        words = _bare(wording, left, unit)
    return words


def _loose(wording: Wording, words: range, unit: Unit) -> Iterator[_Loose]:
    """Yield the phrases that a stretch can do without and that hold nothing of the unit."""
    # "Did not die in the fire" is not "did not die".
    denied = any(wording.dep[i] == "neg" or wording.lemma[i] in ("no", "only") for i in words)
    for node in words:
        reach = wording.reach[node]
        if reach.start >= unit.end or reach.stop <= unit.first:
            light = _is_light(wording, node)
            if light or (not denied and _is_added(wording, node)):
                yield _Loose(reach, light)


def _goes_on(wording: Wording, words: range) -> bool:
    """Whether a phrase belongs to the very word before it: "came | from the party", "got just | last summer"."""
    before = words.start - 1
    while before > 0 and not wording.is_spelled[before]:
        before -= 1
    if before < 0 or wording.pos[before] not in _VERBS:
        return before >= 0 and wording.pos[before] == "ADV"
    # "Was found | on Monday" is whole.
    return not any(wording.dep[child] in ("nsubjpass", "auxpass") for child in wording.children[before])


def _is_light(wording: Wording, node: int) -> bool:
    """Whether a phrase only adds to what is told: in commas, or a further clause."""
    dep, first = wording.dep[node], wording.reach[node].start
    before = wording.word(first - 1) if first else ""
    if dep == "conj":
        # "Shot and killed the man" is one deed.
        own = any(wording.dep[child] in _SUBJECTS for child in wording.children[node])
        return wording.pos[node] in _VERBS and wording.pos[wording.head[node]] in _VERBS and own
    if dep in ("appos", "relcl"):
        return before in _SET_OFF
    return dep == "parataxis" or (
        dep == "advcl" and (before in _SET_OFF or not first) and not _is_condition(wording, node)
    )


def _is_added(wording: Wording, node: int) -> bool:
    dep, head = wording.dep[node], wording.head[node]
    if dep not in _ADDED or (dep == "advcl" and _is_condition(wording, node)):
        return False
    # "Rely on", "the toll of 12": what follows at once belongs to its word.
    return dep != "prep" or (wording.pos[head] in _VERBS and node != head + 1)


def _is_condition(wording: Wording, node: int) -> bool:
    return any(wording.lemma[child] in ("if", "unless", "whether") for child in wording.children[node])


def _bare(wording: Wording, words: range, unit: Unit) -> range:
    """Words without the marks and joining words at their edges."""
    first, end = words.start, words.stop
    while end > unit.end and (_is_mark(wording, end - 1, _CLOSING) or _hangs(wording, end)):
        end -= 1
    while first < unit.first and (_is_mark(wording, first, _OPENING) or _joins(wording, first, end)):
        first += 1
    return range(first, end)


def _is_mark(wording: Wording, index: int, kept: frozenset[str]) -> bool:
    # What closes at the end of a phrase may have been opened in it.
    word = wording.word(index)
    return (not any(char.isalnum() for char in word) and word not in kept) or wording.dep[index] == "cc"


def _hangs(wording: Wording, end: int) -> bool:
    """Whether what the last word leads to is cut off: "held out for [an hour]"."""
    last = end - 1
    if wording.dep[last] not in ("prep", "det", "poss"):
        return False
    # The parse may hang "an hour" elsewhere; what is stranded ("no part of") ends its clause.
    is_stranded = wording.dep[last] == "prep" and not wording.children[last]
    return wording.reach[last].stop > end or (is_stranded and end < len(wording) and wording.is_spelled[end])


def _joins(wording: Wording, first: int, end: int) -> bool:
    """Whether a word only joins what follows to what stands before: "that …", "after …", "However, …", "who …"."""
    dep, tag, above = wording.dep[first], wording.tag[first], wording.head[first]
    if dep in ("advmod", "intj") and wording.word(first + 1) == ",":
        return True
    if dep == "prep":
        return wording.reach[first].stop >= end or wording.tag[first + 1] in _RELATIVE
    if dep == "pobj" and tag in _RELATIVE:
        return above < first
    if dep == "advcl" and tag == "VBG" and wording.lemma[first] in _telling():
        # "Adding a second boat" tells nothing to anybody.
        is_done = any(wording.dep[child] == "dobj" for child in wording.children[first])
        return wording.reach[first].stop >= end and not is_done
    if tag in _RELATIVE and dep in _SUBJECTS:
        return wording.dep[above] == "relcl"
    if dep == "aux" and tag == "TO":
        return True
    return dep in ("mark", "advmod") and wording.lemma[first] in load_words("en", "relations", "joining")


def _telling() -> frozenset[str]:
    return load_words("en", "relations", "saying") | load_words("en", "tellings", "verbs")


def _count(wording: Wording, words: range) -> int:
    return sum(wording.is_spelled[i] for i in words)


def _is_statement(wording: Wording, node: int, words: range) -> bool:
    """Whether a phrase is a clause with its subject, and not one that hangs on a name or is denied from outside it."""
    if wording.pos[node] not in _VERBS or wording.dep[node] in ("relcl", "acl"):
        return False
    subjects = [child for child in wording.children[node] if wording.dep[child] in _SUBJECTS and child in words]
    if not any(wording.tag[subject] not in _RELATIVE for subject in subjects):
        return False
    return not wording.is_denied(node) or any(wording.dep[i] == "neg" for i in words)


def whole_phrases(wording: Wording, words: range, unit: Unit) -> range:
    """Return a stretch around a unit less what it has of phrases that reach out of it.

    "[a friend of] Murphy is auctioning" would say that Murphy does; "is auctioning" says what both say. Nor does a
    subject lose its beginning, unless nothing telling were left.
    """
    for is_bold in (False, True):
        first, end = words.start, words.stop
        while first < unit.first and not (_begins(wording, first, end) and (is_bold or _is_free(wording, first, end))):
            first += 1
        while end > unit.end and not _ends(wording, first, end - 1):
            end -= 1
        whole = _bare(wording, range(first, end), unit)
        if any(wording.is_content[i] for i in whole if i not in unit.range):
            return whole
    return words


def _begins(wording: Wording, first: int, end: int) -> bool:
    """Whether no phrase of a noun that goes on from a word reaches back before it."""
    node = first
    while wording.pos[node] not in _VERBS or wording.dep[node] == "amod":
        above = wording.head[node]
        if above == node or wording.reach[node].start < first or not first <= above < end:
            return above == node
        node = above
    return node == first or wording.dep[first] not in _SUBJECTS or wording.reach[first].start >= first


def _is_free(wording: Wording, first: int, end: int) -> bool:
    """Whether a stretch begins inside no subject of a verb that it holds: "[Lund, who had] songs of old, died"."""
    subjects = (
        wording.reach[child]
        for verb in range(first, end)
        if wording.pos[verb] in _VERBS
        for child in wording.children[verb]
        if wording.dep[child] in _SUBJECTS
    )
    return not any(subject.start < first < subject.stop for subject in subjects)


def _ends(wording: Wording, first: int, last: int) -> bool:
    """Whether a word is the last of its phrase: no article, no preposition without its noun."""
    return first <= wording.head[last] <= last and wording.reach[last].stop <= last + 1
