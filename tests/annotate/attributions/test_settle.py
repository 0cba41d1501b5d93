import pytest

from variorum.annotate.attributions.assemble import Said
from variorum.annotate.attributions.quotes import find_quotes
from variorum.annotate.attributions.settle import settle
from variorum.annotate.attributions.signed import find_signed, give_signed
from variorum.model.span import Span
from variorum.text.split import split_paragraphs


def at(text, part):
    return Span(text.index(part), text.index(part) + len(part)) if part is not None else None


def said(text, source, cue, *parts):
    return Said(at(text, source), at(text, cue), tuple(at(text, part) for part in parts))


def quotes_of(text):
    return find_quotes(text, split_paragraphs(text))


def settled(text, *found):
    return [
        (
            text[each.source.start : each.source.end] if each.source else None,
            *(text[part.start : part.end] for part in each.content),
        )
        for each in settle(text, found, quotes_of(text))
    ]


def test_a_content_keeps_the_marks_it_stands_in():
    text = "Holm said: “We cannot wait.”"
    assert settled(text, said(text, "Holm", "said", "We cannot wait.")) == [("Holm", "“We cannot wait.”")]


def test_a_content_never_grows_over_its_own_cue():
    text = "“We cannot, Holm said, wait for this.”"
    found = said(text, "Holm", "said", "We cannot")
    assert settled(text, found) == [("Holm", "We cannot")]


@pytest.mark.parametrize(
    "after",
    [
        "Later he reached the line “We are the bridge that sank at sea” and bowed.",
        "“They all came down to the bridge,” a barber told the paper.",
        "Lund, the commissioner of the port, said: “They all came down to the bridge”",
    ],
)
def test_a_quotation_within_another_sentence_is_not_the_last_speakers(after):
    text = f"“We cannot wait,” Holm said.\n\n{after}"
    quoted = after[after.index("“") : after.index("”") + 1]
    found = [said(text, "Holm", "said", "“We cannot wait,”"), said(text, None, None, quoted)]
    assert settled(text, *found)[1] == (None, quoted)


def test_an_open_quotation_does_not_swallow_its_paragraph():
    text = "“We cannot wait, Holm said. The bridge is shut."
    assert settled(text, said(text, None, None, "“We cannot wait")) == [(None, "“We cannot wait")]


def test_a_quotation_without_a_cue_is_the_last_speakers():
    text = "“We cannot wait,” Holm said.\n\n“The bridge is sinking as we speak.”"
    first = said(text, "Holm", "said", "“We cannot wait,”")
    second = said(text, None, None, "“The bridge is sinking as we speak.”")
    assert settled(text, first, second) == [
        ("Holm", "“We cannot wait,”"),
        ("Holm", "“The bridge is sinking as we speak.”"),
    ]


@pytest.mark.parametrize("part", ["“Dead End”", "The bridge is sinking", "‘a very bad joke’"])
def test_what_is_neither_cued_nor_quoted_speech_is_dropped(part):
    text = f"They named it {part} long ago."
    assert settled(text, said(text, None, None, part)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "“We have waited long enough.” — Ida Holm\n“Close the bridge.” ― Otto de Vries, Malmö.",
            ["Ida Holm", "Otto de Vries"],
        ),
        ('"We have waited long enough." -- Ida Holm', ["Ida Holm"]),
        ("“We have waited long enough,” — Holm said on Friday.", []),
        ("She said “we have waited long enough” — Ida Holm", []),
        ("“Dead End” — Ida Holm", []),
        ("“We have waited long enough.” — and so on", []),
    ],
)
def test_signed_quotations_are_known_by_their_shape(text, names):
    found = find_signed(text, quotes_of(text))
    assert [text[each.source.start : each.source.end] for each in found] == names


def test_a_signed_quotation_is_taken_from_whoever_had_it():
    text = "Brandt said no.\n“We have waited long enough.” — Ida Holm"
    taken = said(text, "Brandt", "said", "no", "“We have waited long enough.”")
    [kept, signed] = give_signed([taken], find_signed(text, quotes_of(text)))
    assert kept == said(text, "Brandt", "said", "no")
    assert text[signed.source.start : signed.source.end] == "Ida Holm"


def test_a_quotation_goes_on_paragraph_by_paragraph():
    first = "“We cannot wait,” Holm said."
    more = ["“The bridge is old. " + "It shakes. " * 30 + "It will fall.”", "“I will not drive there again.”"]
    text = "\n\n".join([first, *more])
    found = [said(text, "Holm", "said", "“We cannot wait,”"), *(said(text, None, None, part) for part in more)]
    assert [source for source, *_ in settled(text, *found)] == ["Holm"] * 3


def test_single_marks_go_on_only_where_such_marks_stood():
    more = "'It will fall one day.'"
    text = f"'We cannot wait,' Holm said.\n\n{more}"
    found = [said(text, "Holm", "said", "'We cannot wait,'"), said(text, None, None, more)]
    assert settled(text, *found)[1:] == [("Holm", more)]
    text = f"Holm spoke for an hour.\n\n{more}"
    assert settled(text, said(text, "Holm", "spoke", "for an hour"), said(text, None, None, more))[1:] == []


def test_who_signs_a_post_does_not_go_on():
    text = "The bridge is shut. — Holm (@holm)\n\n“We are very glad about it.”"
    found = [said(text, "Holm", "—", "The bridge is shut."), said(text, None, None, "“We are very glad about it.”")]
    assert settled(text, *found)[1] == (None, "“We are very glad about it.”")


def test_we_in_a_quotation_is_not_the_one_who_goes_on():
    text = "“We hope it holds,” Holm said.\n\n“I will not drive there again.”"
    found = [
        said(text, "Holm", "said", "“We hope it holds,”"),
        said(text, "We", "hope", "it holds"),
        said(text, None, None, "“I will not drive there again.”"),
    ]
    assert settled(text, *found)[-1] == ("Holm", "“I will not drive there again.”")


def test_a_line_of_a_transcript_is_its_own_speakers():
    first = "“HOLM: We cannot wait.”"
    for label, source in (("LUND", None), ("HOLM", "Holm")):
        line = f"“{label}: We must wait for the winter.”"
        text = f"“It is late,” Holm said.\n\n{line}\n\n{first}"
        found = [said(text, "Holm", "said", "“It is late,”"), said(text, None, None, line)]
        assert settled(text, *found)[1] == (source, line)
