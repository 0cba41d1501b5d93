"""The counts that reports keep: how many were killed, injured, arrested, affected, and how many signed.

A tally is a count with what it counts (whoever it is, or a noun), the act or state that it counts, and the countries
that narrow it ("British", "in the United States"). What is a part, a rate, added to another, of another occasion or of
another year is no tally of the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

import msgspec

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.counting.tally_acts import (
    Act,
    act_of,
    noun_of,
    some_of,
    tally_named,
    tally_words,
    words_below,
)
from variorum.collate.findings.deciding.moments import looks_back
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

PEOPLE = "people"
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "oprd")
# A sentence that names a time so long before the first report tells of something else; of what befalls at once sooner.
_SUDDEN_BACK = timedelta(days=3)
_BACK = timedelta(days=180)
_words = partial(load_words, "en", "tallies", "words")


class Tally(msgspec.Struct, frozen=True):
    """A count of a wording: the act it counts, whom or what (empty where left out), and the countries that narrow it.

    `acted` holds the lemmas of the act's other arguments ("signed a petition"). `known` is true where the act is one of
    the table of tallies. `newer` is true where the words beside it say that it is the later value, `revised` where
    they say that it was put right.
    """

    side: Side
    act: str
    counted: str
    scope: frozenset[str]
    acted: frozenset[str]
    known: bool
    newer: bool
    revised: bool

    @property
    def value(self) -> Value:
        """The count as it was read."""
        if self.side.unit.value is None:
            raise ValueError("a tally has a value")
        return self.side.unit.value


def find_tallies(wordings: Sequence[Wording], since: date | None) -> list[Tally]:
    """Return the tallies of all wordings in their order. `since` is the day of the first report, None if unknown."""
    return [
        tally
        for number, wording in enumerate(wordings)
        for value in wording.values
        if (tally := _tally_of(number, wording, value)) is not None
        and not looks_back(wording, value.first, since, _SUDDEN_BACK if tally.act in _words("sudden") else _BACK)
    ]


def _tally_of(number: int, wording: Wording, value: Value) -> Tally | None:
    quantity = value.quantity
    if quantity is None or quantity.value is None:
        return None
    unit = unit_of(value)
    hub = noun_of(wording, unit)
    if quantity.kind != "count" and not (quantity.kind == "ordinal" and _counts_so_far(wording, unit, hub)):
        return None
    if is_no_whole(wording, unit, hub):
        return None
    act = act_of(wording, unit)
    if act is None or _is_added(wording, unit, act) or _is_age(wording, unit, hub):
        return None
    if act.name in _words("sudden") and _is_open(wording, act.word):
        return None
    return Tally(
        side=Side(number, unit),
        act=act.name,
        counted=_counted(wording, hub) if hub is not None else "",
        scope=_scope(wording, unit, hub),
        acted=frozenset(_arguments(wording, act.word, hub if hub is not None else top_of(wording, unit))),
        known=act.known,
        newer=tells_newer(wording, unit, act.word, "newer"),
        revised=tells_newer(wording, unit, act.word, "revised"),
    )


def tells_newer(wording: Wording, unit: Unit, governor: int, how: str) -> bool:
    """Return whether words beside a figure tell that it is the later one ("newer"), or was put right ("revised")."""
    beside = (*range(max(0, unit.first - 3), unit.first), governor)
    return any(wording.lemma[i] in _words(how) for i in beside)


def _counts_so_far(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Whether an ordinal tells how many there are by now: "a fifth pupil has died", "the third person to die"."""
    if hub is None or hub < unit.end or not is_kind_of(wording.lemma[hub], "person"):
        return False
    articles = [wording.lemma[i] for i in wording.children[hub] if wording.dep[i] == "det"]
    to_do = (i for i in wording.children[hub] if wording.dep[i] == "relcl" and wording.tag[i] == "VB")
    return articles in (["a"], ["an"]) or (articles == ["the"] and any(to_do))


def is_no_whole(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Whether a count is a part, an addition, a rate or compared with: "ten of whom", "an additional 20", "a day"."""
    top = top_of(wording, unit)
    before = [wording.lemma[i] for i in range(max(0, unit.first - 2), unit.first)]
    after = [wording.lemma[i] for i in range(unit.end, min(len(wording), unit.end + 2))]
    if before[-1:] == ["than"] and before[-2:-1] not in (["more"], ["less"], ["few"], ["fewer"]):
        return True
    if _words("added") & set(before) and before != ["more", "than"]:
        return True
    if after[:1] == ["more"] or (after[:1] == ["of"] and bool(_words("those") & set(after[1:]))):
        # "Ten of those who climbed in" are no part of somebody told of before.
        return not (after[1:] == ["those"] and any(wording.dep[i] == "relcl" for i in wording.children[unit.end + 1]))
    end = (hub if hub is not None else unit.end - 1) + 3
    around = {wording.lemma[i] for i in range(max(0, unit.first - 2), min(len(wording), end))}
    if _words("rate") & around or wording.is_denied(top):
        return True
    above = wording.above(hub if hub is not None else top, 2)
    return any(wording.lemma[i] in _words("part") for i in above)


def _is_age(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Whether a bare number tells how old somebody is: "his wife Zeliha, thirty-nine, was dead", "a woman of 60"."""
    before = unit.first - 1
    if hub is not None or before < 1:
        return False
    if (
        wording.word(before) == "of"
        and wording.tag[before - 1] == "NN"
        and is_kind_of(wording.lemma[before - 1], "person")
    ):
        return True
    commas = all(i < len(wording) and wording.word(i) == "," for i in (before, unit.end))
    return commas and wording.pos[before - 1] in ("NOUN", "PROPN")


def _is_open(wording: Wording, verb: int) -> bool:
    """Whether an act may have been, or is still to come."""
    return any(
        wording.dep[child] == "aux" and wording.lemma[child] in _words("open") for child in wording.children[verb]
    )


def _is_added(wording: Wording, unit: Unit, act: Act) -> bool:
    """Whether those of one tally now count for another: "two of the wounded have died"."""
    some = some_of(wording, unit)
    before = tally_named(wording, some) if some is not None else None
    return before not in (None, act.name) and act.name not in _words("passing")


def _counted(wording: Wording, hub: int) -> str:
    lemma = wording.lemma[hub]
    known = find_known(wording.word(hub))
    is_people = known is not None and known.kind == "people"
    return PEOPLE if is_people or lemma in _words("people") or lemma in tally_words() else lemma


def _scope(wording: Wording, unit: Unit, hub: int | None) -> frozenset[str]:
    """The countries of the words around a count and its noun ("British people", "consumers in the United States")."""
    words = set(range(unit.end, (hub if hub is not None else unit.end - 1) + 1))
    for child in wording.children[hub] if hub is not None else ():
        if wording.dep[child] in ("amod", "compound", "nmod", "poss"):
            words.add(child)
        elif wording.dep[child] == "prep":
            words.update(words_below(wording, child))
    if hub is not None and hub + 1 < len(wording) and wording.dep[hub + 1] == "prep":
        words.update(words_below(wording, hub + 1))
    return frozenset(country for index in words if (country := _country_at(wording, index)) is not None)


def _country_at(wording: Wording, index: int) -> str | None:
    value = wording.value_at.get(index)
    named = value is not None and value.mention is not None
    known = find_known(wording.words(value.first, value.end) if value is not None and named else wording.word(index))
    return known.country if known is not None and known.kind in ("country", "people") else None


def _arguments(wording: Wording, verb: int, counted: int) -> Iterator[str]:
    """The lemmas of what else hangs on the act: what was signed, what was cancelled."""
    for child in wording.children[verb]:
        if child != counted and wording.dep[child] in (*_SUBJECTS, *_OBJECTS, "agent") and wording.is_content[child]:
            yield wording.lemma[child]
