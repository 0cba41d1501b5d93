"""Sayings of speakers whom no report names, and sayings that are shown in their sentence, in every form."""

import json

import msgspec
import pytest

from variorum.model.laws import broken_record_laws
from variorum.model.record import Quote, UnnamedVoice
from variorum.model.span import Place, ReportId, Span
from variorum.publish.annotations import render_annotations
from variorum.publish.filter import Filter, filter_record
from variorum.publish.html import render_html
from variorum.publish.markdown import render_markdown
from variorum.publish.terminal import render_terminal

WIRE = ReportId("day1/wire.txt")


def at(record, words, within=None):
    text = next(report.text for report in record.reports if report.id == WIRE)
    start = text.index(words)
    around = Span(text.index(within), text.index(within) + len(within)) if within else None
    return {"report": WIRE, "start": start, "end": start + len(words)} | ({"within": around} if within else {})


@pytest.fixture
def told(record):
    """The record with what the officials said, a clause and a phrase of it."""
    whole = "The Aurora struck the reef shortly after 7 p.m., the coast guard said."
    quotes = (
        Quote(**at(record, "A ferry with 241 passengers and crew ran onto rocks"), direct=False, saying=1),
        Quote(**at(record, "shortly after 7 p.m.", whole), direct=False, saying=2),
    )
    unnamed = UnnamedVoice(described=Place(**at(record, "officials")), quotes=quotes)
    return msgspec.structs.replace(record, unnamed=(unnamed,))


def test_it_keeps_the_laws_and_a_sentence_without_its_quote_breaks_them(told):
    assert broken_record_laws(told) == []
    quote = msgspec.structs.replace(told.unnamed[0].quotes[1], within=Span(0, 5))
    broken = msgspec.structs.replace(told, unnamed=(msgspec.structs.replace(told.unnamed[0], quotes=(quote,)),))
    assert "the sentence around a quote" in broken_record_laws(broken)[0]


def test_markdown_marks_the_words_said_in_their_sentence(told):
    shown = render_markdown([told])
    assert "### Not named" in shown
    assert "- **Officials**: A ferry with 241 passengers and crew ran onto rocks (" in shown
    assert "- **Officials**: The Aurora struck the reef **shortly after 7 p.m.**, the coast guard said. (" in shown


def test_the_terminal_marks_them_too(told):
    shown = " ".join(render_terminal([told], colour=False, width=300).split())
    assert "Not named • Officials: A ferry with 241" in shown
    assert "Officials: The Aurora struck the reef *shortly after 7 p.m.*, the coast guard said." in shown


def test_the_page_marks_them_too(told):
    shown = render_html([told])
    assert "Not named</h" in shown
    assert "<b>Officials:</b> The Aurora struck the reef <mark>shortly after 7 p.m.</mark>, the coast guard" in shown


def test_each_is_an_annotation_and_can_be_sifted(told):
    items = json.loads(render_annotations([told]))["first"]["items"]
    assert sum("not named" in [body["value"] for body in item["body"]] for item in items) == 2
    assert filter_record(told, Filter(outlets=("Union Wire",))).unnamed == told.unnamed
    assert filter_record(told, Filter(min_independent=2)).unnamed == ()
