import msgspec
import pytest

from variorum.model.record import Record, RecordReport, Story
from variorum.publish.terminal import render_terminal


def test_it_fits_eighty_columns_and_ends_no_line_in_blanks(record):
    lines = render_terminal([record], colour=False).splitlines()
    assert max(len(line) for line in lines) <= 80
    assert all(line == line.rstrip() for line in lines)


def test_colour_only_where_it_is_asked_for(record):
    assert "\x1b" not in render_terminal([record], colour=False)
    assert "\x1b[" in render_terminal([record], colour=True)


@pytest.mark.parametrize(
    "words",
    [
        "2 stories, 7 reports, 5 of them independent",
        "CONFLICTS (3)",
        "UPDATES (1)",
        "VARIANTS (1)",
        "AGREEMENTS (2)",
        "ONLY ONE REPORT (1)",
        "TIMELINE",
        "VOICES",
        "LEDGER",
        "The Gazette  4 March 2026, from the address  copy of 2",
        "A ferry with *241*",
        "*heavy fuel oil*",
        "refund every ticket  partly paid",
        "3 independent reports and 2 copies",
    ],
)
def test_what_it_says(record, words):
    assert words in render_terminal([record], colour=False)


def test_two_sides_stand_side_by_side(record):
    text = render_terminal([record], colour=False)
    assert any("Union Wire" in line and "Skarn Courier" in line and "[" in line for line in text.splitlines())


def test_no_report_steers_the_terminal(record):
    report = RecordReport(id="a\x1b[2J", story="s", title="red\x1b[31m \u202eevil", text="A \x1b]0;title\x07 text.")
    sly = Record(storyline="s", title="\x1b[31mt", stories=(Story(id="s", title="\x9b1m"),), reports=(report,))
    text = render_terminal([sly], colour=False)
    assert not set(text) & set("\x1b\x07\x9b\u202e")


def test_a_record_of_nothing():
    assert "no record" in render_terminal([], colour=False)
    bare = Record(storyline="s", title="Nothing yet", stories=(), reports=())
    assert "Nothing yet" in render_terminal([bare], colour=True)


def test_markup_in_a_title_is_shown_as_it_stands(record):
    marked = msgspec.structs.replace(record, title="[bold]Hello[/bold] :smile:")
    assert "[bold]Hello[/bold] :smile:" in render_terminal([marked], colour=False)


def test_a_large_record_is_cut_short_and_says_so(record):
    findings = tuple(msgspec.structs.replace(record.findings[0], id=f"g{n}") for n in range(300))
    text = render_terminal([msgspec.structs.replace(record, findings=findings)], colour=False)
    assert "CONFLICTS (300)" in text
    assert "… 275 findings more: --format html or json shows all" in text


def test_a_long_chain_of_copies_and_a_ring(record):
    chain = [msgspec.structs.replace(record.reports[0], id="c0", copy_of=None, title=None)]
    chain += [msgspec.structs.replace(chain[0], id=f"c{n}", copy_of=f"c{n - 1}") for n in range(1, 2000)]
    ring = [
        msgspec.structs.replace(chain[0], id="r1", copy_of="r2", outlet="Ring One"),
        msgspec.structs.replace(chain[0], id="r2", copy_of="r1", outlet="Ring Two"),
    ]
    bare = Record(storyline="s", title="t", stories=record.stories[:1], reports=(*chain, *ring))
    text = render_terminal([bare], colour=False)
    assert "1,962 reports more" in text
    shown = render_terminal(
        [Record(storyline="s", title="t", stories=record.stories[:1], reports=tuple(ring))], colour=False
    )
    assert "Ring One" in shown
    assert "Ring Two" in shown
