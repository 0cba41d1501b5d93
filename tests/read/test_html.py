"""A page of HTML to a report: the article alone, its facts in their fields, or a refusal that says why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import NotAnArticle, NoText, Refusal, TooLarge
from variorum.read.credits.authors import choose_authors
from variorum.read.html import HtmlOptions, read_html
from variorum.read.pages import Page
from variorum.read.reading import read_pages

PARAGRAPHS = [
    "The council of Brayford voted on Monday to rebuild the bridge that the flood of last winter had carried away, "
    "after a debate of four hours in which nearly every member spoke.",
    "Work is to begin in May and will cost 12 million pounds, said Ada Merrow, who leads the council, and the county "
    "has promised to bear a third of it.",
    "“We have driven round by the mill for long enough,” she told the meeting, which ended shortly before midnight.",
    "Four members voted against the plan because the new bridge will be too narrow for buses in both directions.",
]
HEAD = """<title>Brayford to rebuild its bridge - The Brayford Post</title>
<meta property="og:site_name" content="The Brayford Post">
<meta property="og:title" content="Brayford to rebuild its bridge">
<meta property="article:published_time" content="2026-03-10T10:00:00+00:00">
<meta property="article:modified_time" content="2026-03-11T08:00:00+00:00">
<meta property="article:section" content="Local"><link rel="canonical" href="https://post.example/local/bridge">"""
LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Brayford to rebuild its bridge", "datePublished": "2026-03-10T10:00:00Z",
"author": [{"@type": "Person", "name": "Jane Doe"}],
"publisher": {"@type": "Organization", "name": "The Brayford Post"}}
</script>"""


def page_of(body, head=HEAD):
    markup = f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return Page(id="page", data=markup.encode())


def article(before="", after=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        "<header><a href='/'>The Brayford Post</a><nav><ul><li><a href='/local'>Local</a></li><li>"
        "<a href='/sport'>Sport</a></li></ul></nav></header><main><article><h1>Brayford to rebuild its bridge</h1>"
        f"{before}<div class='article-body'>{body}</div>{after}</article></main>"
        "<aside class='related'><h3>Most read</h3><ul><li><a href='/a'>Mill to reopen</a></li><li><a href='/b'>Fair"
        " dates</a></li></ul></aside><footer><p>© 2026 The Brayford Post. All rights reserved.</p></footer>"
    )


def test_the_article_alone_becomes_the_text():
    report = read_html(page_of(article("<p class='byline'>By Jane Doe</p>", "<div class='share'>Share this</div>")))
    assert report.text == "\n\n".join(PARAGRAPHS)


def test_facts_go_into_their_fields():
    report = read_html(page_of(article(), HEAD + LD))
    assert report.title == "Brayford to rebuild its bridge"
    assert report.outlet == "The Brayford Post"
    assert report.authors == ("Jane Doe",)
    assert report.url == "https://post.example/local/bridge"
    assert report.section == "Local"
    assert (report.published, report.published_basis) == ("2026-03-10T10:00:00+00:00", "metadata")
    assert report.updated == "2026-03-11T08:00:00+00:00"


def test_a_page_without_stamps_is_dated_by_its_date_line():
    head = "<title>Brayford to rebuild its bridge</title>"
    report = read_html(page_of(article("<span class='date'>10 March 2026</span>"), head))
    assert (report.published, report.published_basis) == ("2026-03-10", "header")
    assert "10 March" not in report.text


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p class='byline'>By Jane Doe</p>", ("Jane Doe",)),
        ("<p class='author'>Jane Doe and John Roe</p>", ("Jane Doe", "John Roe")),
        ("<div class='author-name'>Von Jane Doe | 10.03.2026</div>", ("Jane Doe",)),
        # A house that signs itself is named where nobody else is.
        ("<p class='byline'>The Brayford Post</p>", ("The Brayford Post",)),
        ("<p class='byline'>By Jane Doe, The Brayford Post</p>", ("Jane Doe",)),
        ("<div class='entry-meta'>Posted on 10 March 2026 by Jane Doe | 3 comments</div>", ("Jane Doe",)),
        ("<div class='meta'>Veröffentlicht am 10. März 2026 von riverwatch</div>", ("riverwatch",)),
        ("<div class='meta'>ByJane Doe</div>", ("Jane Doe",)),
        ("<p>10.03.2026 - Jane Doe</p>", ("Jane Doe",)),
        ("<p>Accueil | Par Loïc Le Clerc | 10 mars 2026</p>", ("Loïc Le Clerc",)),
        ("<p>Escrito por José García Pérez y Ana Ruiz Soler</p>", ("José García Pérez", "Ana Ruiz Soler")),
        ("<p>Autorin: Rechtsanwältin Jana Müller</p>", ("Jana Müller",)),
        ("<div class='author'>Redaktion 10. März 2026</div>", ("Redaktion",)),
        ("<div>Written with <a rel='author' href='/jd'>Jane Doe</a></div>", ("Jane Doe",)),
        ("<div class='comment vcard author'>Jane Doe says:</div>", ()),
        ("<p class='author'>Leave a comment</p>", ()),
        ("<p>By the river, 10 March 2026</p>", ()),
    ],
)
def test_bylines_become_names(byline, authors):
    assert read_html(page_of(article(byline))).authors == authors


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        ([["Jane Doe"], [], [], []], ("Jane Doe",)),
        # The name that others bear out goes before that of who put the page up.
        ([["Uma Upload"], ["Jane Doe"], ["Jane Doe"], []], ("Jane Doe",)),
        # A name in full before a user's name, and both before what a meta element says alone.
        ([["jdoe7"], [], ["Jane Doe"], []], ("Jane Doe",)),
        ([[], [], ["Jane Doe"], ["Verein für Flüsse e.V."]], ("Jane Doe",)),
        ([["Jane Doe", "London"], [], [], []], ("Jane Doe",)),
        ([["Dr. Jane Doe"], [], [], []], ("Jane Doe",)),
        ([["the post"], [], [], ["null"]], ("the post",)),
        ([["The Post"], [], ["Jane Doe"], []], ("Jane Doe",)),
        ([[], [], [], []], ()),
    ],
)
def test_rival_names_are_weighed(sources, names):
    assert choose_authors(sources, frozenset(["thepost"])) == names


def test_a_byline_among_the_paragraphs_is_no_paragraph():
    body = "<h1>Bridge</h1><p>By Jane Doe</p>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    report = read_html(page_of(body))
    assert report.authors == ("Jane Doe",)
    assert report.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "credit"),
    [("The Associated Press contributed to this report.", "AP"), ("dpa/jd", "dpa"), ("The mill is closed.", None)],
)
def test_an_agency_is_credited_by_the_last_line(line, credit):
    last = PARAGRAPHS[-1] + "</p>"
    assert read_html(page_of(article().replace(last, f"{last}<p>{line}</p>"))).credit == credit


BROKEN_LD = [
    '{"@type": "NewsArticle", "headline": "x",',
    "[[[[" * 5_000,
    '{"@type": "NewsArticle", "author": 5, "publisher": [], "datePublished": {"a": 1}}',
    '{"@graph": [null, 1, "x", {"@type": [1, null]}]}',
    '{"@type": "NewsArticle", "datePublished": "2026-03-10T10:00:00Z", "headline": "a\nb"}',
    "<!-- nothing -->",
]


@pytest.mark.parametrize("data", BROKEN_LD)
def test_broken_data_for_machines_costs_nothing_else(data):
    report = read_html(page_of(article(), f"{HEAD}<script type='application/ld+json'>{data}</script>"))
    assert report.title == "Brayford to rebuild its bridge"
    assert report.published == "2026-03-10T10:00:00+00:00"


LOGIN = "<form><label>E-mail <input name='m'></label><label>Password <input type='password'></label></form><p>Lost?</p>"


@pytest.mark.parametrize(
    ("page", "refusal"),
    [
        (page_of(LOGIN, "<title>Log in | The Post</title>"), NotAnArticle),
        (
            page_of("<h1>Before you continue</h1><p>We use cookies to show this site.</p>", "<title>Post</title>"),
            NotAnArticle,
        ),
        (page_of("<h1>404 Not Found</h1><p>nginx</p>", "<title>404 Not Found</title>"), NotAnArticle),
        (page_of("", "<title>x</title>"), NoText),
        (Page(id="page", data=b""), NoText),
        (Page(id="page", data=b"<!-- nothing -->"), NoText),
        (Page(id="page", data=b"<p>" + b"x" * 9_000_000), TooLarge),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(page, refusal):
    with pytest.raises(refusal):
        read_html(page)


def test_an_article_about_passwords_is_an_article():
    body = article().replace("The council of Brayford voted", "Log in no more: the council of Brayford voted")
    assert read_html(page_of(body + "<form><input type='password'></form>")).text


def test_fast_gives_text_headline_and_date():
    report = read_html(page_of(article()), HtmlOptions(fast=True))
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert report.title == "Brayford to rebuild its bridge"
    assert report.published == "2026-03-10T10:00:00+00:00"


@pytest.mark.parametrize("fast", [False, True])
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_report_or_a_refusal(data, fast):
    try:
        report = read_html(Page(id="page", data=b"<html><body>" + data), HtmlOptions(fast=fast))
    except Refusal:
        return
    assert report.text.strip()
    report.text.encode("utf-8")


def head_of(title, *metas):
    return f"<title>{title}</title>" + "".join(f"<meta property='{name}' content='{value}'>" for name, value in metas)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (head_of("Bridge - The Harbour Post", ("og:site_name", "Harbour Post")), "Harbour Post"),
        # A domain and a handle are given as the title writes them.
        (head_of("Bridge | The Harbour Post", ("og:url", "https://theharbourpost.example/a")), "The Harbour Post"),
        (head_of("Pont - La Vie du Rhône", ("twitter:site", "@laviedurhone")), "La Vie du Rhône"),
        (head_of("Bridge", ("twitter:site", "@harbourpost")), "harbourpost"),
        (head_of("Bridge", ("og:url", "https://www.post.example/a")), "post.example"),
        (
            head_of("Bridge", ("og:site_name", "https://post.example/a/b"), ("og:url", "https://post.example/a")),
            "post.example",
        ),
        (head_of("Bridge"), None),
    ],
)
def test_the_outlet_is_named_as_it_writes_itself(head, outlet):
    assert read_html(page_of(article(), head)).outlet == outlet


LONG = "Old bridge over the river is to be rebuilt"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (head_of(f"{LONG} | The Harbour Post"), "<h1>The Harbour Post</h1><h2>{}</h2>", LONG),
        (
            head_of(
                f"The Harbour Post » Blog » {LONG}", ("og:url", "https://post.example/old-bridge-over-river-rebuilt")
            ),
            "<h1><a href='/'>The Harbour Post</a></h1><h2>{}</h2>",
            LONG,
        ),
        (head_of(f"{LONG} - The Harbour Post", ("og:title", LONG)), "<h1>Transport {}</h1>", LONG),
        (head_of(f"{LONG} - The Harbour Post", ("og:title", LONG)), "<h1>News</h1><h1>{}</h1>", LONG),
        (head_of(LONG, ("og:title", LONG)), "<h1><span>After the flood</span> {}</h1>", LONG),
        (head_of(LONG, ("og:title", LONG)), "<h1>After the flood : {}</h1>", LONG),
        (head_of(f"After the flood: {LONG}"), "<h1>After the flood: {}</h1>", f"After the flood: {LONG}"),
        (head_of(f"{LONG} - The Harbour Post"), "", LONG),
        (head_of("The Harbour Post"), "<h2>{}</h2>", LONG),
    ],
)
def test_the_headline_is_told_from_the_site_and_from_kickers(head, body, title):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert read_html(page_of(body.replace("{}", LONG) + text, head)).title == title


@pytest.mark.parametrize(
    ("dateline", "place", "credit", "left"),
    [
        ("BRAYFORD, March 10 (Reuters) - ", "Brayford", "Reuters", ""),
        ("SEOUL (AP) — ", "Seoul", "AP", ""),
        ("Montpellier (SID) – ", "Montpellier", "SID", ""),
        # The house's own initials are no agency, a place alone stays as the page shows it.
        ("BRAYFORD (TBP) -- ", "Brayford", None, ""),
        ("BRAYFORD – ", "Brayford", None, "BRAYFORD – "),
    ],
)
def test_a_dateline_becomes_fields(dateline, place, credit, left):
    first = PARAGRAPHS[0]
    markup = article().replace(first, dateline + first)
    head = HEAD + "<meta property='og:site_name' content='The Brayford Post'>"
    (report,) = read_pages([page_of(markup, head)])
    assert (report.dateline, report.credit) == (place, credit)
    assert report.text.startswith(left + first)
