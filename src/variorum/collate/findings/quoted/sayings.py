"""Do the words in which two printings of one saying differ exclude each other? A table of named rules, with reasons.

Those that do: a negation that one lacks, figures, dates and names that cannot be the same, opposites, and a lone noun
or adjective in the place of another that means something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Literal

import msgspec

from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.figures import compare_figures
from variorum.collate.compare.names import compare_names
from variorum.collate.compare.words import are_opposites, relation_of_words
from variorum.collate.findings.deciding.moments import moment_of
from variorum.collate.findings.quoted.quotes import Quotation
from variorum.collate.findings.written.spots import Spot
from variorum.collate.points import denying_words, stop_words
from variorum.collate.said.printings import Changed, Comparison, words_of
from variorum.collate.storyline import Storyline
from variorum.lang.senses import load_senses, near_words
from variorum.lang.tables import load_table
from variorum.model.annotations import Mention, Quantity, Time
from variorum.model.record import Aspect
from variorum.model.span import Span
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known
from variorum.text.tree import Tree

# A word that is only another one must stand among so many that are the same, this many of them on each side.
LONG_FOR_A_WORD = 12
AROUND_A_WORD = 2
_PARTS = {"NOUN": "noun", "ADJ": "adjective", "ADV": "adverb", "VERB": "verb", "PROPN": "name", "NUM": "number"}
_VALUED = frozenset({"figure", "date", "name", "place"})
_PLAIN_PARTS = frozenset({"noun", "adjective"})
_UNDOING = ("un", "im", "in", "ir", "il", "dis", "non")
_BRACKETS = re.compile(r"\[[^\]\n]*\]?|\([^)\n]*\)?")


class Side:
    """The changed words of one quotation, with what annotating read there."""

    def __init__(self, storyline: Storyline, quotation: Quotation, changed: Span) -> None:
        self.storyline = storyline
        self.quotation = quotation
        base = quotation.spot.start
        self.spot = Spot(quotation.spot.report, base + changed.start, base + changed.end)
        self.report = storyline.by_id[self.spot.report]
        self.text = storyline.words(self.spot.report, self.spot.span)

    @cached_property
    def quantity(self) -> Quantity | None:
        """The figure that the words are of."""
        return next((each for each in self.report.layers.quantities or () if self._meets(each)), None)

    @cached_property
    def time(self) -> Time | None:
        """The time that the words are of."""
        return next((each for each in self.report.layers.times or () if self._meets(each)), None)

    @cached_property
    def mention(self) -> Mention | None:
        """The name that the words are of, as annotated."""
        mentions = self.report.layers.mentions or ()
        return next((each for each in mentions if each.form == "name" and self._meets(each)), None)

    @property
    def name(self) -> str | None:
        """The whole name that the words are of: as annotated, or where all telling words are written as names.

        "Mrs Berg" and "Mayor Berg" are one name, although it is the titles that differ.
        """
        if self.mention is None and not (self.telling and all(part == "name" for _, part in self.telling)):
            return None
        tree = self.storyline.trees[self.spot.report]
        span = self.shown("name").span
        return self.storyline.words(self.spot.report, span if tree is None else _whole_name(tree, span))

    def shown(self, aspect: Aspect) -> Spot:
        """The words to mark: of a value the whole ("10 years" of "10")."""
        value = self.quantity or self.time or self.mention if aspect in _VALUED else None
        if value is None:
            return self.spot
        return Spot(self.spot.report, min(value.start, self.spot.start), max(value.end, self.spot.end))

    @cached_property
    def telling(self) -> tuple[tuple[str, str], ...]:
        """The lemmas of the words that tell something, with their parts of speech."""
        tree = self.storyline.trees[self.spot.report]
        if tree is None:
            return ()
        tokens = tree.tokens
        return tuple(
            (lemma, _PARTS[tokens.pos[word]])
            for word in tree.words_in(self.spot.span)
            if tokens.pos[word] in _PARTS and (lemma := fold(tokens.lemma[word])) not in stop_words()
        )

    @property
    def is_bracketed(self) -> bool:
        """Whether the words are the desk's own, in brackets."""
        whole = self.storyline.words(self.spot.report, self.quotation.spot.span)
        start = self.spot.start - self.quotation.spot.start
        end = self.spot.end - self.quotation.spot.start
        return any(found.start() < end and start < found.end() for found in _BRACKETS.finditer(whole))

    def is_printed_in(self, other: Side) -> bool:
        """Whether the other report prints these words too, with the same ones before and after."""
        whole, text = self.quotation.spot, self.report.text
        before = words_of(text[whole.start : self.spot.start])[-AROUND_A_WORD:]
        after = words_of(text[self.spot.end : whole.end])[:AROUND_A_WORD]
        run = " ".join((*before, *words_of(self.text), *after))
        return f" {run} " in f" {' '.join(words_of(other.report.text))} "

    def _meets(self, other: Span | Quantity | Time | Mention) -> bool:
        return other.start < self.spot.end and self.spot.start < other.end


def _whole_name(tree: Tree, span: Span) -> Span:
    """The stretch with the words beside it that are written as names too."""
    words = tree.words_in(span)
    if not words:
        return span
    first, last = words[0], words[-1]
    while first > 0 and tree.tokens.pos[first - 1] == "PROPN":
        first -= 1
    while last + 1 < len(tree) and tree.tokens.pos[last + 1] == "PROPN":
        last += 1
    return tree.span(first, last)


class Meeting(msgspec.Struct, frozen=True):
    """The changed words of two printings, side by side."""

    left: Side
    right: Side
    change: Changed
    comparison: Comparison


class Exclusion(msgspec.Struct, frozen=True):
    """In which aspect words exclude each other, and why."""

    aspect: Aspect
    reason: str


# What a rule gives: an exclusion; ALIKE where it is sure that there is none; None where it has nothing to say.
ALIKE: Literal["alike"] = "alike"
Verdict = Exclusion | Literal["alike"] | None


def find_exclusion(meeting: Meeting) -> Exclusion | None:
    """Return why the changed words exclude each other, by the first rule that has something to say; None where not."""
    found = next((verdict for rule in RULES if (verdict := rule(meeting)) is not None), None)
    return None if found == ALIKE or found is None else found


def deny(meeting: Meeting) -> Verdict:
    """One report has a "not" or "never" that the other has not."""
    if not meeting.change.denied:
        return None
    # "Failed to act", "was unable to act" and "did not act" deny alike.
    telling = [*meeting.left.telling, *meeting.right.telling]
    if any(word in denying_words() or (part == "adjective" and _undoes(word)) for word, part in telling):
        return ALIKE
    return Exclusion("status", "one report has the speaker deny what the other does not")


def _undoes(word: str) -> bool:
    """Whether an adjective denies another by its form: "unsafe" is "not safe"."""
    rest = next((word.removeprefix(prefix) for prefix in _UNDOING if word.startswith(prefix)), None)
    return rest is not None and bool(load_senses().word(rest).senses)


def give_figures(meeting: Meeting) -> Verdict:
    """Figures that differ; said of one tally at two moments both may have been said."""
    one, other = meeting.left.quantity, meeting.right.quantity
    if one is None or other is None:
        return None
    verdict = compare_figures(one, other)
    if verdict.outcome != "differs" or _are_of_two_moments(meeting):
        return ALIKE
    return Exclusion("figure", verdict.reason)


def _are_of_two_moments(meeting: Meeting) -> bool:
    one, other = moment_of(meeting.left.report), moment_of(meeting.right.report)
    return one is not None and other is not None and (one.is_before(other) or other.is_before(one))


def name_days(meeting: Meeting) -> Verdict:
    """A day told from that of speaking, "today" and "yesterday": whichever it was, one of them was not said."""
    one, other = (_day_said(side.text) for side in (meeting.left, meeting.right))
    if one is None or other is None or one == other:
        return None
    return Exclusion("date", "one report has the speaker tell of another day")


def _day_said(words: str) -> int | None:
    """How many days from the day of speaking some words tell: "this morning" 0, "yesterday" -1; None for others."""
    table, told = load_table("en", "times")["valued"], words_of(words)
    days: dict[str, int] = table["deictic"] | {"tonight": 0}
    if len(told) == 1:
        return days.get(told[0])
    of_part = len(told) > 1 and told[1] in table["part"]
    return ({"this": 0, "last": -1} | days).get(told[0]) if of_part else None


def give_times(meeting: Meeting) -> Verdict:
    """Times that cannot be one."""
    one, other = meeting.left.time, meeting.right.time
    if one is None or other is None:
        return None
    verdict = compare_dates(one.value, other.value)
    aspect: Aspect = "figure" if one.type == "DURATION" else "date"
    return Exclusion(aspect, verdict.reason) if verdict.outcome == "differs" else ALIKE


def give_names(meeting: Meeting) -> Verdict:
    """Names that cannot be of one bearer."""
    one, other = meeting.left.name, meeting.right.name
    if one is None or other is None:
        return None
    known = find_known(one)
    verdict = compare_names(one, other)
    if verdict.outcome != "differs" or (known is not None and known == find_known(other)):
        return ALIKE
    mentions = meeting.left.mention, meeting.right.mention
    are_places = all(each is not None and each.type == "PLACE" for each in mentions)
    return Exclusion("place" if are_places else "name", verdict.reason)


def say_opposites(meeting: Meeting) -> Verdict:
    """Words of which one is the opposite of the other."""
    pairs = [
        (one, other, part) for one, part in meeting.left.telling for other, _ in meeting.right.telling if one != other
    ]
    for one, other, part in pairs:
        if are_opposites(one, other):
            return Exclusion("status" if part == "verb" else "description", "the words are opposites")
    return ALIKE if any(relation_of_words(one, other) in ("same", "wider") for one, other, _ in pairs) else None


def say_something_else(meeting: Meeting) -> Verdict:
    """A lone noun or adjective in the place of another that means something else, in a saying that is else the same."""
    left, right = meeting.left.telling, meeting.right.telling
    change, comparison = meeting.change, meeting.comparison
    if len(left) != 1 or len(right) != 1 or len(comparison.changes) > 1 or comparison.shared < LONG_FOR_A_WORD:
        return None
    (one, part), (other, part_other) = left[0], right[0]
    known = all(load_senses().word(word).senses for word in (one, other))
    # "Huge" and "enormous" are both near to "big": what one desk says for the other.
    if part != part_other or part not in _PLAIN_PARTS or not known or near_words(one) & near_words(other):
        return None
    stands_within = min(change.before, change.after) >= AROUND_A_WORD
    return Exclusion("description", "the words mean different things") if stands_within else None


RULES: tuple[Callable[[Meeting], Verdict], ...] = (
    deny,
    give_figures,
    name_days,
    give_times,
    give_names,
    say_opposites,
    say_something_else,
)
