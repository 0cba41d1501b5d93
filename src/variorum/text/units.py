"""Measures in different units made comparable: miles and kilometres, barrels and litres, Fahrenheit and Celsius."""

from __future__ import annotations

from functools import cache

import msgspec

from variorum.lang.tables import load_table

_FREEZING_F, _DEGREES_F = 32.0, 1.8


class BaseMeasure(msgspec.Struct, frozen=True):
    """A measure in the base unit of its kind (metres, kilograms, square metres, celsius)."""

    value: float
    unit: str


def to_base_unit(value: float, unit: str) -> BaseMeasure | None:
    """Return `value` of a unit as `Quantity.unit` names it in its base unit; None for a unit that converts to none.

    Worths are those of NIST SP 811 (`lang/en/units.toml`). Money does not convert: rates change by the day.
    """
    if unit == "fahrenheit":
        return BaseMeasure((value - _FREEZING_F) / _DEGREES_F, "celsius")
    if unit == "celsius":
        return BaseMeasure(value, "celsius")
    worth = _worths().get(unit)
    return BaseMeasure(value * worth.value, worth.unit) if worth else None


@cache
def _worths() -> dict[str, BaseMeasure]:
    return {
        unit["name"]: BaseMeasure(float(unit["worth"]), kind["base"])
        for kind in load_table("en", "units").values()
        if "base" in kind
        for unit in kind["units"]
    }
