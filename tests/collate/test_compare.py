import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.figures import compare_figures
from variorum.collate.compare.names import compare_names
from variorum.collate.compare.readings import readings_of
from variorum.collate.compare.words import compare_words, says_the_same
from variorum.model.annotations import Quantity


def figure(value=None, low=None, high=None, unit=None, kind="count", *, approximate=False):
    return Quantity(start=0, end=1, kind=kind, value=value, low=low, high=high, unit=unit, approximate=approximate)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (figure(12), figure(12), "same"),
        (figure(12), figure(14), "differs"),
        (figure(130, approximate=True), figure(128), "fits"),
        (figure(50, low=50), figure(51), "fits"),
        (figure(50, low=50), figure(90), "differs"),
        (figure(2, low=2), figure(6, low=6), "differs"),
        (figure(2.5e6), figure(2.48e6), "fits"),
        (figure(60), figure(58), "fits"),
        (figure(60), figure(53), "differs"),
        (figure(low=10, high=12), figure(11), "same"),
        (figure(low=10, high=12), figure(15), "differs"),
        (figure(low=2), figure(7), "unlike"),
        (figure(12, unit="foot", kind="measure"), figure(3.7, unit="m", kind="measure"), "fits"),
        (figure(12, unit="foot", kind="measure"), figure(6, unit="m", kind="measure"), "differs"),
        (figure(low=20, high=30, unit="foot", kind="measure"), figure(9.3, unit="m", kind="measure"), "fits"),
        (figure(low=20, high=30, unit="foot", kind="measure"), figure(12, unit="m", kind="measure"), "differs"),
        (figure(4, unit="mile2", kind="measure"), figure(10, unit="km2", kind="measure"), "fits"),
        (figure(4, unit="mile2", kind="measure"), figure(4, unit="km2", kind="measure"), "differs"),
        (figure(86, unit="fahrenheit", kind="measure"), figure(30, unit="celsius", kind="measure"), "fits"),
        (figure(86, unit="fahrenheit", kind="measure"), figure(20, unit="celsius", kind="measure"), "differs"),
        (figure(5000, unit="ton", kind="measure"), figure(5000, unit="tonne", kind="measure"), "fits"),
        (figure(5000, unit="ton", kind="measure"), figure(4, unit="m", kind="measure"), "unlike"),
        (figure(5, unit="USD", kind="money"), figure(5, unit="EUR", kind="money"), "unlike"),
        (figure(5, unit="USD", kind="money"), figure(5), "unlike"),
    ],
)
def test_figures(one, other, outcome):
    assert compare_figures(one, other).outcome == outcome
    assert compare_figures(other, one).outcome == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("2025-03-04", "2025-03-04", "same"),
        ("2025-03-04", "2025-03", "fits"),
        ("2025-03-04", "2025", "fits"),
        ("2025-W10", "2025-03-04", "fits"),
        ("2025-W10", "2025-W11", "differs"),
        # Many count a week from the Sunday before its Monday.
        ("2025-W10", "2025-03-02", "fits"),
        ("2025-W10", "2025-03-01", "differs"),
        ("2025-W10", "2025-03-10", "differs"),
        ("XXXX-XX-XXTNI", "XXXX-WXX-2TMO~START", "fits"),
        ("XXXX-XX-XXTNI", "2025-03-04~START", "fits"),
        ("XXXX-XX-XXTNI", "2025-03-04TMO", "differs"),
        ("XXXX-XX-XXTNI", "2025-03-04TAF", "differs"),
        ("2025-03-03T23:30[et]", "2025-03-04TMO", "fits"),
        ("2025-03-03T23:30", "2025-03-04TMO", "differs"),
        ("2025-03-04", "2025-03-05", "differs"),
        ("2025-Q1", "2025-02", "fits"),
        # Spring is in March in the north, in September in the south.
        ("XXXX-FA", "XXXX-08", "differs"),
        ("2025-SP", "2025-07-04", "differs"),
        ("2025-SU", "2025-FA", "differs"),
        ("2025-SP", "2025-10", "unlike"),
        ("2025-FA", "2024-08", "unlike"),
        ("2025-SU", "2025-WI", "unlike"),
        ("198", "1985-03", "fits"),
        ("198", "199", "differs"),
        ("198", "1991", "differs"),
        ("XXXX-12", "2025-01", "differs"),
        ("2025-03-04T06:10", "2025-03-04T06:40", "differs"),
        ("2025-03-04T06:10", "2025-03-04T06:00", "fits"),
        ("PRESENT_REF", "2025-03-04", "unlike"),
        ("P2D", "P3D", "differs"),
        # A few larger units are said of what rounds to them.
        ("P8D", "P1W", "fits"),
        ("P11M", "P1Y", "fits"),
        ("PT110M", "PT2H", "fits"),
        ("PT1H50M", "PT2H", "fits"),
        ("P10D", "P1W", "differs"),
        ("P9M", "P1Y", "differs"),
        ("PT90M", "PT2H", "differs"),
        ("PT9M", "PT10M", "differs"),
        ("P100D", "P15W", "differs"),
        ("PT48H", "P2D", "same"),
        ("PXD", "P3D", "unlike"),
        ("2025-99-99", "2025-03-04", "unlike"),
    ],
)
def test_dates(one, other, outcome):
    assert compare_dates(one, other).outcome == outcome
    assert compare_dates(other, one).outcome == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("XXXX-XX-XXT20:00", "XXXX-XX-XXT20:15", "fits"),
        ("XXXX-XX-XXT20:42", "XXXX-XX-XXT20:30", "fits"),
        ("XXXX-XX-XXT20:40", "XXXX-XX-XXT20:44", "fits"),
        ("XXXX-XX-XXT20:40", "XXXX-XX-XXT20:49", "differs"),
        ("XXXX-XX-XXT20:41", "XXXX-XX-XXT20:46", "differs"),
    ],
)
def test_a_clock_that_is_about_right_is_off_by_less_the_finer_it_is_told(one, other, outcome):
    assert compare_dates(one, other, hedged=True).outcome == outcome
    assert compare_dates(other, one, hedged=True).outcome == outcome


@pytest.mark.parametrize(
    ("value", "words", "before", "meant"),
    [
        ("2025-03-05", "last Wednesday", "", ("2025-03-05", "2025-02-26", "2025-03-12")),
        (
            "2025-03-05T10:30",
            "last Wednesday at 10:30",
            "",
            ("2025-03-05T10:30", "2025-02-26T10:30", "2025-03-12T10:30"),
        ),
        ("2025-03-05", "Wednesday", "", ("2025-03-05",)),
        ("1984", "41 years ago", "", ("1984", "1983", "1985")),
        ("1984", "1984", "", ("1984",)),
        ("0001", "2,024 years ago", "", ("0001", "0000", "0002")),
        ("9999-12-31", "last Friday", "", ("9999-12-31",)),
        ("2026-W08", "the past week", "", ("2026-W08", "2026-W09")),
        ("2026-W08", "the past week", "after", ("2026-W08~AFTER", "2026-W09~AFTER")),
        ("2026-12", "the last month", "", ("2026-12", "2027-01")),
        ("2026-W08", "last week", "", ("2026-W08",)),
        ("PTXM", "ten to fifteen minutes", "", ("PT10M/PT15M",)),
        ("PT20M", "20 minutes", "between 15 and", ("PT15M/PT20M",)),
        ("PT20M", "20 minutes", "for", ("PT20M",)),
    ],
)
def test_what_a_dating_can_mean(value, words, before, meant):
    assert readings_of(value, words, before) == meant


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("PT8S/PT10S", "PT45S/PT60S", "differs"),
        ("PT8S/PT10S", "PT9S", "fits"),
        ("PT10M/PT15M", "PT15M/PT20M", "fits"),
        ("PT10M/PT15M", "PXD", "unlike"),
    ],
)
def test_lengths_from_least_to_most(one, other, outcome):
    assert compare_dates(one, other).outcome == outcome
    assert compare_dates(other, one).outcome == outcome


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_may_stand_for_a_date_or_a_name(one, other):
    assert compare_dates(one, other).outcome == compare_dates(other, one).outcome
    assert compare_names(one, other).outcome == compare_names(other, one).outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("Ingrid Solheim", "Ingrid Solheim", "same"),
        ("Ms. Solheim", "Ingrid Solheim", "fits"),
        ("Ingrid Solheim", "Ingrid Sollheim", "fits"),
        ("Ingrid Solheim", "Ingrid Tveit", "differs"),
        ("World Health Organization", "WHO", "fits"),
        ("I. Solheim", "Ingrid Solheim", "fits"),
        ("Route 12", "Route 17", "differs"),
        ("HeraldOla Brekke", "Ola Brekke", "fits"),
        ("Ola McBrekke", "Ola Brekke", "differs"),
        ("Dairy Assn. of Norland", "Dairy Association of the State of Norland", "fits"),
        ("14th Ave.", "14th Avenue", "fits"),
        ("14th Ave.", "15th Avenue", "differs"),
        ("Kvam Univ.", "University of Kvam", "fits"),
        ("Fishery Inst.", "Fishery Academy", "differs"),
        ("World Seabird Fund", "World Seabird Federation", "fits"),
        ("World Seabird Fund", "World Seabird Council", "differs"),
        ("Norland Fishery Office", "Norland Forestry Office", "differs"),
        ("NFO Council", "Norland Fishery Office Council", "fits"),
        ("NFO Council", "Norland Dairy Office Council", "differs"),
        ("Czarist Army", "Tsarist Army", "fits"),
        ("Qasem Dahl", "Kasem Dahl", "fits"),
        ("Berlin", "Merlin", "differs"),
        ("Ada LaBrecque", "Ada Brecque", "fits"),
        ("Ada D'Amore", "Ada Amore", "fits"),
        ("South Philly", "South Philadelphia", "fits"),
        ("South Philly", "North Philadelphia", "differs"),
        ("L.A. Harbour Watch", "Los Angeles Harbor Watch", "fits"),
        ("Chris", "Christine", "fits"),
        ("Chris", "Caroline", "differs"),
        ("Angie Dahl", "Angela Dahl", "fits"),
        ("Gus Dahl", "Gordon Dahl", "differs"),
        ("Bob Tveit", "Robert Tveit", "fits"),
        ("Bob Tveit", "Richard Tveit", "differs"),
        ("Iran", "Iraq", "differs"),
        ("Mr.", "Dr.", "unlike"),
        ("Mr. Tveit", "Mr. Solheim", "differs"),
    ],
)
def test_names(one, other, outcome):
    assert compare_names(one, other).outcome == outcome
    assert compare_names(other, one).outcome == outcome


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (["confirm"], ["deny"], "opposed"),
        (["safe"], ["unsafe"], "opposed"),
        (["car"], ["truck"], "sibling"),
        (["sea"], ["ocean"], "same"),
        (["spokesman"], ["spokesperson"], "same"),
        (["man"], ["woman"], "opposed"),
        (["clergyman"], ["minister"], "wider"),
    ],
)
def test_words(one, other, relation):
    assert getattr(compare_words(one, other, denied=False), relation) == 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("twelve-year-old", "12-year-old", True),
        ("two-storey", "three-storey", False),
        ("soft-spoken", "low-spoken", True),
        ("surface-to-air", "sea-to-surface", False),
        ("open-air", "closed-air", False),
    ],
)
def test_compounds(one, other, same):
    assert says_the_same(one, other) == same
