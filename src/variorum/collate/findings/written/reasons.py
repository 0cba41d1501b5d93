"""The topic of a finding and the reason for it, in plain words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.deciding.cases import Kind
from variorum.collate.findings.pairs import Pair, Side
from variorum.collate.findings.written.headings import find_heading, whole_phrases
from variorum.collate.findings.written.spots import shown_words
from variorum.collate.furniture import lead_in
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.model.record import Finding
from variorum.model.span import Span

# Words on either side of a value in which a topic may lie, and those of them that it reaches for.
_REACH = 12
_TELLING = 8
# Characters of a value that can stand behind a topic.
_LONGEST_GIVEN = 40
# From this share of their weight on two sentences agree but for what differs; below it no reader would say so.
_ALIKE = 0.7
_CLOSED_UP = re.compile(r"… (?=[,.;:)])")
# A heading that has so many telling words of the other report is of what both tell.
_TOLD_BY_BOTH = 2


def name_topic(wordings: Sequence[Wording], pair: Pair) -> str:
    """Return what a pair speaks of: a clause or phrase around the value, in the words of one report.

    Of both sentences the one is taken whose phrase has words that both have, and of these the shorter one. Where the
    sides differ, "…" stands for the value.
    """
    sides = (pair.left, pair.right)
    left, right = (wordings[side.wording] for side in sides)
    agreed = pair.verdict is not None and pair.verdict.outcome == "same"
    found = []
    for wording, other, side in ((left, right, pair.left), (right, left, pair.right)):
        heading = find_heading(wording, side.unit)
        if heading is not None:
            words = heading.words
            shared = {wording.key[i] for i in words if i not in side.unit.range} & _telling(other)
            leans = wording.tag[words.start] == "PRP"
            rank = (-min(len(shared), _TOLD_BY_BOTH), not heading.states, leans, len(words))
            found.append((rank, _worded(wording, words, side.unit, with_value=agreed)))
    if found:
        return min(found)[1]
    return name_alone(left, pair.left.unit, with_value=agreed) or left.word(top_of(left, pair.left.unit))


def _telling(wording: Wording) -> set[str]:
    return {key for key, content in zip(wording.key, wording.is_content, strict=True) if content}


def name_alone(wording: Wording, unit: Unit, *, with_value: bool = True) -> str:
    """Return what a value of one report speaks of: the clause or phrase around it; "…" may stand for it."""
    heading = find_heading(wording, unit)
    if heading is not None:
        return _worded(wording, heading.words, unit, with_value=with_value)
    return _stretch(wording, unit, with_value=with_value)


def _worded(wording: Wording, words: range, unit: Unit, *, with_value: bool) -> str:
    """Words as a heading: on one line, less a dateline and a mark or bracket whose partner lies outside."""
    if with_value:
        told = wording.words(words.start, words.stop)
    else:
        before = wording.words(words.start, unit.first) if words.start < unit.first else ""
        after = wording.words(unit.end, words.stop) if unit.end < words.stop else ""
        told = f"{before} … {after}"
    return _CLOSED_UP.sub("…", " ".join(_paired(told[lead_in(told) :]).split()))


def _paired(words: str) -> str:
    for opening, closing in ("“”", "()", "[]"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    if words.count("‘") > words.count("’"):
        words = words.replace("‘", "")
    return words.replace('"', "") if words.count('"') % 2 else words


def _stretch(wording: Wording, unit: Unit, *, with_value: bool) -> str:
    """The words from the first to the last telling one near a value, in whole phrases; "" where there are none."""
    window = range(max(0, unit.first - _REACH), min(len(wording), unit.end + _REACH))
    near = sorted(
        (i for i in window if i not in unit.range and wording.is_content[i]),
        key=lambda i: (min(abs(i - unit.first), abs(i - unit.end + 1)), i),
    )
    telling = near[:_TELLING]
    if not telling:
        return ""
    first, end = _unbroken(wording, min(*telling, unit.first), max(*telling, unit.end - 1) + 1)
    return _worded(wording, whole_phrases(wording, range(first, end), unit), unit, with_value=with_value)


def _unbroken(wording: Wording, first: int, end: int) -> tuple[int, int]:
    """The bounds of a stretch moved outwards where they would cut a name, a time or a figure."""
    opening, closing = wording.value_at.get(first), wording.value_at.get(end - 1)
    return opening.first if opening is not None else first, closing.end if closing is not None else end


def say_why(kind: Kind, wordings: Sequence[Wording], pair: Pair) -> str:
    """Return the reason for a finding."""
    if kind.kind == "agreement":
        return f"{kind.reason}: {pair.verdict.reason}" if pair.verdict else kind.reason
    if kind.kind == "variant":
        return kind.reason
    one, other = _quote(wordings, pair.left), _quote(wordings, pair.right)
    alike = not pair.apart and pair.shared >= _ALIKE
    stand = "stand in the same place of sentences that otherwise agree" if alike else "seem to be told of one thing"
    return f"“{one}” and “{other}” {stand}: {kind.reason}"


def _quote(wordings: Sequence[Wording], side: Side) -> str:
    wording = wordings[side.wording]
    return " ".join(wording.words(*shown_words(wording, side.unit)).split())


def tell_apart(storyline: Storyline, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, those of one kind and topic with what they give behind it, where that tells them apart."""
    alike = Counter((finding.kind, finding.topic.casefold()) for finding in findings)
    given = {
        finding.id: _given(storyline, finding)
        for finding in findings
        if alike[finding.kind, finding.topic.casefold()] > 1
    }
    shown = Counter((finding.topic.casefold(), given[finding.id]) for finding in findings if finding.id in given)
    return [
        msgspec.structs.replace(finding, topic=f"{finding.topic} ({given[finding.id]})")
        if given.get(finding.id) and shown[finding.topic.casefold(), given[finding.id]] == 1
        else finding
        for finding in findings
    ]


def _given(storyline: Storyline, finding: Finding) -> str:
    """What a finding gives, in its readings' words: "84", "84 or 78"; "" where that is long or begins the topic."""
    first: dict[object, str] = {}
    for reading in finding.readings:
        words = " ".join(storyline.words(reading.report, Span(reading.start, reading.end)).split())
        first.setdefault(None if finding.kind in ("agreement", "single") else reading.value, words)
    told = " or ".join(first.values())
    begins = finding.topic.casefold().startswith(told.casefold())
    return told if len(told) <= _LONGEST_GIVEN and not begins else ""
