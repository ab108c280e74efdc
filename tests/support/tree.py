"""The repository as the house tests see it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "procscore"
UNIT = ROOT / "tests" / "unit"


def modules():
    """Return every module under src, but not the packages' `__init__` files."""
    return sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py")


def parsed(path):
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))
