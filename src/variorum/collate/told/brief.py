"""A brief of the storyline in the reports' own sentences.

It tells what happened, what is settled, what is disputed and what is new; each line carries every report that says the
same, and no two lines say the same. What happened is chosen for coverage: the sentence that stands for most of what
independent reports tell and is not told yet (greedy maximum coverage with a lead bonus; Carbonell and Goldstein 1998
for the penalty of saying a thing twice). A dispute is told with all its sides or not at all; what is new is told as it
stands last, and what time has overtaken is not told as what happened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

import msgspec

from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.collate.told.backing import Backing
from variorum.collate.told.deeds import Deed, deeds_of, plans_in, tell_one_deed
from variorum.collate.told.telling import is_background, is_mere_spelling, is_tellable, news_of
from variorum.model.record import BriefLine, BriefPart, Finding
from variorum.model.span import Place, Reading, ReportId, Span, StoryId
from variorum.text.fold import fold

# Above this cosine two sentences say the same: the second is a further reading of the line, not a line.
_SAME = 0.5
# What is settled is told as it stands; a line so like one before it adds nothing.
_TOLD = 0.4
# A sentence more alike than this to one that is chosen adds too little.
_REPEATS = 0.25
# In one story a sentence with so many of another's words tells the same news, common as they are in it: they weigh
# little there, so that "fired a missile over Japan" was told three times.
_SAME_NEWS = 0.4
# A part of a sentence that others have so much of is told before a whole one that they have less of.
_WELL_COVERED = 0.6
# What is settled may be of the news as long as it does not tell it over again.
_SAME_AGREED = 0.5
# And from here on it tells of the same matter, and so speaks for its weight.
_SUPPORTS = 0.15
# What a sentence weighs for what happened if it is background, one side of a dispute, or overtaken by a later one.
_BACKGROUND = 0.3
_DISPUTED = 0.8
_OVERTAKEN = 0.45
# What stands at the head of a report is its news; from the eleventh sentence on a sentence weighs least.
_LEAST_PLACE, _SENTENCE_STEP = 0.4, 0.06
# A head of a report that tells nothing which others tell as well is no news: "The first thing you notice is the smell".
_ALONE = 0.4
# Sentences weighed for what happened: of a large story the heads of its reports, which hold its news.
_CONSIDERED, _LEAST_HEADS = 800, 4
_HAPPENED_LINES = 3
# A sentence that weighs so many times what the next one does is the news, and leads.
_STANDS_OUT = 1.5
_LINES_A_PART = 3
# The share of headlines that have a word which names the story.
_MOST = 0.5
_WORD = re.compile(r"[^\W\d_]{4,}")


class _Line(msgspec.Struct, frozen=True):
    """A sentence that is told, those that say the same, and the place of it that is shown where that is not all."""

    part: BriefPart
    sentence: Sentence
    same: tuple[Sentence, ...]
    place: Span | None = None


class _Side(msgspec.Struct, frozen=True):
    """The sentences that give one value, in the order of the finding."""

    value: object
    sentences: tuple[Sentence, ...]
    last: str


def write_brief(storyline: Storyline, findings: Sequence[Finding], likeness: Likeness) -> list[BriefLine]:
    """Return the lines of the brief: what happened (by story), then settled, disputed and new."""
    writer = _Writer(storyline, findings, likeness)
    happened = writer.happened()
    disputed = writer.disputed({line.sentence for line in happened})
    settled = writer.settled([*happened, *disputed])
    new = writer.new([*happened, *settled, *disputed])
    return [_shown(storyline, line) for line in (*happened, *settled, *disputed, *new)]


class _Writer:
    def __init__(self, storyline: Storyline, findings: Sequence[Finding], likeness: Likeness) -> None:
        self.storyline = storyline
        self.likeness = likeness
        self.backing = Backing(storyline, likeness)
        self._deeds_of: dict[Sentence, tuple[Deed, ...]] = {}
        # That they name one thing alike settles what they tell of it where nothing else does.
        agreements = [each for each in findings if each.kind == "agreement"]
        self.agreements = sorted(agreements, key=lambda each: each.aspect == "name")
        # How a name is spelt is no dispute of what happened.
        self.conflicts = [each for each in findings if each.kind == "conflict" and not _is_of_spelling(each)]
        self.updates = [finding for finding in findings if finding.kind == "update"]
        self.overtaken = {
            sentence for finding in self.updates for side in self._sides(finding)[:-1] for sentence in side.sentences
        } - {sentence for finding in self.updates for sentence in self._sides(finding)[-1].sentences}
        self.in_dispute = {
            sentence for finding in self.conflicts for side in self._sides(finding) for sentence in side.sentences
        }
        # What one sentence alone says against what more witnesses do is told with theirs, and leads nothing.
        self.outvoted = {each for finding in self.conflicts for each in self._outvoted(self._sides(finding))}
        # What a sentence tells, and another report tells it too: alike, otherwise or as it stands since.
        self.shared = {
            sentence
            for finding in (*self.agreements, *self.conflicts, *self.updates)
            if finding.independent > 1
            for side in self._sides(finding)
            for sentence in side.sentences
        }

    @cached_property
    def headlined(self) -> frozenset[str]:
        """The words that most headlines have, each witness counted once; none where fewer than two have headlines."""
        words: dict[ReportId, set[str]] = {}
        for report in self.storyline.reports:
            if report.title:
                words.setdefault(self.storyline.roots[report.id], set()).update(_WORD.findall(fold(report.title)))
        counts = Counter(word for found in words.values() for word in found)
        return frozenset(word for word, count in counts.items() if count > 1 and count >= _MOST * len(words))

    def happened(self) -> list[_Line]:
        """The few sentences of each story that stand for most of it: the news first, then as they were reported."""
        stories: dict[StoryId, list[Sentence]] = {}
        heads = max(_LEAST_HEADS, _CONSIDERED // len(set(self.storyline.roots.values())))
        for sentence in self.likeness.sentences:
            if sentence.index < heads and is_tellable(self.storyline, sentence):
                stories.setdefault(self.storyline.story_of(sentence.report), []).append(sentence)
        chosen: list[_Line] = []
        for story in sorted(stories, key=lambda story: _first_day(self.storyline, story)):
            for sentence in self._in_order(self._cover(stories[story], chosen)):
                chosen.append(_Line("happened", sentence, tuple(self.likeness.nearest(sentence, _SAME))))
        return chosen

    def _in_order(self, cover: Sequence[Sentence]) -> list[Sentence]:
        """The sentences of a cover as they were reported; one that stands out before them.

        A sentence that has no word of most headlines ("The deal could be signed this week") opens no brief.
        """
        worth = [self._worth(each) for each in cover[:2]]
        lead = cover[0] if len(worth) > 1 and worth[0] >= _STANDS_OUT * worth[1] else None
        ordered = sorted(cover, key=lambda each: (each != lead, self._day(each) or "9999", each))
        opening = ordered[0] if ordered and self._named(ordered[0]) else max(ordered, key=self._named, default=None)
        return sorted(ordered, key=lambda each: each != opening)

    def _named(self, sentence: Sentence) -> int:
        """How many words of most headlines a sentence has."""
        words = _WORD.findall(fold(self.storyline.words(sentence.report, sentence.span)))
        return len(self.headlined.intersection(words))

    def _cover(self, sentences: Sequence[Sentence], told: Sequence[_Line]) -> list[Sentence]:
        worth = {sentence: self._worth(sentence) for sentence in sentences}
        chosen: list[Sentence] = []
        is_retold = False
        for sentence in sorted(sentences, key=lambda sentence: (-worth[sentence], sentence)):
            before = [*chosen, *(line.sentence for line in told)]
            if any(self.likeness.between(sentence, other) >= _REPEATS for other in before):
                continue
            if any(self._tells_the_news_of(sentence, other) for other in chosen):
                is_retold = True
            # Where a sentence only tells the news again, what no other report tells is no better.
            elif not (is_retold and self._is_alone(sentence)):
                chosen.append(sentence)
            if len(chosen) == _HAPPENED_LINES:
                break
        return chosen

    def _is_alone(self, sentence: Sentence) -> bool:
        """Whether no other witness tells anything of what a sentence does."""
        own = self.storyline.roots[sentence.report]
        near = self.likeness.near(sentence, _SUPPORTS)
        return sentence not in self.shared and all(self.storyline.roots[each.report] == own for each in near)

    def _tells_the_news_of(self, sentence: Sentence, other: Sentence, least: float = _SAME_NEWS) -> bool:
        """Whether a sentence of one story tells what another one does: in the words of the story, or one deed."""
        if self.likeness.shared(sentence, other) >= least:
            return True
        return tell_one_deed(self._deeds(sentence), self._deeds(other))

    def _deeds(self, sentence: Sentence) -> tuple[Deed, ...]:
        if sentence not in self._deeds_of:
            self._deeds_of[sentence] = deeds_of(self.storyline, sentence)
        return self._deeds_of[sentence]

    def _worth(self, sentence: Sentence) -> float:
        """How much of what the other witnesses tell a sentence stands for, more at the head of a report."""
        own = self.storyline.roots[sentence.report]
        support: dict[str, float] = {}
        for other, alike in self.likeness.near(sentence, _SUPPORTS).items():
            witness = self.storyline.roots[other.report]
            if witness != own:
                support[witness] = max(support.get(witness, 0.0), alike)
        place = max(_LEAST_PLACE, 1.0 - _SENTENCE_STEP * sentence.index)
        head = 1.0 if support or sentence in self.shared else _ALONE
        worth = place * sum(support[witness] for witness in sorted(support)) + head / (1 + sentence.index)
        worth *= _BACKGROUND if is_background(self.storyline, sentence) else 1.0
        is_behind = sentence in self.overtaken or sentence in self.outvoted or self._is_fulfilled(sentence)
        worth *= _OVERTAKEN if is_behind else _DISPUTED if sentence in self.in_dispute else 1.0
        return round(worth, 6)

    def _is_fulfilled(self, sentence: Sentence) -> bool:
        """Whether a sentence tells as planned what another report, of its day or later, tells as done."""
        plans = plans_in(self.storyline, sentence)
        return bool(plans) and any(
            other.report != sentence.report
            and self._day(other) >= self._day(sentence)
            and tell_one_deed(plans, [deed for deed in self._deeds(other) if deed.is_done])
            for other in self.likeness.near(sentence, _SUPPORTS)
        )

    def settled(self, told: Sequence[_Line]) -> list[_Line]:
        """What independent reports agree on, in the sentence of theirs that stands best alone."""
        lines: list[_Line] = []
        for finding in self.agreements:
            if len(lines) == _LINES_A_PART:
                break
            sentences = [each for side in self._sides(finding) for each in side.sentences]
            fit = [each for each in sentences if is_tellable(self.storyline, each)]
            fit = [each for each in fit if each not in self.overtaken and each not in self.in_dispute]
            starts = {(reading.report, reading.start) for reading in finding.readings}
            # A sentence that says more than they agree on has no second witness, and is not settled.
            names = finding.aspect == "name"
            made = (line for each in fit for line in self._backed(each, sentences, starts, is_of_names=names))
            backed = [line for line in made if self._count(line) > 1]
            best = max(backed, key=self._settles, default=None)
            before = [*told, *lines]
            if best is not None and not any(
                self._tells_the_news_of(best.sentence, other.sentence, _SAME_AGREED) for other in before
            ):
                lines += self._untold([best], before)
        return lines

    def _settles(self, line: _Line) -> tuple[int, bool, bool]:
        """How well a line settles something: by how many, who have words for most of it, and in a whole sentence."""
        place = line.place or line.sentence.span
        covered = min(self.likeness.covered_in(line.sentence, place, each) for each in line.same)
        return self._count(line), covered >= _WELL_COVERED, place.end == line.sentence.end

    def _backed(
        self, sentence: Sentence, others: Sequence[Sentence], told: Set[tuple[ReportId, int]], *, is_of_names: bool
    ) -> Iterator[_Line]:
        """The lines that a sentence makes of what is agreed on, with those that back them: whole, then shortened."""
        starts = [start for report, start in told if report == sentence.report]
        for place in self.backing.parts(sentence):
            if any(start in range(place.start, place.end) for start in starts):
                same = (each for each in others if each.report != sentence.report)
                backing = tuple(
                    each for each in same if self.backing.backs(each, sentence, place, is_of_names=is_of_names)
                )
                yield _Line("settled", sentence, backing, place)

    def disputed(self, told: Set[Sentence]) -> list[_Line]:
        """The first disputes, each with all its sides; one that cannot be told so is left to the list of conflicts."""
        lines: list[_Line] = []
        disputes = 0
        for finding in self.conflicts:
            before = told | {line.sentence for line in lines}
            sides = self._sides(finding)
            best = [self._best(side, before) for side in sides]
            whole = [each for each in best if each is not None]
            if disputes < _LINES_A_PART and len(set(whole)) == len(sides) <= _LINES_A_PART:
                disputes += 1
                pairs = zip(whole, sides, strict=True)
                lines += [self._line("disputed", sentence, side.sentences) for sentence, side in pairs]
        return lines

    def new(self, told: Sequence[_Line]) -> list[_Line]:
        """What has changed, as it stands last."""
        lines: list[_Line] = []
        for finding in self.updates:
            last = self._sides(finding)[-1]
            best = self._best(last)
            if best is not None and len(lines) < _LINES_A_PART:
                lines += self._untold([self._line("new", best, last.sentences)], [*told, *lines])
        return lines

    def _outvoted(self, sides: Sequence[_Side]) -> list[Sentence]:
        """The sentences that give a side by themselves, against one that more witnesses give."""
        if all(self.storyline.count_witnesses(side.sentences) <= 1 for side in sides):
            return []
        return [side.sentences[0] for side in sides if len(side.sentences) == 1]

    def _count(self, line: _Line) -> int:
        return self.storyline.count_witnesses((line.sentence, *line.same))

    def _untold(self, lines: Iterable[_Line], told: Sequence[_Line]) -> Iterator[_Line]:
        for line in lines:
            if all(self.likeness.between(line.sentence, other.sentence) < _TOLD for other in told):
                yield line

    def _best(self, side: _Side, told: Set[Sentence] = frozenset()) -> Sentence | None:
        """The sentence that tells a side best and is not told; None where none is fit."""
        fit = [each for each in side.sentences if is_tellable(self.storyline, each, may_quote=True, may_lean=True)]
        untold = [each for each in fit if each not in told]
        alone = [each for each in untold if is_tellable(self.storyline, each, may_quote=True)]
        return next(iter(alone or untold), None)

    def _line(self, part: BriefPart, sentence: Sentence, others: Iterable[Sentence]) -> _Line:
        # A reading may agree on one value only: its report is named where its whole sentence says much the same.
        same = (other for other in others if self.likeness.between(sentence, other) >= _REPEATS)
        return _Line(part, sentence, tuple(other for other in same if other.report != sentence.report))

    def _sides(self, finding: Finding) -> list[_Side]:
        """The sides of a finding, those that the latest reports give last; an agreement has one side."""
        sides: dict[object, list[Sentence]] = {}
        for reading in finding.readings:
            sentence = self.likeness.sentence_at(reading.report, reading.start)
            if sentence is not None:
                side = None if finding.kind == "agreement" else _value_of(reading)
                sides.setdefault(side, []).append(sentence)
        told = [
            _Side(value, tuple(dict.fromkeys(sentences)), max(self._day(each) for each in sentences))
            for value, sentences in sides.items()
        ]
        return sorted(told, key=lambda side: side.last) or [_Side(None, (), "")]

    def _day(self, sentence: Sentence) -> str:
        return self.storyline.by_id[sentence.report].published or ""


def _is_of_spelling(finding: Finding) -> bool:
    values = {reading.value for reading in finding.readings if isinstance(reading.value, str)}
    return finding.aspect in ("name", "place") and len(values) > 1 and is_mere_spelling(sorted(values))


def _value_of(reading: Reading) -> object:
    return reading.value if reading.value is not None else reading.report


def _first_day(storyline: Storyline, story: StoryId) -> tuple[str, str]:
    """The day of the first report of a story, for ordering; stories without dates come last."""
    days = [r.published for r in storyline.reports if storyline.story_of(r.id) == story and r.published is not None]
    return (min(days, default="9999"), story)


def _shown(storyline: Storyline, line: _Line) -> BriefLine:
    first = line.sentence
    others: dict[str, Sentence] = {}
    for other in sorted(line.same):
        others.setdefault(other.report, other)
    readings = [first, *(others[report] for report in sorted(others) if report != first.report)]
    places = [(each.report, news_of(storyline, each)) for each in readings]
    if line.place is not None:
        places[0] = (first.report, line.place)
    return BriefLine(
        text=storyline.words(*places[0]),
        part=line.part,
        readings=tuple(Place(report=report, start=span.start, end=span.end) for report, span in places),
    )
