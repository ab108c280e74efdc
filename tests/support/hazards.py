"""The hazard corpus under tests/workbooks: how a case is loaded."""

import importlib.util
from pathlib import Path

HOME = Path(__file__).parents[1] / "workbooks"


def load(path):
    """Return the module of a case."""
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}.{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def place(diagnostic, folder):
    """Return a diagnostic's place without the folder, and without the name of the one workbook."""
    return str(diagnostic.where).removeprefix(f"{folder}/").removeprefix("bids.xlsx ")
