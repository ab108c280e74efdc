"""The corpus under tests/lint: the sheets of each rule of the linter."""

from pathlib import Path

from procscore import pipeline

HOME = Path(__file__).parents[1] / "lint"


def codes():
    """Return the codes that have a folder."""
    return sorted(each.parent.name for each in HOME.glob("*/has.yaml"))


def findings(path):
    """Return all that is found in a sheet."""
    (linted,) = pipeline.lint([str(path)])
    return linted.diagnostics
