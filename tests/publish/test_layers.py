from tests.collate.build import reports_of

from variorum.publish.layers import read_layers, render_layers, show_layers

TEXT = "Mayor Lena Berg said on Tuesday that <b>“the bridge”</b> will cost 40 million euros 👍🏽. Who pays is open."


def test_the_text_is_shown_whole_and_escaped():
    (report,) = reports_of(TEXT)
    page = render_layers([report])
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "👍🏽" in page
    assert "Who pays is open." in page


def test_what_was_read_is_told_with_its_words():
    (report,) = reports_of(TEXT)
    told = {(read.layer, report.text[read.span.start : read.span.end]): read.meaning for read in read_layers(report)}
    assert told["time", "Tuesday"] == "DATE 2026-03-10"
    assert told["quantity", "40 million euros"] == "money 40,000,000 EUR"
    assert any(layer == "name" and words.endswith("Lena Berg") for layer, words in told)


def test_the_terminal_shows_colour_only_where_there_is_some():
    reports = reports_of(TEXT)
    assert "\x1b[" not in show_layers(reports, colour=False)
    assert "\x1b[" in show_layers(reports, colour=True)
