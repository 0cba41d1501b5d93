"""How long a large record takes to be shown, in every form: `python -m benchmarks.speed.publish [reports ...]`.

The record is made up: reports of 400 words, for each of them eight findings over three to six reports, ten events, five
quotations and two commitments.
"""

from __future__ import annotations

import random
import sys
import time

from variorum.model.record import (
    BriefLine,
    Commitment,
    Entity,
    Event,
    Finding,
    LedgerReading,
    Quote,
    Record,
    RecordReport,
    Story,
    Voice,
)
from variorum.model.span import EntityId, Place, Reading, ReportId, StoryId, StorylineId
from variorum.publish.formats import FORMS, render

WORDS = """
    the river bridge council said on Monday that 12 boats were lost near Arden after rain fell for two days
""".split()  # noqa: SIM905 - a list of words reads best as words
KINDS = ("conflict", "update", "variant", "agreement", "agreement", "single")


def make_record(reports: int) -> Record:
    """Return a record of so many reports, the same each time."""
    dice = random.Random(7)
    texts = {f"day{n % 30 + 1:02}/report{n}.html": _text(dice) for n in range(reports)}
    ids = sorted(texts)

    def spot() -> dict[str, object]:
        report = dice.choice(ids)
        start = dice.randrange(len(texts[report]) - 80)
        return {"report": ReportId(report), "start": start, "end": start + dice.randrange(10, 70)}

    names = [f"Person {n}" for n in range(reports * 2)]
    return Record(
        storyline=StorylineId("big"),
        title="A made-up storyline",
        first="2026-01-01",
        last="2026-01-30",
        stories=(Story(id=StoryId("s"), title="A made-up story"),),
        reports=tuple(
            RecordReport(
                id=ReportId(id), story=StoryId("s"), outlet=f"Outlet {n % 40}", title=f"Report {n}", text=texts[id],
                published=f"2026-01-{id[3:5]}", published_basis="given",
                copy_of=ReportId(ids[n - 1]) if n % 5 == 1 else None,
            )
            for n, id in enumerate(ids)
        ),
        entities=tuple(
            Entity(id=EntityId(name), name=name, type="PERSON", mentions=tuple(Place(**spot()) for _ in range(20)))
            for name in names
        ),
        events=tuple(
            Event(id=f"e{n}", date=f"2026-01-{n % 28 + 1:02}", text="Something happened.", readings=(Place(**spot()),))
            for n in range(reports * 10)
        ),
        findings=tuple(
            Finding(
                id=f"f{n}", kind=dice.choice(KINDS), aspect="figure", topic="boats lost", why="They differ.",
                stories=(StoryId("s"),), independent=1,
                readings=tuple(Reading(**spot(), value=float(dice.randrange(3))) for _ in range(dice.randrange(3, 7))),
            )
            for n in range(reports * 8)
        ),
        voices=tuple(
            Voice(speaker=EntityId(name), quotes=tuple(Quote(**spot(), direct=True) for _ in range(5)))
            for name in names[:reports]
        ),
        ledger=tuple(
            Commitment(
                id=f"c{n}", party=EntityId(names[0]), action="pay", status="promised",
                readings=(LedgerReading(**spot(), status="promised"),),
            )
            for n in range(reports * 2)
        ),
        brief=(BriefLine(text="Something happened.", readings=(Place(**spot()),)),),
    )  # fmt: skip


def _text(dice: random.Random) -> str:
    sentences = (" ".join(dice.choices(WORDS, k=20)).capitalize() + "." for _ in range(20))
    return "\n".join(sentences)


def main(sizes: list[int]) -> None:
    """Print a table: a line a form, a column a number of reports, in seconds and megabytes."""
    records = {size: make_record(size) for size in sizes}
    print("form".ljust(14) + "".join(f"{size} reports".rjust(22) for size in sizes))
    for form in FORMS:
        line = form.ljust(14)
        for record in records.values():
            start = time.process_time()
            data = b"".join(render([record], form))
            line += f"{time.process_time() - start:.2f} s {len(data) / 1e6:.2f} MB".rjust(22)
        print(line)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [5, 20, 50, 200])
