"""variorum: many reports of one running story, made into one record that can be checked."""

from variorum.errors import Fault, Refusal
from variorum.model.grouping import Grouping
from variorum.model.record import Record
from variorum.model.report import Report
from variorum.pipeline import annotate, collate, group, read

__version__ = "0.1.0"

__all__ = ["Fault", "Grouping", "Record", "Refusal", "Report", "__version__", "annotate", "collate", "group", "read"]
