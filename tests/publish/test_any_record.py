"""Laws that hold of any record, however odd its words."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.model.record import (
    Amount,
    BriefLine,
    Commitment,
    Entity,
    Event,
    EventReading,
    Finding,
    LedgerReading,
    Quote,
    Record,
    RecordReport,
    Story,
    UnnamedVoice,
    Voice,
)
from variorum.model.span import Place, Reading
from variorum.publish.explain import explain_finding
from variorum.publish.filter import Filter, filter_record
from variorum.publish.formats import FORMS, render

# Few and short: hypothesis throws away most of the records that are large.
_ODD = ["<b>&amp;", "`*_[]()#", "\x1b[31m", "😀 é ﷽", "\u202eabc", "a\nb\r\n\tc", "=1+1", "'\"", "{{ 7 * 7 }}", "\x00"]
_LETTERS = st.characters(exclude_categories=("Cs",))
WORDS = st.text(_LETTERS, max_size=12) | st.sampled_from(_ODD)
TEXTS = st.text(_LETTERS, min_size=1, max_size=12) | st.sampled_from(_ODD)
_DAYS = ["2026-03-03", "2026-03", "2026", "2026-03-03T10:00", "2025-12-31"]
DATES = st.none() | st.sampled_from(_DAYS)
EVENT_DATES = st.sampled_from([*_DAYS, "2026-W10", "2026-SU", "P2D", "", "19", "9999-12-31", "0001-01-01"])


@st.composite
def records(draw):
    texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
    ids = [f"r{n}" + draw(WORDS) for n in range(len(texts))]

    def place():
        at = draw(st.integers(0, len(texts) - 1))
        start = draw(st.integers(0, len(texts[at]) - 1))
        return {"report": ids[at], "start": start, "end": draw(st.integers(start + 1, len(texts[at])))}

    def places(kind, **more):
        return tuple(kind(**place(), **more) for _ in range(draw(st.integers(1, 3))))

    value = draw(st.none() | WORDS | st.floats(allow_subnormal=False, allow_nan=False))
    reports = tuple(
        RecordReport(
            id=id, story="s", text=text, title=draw(st.none() | WORDS), outlet=draw(st.none() | WORDS),
            url=draw(st.none() | WORDS), published=draw(DATES), copy_of=draw(st.none() | st.sampled_from(ids)),
        )
        for id, text in zip(ids, texts, strict=True)
    )  # fmt: skip
    kind = draw(st.sampled_from(["agreement", "conflict", "update", "variant", "single"]))
    aspect = draw(st.sampled_from(["figure", "date", "place", "name", "status", "description"]))
    quotes = places(Quote, direct=draw(st.booleans()))
    return Record(
        storyline="s",
        title=draw(WORDS),
        first=draw(DATES),
        last=draw(DATES),
        stories=(Story(id="s", title=draw(WORDS)),),
        reports=reports,
        entities=(Entity(id="e", name=draw(WORDS), type="PERSON", aliases=(draw(WORDS),), mentions=places(Place)),),
        events=(
            Event(
                id=draw(WORDS), date=draw(EVENT_DATES), text=draw(WORDS),
                readings=places(EventReading, date=draw(EVENT_DATES)),
            ),
        ),
        findings=(
            Finding(
                id="f" + draw(WORDS), kind=kind, aspect=aspect, topic=draw(WORDS), why=draw(WORDS), stories=("s",),
                independent=1, readings=places(Reading, value=value, attributed_to=draw(st.sampled_from([None, "e"]))),
            ),
        ),
        voices=(Voice(speaker="e", quotes=quotes),),
        unnamed=(UnnamedVoice(described=_place_of(quotes[0]), quotes=quotes),),
        ledger=(
            Commitment(
                id="c", party="e", action=draw(WORDS), status=draw(WORDS),
                amount=Amount(value=draw(st.floats(allow_subnormal=False))),
                readings=places(LedgerReading, status=draw(WORDS), date=draw(DATES)),
            ),
        ),
        brief=(BriefLine(text=draw(WORDS), readings=places(Place)),),
    )  # fmt: skip


def _place_of(quote):
    return Place(report=quote.report, start=quote.start, end=quote.end)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records())
def test_every_form_shows_any_record(record):
    shown = {form: b"".join(render([record], form)).decode() for form in FORMS}
    assert "\x1b" not in shown["terminal"]
    assert "<script>" not in shown["html"].split("<body>")[1].rsplit("<script>", 1)[0]
    assert json.loads(shown["annotations"])["total"] == sum(
        len(each.readings) for part in (record.findings, record.events, record.ledger, record.brief) for each in part
    ) + len(record.voices[0].quotes) + len(record.unnamed[0].quotes)
    json.loads(shown["timelinejs"])


@settings(max_examples=20, deadline=None)
@given(records(), WORDS, st.integers(1, 3), EVENT_DATES)
def test_any_filter_keeps_whole_statements(record, name, least, day):
    for wanted in (
        Filter(outlets=(name,)), Filter(entities=(name,)), Filter(min_independent=least), Filter(since=day),
        Filter(until=day),
    ):  # fmt: skip
        kept = filter_record(record, wanted)
        assert set(kept.findings) <= set(record.findings)
        assert kept.reports == record.reports


@settings(max_examples=20, deadline=None)
@given(records())
def test_any_finding_can_be_explained(record):
    assert "\x1b" not in explain_finding(record, record.findings[0], colour=False)
