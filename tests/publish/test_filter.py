import pytest

from variorum.errors import WrongUse
from variorum.model.laws import broken_record_laws
from variorum.publish.filter import Filter, check_filter, filter_record, filter_records


def ids(record):
    return " ".join(finding.id for finding in record.findings)


@pytest.mark.parametrize(
    ("wanted", "findings"),
    [
        ({}, "f1 f2 f3 f4 f5 f6 f7 f8"),
        ({"kinds": frozenset({"conflict"})}, "f1 f2 f3"),
        ({"kinds": frozenset({"update", "single"})}, "f4 f8"),
        ({"outlets": ("national herald",)}, "f2 f3 f4 f6"),
        ({"outlets": ("HERALD", "islander")}, "f1 f2 f3 f4 f6"),
        ({"outlets": ("nobody",)}, ""),
        ({"min_independent": 3}, "f3 f4 f6"),
        ({"since": "2026-03-12"}, "f3 f5 f7"),
        ({"until": "2026-03-03"}, "f1 f2 f3 f4 f5 f6 f7 f8"),
        ({"since": "2026-03-04", "until": "2026-03-04"}, "f1 f2 f3 f4 f6 f7"),
        ({"until": "2026-02"}, ""),
        ({"entities": ("falk",)}, "f8"),
        ({"entities": ("Ines FALK",)}, "f8"),
        ({"entities": ("Northline",)}, "f3 f5"),
        ({"entities": ("Northline",), "kinds": frozenset({"variant"})}, "f5"),
        ({"entities": ("nobody at all",)}, ""),
    ],
)
def test_findings_that_fit(record, wanted, findings):
    assert ids(filter_record(record, Filter(**wanted))) == findings


def test_every_statement_is_sifted(record):
    kept = filter_record(record, Filter(outlets=("Skarn Courier",), since="2026-03-12"))
    assert [event.id for event in kept.events] == ["e4", "e5"]
    assert [(voice.speaker, len(voice.quotes)) for voice in kept.voices] == [("falk", 1)]
    assert [each.id for each in kept.ledger] == ["c1"]
    assert kept.brief == ()
    assert len(kept.ledger[0].readings) == 4, "a statement stays whole"


def test_who_asks_for_kinds_gets_findings(record):
    kept = filter_record(record, Filter(kinds=frozenset({"conflict"})))
    assert (kept.events, kept.voices, kept.ledger, kept.brief) == ((), (), (), ())


@pytest.mark.parametrize(
    "wanted", [{"outlets": ("courier",)}, {"entities": ("aurora",)}, {"min_independent": 2}, {"until": "2026-03-04"}]
)
def test_the_laws_still_hold(record, wanted):
    assert broken_record_laws(filter_record(record, Filter(**wanted))) == []


def test_a_filter_that_asks_for_nothing_changes_nothing(record):
    assert filter_record(record, Filter()) is record


def test_a_record_of_which_nothing_is_left_goes(record):
    assert filter_records([record], Filter(outlets=("nobody",))) == []
    assert len(filter_records([record], Filter())) == 1


@pytest.mark.parametrize("wanted", [{"since": "yesterday"}, {"until": "2026-13"}, {"since": "2026", "until": "2025"}])
def test_dates_that_are_none(wanted):
    with pytest.raises(WrongUse):
        check_filter(Filter(**wanted))
