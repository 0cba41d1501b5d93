import pytest

from variorum.annotate.times.date_meanings import calendar
from variorum.annotate.times.grammar import Rule, compile_rule, compile_rules, match_rules
from variorum.annotate.times.words import load_lexicon, split_words


def matches(pattern: str, text: str) -> list[str]:
    tokens = split_words(text, 0, len(text))
    grammar = compile_rules([Rule(pattern, calendar)], load_lexicon())
    symbols = "".join(token.symbol for token in tokens)
    return [text[found.tokens[0].start : found.tokens[-1].end] for found, _ in match_rules(grammar, symbols, tokens)]


def test_a_pattern_is_read_over_roles():
    assert matches("early? month=month day=day (comma? y=year)?", "early May 3, 1999 and June 4") == [
        "early May 3, 1999",
        "June 4",
    ]


def test_a_word_may_play_several_roles():
    assert matches("month=month", "in May, may we?") == ["May"]
    assert matches("q=ord quarterword", "the second quarter") == ["second quarter"]


def test_an_unknown_role_is_told():
    with pytest.raises(ValueError, match="no word has the role 'monht'"):
        compile_rule(Rule("monht", calendar), load_lexicon())


def test_a_pattern_that_cannot_be_read_is_told():
    with pytest.raises(ValueError, match="cannot be read"):
        compile_rule(Rule("month ] day", calendar), load_lexicon())
