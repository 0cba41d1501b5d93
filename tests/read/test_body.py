"""The article's own words, exactly: nothing of the page around them, nothing lost, nothing twice.

One article in three houses' markup, with each of the things that pages put before, into and behind their articles.
"""

import pytest

from variorum.read.html import read_html
from variorum.read.options import ReadOptions
from variorum.read.pages import Page
from variorum.read.reading import explain_page

TITLE = "Brayford to rebuild its bridge"
LINE = "After four hours of debate the council agrees on a plan for the crossing that the flood carried away"
TEXT = [
    "The council of Brayford voted on Monday to rebuild the bridge that the flood of last winter had carried away, "
    "after a debate of four hours in which nearly every member spoke.",
    "Work is to begin in May and will cost 12 million pounds, said Ada Merrow, who leads the council, and the county "
    "has promised to bear a third of it.",
    "“We have driven round by the mill for long enough,” she told the meeting, which ended shortly before midnight.",
    "Four members voted against the plan because the new bridge will be too narrow for buses in both directions, and "
    "asked for a new survey of the traffic.",
    "The old bridge was built in 1871 and had carried up to 9,000 cars a day before it fell, according to figures of "
    "the county.",
    "A ferry for people on foot has crossed the river at the same place since February and will stay until the works "
    "end in two years.",
    "The council will choose among three drawings in April, when they are to be shown in the town hall for two weeks.",
]
HEAD = (
    f"<title>{TITLE} | The Brayford Post</title><meta name='description' content='{LINE}.'>"
    f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='The Brayford Post'>"
)
MENU = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Local", "Sport", "Business", "Culture"))
READ = (
    "<ul><li><a href='/a'>Mill to reopen after forty years as a museum</a></li>"
    "<li><a href='/b'>Dates of the autumn fair have been announced</a></li>"
    "<li><a href='/c'>Man rescued from river near ferry</a></li></ul>"
)
BAR = f"<header class='site-header'><a href='/' class='logo'>The Brayford Post</a><nav><ul>{MENU}</ul></nav></header>"
SIDE = f"<aside class='sidebar'><h3>Most read</h3>{READ}</aside>"
FOOT = "<footer><p>© 2026 The Brayford Post. All rights reserved.</p><a href='/privacy'>Privacy policy</a></footer>"
HOUSES = {
    "by meaning": f"{BAR}<main><article><h1>{TITLE}</h1>{{0}}</article></main>{SIDE}{FOOT}",
    "boxes": "<div id='wrap'><div id='top'><a href='/'>The Brayford Post</a> <a href='/local'>Local</a></div>"
    f"<div id='main'><div class='col1'><h1>{TITLE}</h1>{{0}}</div><div class='col2'><h4>Most read</h4>{READ}</div>"
    "</div><div id='foot'>Copyright 2026 The Brayford Post. <a href='/p'>Privacy</a></div></div>",
    "weblog": f"{BAR}<div class='content-area'><div class='post hentry'><h1 class='entry-title'>{TITLE}</h1>"
    f"<div class='entry-content'>{{0}}</div></div></div><div class='widget-area'>{SIDE}</div>{FOOT}",
}


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def post_of(title, text):
    return f"<article><h3><a href='/x'>{title}</a></h3><p>{text}</p></article>"


FIRST, LAST, ALL = paragraphs(TEXT[:3]), paragraphs(TEXT[3:]), paragraphs(TEXT)
OTHERS = post_of(
    "Flood carries away bridge of 1871",
    "The river rose by three metres within a night and took the bridge and two boats with it, nobody was hurt.",
) + post_of(
    "Ferry to cross the river from February",
    "Until a new bridge is built people on foot will cross the river by boat, the council has decided on Tuesday.",
)
BEFORE = {
    "standfirst, byline, date, tags": f"<p class='standfirst'>{LINE}.</p><div class='meta'><span class='author'>By "
    "<a href='/jane'>Jane Doe</a></span><time datetime='2026-03-10'>10 March 2026</time></div>"
    "<ul class='tags'><li><a href='/t1'>Bridges</a></li><li><a href='/t2'>Brayford</a></li></ul>",
    "a heading as standfirst, lines without a mark": f"<h2>{LINE}</h2><p>By Jane Doe, Local reporter</p>"
    "<p>Published: 10 March 2026 | Updated: 11 March 2026</p>",
    "a date line": "<p>Tuesday 10 March 2026, 10:15</p>",
    "the headline again": f"<h2>{TITLE}</h2>",
    "buttons and a caption": "<ul class='share'><li><a href='#'>Facebook</a></li><li><a href='#'>Twitter</a></li></ul>"
    "<figure><img src='x'><figcaption>The river at Brayford in January. Photo: Jane Doe</figcaption></figure>",
}
INSIDE = {
    "a link to another report": "<p><strong>Read more: <a href='/x'>Flood carries away bridge of 1871</a></strong></p>",
    "an advertisement's announcement": "<p>Story continues below advertisement</p>",
    "captions": "<figure><img src='x'><figcaption>Ada Merrow at the meeting on Monday night. Jane Doe/The Brayford Post"
    "</figcaption></figure><div class='image'><img src='y'><p class='caption'>The ferry at its landing.</p></div>",
    "a pull quote": "<aside class='pullquote'><p>“We have driven round by the mill for long enough”</p></aside>",
    "a quotation pulled": "<blockquote class='pull-quote'>For long enough <cite>Ada Merrow</cite></blockquote>",
    "the words of the text set apart": "<aside><q>We have driven round by the mill for long enough</q></aside>",
    "other posts": f"<div class='teaser-list'>{OTHERS}</div>",
    "a box of links": "<div class='inline-related'><h4>You may also like</h4><a href='/x'>Flood of 1871</a></div>",
    "whose picture": "<p>Photo: Jane Doe/The Brayford Post</p>",
    "a film": "<div class='video-player'><p>Watch: drone flight over the river</p><div>00:00 / 01:23</div></div>",
}
BEHIND = {
    "related reports": "<div class='related'><h3>Related stories</h3><ul><li><a href='/x'>Flood carries away bridge of "
    "1871</a></li><li><a href='/y'>Ferry to cross the river from February</a></li></ul></div>",
    "other posts": f"<section class='more'><h2>More from Local</h2>{OTHERS}</section>",
    "a newsletter": "<div class='newsletter'><h3>Sign up for our newsletter</h3><p>Get the day's news from Brayford in "
    "your inbox every morning.</p><form><input type='email'><button>Subscribe</button></form></div>",
    "tags in a line": "<p>Tags: <a href='/t1'>Bridges</a>, <a href='/t2'>Brayford</a></p>",
    "topics and buttons": "<div class='topics'><span>Topics</span><a href='/t1'>Bridges</a></div><p>Share on X</p>",
    "links to read": "<p><strong>READ MORE:</strong></p><p><a href='/x'>Flood carries away bridge of 1871</a></p>",
    "who wrote it": "<p><em>Jane Doe is a reporter at The Brayford Post. Follow her on Twitter @janedoe.</em></p>",
    "a box on who wrote it": "<div class='author-bio'><h4>Jane Doe</h4><p>Jane has written about the town and its "
    "people since 2009 and lives near the old mill with two cats.</p></div>",
    "comments": "<div id='comments'><h3>2 comments</h3><ol><li><p>Finally! It was about time that somebody did "
    "something about the bridge.</p></li><li><p>and who pays for all that, if not we?</p></li></ol></div>",
    "whose rights": "<p>Copyright 2026 The Brayford Post. All rights reserved. This material may not be published.</p>",
    "whom to write to": "<p>Do you have a story for us? Email newsroom@post.example or call 01234 567890.</p>",
    "how it begins": f"<div><p>{TEXT[0]} {TEXT[1][:50]}...</p></div>",
    "a wall to pay at": "<div class='paywall'><p>Subscribe now to read the whole story and support local journalism."
    "</p><a href='/sub'>Subscribe</a></div>",
}
POST = "The bridge will be back! Thanks to all who stayed until midnight."
ITEMS = ["a bridge for buses and bicycles", "a path along the bank for people on foot", "lamps that go off at midnight"]
ENTRIES = [("22:40", "Vote is through", TEXT[0]), ("21:15", "A third from the county", TEXT[1]),
           ("20:05", "Objections", TEXT[3])]  # fmt: skip
WHOLE = {
    "two parts with an advertisement between": (
        f"<div class='article-body'>{FIRST}</div><div class='ad'><span>Advertisement</span></div>"
        f"<div class='article-body'>{LAST}</div>",
        TEXT,
    ),
    "parts with names of their own": (
        f"<div class='txt part1'>{FIRST}</div><div class='banner'><p>ADVERTISEMENT</p></div>"
        f"<div class='txt part2'>{LAST}</div>",
        TEXT,
    ),
    "line breaks and no paragraphs": ("<br/><br/>\n".join(TEXT), TEXT),
    "line breaks in a box": (f"<div class='story'>{'<br><br>'.join(TEXT)}</div>", TEXT),
    "single line breaks": (f"<div class='story'>{'<br>'.join(TEXT)}</div>", TEXT),
    "the text three times": (
        f"<div class='article-body'>{ALL}</div><div class='print-version' style='display:none'>{ALL}</div>"
        f"<div class='amp'>{ALL}</div>",
        TEXT,
    ),
    "the text for machines": (f"<div class='article-body'>{ALL}</div><noscript>{ALL}</noscript>", TEXT),
    "an embedded post": (
        f"{FIRST}<div class='embed'><blockquote class='twitter-tweet'><p>{POST}</p>&mdash; Ada Merrow (@adamerrow) "
        f"<a href='https://post.example/1'>March 10, 2026</a></blockquote></div>{LAST}",
        [*TEXT[:3], POST, "— Ada Merrow (@adamerrow) March 10, 2026", *TEXT[3:]],
    ),
    "a list": (
        f"{FIRST}<p>The plan names three aims:</p><ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul>{LAST}",
        [*TEXT[:3], "The plan names three aims:", "\n".join(ITEMS), *TEXT[3:]],
    ),
    "subheadings and a quotation": (
        f"{FIRST}<h2>Too narrow for buses</h2><blockquote><p>Nobody asked those on the other bank what they need, and "
        f"nobody will.</p></blockquote>{LAST}",
        [*TEXT[:3], "Too narrow for buses", "Nobody asked those on the other bank what they need, and nobody will.",
         *TEXT[3:]],
    ),
    "short paragraphs": (
        f"<p>The bridge is gone.</p>{FIRST}<p>“About time.”</p>{LAST}<p>That is all.</p>",
        ["The bridge is gone.", *TEXT[:3], "“About time.”", *TEXT[3:], "That is all."],
    ),
    "a live blog": (
        "<div class='live-blog'>"
        + "".join(
            f"<div class='entry'><time datetime='2026-03-10T{time}'>{time}</time><h3>{title}</h3><p>{text}</p></div>"
            for time, title, text in ENTRIES
        )
        + "</div>",
        [part for entry in ENTRIES for part in entry],
    ),
}  # fmt: skip
CASES = {
    **{f"before: {name}": (markup + ALL, TEXT) for name, markup in BEFORE.items()},
    **{f"inside: {name}": (FIRST + markup + LAST, TEXT) for name, markup in INSIDE.items()},
    **{f"behind: {name}": (ALL + markup, TEXT) for name, markup in BEHIND.items()},
    **WHOLE,
}


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("case", CASES)
def test_the_words_are_the_article_s_and_no_others(case, house):
    markup, wanted = CASES[case]
    page = f"<!doctype html><html lang='en'><head>{HEAD}</head><body>{HOUSES[house].format(markup)}</body></html>"
    text = read_html(Page(id="page", data=page.encode())).text
    assert text.replace("\n\n", "\n").split("\n") == "\n".join(wanted).split("\n")


def test_what_stands_apart_is_shown_as_what_it_is():
    markup = INSIDE["captions"] + INSIDE["a pull quote"] + LAST
    body = HOUSES["boxes"].format(FIRST + markup)
    page = f"<!doctype html><html lang='en'><head>{HEAD}</head><body>{body}</body></html>"
    taken = {each.text: each.reason for each in explain_page(Page(id="page", data=page.encode()), ReadOptions()).taken}
    assert taken["The ferry at its landing."] == "caption"
    assert taken["“We have driven round by the mill for long enough”"] == "pull quote"
