"""How many live in a place that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.counts.counting import noun_counted
from variorum.collate.findings.facts.counts.counts import exclude_counts
from variorum.collate.findings.facts.fact import Fact, Relation
from variorum.collate.findings.facts.named import name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "counts", "populations")
# Words before the word for a place among which its name stands.
_NEAR = 4


def find_populations(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how many live in places that sentences name."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.quantity is not None and value.quantity.kind == "count" and value.quantity.value is not None:
                place = _dwelling_at(wording, unit_of(value))
                if place:
                    yield Fact(place, Side(number, unit_of(value)))


def _dwelling_at(wording: Wording, unit: Unit) -> str | None:
    """The place of which a count tells how many live there: "Voss, home to 12,000 people"; None for others."""
    hub = noun_counted(wording, unit)
    if hub is not None and wording.lemma[hub] not in _words("dwellers"):
        return None
    index = hub if hub is not None else top_of(wording, unit)
    above = wording.head[index]
    if wording.dep[index] != "pobj" or wording.lemma[above] not in ("to", "of"):
        return None
    noun = wording.head[above]
    if wording.lemma[noun] not in (_words("dwelling") if wording.lemma[above] == "of" else ("home",)):
        return None
    # The place named nearest before: "Berg island, home to", "Voss, a town of"; or behind: "the town of Voss".
    subject = wording.subject_of(wording.verb_above(noun))
    owned = [j for i in wording.children[noun] if wording.dep[i] in ("prep", "poss") for j in (i, *wording.children[i])]
    for word in (*owned, *range(noun - 1, max(-1, noun - _NEAR), -1), *((subject,) if subject is not None else ())):
        name = name_at(wording, word)
        if name is not None:
            words = name_words(wording.words(name.first, name.end))
            return " ".join(word for word in words if word not in _words("dwelling")) or None
    return None


POPULATION_RELATIONS: tuple[Relation, ...] = (Relation("populations", "figure", find_populations, exclude_counts),)
