"""The layout file beside a workbook (layout.yaml): every mistake at its line and column."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.diagnostics.location import column_letters
from procscore.ingest import yaml_model
from procscore.ingest.yaml_file import Document
from procscore.language import N_, listing, message
from procscore.model.address import Block
from procscore.model.bids import InputFile
from procscore.model.layout import LAYOUT_KEY, LAYOUT_VERSION, Layout
from procscore.model.pattern import DIMENSIONS, Dimension

NAME = "layout.yaml"
"""Of all workbooks in the folder."""
SUFFIX = ".layout.yaml"
"""Of the workbook that has the same name before its own suffix; it goes before `NAME`."""
WORKBOOKS = (".xlsx", ".xlsm", ".csv")
"""What a layout may be for."""
WHAT = {
    "evaluator": N_("evaluator"),
    "vendor": N_("vendor"),
    "criterion": N_("criterion"),
}
LINES = {"row": N_("row {line}"), "column": N_("column {line}")}


@dataclass(frozen=True)
class LayoutFile:
    """A layout with the file that it stands in."""

    file: InputFile
    document: Document
    layout: Layout

    @property
    def name(self) -> str:
        """Return the file's name without its folder, as messages call it."""
        return self.file.name


def beside(workbook: Path) -> Path | None:
    """Return the layout file of a workbook, None where there is none."""
    for path in (workbook.with_name(workbook.stem + SUFFIX), workbook.with_name(NAME)):
        if path.is_file():
            return path
    return None


def is_beside(name: str, others: Sequence[str]) -> bool:
    """Tell whether `name` is a layout file for one of the files `others` of its folder."""
    workbooks = [Path(other) for other in others if Path(other).suffix.lower() in WORKBOOKS]
    if name == NAME:
        return bool(workbooks)
    return name.endswith(SUFFIX) and any(
        other.stem == name.removesuffix(SUFFIX) for other in workbooks
    )


def read(path: Path, problems: Problems) -> LayoutFile | None:
    """Read a layout, or add everything that is wrong with it to `problems`.

    Raises OSError for a file that cannot be read.
    """
    data = path.read_bytes()
    document = yaml_model.read(data, str(path), problems)
    if document is None:
        return None
    layout = parse(document, problems)
    if layout is None:
        return None
    return LayoutFile(
        InputFile(str(path), path.name, hashlib.sha256(data).hexdigest()), document, layout
    )


def parse(document: Document, problems: Problems) -> Layout | None:
    """Turn a document into a layout, or add everything that is wrong with it to `problems`."""
    layout = yaml_model.parse(document, Layout, problems)
    if layout is None:
        return None
    if layout.version != LAYOUT_VERSION:
        yaml_model.report_version(document, LAYOUT_KEY, LAYOUT_VERSION, problems)
        return None
    before = problems.count
    for dimension in DIMENSIONS:
        _check_place(document, layout, dimension, problems)
        _check_like(document, layout, dimension, problems)
        _check_apart(document, layout, dimension, problems)
    _check_points(document, layout, problems)
    return layout if problems.count == before else None


def _check_place(
    document: Document, layout: Layout, dimension: Dimension, problems: Problems
) -> None:
    ways = layout.ways(dimension)
    if len(ways) == 1:
        return
    said = (
        message(N_("said by {ways}"), ways=listing(ways))
        if ways
        else message(N_("not said at all"))
    )
    problems.add(
        "layout-place-unclear",
        document.locate((dimension,), key=True),
        what=message(WHAT[dimension]),
        key=dimension,
        said=said,
    )


def _check_like(
    document: Document, layout: Layout, dimension: Dimension, problems: Problems
) -> None:
    """Report a `like` that has no gap for the name that stands there, or has others."""
    place = layout.place(dimension)
    if place is not None and place.like is not None and place.like.names != (dimension,):
        where = document.locate((dimension, "like"))
        problems.add("layout-bad-pattern", where, text=place.like.text)


def _check_apart(
    document: Document, layout: Layout, dimension: Dimension, problems: Problems
) -> None:
    """Report headings that stand among the marks."""
    place = layout.place(dimension)
    for axis, lines in (("row", place.row), ("column", place.column)) if place else ():
        for index, line in enumerate(lines):
            for block in layout.marks:
                edges = (block.top, block.bottom) if axis == "row" else (block.left, block.right)
                if edges[0] <= line <= edges[1]:
                    shown = column_letters(line) if axis == "column" else line
                    problems.add(
                        "layout-heading-in-marks",
                        document.locate((dimension, axis, index)),
                        what=message(WHAT[dimension]),
                        line=message(LINES[axis], line=shown),
                        marks=written(block),
                    )


def _check_points(document: Document, layout: Layout, problems: Problems) -> None:
    """Report points in a row where the criteria stand in a column, or the other way round."""
    if layout.points is None:
        return
    kind, line = layout.points
    if layout.ways("criterion") != (kind,):
        text = column_letters(line) if kind == "column" else str(line)
        example = "3" if kind == "column" else "C"
        where = document.locate(("points",))
        problems.add("layout-bad-address", where, text=text, example=example)


def written(block: Block) -> str:
    """Return a range as Excel writes it."""
    first = f"{column_letters(block.left)}{block.top}"
    last = f"{column_letters(block.right)}{block.bottom}"
    return first if first == last else f"{first}:{last}"


def where(file: LayoutFile) -> Location:
    """Return the place of a layout file as a whole."""
    return Location(file.file.path)
