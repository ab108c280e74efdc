"""The hazard corpus under tests/workbooks: how a case is loaded."""

import importlib.util
import shlex
from dataclasses import replace
from pathlib import Path

from procscore import pipeline

HOME = Path(__file__).parents[1] / "workbooks"


def load(path):
    """Return the module of a case."""
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}.{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def evaluate(case, folder):
    """Build a case in `folder` and evaluate what its PART says, the whole where it has none.

    A case that has a `run` gives the outcome itself: of another command than `evaluate`.
    """
    if hasattr(case, "run"):
        return case.run(folder)
    part = part_of(case)
    if part.technical is not None:
        part = replace(part, technical=folder / part.technical)
    return pipeline.evaluate(case.build(folder), part=part)


def part_of(case):
    """Return what a case evaluates. A file that it names stands in the case's folder."""
    return getattr(case, "PART", pipeline.WHOLE)


def options(case):
    """Return the options of a case as they are typed after the names of its workbooks."""
    part = part_of(case)
    typed = ["--technical-only"] if part.technical_only else []
    typed += ["--stage", part.stage] if part.stage is not None else []
    typed += ["--technical", str(part.technical)] if part.technical is not None else []
    typed += [word for vendor in part.withdrawn for word in ("--withdraw", vendor)]
    return " ".join(each if each.isalnum() else shlex.quote(each) for each in typed)


def place(diagnostic, folder):
    """Return a diagnostic's place without the folder, and without the name of the one workbook."""
    return str(diagnostic.where).removeprefix(f"{folder}/").removeprefix("bids.xlsx ")
