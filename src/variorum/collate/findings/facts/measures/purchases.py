"""What a buyer paid, where reports call what was bought by other words: "paid $3 billion for Acme", "its purchase"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.bids import are_near
from variorum.collate.findings.facts.measures.measured_apart import exclude_measures
from variorum.collate.findings.facts.measures.measures import is_rate
from variorum.collate.findings.facts.measures.owners import words_of_firm
from variorum.collate.findings.facts.named import name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "purchases")
_MODIFYING = frozenset({"nummod", "amod", "compound", "nmod", "quantmod"})
# Two sums further apart are of two purchases of one buyer.
_APART = 1.25
# Words between the word of buying and the name of what is bought.
_NEAR = 8
# Steps from a sum up to the word of buying.
_CLIMB = 3


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    for number, wording in enumerate(wordings):
        if _words("nouns").isdisjoint(wording.lemma) and _words("verbs").isdisjoint(wording.lemma):
            continue
        sums = [value for value in wording.values if value.quantity is not None and value.quantity.kind == "money"]
        if len(sums) == 1 and not is_rate(wording, sums[0]):
            governor = _governor(wording, sums[0])
            buyer = _buyer(wording, governor) if governor is not None else ""
            if governor is not None and buyer:
                yield Fact(buyer, Side(number, unit_of(sums[0])), _bought(wording, governor, buyer))


def _governor(wording: Wording, value: Value) -> int | None:
    """The word of buying or paying that a sum hangs on; None for what is not done."""
    index = top_of(wording, unit_of(value))
    for _ in range(_CLIMB):
        label, index = wording.dep[index], wording.head[index]
        lemma = wording.lemma[index]
        noun = wording.pos[index] == "NOUN" and lemma in _words("nouns") and label in (*_MODIFYING, "prep")
        verb = wording.pos[index] == "VERB" and lemma in _words("verbs") and label in ("dobj", "prep")
        if noun or verb:
            above = wording.verb_above(index)
            around = [i for each in (index, above) for i in (each, *wording.children[each])]
            open_ = any(wording.lemma[i] in _words("open") for i in around) or wording.is_denied(above)
            return None if open_ else index
        if label not in (*_MODIFYING, "pobj"):
            return None
    return None


def _buyer(wording: Wording, governor: int) -> str:
    """The first word of the name of the one that buys; "its" is whose sentence it is."""
    owners = [i for i in wording.children[governor] if wording.dep[i] == "poss"]
    subject = wording.subject_of(wording.verb_above(governor))
    verb = wording.pos[governor] == "VERB"
    own = bool(owners) and wording.lemma[owners[0]] in ("its", "their")
    at = owners[0] if owners and not own and not verb else subject if verb or own else None
    name = name_at(wording, at if at is None or wording.dep[at] != "nsubjpass" else None)
    return _called(wording, name) if name is not None else ""


def _bought(wording: Wording, governor: int, buyer: str) -> str:
    """The name of what is bought, behind the word of buying or before it; empty where none is told."""
    named = [value for value in wording.values if value.mention is not None and value.kind == "name"]
    before = [value for value in named if governor - _NEAR <= value.first < governor]
    after = [value for value in named if governor < value.first <= governor + _NEAR]
    modifying = before if wording.pos[governor] == "NOUN" else []
    return next((name for value in (*after, *modifying) if (name := _called(wording, value)) != buyer), "")


def _called(wording: Wording, value: Value) -> str:
    """The first word of a name: "Acme" of "Acme Tools Inc"."""
    return " ".join(words_of_firm(wording, value)[:1])


def _exclude(one: Stated, other: Stated) -> bool:
    """Two sums near enough to be of one purchase, where no two things are named."""
    bought, partner = one.fact.value, other.fact.value
    if (bought and partner and bought != partner) or not are_near(one, other, _APART):
        return False
    # The names alone are no values to compare.
    left, right = (Stated(Fact(each.fact.about, each.fact.side), each.wording) for each in (one, other))
    return exclude_measures(left, right)


PURCHASE_RELATIONS: tuple[Relation, ...] = (Relation("purchase", "figure", _find, _exclude),)
