"""Those told of one by one beside a count: "killed two workers and wounded a third", "and a colleague was hurt"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

from variorum.collate.differences import Unit
from variorum.collate.findings.tallies import counted_act, tally_named
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_words
from variorum.model.annotations import Quantity

# Words before a noun among which "a" stands.
_NEAR = 5
_words = partial(load_words, "en", "counts", "one_more")


def find_one_more(wording: Wording) -> Iterator[tuple[str, int, Unit]]:
    """Yield the tally, the verb and the stretch of a single person whom a sentence adds to those of another tally."""
    if _words("singles").isdisjoint(wording.lemma):
        return
    told = [tally_named(wording, i) for i in range(len(wording))]
    for verb, act in enumerate(told):
        if act not in ("dead", "injured") or wording.pos[verb] != "VERB" or told.count(act) > 1:
            continue
        who = _sole_undergoer(wording, verb)
        if who is not None and _is_beside_count(wording, act, who):
            first = _start_of(wording, who) or 0
            one = Quantity(start=0, end=0, kind="count", value=1.0)
            yield act, verb, Unit(first, who + 1, Value(first, who + 1, "figure", quantity=one))


def _is_beside_count(wording: Wording, act: str, who: int) -> bool:
    """Whether a sentence also counts those of another tally, or two before "a third"."""
    counts = [value for value in wording.values if value.quantity is not None and value.quantity.kind == "count"]
    tallies = {counted_act(wording, value) for value in counts}
    ranks = [wording.lemma[i] for i in (who, *wording.children[who]) if wording.lemma[i] in _ranks()]
    before = {value.quantity.value for value in counts if value.quantity is not None and value.first < who}
    if any(_ranks()[rank] - 1 in before for rank in ranks):
        return True
    return act not in tallies and not {"dead", "injured"}.isdisjoint(tallies)


@cache
def _ranks() -> Mapping[str, int]:
    return {word: rank for rank, word in enumerate(("second", "third", "fourth", "fifth", "sixth"), 2)}


def _sole_undergoer(wording: Wording, verb: int) -> int | None:
    """The one person whom an act befalls: "wounded a third", "a clerk was hurt", "left a third employee wounded"."""
    below = wording.children[verb]
    if any(wording.word(i) in ("were", "are") for i in below):
        return None
    objects = [i for i in below if wording.dep[i] in ("dobj", "nsubjpass", "npadvmod")]
    # The parser takes "a third employee wounded" for what the employee did, "co" for a subject beside "worker".
    who = max(objects or [i for i in below if wording.dep[i] == "nsubj" and i < verb], default=None)
    if who is None or wording.tag[who] not in ("NN", "JJ") or _start_of(wording, who) is None:
        return None
    joined = any(wording.dep[i] in ("conj", "cc") for i in wording.children[who])
    person = is_kind_of(wording.lemma[who], "person") or wording.lemma[who] in (*_ranks(), "other")
    return who if person and not joined else None


def _start_of(wording: Wording, who: int) -> int | None:
    """Where the word stands that tells that it is one: "a" of "a male co-worker"; None without it."""
    for index in range(who - 1, max(-1, who - 1 - _NEAR), -1):
        if wording.lemma[index] in _words("singles"):
            return index
        if wording.pos[index] not in ("ADJ", "NOUN", "PROPN", "PUNCT") or wording.word(index) in (",", ";"):
            return None
    return None
