"""Storylines from a few sentences, annotated for real."""

from variorum.annotate.order import annotate_batch
from variorum.collate.storyline import Storyline
from variorum.model.report import Report


def reports_of(*texts: str | tuple[str, str], story: str = "s") -> list[Report]:
    """Reports r1, r2, … of these texts; a pair is (day of publication, text)."""
    pairs = [("2026-03-11", each) if isinstance(each, str) else each for each in texts]
    reports = [
        Report(
            id=f"r{number}", text=text, published=day or None, story=story, storyline=story, copy_of=None, language="en"
        )
        for number, (day, text) in enumerate(pairs, start=1)
    ]
    return list(annotate_batch(reports))


def storyline_of(*texts: str | tuple[str, str]) -> Storyline:
    return Storyline(reports_of(*texts))
