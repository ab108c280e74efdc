"""How texts, numbers, cells and sheets stand in a formula."""

from fractions import Fraction

from procscore.diagnostics.location import column_letters
from procscore.exact import decimal_text, terminates


def quoted(text: str) -> str:
    """Return a text as it stands in a formula."""
    return '"' + text.replace('"', '""') + '"'


def quoted_sheet(name: str) -> str:
    """Return a sheet's name as it stands before the `!` of a reference: always in apostrophes."""
    return "'" + name.replace("'", "''") + "'"


def number(value: Fraction) -> str:
    """Return an exact number as it stands in a formula: `0.5`, or `20/3` where it does not end."""
    return decimal_text(value) if terminates(value) else f"{value.numerator}/{value.denominator}"


def address(row: int, column: int, *, fixed_row: bool = False, fixed_column: bool = False) -> str:
    """Return a cell's address; rows and columns are counted from 1."""
    return f"{'$' * fixed_column}{column_letters(column)}{'$' * fixed_row}{row}"
