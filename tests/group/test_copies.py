import random

import msgspec
import pytest
from tests.group.stories_told import LETTER, LOCAL, OTHER, WIRE

from variorum.group.copies import compare_sketches, find_families
from variorum.group.sketch import make_sketch, names_outlet
from variorum.model.report import Report

LINES = WIRE.splitlines(keepends=True)
FURNITURE = "Skip to main content\nMenu\nSign in\n"


def report(name, text, published=None, **fields):
    return Report(id=name, text=text, published=published, **fields)


def edited(text):
    swaps = {
        "council": "town council",
        "voted": "decided",
        "late on": "on",
        "largest": "biggest",
        "Work": "Building",
        "begin": "start",
        "asked for": "wanted",
        "found no money": "saw no funds",
        "told": "said to",
    }
    for old, new in swaps.items():
        text = text.replace(old, new)
    return text


COPIES = {
    "repost": FURNITURE + WIRE + "Read more\nSubscribe\n",
    "truncated": "".join(LINES[:2]) + "Continue reading\n",
    "lede": "The old wall will be mended after all.\n" + "".join(LINES[1:]),
    "light_edit": edited(WIRE),
    "local": "OSTBY - " + "".join(LINES[:2]) + LOCAL + "".join(LINES[2:]),
}


@pytest.mark.parametrize("kind", COPIES)
def test_each_kind_of_copy_is_found(kind):
    tree = find_families([report("wire", WIRE, "2024-10-02"), report("copy", COPIES[kind], "2024-10-03")])
    assert tree == {"wire": None, "copy": "wire"}


def test_without_dates_the_report_that_all_others_share_is_the_original():
    family = [report("wire", WIRE), *(report(kind, text) for kind, text in COPIES.items())]
    assert find_families(family) == {"wire": None, **dict.fromkeys(COPIES, "wire")}


def test_other_reports_of_the_same_happening_are_no_copies():
    assert find_families([report("wire", WIRE), report("other", OTHER)]) == {"wire": None, "other": None}


def test_two_who_quote_one_letter_are_no_copies():
    a = report("a", "The fishermen have written to the council.\n" + LETTER + "\n" + OTHER)
    b = report("b", LETTER + "\nSo begins a letter that the port received.\n" + "".join(LINES[2:]))
    assert find_families([a, b]) == {"a": None, "b": None}


def test_a_letter_printed_whole_is_a_copy():
    tree = find_families([report("a", LETTER, "2024-01-01"), report("b", LETTER + "\nRead more", "2024-01-02")])
    assert tree == {"a": None, "b": "a"}


def test_the_agency_that_a_copy_credits_is_the_original():
    wire = report("w", WIRE, "2026-03-10T20:00", outlet="Meridian News")
    copy = report("c", "".join(LINES[:-1]), "2026-03-10", outlet="The Gazette", credit="Meridian")
    assert find_families([wire, copy]) == {"w": None, "c": "w"}


def test_a_copy_of_a_copy_hangs_on_the_copy():
    first = report("wire", WIRE, "2024-10-02")
    second = report("local", COPIES["local"] + LOCAL.replace("Ostby", "Nes") + OTHER, "2024-10-03")
    third = report("reprint", "".join(LINES[:1]) + LOCAL + LOCAL.replace("Ostby", "Nes") + OTHER, "2024-10-04")
    assert find_families([third, second, first]) == {"wire": None, "local": "wire", "reprint": "local"}


def test_the_order_does_not_matter():
    family = [report("wire", WIRE), report("other", OTHER), *(report(kind, text) for kind, text in COPIES.items())]
    expected = find_families(family)
    for seed in range(3):
        random.Random(seed).shuffle(family)
        assert find_families(family) == expected


def test_the_tree_has_no_rings_and_leads_to_an_original():
    family = [report(f"{kind}-{number}", text) for kind, text in COPIES.items() for number in range(3)]
    tree = find_families(family)
    assert sum(parent is None for parent in tree.values()) == 1
    for start in tree:
        seen, at = set(), start
        while tree[at] is not None:
            assert at not in seen
            seen.add(at)
            at = tree[at]


def test_a_pair_tells_the_share_of_the_shorter():
    pair = compare_sketches(make_sketch(report("a", WIRE)), make_sketch(report("b", COPIES["truncated"])))
    assert pair is not None
    assert pair.share > 0.9


FLASH = (
    "The ferry Marit ran aground off Port Elin on Sunday with 80 people on board, the coast guard said. At least "
    "12 of them drowned. Boats searched for the missing until nightfall."
)


def test_two_short_reports_that_differ_in_a_figure_are_two_witnesses():
    assert find_families([report("a", FLASH), report("b", FLASH.replace("12", "14"))]) == {"a": None, "b": None}


def test_a_longer_report_with_a_figure_changed_is_a_copy():
    assert find_families([report("a", WIRE), report("b", WIRE.replace("84 million", "48 million"))])["b"] == "a"


def test_the_same_short_text_is_a_copy_however_short():
    assert find_families([report("a", FLASH), report("b", FLASH)]) == {"a": None, "b": "a"}


def test_the_outlet_that_the_text_names_has_the_original():
    named = WIRE.replace("told reporters", "told The Lervik Courier")
    a, b = report("a", named, "2024-10-02", outlet="ostbypost.example"), report("b", named, "2024-10-02")
    b = msgspec.structs.replace(b, outlet="lervikcourier.example")
    assert find_families([a, b]) == {"a": "b", "b": None}


@pytest.mark.parametrize(
    ("outlet", "words", "named"),
    [
        ("lervikcourier.example", "he told The Lervik Courier on Monday", True),
        ("The Lervik Courier", "he told the Lervik Courier", True),
        ("www.lervikcourier.co.uk", "the Lervik Courier’s reporter", True),
        ("lervikcourier.example", "a courier from Lervik", False),
        ("nrt.example", "NRT has learnt", True),
        ("nrt.example", "nrt", False),
        ("independent.example", "an independent inquiry", False),
        (None, "Lervik Courier", False),
        ("", "Lervik Courier", False),
        ("x", "X", False),
    ],
)
def test_outlets_are_found_by_name_and_address(outlet, words, named):
    assert names_outlet(words, outlet) is named


def test_a_menu_counts_less_against_an_original_than_sentences_of_its_own():
    menu = "News\nSport\nTides\nLetters\nSign in\n" + WIRE + "Most read\nNine boats damaged, says basin\nComments\n"
    family = [report("menu", menu), report("local", COPIES["local"]), report("cut", COPIES["truncated"])]
    assert {each for each, parent in find_families(family).items() if parent is None} == {"menu"}
