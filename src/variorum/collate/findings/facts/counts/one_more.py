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
            first = min(i for i in (who, *wording.children[who]) if i <= who)
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
    # The parser takes "a third employee wounded" for what the employee did.
    objects = objects or [i for i in below if wording.dep[i] == "nsubj"]
    if len(objects) != 1 or wording.tag[objects[0]] != "NN":
        return None
    who = objects[0]
    joined = any(wording.dep[i] in ("conj", "cc") for i in wording.children[who])
    single = any(wording.lemma[i] in _words("singles") for i in (*wording.children[who], max(0, who - 1)))
    person = is_kind_of(wording.lemma[who], "person") or wording.lemma[who] in (*_ranks(), "other")
    return who if single and person and not joined else None
