"""Words that two independent reports put into one saying, of which at most one can have been said.

A saying is known by the words that both print. What a desk may do to a quotation is no misquotation: to cut it, to tidy
spoken words, to spell them otherwise, to put its own in brackets, to say in other words what it translates. So only
words that exclude each other count: a negation that one lacks, figures, dates and names that cannot be the same,
opposites, and a lone noun or adjective in the place of another that says something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import msgspec

from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.figures import compare_figures
from variorum.collate.compare.names import compare_names
from variorum.collate.compare.words import are_opposites, relation_of_words
from variorum.collate.findings.moments import moment_of
from variorum.collate.findings.quotes import Printings, Quotation, find_near_quotations
from variorum.collate.findings.spots import Spot
from variorum.collate.points import denying_words, stop_words
from variorum.collate.printings import Changed, Comparison, compare_printings, words_of
from variorum.collate.storyline import Storyline
from variorum.lang.senses import load_senses, near_words
from variorum.model.annotations import Mention, Quantity, Time
from variorum.model.record import Aspect
from variorum.model.span import Span
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known
from variorum.text.tree import Tree

# Two who are not known to be one speaker may use one phrase; so many words in one order are one saying.
LONG = 10
MOSTLY = 0.75
# In a saying told in more other words than this, a desk translates or retells.
MOST_CHANGES = 2
# A word that is only another one must stand among so many that are the same, this many of them on each side.
LONG_FOR_A_WORD = 12
AROUND_A_WORD = 2
_PARTS = {"NOUN": "noun", "ADJ": "adjective", "ADV": "adverb", "VERB": "verb", "PROPN": "name", "NUM": "number"}
_VALUED = frozenset({"figure", "date", "name", "place"})
_PLAIN_PARTS = frozenset({"noun", "adjective"})
_UNDOING = ("un", "im", "in", "ir", "il", "dis", "non")
_BRACKETS = re.compile(r"\[[^\]\n]*\]?|\([^)\n]*\)?")


class Misquotation(msgspec.Struct, frozen=True):
    """One saying that reports quote with words that exclude each other: aspect, reason, and the words by place.

    `topic` is the saying as one report prints it. Each place has its words, spaces made plain; `reason` tells of the
    first two.
    """

    aspect: Aspect
    reason: str
    topic: str
    places: tuple[tuple[Spot, str], ...]


def find_misquotations(storyline: Storyline, quotations: Sequence[Quotation]) -> list[Misquotation]:
    """Return the sayings that independent reports of one story quote with words that exclude each other.

    Those that share a place are one, in order of place.
    """
    clashes = [
        clash
        for printings in find_near_quotations(quotations)
        if _are_of_two_witnesses(storyline, printings)
        for clash in _clashes(storyline, printings)
    ]
    return [_misquotation(storyline, group) for group in _gather(clashes)]


class _Clash(msgspec.Struct, frozen=True):
    """Two places in two printings of one saying whose words exclude each other, and why."""

    printings: Printings
    left: Spot
    right: Spot
    aspect: Aspect
    reason: str


def _are_of_two_witnesses(storyline: Storyline, printings: Printings) -> bool:
    reports = [each.spot.report for each in (printings.one, printings.other)]
    return storyline.count_independent(reports) > 1 and len({storyline.story_of(report) for report in reports}) == 1


def _gather(clashes: Sequence[_Clash]) -> list[list[_Clash]]:
    """The clashes in groups that share places: a printing may clash with several others."""
    groups: dict[Spot, list[_Clash]] = {}
    for clash in clashes:
        old = {id(groups[spot]): groups[spot] for spot in (clash.left, clash.right) if spot in groups}
        joined = [*(each for group in old.values() for each in group), clash]
        groups.update({spot: joined for each in joined for spot in (each.left, each.right)})
    return list({id(group): group for _, group in sorted(groups.items())}.values())


def _misquotation(storyline: Storyline, clashes: Sequence[_Clash]) -> Misquotation:
    first = clashes[0]
    others = sorted({spot for clash in clashes for spot in (clash.left, clash.right)} - {first.left, first.right})
    spots = [first.left, first.right, *others]
    words = {spot: _plain(storyline.words(spot.report, spot.span)) for spot in spots}
    saying = first.printings.one
    speakers = {each.speaker for clash in clashes for each in (clash.printings.one, clash.printings.other)}
    speaker = speakers.pop() if len(speakers) == 1 else None
    whose = f" by {storyline.entities[speaker].name}" if speaker is not None else ""
    one, other = words[first.left], words[first.right]
    return Misquotation(
        aspect=first.aspect,
        reason=f"“{one}” and “{other}” stand in one quotation{whose} as these reports print it: {first.reason}",
        topic=_plain(storyline.words(saying.spot.report, saying.spot.span)),
        places=tuple((spot, words[spot]) for spot in spots),
    )


def _plain(words: str) -> str:
    return " ".join(words.split())


def _clashes(storyline: Storyline, printings: Printings) -> Iterator[_Clash]:
    one, other = printings.one, printings.other
    comparison = compare_printings(*(storyline.words(each.spot.report, each.spot.span) for each in (one, other)))
    if comparison is None or not _are_one_saying(printings, comparison):
        return
    for change in comparison.changes:
        left, right = _Side(storyline, one, change.one), _Side(storyline, other, change.other)
        meeting = _Meeting(left, right, change, comparison)
        verdict = next((found for rule in RULES if (found := rule(meeting)) is not None), _ALIKE)
        if verdict.aspect is not None and not _explained(left, right):
            yield _Clash(
                printings, left.shown(verdict.aspect), right.shown(verdict.aspect), verdict.aspect, verdict.reason
            )


def _explained(left: _Side, right: _Side) -> bool:
    """Whether the words of a side are the desk's own, or both reports print both: it was said twice."""
    return left.is_bracketed or right.is_bracketed or left.is_printed_in(right) or right.is_printed_in(left)


def _are_one_saying(printings: Printings, comparison: Comparison) -> bool:
    if len(comparison.changes) > MOST_CHANGES:
        return False
    denied = sum(change.denied for change in comparison.changes)
    if denied and denied % 2 == 0:  # "I do not think it will" and "I think it will not"
        return False
    speaker = printings.one.speaker
    known = speaker is not None and speaker == printings.other.speaker
    return known or (comparison.shared >= LONG and comparison.share >= MOSTLY)


class _Side:
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

    def is_printed_in(self, other: _Side) -> bool:
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


class _Meeting(msgspec.Struct, frozen=True):
    """The changed words of two printings, side by side."""

    left: _Side
    right: _Side
    change: Changed
    comparison: Comparison


class _Verdict(msgspec.Struct, frozen=True):
    """What a rule comes to: the aspect in which the words exclude each other, None where they do not, with why."""

    aspect: Aspect | None
    reason: str


_ALIKE = _Verdict(None, "both may have been said")


def deny(meeting: _Meeting) -> _Verdict | None:
    """One report has a "not" or "never" that the other has not."""
    if not meeting.change.denied:
        return None
    # "Failed to act", "was unable to act" and "did not act" deny alike.
    telling = [*meeting.left.telling, *meeting.right.telling]
    if any(word in denying_words() or (part == "adjective" and _undoes(word)) for word, part in telling):
        return _ALIKE
    return _Verdict("status", "one report has the speaker deny what the other does not")


def _undoes(word: str) -> bool:
    """Whether an adjective denies another by its form: "unsafe" is "not safe"."""
    rest = next((word.removeprefix(prefix) for prefix in _UNDOING if word.startswith(prefix)), None)
    return rest is not None and bool(load_senses().word(rest).senses)


def give_figures(meeting: _Meeting) -> _Verdict | None:
    """Figures that differ; said of one tally at two moments both may have been said."""
    one, other = meeting.left.quantity, meeting.right.quantity
    if one is None or other is None:
        return None
    verdict = compare_figures(one, other)
    if verdict.outcome != "differs" or _are_of_two_moments(meeting):
        return _ALIKE
    return _Verdict("figure", verdict.reason)


def _are_of_two_moments(meeting: _Meeting) -> bool:
    one, other = moment_of(meeting.left.report), moment_of(meeting.right.report)
    return one is not None and other is not None and (one.is_before(other) or other.is_before(one))


def give_times(meeting: _Meeting) -> _Verdict | None:
    """Times that cannot be one."""
    one, other = meeting.left.time, meeting.right.time
    if one is None or other is None:
        return None
    verdict = compare_dates(one.value, other.value)
    aspect: Aspect = "figure" if one.type == "DURATION" else "date"
    return _Verdict(aspect, verdict.reason) if verdict.outcome == "differs" else _ALIKE


def give_names(meeting: _Meeting) -> _Verdict | None:
    """Names that cannot be of one bearer."""
    one, other = meeting.left.name, meeting.right.name
    if one is None or other is None:
        return None
    known = find_known(one)
    verdict = compare_names(one, other)
    if verdict.outcome != "differs" or (known is not None and known == find_known(other)):
        return _ALIKE
    mentions = meeting.left.mention, meeting.right.mention
    are_places = all(each is not None and each.type == "PLACE" for each in mentions)
    return _Verdict("place" if are_places else "name", verdict.reason)


def say_opposites(meeting: _Meeting) -> _Verdict | None:
    """Words of which one is the opposite of the other."""
    pairs = [
        (one, other, part) for one, part in meeting.left.telling for other, _ in meeting.right.telling if one != other
    ]
    for one, other, part in pairs:
        if are_opposites(one, other):
            return _Verdict("status" if part == "verb" else "description", "the words are opposites")
    return _ALIKE if any(relation_of_words(one, other) in ("same", "wider") for one, other, _ in pairs) else None


def say_something_else(meeting: _Meeting) -> _Verdict | None:
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
    return _Verdict("description", "the words mean different things") if stands_within else None


RULES: tuple[Callable[[_Meeting], _Verdict | None], ...] = (
    deny,
    give_figures,
    give_times,
    give_names,
    say_opposites,
    say_something_else,
)
