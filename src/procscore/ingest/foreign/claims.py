"""Which sheets of the workbooks that were given are read by a layout, and by which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from procscore.diagnostics import Problems
from procscore.ingest import layout_file
from procscore.ingest.foreign.meaning import is_beside
from procscore.ingest.layout_file import LayoutFile
from procscore.ingest.sheet import Sheet
from procscore.model.bids import InputFile
from procscore.model.layout import Layout
from procscore.model.pattern import AmbiguousError, Dimension, Pattern
from procscore.model.words import ORIGIN_SHEET, SHEETS, evaluator_of, look_up
from procscore.names import key


@dataclass(frozen=True)
class Claim:
    """A sheet that a layout reads."""

    sheet: Sheet
    file: LayoutFile
    named: Mapping[Dimension, str] = field(default_factory=dict)
    """What the names of the workbook and of the sheet tell."""

    @property
    def layout(self) -> Layout:
        """Return the layout."""
        return self.file.layout


class Layouts:
    """The layouts that lie beside workbooks, each read once, and what they claimed."""

    def __init__(self) -> None:
        """Start without any."""
        self._read: dict[Path, LayoutFile | None] = {}
        self._used: set[Path] = set()
        self.faulty = False
        """Whether a layout could not be read, or does not tell whose a sheet is."""

    def claim(
        self, workbook: Path, sheets: Sequence[Sheet], problems: Problems
    ) -> tuple[list[Claim], list[Sheet]]:
        """Return what the layout beside a workbook claims of its sheets, and the others.

        Raises OSError for a layout that cannot be read.
        """
        path = layout_file.beside(workbook)
        if path is None:
            return [], list(sheets)
        if path not in self._read:
            self._read[path] = layout_file.read(path, problems)
        file = self._read[path]
        if file is None:  # which sheets it means is not known: nothing is told of them
            self.faulty = True
            return [], [sheet for sheet in sheets if is_own(sheet)]
        claims: list[Claim] = []
        others: list[Sheet] = []
        for sheet in sheets:
            try:
                named = _named(file.layout, workbook, sheet, sheets)
            except AmbiguousError as name:
                self._report(name, file, sheet, problems)
                self._used.add(path)
                continue
            skipped = key(sheet.name) in map(key, file.layout.skip) and not is_own(sheet)
            if named is None and skipped:
                continue  # the layout says that it is nobody's
            if named is None:
                others.append(sheet)
            else:
                claims.append(Claim(sheet, file, named))
        if claims:
            self._used.add(path)
        return claims, others

    def _report(
        self, name: AmbiguousError, file: LayoutFile, sheet: Sheet, problems: Problems
    ) -> None:
        self.faulty = True
        of_file = file.layout.files is not None and str(name) != sheet.name
        pattern = file.layout.files if of_file else file.layout.sheets
        problems.add(
            "layout-name-ambiguous",
            sheet.where,
            text=str(name),
            pattern=pattern.text if pattern else "",
        )

    @property
    def used(self) -> tuple[InputFile, ...]:
        """Return the layouts by which something is read."""
        return tuple(file.file for path, file in self._read.items() if file and path in self._used)

    def report_unused(self, problems: Problems) -> None:
        """Report the layouts by which nothing is read."""
        for path, file in self._read.items():
            if file is not None and path not in self._used:
                problems.add("layout-unused", layout_file.where(file))


def _named(
    layout: Layout, workbook: Path, sheet: Sheet, beside: Sequence[Sheet]
) -> Mapping[Dimension, str] | None:
    """Return what the names of a workbook and a sheet tell, None for what a layout does not claim.

    Raises AmbiguousError for a name that can be read in several ways.
    """
    if not sheet.rows:
        return None
    of_file = _of_file(layout.files, workbook)
    if of_file is None:
        return None
    nothing: Mapping[Dimension, str] = {}
    if layout.sheets is not None:
        of_sheet = layout.sheets.match(sheet.name)
    else:
        of_sheet = None if any(map(is_own, beside)) else nothing
    if of_sheet is None:
        return None
    named = {**of_file, **of_sheet}
    return None if any(is_beside(text, layout.skip) for text in named.values()) else named


def _of_file(pattern: Pattern | None, workbook: Path) -> Mapping[Dimension, str] | None:
    """Return what a file's name tells; its suffix may be left out of the pattern."""
    if pattern is None:
        return {} if workbook.suffix.lower() != ".csv" else None
    bare = pattern.text.casefold().endswith(workbook.suffix.casefold())
    return pattern.match(workbook.name if bare else workbook.stem)


def is_own(sheet: Sheet) -> bool:
    """Tell whether procscore knows a sheet by its name."""
    known = look_up(SHEETS, sheet.name) is not None or evaluator_of(sheet.name) is not None
    return known or key(sheet.name) == key(ORIGIN_SHEET)
