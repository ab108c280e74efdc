"""The procurements of tests/cases, evaluated: what every output has to cope with."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

import procscore
from support import books, results, tree

CASES = tree.ROOT / "tests" / "cases"
NAMES = [
    "example",
    *sorted(
        path.parent.name
        for path in CASES.glob("*/expected.yaml")
        if not yaml.safe_load(path.read_text(encoding="utf-8")).get("exit")
    ),
]
"""Those of which there is a result, and the bundled example."""


@cache
def result(name):
    """Return the evaluation of a case by its name."""
    if name == "example":
        return results.example()
    sheets = yaml.safe_load((CASES / name / "bids.yaml").read_text(encoding="utf-8"))
    criteria = (CASES / name / "criteria.yaml").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        return procscore.evaluate(books.hand_in(Path(folder), sheets, criteria))
