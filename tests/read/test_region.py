"""The region of a page: what is cut out holds no text, what stands between the marks is the article."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.page.region import cut_out, find_region, whole_body

PIECES = [b"<script>", b"</script>", b"<!--", b"-->", b"<aside>", b"</aside >", b"<h1>", b"</h1>", b"<main>",
          b"</main>", b"<article>", b"</article>",
          b"<footer>", b"<body>", b"</head>", b"<svg/>", b"word ", b">", b"<"]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        (b"<p>a</p><script>var x = '<p>b</p>';</script><p>c</p>", b"<p>a</p><p>c</p>"),
        (b"<script src='x'></script><script>1</script >", b""),
        (b"a<!-- <script> -->b</script>c", b"ab</script>c"),
        (b"<script>'<!--'</script>a<!-->b", b"ab"),
        (b"a<aside class='x'>b</aside>c<asides>d", b"ac<asides>d"),
        (b"<p>a</p><script>never closed<!-- b -->", b"<p>a</p><script>never closed"),
        (b"no markup", b"no markup"),
        (b"", b""),
    ],
)
def test_what_holds_no_text_goes_and_all_else_stays(markup, left):
    assert cut_out(markup).data == left


@pytest.mark.parametrize(
    ("markup", "region"),
    [
        (b"<head></head><body>a b c</body>", b"<body>a b c</body>"),
        (b"<body>menu<h1>Head</h1>text, more of it<footer>foot</footer>", b"<h1>Head</h1>text, more of it"),
        (b"<body>menu<main>crumb<h1>Head</h1>text</main>more</body>", b"<h1>Head</h1>text"),
        (b"<body>menu<article><h1>Head</h1>text</article>more</body>", b"<h1>Head</h1>text"),
        (b"<body><main>menu<article>text</article>more</main></body>", b"<article>text"),
        (b"<article>one</article><article>two</article>", b"<article>one</article><article>two</article>"),
        (b"<body><h1>Site</h1>menu<h1>Head</h1>text</body>", b"<body><h1>Site</h1>menu<h1>Head</h1>text</body>"),
        (b"<body><main>never closed<h1>Head</h1>text</body>", b"<h1>Head</h1>text</body>"),
        (b"<body><footer>a</footer><p>text</p></body>", b"<body><footer>a</footer><p>text</p></body>"),
        (b"<script><h1></script><body>menu<h1>Head</h1>text", b"<h1>Head</h1>text"),
    ],
)
def test_the_region_is_between_the_marks_of_which_there_is_one(markup, region):
    cut = cut_out(markup)
    found = find_region(cut)
    assert cut.data[found.start : found.end] == region


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join))
def test_every_region_is_of_the_body_and_places_are_where_the_tags_are(markup):
    cut = cut_out(markup)
    found = find_region(cut)
    assert whole_body(cut).start <= found.start <= found.end <= len(cut.data)
    for name, places in cut.places.items():
        assert all(cut.data[place : place + 1 + len(name)] == b"<" + name for place in places)


@pytest.mark.parametrize("piece", [b"<script>", b"<!--", b"<aside>x</aside>", b"<h1>", b"<script>x</script>"])
def test_time_grows_with_the_page_and_no_faster(piece):
    def seconds(times: int) -> float:
        start = time.process_time()
        find_region(cut_out(piece * times))
        return time.process_time() - start

    seconds(1_000)
    assert seconds(200_000) < 20 * (seconds(50_000) + 0.01)
