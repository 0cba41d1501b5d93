"""For which time somebody did or won something: "her third title", "won for the sixth time"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import are_apart
from variorum.collate.findings.facts.named import last_word, name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "in_a_row")
_MODIFYING = frozenset({"amod", "compound", "nmod"})


def _find_times(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield which one in a row something of somebody is: "her third title", "won for the sixth time"."""
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.kind == "ordinal" and (about := _in_row(wording, value)) is not None:
                yield Fact(about, Side(number, unit_of(value)))


def _in_row(wording: Wording, value: Value) -> str | None:
    """What an ordinal counts, with its modifiers and its scope, and whose it is; None where that stays open."""
    top = top_of(wording, unit_of(value))
    noun = wording.head[top]
    first = value.quantity is None or value.quantity.value == 1
    if (
        first
        or wording.dep[top] != "amod"
        or wording.pos[noun] != "NOUN"
        or wording.lemma[noun] not in _words("counted")
    ):
        return None
    verb = wording.verb_above(noun)
    told = [wording.lemma[i] for i in wording.children[noun] if wording.dep[i] in _MODIFYING and i != top]
    scope = [
        wording.lemma[i]
        for each in (noun, verb)
        for prep in wording.children[each]
        if wording.dep[prep] == "prep" and wording.lemma[prep] in ("in", "of", "since", "this")
        for i in wording.children[prep]
    ]
    # "The fifth coach fired this season" and "the fourth since she took over" are of two rows.
    told += [wording.lemma[i] for i in wording.children[noun] if wording.dep[i] in ("acl", "relcl", "advcl")]
    told += ["since"] if "since" in wording.lemma[noun:] else []
    owners = [i for i in wording.children[noun] if wording.dep[i] == "poss" and wording.pos[i] != "PRON"]
    subject = owners[0] if owners else wording.subject_of(verb)
    name = name_at(wording, subject)
    owner = last_word(wording, name) if name is not None else ""
    if not owner or wording.is_denied(verb):
        return None
    deed = wording.lemma[verb] if wording.lemma[noun] == "time" else ""
    return " ".join([owner, deed, *sorted(told), wording.lemma[noun], *sorted(scope)])


def _exclude_times(one: Stated, other: Stated) -> bool:
    left, right = one.fact.side.unit.value, other.fact.side.unit.value
    if left is None or right is None or left.quantity is None or right.quantity is None:
        return False
    return left.quantity.value != right.quantity.value and not are_apart(one, other)


IN_A_ROW_RELATIONS: tuple[Relation, ...] = (Relation("in-row", "figure", _find_times, _exclude_times),)
