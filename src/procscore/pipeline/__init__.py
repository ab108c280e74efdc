"""The use cases: paths in, an outcome out. The one place that sees files and scoring together."""

from procscore.model.part import WHOLE, Part
from procscore.pipeline.evaluating import check, check_outputs, evaluate, export
from procscore.pipeline.linting import check_all, lint, sorted_out
from procscore.pipeline.loading import Criteria, Handed, load_bids, load_criteria
from procscore.pipeline.outcome import Outcome

__all__ = [
    "WHOLE",
    "Criteria",
    "Handed",
    "Outcome",
    "Part",
    "check",
    "check_all",
    "check_outputs",
    "evaluate",
    "export",
    "lint",
    "load_bids",
    "load_criteria",
    "sorted_out",
]
