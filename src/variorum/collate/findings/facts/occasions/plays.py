"""When in a game something was done: the clock at which the score was tied, or a shot was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.occasions.befallen import name_of
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_CLOCK = re.compile(r"(\d{0,2}):(\d\d)$")
_SCORE = re.compile(r"(\d{1,3}) ?[-‐‑–—] ?(\d{1,3})\b")
_ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|final)$")
_IN_FIGURES = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th"}
# Words behind a clock that tell that so much was left: "13:41 still to play".
_NEAR = 4
# Words behind a clock among which the part of the game stands: "minutes remaining in the third quarter".
_PART = 7
# Seconds that two tellings of one play lie apart: more are two plays.
_SECONDS = 3
_words = partial(load_words, "en", "plays")


def _find_clocked(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the one clock of a sentence under each person whom it names, and as that of a tie."""
    for number, wording in enumerate(wordings):
        if ":" not in wording.text:
            continue
        clocks = [index for index in range(len(wording)) if _is_clock_of_game(wording, index)]
        if not clocks:
            continue
        last = clocks[-1]  # the others are of what was done before: "tied it with 14:05 left, then led with 7:41 to go"
        told, side = f"{_period(wording, last)}|{_tied_at(wording)}", Side(number, Unit(last, last + 1, None))
        persons = {name_of(wording, value) for value in persons_in(wording)}
        yield from (Fact(f"play {name}", side, told) for name in sorted(each for each in persons if each))
        if _ties(wording) and len(clocks) == 1:
            yield Fact("tie", side, told)


def _period(wording: Wording, clock: int) -> str:
    """The part of the game behind a clock: "3rd quarter"; empty where the sentence names none there."""
    for index in range(clock + 1, min(clock + _PART, len(wording) - 1)):
        ordinal = wording.word(index).casefold()
        if _ORDINAL.match(ordinal) and wording.lemma[index + 1] in _words("periods"):
            return f"{_IN_FIGURES.get(ordinal, ordinal)} {wording.lemma[index + 1]}"
    return ""


def _ties(wording: Wording) -> bool:
    """Whether a sentence tells that the score was made even."""
    tying = [i for i in range(len(wording)) if wording.lemma[i] in _words("tying") and wording.pos[i] == "VERB"]
    return any(wording.lemma[i] in _words("tied") for verb in tying for i in wording.children[verb] if i > verb)


def _tied_at(wording: Wording) -> str:
    """The score at which a game was made even: "61-61"; empty where a sentence tells none."""
    level = {first for first, second in _SCORE.findall(wording.text) if first == second}
    return level.pop() if len(level) == 1 else ""


def _differ_in_clock(one: Stated, other: Stated) -> bool:
    """Whether two clocks are of one play: of one tie in one part of the game, or of one person within a moment."""
    (period, _, score), (period_other, _, score_other) = (each.fact.value.partition("|") for each in (one, other))
    if period and period_other and period != period_other:
        return False
    apart = abs(_seconds(one) - _seconds(other))
    if one.fact.about != "tie":
        return 0 < apart <= _SECONDS
    same = period and period == period_other
    return apart > 0 and bool(same) and not (score and score_other and score != score_other)


def _seconds(stated: Stated) -> int:
    return _seconds_at(stated.wording, stated.fact.side.unit.first) or 0


def _seconds_at(wording: Wording, index: int) -> int | None:
    """The seconds that a clock shows: 793 of "13:13"; None for a word that is no clock."""
    found = _CLOCK.match(wording.word(index))
    return int(found[1] or 0) * 60 + int(found[2]) if found is not None else None


def _is_clock_of_game(wording: Wording, index: int) -> bool:
    """Whether a word is a clock that tells how much is left to play."""
    left = wording.lemma[index + 1 : index + 1 + _NEAR]
    return _seconds_at(wording, index) is not None and not _words("left").isdisjoint(left)


PLAY_RELATIONS: tuple[Relation, ...] = (Relation("clock of a play", "date", _find_clocked, _differ_in_clock),)
