"""Which in a row by size somebody or something is: "the second-largest bank", "the ninth-highest paid player"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import are_apart
from variorum.collate.findings.facts.named import last_word, name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "ranks")
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_DASHES = frozenset("-‐‑–")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Words behind a superlative among which its noun stands.
_NEAR = 4


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    for number, wording in enumerate(wordings):
        for index in range(len(wording)):
            if wording.tag[index] in _SUPERLATIVES and _ranks(wording, index):
                yield from _facts(number, wording, index)


def _ranks(wording: Wording, index: int) -> bool:
    """Whether a superlative ranks by a size: "largest", "best-paid", not "best" and "most" alone."""
    after = wording.tag[index + 1 : index + 3]
    return wording.lemma[index] not in _words("loose") or after[:1] == ["VBN"] or after == ["HYPH", "VBN"]


def _facts(number: int, wording: Wording, index: int) -> Iterator[Fact]:
    first, rank = _rank(wording, index)
    near = range(index + 1, min(len(wording), index + 1 + _NEAR))
    noun = next((i for i in near if wording.pos[i] == "NOUN" and wording.dep[i] not in ("compound", "nmod")), None)
    before = wording.lemma[max(0, first - 3) : first]
    if not rank or noun is None or not _words("several").isdisjoint(before) or _is_denied(wording, noun):
        return
    who = _bearer(wording, noun)
    if who is not None:
        told = [i for i in (index, *near) if i < noun and wording.tag[i] in (*_SUPERLATIVES, "VBN")]
        what = " ".join((*(wording.word(i).lower() for i in told), wording.lemma[noun]))
        yield Fact(what, Side(number, Unit(first, noun + 1, None)), f"{rank} {who}")


def _is_denied(wording: Wording, noun: int) -> bool:
    """Whether somebody is said not to be it; "the second-largest, not the largest" denies what follows."""
    above = wording.head[noun]
    near = [i for i in (*wording.children[noun], *wording.children[above]) if wording.dep[i] == "neg"]
    return any(i < noun for i in near)


def _rank(wording: Wording, index: int) -> tuple[int, int]:
    """Where a superlative begins, with its ordinal, and which in the row it tells; 0 for what is no single rank."""
    before = index - 1
    if before > 0 and wording.word(before) in _DASHES:
        before -= 1
    value = wording.value_at.get(before) if before >= 0 else None
    if value is None or value.kind != "ordinal" or value.quantity is None:
        plural = value is not None and value.quantity is not None
        return index, 0 if plural else 1
    return value.first, int(value.quantity.value or 0)


def _bearer(wording: Wording, noun: int) -> str | None:
    """The last word of the name that has a rank, empty for a person not named here; None for anything else."""
    for index in _bearing(wording, noun):
        name = name_at(wording, index)
        if name is not None:
            return last_word(wording, name)
        if wording.lemma[index] in load_words("en", "measures", "words", "pronouns"):
            return ""
    return None


def _bearing(wording: Wording, noun: int) -> Iterator[int]:
    above, label = wording.head[noun], wording.dep[noun]
    yield from (i for i in wording.children[noun] if wording.dep[i] in (*_SUBJECTS, "appos"))
    if label == "appos":
        yield above
    if label == "attr":
        yield from (i for i in wording.children[above] if wording.dep[i] in _SUBJECTS)


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two ranks differ, and neither of two who are named nor in two fields: in the country, in the world."""
    (rank, _, who), (rank_other, _, who_other) = (each.fact.value.partition(" ") for each in (one, other))
    if rank == rank_other or (who and who_other and who != who_other):
        return False
    return not are_apart(one, other) and not _of_two_fields(one, other)


def _of_two_fields(one: Stated, other: Stated) -> bool:
    fields = [_fields(each) for each in (one, other)]
    return all(fields) and not fields[0] & fields[1]


def _fields(stated: Stated) -> frozenset[str]:
    """The words of the row that a rank is in: "in the world", "the city's", "since 1990"."""
    wording, unit = stated.wording, stated.fact.side.unit
    noun = unit.end - 1
    owned = [i for i in wording.children[noun] if wording.dep[i] == "poss"]
    below = (i for i in wording.children[noun] if wording.lemma[i] in _words("fields"))
    return frozenset(wording.key[i] for i in (*owned, *(j for each in below for j in wording.children[each])))


RANKED_RELATIONS: tuple[Relation, ...] = (Relation("rank", "figure", _find, _are_two),)
