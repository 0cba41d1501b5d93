"""Words that differ and can both be right: acts of two doers, names of one thing, what adds up, what two bodies say.

Rules over a pair of stretches of words, for `WORDS_ALIKE` in `alike.py`. Opposites are excused only where two do the
acts, or where one third is contrasted with both.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.collate.compare.names import compare_names
from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.explained.tight import ONE_SAYING
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording, denying_words
from variorum.lang.senses import is_kind_of, kinship_of
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold

_FITTING = frozenset({"same", "fits"})
# Two words for a thing of a kind as narrow as this exclude each other ("frigate", "destroyer").
_NARROW = 0.4
# Marks and articles between a noun and the name that stands in apposition to it.
_BEFORE_NAME = 2
_ASIDE = frozenset("-–—,:(")
_STATES = frozenset({"acomp", "oprd"})
# Words of "a non-lethal", and letters of the shortest participles.
_LONGEST_MODIFIER, _LEAST_DONE = 4, 4
# Kinds of which nothing is two, each by words for it: the table of senses knows a gorilla for a vertebrate.
_KINDS = {"person": ("person",), "animal": ("animal", "vertebrate")}


def of_two_doers(left: Wording, right: Wording, pair: Pair) -> bool:
    """What two do who are not one: "the Otters gave up 40 points", "the Gulls racked up 40 points".

    They are two where both are named, as two persons or two bodies, or where one is a person and one an animal.
    """
    subjects = [_subject_of(wording, side.unit) for wording, side in ((left, pair.left), (right, pair.right))]
    one, other = subjects
    # Of a state or an act that is told as a fact, whose it is has been settled: "Ida" may be Holm.
    if pair.difference is None or (pair.stated and pair.aspect == "status"):
        return False
    if one is None or other is None or pair.difference.alignment.right_of[one] == other:
        return False
    named, named_other = left.value_at.get(one), right.value_at.get(other)
    if named is not None and named_other is not None:
        return _are_two(left, named, right, named_other)
    kinds, others = _kinds_of(left.lemma[one]), _kinds_of(right.lemma[other])
    return bool(kinds and others) and not kinds & others


def _subject_of(wording: Wording, unit: Unit) -> int | None:
    """The subject of a stretch that is a verb or what its subject is; None for others."""
    top = top_of(wording, unit)
    if wording.pos[top] in ("VERB", "AUX"):
        return wording.subject_of(top)
    return wording.subject_of(wording.head[top]) if wording.dep[top] in _STATES else None


def _are_two(left: Wording, one: Value, right: Wording, other: Value) -> bool:
    """Whether two names of one type are of two bearers, neither of them named in the other sentence."""
    if one.mention is None or other.mention is None or one.mention.type != other.mention.type:
        return False
    names = left.words(one.first, one.end), right.words(other.first, other.end)
    if compare_names(*names).outcome in _FITTING:
        return False
    return not (_tells_name(right, names[0]) or _tells_name(left, names[1]))


def _tells_name(wording: Wording, name: str) -> bool:
    return any(
        compare_names(name, wording.words(value.first, value.end)).outcome in _FITTING
        for value in wording.values
        if value.mention is not None
    )


def _kinds_of(word: str) -> set[str]:
    return {kind for kind, words in _KINDS.items() if any(is_kind_of(word, each) for each in words)}


def of_one_bearer(left: Wording, right: Wording, pair: Pair) -> bool:
    """What one named thing is called: "the record holder, Night Ferry", "the most sold song, Night Ferry".

    Persons are left alone, whose parts exclude each other, and so are things of one narrow kind.
    """
    names = [_apposed(wording, side.unit) for wording, side in ((left, pair.left), (right, pair.right))]
    heads = left.lemma[top_of(left, pair.left.unit)], right.lemma[top_of(right, pair.right.unit)]
    if pair.opposed or not all(names) or compare_names(*names).outcome not in _FITTING:
        return False
    return not all(is_kind_of(head, "person") for head in heads) and kinship_of(*heads) < _NARROW


def _apposed(wording: Wording, unit: Unit) -> str:
    """The name that stands in apposition right behind a noun; empty where none does."""
    if wording.pos[top_of(wording, unit)] != "NOUN" or unit.end >= len(wording):
        return ""
    if wording.word(unit.end) not in _ASIDE:
        return ""
    for index in range(unit.end + 1, min(len(wording), unit.end + 1 + _BEFORE_NAME)):
        value = wording.value_at.get(index)
        if value is not None and value.mention is not None:
            return " ".join(wording.words(value.first, value.end).split())
    return ""


def of_one_contrast(left: Wording, right: Wording, pair: Pair) -> bool:
    """Modifiers beside one and the same that is contrasted with them: "local (national) and foreign observers".

    It is the opposite of one of the two, and no nearer to the other.
    """
    tops = top_of(left, pair.left.unit), top_of(right, pair.right.unit)
    if pair.difference is None or left.dep[tops[0]] != "amod" or right.dep[tops[1]] != "amod":
        return False
    words = left.lemma[tops[0]], right.lemma[tops[1]]
    for index, other in enumerate(pair.difference.alignment.right_of):
        third = left.lemma[index]
        if other < 0 or left.dep[index] != "amod" or right.dep[other] != "amod" or third in words:
            continue
        joined = _is_joined(left, tops[0], index) and _is_joined(right, tops[1], other)
        relations = {relation_of_words(word, third) for word in words}
        if joined and "opposed" in relations and not relations & {"same", "wider"}:
            return True
    return False


def _is_joined(wording: Wording, modifier: int, other: int) -> bool:
    """Whether two modifiers stand on one noun, or on two nouns or verbs of which one is joined to the other."""
    lower, upper = sorted((modifier, other))
    between = {wording.lemma[i] for i in range(lower, upper)}
    return bool(between & {"and", "or"}) and not between & {".", ";", "but", "not"}


def of_two_speaking(left: Wording, right: Wording, pair: Pair) -> bool:
    """Who says something, of two sayings; of one saying a source that is not named, and who it is.

    "The ministry said", "the police said"; "an official told Kvam Post", "the source added".
    """
    sides = ((left, top_of(left, pair.left.unit)), (right, top_of(right, pair.right.unit)))
    if pair.opposed or not all(_speaks(*side) for side in sides):
        return False
    unnamed = load_words("en", "relations", "unnamed")
    return pair.shared < ONE_SAYING or any(wording.lemma[top] in unnamed for wording, top in sides)


def _speaks(wording: Wording, top: int) -> bool:
    saying = load_words("en", "relations", "saying")
    return wording.dep[top] == "nsubj" and wording.pos[top] == "NOUN" and wording.lemma[wording.head[top]] in saying


def of_lasting_and_done(left: Wording, right: Wording, pair: Pair) -> bool:
    """What has gone on since some time, and what was once done: "has taught there since 2019", "brought it there"."""
    if pair.opposed or not _are_verbs(left, right, pair):
        return False
    tops = (left, top_of(left, pair.left.unit)), (right, top_of(right, pair.right.unit))
    lasting = [_lasts(*side) for side in tops]
    done = [wording.tag[top] == "VBD" for wording, top in tops]
    known = relation_of_words(*(wording.lemma[top] for wording, top in tops)) is not None
    return not known and ((lasting[0] and done[1]) or (lasting[1] and done[0]))


def _are_verbs(left: Wording, right: Wording, pair: Pair) -> bool:
    return all(
        wording.pos[top_of(wording, side.unit)] == "VERB" for wording, side in ((left, pair.left), (right, pair.right))
    )


def _lasts(wording: Wording, verb: int) -> bool:
    """Whether a verb is in the perfect, with the time since when."""
    below = wording.children[verb]
    perfect = any(wording.lemma[i] == "have" and wording.dep[i] == "aux" for i in below)
    return perfect and any(wording.lemma[i] == "since" for i in below)


def of_part_and_its_whole(left: Wording, right: Wording, pair: Pair) -> bool:
    """A part of something, and that thing: "hit on the back of the neck", "hit on the neck"."""
    return _is_part_of(left, pair.left.unit, right, pair.right.unit) or _is_part_of(
        right, pair.right.unit, left, pair.left.unit
    )


def _is_part_of(wording: Wording, unit: Unit, other: Wording, whole: Unit) -> bool:
    """Whether the noun of a stretch has what the other stretch names behind "of"."""
    key = other.key[top_of(other, whole)]
    behind = (i for i in wording.children[top_of(wording, unit)] if wording.lemma[i] == "of")
    return any(wording.key[each] == key for i in behind for each in wording.children[i])


def of_try_and_failure(left: Wording, right: Wording, pair: Pair) -> bool:
    """What was tried, and that it failed: "tried to calm him", "was unable to calm him"."""
    if pair.difference is None:
        return False
    acts = _aimed_at(left, pair.left.unit), _aimed_at(right, pair.right.unit)
    if acts[0] is None or acts[1] is None or pair.difference.alignment.right_of[acts[0]] != acts[1]:
        return False
    trying = load_words("en", "relations", "trying")
    tried = [wording.lemma[wording.head[act]] in trying for wording, act in ((left, acts[0]), (right, acts[1]))]
    failed = [wording.is_denied(act) for wording, act in ((left, acts[0]), (right, acts[1]))]
    return (tried[0] and failed[1] and not failed[0]) or (tried[1] and failed[0] and not failed[1])


def _aimed_at(wording: Wording, unit: Unit) -> int | None:
    """The verb behind "to" that hangs on a stretch, or that is the stretch and hangs on another word."""
    top = top_of(wording, unit)
    for above in (top, *(i for i in unit.range if i != top)):
        for child in wording.children[above]:
            if wording.dep[child] == "xcomp" and wording.pos[child] == "VERB":
                return child
    return top if wording.dep[top] == "xcomp" else None


def of_two_senses(left: Wording, right: Wording, pair: Pair) -> bool:
    """What somebody saw, and what somebody heard: one witness can do both."""
    words = {_verb_in(wording, side.unit) for wording, side in ((left, pair.left), (right, pair.right))}
    seeing = load_words("en", "relations", "seeing")
    return not pair.opposed and "hear" in words and bool(words & seeing)


def _verb_in(wording: Wording, unit: Unit) -> str:
    """The verb that opens a stretch; empty for others."""
    return wording.lemma[unit.first] if wording.pos[unit.first] == "VERB" else ""


def of_two_movements(left: Wording, right: Wording, pair: Pair) -> bool:
    """A rise in one thing and a fall in another: "a drop in demand", "a rise in shipments"."""
    sides = [(wording, top_of(wording, side.unit)) for wording, side in ((left, pair.left), (right, pair.right))]
    up, down = (load_words("en", "updates", "markets", way) for way in ("up", "down"))
    words = [wording.lemma[top] for wording, top in sides]
    if not any(one in up and other in down for one, other in (words, words[::-1])):
        return False
    moved = [_moved(*side) for side in sides]
    if pair.difference is None or moved[0] is None or moved[1] is None:
        return False
    things = left.lemma[moved[0]], right.lemma[moved[1]]
    linked = pair.difference.alignment.right_of[moved[0]] == moved[1]
    return not linked and relation_of_words(*things) is None and kinship_of(*things) < _NARROW


def _moved(wording: Wording, noun: int) -> int | None:
    """The noun that is told to rise or to fall: "demand" of "a drop in demand"."""
    if wording.pos[noun] != "NOUN":
        return None
    joins = [i for i in wording.children[noun] if wording.lemma[i] in ("in", "of")]
    return next((i for join in joins for i in wording.children[join] if wording.pos[i] == "NOUN"), None)


def are_stamps_of_pages(left: Wording, right: Wording, pair: Pair) -> bool:
    """What stands before the date of a page: "Posted: May 4", "Updated: May 4, 3:23 PM"."""
    return all(_is_stamp(wording, side.unit) for wording, side in ((left, pair.left), (right, pair.right)))


def _is_stamp(wording: Wording, unit: Unit) -> bool:
    stamps = load_table("en", "furniture")["labels"]
    name = fold(" ".join(wording.words(unit.first, unit.end).split()))
    return (
        name in (*stamps["published"], *stamps["updated"])
        and unit.end < len(wording)
        and (wording.word(unit.end) in (":", "|") or unit.end in wording.value_at)
    )


def of_thing_and_act(left: Wording, right: Wording, pair: Pair) -> bool:
    """A thing and an act that hang on one verb: "asked the question", "asked him to share it"."""
    if pair.opposed:
        return False
    hangs = [
        (wording.pos[top], wording.dep[top])
        for wording, top in ((left, top_of(left, pair.left.unit)), (right, top_of(right, pair.right.unit)))
    ]
    return set(hangs) in ({("NOUN", "dobj"), ("VERB", "xcomp")}, {("NOUN", "dobj"), ("VERB", "ccomp")})


def that_add_up(left: Wording, right: Wording, pair: Pair) -> bool:
    """What was done to a thing, and what it is: "a specialised round", "a non-lethal round".

    Proper adjectives, and those that undo what they stand beside ("fake"), exclude more than their opposites.
    """
    told = [_modifier(wording, side.unit) for wording, side in ((left, pair.left), (right, pair.right))]
    if pair.opposed or not all(told) or {_is_done(word) for word in told} != {True, False}:
        return False
    return not set(told) & load_words("en", "bearers", "undoing") and relation_of_words(*told) is None


def _modifier(wording: Wording, unit: Unit) -> str:
    """The one adjective that a stretch is, before its noun and not denied; empty for others."""
    told = [i for i in unit.range if wording.is_content[i] and wording.lemma[i] != "non"]
    if len(told) != 1 or len(unit.range) > _LONGEST_MODIFIER or wording.dep[told[0]] != "amod":
        return ""
    denied = any(wording.lemma[i] in denying_words() for i in unit.range)
    word = wording.word(told[0])
    return "" if denied or word[:1].isupper() or wording.pos[told[0]] not in ("ADJ", "VERB") else fold(word)


def _is_done(word: str) -> bool:
    return len(word) > _LEAST_DONE and word.endswith("ed")


COMPATIBLE_RULES: tuple[Callable[[Wording, Wording, Pair], bool], ...] = (
    of_two_doers,
    of_one_bearer,
    of_one_contrast,
    of_two_speaking,
    of_lasting_and_done,
    of_part_and_its_whole,
    of_try_and_failure,
    of_thing_and_act,
    of_two_senses,
    of_two_movements,
    are_stamps_of_pages,
    that_add_up,
)
