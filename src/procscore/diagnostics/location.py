"""Where a value stands: a whole file, a line of a YAML file, or a cell of a workbook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an input. Only the parts that apply are set.

    `row` and `column` are counted from 1; in a workbook they are the cell's, in a text file the
    line's and the character's.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None

    @property
    def name(self) -> str:
        """Return the file's name without its folders, which differ from machine to machine."""
        return self.file.replace("\\", "/").rpartition("/")[2]

    @property
    def cell(self) -> str | None:
        """Return the cell's address as Excel writes it (`C5`), or None outside a workbook."""
        if self.sheet is None or self.row is None:
            return None
        return f"{column_letters(self.column or 0)}{self.row}"

    @property
    def order(self) -> tuple[str, str, int, int]:
        """Return the key that sorts places as a reader meets them."""
        return (self.file, self.sheet or "", self.row or 0, self.column or 0)

    def __str__(self) -> str:
        if self.sheet is not None:
            return " ".join(part for part in (self.file, f"[{self.sheet}]", self.cell) if part)
        return ":".join(
            str(part) for part in (self.file, self.row, self.column) if part is not None
        )


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
