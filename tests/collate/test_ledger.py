import pytest
from tests.collate.build import storyline_of

from variorum.collate.ledger.ledger import keep_ledger
from variorum.collate.ledger.standing import find_status_updates


def entries(*texts):
    line = storyline_of(*texts)
    return [
        (
            each.party,
            each.amount.value if each.amount else None,
            each.status,
            [reading.status for reading in each.readings],
        )
        for each in keep_ledger(line)
    ]


@pytest.mark.parametrize(
    ("text", "party", "amount", "status"),
    [
        ("Norway pledged to pay 300 million dollars to Kenya.", "norway", 3e8, "pledged"),
        ("Kenya agreed to the loan and promised to build 40 schools.", "kenya", 40, "promised"),
        ("The deal, under which Norway would invest $2 billion, was unveiled in May.", "norway", 2e9, "announced"),
        ("Kenya demanded that Norway pay $5 million.", "norway", 5e6, "sought"),
        ("Norway's promise to deliver $90 million surprised Kenya.", "norway", 9e7, "promised"),
        ("Norway has not agreed to pay 20 million dollars.", "norway", 2e7, "not agreed"),
        ("Brevik Energy will invest £60 million in a new turbine, the company said.", "brevik-energy", 6e7, "planned"),
    ],
)
def test_an_undertaking_is_read_with_party_amount_and_status(text, party, amount, status):
    assert [(entry[0], entry[1], entry[2]) for entry in entries(text)[:1]] == [(party, amount, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway agreed to meet Kenya on Friday.",
        "Norway paid 300 million dollars last year.",
        "It will rain in Norway tomorrow.",
        "The ministers said that nobody had promised anything.",
    ],
)
def test_what_binds_nobody_to_a_thing_is_no_commitment(text):
    assert entries(text) == []


def test_a_commitment_is_followed_across_reports():
    (first, *_) = entries(
        ("2026-03-01", "Norway pledged to invest $2 billion in a port in Kenya."),
        ("2026-03-08", "Norway signed the agreement to invest $2 billion in the port in Kenya."),
        ("2026-04-02", "Norway had promised Kenya $2 billion. The deal for the port in Kenya has stalled."),
    )
    assert first[0] == "norway"
    assert first[1] == 2e9
    assert first[2] == "stalled"


def test_a_status_that_changed_between_two_days_is_an_update():
    line = storyline_of(
        ("2026-03-01", "Norway pledged to invest $2 billion in a port in Kenya."),
        ("2026-04-02", "Norway had promised Kenya $2 billion. The deal for the port in Kenya has stalled."),
    )
    (update,) = find_status_updates(line, keep_ledger(line))
    assert [reading.value for reading in update.readings] == ["pledged", "stalled"]
    assert update.independent == 2


def test_one_report_alone_tells_of_no_update():
    line = storyline_of("Norway pledged to invest $2 billion in Kenya. The deal has stalled.")
    assert find_status_updates(line, keep_ledger(line)) == []


def test_two_sums_of_one_party_are_two_commitments():
    found = entries("Norway pledged to buy gas for $4 billion. Norway promised to invest $9 billion in Kenya.")
    assert sorted(amount for _, amount, _, _ in found) == [4e9, 9e9]


def test_what_may_happen_is_no_fate():
    found = entries("Norway pledged to invest $2 billion in Kenya. The deal could be signed in June.")
    assert found[0][3] == ["pledged"]


def test_every_reading_lies_in_its_report():
    line = storyline_of("Norway pledged to invest $2 billion in Kenya. No agreement has been signed.")
    for commitment in keep_ledger(line):
        assert all(0 <= r.start < r.end <= len(line.by_id[r.report].text) for r in commitment.readings)


def ledger(*texts):
    line = storyline_of(*texts)
    return line, keep_ledger(line)


def test_who_asks_is_the_counterparty_of_who_is_asked():
    _, (first, *_) = ledger("Kenya pressed Norway to reopen the port of Brevik.")
    assert (first.party, first.counterparty, first.status) == ("norway", "kenya", "sought")


def test_of_a_change_the_amount_is_what_it_leads_to():
    _, (first, *_) = ledger("Norway agreed to cut its tariff on Kenyan coffee from 25% to 15%.")
    assert first.amount is not None
    assert first.amount.value == 15
    assert first.action.endswith("from 25% to 15%")


def test_an_act_with_a_doer_of_its_own_keeps_it():
    _, (first, *_) = ledger("Lena Berg promised that every bridge in the valley would be examined before midsummer.")
    assert first.action == "every bridge in the valley would be examined before midsummer"


def test_a_promise_is_dated_by_its_own_date_where_it_has_one():
    _, (first, *_) = ledger(("2026-03-11", "Norway pledged on Monday to invest $2 billion in Kenya."))
    assert [reading.date for reading in first.readings] == ["2026-03-09"]


def test_a_thing_already_known_is_no_second_commitment():
    _, found = ledger(
        ("2026-03-01", "Norway pledged to invest $2 billion in a port in Kenya."),
        ("2026-03-08", "Kenya lowered its duties after Norway agreed to the investment package."),
    )
    assert [(each.party, len(each.readings)) for each in found] == [("norway", 2)]


def test_what_became_of_a_sum_is_told_of_the_commitment_for_that_sum():
    _, (first, *_) = ledger(
        ("2026-03-01", "Lena Berg promised that the town would spend £350,000 on a new bridge."),
        ("2026-03-08", "The £350,000 that Lena Berg promised has not been paid."),
    )
    assert first.status == "not paid"


def test_the_company_is_the_one_company_spoken_of():
    _, (first, *_) = ledger(
        "Brevik Energy met its workers. The company has offered 45,000 crowns to each of the families."
    )
    assert (first.party, first.action) == ("brevik-energy", "45,000 crowns to each of the families")


def test_conditions_are_kept_with_their_places():
    line, (first, *_) = ledger("Norway promised to invest $2 billion in Kenya if the port of Mombasa is enlarged.")
    (place,) = first.conditions
    assert line.by_id[place.report].text[place.start : place.end].startswith("if the port")


@pytest.mark.parametrize(
    "text",
    [
        "Goldman Energy plans to use the credits in the future.",
        "The U.S. tax reform will cut profits this year by about $5 billion.",
        "Brevik Energy will take a $3 billion charge.",
        "Otto Lind had asked Lena Berg to shred one of them.",
    ],
)
def test_a_plan_without_a_price_and_a_forecast_bind_nobody(text):
    assert entries(text) == []


def test_an_offer_keeps_how_long_it_runs_and_not_when_it_was_made():
    _, (first, *_) = ledger("Brevik Energy has offered 4.5 percent over two years on Monday.")
    assert first.action == "4.5 percent over two years"


@pytest.mark.parametrize(
    "text",
    [
        "Norway is against Kenya's committee's proposal to build a bridge across the fjord.",
        "Norway criticised the proposal to build a bridge across the fjord.",
        "Brevik Energy could make an offer to buy Marlowe Steel Works.",
        "Otto Lind committed a series of burglaries in Kenya.",
        "Otto Lind offered a witty remark on the affair.",
        "Lena Berg was asked what Otto Lind means to his club.",
        "There are rumours that Brevik Energy plans to close the plant in May 2026.",
        "Brevik Energy said it will not close the plant in May 2026.",
    ],
)
def test_who_opposes_asks_or_might_is_bound_to_nothing(text):
    assert entries(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Brevik Energy plans to close the plant in May 2026.", "close the plant in May 2026"),
        ("Brevik Energy announced that it will close the plant in May 2026.", "close the plant in May 2026"),
        ("Brevik Energy has plans to close the plant in May 2026.", "close the plant in May 2026"),
        ("Norway has agreed to start negotiations with Kenya next week.", "start negotiations with Kenya next week"),
    ],
)
def test_a_bodys_own_plan_with_a_day_can_be_followed(text, action):
    _, (first, *_) = ledger(text)
    assert first.action == action


def test_the_owner_of_a_proposal_proposes():
    _, (first,) = ledger("Norway is against Kenya's proposal to build a bridge across the fjord.")
    assert (first.party, first.status) == ("kenya", "proposed")
