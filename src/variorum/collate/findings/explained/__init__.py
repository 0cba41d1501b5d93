"""What explains a difference so that it is no conflict: rules by what they look at, asked in order by `explainer.py`."""

from variorum.collate.findings.explained.explainer import Explainer

__all__ = ["Explainer"]
