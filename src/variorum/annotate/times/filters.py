"""Words that look like times and are none: names, verbs, fractions, fixed phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from variorum.annotate.times.words import Token
from variorum.lang.tables import load_table, load_words

_CLOCK = re.compile(r"\d{1,2}:\d\d")
# What a number behind it ends: a letter, at least three digits and a hyphen. "Q3-2024" is a quarter.
_CODE, _LONGEST_CODE = re.compile(r"[^\W\d_]\d{3,}[-‐‑–]$"), 12
_LATEST_CLIP = 9  # minutes, or hours: "12:05" may stand without a word before it
_ADDRESS = re.compile(r"\.[a-z]{2,}")
_words = partial(load_words, "en", "times", "no_times")


class Spot(msgspec.Struct, frozen=True):
    """A candidate at tokens[first:last] with the words around it; `text` is the report's."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int

    @property
    def only(self) -> str:
        """The lower-case word of a candidate of one word, else empty."""
        return self.tokens[self.first].word if self.last == self.first + 1 else ""

    def word(self, index: int) -> str:
        """Return a lower-case word of the sentence, empty outside it."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    @property
    def before(self) -> str:
        """The word before."""
        return self.word(self.first - 1)

    @property
    def after(self) -> str:
        """The word behind."""
        return self.word(self.last)

    def is_capital(self, index: int) -> bool:
        """Whether a word of the sentence begins with a capital."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_capital


def is_no_time(spot: Spot) -> bool:
    """Whether any of the checks below speaks against a candidate."""
    return any(check(spot) for check in _CHECKS)


def _is_abbreviation_alone(spot: Spot) -> bool:
    """ "Sun" is a firm and a paper: days and months cut short without a stop count only beside other words of time."""
    token = spot.tokens[spot.first]
    has_stop = token.end - token.start > len(token.word)
    return spot.only in _words("short") and (not has_stop or spot.before == "the")


def _is_person(spot: Spot) -> bool:
    """Theresa May, June Carter, April Jones, Mr. March."""
    word = spot.only
    if word not in _words("given_names"):
        return False
    if spot.is_capital(spot.first - 1) and spot.before not in _words("before_dates") and spot.first > 0:
        return True
    return spot.before in ("mr", "mrs", "ms", "dr", "minister") or (
        word in ("april", "june", "august", "summer") and _is_surname(spot)
    )


def _is_surname(spot: Spot) -> bool:
    return (
        spot.is_capital(spot.last)
        and spot.before not in _words("before_dates")
        and spot.word(spot.last + 1) not in ("'s",)
    )


def _is_title(spot: Spot) -> bool:
    """The Sunday Times, USA Today, Saturday Night Live, the Summer Olympics, This Week (in quotes)."""
    if spot.is_capital(spot.first) and spot.after in _words("titles") and spot.is_capital(spot.last):
        return True
    if spot.only == "today":
        return spot.is_capital(spot.first) and spot.is_capital(spot.first - 1) and spot.first > 0
    if spot.only in ("summer", "winter", "spring", "fall", "autumn"):
        return spot.is_capital(spot.first) and spot.is_capital(spot.last)
    inner = spot.tokens[spot.first : spot.last]
    return len(inner) > 1 and spot.first > 0 and all(token.is_capital for token in inner) and inner[0].word == "this"


def _is_verb_or_other_noun(spot: Spot) -> bool:
    """Fall and spring are verbs; quarters are fractions and lodgings; seconds are ordinals."""
    if spot.only in ("fall", "spring", "falls", "springs"):
        return True
    words = [token.word for token in spot.tokens[spot.first : spot.last]]
    if words[-3:] == ["three", "-", "quarters"] or words[-2:] == ["a", "quarter"]:
        return True
    if words == ["three", "quarters"] and spot.before == "and" and spot.first > 1:
        return spot.tokens[spot.first - 2].value is not None  # "two and three quarters"
    if words[-1] in ("quarter", "quarters", "second") and (spot.after == "of" or spot.before in ("by", "between")):
        return bool({"a", "an", "one", "three"} & set(words)) and not {"the", "last", "next"} & set(words)
    return False


def _is_of_match(spot: Spot) -> bool:
    """The fourth quarter of a ball game."""
    words = [token.word for token in spot.tokens[spot.first : spot.last]]
    if words[-1] != "quarter" or len(words) < 2:
        return False
    if any(_shows_game_clock(spot, index) for index in range(max(0, spot.first - 6), spot.first)):
        return True
    around = {token.word for token in spot.tokens[max(0, spot.first - 20) : spot.last + 20]}
    return bool(around & _words("sports")) and "revenue" not in around and "profit" not in around


def _is_game_clock(spot: Spot) -> bool:
    """With 10:03 to play, 7:54 left in the third quarter: what the clock of a game shows is no time of day."""
    hedged = all(spot.word(index) in _words("hedges") for index in range(spot.first, spot.last - 1))
    return hedged and _shows_game_clock(spot, spot.last - 1)


def _is_clip_length(spot: Spot) -> bool:
    """ "Play Video 0:53", "a timeline of events 01:26": a time of day comes behind a small word, or begins the line."""
    if _CLOCK.fullmatch(spot.only) is None or int(spot.only.partition(":")[0]) > _LATEST_CLIP:
        return False
    if spot.before in ("+", "-") and spot.word(spot.first - 2) in ("gmt", "utc"):
        return True  # "GMT+02:00"
    return spot.before in ("?", "!") or (spot.before.isalpha() and spot.before not in _words("before_clocks"))


def _is_of_kind(spot: Spot) -> bool:
    """Winter sports, the night sky: the kind of a thing and no time."""
    values = load_table("en", "times")["valued"]
    words = [token.word for token in spot.tokens[spot.first : spot.last]]
    if words[-1] in values["season"]:
        return len(words) == 1 and spot.after in _words("of_seasons")
    return words[-1] in values["part"] and words[:-1] in ([], ["the"]) and spot.after in _words("of_parts")


def _shows_game_clock(spot: Spot, clock: int) -> bool:
    """Whether a word is a clock whose neighbours tell that it runs down, or in which period of a game it runs."""
    if _CLOCK.fullmatch(spot.word(clock)) is None:
        return False
    before, after = clock - 1, clock + 1
    while spot.word(before) in _words("hedges"):
        before -= 1
    if spot.word(after) == "mark":
        return spot.word(before) == "the"
    after += spot.word(after) == "minutes"
    running = 2 if (spot.word(after), spot.word(after + 1)) in (("to", "play"), ("to", "go")) else 0
    running = running or spot.word(after) in _words("on_clock")
    return bool(running and spot.word(before) == "with") or _is_in_period(spot, after + running)


def _is_in_period(spot: Spot, index: int) -> bool:
    """Whether "in the third quarter", "of the second half", "into overtime" stands at a word."""
    if spot.word(index) not in ("in", "of", "into"):
        return False
    period = index + 1
    while spot.word(period) in _words("of_periods") or spot.word(period).endswith(("st", "nd", "rd", "th")):
        period += 1
    return spot.word(period) in _words("periods")


def _is_counting_day(spot: Spot) -> bool:
    """ "April 3 and 4 people": a second day that counts what follows."""
    if not spot.only.isdigit() or spot.only == "" or len(spot.only) > 2:
        return False
    return spot.after.isalpha() and spot.after not in _words("after_adverbs")


def _is_ordinal(spot: Spot) -> bool:
    """ "the 15th man", "came in the 9th": a day of the month stands alone behind a preposition of time."""
    if spot.last != spot.first + 2 or not spot.word(spot.first + 1).endswith(("st", "nd", "rd", "th")):
        return False
    if not spot.word(spot.first + 1)[0].isdigit():
        return False
    return spot.before not in _words("before_days") or (spot.after.isalpha() and spot.after not in _words("after_days"))


def _is_last_of(spot: Spot) -> bool:
    """The last day of school, the next week of talks: counted within the thing, not from today."""
    words = [token.word for token in spot.tokens[spot.first : spot.last]]
    if len(words) != 3 or words[0] != "the" or words[1] not in ("last", "next") or spot.after != "of":
        return False
    return words[2] in ("day", "week", "month", "night", "weekend")


def _is_capital_may(spot: Spot) -> bool:
    """In text set in capitals "MAY" is mostly the verb, and "May" at the head of a sentence often."""
    if spot.only != "may":
        return False
    if spot.text[spot.tokens[spot.first].start + 1].isupper():
        return spot.before not in _words("before_dates")
    return spot.first == 0 and spot.after in ("i", "we", "he", "she", "they", "it", "the", "you")


def _is_fixed_phrase(spot: Spot) -> bool:
    """As soon as, good evening, so far this, "the moment" that."""
    if spot.only == "soon" and spot.before == "as":
        return True
    if spot.word(spot.last - 1) in ("morning", "afternoon", "evening", "night") and "good" in (spot.before,):
        return True
    if spot.only in ("soon", "shortly") and spot.after in ("after", "before", "afterwards", "afterward", "thereafter"):
        return True
    return spot.only == "now" and spot.after == "that" and spot.first == 0


def _is_rate(spot: Spot) -> bool:
    """$5 a year, four flights a week: how much, not how long; "for a week" and "a year after" are lengths."""
    if spot.word(spot.first) not in ("a", "an") or spot.first == 0:
        return False
    if spot.before in ("-", "–"):
        return True  # "£73-a-week benefits"
    if spot.last != spot.first + 2 or spot.after in ("ago", "earlier", "later", "after", "before"):
        return False
    index = spot.first - 1
    before = spot.tokens[index]
    return before.value is not None or before.word in _words("money") or _is_counted_noun(spot, index)


def _is_counted_noun(spot: Spot, index: int) -> bool:
    """A plural or a magnitude, with a number within three words before it: "700 seats", "$3 million"."""
    word = spot.word(index)
    if not (word.endswith("s") or word in ("million", "billion", "trillion", "people", "percent", "won", "yen", "%")):
        return False
    return any(spot.tokens[each].value is not None for each in range(max(0, index - 3), index)) or word == "%"


def _is_adjective(spot: Spot) -> bool:
    """A daily paper, quarterly results: how often they come is not what is told."""
    if spot.only not in load_table("en", "times")["valued"]["recurring"]:
        return False
    return spot.after.isalpha() and spot.after not in _words("after_adverbs")


def _is_no_year(spot: Spot) -> bool:
    """2000 people, 1,500 dollars, Boeing 1900: four figures that count or name."""
    token = spot.tokens[spot.first]
    if spot.last != spot.first + 1 or token.value is None or not 1000 <= token.value < 2200:
        return False
    # "The galaxy RX J1131-1231", "security2017.com".
    is_code = _CODE.search(spot.text, max(0, token.start - _LONGEST_CODE), token.start) is not None
    if is_code or _ADDRESS.match(spot.text, token.end):
        return True
    if token.word == "" or not token.word[0].isdigit():
        return token.word == "" and not 1600 <= token.value < 2100
    before, after = spot.before, spot.after
    if (
        before in _words("money")
        or after in ("%", "percent")
        or (after == "per" and spot.word(spot.last + 1) == "cent")
    ):
        return True
    if before in _words("labels"):
        return True
    led = before in _words("before_years")
    if 1900 <= token.value < 2050:
        return before not in _words("strong") and after in _words("counted")
    if token.value < 1400 or token.value >= 2050:
        return not led or after in _words("counted") or (after.isalpha() and after.endswith("s"))
    return not led


def _is_no_clock(spot: Spot) -> bool:
    """ "Five minutes to six races": the second number counts what follows."""
    words = [token.word for token in spot.tokens[spot.first : spot.last]]
    if words[-2:-1] != ["to"] or spot.tokens[spot.last - 1].value is None:
        return False
    if spot.after in _words("money") | _words("counted") | {"%", "percent", "-"}:
        return True
    return spot.after.isalpha() and spot.after.endswith("s") and spot.after not in _words("after_adverbs")


_CHECKS: tuple[Callable[[Spot], bool], ...] = (
    _is_abbreviation_alone,
    _is_person,
    _is_title,
    _is_verb_or_other_noun,
    _is_fixed_phrase,
    _is_adjective,
    _is_no_year,
    _is_rate,
    _is_of_match,
    _is_game_clock,
    _is_clip_length,
    _is_of_kind,
    _is_last_of,
    _is_counting_day,
    _is_ordinal,
    _is_capital_may,
    _is_no_clock,
)
