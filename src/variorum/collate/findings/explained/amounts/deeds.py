"""Figures of two deeds or states: asked and offered, sought by one side and found by the other, hurt and aboard.

Rules of `explainer.py` over what is done with a figure; words are in `lang/en/listed.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.counting.tally_acts import counted_act, noun_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

# Governors of a figure that are looked at, and those that tell what is asked or offered.
_STEPS = 6
_ACTS = 4
_QUOTES = "\"'”’») "
_DAYS = re.compile(r"P\d+(?:\.\d+)?[DWMY]$")
_words = partial(load_words, "en", "listed", "words")


def told_on_one_side(setting: Setting, pair: Pair) -> bool:
    """A figure that is asked about, that would have been, or that was played days before.

    "Will they pay $25 million?", "would have made a giant worth $130 billion", "a week after he ran 10 yards".
    """
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair):
        return False
    supposed = _supposed(left, one), _supposed(right, other)
    # "The tunnel would have cost 30 million", "its cost was put at 40 million": what was planned is one.
    if bool(supposed[0]) != bool(supposed[1]) and not supposed[0] & {*right.lemma} and not supposed[1] & {*left.lemma}:
        return True
    return any(told(left, one) != told(right, other) for told in (_is_asked, _was_played))


def _is_asked(wording: Wording, value: Value) -> bool:
    """Whether a figure stands in a question that nobody is told to have asked."""
    asked = wording.text.rstrip().rstrip(_QUOTES).endswith("?")
    return asked and not any(char in wording.text for char in '"“”')


def _supposed(wording: Wording, value: Value) -> set[str]:
    """The verbs over a figure that tell what did not come about: "would have created a firm worth $130 billion"."""
    found = set()
    for verb in _verbs_above(wording, value):
        helping = {wording.lemma[i] for i in wording.children[verb] if wording.dep[i] in ("aux", "auxpass")}
        if {"would", "have"} <= helping:
            found.add(wording.lemma[verb])
    return found


def _was_played(wording: Wording, value: Value) -> bool:
    """Whether a figure is of a game days before the sentence's own: "one week after he ran 10 yards".

    What else was days before is often what another report is about: "a day after he fell 200 feet".
    """
    noun = noun_of(wording, unit_of(value))
    unit = value.quantity.unit if value.quantity is not None else None
    if (unit or (wording.lemma[noun] if noun is not None else "")) not in load_words("en", "rows", "words", "gained"):
        return False
    for verb in _verbs_above(wording, value):
        if wording.dep[verb] != "advcl":
            continue
        mark = next((i for i in wording.children[verb] if wording.lemma[i] == "after"), None)
        before = wording.value_at.get(mark - 1) if mark else None
        if before is not None and before.time is not None and _DAYS.match(before.time.value):
            return value is not before
    return False


def _verbs_above(wording: Wording, value: Value) -> Iterator[int]:
    top = top_of(wording, unit_of(value))
    yield from (i for i in (top, *wording.above(top, _STEPS - 1)) if wording.pos[i] in ("VERB", "AUX"))


def asked_and_offered(setting: Setting, pair: Pair) -> bool:
    """What one side asks and what the other side offers."""
    (left, _), (right, _) = setting.sides(pair)
    ways = _way_of(left, pair.left.unit), _way_of(right, pair.right.unit)
    return set(ways) == {"asking", "offering"}


def _way_of(wording: Wording, unit: Unit) -> str | None:
    """Whether a figure is asked or offered, by the nearest verb or noun above it that tells so."""
    for index in wording.above(top_of(wording, unit), _ACTS):
        for way in ("asking", "offering"):
            if wording.lemma[index] in load_words("en", "relations", way):
                return way
    return None


def of_hurt_and_aboard(setting: Setting, pair: Pair) -> bool:
    """How many something befell, and how many were there: "one sailor was killed", "16 sailors were aboard"."""
    sides = setting.sides(pair)
    if is_tight(pair) or any(value.quantity is None or value.quantity.kind != "count" for _, value in sides):
        return False
    there = [_is_aboard(wording, value) for wording, value in sides]
    # "Killed all ten" tells how many were there too.
    acts = [
        counted_act(wording, value) is not None and not there[at] and _words("whole").isdisjoint(wording.lemma)
        for at, (wording, value) in enumerate(sides)
    ]
    return (acts[0] and not acts[1] and there[1]) or (acts[1] and not acts[0] and there[0])


def _is_aboard(wording: Wording, value: Value) -> bool:
    """Whether a count is of those who were in or on something: "16 were aboard", "the 16 on board"."""
    noun = noun_of(wording, unit_of(value))
    index = noun if noun is not None else top_of(wording, unit_of(value))
    verb = wording.verb_above(index)
    near = [
        *wording.children[index],
        *(wording.children[verb] if wording.lemma[verb] in ("be", "have", "carry") else ()),
    ]
    below = {*near, *(j for i in near if wording.lemma[i] == "on" for j in wording.children[i])}
    return any(wording.lemma[i] in _words("aboard") or wording.lemma[i] == "board" for i in below)


DEED_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    told_on_one_side,
    of_hurt_and_aboard,
)
