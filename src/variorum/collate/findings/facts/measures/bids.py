"""What somebody offered: the sum of a bid or the years of a contract, by who bids and which bid in a row it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.clauses import subject_meant
from variorum.collate.findings.facts.compared import differ
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.measures.measured_apart import agree, exclude_measures
from variorum.collate.findings.facts.measures.measures import is_rate, kind_of_value
from variorum.collate.findings.facts.measures.owners import words_of_firm
from variorum.collate.findings.facts.named import name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "measures", "bids")
_MODIFYING = frozenset({"nummod", "amod", "compound", "nmod", "quantmod"})
_NAMED = frozenset({"compound", "nmod", "poss"})
_STAGES = ("first", "latest")
# Steps from a value up to the bid: "a bid worth about $5 million".
_CLIMB = 4
# Two sums of one bid that lie further apart are of two bids, or of a part of it.
_APART = 1.6


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield bids, those told as first or as latest; others only of bidders of whom no report tells stages."""
    found = [fact for number, wording in enumerate(wordings) for fact in _bids_of(number, wording)]
    staged = {fact.about.split(" | ")[0] for fact in found if fact.about.split(" | ")[2] in _STAGES}
    for fact in found:
        bidder, _, stage = fact.about.split(" | ")
        if stage in _STAGES or bidder not in staged:
            yield fact


def _bids_of(number: int, wording: Wording) -> Iterator[Fact]:
    if _words("bids").isdisjoint(wording.lemma):
        return
    by_kind: dict[str, list[Fact]] = {}
    for value in wording.values:
        kind = kind_of_value(value)
        bid = _bid_above(wording, value) if kind in ("money", "duration") and not is_rate(wording, value) else None
        bidder = _bidder(wording, bid) if bid is not None else ""
        if bid is not None and bidder:
            about = f"{bidder} | {kind} | {_stage(wording, bid)}"
            by_kind.setdefault(kind, []).append(Fact(about, Side(number, unit_of(value))))
    for facts in by_kind.values():
        if all(agree(wording, facts[0], each) for each in facts[1:]):
            yield facts[0]


def _bid_above(wording: Wording, value: Value) -> int | None:
    """The bid that a value is told of: it modifies the noun, is what somebody bid, or follows it ("a bid of")."""
    index = top_of(wording, unit_of(value))
    for _ in range(_CLIMB):
        label, above = wording.dep[index], wording.head[index]
        if above == index:
            return None
        if wording.lemma[above] in _words("bids"):
            verb = wording.pos[above] == "VERB"
            told = label in ("dobj", "npadvmod", "appos") if verb else label in (*_MODIFYING, "appos", "acl", "prep")
            return above if told and not _is_open(wording, above) else None
        if label not in (*_MODIFYING, "pobj", "npadvmod") and wording.lemma[above] not in _words("worth"):
            return None
        index = above
    return None


def _is_open(wording: Wording, bid: int) -> bool:
    """Whether a bid is none that was made: denied, one that might be, one of several."""
    verb = wording.verb_above(bid)
    around = [i for each in (bid, verb) for i in (each, *wording.children[each])]
    several = wording.tag[bid] == "NNS"
    return several or wording.is_denied(verb) or any(wording.lemma[i] in _words("open") for i in around)


def _bidder(wording: Wording, bid: int) -> str:
    """The last word of the name of the one that bids; empty where nobody is named."""
    for index in _bidding(wording, bid):
        name = name_at(wording, index)
        if name is not None:
            return _called(wording, name)
    return ""


def _called(wording: Wording, value: Value) -> str:
    """The last word of a name, less what tells that it is a firm's."""
    return " ".join(words_of_firm(wording, value)[-1:])


def _bidding(wording: Wording, bid: int) -> Iterator[int]:
    children = wording.children[bid]
    if wording.pos[bid] == "VERB":
        subject = wording.subject_of(bid)
        yield from () if subject is None else (subject,)
        return
    yield from (i for i in children if wording.dep[i] == "poss")
    by = (i for i in children if wording.lemma[i] in ("from", "by"))
    yield from (i for each in by for i in wording.children[each] if wording.dep[i] == "pobj")
    verb = wording.head[bid]
    if wording.dep[bid] == "dobj" and wording.lemma[verb] in _words("making"):
        subject = subject_meant(wording, verb)
        yield from () if subject is None else (subject,)
    yield from (i for i in children if wording.dep[i] in _NAMED and i in wording.value_at)


def _stage(wording: Wording, bid: int) -> str:
    """Which bid in a row it is told to be; for whom or what it is where that is not told."""
    near = {wording.lemma[i] for i in wording.children[bid]}
    for stage in _STAGES:
        if near & _words(stage):
            return stage
    verb = wording.head[bid]
    if wording.lemma[verb] in _words("raising"):
        return "latest"
    below = [i for i in wording.children[bid] if wording.dep[i] in ("prep", "acl", "dative", "relcl")]
    below += [i for i in wording.children[verb] if wording.lemma[i] == "for"]
    for index in (j for i in below for j in wording.children[i]):
        name = name_at(wording, index)
        if name is not None and wording.dep[index] in ("pobj", "dobj"):
            return _called(wording, name)
    return ""


def _exclude(one: Stated, other: Stated) -> bool:
    """Whether two bids differ, and are near enough to be one; a first and a latest one needs no day to be known."""
    if one.fact.about.split(" | ")[2] in _STAGES:
        return differ(one, other) and are_near(one, other, _APART)
    return exclude_measures(one, other) and are_near(one, other, _APART)


def are_near(one: Stated, other: Stated, times: float) -> bool:
    """Return whether the greater of two values is no more than so many times the other."""
    sizes = [_size(each.fact.side.unit.value) for each in (one, other)]
    return all(sizes) and max(sizes) <= times * min(sizes)


def _size(value: Value | None) -> float:
    if value is not None and value.quantity is not None:
        quantity = value.quantity
        return quantity.value or ((quantity.low or 0.0) + (quantity.high or 0.0)) / 2
    digits = "".join(
        char for char in (value.time.value if value is not None and value.time is not None else "") if char.isdigit()
    )
    return float(digits or 0)


BID_RELATIONS: tuple[Relation, ...] = (Relation("bid", "figure", _find, _exclude),)
