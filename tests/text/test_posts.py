import pytest

from variorum.text.posts import find_posts


def posts(text):
    return [
        (text[post.name.start : post.name.end], text[post.words.start : post.words.end]) for post in find_posts(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It rained.\nThe bridge is shut, folks. — Ida Holm (@idaholm) March 3, 2026\nThe town waits.",
            [("Ida Holm", "The bridge is shut, folks.")],
        ),
        (
            "The bridge is shut. https://t.co/aB3 pic.twitter.com/x— Ida Holm (@idaholm) 3 March 2026",
            [("Ida Holm", "The bridge is shut.")],
        ),
        ("The bridge is shut.\n\n— Ida Holm (@idaholm) March 3, 2026", [("Ida Holm", "The bridge is shut.")]),
        (
            "So it goes on. — Ida Holm (@idaholm) March 3, 2026 And the ferry too — Otto Lund (@lund) March 4, 2026",
            [("Ida Holm", "So it goes on."), ("Otto Lund", "And the ferry too")],
        ),
        ("A photo posted by Mary-Ann (@maryann) on March 3, 2026", []),
        ("Ida Holm (@idaholm) wrote that the bridge is shut — and it was.", []),
        ("Follow our reporter — Ida Holm (@idaholm) for more.", []),
        (f"{'The report went on. ' * 30}The bridge is shut — Ida Holm (@idaholm) March 3, 2026", []),
    ],
)
def test_a_post_is_signed_with_its_handle(text, found):
    assert posts(text) == found
