"""Results as bytes: one module a format, named by the suffix of the file."""

from collections.abc import Callable

from procscore.export import csv_ranking, json_result
from procscore.model.result import Evaluation

FORMATS: dict[str, Callable[[Evaluation], bytes]] = {
    ".json": json_result.export,
    ".csv": csv_ranking.export,
}
"""What `--out FILE` can write, by the suffix of FILE."""
