"""Two versions of one procurement, and what moved between them."""

import procscore
from procscore.comparing.results import compare
from support import books, moderated


def results(
    folder,
    cells=None,
    criteria=(books.CRITERIA, books.CRITERIA),
    before=None,
    sheets=books.valid,
):
    """Return the evaluations of a procurement before and after.

    `before` and `cells` are the cells that are other than in what `sheets` returns, as
    `books.with_cells` takes them; `criteria` are both criteria sheets.
    """
    versions = (books.with_cells(before or {}, sheets()), books.with_cells(cells or {}, sheets()))
    found = []
    for name, given, written in zip(("old", "new"), versions, criteria, strict=True):
        (folder / name).mkdir(parents=True)
        found.append(procscore.evaluate(books.hand_in(folder / name, given, written)))
    return found


def between(folder, cells=None, **more):
    """Return what moved; arguments are those of `results`."""
    return compare(*results(folder, cells, **more))


def between_agreements(folder, cells, before=None):
    """Return what moved in the small moderated procurement, where 委員1 may comment on A社."""
    marks = "採点_委員1"
    both = [
        {**given, marks: {"G1": "A社 所見", **given.get(marks, {})}}
        for given in (cells, before or {})
    ]
    criteria = (moderated.CRITERIA, moderated.CRITERIA)
    return between(folder, both[0], criteria=criteria, before=both[1], sheets=moderated.sheets)


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
