"""Small results in which a panel agreed on marks beside its evaluators' own."""

from support import results
from support.books import criteria_with, valid

CRITERIA = criteria_with("aggregate: mean,", "aggregate: mean, consensus: overrides,")
REASON = "工程表を見落としていたため"


def sheets():
    """Return the valid procurement with two agreed marks for A社; only the first has a reason.

    By its own marks A社 has (36 + 34) / 2 = 35 and (18 + 17.5) / 2 = 17.75, with 32 for its price
    84.75, less than the 85 of B社. Agreed are 38 and 17: 87.
    """
    given = valid()
    given["合議"] = [
        ["ID", "審査項目", "配点", "A社", "A社 所見"],
        ["plan", "実施計画", 40, 38, REASON],
        ["staff", "実施体制", 20, 17, None],
    ]
    return given


def evaluated(folder):
    """Return the evaluation of that."""
    return results.evaluated(folder, sheets(), CRITERIA)
