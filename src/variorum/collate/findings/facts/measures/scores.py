"""What a team's or a fighter's record stands at, and the final score of two teams."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import are_apart
from variorum.collate.findings.facts.named import last_word, name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "scores")
_NUMBER = re.compile(r"\d{1,3}$")
_SCORE = re.compile(r"\d ?[-‐‑–—] ?\d")
_DASHES = frozenset("-‐‑–—")
# Bouts and games of a season are fewer than this; "1914-18" and scores of points are none.
_MOST = 99
_TWO_NUMBERS = 3
# Reports of one game count their team's games alike but for a slip.
_GAMES_APART = 2
# A record of bouts stands beside a name with how many were won by knockout: "Berg, 12-1, 9 KOs".
_KNOCKOUTS = 5
# Words between a verb of winning and the score.
_NEAR = 8


def find_scores_in(wording: Wording) -> Iterator[Unit]:
    """Yield numbers with hyphens between them: "9-5", "45-1-2"."""
    index = 0 if _SCORE.search(wording.text) else len(wording)
    while index + 2 < len(wording):
        end = index
        while _NUMBER.match(wording.word(end)) and end + 2 < len(wording) and wording.word(end + 1) in _DASHES:
            end += 2
        if end > index and _NUMBER.match(wording.word(end)):
            if all(int(wording.word(i)) <= _MOST for i in range(index, end + 1, 2)):
                yield Unit(index, end + 1, None)
            index = end
        index += 1


def _find_records(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the records that sentences give to teams and fighters: "the Colts (9-5)", "improved to 9-5"."""
    for number, wording in enumerate(wordings):
        if _words("entering").isdisjoint(wording.lemma):
            for unit in find_scores_in(wording):
                team = _bearer(wording, unit)
                if team is not None:
                    words = wording.words(unit.first, unit.end)
                    yield Fact(team, Side(number, unit), re.sub(r"[^\d]", "-", words))


def _bearer(wording: Wording, unit: Unit) -> str | None:
    """Whose record numbers are: the name before a bracket, the subject of "improve to"; None for a score."""
    first, end = unit.first, unit.end
    if first >= 2 and wording.word(first - 1) == "(" and end < len(wording) and wording.word(end) in (")", ",", ";"):
        return _team_at(wording, first - 2)
    knockouts = not _words("knockouts").isdisjoint(wording.lemma[end : end + _KNOCKOUTS])
    if first >= 2 and knockouts and wording.word(first - 1) == ",":
        return _team_at(wording, first - 2)
    if first >= 2 and wording.lemma[first - 1] in ("to", "at") and wording.lemma[first - 2] in _words("standing"):
        after = wording.lemma[end : end + 2]
        if _words("scoping").isdisjoint(after):
            # "Their record rose to 9-5": the parser may take the record for an object of what stands before.
            subject = first - 3 if wording.lemma[first - 3] == "record" else wording.subject_of(first - 2)
            return _owner_of_record(wording, subject) if subject is not None else None
    return None


def _owner_of_record(wording: Wording, subject: int) -> str | None:
    owners = [i for i in wording.children[subject] if wording.dep[i] in ("poss", "nmod") and i in wording.value_at]
    at = owners[0] if owners and wording.lemma[subject] == "record" else subject
    return _team_at(wording, at)


def _find_scores(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the final scores of two teams: "beat the Lions 20-13", "lost to the Bears, 20-13"."""
    for number, wording in enumerate(wordings):
        if not _words("former").isdisjoint(wording.lemma):
            continue
        for unit in find_scores_in(wording):
            teams = _opponents(wording, unit)
            if teams is not None and unit.end - unit.first == _TWO_NUMBERS:
                points = sorted(int(wording.word(i)) for i in (unit.first, unit.end - 1))
                yield Fact(teams, Side(number, unit), "-".join(map(str, points)))


def _opponents(wording: Wording, unit: Unit) -> str | None:
    """The two teams of which one beat the other shortly before a score."""
    verb = next((i for i in range(unit.first - 1, -1, -1) if wording.lemma[i] in _words("beating")), None)
    if verb is None or unit.first - verb > _NEAR:
        return None
    subject = wording.subject_of(verb)
    winner = _team_at(wording, subject)
    beaten = [_team_at(wording, i) for i in range(verb + 1, unit.first)]
    others = sorted({each for each in beaten if each is not None})
    return " ".join(sorted((winner, others[0]))) if winner is not None and len(others) == 1 else None


def _team_at(wording: Wording, index: int | None) -> str | None:
    """The last word of the name at a word; None where there is none."""
    name = name_at(wording, index)
    return (last_word(wording, name) or None) if name is not None else None


def _exclude(one: Stated, other: Stated) -> bool:
    return one.fact.value != other.fact.value and not are_apart(one, other)


def _exclude_records(one: Stated, other: Stated) -> bool:
    """Two records of about the same number of games: others are of two moments of a season."""
    left, right = (sum(map(int, each.fact.value.split("-"))) for each in (one, other))
    return abs(left - right) <= _GAMES_APART and _exclude(one, other)


SCORE_RELATIONS: tuple[Relation, ...] = (
    Relation("record", "figure", _find_records, _exclude_records),
    Relation("score", "figure", _find_scores, _exclude),
)
