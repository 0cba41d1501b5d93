"""Prices that went one way and then another: up before the opening, down in early trading.

A move is a direction told of what is traded, with whose it is and when in the day of trading. Two moves of one owner
that go different ways are an update where their reports tell of different hours of trading or of different days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from itertools import combinations

import msgspec

from variorum.collate.findings.deciding.moments import Stretch, moment_of
from variorum.collate.findings.explained.moments.trading import phase_of, trading_ways
from variorum.collate.findings.updates.own import is_own
from variorum.collate.findings.written.spots import Spot
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.report import Report
from variorum.model.span import ReportId, Span
from variorum.text.tree import Tree

_DAY = timedelta(days=1)
_SUBJECTS = ("nsubj", "nsubjpass")


class Move(msgspec.Struct, frozen=True):
    """A price that went up (`way` 1) or down (-1), at its place; `phase` counts the hours of trading (-1: not told)."""

    owner: str
    way: int
    phase: int
    spot: Spot


class Turn(msgspec.Struct, frozen=True):
    """A move and a later one the other way."""

    early: Move
    late: Move


def find_turns(storyline: Storyline) -> list[Turn]:
    """Return the prices that two reports of different hours or days tell to go different ways, by owner."""
    moments: dict[ReportId, Stretch] = {}
    moves: dict[tuple[str, str], list[Move]] = defaultdict(list)
    for report in storyline.reports:
        moment, tree = moment_of(report), storyline.trees[report.id]
        if moment is None or tree is None:
            continue
        moments[report.id] = moment
        for move in _Reader(storyline, report, tree).moves():
            if is_own(storyline, move.spot):
                moves[str(storyline.story_of(report.id)), move.owner].append(move)
    turns = []
    for key in sorted(moves):
        for one, other in combinations(moves[key], 2):
            turn = _turn_of(one, other, moments) if one.spot.report != other.spot.report else None
            if turn is not None:
                turns.append(turn)
                break
    return turns


def _turn_of(one: Move, other: Move, moments: Mapping[ReportId, Stretch]) -> Turn | None:
    if one.way == other.way:
        return None
    left, right = moments[one.spot.report], moments[other.spot.report]
    if right.start - left.end >= _DAY:
        return Turn(one, other)
    if left.start - right.end >= _DAY:
        return Turn(other, one)
    if min(one.phase, other.phase) < 0 or one.phase == other.phase:
        return None
    return Turn(*sorted((one, other), key=lambda move: move.phase))


class _Reader:
    """Reads the moves of one report off its parse."""

    def __init__(self, storyline: Storyline, report: Report, tree: Tree) -> None:
        self.storyline, self.report, self.tree = storyline, report, tree
        self.lemma = [lemma.casefold() for lemma in tree.tokens.lemma]

    def moves(self) -> list[Move]:
        """Return the first move of each owner, in text order."""
        traded = load_words("en", "updates", "markets", "traded")
        found: dict[str, Move] = {}
        for index, lemma in enumerate(self.lemma):
            if lemma in traded and self.tree.tokens.dep[index] in _SUBJECTS:
                move = self._move(index)
                if move is not None:
                    found.setdefault(move.owner, move)
        return list(found.values())

    @cached_property
    def _owners(self) -> Mapping[int, str]:
        """The entity, across reports, of each word of a name of an organization."""
        found: dict[int, str] = {}
        for mention in self.report.layers.mentions or ():
            entity = self.storyline.entity_of(self.report.id, mention.entity)
            if mention.type == "ORG" and entity is not None:
                found.update(dict.fromkeys(self.tree.words_in(Span(mention.start, mention.end)), entity))
        return found

    def _move(self, traded: int) -> Move | None:
        verb = self.tree.tokens.head[traded]
        told = [verb, *self.tree.children_by(verb, "advmod", "acomp", "prt", "prep")]
        ways = trading_ways()
        way = next((ways[self.lemma[word]] for word in told if self.lemma[word] in ways), None)
        below = self.tree.subtree(traded)
        owner = next((self._owners[word] for word in below if word in self._owners), None)
        if way is None or owner is None or self.tree.children_by(verb, "neg"):
            return None
        if any(self.tree.tokens.tag[child] == "MD" for child in self.tree.children[verb]):
            return None
        words = [word for word in self.tree.subtree(verb) if word not in below]
        said = {self.lemma[word] for word in words}
        span = self.tree.span(min(traded, *told[:1]), max(traded, *told[:1]))
        return Move(owner, way, phase_of(said), Spot(self.report.id, span.start, span.end))
