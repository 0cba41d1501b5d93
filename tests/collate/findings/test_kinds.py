"""What no rule of the table explains, and which rule comes first where several do."""

from tests.collate.findings.pairing import kind_told

FLAT = "The ferry had {} passengers aboard when it sank off Lund, police said."


def test_what_no_rule_explains_is_a_conflict():
    assert kind_told(FLAT.format("124"), FLAT.format("129"), "124", "129") == "conflict"


def test_two_spans_of_time_are_a_variant_though_the_later_figure_is_higher():
    early = ("2026-03-10", "Acme hired 40 people in 2024, the firm said.")
    late = ("2026-03-20", "Acme hired 52 people in 2025, the firm said.")
    assert kind_told(early, late, "40", "52") == "variant"
