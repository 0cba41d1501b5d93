"""How large or heavy a thing is, and which share of something is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation
from variorum.collate.findings.facts.measures.measured_apart import exclude_measures
from variorum.collate.findings.facts.measures.measures import kind_of_value
from variorum.collate.findings.facts.measures.owners import is_somebody
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "extents")
# Words of what a share is of: "of all the seaborne oil of the world".
_MOST = 12
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_MODIFYING = frozenset({"nummod", "compound", "nmod", "amod"})
_SIZES = frozenset({"mass", "area", "length"})
_SMALL = frozenset({"inch", "mm", "cm"})


def _find_sizes(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield how heavy, long or large things are by a measure before them: "the 8.5-ton station"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            kind = kind_of_value(value)
            quantity = value.quantity
            if kind not in _SIZES or quantity is None or quantity.unit in _SMALL:
                continue
            top = top_of(wording, unit_of(value))
            noun = wording.head[top]
            named = wording.pos[noun] in ("NOUN", "PROPN") and wording.lemma[noun] not in _words("unsized")
            at = wording.value_at.get(noun)
            person = at is not None and at.mention is not None and at.mention.type == "PERSON"
            if person or is_somebody(wording, noun):
                continue
            if named and wording.dep[top] in _MODIFYING and noun > top:
                yield Fact(f"{kind} {_called(wording, noun)}", Side(number, unit_of(value)))


def _called(wording: Wording, noun: int) -> str:
    """The name before a noun ("Skylab station"), or else the noun."""
    names = [i for i in wording.children[noun] if wording.dep[i] == "compound" and wording.pos[i] == "PROPN"]
    return wording.key[names[-1] if names else noun]


def _find_shares(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield which percentage is told of something that its modifiers single out: "of all seaborne oil"."""
    for number, wording in enumerate(wordings):
        shares = [value for value in wording.values if kind_of_value(value) == "percent"]
        # "55 percent of the traffic in Norway and 82 percent in Peru" are of places told one by one.
        if len(shares) > 1 and any(value.kind == "place" for value in wording.values):
            continue
        for value in shares:
            for about in _singled_out(wording, value):
                yield Fact(about, Side(number, unit_of(value)))


def _singled_out(wording: Wording, value: Value) -> Iterator[str]:
    """What a share is of, with each word that singles it out; read word by word, as parsers lose such chains."""
    if value.end >= len(wording) or wording.word(value.end) != "of":
        return
    run: list[int] = []
    for index in range(value.end + 1, min(value.end + 1 + _MOST, len(wording))):
        if wording.word(index) in ("'s", "’s", "'", "’"):
            run = []
        elif wording.pos[index] in _NAMING or wording.dep[index] == "amod" or wording.word(index) in ("-", "‑"):
            run.append(index)
        else:
            break
    nouns = [i for i in run if wording.pos[i] == "NOUN" and wording.dep[i] != "npadvmod"]
    if not nouns or any(wording.lemma[i] in _words("asked") for i in nouns):
        return
    for noun in nouns[-2:]:
        for word in _modifiers(wording, run, noun):
            # The blank at the end: a share is of the story's own happening, and of no other place's.
            yield f"{wording.lemma[noun]} {word} "


def _modifiers(wording: Wording, run: Sequence[int], noun: int) -> Iterator[str]:
    """The words before a noun that single it out, compounds as one ("sea-borne")."""
    told = (i for i in run if i < noun and wording.is_content[i] and wording.pos[i] != "NUM")
    whole = (wording.joined.get(i, range(i, i + 1)) for i in told if wording.lemma[i] not in _words("wide"))
    for part in dict.fromkeys(whole):
        yield "".join(wording.word(i).lower() for i in part if wording.word(i).isalnum())


EXTENT_RELATIONS: tuple[Relation, ...] = (
    Relation("size", "figure", _find_sizes, exclude_measures),
    Relation("share", "figure", _find_shares, exclude_measures),
)
