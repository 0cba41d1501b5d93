"""Who said what, across reports.

A quotation that several reports print is one saying, with a place for each of them; a report that prints it twice has
it once. Where the words differ by more than an excerpt, the quote is marked as in other words; whether these exclude
each other, `findings/quoted/misquotations.py` tells. Speakers come in the order of how many witnesses quote them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from variorum.collate.said.fragments import find_around
from variorum.collate.said.printings import find_changed_words, words_of
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.annotations import Attribution
from variorum.model.record import Quote, Voice, Wording
from variorum.model.report import Report
from variorum.model.span import EntityId, ReportId, Span
from variorum.text.fold import fold
from variorum.text.tree import Tree

# Of 100. Reports print one quotation with other punctuation, a word cut or an ellipsis; partial_ratio lets a short
# excerpt match inside the long form. Below 90, different sentences of one speech began to fall together.
_SAME_WORDS = 90
# A quotation of two words ("very close") is found in too many others to be matched inside them.
_MIN_PARTIAL_CHARS = 20
# Words of a direct quotation that need no marks of their own: fewer are what stands between its parts ("which").
_LEAST_DIRECT = 3
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})
# Characters of who says it, between two halves of a quotation.
_LONGEST_TAG = 120
# "The newspaper quoted| him as saying|".
_TAG = re.compile(r"(?:\S+ ){1,6}as saying\b.{0,25}$")
_DENYING = frozenset({"deny", "dispute", "doubt", "question", "reject", "refute"})
_QUOTES = frozenset('“”«»"')
_APOSTROPHES = frozenset("‘’'")
# An opening mark of a quotation inside other words.
_SOME_QUOTED = re.compile(r"[\"“„«]|(?<!\w)[‘'](?=\w)")


class Said(msgspec.Struct, frozen=True, order=True):
    """One quotation as one report prints it, a stretch of it; `quoted` where quotation marks enclose all of it.

    `words` are folded, without the marks around them and without what interrupts them; `within` as in `Quote`.
    """

    report: ReportId
    start: int
    end: int
    direct: bool
    words: str
    quoted: bool = False
    within: Span | None = None


def collect_voices(storyline: Storyline) -> list[Voice]:
    """Return the speakers and what they are quoted with, those with most witnesses first."""
    voices = [_voice(storyline, speaker, groups) for speaker, groups in group_sayings(storyline).items()]
    return sorted(voices, key=lambda voice: (-_witnesses(storyline, voice), -len(voice.quotes), voice.speaker))


def group_sayings(storyline: Storyline) -> dict[EntityId, list[list[Said]]]:
    """Return by speaker what they are quoted with, the quotations of one saying together (each report once)."""
    said: dict[EntityId, list[Said]] = defaultdict(list)
    for report in storyline.reports:
        for attribution in storyline.speech_of(report.id):
            speaker = storyline.speaker_of(report.id, attribution)
            if speaker is not None:
                said[speaker] += read_sayings(storyline.trees[report.id], report, attribution)
    return {speaker: fold_sayings(quotes) for speaker, quotes in said.items() if quotes}


def read_sayings(tree: Tree | None, report: Report, attribution: Attribution) -> Iterator[Said]:
    """Yield what an attribution has somebody say; nothing where it tells of no speech."""
    silent = _is_denied(tree, attribution) or _is_silent(tree, attribution)
    for parts in _utterances(report, attribution):
        part = Span(parts[0].start, parts[-1].end)
        text = " ".join(report.text[each.start : each.end] for each in parts)
        words = " ".join(fold(report.text[each.start : each.end]).strip("\"' ,.") for each in parts)
        bare = text.strip(" ,.")
        quoted = attribution.direct and len(parts) == 1 and bare[:1] in _QUOTES and bare[-1:] in _QUOTES
        spoken = attribution.direct and _is_spoken(words, bare)
        told = tree is None or spoken or (not silent and (_quotes_some(tree, part) or _says_something(tree, part)))
        if words and not _TAG.match(words) and told:
            within = find_around(tree, part) if tree is not None else None
            yield Said(report.id, part.start, part.end, attribution.direct, words, quoted, within)


def _is_spoken(words: str, bare: str) -> bool:
    """Whether words stand in quotation marks; one of the pair may be missing, or stand in another paragraph."""
    opened, closed = (edge in _QUOTES | _APOSTROPHES for edge in (bare[:1], bare[-1:]))
    if opened and closed and bare[-1:] in _QUOTES:
        return True
    return (opened or (closed and not _SOME_QUOTED.search(bare[:-1]))) and len(words.split()) >= _LEAST_DIRECT


def _quotes_some(tree: Tree, part: Span) -> bool:
    """Whether some of the words stand in quotation marks; an infinitive is no saying, but what somebody means to do."""
    words = tree.words_in(part)
    means = bool(words) and tree.tokens.tag[words[0]] == "TO"
    return not means and _SOME_QUOTED.search(tree.text, part.start, part.end) is not None


def _utterances(report: Report, attribution: Attribution) -> Iterator[list[Span]]:
    """The contents, those together that are one utterance: "“We wait,” she said. “It is late.”"."""
    together: list[Span] = []
    for part in attribution.content:
        if together and not (attribution.direct and _goes_on(report.text, together[-1], part, attribution.cue)):
            yield together
            together = []
        together.append(part)
    if together:
        yield together


def _goes_on(text: str, one: Span, other: Span, cue: Span | None) -> bool:
    """Whether a quotation that ends in a comma goes on behind its cue, in the same paragraph."""
    between = text[one.end : other.start]
    told = cue is not None and one.end <= cue.start and cue.end <= other.start
    marked = text[one.end - 1] in _QUOTES and text[other.start] in _QUOTES
    return told and marked and text[one.end - 2] == "," and "\n" not in between and len(between) <= _LONGEST_TAG


def _is_denied(tree: Tree | None, attribution: Attribution) -> bool:
    """Whether what is reported is what a speaker says not: "denies that he stole it" is no word of theirs."""
    if tree is None or attribution.cue is None:
        return False
    return any(tree.tokens.lemma[word].casefold() in _DENYING for word in tree.words_in(attribution.cue))


def _is_silent(tree: Tree | None, attribution: Attribution) -> bool:
    """Whether a cue tells what somebody thinks or does, and nothing that they say: "worry", "pretends to be"."""
    if tree is None or attribution.cue is None:
        return False
    lemmas = {tree.tokens.lemma[word].casefold() for word in tree.words_in(attribution.cue)}
    return bool(lemmas & load_words("en", "tellings", "silent")) and not lemmas & telling_words()


def telling_words() -> frozenset[str]:
    """Return the words (lemmas) of cues that tell that somebody spoke or wrote."""
    return (
        load_words("en", "relations", "saying")
        | load_words("en", "tellings", "verbs")
        | load_words("en", "tellings", "cues")
    )


def _says_something(tree: Tree | None, part: Span) -> bool:
    """Whether reported words are a statement: a clause with a finite verb on top.

    "60 million crowns to inspect all ferries" is what was promised, "what it would cost" what was not said, and "is
    wider than the old one" half of what was: its subject stands before who says so.
    """
    words = tree.words_in(part) if tree is not None else ()
    if (
        tree is None
        or not words
        or (tree.tokens.tag[words[0]] in _ASKING and tree.word(words[0]).casefold() != "that")
        or tree.tokens.tag[words[0]] in _FINITE
        or tree.word(words[0]).casefold() in ("whether", "if")
    ):
        return False
    tops = [word for word in words if tree.tokens.head[word] not in words or tree.tokens.head[word] == word]
    clauses = [top for top in tops if tree.tokens.dep[top] not in ("advcl", "acl", "relcl")]
    return any(_is_finite(tree, top) for top in clauses if tree.tokens.pos[top] in ("VERB", "AUX"))


def _is_finite(tree: Tree, verb: int) -> bool:
    aux = tree.children_by(verb, "aux", "auxpass")
    return any(tree.tokens.tag[word] in _FINITE for word in (verb, *aux))


def _voice(storyline: Storyline, speaker: EntityId, groups: Sequence[Sequence[Said]]) -> Voice:
    return Voice(speaker=speaker, quotes=order_quotes(storyline, groups))


def order_quotes(storyline: Storyline, groups: Sequence[Sequence[Said]]) -> tuple[Quote, ...]:
    """Return the quotations of one speaker, the sayings of most witnesses first."""

    def rank(group: Sequence[Said]) -> tuple[int, bool, Said]:
        witnesses = storyline.count_witnesses(group)
        return (-witnesses, not any(each.direct for each in group), min(group))

    ordered = sorted(groups, key=rank)
    return tuple(quote for number, group in enumerate(ordered, start=1) for quote in _quotes(storyline, number, group))


def _quotes(storyline: Storyline, saying: int, group: Sequence[Said]) -> Iterator[Quote]:
    """The quotations of one saying: the fullest first, which the others print in full, in part or in other words."""
    first, *others = sorted(group, key=lambda each: _fullness(storyline, each))
    yield _quote(first, saying, "full")
    for each in others:
        yield _quote(each, saying, _wording(storyline, first, each))


def _fullness(storyline: Storyline, said: Said) -> tuple[bool, int, bool, Said]:
    is_copy = storyline.roots[said.report] != said.report
    return (not said.direct, -len(words_of(said.words)), is_copy, said)


def _quote(said: Said, saying: int, wording: Wording) -> Quote:
    return Quote(
        report=said.report,
        start=said.start,
        end=said.end,
        direct=said.direct,
        saying=saying,
        wording=wording,
        within=said.within,
    )


def _wording(storyline: Storyline, first: Said, other: Said) -> Wording:
    full, less = words_of(first.words), words_of(other.words)
    if full == less:
        return "full"
    if f" {' '.join(less)} " in f" {' '.join(full)} ":
        return "part"
    changed = (
        first.quoted and other.quoted and find_changed_words(*(_printed(storyline, each) for each in (first, other)))
    )
    return "other" if changed else "part"


def _printed(storyline: Storyline, said: Said) -> str:
    return storyline.words(said.report, Span(said.start, said.end))


def _witnesses(storyline: Storyline, voice: Voice) -> int:
    return storyline.count_witnesses(voice.quotes)


def fold_sayings(quotes: Sequence[Said]) -> list[list[Said]]:
    """Return the quotations in groups of the same words, each report once a group (its longest form)."""
    groups: list[list[Said]] = []
    at: dict[str, list[int]] = defaultdict(list)
    for quote in sorted(quotes, key=lambda each: (-len(each.words), each)):
        runs = _runs_of_words(quote.words)
        near = sorted({number for run in runs for number in at[run]})
        found = next((n for n in near if _is_one_saying(groups[n][0], quote)), None)
        if found is None:
            for run in runs:
                at[run].append(len(groups))
            groups.append([quote])
        elif all(quote.report != each.report for each in groups[found]):
            groups[found].append(quote)
    return [sorted(group) for group in groups]


def _runs_of_words(words: str) -> list[str]:
    """Runs of three words, or the whole where it is shorter: same quotations share one."""
    split = words_of(words)
    return sorted({" ".join(split[at : at + 3]) for at in range(max(1, len(split) - 2))})


def _is_one_saying(one: Said, other: Said) -> bool:
    """Whether two quotations are of one saying. Quoted words may differ in a few; what is told in others is another."""
    if is_same_quotation(one.words, other.words):
        return True
    return one.quoted and other.quoted and find_changed_words(one.words, other.words) is not None


def is_same_quotation(one: str, other: str) -> bool:
    """Whether two quotations, folded, are the same words, or one an excerpt of the other."""
    if one == other:
        return True
    if min(len(one), len(other)) < _MIN_PARTIAL_CHARS:
        return fuzz.ratio(one, other) >= _SAME_WORDS
    return fuzz.partial_ratio(one, other) >= _SAME_WORDS
