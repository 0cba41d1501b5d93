"""The post of a named person: offices, ranks and roles that one person cannot hold both of ("CEO", "COO").

Only posts that exclude each other are told apart: ranks of one ladder, a deputy and the head, a manager and a director
of one field, two departments. A shorter title says no less, and a person of whom the story tells that the post changed
is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.findings.facts.posts.office_holders import (
    FIRST,
    HOLDER,
    LAST,
    are_other_first_names,
    are_other_holders,
    find_holders,
)
from variorum.collate.findings.facts.posts.post_reading import Post, find_posts, ladders
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_keys, load_words

_words = partial(load_words, "en", "posts", "words")
_POST = "post"
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj")


def _are_rivals(one: Post, other: Post) -> bool:
    """Whether nobody holds two posts at once."""
    if one.head != other.head:
        if ladders().get(one.head, frozenset()) & ladders().get(other.head, frozenset()):
            return True
        grades = {one.head, other.head} <= _words("grades")
        # Of one field, or of one body of which nothing more is told: its president is not its director.
        bare = not any(post.field - {post.head} - _body(post) for post in (one, other))
        return grades and bool((one.field & other.field) or (bare and _body(one) & _body(other)))
    below = one.rank & _words("below"), other.rank & _words("below")
    if one.head in _words("heads") and below[0] != below[1]:
        return True
    levels = one.rank & _words("levels"), other.rank & _words("levels")
    if levels[0] and levels[1] and levels[0] != levels[1]:
        return True
    if one.head in _words("whose"):
        rows = _rows(one), _rows(other)
        return bool(rows[0] and rows[1]) and not rows[0] & rows[1]
    return False


def _body(post: Post) -> set[str]:
    return {word for body in post.bodies for word in name_words(body)}


def _rows(post: Post) -> set[str]:
    """The departments that the words of a post and the bodies that it is of name."""
    words = {*post.field, *_body(post)}
    departments = load_keys("en", "posts", "departments")
    return {departments[word] for word in words if word in departments}


def find_titles(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield who has which post. `_EXCLUDING` has the kinds of what facts are of."""
    persons, posts = persons_of(wordings), list(find_posts(wordings))
    moved = set(_changing(wordings, persons))
    for held in posts:
        key = persons.key_of(wordings[held.wording], held.person)
        if key is not None and key not in moved:
            post = held.post
            parts = (post.rank, post.field, _body(post))
            value = ";".join((post.head, *(" ".join(sorted(part)) for part in parts)))
            yield Fact(f"{_POST}:{key}", Side(held.wording, Unit(post.first, post.end, None)), value)
    yield from find_holders(wordings, posts)


def _changing(wordings: Sequence[Wording], persons: Persons) -> Iterator[str]:
    """The people of whom a sentence tells that they got a post or lost one: "was named chief", "resigned"."""
    for wording in wordings:
        for name in persons_in(wording):
            top = top_of(wording, unit_of(name))
            becomes = wording.lemma[wording.head[top]] in _words("becoming")
            if wording.dep[top] in _ARGUMENTS and becomes and (key := persons.key_of(wording, name)) is not None:
                yield key


def _exclude(one: Stated, other: Stated) -> bool:
    return _EXCLUDING[one.fact.about.partition(":")[0]](one, other)


def _exclude_posts(one: Stated, other: Stated) -> bool:
    return _are_rivals(_read(one.fact.value), _read(other.fact.value))


@cache
def _read(value: str) -> Post:
    head, rank, field, bodies = value.split(";")
    return Post(head, frozenset(rank.split()), frozenset(field.split()), (bodies,), 0, 0)


_EXCLUDING: Mapping[str, Callable[[Stated, Stated], bool]] = {
    _POST: _exclude_posts,
    FIRST: are_other_first_names,
    LAST: are_other_holders,
    HOLDER: are_other_holders,
}
POST_RELATIONS: tuple[Relation, ...] = (Relation("post", "name", find_titles, _exclude),)
