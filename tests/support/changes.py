"""Two versions of one procurement, and what moved between them."""

import procscore
from procscore.comparing.results import compare
from support import books


def results(folder, cells=None, criteria=(books.CRITERIA, books.CRITERIA), before=None):
    """Return the evaluations of the valid procurement before and after.

    `before` and `cells` are the cells that are other than in the valid procurement, as
    `books.with_cells` takes them; `criteria` are both criteria sheets.
    """
    versions = (books.with_cells(before or {}), books.with_cells(cells or {}))
    found = []
    for name, sheets, written in zip(("old", "new"), versions, criteria, strict=True):
        (folder / name).mkdir(parents=True)
        found.append(procscore.evaluate(books.hand_in(folder / name, sheets, written)))
    return found


def between(folder, cells=None, **more):
    """Return what moved; arguments are those of `results`."""
    return compare(*results(folder, cells, **more))


def told(changes):
    """Return every change as a row: kind, vendor, what, whose, before, after."""
    return [
        (
            each.kind,
            each.vendor,
            str(each.what),
            each.evaluator,
            *(None if side is None else str(side.text) for side in (each.old, each.new)),
        )
        for each in changes.changes
    ]


def changed(text, *replacements):
    """Return a criteria sheet with each (old, new) replaced once."""
    for old, new in replacements:
        text = books.criteria_with(old, new, text)
    return text
