"""What the parties in one report undertake, and what the report says became of it.

Undertakings are read from the parse: a verb or noun of undertaking or asking (`lang/en/commitments.toml`) with the act
that it governs, or an act told of the deal that holds it ("a deal under which Seoul would invest"). A fate is what
happens to an undertaking or to what holds it ("no agreement has been signed").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

import msgspec

from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_table
from variorum.model.annotations import Mention, Quantity
from variorum.model.record import Amount
from variorum.model.report import Report
from variorum.model.span import EntityId, Span
from variorum.text.tree import Tree

_COUNTERPARTY_PREPOSITIONS = frozenset({"in", "to", "with", "for", "from"})
_MODALS = frozenset({"would", "will", "shall", "must"})
_UNREAL = frozenset({"would", "will", "shall", "could", "may", "might", "can", "should", "must", "to", "'ll"})
_ACT_CHILDREN = frozenset({"dobj", "prep", "dative", "prt", "attr", "oprd", "npadvmod"})
_MAX_ACT_WORDS = 16


class Undertaking(msgspec.Struct, frozen=True):
    """An act that a party is bound or asked to do, at its place in one report; `verb` names the act for comparing."""

    span: Span
    party: EntityId
    counterparty: EntityId | None
    verb: str
    action: str
    amount: Amount | None
    status: str
    attributed_to: EntityId | None


class Fate(msgspec.Struct, frozen=True):
    """What a report says became of an undertaking, or of the deal that holds it; `noun` is the lemma it says it of."""

    span: Span
    noun: str
    status: str
    attributed_to: EntityId | None


class _Words(msgspec.Struct, frozen=True):
    undertake: Mapping[str, str]
    ask: Mapping[str, str]
    undertaking: Mapping[str, str]
    asking: Mapping[str, str]
    fate: Mapping[str, str]
    holders: frozenset[str]
    idle: frozenset[str]
    same: Mapping[str, str]


@cache
def _words() -> _Words:
    table = load_table("en", "commitments")
    return _Words(
        undertake=table["undertake"],
        ask=table["ask"],
        undertaking=table["undertaking"],
        asking=table["asking"],
        fate=table["fate"],
        holders=frozenset(table["holders"]["nouns"].split()),
        idle=frozenset(table["idle"]["verbs"].split()),
        same=table["same"],
    )


def name_act(lemma: str) -> str:
    """Return the name of an act for comparing: one for "buy", "purchase" and "acquire", one for a verb and its noun."""
    for ending in ("ment", "al", "ion", "er"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            lemma = lemma[: -len(ending)]
            break
    return _words().same.get(lemma, lemma)


class Undertakings:
    """The undertakings and fates of one report."""

    def __init__(self, storyline: Storyline, report: Report, tree: Tree) -> None:
        self.storyline = storyline
        self.report = report
        self.tree = tree
        self.lemma = [lemma.casefold() for lemma in tree.tokens.lemma]
        self.words = _words()

    @cached_property
    def _mention_at(self) -> Mapping[int, Mention]:
        at: dict[int, Mention] = {}
        for mention in self.report.layers.mentions or ():
            for word in self.tree.words_in(Span(mention.start, mention.end)):
                at.setdefault(word, mention)
        return at

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
        subject = self.tree.subject_of(verb)
        party = self._entity(subject)
        if party is None or subject is None or self.tree.tokens.dep[subject] == "nsubjpass":
            return
        status = f"not {status}" if self.tree.children_by(verb, "neg") else status
        for act in self._acts(verb):
            yield from self._made(act, subject, party, None, status)

    def _acts(self, verb: int) -> list[int]:
        """The words that name what a verb of undertaking binds to: verbs with "to" or a modal, else its object."""
        verbs = [
            child
            for child in self.tree.children_by(verb, "xcomp", "ccomp", "advcl")
            if self.tree.tokens.pos[child] == "VERB" and child > verb and self._is_coming(child)
        ]
        if verbs:
            joined = [child for act in verbs for child in self.tree.children_by(act, "conj")]
            return verbs + [act for act in joined if self.tree.tokens.pos[act] == "VERB"]
        objects = self.tree.children_by(verb, "dobj")
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
            party = self._entity(asked)
            if party is not None and asked is not None and self.tree.tokens.pos[act] == "VERB":
                yield from self._made(act, asked, party, self._entity(asker), status)

    def _from_noun(self, noun: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Japan's pledge to deliver $550 billion'; the owner of the noun, else the subject of its clause, is bound."""
        owner = next(iter(self.tree.children_by(noun, "poss", "compound", "amod")), None)
        if self._entity(owner) is None:
            owner = next((self.tree.subject_of(up) for up in self._verbs_above(noun)), None)
        party = self._entity(owner)
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
            party = self._entity(asked)
            if party is not None and asked is not None:
                yield from self._made(act, asked, party, self._entity(asker), status)

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
        party = self._entity(subject)
        if not which or not marks & _MODALS or party is None or subject is None:
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
            self.words.fate[self.lemma[up]] for up in self._verbs_above(holder) if self.lemma[up] in self.words.fate
        ]
        yield from self._made(verb, subject, party, None, fates[0].split(" / ")[0] if fates else "agreed")

    def _verbs_above(self, index: int) -> Iterator[int]:
        return (up for up in self.tree.ancestors(index) if self.tree.tokens.pos[up] in ("VERB", "AUX"))

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
        yield (
            act,
            Undertaking(
                span=Span(start, phrase.end),
                party=party,
                counterparty=counterparty if counterparty not in (None, party) else self._counterparty(act, party),
                verb=name_act(self.lemma[act]),
                action=self.report.text[phrase.start : phrase.end],
                amount=None if quantity is None else _amount(quantity),
                status=status,
                attributed_to=self.attributed_to(phrase.start),
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
            if child > act and self.tree.tokens.dep[child] in _ACT_CHILDREN:
                last = max(last, self._plain_end(child))
        return self._near(act, self.tree.span(act, last))

    def _plain_end(self, word: int) -> int:
        """The last word below `word` that is reached without a relative or other clause."""
        last = word
        waiting = [word]
        while waiting:
            for child in self.tree.children[waiting.pop()]:
                if self.tree.tokens.dep[child] not in ("relcl", "advcl", "punct", "appos", "cc", "conj", "acl"):
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
                    entity = self._entity(noun)
                    if entity is not None and entity != party:
                        return entity
        return None

    def _entity(self, word: int | None) -> EntityId | None:
        if word is None:
            return None
        mention = self._mention_at.get(word)
        if mention is None:
            owners = self.tree.children_by(word, "poss", "compound", "amod")
            mention = next((self._mention_at[owner] for owner in owners if owner in self._mention_at), None)
        if mention is None or mention.type not in ("PERSON", "ORG", "PLACE", "GROUP"):
            return None
        entity = self.storyline.entity_of(self.report.id, mention.entity)
        return None if entity is None else self.storyline.state_of(entity)

    def attributed_to(self, offset: int) -> EntityId | None:
        """Return the speaker in whose mouth the report puts what stands at `offset`; None in its own voice."""
        for attribution in self.report.layers.attributions or ():
            if any(part.start <= offset < part.end for part in attribution.content):
                return self.storyline.entity_of(self.report.id, attribution.speaker)
        return None

    def find_fates(self) -> list[Fate]:
        """Return what the report says became of undertakings and of what holds them, in text order."""
        return [fate for index in range(len(self.tree)) if (fate := self._fate(index)) is not None]

    def _fate(self, verb: int) -> Fate | None:
        table = self.words.fate.get(self.lemma[verb])
        if table is None or self.tree.tokens.pos[verb] not in ("VERB", "ADJ"):
            return None
        if self.tree.tokens.tag[verb] == "VBG" and not self.tree.children_by(verb, "aux"):
            # "Talks will focus on finalizing the details": nothing has happened.
            return None
        noun = self._suffering(verb)
        above = self.tree.tokens.head[verb] if self.tree.tokens.dep[verb] in ("acomp", "xcomp") else verb
        marks = {self.lemma[child] for word in (verb, above) for child in self.tree.children_by(word, "aux", "mark")}
        if noun is None or marks & (_UNREAL | {"if", "unless"}):
            return None
        happened, _, not_happened = table.partition(" / ")
        negated = any(self.tree.children_by(word, "neg") for word in (verb, above)) or any(
            self.lemma[child] == "no" for child in self.tree.children_by(noun, "det", "neg")
        )
        status = not_happened if negated else happened
        if not status:
            return None
        first, last = sorted((noun, verb))
        if any(self.lemma[child] == "no" for child in self.tree.children_by(noun, "det")):
            first = min(first, self.tree.subtree(noun)[0])
        span = self.tree.span(first, last)
        return Fate(span, self.lemma[noun], status.strip(), self.attributed_to(self.tree.tokens.start[verb]))

    def _suffering(self, verb: int) -> int | None:
        """The noun that a fate befalls: the object, or the subject of a passive or of a verb without an object."""
        objects = self.tree.children_by(verb, "dobj")
        subject = self.tree.subject_of(verb)
        if subject is None and self.tree.tokens.dep[verb] == "acomp":
            subject = self.tree.subject_of(self.tree.tokens.head[verb])
        if subject is None and self.tree.tokens.dep[verb] == "acl":
            subject = self.tree.tokens.head[verb]
        noun = objects[0] if objects else subject
        if noun is None:
            return None
        below = [word for word in self.tree.subtree(noun)[:12] if self.tree.tokens.pos[word] == "NOUN"]
        held = [word for word in below if self.lemma[word] in self.words.holders]
        return held[-1] if held else None


def _amount(quantity: Quantity) -> Amount:
    return Amount(value=quantity.value, low=quantity.low, high=quantity.high, unit=quantity.unit)
