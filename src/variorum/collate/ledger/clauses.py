"""One report's clauses as the ledger reads them: its parse, its parties, and in whose mouth a place stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial

import msgspec

from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_table, load_words
from variorum.model.annotations import Mention, Quantity
from variorum.model.report import Report
from variorum.model.span import EntityId, Span
from variorum.text.tree import Tree

_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "conj"})
_SUMS = ("money", "percent")
# A year, a month, a week or a day.
_DATE = re.compile(r"^\d{4}(-\d\d(-\d\d)?|-W\d\d)?(T.*)?$")
_WEEK = re.compile(r"^(\d{4})-W(\d\d)")


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of undertaking (`lang/en/commitments.toml`)."""

    undertake: Mapping[str, str]
    ask: Mapping[str, str]
    undertaking: Mapping[str, str]
    asking: Mapping[str, str]
    fate: Mapping[str, str]
    holders: frozenset[str]
    idle: frozenset[str]
    same: Mapping[str, str]
    spend: frozenset[str]
    organs: frozenset[str]
    companies: frozenset[str]
    others: frozenset[str]
    occasions: frozenset[str]
    conditions: frozenset[str]
    returns: frozenset[str]
    own: frozenset[str]
    making: frozenset[str]
    committed: frozenset[str]
    offered: frozenset[str]
    announcing: frozenset[str]
    having: frozenset[str]
    itself: frozenset[str]
    rumour: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of undertaking."""
    table, words = load_table("en", "commitments"), partial(load_words, "en", "commitments")
    return Vocabulary(
        undertake=table["undertake"],
        ask=table["ask"],
        undertaking=table["undertaking"],
        asking=table["asking"],
        fate=table["fate"],
        holders=words("holders", "nouns"),
        idle=words("idle", "verbs"),
        same=table["same"],
        spend=words("spend", "verbs"),
        organs=words("organs", "nouns"),
        companies=words("organs", "companies"),
        others=words("organs", "others"),
        occasions=words("occasions", "prepositions"),
        conditions=words("conditions", "conjunctions"),
        returns=words("conditions", "nouns"),
        own=words("makers", "own"),
        making=words("makers", "verbs"),
        committed=words("objects", "committed"),
        offered=words("objects", "offered"),
        announcing=words("plans", "announcing"),
        having=words("plans", "having"),
        itself=words("plans", "itself"),
        rumour=words("plans", "rumour"),
    )


def name_act(lemma: str) -> str:
    """Return the name of an act for comparing: one for "buy", "purchase" and "acquire", one for a verb and its noun."""
    for ending in ("ment", "al", "ion", "er"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            lemma = lemma[: -len(ending)]
            break
    return vocabulary().same.get(lemma, lemma)


def order_of_date(value: str | None) -> str:
    """Return a key that sorts dates as precise as they are known: a week by its Monday, None first."""
    week = _WEEK.match(value or "")
    if week is None or not 1 <= int(week[2]) <= 52:
        return value or ""
    return date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat()


class Clauses:
    """The clauses of one report; words are indices of its parse."""

    def __init__(self, storyline: Storyline, report: Report, tree: Tree) -> None:
        self.storyline = storyline
        self.report = report
        self.tree = tree
        self.lemma = [lemma.casefold() for lemma in tree.tokens.lemma]
        self._mention_at = storyline.mention_at(report.id)

    def party(self, word: int | None) -> EntityId | None:
        """Return the entity that a word names, or whose organ it names ("Lee's government"); None for others.

        "The U.S. tax reform" is no act of the United States: what hangs on an owner must be a body that can act.
        """
        if word is None:
            return None
        mention = self._mention_at.get(word)
        if mention is None and self.lemma[word] in vocabulary().organs:
            owners = self.tree.children_by(word, "poss", "compound", "amod", "nmod")
            mention = next((self._mention_at[owner] for owner in owners if owner in self._mention_at), None)
            if mention is None and not owners and self.lemma[word] in vocabulary().companies:
                mention = self._company_before(word)
        if mention is None or mention.type not in ("PERSON", "ORG", "PLACE", "GROUP"):
            return None
        entity = self.storyline.entity_of(self.report.id, mention.entity)
        return None if entity is None else self.storyline.state_of(entity)

    def is_body(self, word: int) -> bool:
        """Return whether a word names a body or a state, or their organ: plans of theirs can be followed."""
        mention = self._mention_at.get(word)
        return self.lemma[word] in vocabulary().organs if mention is None else mention.type in ("ORG", "PLACE")

    def _company_before(self, word: int) -> Mention | None:
        """The organisation that "the company" takes up: the only one of business that acted before, if there is one."""
        if not any(self.lemma[child] == "the" for child in self.tree.children_by(word, "det")):
            return None
        dep, named = self.tree.tokens.dep, self._mention_at
        before = [named[each] for each in range(word) if each in named and dep[each] in _ACTING]
        firms = {each.entity: each for each in before if each.type == "ORG" and not self._is_public(each)}
        return next(iter(firms.values())) if len(firms) == 1 else None

    def _is_public(self, mention: Mention) -> bool:
        """Whether an organisation's name says that it is none of business: a ministry, a union, a court."""
        return bool(vocabulary().others.intersection(self.report.text[mention.start : mention.end].casefold().split()))

    def sums_at(self, word: int) -> list[Quantity]:
        """Return the sum of money, or the share, that a word is a part of."""
        quantities = self.report.layers.quantities or ()
        start = self.tree.tokens.start[word]
        at = bisect_right(quantities, start, key=lambda quantity: quantity.start) - 1
        return [each for each in quantities[max(0, at) : at + 1] if each.kind in _SUMS and start < each.end]

    def attributed_to(self, offset: int) -> EntityId | None:
        """Return the speaker in whose mouth the report puts what stands at `offset`; None in its own voice."""
        for attribution in self.storyline.speech_of(self.report.id):
            if any(part.start <= offset < part.end for part in attribution.content):
                return self.storyline.speaker_of(self.report.id, attribution)
        return None

    @cached_property
    def _dates_at(self) -> Mapping[int, str]:
        """The date that each verb takes, as of the report's own day or before it."""
        published = (self.report.published or "")[:10]
        at: dict[int, str] = {}
        for time in self.report.layers.times or ():
            verb = self.tree.verb_over(Span(time.start, time.end)) if _DATE.match(time.value) else None
            if verb is not None and published and order_of_date(time.value)[: len(published)] <= published:
                at.setdefault(verb, time.value[:10])
        return at

    def date_of(self, verb: int) -> str | None:
        """Return when what a verb tells of was: the date it takes, else the day of the report.

        None for what "had" been before the day of the report at an hour that is not told.
        """
        if verb in self._dates_at:
            return self._dates_at[verb]
        had = any(self.tree.word(child).casefold() == "had" for child in self.tree.children_by(verb, "aux"))
        if had and self.tree.tokens.dep[verb] != "ccomp":
            return None
        return self.report.published[:10] if self.report.published else None

    def is_dated(self, verb: int) -> bool:
        """Return whether a verb takes a day, week, month or year: "will close in May", not "in the future"."""
        return any(
            _DATE.match(time.value) and self.tree.verb_over(Span(time.start, time.end)) == verb
            for time in self.report.layers.times or ()
        )

    def verbs_above(self, index: int) -> Iterator[int]:
        """Yield the verbs above a word, nearest first."""
        return (up for up in self.tree.ancestors(index) if self.tree.tokens.pos[up] in ("VERB", "AUX"))
