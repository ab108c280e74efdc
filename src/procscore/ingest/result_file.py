"""An earlier result, read back from the JSON that procscore wrote (`result/1`)."""

import hashlib
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from procscore.diagnostics import Location, Problems
from procscore.ingest.recorded import NOT_READABLE, number, text
from procscore.model.earlier import Earlier, EarlierMark
from procscore.model.words import RESULT_FORMAT


def read(path: Path, shown: str, problems: Problems) -> Earlier | None:
    """Read the marks and points of an earlier result; `shown` names the file in messages.

    Raises OSError for a file that cannot be read.
    """
    where = Location(shown)
    data = path.read_bytes()
    try:
        content = json.loads(data.decode("utf-8-sig"))
        if content["procscore"] == RESULT_FORMAT:
            if content.get("anonymous"):
                problems.add("result-file-anonymous", where)
                return None
            digest = text(content["criteria"]["digest"])
            names = dict(_names(content))
            sha256 = hashlib.sha256(data).hexdigest()
            marks, points = dict(_marks(content)), dict(_points(content))
            return Earlier(where, digest, marks, points, names, sha256)
    # Whatever else stands in the file: it is not what procscore wrote.
    except NOT_READABLE:
        pass
    problems.add("result-file-unreadable", where)
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
