"""An earlier result, read back from the JSON that procscore wrote (`result/1`)."""

import hashlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from procscore.diagnostics import Problems
from procscore.ingest import recorded
from procscore.ingest.recorded import NOT_READABLE, number, text
from procscore.model.earlier import Earlier, EarlierMark


def read(path: Path, shown: str, problems: Problems) -> Earlier | None:
    """Read the marks and points of an earlier result; `shown` names the file in messages.

    Raises OSError for a file that cannot be read.
    """
    data = path.read_bytes()
    found = recorded.read(data, shown, problems)
    if found is None:
        return None
    if found.anonymous:
        problems.add("result-file-anonymous", found.where)
        return None
    try:
        return Earlier(
            where=found.where,
            digest=found.digest,
            marks=dict(_marks(found.content)),
            points=dict(_points(found.content)),
            names=dict(_names(found.content)),
            sha256=hashlib.sha256(data).hexdigest(),
        )
    except NOT_READABLE:
        problems.add("result-file-unreadable", found.where)
        return None


def _marks(content: Any) -> Iterator[tuple[tuple[str, str, str], EarlierMark]]:
    for vendor in content["vendors"]:
        for criterion, marks in vendor["marks"].items():
            for mark in marks:
                place = (text(vendor["id"]), criterion, text(mark["evaluator"]))
                # A mark that a rule made count as another is held against what was given.
                value = _number(mark.get("given", mark["value"]))
                yield place, EarlierMark(value, text(mark["mark"]))


def _points(content: Any) -> Iterator[tuple[tuple[str, str], Fraction | None]]:
    for vendor in content["vendors"]:
        for criterion, points in vendor["scores"].items():
            yield (text(vendor["id"]), criterion), _number(points)


def _names(content: Any) -> Iterator[tuple[str, str]]:
    for vendor in content["vendors"]:
        yield text(vendor["id"]), text(vendor["name"])


def _number(value: Any) -> Fraction | None:
    if value is None:
        return None
    return number(value)
