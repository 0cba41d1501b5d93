"""What the score was when the clock of a game showed so much: "up 45-35 with 13:41 to play"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.scores import find_scores_in
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "plays")
_CLOCK = re.compile(r"(\d{0,2}):(\d\d)$")
# Words behind a clock that tell that so much was left: "13:41 still to play".
_NEAR = 4
_PARTS = 2


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the one score of a sentence that tells one state of the clock, less those of sentences with several."""
    for number, wording in enumerate(wordings):
        if ":" not in wording.text:
            continue
        clocks = [index for index in range(len(wording)) if seconds_at(wording, index) is not None]
        scores = [unit for unit in find_scores_in(wording) if _is_plain(wording, unit)] if len(clocks) == 1 else []
        if len(scores) == 1 and is_clock_of_game(wording, clocks[0]):
            points = sorted(int(each) for each in re.findall(r"\d+", wording.words(scores[0].first, scores[0].end)))
            yield Fact(wording.word(clocks[0]), Side(number, scores[0]), "-".join(map(str, points)))


def seconds_at(wording: Wording, index: int) -> int | None:
    """Return the seconds that a clock shows: 793 of "13:13"; None for a word that is no clock."""
    found = _CLOCK.match(wording.word(index))
    return int(found[1] or 0) * 60 + int(found[2]) if found is not None else None


def is_clock_of_game(wording: Wording, index: int) -> bool:
    """Return whether a word is a clock that tells how much is left to play."""
    left = wording.lemma[index + 1 : index + 1 + _NEAR]
    return seconds_at(wording, index) is not None and not _words("left").isdisjoint(left)


def _is_plain(wording: Wording, unit: Unit) -> bool:
    """Whether numbers are a score as it stood: neither a run ("a 9-2 run") nor a record or shots made."""
    points = re.findall(r"\d+", wording.words(unit.first, unit.end))
    around = {*wording.lemma[max(0, unit.first - 1) : unit.first], *wording.lemma[unit.end : unit.end + 2]}
    return len(points) == _PARTS and _words("runs").isdisjoint(around)


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two scores differ and no two parts of the game are named: two halves have the same clock."""
    parts = [_words("periods") & {*each.wording.lemma} for each in (one, other)]
    ordinals = [
        {v.quantity.value for v in each.wording.values if v.quantity is not None and v.kind == "ordinal"}
        for each in (one, other)
    ]
    apart = all(parts) and all(ordinals) and not ordinals[0] & ordinals[1]
    return one.fact.value != other.fact.value and not apart


CLOCKED_RELATIONS: tuple[Relation, ...] = (Relation("score at a time", "figure", _find, _are_two),)
