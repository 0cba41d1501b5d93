"""Which holder of a post in a row somebody is: "the fourth coach since 2004", "the fifth captain this season"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.counts.counted_acts import named_subject
from variorum.collate.findings.facts.counts.counts import exclude_counts, number_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import last_word
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold

_words = partial(load_words, "en", "counts", "holders")
# Words behind a post among which it stands from when its holders are counted.
_NEAR = 4
# From when holders of a post are counted: from an event on, or in a season or a year.
_SCOPES = ("since", "lately")


def find_holders(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield as which holder of a post somebody named came; `about` is who, the post and from when they are counted."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            post = wording.head[top_of(wording, unit_of(value))]
            if value.kind != "ordinal" or wording.lemma[post] not in _words("posts") or post < value.end:
                continue
            verb = wording.head[post]
            name = named_subject(wording, verb) if wording.lemma[verb] in _words("becoming") else None
            tail = wording.lemma[post + 1 : post + 1 + _NEAR]
            since = next((scope for scope in _SCOPES if not _words(scope).isdisjoint(tail)), None)
            if name is None or since is None:
                continue
            who = last_word(wording, name)
            narrowed = {fold(wording.word(i)) for i in wording.children[post] if i in wording.value_at} - {who}
            inside = narrowed - {fold(wording.word(i)) for i in range(value.first, value.end)}
            of = " ".join(sorted(inside)) if since == "lately" else ""
            yield Fact(" ".join((who, wording.lemma[post], since, of)), Side(number, unit_of(value)))


def _are_next(one: Stated, other: Stated) -> bool:
    """Whether two ranks are next to one another: those further apart are counted from two moments."""
    return exclude_counts(one, other) and abs(number_of(one.fact) - number_of(other.fact)) <= 1


HOLDER_RELATIONS: tuple[Relation, ...] = (Relation("holders in a row", "figure", find_holders, _are_next),)
