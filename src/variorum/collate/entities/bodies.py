"""Whether two entities that reports name alike are one: organisations, places, works and the rest."""

from __future__ import annotations

from variorum.collate.entities.profiles import Profile
from variorum.text.bodies import body_words, is_short_name, same_body_name
from variorum.text.gazetteer import find_known
from variorum.text.spelling import slip_apart


def same_body(one: Profile, other: Profile) -> bool:
    """Whether two names are one body's in two spellings."""
    if same_body_name(one.name, other.name):
        return True
    if find_known(one.name) is not None and find_known(other.name) is not None:
        return False
    alike = slip_apart("".join(body_words(one.name)), "".join(body_words(other.name)))
    return alike and bool(one.context & other.context)


def is_short_for(short: Profile, full: Profile) -> bool:
    """Whether a name is a shorter one of a body, across reports.

    What a report took for a person is looked at as a body, and then only as the beginning of the longer name.
    """
    if short.type != "PERSON":
        return is_short_name(short.name, short.type, full.name, full.type)
    few = body_words(short.name)
    return full.type == "ORG" and body_words(full.name)[: len(few)] == few
