"""A small result of three evaluators, of whose totals the highest and the lowest are left out."""

from support import books, results

CRITERIA = books.CRITERIA.replace(
    "aggregate: mean, over: criteria, round: {places: 2, mode: half-up}",
    "aggregate: trimmed-mean, over: totals, trim: {highest: 1, lowest: 1}",
)

BY_CRITERION = CRITERIA.replace("over: totals", "over: criteria")
"""Trimmed criterion by criterion instead."""


def sheets(third=10):
    """Return the valid procurement with a third evaluator, who marks everything with `third`."""
    given = books.valid()
    given["審査委員"].append(["委員3", "三国 次郎", "出席", None])
    given["採点_委員3"] = [list(row) for row in given["採点_委員2"]]
    for row in given["採点_委員3"][1:]:
        row[3:] = [third, third, third]
    return given


def evaluated(folder, given=None, criteria=CRITERIA):
    """Return the evaluation of that."""
    return results.evaluated(folder, given or sheets(), criteria)
