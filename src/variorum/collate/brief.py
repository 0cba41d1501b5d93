"""A brief of the storyline in the reports' own sentences.

It tells what happened, what is settled, what is disputed and what is new; each line carries every report that says the
same, and no two lines say the same. What happened is chosen for coverage: the sentence that stands for most of what
independent reports tell and is not told yet (greedy maximum coverage with a lead bonus; Carbonell and Goldstein 1998
for the penalty of saying a thing twice).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.model.record import BriefLine, BriefPart, Finding, FindingKind
from variorum.model.span import Place, Reading, StoryId

# Above this cosine two sentences say the same: the second is a further reading of the line, not a line.
_SAME = 0.5
# A sentence more alike than this to one that is chosen adds too little.
_REPEATS = 0.25
# And from here on it tells of the same matter, and so speaks for its weight.
_SUPPORTS = 0.15
_HAPPENED_LINES = 3
_LINES_A_PART = 3
_MIN_WORDS, _MAX_WORDS = 8, 60
_PARTS: tuple[tuple[BriefPart, FindingKind], ...] = (
    ("settled", "agreement"),
    ("disputed", "conflict"),
    ("new", "update"),
)


class _Line(msgspec.Struct, frozen=True):
    part: BriefPart
    sentence: Sentence
    same: tuple[Sentence, ...]


def write_brief(storyline: Storyline, findings: Sequence[Finding], likeness: Likeness) -> list[BriefLine]:
    """Return the lines of the brief: what happened (by story), then settled, disputed and new."""
    lines = list(_what_happened(storyline, likeness))
    for part, kind in _PARTS:
        chosen = [finding for finding in findings if finding.kind == kind][:_LINES_A_PART]
        for finding in chosen:
            lines += [line for line in _lines_of(part, finding, likeness) if not _is_told(line, lines, likeness)]
    return [_shown(storyline, line) for line in lines]


def _what_happened(storyline: Storyline, likeness: Likeness) -> Iterator[_Line]:
    stories: dict[StoryId, list[Sentence]] = {}
    for sentence in likeness.sentences:
        if _is_tellable(storyline, sentence):
            stories.setdefault(storyline.story_of(sentence.report), []).append(sentence)
    chosen: list[_Line] = []
    for story in sorted(stories, key=lambda story: _first_day(storyline, story)):
        for sentence in _cover(storyline, stories[story], likeness, chosen):
            line = _Line("happened", sentence, tuple(likeness.nearest(sentence, _SAME)))
            chosen.append(line)
            yield line


def _cover(
    storyline: Storyline, sentences: Sequence[Sentence], likeness: Likeness, told: Sequence[_Line]
) -> list[Sentence]:
    """The few sentences of one story that stand for most of it, in the order in which they were chosen."""
    worth = {sentence: _worth(storyline, sentence, likeness) for sentence in sentences}
    ranked = sorted(sentences, key=lambda sentence: (-worth[sentence], sentence))
    chosen: list[Sentence] = []
    for sentence in ranked:
        before = [*chosen, *(line.sentence for line in told)]
        if all(likeness.between(sentence, other) < _REPEATS for other in before):
            chosen.append(sentence)
        if len(chosen) == _HAPPENED_LINES:
            break
    return chosen


def _worth(storyline: Storyline, sentence: Sentence, likeness: Likeness) -> float:
    """How much of what the other witnesses tell a sentence stands for, more at the head of a report."""
    own = storyline.roots[sentence.report]
    support: dict[str, float] = {}
    for other in likeness.nearest(sentence, _SUPPORTS):
        witness = storyline.roots[other.report]
        if witness != own:
            support[witness] = max(support.get(witness, 0.0), likeness.between(sentence, other))
    lead = 1.0 / (1 + sentence.index)
    return round(sum(support[witness] for witness in sorted(support)) + lead, 6)


def _is_tellable(storyline: Storyline, sentence: Sentence) -> bool:
    """Whether a sentence can stand alone: of fit length, with its end, no pronoun first, no half quotation."""
    words = storyline.words(sentence.report, sentence.span)
    if not _MIN_WORDS <= len(words.split()) <= _MAX_WORDS or words.rstrip("\"'”’)")[-1:] not in ".!?。":
        return False
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    tree = storyline.trees[sentence.report]
    inside = tree.words_in(sentence.span) if tree is not None else ()
    return tree is None or not inside or tree.tokens.pos[inside[0]] not in ("PRON", "CCONJ")


def _lines_of(part: BriefPart, finding: Finding, likeness: Likeness) -> Iterator[_Line]:
    """The sentences that a finding rests on: one with all that say the same, or one for each side that differs."""
    sides: dict[object, list[Sentence]] = {}
    for reading in finding.readings:
        sentence = likeness.sentence_at(reading.report, reading.start)
        if sentence is not None:
            side = None if part == "settled" else _side(reading)
            sides.setdefault(side, []).append(sentence)
    for sentences in sides.values():
        first, *others = dict.fromkeys(sentences)
        # A reading may agree on one value only: its report is named where its whole sentence says much the same.
        same = (other for other in others if likeness.between(first, other) >= _REPEATS)
        yield _Line(part, first, tuple(other for other in same if other.report != first.report))


def _side(reading: Reading) -> object:
    return reading.value if reading.value is not None else reading.report


def _is_told(line: _Line, told: Sequence[_Line], likeness: Likeness) -> bool:
    """Whether a line would say again what is told. The two sides of a dispute are alike, and differ in what matters."""
    if line.part == "settled":
        return any(likeness.between(line.sentence, other.sentence) >= _SAME for other in told)
    return any(line.sentence == other.sentence for other in told)


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
    return BriefLine(
        text=storyline.words(first.report, first.span),
        part=line.part,
        readings=tuple(Place(report=each.report, start=each.start, end=each.end) for each in readings),
    )
