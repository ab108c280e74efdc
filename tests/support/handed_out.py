"""The valid procurement of `support.books` on forms that procscore writes, with the same marks."""

from collections.abc import Sequence
from pathlib import Path

from procscore.model.words import EVALUATOR_SHEET_PREFIXES, spelt
from procscore.pipeline import handing_out
from procscore.pipeline.handing_out import Order, Written
from support import books, forms, values

EVALUATORS = ("委員1", "委員2")


def write(folder: Path, criteria: str = books.CRITERIA, **order: object) -> Written:
    """Write the forms of the valid procurement into `folder`, and the criteria sheet beside them."""
    path = folder / "criteria.yaml"
    path.write_text(criteria, encoding="utf-8")
    usual = {"criteria": str(path), "title": "試験用の案件", "out": folder / "bids.xlsx"}
    asked = Order(vendors="A社,B社,C社", evaluators=(",".join(EVALUATORS),), **{**usual, **order})
    outcome = handing_out.sheets(asked)
    assert outcome.result is not None, values.told(outcome.diagnostics)
    handing_out.write(outcome.result, asked, force=False)
    return outcome.result


def fill(written: Written) -> None:
    """Type the prices and the marks of the valid procurement into all forms."""
    letters = _letters(written)
    sheets = books.valid()
    headings, *rows = sheets["提案者"]
    prices = {row[0]: {"total": row[headings.index("提案価格")]} for row in rows}
    marks = {}
    for evaluator in EVALUATORS:
        headings, *rows = sheets[f"採点_{evaluator}"]
        marks[f"{spelt(EVALUATOR_SHEET_PREFIXES)}{evaluator}"] = {
            (row[0], letters.get(vendor, vendor)): mark
            for row in rows
            for vendor, mark in zip(headings[3:], row[3:], strict=True)
        }
    filled = forms.Filled(marks, prices, {"total": "提案価格"})
    for path in written.files:
        forms.fill(path, filled)


def _letters(written: Written) -> dict[str, str]:
    """Return the letters of the vendors by id, where there is a key."""
    for content in written.key.values():
        return {row[1].value: row[0].value for row in forms.opened(content).worksheets[0]}
    return {}


def paths(written: Written) -> Sequence[Path]:
    """Return all files that were written, in the order in which they are named to `evaluate`."""
    return [*written.bids, *written.key, *written.evaluators]
