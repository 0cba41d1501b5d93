"""What the parties in one report undertake.

Undertakings are read from the parse: a verb or noun of undertaking or asking (`lang/en/commitments.toml`) with the act
that it governs, or an act told of the deal that holds it ("a deal under which Seoul would invest").
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from variorum.collate.ledger.acts import Acts
from variorum.collate.ledger.clauses import Clauses, name_act, vocabulary
from variorum.collate.likeness import content_lemmas
from variorum.model.record import Amount
from variorum.model.span import EntityId, Span

_PERHAPS = frozenset({"could", "may", "might"})
_MODALS = frozenset({"would", "will", "shall", "must"})


class Undertaking(msgspec.Struct, frozen=True):
    """An act that a party is bound or asked to do, at its place in one report.

    `verb` names the act for comparing, `words` are the lemmas of its phrase; `is_noun` where the act is told as a thing
    ("the package"). `date` is when it was undertaken, as far as the report tells. `party` is who is bound, or would be
    where it is only asked for.
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
    date: str | None = None
    conditions: tuple[Span, ...] = ()
    is_noun: bool = False


class _Bond(msgspec.Struct, frozen=True):
    """Who is bound (the word `bound`, naming `party`), towards whom, by which word of undertaking, and how far.

    `own`: a plan that a body tells of itself, which counts without a price if it has a day.
    """

    word: int
    bound: int
    party: EntityId
    status: str
    counterparty: EntityId | None = None
    own: bool = False


class Undertakings:
    """The undertakings that one report tells."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.report = clauses.report
        self.tree = clauses.tree
        self.lemma = clauses.lemma
        self.words = vocabulary()
        self.acts = Acts(clauses)

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
        elif pos == "VERB" and lemma in self.words.announcing:
            yield from self._from_announcing(index)
        elif pos == "VERB":
            yield from self._from_deal(index)

    def _from_verb(self, verb: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Korea pledged to buy gas and invest $3 billion', 'agreed to the package', 'offered loans'."""
        subject = self._subject(verb)
        party = self.clauses.party(subject)
        if party is None or subject is None or self.tree.tokens.dep[subject] == "nsubjpass":
            return
        if self._may_only_be(verb):
            return
        own = self.clauses.is_body(subject) and self._is_now(verb)
        status = f"not {status}" if self.tree.children_by(verb, "neg") else status
        for act in self._acts(verb):
            if self._binds(verb, act):
                yield from self._made(act, _Bond(verb, subject, party, status, own=own))

    def _may_only_be(self, verb: int) -> bool:
        return any(self.lemma[child] in _PERHAPS for child in self.tree.children_by(verb, "aux"))

    def _is_now(self, verb: int) -> bool:
        """Whether a verb tells of the present: "plans", "is planning"."""
        tags = self.tree.tokens.tag
        return any(tags[word] in ("VBZ", "VBP") for word in (verb, *self.tree.children_by(verb, "aux")))

    def _binds(self, verb: int, act: int) -> bool:
        """Whether what is offered or committed can be followed: a sum, or a thing of those that are kept to."""
        things = {"offer": self.words.offered | self.words.holders, "commit": self.words.committed}.get(
            self.lemma[verb]
        )
        if things is None or self.tree.tokens.dep[act] != "dobj" or self.lemma[act] in things:
            return True
        amount = self.acts.amount_in(self.acts.phrase(act))
        if amount is None:
            return False
        counts = amount.of is not None and amount.of.overlaps(self.tree.span(act, act))
        return counts or amount.kind in ("money", "percent")

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
        for act in (each for each in self.tree.children_by(verb, "ccomp", "xcomp") if each > verb):
            if self._is_question(act):
                continue
            own = self.tree.children_by(act, "nsubj")
            asked = own[0] if own else (objects[0] if objects else None)
            party = self.clauses.party(asked)
            if party is not None and asked is not None and self.tree.tokens.pos[act] == "VERB":
                yield from self._made(act, _Bond(verb, asked, party, status, self.clauses.party(asker)))

    def _is_question(self, act: int) -> bool:
        """Whether what is asked is what is so: "asked whether she left", "asked what it means"."""
        marks = {self.lemma[child] for child in self.tree.children_by(act, "aux", "mark")}
        return self.tree.tokens.tag[act] in ("VBD", "VBZ", "VBG", "VBN") and "to" not in marks

    def _from_noun(self, noun: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Japan's pledge to deliver $550 billion'; the owner of the noun, else who makes or keeps it, is bound."""
        owner = next(iter(self.tree.children_by(noun, "poss", "compound", "amod")), None)
        if self.clauses.party(owner) is None:
            owner = self._maker_of(noun)
        party = self.clauses.party(owner)
        if party is None or owner is None:
            return
        verb = next(self.clauses.verbs_above(noun), None)
        told = verb is not None and self.lemma[verb] in self.words.having and self.tree.subject_of(verb) == owner
        bond = _Bond(noun, owner, party, status, own=told and self.clauses.is_body(owner))
        for act in self.tree.children_by(noun, "acl", "relcl", "xcomp", "ccomp"):
            if self._is_coming(act):
                yield from self._made(act, bond)
        for act in self._things_of(noun):
            yield from self._made(act, bond)

    def _maker_of(self, noun: int) -> int | None:
        """The subject of a clause that makes or keeps an undertaking, unless it is another's.

        Who "is against the bloc's proposal to build it" proposes nothing.
        """
        owners = self.tree.children_by(noun, "poss")
        if any(self.lemma[owner] not in self.words.own for owner in owners):
            return None
        verb = next(self.clauses.verbs_above(noun), None)
        if verb is None or not (owners or self.lemma[verb] in self.words.making) or self._may_only_be(verb):
            return None
        return self.tree.subject_of(verb)

    def _things_of(self, noun: int) -> list[int]:
        """What a pledge "of £240 million" is of: a thing with a figure."""
        of = [child for child in self.tree.children_by(noun, "prep") if self.lemma[child] == "of"]
        things = [thing for child in of for thing in self.tree.children_by(child, "pobj")]
        return [thing for thing in things if self.acts.amount_in(self.acts.phrase(thing)) is not None]

    def _from_announcing(self, verb: int) -> Iterator[tuple[int, Undertaking]]:
        """'The bank announced that it will close nine branches': what a body says that it will do itself."""
        subject = self._subject(verb)
        party = self.clauses.party(subject)
        if party is None or subject is None or not self.clauses.is_body(subject) or self.tree.children_by(verb, "neg"):
            return
        for act in self.tree.children_by(verb, "ccomp"):
            doer = next(iter(self.tree.children_by(act, "nsubj")), None)
            will = any(self.tree.word(child) == "will" for child in self.tree.children_by(act, "aux"))
            itself = doer is not None and (self.lemma[doer] in self.words.itself or self.clauses.party(doer) == party)
            if will and itself and act > verb and not self.tree.children_by(act, "neg"):
                yield from self._made(act, _Bond(verb, subject, party, "planned", own=True))

    def _from_asking_noun(self, noun: int, status: str) -> Iterator[tuple[int, Undertaking]]:
        """'Trump's demand that South Korea invest $350 billion'."""
        asker = next(iter(self.tree.children_by(noun, "poss")), None)
        for act in self.tree.children_by(noun, "acl", "ccomp", "relcl"):
            asked = next(iter(self.tree.children_by(act, "nsubj")), None)
            party = self.clauses.party(asked)
            if party is not None and asked is not None:
                yield from self._made(act, _Bond(noun, asked, party, status, self.clauses.party(asker)))

    def _from_deal(self, verb: int) -> Iterator[tuple[int, Undertaking]]:
        """'A deal was unveiled under which Seoul would invest': the status is the fate of the deal, else agreed."""
        marks = {self.lemma[child] for child in self.tree.children_by(verb, "aux")}
        subject = self.tree.subject_of(verb)
        party = self.clauses.party(subject)
        if not marks & _MODALS or party is None or subject is None:
            return
        prepositions = self.tree.children_by(verb, "prep")
        objects = (noun for child in prepositions for noun in self.tree.children_by(child, "pobj"))
        which = next((noun for noun in objects if self.lemma[noun] == "which"), None)
        holder = self._holder_before(which) if which is not None else None
        if which is None and "will" in marks and self.lemma[verb] in self.words.spend:
            # "The company will invest £240 million": a plan with a price; without one, any sentence with "will".
            made = self._made(verb, _Bond(verb, subject, party, "planned"))
            yield from ((act, each) for act, each in made if each.amount is not None and _is_money(each.amount))
        elif holder is not None:
            fates = [up for up in self.clauses.verbs_above(holder) if self.lemma[up] in self.words.fate]
            status = self.words.fate[self.lemma[fates[0]]].split(" / ")[0] if fates else "agreed"
            yield from self._made(verb, _Bond(fates[0] if fates else verb, subject, party, status))

    def _holder_before(self, which: int) -> int | None:
        """The deal that a "which" points back to: the nearest noun before it, in its sentence, that can hold an act."""
        start = self.tree.tokens.start[which]
        sentence = self.tree.sentence_of(start)
        if sentence is None:
            return None
        before = self.tree.words_in(Span(self.tree.sentences[sentence].start, start))
        return next((word for word in reversed(before) if self.lemma[word] in self.words.holders), None)

    def _opens_talks(self, act: int) -> bool:
        """Whether an act that tells little opens talks: "agreed to start negotiations next week"."""
        things = self.tree.children_by(act, "dobj")
        return self.lemma[act] in ("start", "begin", "open", "hold") and any(
            self.lemma[thing] in self.words.holders for thing in things
        )

    def _is_plan(self, act: int, bond: _Bond) -> bool:
        """Whether an act is told whole, with a day on which it shall be, and not as a rumour."""
        sentence = self.tree.sentence_of(self.tree.tokens.start[act])
        if sentence is None or not self.acts.is_whole(act) or not self.clauses.is_dated(act):
            return False
        before = self.tree.words_in(Span(self.tree.sentences[sentence].start, self.tree.tokens.start[act]))
        hedges = (child for word in (bond.word, act) for child in self.tree.children_by(word, "advmod"))
        told = {self.lemma[word] for word in (*hedges, *(word for word in before if self._is_noun(word)))}
        return told.isdisjoint(self.words.rumour)

    def _is_noun(self, word: int) -> bool:
        return self.tree.tokens.pos[word] == "NOUN"

    def _made(self, act: int, bond: _Bond) -> Iterator[tuple[int, Undertaking]]:
        idle = self.lemma[act] in self.words.idle and not self._opens_talks(act)
        if idle or not self.acts.is_telling(act):
            return
        read = self.acts.read(act, bond.party)
        if bond.status == "planned" and read.amount is None and not (bond.own and self._is_plan(act, bond)):
            # A plan binds nobody; one with a price can be followed, and a body's own with a day.
            return
        start = min(self.tree.phrase(bond.bound).start, read.span.start)
        sentence = self.tree.sentence_of(read.span.start)
        if sentence is None or not self.tree.sentences[sentence].covers(Span(start, read.span.end)):
            start = read.span.start
        speaker = self.clauses.attributed_to(read.span.start)
        to = bond.counterparty if bond.counterparty not in (None, bond.party) else read.counterparty
        yield (
            act,
            Undertaking(
                span=Span(start, read.span.end),
                party=bond.party,
                counterparty=to,
                verb=name_act(self.lemma[act]),
                action=self.report.text[read.span.start : read.span.end],
                words=frozenset(content_lemmas(self.tree, read.span)),
                amount=read.amount,
                status=bond.status,
                # Who promises is not who is said to have promised.
                attributed_to=speaker if speaker != bond.party else None,
                date=self.clauses.date_of(bond.word),
                conditions=self.acts.conditions(bond.word, act),
                is_noun=self.tree.tokens.pos[act] not in ("VERB", "AUX"),
            ),
        )


def _is_money(amount: Amount) -> bool:
    return amount.unit is not None and len(amount.unit) == 3 and amount.unit.isupper()
