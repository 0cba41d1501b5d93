"""What a report says became of undertakings: signed, stalled, not funded."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from variorum.collate.ledger.acts import amount_of
from variorum.collate.ledger.clauses import Clauses, vocabulary
from variorum.collate.likeness import content_lemmas
from variorum.model.record import Amount
from variorum.model.span import EntityId, Span

# What is told with these has not come to pass.
_UNREAL_WORDS = "would will shall could may might can should must to 'll if unless"
_UNREAL = frozenset(_UNREAL_WORDS.split())

# Words of a noun's phrase that are shown before it.
_NEAR = 6


class Fate(msgspec.Struct, frozen=True):
    """What a report says became of an undertaking, or of the deal that holds it.

    `noun` is the lemma that it says it of ("agreement"), `words` are the lemmas of its whole phrase ("the agreement for
    a furnace at Ashmere"), `amount` is the sum it names ("the £90 million has not been paid"). `background` is true
    where a clause tells it by the way ("who had signed the deal").
    """

    span: Span
    noun: str
    words: frozenset[str]
    status: str
    attributed_to: EntityId | None
    background: bool
    date: str | None = None
    amount: Amount | None = None


class Fates:
    """The fates that one report tells."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.tree = clauses.tree
        self.lemma = clauses.lemma
        self.words = vocabulary()

    def find(self) -> list[Fate]:
        """Return what the report says became of undertakings and of what holds them, in text order."""
        return [fate for index in range(len(self.tree)) if (fate := self._fate(index)) is not None]

    def _fate(self, verb: int) -> Fate | None:
        told = self._fate_word(verb)
        noun = self._suffering(verb) if told is not None and self._has_happened(verb) else None
        if told is None or noun is None:
            return None
        above = self.tree.tokens.head[verb] if self.tree.tokens.dep[verb] in ("acomp", "xcomp") else verb
        marks = self._marks(verb, above)
        denials = self._denials(verb, above, noun)
        happened, _, not_happened = told.partition(" / ")
        status = (not_happened if denials else happened).strip()
        if not status or marks & _UNREAL:
            return None
        label = self.tree.tokens.dep[above]
        return Fate(
            span=self._span(verb, noun, denials),
            noun=self.lemma[noun],
            words=frozenset(content_lemmas(self.tree, self.tree.phrase(noun))) - self.words.holders,
            status=status,
            attributed_to=self.clauses.attributed_to(self.tree.tokens.start[verb]),
            # "Had" is what was before, but in reported speech what is: "she said no money had been set aside".
            background=label in ("relcl", "acl", "advcl") or ("had" in marks and label != "ccomp"),
            date=self.clauses.date_of(verb),
            amount=self._sum_of(noun),
        )

    def _marks(self, verb: int, above: int) -> set[str]:
        """The auxiliaries and conjunctions of a verb, and of the one that it completes ("could not be funded")."""
        children = (child for word in (verb, above) for child in self.tree.children_by(word, "aux", "mark"))
        return {self.tree.word(child).casefold() for child in children}

    def _denials(self, verb: int, above: int, noun: int) -> list[int]:
        """The words that deny a fate: "was not signed", "no money was set aside"."""
        nots = [child for word in (verb, above) for child in self.tree.children_by(word, "neg")]
        return nots + [child for child in self.tree.children_by(noun, "det", "neg") if self.lemma[child] == "no"]

    def _span(self, verb: int, noun: int, denials: Sequence[int]) -> Span:
        """The stretch that tells a fate: the noun near its verb, what denies it, and the verb's particles."""
        particles = self.tree.children_by(verb, "prt", "aux", "auxpass", "acomp")
        particles += [word for word in self.tree.children_by(verb, "advmod") if word == verb + 1]
        words = (self._start_of(noun), noun, verb, *denials, *particles)
        return self.tree.span(min(self._start_of(noun), verb, *denials), max(words))

    def _has_happened(self, verb: int) -> bool:
        """Whether a verb tells of something done: not "on finalizing the details", nor "demanded that Norway pay"."""
        above = self.lemma[self.tree.tokens.head[verb]]
        bound = above in self.words.ask or above in self.words.asking or above in self.words.undertake
        if bound and self.tree.tokens.dep[verb] in ("ccomp", "acl", "xcomp"):
            return False
        aux = {self.lemma[child] for child in self.tree.children_by(verb, "aux")}
        tag = self.tree.tokens.tag[verb]
        return bool(aux) if tag == "VBG" else tag != "VB" or "do" in aux

    def _fate_word(self, verb: int) -> str | None:
        """What the table says of a verb or adjective, with its particle where it has one ("set aside")."""
        if self.tree.tokens.pos[verb] not in ("VERB", "ADJ"):
            return None
        particles = self.tree.children_by(verb, "prt", "advmod")
        phrases = (f"{self.lemma[verb]} {self.lemma[particle]}" for particle in particles)
        told = next((self.words.fate[phrase] for phrase in phrases if phrase in self.words.fate), None)
        return told or self.words.fate.get(self.lemma[verb])

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
        return held[-1] if held else noun if self._sum_of(noun) is not None else None

    def _start_of(self, noun: int) -> int:
        """The first word of a noun's phrase, where it is near: "the agreement", "£90 million"."""
        return next(word for word in self.tree.subtree(noun) if noun - word < _NEAR)

    def _sum_of(self, noun: int) -> Amount | None:
        """The sum of money that a noun is, has or is of: "£350,000", "the £90 million loan", "a fine of £2 million"."""
        of = [child for child in self.tree.children_by(noun, "prep") if self.lemma[child] == "of"]
        things = [noun, *(thing for child in of for thing in self.tree.children_by(child, "pobj"))]
        labels = ("nummod", "compound", "quantmod", "nmod")
        parts = {*things, *(child for thing in things for child in self.tree.children_by(thing, *labels))}
        sums = (each for word in sorted(parts) for each in self.clauses.sums_at(word))
        return next((amount_of(each) for each in sums), None)
