"""The layout of a foreign score sheet (採点表): where in it the marks, and whom they are of, stand."""

from collections.abc import Callable, Mapping
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError

from procscore.model import address
from procscore.model.address import Block, NotAnAddressError, Position
from procscore.model.fields import Count, Frozen, Id, Text
from procscore.model.pattern import DIMENSIONS, Dimension, NotAPatternError, Pattern, pattern

LAYOUT_VERSION = 1
LAYOUT_KEY = "procscore-layout"
T = TypeVar("T")


def _address(read: Callable[[str], T], example: str) -> Callable[[object], T]:
    """Return the validator of an address that `read` reads."""

    def validate(value: object) -> T:
        text = value if isinstance(value, str) else ""
        try:
            return read(text)
        except NotAnAddressError:
            raise PydanticCustomError(
                "layout-bad-address", "address", {"text": text, "example": example}
            ) from None

    return validate


def _pattern(value: object) -> Pattern:
    if not isinstance(value, str) or not value.strip():
        raise PydanticCustomError("criteria-wrong-shape", "text", {"expected": "text"})
    try:
        return pattern(value)
    except NotAPatternError:
        raise PydanticCustomError("layout-bad-pattern", "pattern", {"text": value}) from None


def _listed(value: object) -> object:
    """Return one entry as a list of one."""
    return (value,) if isinstance(value, str) else value


def _line(text: str) -> tuple[str, int]:
    """Return a column (D) or a row (4). Raises NotAnAddressError."""
    try:
        return "column", address.column(text)
    except NotAnAddressError:
        return "row", address.row(text)


Cell = Annotated[Position, PlainValidator(_address(address.cell, "B3"))]
Row = Annotated[int, PlainValidator(_address(address.row, "5"))]
Column = Annotated[int, PlainValidator(_address(address.column, "B"))]
Range = Annotated[Block, PlainValidator(_address(address.block, "D6:H25"))]
Line = Annotated[tuple[str, int], PlainValidator(_address(_line, "C"))]
NamePattern = Annotated[Pattern, PlainValidator(_pattern)]
Words = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class Place(Frozen):
    """Where evaluators, vendors or criteria stand: in one cell, in rows, in columns; or a name."""

    cell: Cell | None = None
    row: Annotated[tuple[Row, ...], BeforeValidator(_listed)] = ()
    """The row whose cells head the columns; several are one heading together."""
    column: Annotated[tuple[Column, ...], BeforeValidator(_listed)] = ()
    """The column whose cells head the rows; several are one heading together."""
    name: Text | None = None
    like: NamePattern | None = None
    """What is written there, with a gap where the name itself stands."""

    @property
    def ways(self) -> tuple[str, ...]:
        """Return the keys by which it says where."""
        given = {"cell": self.cell, "row": self.row, "column": self.column, "name": self.name}
        return tuple(key for key, value in given.items() if value)


class Layout(Frozen):
    """A layout, format version 1."""

    version: Annotated[Count, Field(alias=LAYOUT_KEY)]
    files: NamePattern | None = None
    """Which workbooks of the folder; by default all."""
    sheets: NamePattern | None = None
    """Which of their sheets; by default all of a workbook that has none of procscore's own."""
    marks: Annotated[tuple[Range, ...], BeforeValidator(_listed), Field(min_length=1)]
    evaluator: Place | None = None
    vendor: Place | None = None
    criterion: Place | None = None
    points: Line | None = None
    """The column, or row, in which the points of the criteria stand (配点), to be compared."""
    items: dict[Text, Id] = Field(default_factory=dict)
    """The id of the criterion by what stands in the sheet."""
    under: Id | None = None
    """The group from whose parts the items are numbered."""
    skip: Words = ()
    """Headings, and names of sheets, that are none of an evaluator, a vendor or a criterion."""

    def place(self, dimension: Dimension) -> Place | None:
        """Return where the layout says that a dimension stands; None for one that a name gives."""
        places: Mapping[Dimension, Place | None] = {
            "evaluator": self.evaluator,
            "vendor": self.vendor,
            "criterion": self.criterion,
        }
        return places[dimension]

    def ways(self, dimension: Dimension) -> tuple[str, ...]:
        """Return the keys by which the layout says where a dimension stands: it should be one."""
        named = [
            key
            for key, each in (("files", self.files), ("sheets", self.sheets))
            if each is not None and dimension in each.names
        ]
        place = self.place(dimension)
        return (*named, *(place.ways if place else ()))

    def headed(self, axis: str) -> tuple[Dimension, ...]:
        """Return what heads the lines of an axis, `row` or `column`.

        A heading in a column heads a row: of {column: B} each row has its own.
        """
        other = {"row": "column", "column": "row"}[axis]
        return tuple(each for each in DIMENSIONS if self.ways(each) == (other,))

    def lines(self, dimension: Dimension) -> tuple[int, ...]:
        """Return the rows or columns in which the headings of a dimension stand."""
        place = self.place(dimension)
        return (place.row or place.column) if place else ()
