"""What a report says became of undertakings: signed, stalled, not funded."""

from __future__ import annotations

import msgspec

from variorum.collate.ledger.acts import amount_of
from variorum.collate.ledger.clauses import Clauses, vocabulary
from variorum.collate.likeness import content_lemmas
from variorum.model.record import Amount
from variorum.model.span import EntityId, Span

_UNREAL = frozenset({"would", "will", "shall", "could", "may", "might", "can", "should", "must", "to", "'ll"})


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
        table = self._fate_word(verb)
        if table is None or self.tree.tokens.pos[verb] not in ("VERB", "ADJ"):
            return None
        if not self._has_happened(verb):
            return None
        noun = self._suffering(verb)
        above = self.tree.tokens.head[verb] if self.tree.tokens.dep[verb] in ("acomp", "xcomp") else verb
        marks = {
            self.tree.word(child).casefold()
            for word in (verb, above)
            for child in self.tree.children_by(word, "aux", "mark")
        }
        if noun is None or marks & (_UNREAL | {"if", "unless"}):
            return None
        happened, _, not_happened = table.partition(" / ")
        no = [child for word in (verb, above) for child in self.tree.children_by(word, "neg")]
        no += [child for child in self.tree.children_by(noun, "det", "neg") if self.lemma[child] == "no"]
        status = not_happened if no else happened
        if not status:
            return None
        particles = self.tree.children_by(verb, "prt", "aux", "auxpass", "acomp")
        particles += [word for word in self.tree.children_by(verb, "advmod") if word == verb + 1]
        first, last = min(self._start_of(noun), verb, *no), max(noun, verb, *no, *particles)
        words = frozenset(content_lemmas(self.tree, self.tree.phrase(noun)))
        speaker = self.clauses.attributed_to(self.tree.tokens.start[verb])
        label = self.tree.tokens.dep[above]
        # "Had" is what was before, but in reported speech what is: "she said no money had been set aside".
        told_by_the_way = label in ("relcl", "acl", "advcl") or ("had" in marks and label != "ccomp")
        return Fate(
            span=self.tree.span(first, last),
            noun=self.lemma[noun],
            words=words - self.words.holders,
            status=status.strip(),
            attributed_to=speaker,
            background=told_by_the_way,
            date=self.clauses.date_of(verb),
            amount=self._sum_of(noun),
        )

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
        """What the table says of a verb, with its particle where it has one ("set aside")."""
        particles = self.tree.children_by(verb, "prt", "advmod")
        phrases = (f"{self.lemma[verb]} {self.lemma[particle]}" for particle in particles)
        return next((self.words.fate[phrase] for phrase in phrases if phrase in self.words.fate), None) or (
            self.words.fate.get(self.lemma[verb])
        )

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
