"""The act that a party undertakes, as words, amount, counterparty and conditions, read from the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from variorum.collate.ledger.clauses import Clauses, vocabulary
from variorum.model.annotations import Quantity
from variorum.model.record import Amount
from variorum.model.span import EntityId, Span

_COUNTERPARTY_PREPOSITIONS = frozenset({"in", "to", "with", "for", "from"})
_ACT_CHILDREN = frozenset({"dobj", "prep", "dative", "prt", "attr", "oprd", "npadvmod", "advmod", "agent", "xcomp"})
_NOUN_CHILDREN = frozenset({"compound", "amod", "nummod", "acl", "relcl"})
_MAX_ACT_WORDS = 16


class Act(msgspec.Struct, frozen=True):
    """What is to be done: its words, verbatim, how much, and towards whom."""

    span: Span
    amount: Amount | None
    counterparty: EntityId | None


class Acts:
    """The acts of one report's clauses; words are indices of its parse."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.report = clauses.report
        self.tree = clauses.tree
        self.lemma = clauses.lemma

    def read(self, act: int, party: EntityId) -> Act:
        """Return the act that the word `act` names, `party` being bound to it."""
        span = self._with_receiver(act, self.phrase(act))
        own = next(iter(self.tree.children_by(act, "nsubj", "nsubjpass")), None)
        # "She pledged that every ferry would be examined": what is to be done has a doer of its own.
        itself = own is not None and self.lemma[own] in vocabulary().itself
        if own is not None and own < act and not itself and self.clauses.party(own) != party:
            span = Span(self.tree.phrase(own).start, span.end)
        quantity = self.amount_in(span)
        return Act(span, None if quantity is None else amount_of(quantity), self._counterparty(act, party))

    def is_telling(self, act: int) -> bool:
        """Whether an act says what is to be done: its phrase has a word of content beside its own, or a figure.

        "Shred one of them" and "the deal" tell nothing to who has not read what stands before.
        """
        pos, dep = self.tree.tokens.pos, self.tree.tokens.dep
        below = [word for word in self.tree.words_in(self.phrase(act)) if word != act]
        if any(pos[word] in ("NOUN", "PROPN") and self.lemma[word] not in vocabulary().holders for word in below):
            return True
        if pos[act] in ("VERB", "AUX"):
            doers = self.tree.children_by(act, "nsubj", "nsubjpass")
            return any(self.clauses.sums_at(word) for word in below) or any(pos[word] == "NOUN" for word in doers)
        return any(dep[word] in _NOUN_CHILDREN and self.tree.tokens.head[word] == act for word in below)

    def is_whole(self, act: int) -> bool:
        """Whether a plan without a price says what is to be done: a verb with an object or place behind it."""
        if self.tree.tokens.pos[act] != "VERB" or any(each < act for each in self.tree.children_by(act, "dobj")):
            return False
        return bool(self.tree.children_by(act, "dobj", "prep", "dative", "xcomp"))

    def phrase(self, act: int) -> Span:
        """The act with its objects and places, verbatim; what is only joined to it or tells when is left out."""
        if self.tree.tokens.pos[act] not in ("VERB", "AUX"):
            first = self.tree.subtree(act)[0]
            return self._near(act, self.tree.span(min(first, act), self._plain_end(act)))
        last = act
        for child in (each for each in self.tree.children[act] if each > act):
            if self._tells_when(child):
                # "… following a trade agreement earlier this year": what comes after it dates the act too.
                break
            if self.tree.tokens.dep[child] in _ACT_CHILDREN:
                last = max(last, self._plain_end(child))
        return self._near(act, self.tree.span(act, last))

    def _with_receiver(self, act: int, phrase: Span) -> Span:
        """A thing that is offered, with whom to and what over: "45,000 crowns to each of the survivors"."""
        above = self.tree.tokens.head[act]
        if self.tree.tokens.dep[act] != "dobj":
            return phrase
        below = (each for each in self.tree.children_by(above, "prep", "dative") if each > act)
        ends = [self.tree.tokens.end[self._plain_end(each)] for each in below if self._adds(each)]
        return Span(phrase.start, max([phrase.end, *ends]))

    def _adds(self, preposition: int) -> bool:
        """Whether a phrase behind a thing belongs to it: no date, and no "those" whose clause is left out."""
        span = self.tree.phrase(preposition)
        dated = any(
            span.start <= time.start < span.end and time.type in ("DATE", "TIME")
            for time in self.report.layers.times or ()
        )
        pos, things = self.tree.tokens.pos, self.tree.children_by(preposition, "pobj")
        # "To each of the survivors" points to nothing that is left out.
        pointing = any(pos[each] in ("DET", "PRON") and not self.tree.children_by(each, "prep") for each in things)
        known = self.lemma[preposition] in ("to", "for", "over", "in")
        return known and not dated and not pointing and not self._tells_when(preposition)

    def _tells_when(self, word: int) -> bool:
        """Whether a word dates an act by another one ("following the vote"); a day ("before midsummer") is its own."""
        if self.tree.tokens.dep[word] == "prep" and self.tree.word(word).casefold() in vocabulary().occasions:
            phrase = self.tree.phrase(word)
            times = self.report.layers.times or ()
            bare = len(self.tree.subtree(word)) == 2  # "before midsummer"
            return not bare and not any(phrase.start <= time.start < phrase.end for time in times)
        return self._is_condition(word)

    def _plain_end(self, word: int) -> int:
        return self.tree.plain_end(word, self._tells_when)

    def _near(self, act: int, phrase: Span) -> Span:
        words = [word for word in self.tree.words_in(phrase) if abs(word - act) < _MAX_ACT_WORDS]
        return self.tree.span(words[0], words[-1])

    def amount_in(self, phrase: Span) -> Quantity | None:
        """The amount that an act names: money before other things; of a change ("from 25% to 15%") where it leads."""
        quantities = self.report.layers.quantities or ()
        first = bisect_left(quantities, phrase.start, key=lambda quantity: quantity.start)
        inside = [each for each in quantities[first : first + 8] if each.end <= phrase.end and each.kind != "ordinal"]
        left = self._left_behind(inside)
        return min(
            (each for each in inside if each not in left),
            key=lambda each: (each.kind != "money", each.start),
            default=None,
        )

    def _left_behind(self, quantities: Sequence[Quantity]) -> list[Quantity]:
        """The figures from which others change: "from 25%" where "to 15%" follows."""
        words = [self._preposition(each) for each in quantities]
        units = [each.unit for each in quantities]
        return [
            each
            for at, each in enumerate(quantities)
            if words[at] == "from" and any(words[n] == "to" and units[n] == units[at] for n in range(len(words)))
        ]

    def _preposition(self, quantity: Quantity) -> str:
        words = self.tree.words_in(Span(quantity.start, quantity.end))
        before = words[0] - 1 if words else -1
        return self.lemma[before] if before >= 0 else ""

    def _counterparty(self, act: int, party: EntityId) -> EntityId | None:
        for child in self.tree.children_by(act, "prep", "dative"):
            nouns = self.tree.children_by(child, "pobj")
            if self.tree.tokens.dep[child] == "dative" and not nouns:
                nouns = [child]
            elif self.lemma[child] not in _COUNTERPARTY_PREPOSITIONS:
                continue
            for noun in nouns:
                entity = self.clauses.party(noun)
                if entity is not None and entity != party:
                    return entity
        return None

    def conditions(self, *words: int) -> tuple[Span, ...]:
        """Return what an undertaking is made to hang on: clauses and phrases below `words` ("if the bank agrees")."""
        found = {
            self.tree.phrase(child)
            for word in words
            for child in self.tree.children[word]
            if self._is_condition(child) and len(self.tree.subtree(child)) > 1
        }
        return tuple(sorted(span for span in found if self._in_one_sentence(span)))

    def _is_condition(self, word: int) -> bool:
        label = self.tree.tokens.dep[word]
        if label == "advcl":
            marks = {self.lemma[child] for child in self.tree.children_by(word, "mark", "advmod")}
            return bool(marks & vocabulary().conditions)
        below = {self.lemma[child] for child in self.tree.children_by(word, "pobj")}
        return label == "prep" and bool(below & vocabulary().returns)

    def _in_one_sentence(self, span: Span) -> bool:
        sentence = self.tree.sentence_of(span.start)
        return sentence is not None and self.tree.sentences[sentence].covers(span)


def amount_of(quantity: Quantity) -> Amount:
    """Return a quantity as an amount."""
    return Amount(value=quantity.value, low=quantity.low, high=quantity.high, unit=quantity.unit)
