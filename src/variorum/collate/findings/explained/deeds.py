"""Figures of two deeds or states: time served and time given, games missed and played, a delay and a stay.

Rules of `explainer.py` over what is done with a figure; words are in `lang/en/listed.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.explained.apart import are_alike, size_of
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.tallies import counted_act, noun_of
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

if TYPE_CHECKING:
    from variorum.collate.findings.explained.explainer import Explainer
    from variorum.collate.findings.pairs import Pair

# Governors of a figure that are looked at, and those that tell what is asked or offered.
_STEPS = 6
_ACTS = 4
# Words from a figure up to the clause that tells of which game it is.
_CLAUSES = 10
_QUOTES = "\"'”’») "
_YEARS = re.compile(r"P(\d+(?:\.\d+)?)Y$")
# A season has so many games at the least.
_GAMES = 3
_DAYS = re.compile(r"P\d+(?:\.\d+)?[DWMY]$")
_DURING = frozenset({"in", "during", "over", "across"})
_PAST = frozenset({"VBD", "VBN", "VBG"})
# Words from "of" to a length of time behind it.
_NEAR = 3
_words = partial(load_words, "en", "listed", "words")


def told_on_one_side(explainer: Explainer, pair: Pair) -> bool:
    """A figure that is asked about, that would have been, or that was played days before.

    "Will they pay $25 million?", "would have made a giant worth $130 billion", "a week after he ran 10 yards".
    """
    (left, one), (right, other) = explainer.sides(pair)
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


def asked_and_offered(explainer: Explainer, pair: Pair) -> bool:
    """What one side asks and what the other side offers."""
    (left, _), (right, _) = explainer.sides(pair)
    acts, others = _acts_above(left, pair.left.unit), _acts_above(right, pair.right.unit)
    asking, offering = (load_words("en", "relations", way) for way in ("asking", "offering"))
    return bool((acts & asking and others & offering) or (acts & offering and others & asking))


def _acts_above(wording: Wording, unit: Unit) -> set[str]:
    """The lemmas of the verbs and nouns that govern a stretch, up to its sentence's main verb."""
    acts: set[str] = set()
    index = top_of(wording, unit)
    while wording.head[index] != index and len(acts) < _ACTS:
        index = wording.head[index]
        acts.add(wording.lemma[index])
    return acts


def of_delay_and_stay(explainer: Explainer, pair: Pair) -> bool:
    """How late something is, and how long something else takes: "50 minutes late", "an hour on the ground"."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.kind != "duration" or other.kind != "duration" or is_tight(pair):
        return False
    for (wording, value), stay in (((left, one), right), ((right, other), left)):
        if _is_delay(wording, value) and (_words("delaying") | {"later"}).isdisjoint(stay.lemma):
            return True
    return False


def _is_delay(wording: Wording, value: Value) -> bool:
    top = top_of(wording, unit_of(value))
    near = {wording.lemma[top], wording.lemma[wording.head[top]], *wording.lemma[value.end : value.end + 1]}
    if wording.lemma[wording.head[top]] in ("by", "for", "of"):
        near.add(wording.lemma[wording.head[wording.head[top]]])
    return not _words("delaying").isdisjoint(near)


def of_missed_and_played(explainer: Explainer, pair: Pair) -> bool:
    """What somebody missed and what he took part in: "missed four games", "played in 10 games"."""
    (left, one), (right, other) = explainer.sides(pair)
    nouns = noun_of(left, unit_of(one)), noun_of(right, unit_of(other))
    if nouns[0] is None or nouns[1] is None or not are_alike(left, nouns[0], right, nouns[1]) or is_tight(pair):
        return False
    told = (left, nouns[0]), (right, nouns[1])
    missed, played = [_is_missed(*each) for each in told], [_is_played(*each) for each in told]
    return (missed[0] and played[1]) or (missed[1] and played[0])


def _is_missed(wording: Wording, noun: int) -> bool:
    return wording.lemma[wording.verb_above(noun)] in _words("missing")


def _is_played(wording: Wording, noun: int) -> bool:
    """Whether games are those that somebody played in: "played ten games", "had 793 yards in 14 games"."""
    if _is_missed(wording, noun):
        return False
    within = wording.dep[noun] == "pobj" and wording.lemma[wording.head[noun]] in ("in", "through")
    games = wording.lemma[noun] in load_words("en", "rows", "words", "spans")
    return wording.lemma[wording.verb_above(noun)] in _words("playing") or (within and games)


def of_hurt_and_aboard(explainer: Explainer, pair: Pair) -> bool:
    """How many something befell, and how many were there: "one sailor was killed", "16 sailors were aboard"."""
    sides = explainer.sides(pair)
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


def of_served_and_given(explainer: Explainer, pair: Pair) -> bool:
    """How long somebody served and was to serve: "served four months", "was sentenced to three years"."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.kind != "duration" or other.kind != "duration" or is_tight(pair):
        return False
    served, given = (_is_served(left, one), _is_served(right, other)), (_is_given(left, one), _is_given(right, other))
    return (served[0] and given[1]) or (served[1] and given[0])


def _is_served(wording: Wording, value: Value) -> bool:
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    if wording.lemma[verb] not in _words("serving") or wording.tag[verb] not in _PAST or _is_whole_term(wording, value):
        return False
    above = {wording.lemma[i] for i in _verbs_above(wording, value) if i != verb and wording.dep[verb] != "conj"}
    return above.isdisjoint(_words("bidding"))


def _is_given(wording: Wording, value: Value) -> bool:
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    return wording.lemma[verb] in _words("condemning") or _is_whole_term(wording, value)


def _is_whole_term(wording: Wording, value: Value) -> bool:
    """Whether a length of time is one of which a part is told: "nine months of a two-year sentence"."""
    before = range(max(0, value.first - _NEAR), value.first)
    of = next((i for i in reversed(before) if wording.lemma[i] == "of"), None)
    part = wording.value_at.get(of - 1) if of else None
    return part is not None and part.kind == "duration"


def of_one_and_several(explainer: Explainer, pair: Pair) -> bool:
    """What several deeds brought in all and what one did: "31 guns in its five raids so far", "12 guns in the raid"."""
    (left, one), (right, other) = explainer.sides(pair)
    if any(value.quantity is None or value.quantity.kind != "count" for value in (one, other)):
        return False
    several = _several(left, one), _several(right, other)
    if bool(several[0]) == bool(several[1]):
        return False
    (wording, low), high = ((right, other), one) if several[0] else ((left, one), other)
    noun = several[0] or several[1]
    if size_of(low) >= size_of(high) or any(
        wording.lemma[i] == noun and wording.tag[i] == "NNS" for i in range(len(wording))
    ):
        return False
    # Of the dead of three attacks, one report may tell without a word on the attacks.
    return counted_act(left, one) is None or counted_act(right, other) is None or noun in wording.lemma


def _several(wording: Wording, value: Value) -> str:
    """What several deeds brought a count ("in their five raids so far they seized 31 guns"); empty for other counts."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    for each in wording.values:
        noun = noun_of(wording, unit_of(each)) if each is not value and size_of(each) > 1 else None
        if noun is None or wording.tag[noun] != "NNS" or wording.lemma[noun] not in _words("operations"):
            continue
        if wording.lemma[wording.head[noun]] in _DURING and wording.verb_above(noun) == verb:
            return wording.lemma[noun]
    return ""


def of_post_and_whole_time(explainer: Explainer, pair: Pair) -> bool:
    """How long somebody was with a body, and how long in one post there: "19 seasons with", "four seasons as"."""
    sides = explainer.sides(pair)
    verbs = [wording.verb_above(top_of(wording, unit_of(value))) for wording, value in sides]
    posts = [_is_in_post(wording, verb, value) for (wording, value), verb in zip(sides, verbs, strict=True)]
    if posts[0] == posts[1] or sides[0][0].lemma[verbs[0]] not in _words("spending"):
        return False
    if sides[1][0].lemma[verbs[1]] not in _words("spending"):
        return False
    lengths = [_years(wording, value) for wording, value in sides]
    post, whole = lengths if posts[0] else lengths[::-1]
    return 0 < post < whole


def _is_in_post(wording: Wording, verb: int, value: Value) -> bool:
    return any(wording.lemma[i] == "as" and i >= value.end for i in (*wording.children[verb], *_after(wording, value)))


def _after(wording: Wording, value: Value) -> range:
    return range(value.end, min(len(wording), value.end + 2))


def _years(wording: Wording, value: Value) -> float:
    """How many years or seasons a value is; 0 for others."""
    if value.time is not None:
        found = _YEARS.match(value.time.value)
        return float(found[1]) if found is not None else 0.0
    noun = noun_of(wording, unit_of(value))
    return size_of(value) if noun is not None and wording.lemma[noun] in ("season", "year") else 0.0


def of_game_and_season(explainer: Explainer, pair: Pair) -> bool:
    """What a player made in one game and in all of them: "nine carries against Voss", "147 carries this season"."""
    sides = explainer.sides(pair)
    gained = load_words("en", "rows", "words", "gained")
    nouns = [noun_of(wording, unit_of(value)) for wording, value in sides]
    units = [value.quantity.unit if value.quantity is not None else None for _, value in sides]
    made = [
        (unit or (wording.lemma[noun] if noun is not None else "")) in gained
        for (wording, _), noun, unit in zip(sides, nouns, units, strict=True)
    ]
    games = [_is_of_game(wording, value) for wording, value in sides]
    if not all(made) or games[0] == games[1] or is_tight(pair):
        return False
    (_, game), (season, more) = sides if games[0] else sides[::-1]
    if "against" in season.lemma or size_of(game) >= size_of(more):
        return False
    spans = {"season", "career", "year"}
    return bool(spans & {*season.lemma}) or size_of(more) >= _GAMES * size_of(game)


def _is_of_game(wording: Wording, value: Value) -> bool:
    """Whether a figure was made against a team that is named in its clause, or in the one whose time that tells."""
    index = top_of(wording, unit_of(value))
    for _ in range(_CLAUSES):
        if wording.pos[index] in ("VERB", "AUX"):
            below = [*wording.children[index], *(j for i in wording.children[index] for j in wording.children[i])]
            if any(wording.lemma[i] == "against" and wording.dep[i] == "prep" for i in below):
                return True
            if wording.dep[index] not in ("advcl", "conj", "acl", "xcomp"):
                return False
        index = wording.head[index]
    return False


DEED_RULES: tuple[Callable[[Explainer, Pair], bool], ...] = (
    told_on_one_side,
    of_delay_and_stay,
    of_missed_and_played,
    of_hurt_and_aboard,
    of_served_and_given,
    of_one_and_several,
    of_post_and_whole_time,
    of_game_and_season,
)
