"""Plain texts as crawlers leave them. All wording is our own."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.material import SENTENCES

from variorum.errors import NoText
from variorum.read.characters.tidy import tidy_paragraph
from variorum.read.plaintext.furniture import shape_of
from variorum.read.plaintext.plain import find_passages, split_lines
from variorum.read.plaintext.texts import Known, read_plain
from variorum.text.fold import fold

BODY = "\n\n".join(SENTENCES)


def read(text, **known):
    return read_plain("a.txt", text, Known(**known)).report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council voted on Monday to rebuild the bridge.", "prose"),
        ("“Nobody told us,” she said.", "prose"),
        ("议会周一投票决定重建被洪水冲走的大桥。", "prose"),
        ("Council votes to rebuild bridge", "headline"),
        ("Home | News | Sport | Weather", "menu"),
        ("Google Ads | Google Ads | Google Ads", "menu"),
        ("28.2 C", "no words"),
        ("-3 °C", "no words"),
        ("* * *", "no words"),
        ("Wednesday, August 27, 2025", "date"),
        ("Tue, 21-Oct-2025", "date"),
        ("Published: 10 March 2026, 15:02 GMT", "date"),
        ("Last updated 3:15 p.m. on 2026-03-10", "date"),
        ("Read More: Council to Hold Joint Session With Neighbours", "link"),
        ("READ ALSO: Mill To Close In June", "link"),
        ("Trending Now", "link"),
        ("Sign up for our newsletter: the best of the week, every Friday.", "notice"),
        ("© 2026 The Brayford Post", "notice"),
        ("Web Deskhttps://post.example/", "address"),
        ("letters@post.example", "address"),
        ("- a new road to the mill", "item"),
        ("2. The mill", "item"),
        # These look like furniture and are none.
        ("Share prices fell by a tenth on Monday after the vote.", "prose"),
        ("Follow the money, said the judge, and it leads to the town hall.", "prose"),
        ("Comments by the mayor angered her own party, which met in the evening.", "prose"),
        ("Related charges against the builder were dropped last year.", "prose"),
        ("Watch out for thin ice, the warden told walkers.", "prose"),
        ("Search teams went out again at dawn.", "prose"),
        ("Register offices will stay open on Sunday for those who wish to vote.", "prose"),
    ],
)
def test_the_shape_of_a_line(text, kind):
    assert shape_of(text).kind == kind


def test_furniture_around_an_article_goes():
    text = f"""28.2 C
Brayford
Wednesday, August 27, 2025

Google Ads | Google Ads | Google Ads

Council votes for a new bridge at last

Council votes for a new bridge at last

{BODY}

Website | + posts

The Brayford Post is a weekly newspaper for the valley and the hills around it.

Web Desk
Web Deskhttps://post.example/
The Brayford Post is a weekly newspaper for the valley and the hills around it.

Trending Now

Related News"""
    report = read(text)
    assert report.text == BODY
    assert report.title == "Council votes for a new bridge at last"
    assert report.outlet == "The Brayford Post"


def test_links_and_advertisements_between_paragraphs_go():
    first, second, third, fourth = SENTENCES
    lines = [first, "Read More: Mill to Close in June", second, "Advertisement", third, "ADVERTISEMENT", fourth]
    assert read("\n\n".join(lines)).text == BODY


def test_a_body_that_stands_twice_stands_once():
    assert read("\n".join([*SENTENCES, *SENTENCES[1:]])).text == BODY


def test_subheadings_lists_quotes_and_verse_stay():
    text = f"""{SENTENCES[0]}

What the plan says

{SENTENCES[1]} The plan has three parts:

- a bridge of steel
- a path for walkers
- a new road to the mill

{SENTENCES[2]}

“The river gives and takes,
it never asks us what we make,
the river gives and takes.”

{SENTENCES[3]}"""
    assert read(text).text == "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def test_wrapped_lines_are_one_paragraph():
    wrapped = """The council of Brayford voted on Monday to rebuild the bridge that the flood
of last winter had carried away.

Work is to begin in May and will cost 12 million pounds, said Ada Merrow, who
leads the council. Four members voted against the plan because the new bridge
will be too narrow for buses in both directions."""
    assert read(wrapped).text.count("\n\n") == 1
    assert read(wrapped).text.split() == wrapped.split()


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("By Ada Pell", ("Ada Pell",)),
        ("BY ADA PELL", ("Ada Pell",)),
        ("By Ada Pell and Jon O'Hara, Staff Writers", ("Ada Pell", "Jon O'Hara")),
        ("Ada Pell", ("Ada Pell",)),
        ("Ada Pell | Brayford Post", ("Ada Pell",)),
        ("World News", ()),
        ("Ada Merrow", ()),  # she is in the text: a caption, not the writer
        ("28 C\nPort Alder", ()),  # a town under its weather
    ],
)
def test_bylines(head, authors):
    report = read(f"{head}\n\n{BODY}")
    assert report.authors == authors
    assert report.text == BODY


@pytest.mark.parametrize(
    ("dateline", "place", "credit"),
    [
        ("BRAYFORD: ", "Brayford", None),
        ("Seoul: ", "Seoul", None),
        ("South Korea: ", "South Korea", None),
        ("BRAYFORD, March 10 (Boreal) - ", "Brayford", "Boreal"),
        ("PORT ALDER, Ostrey Islands (Boreal) — ", "Port Alder, Ostrey Islands", "Boreal"),
        ("NEW YORK — ", "New York", None),
        ("Washington (TBP): ", "Washington", "TBP"),
        ("date 2026-03-10 BRAYFORD: ", "Brayford", None),
        ("U.N. HEADQUARTERS (Boreal) — ", "U.N. Headquarters", "Boreal"),
    ],
)
def test_datelines_leave_the_text(dateline, place, credit):
    report = read(dateline + BODY)
    assert report.text == BODY
    assert (report.dateline, report.credit) == (place, credit)


@pytest.mark.parametrize(
    "start",
    [
        "Analysis: ",
        "Moderator: ",
        "Energy crisis: ",
        "COUNCIL - ",
        "BREAKING: ",
        "“This is it,” he said: ",
        "The mill — once the largest — ",
        "He said: ",
        "On Monday, ",
        "NATO and the EU agreed. ",
    ],
)
def test_what_is_no_dateline_stays(start):
    assert read(start + BODY).text == start + BODY


def test_an_interview_keeps_its_speakers():
    text = "Merrow: We shall rebuild it.\n\nReporter: When, and who pays for it?\n\nMerrow: In May, and the town."
    report = read(text)
    assert report.text == text
    assert report.dateline is None


@pytest.mark.parametrize(
    ("head", "published", "basis"),
    [
        ("date 2026-03-10 BRAYFORD: ", "2026-03-10", "dateline"),
        ("The Brayford Post\nTuesday, 10 March 2026\n\n", "2026-03-10", "header"),
        ("Published: March 10, 2026\n\n", "2026-03-10", "header"),
    ],
)
def test_dates_at_the_head(head, published, basis):
    report = read(head + BODY)
    assert (report.published, report.published_basis) == (published, basis)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("The Brayford Bell\nTuesday, 10 March 2026\n\nCouncil votes for a new bridge\n\n", "The Brayford Bell"),
        ("THE BRAYFORD BELL\nNews | Sport | Weather\n\nCouncil votes for a new bridge\n\n", "The Brayford Bell"),
        ("The Hague\nTuesday, 10 March 2026\n\nCouncil votes for a new bridge\n\n", None),
        ("Ada Pell\nTuesday, 10 March 2026\n\nCouncil votes for a new bridge\n\n", None),
        ("The Bridge of Brayford\nTuesday, 10 March 2026\n\n", None),
        ("The Long Read\nCouncil votes for a new bridge\n\n", None),
    ],
)
def test_the_name_above_the_date_is_the_outlets(head, outlet):
    assert read(head + BODY).outlet == outlet


def test_fields_of_a_saved_article():
    report = read(f"Title: A new bridge\nSource: Brayford Post\nAuthor: Ada Pell\nDate: 10 March 2026\n\n{BODY}")
    assert (report.title, report.outlet, report.authors) == ("A new bridge", "Brayford Post", ("Ada Pell",))
    assert (report.published, report.text) == ("2026-03-10", BODY)


@pytest.mark.parametrize(
    "text",
    [
        "Fire at the mill.",
        "No",
        "Ferry sinks",
        "The river gives and takes,\nit never asks us what we make",
        "One sentence that goes on for a good while and ends without a stop",
        "渡轮沉没，九人死亡",
        "A quote that stands twice: “No.” “No.”",
    ],
)
def test_short_texts_stay_whole(text):
    assert read(text).text.split() == text.split()


@pytest.mark.parametrize("text", ["", " \n\n ", "* * *\n\n28 C", "Home | News | Sport"])
def test_no_words_are_refused(text):
    with pytest.raises(NoText):
        read(text)


def test_lines_common_to_the_site_go():
    line = "For all the valley and the hills."
    trace = read_plain("a", f"{line}\n\n{BODY}", Known(common=frozenset({fold(line)})))
    assert trace.report.text == BODY
    assert [(taken.text, taken.reason) for taken in trace.taken] == [(line, "common to the site")]


LINES = st.lists(
    st.sampled_from(
        [*SENTENCES, "Advertisement", "Home | News | Sport", "A subheading", "- an item", "By Ada Pell", "28 C",
         "Read More: Mill to Close", "10 March 2026", "Council votes for a bridge"]
    )
    | st.text(max_size=60),
    max_size=14,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_every_paragraph_is_verbatim_in_its_source(lines, between):
    source = between.join(lines)
    try:
        report = read(source)
    except NoText:
        return
    whole = " ".join(fold(tidy_paragraph(source)).split())
    for paragraph in report.text.split("\n\n"):
        assert " ".join(fold(paragraph).split()) in whole


@given(LINES)
def test_the_parts_hold_every_line(lines):
    texts = split_lines("\n\n".join(lines))
    parts = find_passages(texts)
    assert [line.text for line in (*parts.head, *parts.body, *parts.tail)] == texts


@given(st.permutations(SENTENCES), st.integers(1, 4))
def test_prose_alone_is_kept_whole(sentences, count):
    text = "\n\n".join(sentences[:count])
    assert read(text).text == text


ENDLESS = {
    "word": "x" * 200_000,
    "stops": "." * 200_000 + "x",
    "spaces": "a" + " " * 200_000 + "b",
    "dates": "12.03.2020 " * 20_000,
    "menu": "a | " * 50_000,
    "quotes": "“" * 200_000,
    "paragraph": "word " * 60_000,
    "wrapped": ("word " * 15 + "\n") * 4_000,
    "headlines": "Council Votes For Bridge\n" * 8_000,
    "addresses": "a@" * 100_000,
    "lines": (SENTENCES[0] + "\n") * 4_000,
    "labels": "Title: a\n" * 8_000,
    "blank": "\n   " * 50_000,
    "names": "Ada Pell and " * 20_000,
    "emoji": "😀" * 100_000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_time_grows_with_length_and_no_faster(text):
    def seconds(part):
        started = time.process_time()
        with contextlib.suppress(NoText):
            read(part)
        return time.process_time() - started

    seconds(text[:1_000])
    # Eight times the text may take eight times as long, with room for a busy machine; were it quadratic, 64 times.
    assert seconds(text) < 24 * max(seconds(text[: len(text) // 8]), 0.02)
