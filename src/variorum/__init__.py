"""variorum: many reports of one running story, made into one record that can be checked."""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

from variorum.errors import Fault, Refusal
from variorum.model.grouping import Grouping
from variorum.model.record import Record
from variorum.model.report import Report

if TYPE_CHECKING:
    from variorum.pipeline import annotate, collate, group, read

__version__ = "0.1.0"

__all__ = ["Fault", "Grouping", "Record", "Refusal", "Report", "__version__", "annotate", "collate", "group", "read"]


class _Package(ModuleType):
    """The package, whose four verbs are the functions of `pipeline`, loaded when first asked for.

    Rooms have the names of the verbs, and Python binds a room to its name whenever one of its modules is imported: as
    properties the verbs keep their names whatever is imported first, and `variorum --help` loads no parser.
    """


def _verb(name: str) -> property:
    return property(
        lambda _: getattr(importlib.import_module("variorum.pipeline"), name),
        lambda _, room: None,  # the room stays reachable by its own imports
    )


for _name in ("read", "annotate", "group", "collate"):
    setattr(_Package, _name, _verb(_name))
sys.modules[__name__].__class__ = _Package
