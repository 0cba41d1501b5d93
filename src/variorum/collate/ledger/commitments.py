"""What the parties in one report undertake.

Undertakings are read from the parse: a verb or noun of undertaking or asking (`lang/en/commitments.toml`) with the act
that it governs, or an act told of the deal that holds it ("a deal under which Seoul would invest").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from variorum.collate.ledger.clauses import Clauses, name_act, vocabulary
from variorum.collate.likeness import content_lemmas
from variorum.model.annotations import Quantity
from variorum.model.record import Amount
from variorum.model.span import EntityId, Span

_COUNTERPARTY_PREPOSITIONS = frozenset({"in", "to", "with", "for", "from"})
_MODALS = frozenset({"would", "will", "shall", "must"})
_ACT_CHILDREN = frozenset({"dobj", "prep", "dative", "prt", "attr", "oprd", "npadvmod"})
_JOINED = frozenset({"relcl", "advcl", "punct", "appos", "cc", "conj", "acl"})
_MAX_ACT_WORDS = 16


class Undertaking(msgspec.Struct, frozen=True):
    """An act that a party is bound or asked to do, at its place in one report.

    `verb` names the act for comparing, `words` are the lemmas of its phrase.
    """

    span: Span
    party: EntityId
    counterparty: EntityId | None
    verb: str
    action: str
    words: frozenset[str]
    amount: Amount | None
    status: str
    attributed_to: EntityId | None


class Undertakings:
    """The undertakings that one report tells."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.report = clauses.report
        self.tree = clauses.tree
        self.lemma = clauses.lemma
        self.words = vocabulary()

    def find(self) -> list[Undertaking]:
        """Return the undertakings in text order, one for each act."""
        found: dict[int, Undertaking] = {}
        for index in range(len(self.tree)):
            for act, made in self._from_word(index):
                found.setdefault(act, made)
        return sorted(found.values(), key=lambda each: (each.span, each.verb))

    def _from_word(self, index: int) -> Iterator[tuple[int, Undertaking]]:
        lemma, pos = self.lemma[index], self.tree.tokens.pos[index]
        if pos == "VERB" and lemma in self.words.undertake:
            yield from self._from_verb(index, self.words.undertake[lemma])
        elif pos == "VERB" and lemma in self.words.ask:
            yield from self._from_asking(index, self.words.ask[lemma])
        elif pos == "NOUN" and lemma in self.words.undertaking:
            yield from self._from_noun(index, self.words.undertaking[lemma])
        elif pos == "NOUN" and lemma in self.words.asking:
            yield from self._from_asking_noun(index, self.words.asking[lemma])
        elif pos == "VERB":
            yield from self._from_deal(index)

    def _from_verb(self, verb: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Korea pledged to buy gas and invest $3 billion', 'agreed to the package', 'offered loans'."""
        subject = self._subject(verb)
        party = self.clauses.party(subject)
        if party is None or subject is None or self.tree.tokens.dep[subject] == "nsubjpass":
            return
        status = f"not {status}" if self.tree.children_by(verb, "neg") else status
        for act in self._acts(verb):
            yield from self._made(act, subject, party, None, status)

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb; for a second verb ("agreed to it and pledged") that of the verb nearest before it.

        The parser often hangs a second verb on the wrong first one, from which no subject is reached.
        """
        subject = self.tree.subject_of(verb)
        if subject is not None or self.tree.tokens.dep[verb] != "conj":
            return subject
        sentence = self.tree.sentence_of(self.tree.tokens.start[verb])
        start = self.tree.sentences[sentence].start if sentence is not None else 0
        before = reversed(self.tree.words_in(Span(start, self.tree.tokens.start[verb])))
        return next((word for word in before if self.tree.tokens.dep[word] == "nsubj"), None)

    def _acts(self, verb: int) -> list[int]:
        """The words that name what a verb of undertaking binds to: verbs with "to" or a modal, else its object."""
        objects = self.tree.children_by(verb, "dobj")
        verbs = [
            child
            for child in self.tree.children_by(verb, "xcomp", "ccomp", "advcl")
            if self.tree.tokens.pos[child] == "VERB" and child > verb and self._is_coming(child)
        ]
        if verbs and not objects:
            joined = [child for act in verbs for child in self.tree.children_by(act, "conj")]
            return verbs + [act for act in joined if self.tree.tokens.pos[act] == "VERB"]
        to = [child for child in self.tree.children_by(verb, "prep") if self.lemma[child] == "to"]
        return objects + [noun for child in to for noun in self.tree.children_by(child, "pobj")]

    def _is_coming(self, verb: int) -> bool:
        marks = {self.lemma[child] for child in self.tree.children_by(verb, "aux", "mark")}
        return bool(marks & (_MODALS | {"to"}))

    def _from_asking(self, verb: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Washington wants Seoul to invest $3 billion', 'he demanded that they pay'."""
        asker = self.tree.subject_of(verb)
        objects = self.tree.children_by(verb, "dobj")
        for act in self.tree.children_by(verb, "ccomp", "xcomp"):
            own = self.tree.children_by(act, "nsubj")
            asked = own[0] if own else (objects[0] if objects else None)
            party = self.clauses.party(asked)
            if party is not None and asked is not None and self.tree.tokens.pos[act] == "VERB":
                yield from self._made(act, asked, party, self.clauses.party(asker), status)

    def _from_noun(self, noun: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Japan's pledge to deliver $550 billion'; the owner of the noun, else the subject of its clause, is bound."""
        owner = next(iter(self.tree.children_by(noun, "poss", "compound", "amod")), None)
        if self.clauses.party(owner) is None:
            owner = next((self.tree.subject_of(up) for up in self.clauses.verbs_above(noun)), None)
        party = self.clauses.party(owner)
        if party is None or owner is None:
            return
        for act in self.tree.children_by(noun, "acl", "relcl", "xcomp", "ccomp"):
            if self._is_coming(act):
                yield from self._made(act, owner, party, None, status)

    def _from_asking_noun(self, noun: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Trump's demand that South Korea invest $350 billion'."""
        asker = next(iter(self.tree.children_by(noun, "poss")), None)
        for act in self.tree.children_by(noun, "acl", "ccomp", "relcl"):
            asked = next(iter(self.tree.children_by(act, "nsubj")), None)
            party = self.clauses.party(asked)
            if party is not None and asked is not None:
                yield from self._made(act, asked, party, self.clauses.party(asker), status)

    def _from_deal(self, verb: int) -> Iterator[tuple[int, Undertaking]]:
        """'A deal was unveiled under which Seoul would invest': the status is the fate of the deal, else agreed."""
        which = [
            noun
            for child in self.tree.children_by(verb, "prep")
            for noun in self.tree.children_by(child, "pobj")
            if self.lemma[noun] == "which"
        ]
        marks = {self.lemma[child] for child in self.tree.children_by(verb, "aux")}
        subject = self.tree.subject_of(verb)
        party = self.clauses.party(subject)
        if not marks & _MODALS or party is None or subject is None:
            return
        if not which:
            # "The company will invest £240 million": a plan with a price; without one, any sentence with "will".
            made = self._made(verb, subject, party, None, "planned") if "will" in marks else iter(())
            yield from ((act, each) for act, each in made if each.amount is not None and _is_money(each.amount))
            return
        sentence = self.tree.sentence_of(self.tree.tokens.start[verb])
        before = (
            []
            if sentence is None
            else self.tree.words_in(Span(self.tree.sentences[sentence].start, self.tree.tokens.start[which[0]]))
        )
        holder = next((word for word in reversed(before) if self.lemma[word] in self.words.holders), None)
        if holder is None:
            return
        fates = [
            self.words.fate[self.lemma[up]]
            for up in self.clauses.verbs_above(holder)
            if self.lemma[up] in self.words.fate
        ]
        yield from self._made(verb, subject, party, None, fates[0].split(" / ")[0] if fates else "agreed")

    def _made(
        self, act: int, bound: int, party: EntityId, counterparty: EntityId | None, status: str
    ) -> Iterator[tuple[int, Undertaking]]:
        if self.lemma[act] in self.words.idle or not self._is_telling(act):
            return
        phrase = self._act_phrase(act)
        start = min(self.tree.phrase(bound).start, phrase.start)
        sentence = self.tree.sentence_of(phrase.start)
        if sentence is None or not self.tree.sentences[sentence].covers(Span(start, phrase.end)):
            start = phrase.start
        quantity = self._amount_in(phrase)
        speaker = self.clauses.attributed_to(phrase.start)
        yield (
            act,
            Undertaking(
                span=Span(start, phrase.end),
                party=party,
                counterparty=counterparty if counterparty not in (None, party) else self._counterparty(act, party),
                verb=name_act(self.lemma[act]),
                action=self.report.text[phrase.start : phrase.end],
                words=frozenset(content_lemmas(self.tree, phrase)),
                amount=None if quantity is None else _amount(quantity),
                status=status,
                # Who promises is not who is said to have promised.
                attributed_to=speaker if speaker != party else None,
            ),
        )

    def _is_telling(self, act: int) -> bool:
        """Whether an act says what is to be done: a verb with an object or place, or a noun that is not alone."""
        return bool(self.tree.children_by(act, *_ACT_CHILDREN, "compound", "amod", "nummod", "ccomp", "xcomp"))

    def _act_phrase(self, act: int) -> Span:
        """The act with its objects and places, verbatim; what is only joined to it is left out."""
        if self.tree.tokens.pos[act] != "VERB":
            return self._near(act, self.tree.phrase(act))
        last = act
        for child in self.tree.children[act]:
            if child > act and self.tree.tokens.dep[child] in _ACT_CHILDREN and not self._tells_when(child):
                last = max(last, self._plain_end(child))
        return self._near(act, self.tree.span(act, last))

    def _tells_when(self, word: int) -> bool:
        """Whether a preposition is one of time: "following", "pending"."""
        return self.tree.tokens.dep[word] == "prep" and self.tree.tokens.tag[word] == "VBG"

    def _plain_end(self, word: int) -> int:
        """The last word below `word` that is reached without a relative or other clause."""
        last = word
        waiting = [word]
        while waiting:
            for child in self.tree.children[waiting.pop()]:
                if self.tree.tokens.dep[child] not in _JOINED and not self._tells_when(child):
                    waiting.append(child)
                    last = max(last, child)
        return last

    def _near(self, act: int, phrase: Span) -> Span:
        words = [word for word in self.tree.words_in(phrase) if abs(word - act) < _MAX_ACT_WORDS]
        return self.tree.span(words[0], words[-1])

    def _amount_in(self, phrase: Span) -> Quantity | None:
        quantities = self.report.layers.quantities or ()
        first = bisect_left(quantities, phrase.start, key=lambda quantity: quantity.start)
        inside = [each for each in quantities[first : first + 8] if each.end <= phrase.end and each.kind != "ordinal"]
        return min(inside, key=lambda each: (each.kind != "money", each.start), default=None)

    def _counterparty(self, act: int, party: EntityId) -> EntityId | None:
        for child in self.tree.children_by(act, "prep", "dative"):
            if self.lemma[child] in _COUNTERPARTY_PREPOSITIONS:
                for noun in self.tree.children_by(child, "pobj"):
                    entity = self.clauses.party(noun)
                    if entity is not None and entity != party:
                        return entity
        return None


def _is_money(amount: Amount) -> bool:
    return amount.unit is not None and len(amount.unit) == 3 and amount.unit.isupper()


def _amount(quantity: Quantity) -> Amount:
    return Amount(value=quantity.value, low=quantity.low, high=quantity.high, unit=quantity.unit)
