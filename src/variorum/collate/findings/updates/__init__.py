"""What went on between reports: each room finds one kind of it in the clauses themselves, `find.py` gathers them."""

from variorum.collate.findings.updates.find import find_updates, leave_out_updated

__all__ = ["find_updates", "leave_out_updated"]
