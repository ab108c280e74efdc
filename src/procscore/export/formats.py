"""The formats of `--out`, by the suffix of the file: one module a format, in a dict one can read."""

from collections.abc import Callable

from procscore.export import csv_ranking, json_result
from procscore.model.result import Evaluation

FORMATS: dict[str, Callable[[Evaluation], bytes]] = {
    ".json": json_result.export,
    ".csv": csv_ranking.export,
}
"""What each suffix writes."""
