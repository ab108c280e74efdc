"""Evaluations for tests of what is made from them."""

import procscore
from support import books, command


def example():
    """Return the evaluation of the bundled example."""
    return procscore.evaluate(command.EXAMPLE)


def evaluated(folder, sheets=None, criteria=books.CRITERIA):
    """Return the evaluation of a small workbook."""
    return procscore.evaluate(books.hand_in(folder, sheets or books.valid(), criteria))


def tied(folder):
    """Return an evaluation in which A社 and B社 are equal in everything, and no lot was drawn."""
    sheets = books.valid()
    sheets["提案者"][2][2] = sheets["提案者"][1][2] = 9_000_000
    for name in ("採点_委員1", "採点_委員2"):
        for row in sheets[name][1:]:
            row[4] = row[3]
    return evaluated(folder, sheets)
