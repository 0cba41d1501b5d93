"""Records as one HTML file that opens from disk: no request leaves it, and it reads without scripts.

What the reports say is escaped by the templates and cannot run; a policy in the page's head forbids every script but
its own, by hash, and every request.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING

from variorum.model.record import Record
from variorum.publish.sheet import Sheet
from variorum.publish.svg import draw_months, draw_timeline, story_numbers
from variorum.publish.svg_family import draw_families
from variorum.publish.wording import KINDS, MEANINGS, PARTS, count, counts_of

if TYPE_CHECKING:
    from jinja2 import Environment

# Statements shown before the rest of a section stands behind a fold: a screen or two of each.
SHOWN = {"finding": 12, "single": 8, "event": 12, "voice": 6, "commitment": 10, "agreed": 2, "quote": 4, "chip": 12}


def render_html(records: Sequence[Record]) -> str:
    """Return the records as one self-contained page; several stand one below the other behind an overview."""
    outlets = sorted({report.outlet or "" for record in records for report in record.reports})
    numbers = {outlet: at for at, outlet in enumerate(outlets, start=1)}
    sheets = [Sheet(record, number, numbers) for number, record in enumerate(records, start=1)]
    script = page_file("page.js")
    page: str = environment().get_template("page.html").render(
        sheets=sheets,
        outlets=[(number, outlet or "outlet unknown") for outlet, number in numbers.items()],
        kinds=KINDS,
        meanings=MEANINGS,
        parts=PARTS,
        shown=SHOWN,
        style=page_file("page.css"),
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        version=metadata.version("variorum"),
    )  # fmt: skip
    return page


@cache
def environment() -> Environment:
    """Return the templates, which escape all that they are given; made once a process."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - not for `--help`

    made = Environment(
        loader=PackageLoader("variorum.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        count=count,
        counts_of=counts_of,
        draw_timeline=draw_timeline,
        draw_months=draw_months,
        draw_families=draw_families,
        story_numbers=story_numbers,
    )
    return made


def page_file(name: str) -> str:
    """Return one of the files beside the templates: a style sheet, a script."""
    return resources.files("variorum.publish").joinpath("templates", name).read_text(encoding="utf-8")
