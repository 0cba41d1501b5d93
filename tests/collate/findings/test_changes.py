"""Values that differ because something changed between them, told by words or by the order of reports."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.pairing import kind_told

from variorum.collate.findings.find import find_findings

MONTHS = frozenset({"January", "March", "May", "November"})
OLD = "Acme estimated on Monday that the spill would cost ${} million."
NEW = "Acme on Monday {} its estimate of the cost of the spill to ${} million."


def kinds(*texts):
    return [each.kind for each in find_findings(storyline_of(*texts)) if each.kind in ("conflict", "update")]


@pytest.mark.parametrize(("way", "old", "new"), [("raised", 40, 52), ("lowered", 52, 40), ("cut", 80, 64)])
def test_an_estimate_that_is_raised_or_lowered_is_an_update(way, old, new):
    assert kinds(OLD.format(old), NEW.format(way, new)) == ["update"]


@pytest.mark.parametrize(("way", "old", "new"), [("raised", 52, 40), ("lowered", 40, 52)])
def test_an_estimate_that_went_the_other_way_is_a_conflict(way, old, new):
    assert kinds(OLD.format(old), NEW.format(way, new)) == ["conflict"]


QUAKE = "The quake had a {}magnitude of {} and shook the whole valley, the institute said."


@pytest.mark.parametrize(
    ("early", "late", "kind"),
    [
        (QUAKE.format("preliminary ", "6.1"), QUAKE.format("", "6.3"), "update"),
        (QUAKE.format("", "6.1"), QUAKE.format("preliminary ", "6.3"), "conflict"),
        (QUAKE.format("", "6.1"), QUAKE.format("", "6.3"), "conflict"),
    ],
)
def test_a_first_figure_is_followed_by_another(early, late, kind):
    assert kinds(("2026-03-11T08:00:00Z", early), ("2026-03-11T18:00:00Z", late)) == [kind]


def test_what_one_pair_tells_of_a_figure_holds_for_all_that_repeat_it():
    assert kinds(OLD.format(40), OLD.format(52)) == ["conflict"]
    assert kinds(OLD.format(40), OLD.format(52), NEW.format("raised", 52)) == ["update"]


def test_reports_published_the_other_way_round_are_no_update():
    early = ("2026-03-11T08:00:00Z", NEW.format("raised", 52))
    late = ("2026-03-11T18:00:00Z", OLD.format(40))
    assert "update" not in kinds(early, late)


def test_an_estimate_that_two_reports_raise_to_two_figures_is_a_conflict():
    assert kinds(NEW.format("raised", 52), NEW.format("raised", 61)) == ["conflict"]


def test_a_count_told_as_a_number_of_people_is_judged_anew():
    old = "Acme said that the breach exposed the records of 143 million customers."
    new = "Acme raised its estimate of customers whose records the breach exposed to 145.5 million."
    assert kinds(old, new) == ["update"]


def test_a_price_of_two_moments_in_order_is_an_update():
    early = "Acme shares fell 1.5 percent to $65.09 at 9:34 a.m. on Friday in New York."
    late = "Acme shares fell 4.3 percent to $63.20 by mid-afternoon on Friday in New York."
    found = kinds(early, late)
    assert found
    assert set(found) == {"update"}


def test_a_price_whose_moments_have_no_order_is_a_variant():
    told = "Acme shares fell 1.5 percent to $65.09 at 9:34 a.m. on Friday in New York."
    found = find_findings(storyline_of(told, "Acme shares fell 6.6 percent on Friday in New York."))
    assert [each.kind for each in found if {1.5, 6.6} <= {r.value for r in each.readings}] == ["variant"]


def test_a_price_of_three_reports_is_an_update_where_two_of_them_tell_the_order():
    told = "Acme shares fell 1.5 percent to $65.09 at 9:34 a.m. on Friday in New York."
    later = "Acme shares fell 4.3 percent to $63.20 by mid-afternoon on Friday in New York."
    found = find_findings(storyline_of("Acme shares fell 6.6 percent on Friday in New York.", told, later))
    assert {each.kind for each in found if {1.5, 4.3} <= {r.value for r in each.readings}} == {"update"}


def test_two_prices_at_one_close_are_a_conflict():
    assert "conflict" in kinds("Acme shares closed at $65.09 on Friday.", "Acme shares closed at $63.20 on Friday.")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "The first flight of the Lund rocket is targeted for January 2018.",
            "Moe said earlier this year he was targeting November 2017 for the flight of the Lund rocket.",
            "update",
        ),
        (
            "The bridge at Lund is due to open in May 2026.",
            "The bridge at Lund was originally scheduled to open in March 2026.",
            "update",
        ),
        # Two plans of which none is told to be the former, and an act that is no plan.
        (
            "The bridge at Lund is due to open in May 2026.",
            "The bridge at Lund is scheduled to open in March 2026.",
            "conflict",
        ),
        (
            "The bridge at Lund opened in May 2026.",
            "The bridge at Lund, originally scheduled for 2024, opened in March 2026.",
            "conflict",
        ),
    ],
)
def test_a_former_plan_was_put_off(one, other, kind):
    months = [next(word for word in text.split() if word in MONTHS) for text in (one, other)]
    assert kind_told(one, other, *months) == kind


SIXTH, EIGHTH = "Bakers were on strike for the sixth straight day.", "Bakers met on the eighth day of the strike."


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("2026-03-11", SIXTH), ("2026-03-13", EIGHTH), "update"),
        (("", SIXTH), ("", EIGHTH), "variant"),
        (("2026-03-11", SIXTH), ("2026-03-11", EIGHTH), "conflict"),
        (("2026-03-13", SIXTH), ("2026-03-11", EIGHTH), "conflict"),
    ],
)
def test_the_days_of_what_goes_on_grow_with_the_days_of_the_reports(one, other, kind):
    assert kind_told(one, other, "sixth", "eighth") == kind


DAYS, LONGER = "The boy has been trapped for 50 hours.", "The boy was found after the search had gone on for 85 hours."


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("2026-03-11", DAYS), ("2026-03-13", LONGER), "update"),
        (("2026-03-11", DAYS), ("2026-03-11", LONGER), "conflict"),
        (("2026-03-13", DAYS), ("2026-03-11", LONGER), "conflict"),
        (("2026-03-11", DAYS), ("2026-03-18", LONGER), "conflict"),
        (("2026-03-11", "The boy was trapped for 50 hours."), ("2026-03-13", LONGER), "conflict"),
    ],
)
def test_what_goes_on_lasts_longer_in_later_reports(one, other, kind):
    assert kind_told(one, other, "50 hours", "85 hours") == kind


def test_what_people_do_with_a_page_grows_by_the_minute():
    one, other = "The story has over 39,000 likes on the site.", "The tale was shared widely and liked by 77,000."
    assert kind_told(one, other, "39,000", "77,000") == "variant"
    assert kind_told("The story was read by 39,000 people.", "It was read by 77,000.", "39,000", "77,000") == "conflict"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("There were {} people on board the ferry when it sank.", "conflict"),
        ("Officials say {} people died when the ferry sank.", "update"),
    ],
)
def test_how_many_were_aboard_does_not_rise(told, kind):
    one, other = ("2026-03-11", told.format(78)), ("2026-03-14", told.format(84))
    assert kinds(one, other) == [kind]


@pytest.mark.parametrize(
    ("published", "kind"),
    [
        (("2025-03-03", "2025-03-03", "2025-03-06"), "conflict"),
        (("2025-03-03", "2025-03-04", "2025-03-06"), "update"),
    ],
)
def test_a_later_report_does_not_tell_that_a_tally_rose_within_a_day(published, kind):
    texts = (
        "The mayor said 60 excavators were sent to the quarry above Vang on Sunday to look for the two climbers.",
        "The mayor said 80 excavators were sent to the quarry above Vang on Sunday to look for the two climbers.",
        "Both climbers were found after help came from all over the land. In the end 100 excavators were sent.",
    )
    assert kinds(*zip(published, texts, strict=True)) == [kind]


@pytest.mark.parametrize(
    ("days", "counts", "kind"),
    [
        (("2025-03-03", "2025-03-03", "2025-03-10"), ("four", "three", "three"), "conflict"),
        (("2025-03-03", "2025-03-06", "2025-03-10"), ("four", "three", "four"), "conflict"),
        (("2025-03-03", "2025-03-06", "2025-03-10"), ("four", "three", "three"), "update"),
    ],
)
def test_figures_of_one_day_and_one_that_comes_back_did_not_change_since(days, counts, kind):
    told = "Henrik Aasen, the owner of the yard, was charged with {} counts of fraud in Bergen."
    assert kinds(*((day, told.format(count)) for day, count in zip(days, counts, strict=True))) == [kind]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The board accepted the plan of the owners.", "In the end the plan was rejected by the board.", "update"),
        ("The board found the plan of the owners.", "In the end the plan was raised by the board.", "variant"),
        ("The board found the plan of the owners.", "In the end the plan was never found by the board.", "update"),
    ],
)
def test_acts_of_reports_days_apart_are_an_update_where_they_exclude_each_other(one, other, kind):
    words = [next(word for word in text.split() if word.endswith("ed") or word == "found") for text in (one, other)]
    assert kind_told(("2026-03-11", one), ("2026-03-17", other), *words) == kind


@pytest.mark.parametrize(("day", "kind"), [("in October 2016", "conflict"), ("on Monday", "update")])
def test_an_offer_long_past_was_not_put_forward_between_two_reports(day, kind):
    one = ("2018-02-05", f"Acme made its $38 billion bid for the yard {day}.")
    other = ("2018-02-06", "Acme said its $47 billion bid for the yard stood.")
    assert kind_told(one, other, "$38 billion", "$47 billion") == kind


@pytest.mark.parametrize(("told", "kind"), [("had fought", "conflict"), ("are fighting", "update")])
def test_what_was_over_before_is_not_changed_by_later_days(told, kind):
    one = ("2021-08-17", "Sixty firefighters fought the flames in the tank.")
    other = ("2021-08-20", f"Eighty firefighters {told} the flames in the tank.")
    assert kind_told(one, other, "Sixty", "Eighty") == kind
