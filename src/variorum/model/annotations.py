"""The layers that annotating lays over a report's text. They never change the text and never repeat its words.

A layer that is None has not been made; an empty one was made and nothing was found.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from variorum.model.span import EntityId, Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuantityKind = Literal["money", "percent", "count", "measure", "ordinal"]
EntityType = Literal["PERSON", "ORG", "PLACE", "GROUP", "WORK", "EVENT", "PRODUCT"]
MentionForm = Literal["name", "nominal", "pronoun"]
Layer = Literal["sentences", "tokens", "times", "quantities", "mentions", "attributions"]


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression. `value` is a TIMEX3 value (ISO-TimeML): `2025-10-29`, `2025-W44`, `P2D`, `PRESENT_REF`."""

    start: int
    end: int
    type: TimeType
    value: str


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it measures.

    `value` is in units of `unit` (an ISO 4217 code, `percent`, `point`, a unit of measure, or None for a bare count):
    3.5e11 and `USD` for "$350 billion"; None where only bounds are known ("dozens", "billions of dollars").
    `low` and `high` bound it where the words do ("at least", "10 to 15"). `approximate` is true for "about", "nearly".
    Around a stated number both it and the bound stand: "at least 12" has value 12 and low 12; a range has no value.
    `of` is the place of what is counted or measured ("people" in "12 people"), None where the text leaves it out.
    `hedge` is the place of the words that bound or soften it. `same_as` is the place of the quantity that this one
    repeats in another unit ("126 trillion won (approximately $91.2 billion)"): the two are one amount.
    """

    start: int
    end: int
    kind: QuantityKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    of: Span | None = None
    hedge: Span | None = None
    same_as: Span | None = None

    @property
    def is_least(self) -> bool:
        """Whether it is told as the least that it can be: "at least three", "more than 200"."""
        return self.low is not None and self.high is None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A place that names an entity, or stands for one by a noun or pronoun. `entity` is the same for the same one."""

    start: int
    end: int
    type: EntityType
    entity: EntityId
    form: MentionForm = "name"


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says, thinks, knows or wants what.

    `content` has several parts where source and cue interrupt it. `direct` is true where any part is quoted.
    `source` is None where the text names none ("it is believed"); `speaker` is None where no entity is known for it.
    """

    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    direct: bool
    speaker: EntityId | None = None


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """The parse, column by column: one entry a token in each.

    `head` is the index of the governing token (its own at a root). `lemma`, `pos` (Universal POS tags), `tag` (Penn
    Treebank for English) and `dep` (ClearNLP labels) are the parser's own. `ent` is what its name finder says of the
    token: `B-PERSON`, `I-PERSON`, or empty outside names.
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    ent: tuple[str, ...]


class Annotations(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All layers of one report, each in text order.

    `not_applied` names the layers that are empty because no annotator knows the report's language.
    """

    sentences: tuple[Span, ...] | None = None
    tokens: Tokens | None = None
    times: tuple[Time, ...] | None = None
    quantities: tuple[Quantity, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
    not_applied: tuple[Layer, ...] = ()
