import pytest

from variorum.text.units import to_base_unit


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1.0, "mile", (1609.344, "m")),
        (2.0, "km", (2000.0, "m")),
        (1.0, "acre", (4046.856, "m2")),
        (212.0, "fahrenheit", (100.0, "celsius")),
        (5.0, "celsius", (5.0, "celsius")),
        (1.0, "barrel", (158.987, "L")),
    ],
)
def test_measures_in_their_base_unit(value, unit, expected):
    base = to_base_unit(value, unit)
    assert base is not None
    assert (pytest.approx(base.value, rel=1e-5), base.unit) == expected


@pytest.mark.parametrize("unit", ["USD", "percent", "magnitude", "year", "volt", "parsec"])
def test_other_units_convert_to_none(unit):
    assert to_base_unit(1.0, unit) is None
