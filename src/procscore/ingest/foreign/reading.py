"""One foreign sheet: every cell that its layout names, as a mark of an evaluator for a vendor."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from procscore.diagnostics import Problems
from procscore.exact import NotANumberError, decimal_text, parse
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.foreign import whom
from procscore.ingest.foreign.claims import Claim
from procscore.ingest.foreign.headings import block, filled
from procscore.ingest.foreign.lines import Line, Lines, lines
from procscore.ingest.foreign.meaning import Kind, Meant, Names, told
from procscore.ingest.layout_file import WHAT, written
from procscore.ingest.layouts import lookup
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.sheet import Cell
from procscore.language import listing, message
from procscore.model.address import Block
from procscore.model.bids import Mark, Stated
from procscore.model.pattern import DIMENSIONS, Dimension
from procscore.model.scores import Marks

Place = tuple[str, str, str]
"""(evaluator id, vendor id, criterion id)."""
_TALLEST = 50
"""A merged cell that spans more rows or columns is no mark."""
_MOST_LISTED = 20


@dataclass
class Reading:
    """What a foreign sheet holds."""

    marks: dict[Place, Mark] = field(default_factory=dict)
    refused: set[Place] = field(default_factory=set)
    """Of cells that hold no mark and were reported."""
    stated: list[Stated] = field(default_factory=list)
    complete: bool = True
    """False where something stands that could not be told whose it is, and was reported."""


def read(claim: Claim, names: Names, problems: Problems) -> Reading:
    """Read a sheet; blank cells become marks without a value."""
    if claim.sheet.hidden:
        problems.add("sheet-hidden", claim.sheet.where)
    found = lines(claim.sheet, names, problems)
    if not found.rows or not found.columns or _is_unused(claim):
        ranges = listing(written(each) for each in claim.layout.marks)
        problems.add(
            "layout-finds-nothing", claim.sheet.where, marks=ranges, layout=claim.file.name
        )
        return Reading()
    fixed = whom.fixed(claim, names, problems)
    if fixed is None:
        return Reading(complete=False)
    if any(each.kind is Kind.PASSED for each in fixed.values()):
        return Reading()
    reader = _Reader(claim, names, found, fixed, problems)
    reader.run()
    return reader.reading


def _is_unused(claim: Claim) -> bool:
    """Tell whether a sheet is a form that nobody has put a name and a mark into."""
    cells = [claim.layout.place(dimension) for dimension in DIMENSIONS]
    named = [each.cell for each in cells if each is not None and each.cell is not None]
    if all(not filled(claim.sheet, *each).blank for each in named):
        return False
    return not any(
        cell.value is not None and cell.formula is None
        for row, numbers in claim.sheet.rows.items()
        for number in numbers
        if any(each.holds(row, number) for each in claim.layout.marks)
        for cell in [claim.sheet.cell(row, number)]
    )


class _Reader:
    """The reading of one sheet on its way."""

    def __init__(
        self,
        claim: Claim,
        names: Names,
        found: Lines,
        fixed: Mapping[Dimension, Meant],
        problems: Problems,
    ) -> None:
        self._claim, self._names, self._lines = claim, names, found
        self._sheet, self._layout = claim.sheet, claim.layout
        self._fixed = fixed
        self._problems = problems
        self.reading = Reading()
        self._unheaded: dict[tuple[Dimension, ...], list[Cell]] = {}
        self._unknown: dict[tuple[Dimension, Meant], None] = {}
        self._doubled: list[tuple[Mark, Mark]] = []
        self._sums: list[tuple[int, Stated]] = []
        self._marked_elsewhere = False
        self._owed = {
            number
            for number, column in found.columns.items()
            if column.kind is Kind.ONE and column.first
        }

    def run(self) -> None:
        """Read all cells, then report what could not be read."""
        for row in self._lines.rows.values():
            for column in self._crossing(row):
                if any(block.holds(row.number, column.number) for block in self._layout.marks):
                    self._cell(row, column)
        for line in (*self._lines.rows.values(), *self._lines.columns.values()):
            self._points(line)
        self._keep_total()
        self._report()

    def _crossing(self, row: Line) -> Iterator[Line]:
        """Give the columns to be looked at: all that a mark is owed in, and all that hold something."""
        numbers = set(self._sheet.rows[row.number])
        if row.kind is Kind.ONE and row.first:
            numbers |= self._owed
        known = self._lines.columns
        for number in sorted(numbers & known.keys()):
            yield known[number]

    def _cell(self, row: Line, column: Line) -> None:
        meant = {**self._fixed, **row.meant, **column.meant}
        kind = min(each.kind for each in meant.values())
        cell = self._sheet.cell(row.number, column.number)
        if kind is Kind.PASSED:
            return
        if kind is Kind.ONE:
            self._mark(cell, meant, row, column)
        elif cell.blank:
            return
        elif kind is Kind.BLANK:
            blank = tuple(each for each in DIMENSIONS if meant[each].kind is Kind.BLANK)
            self._unheaded.setdefault(blank, []).append(cell)
        elif kind is Kind.UNKNOWN:
            for dimension, each in meant.items():
                if each.kind is Kind.UNKNOWN:
                    self._unknown[dimension, each] = None
        else:
            self._beside(cell, meant, row, column)

    def _mark(self, cell: Cell, meant: Mapping[Dimension, Meant], row: Line, column: Line) -> None:
        place = (meant["evaluator"].id, meant["vendor"].id, meant["criterion"].id)
        if cell.merged is not None:
            spanned = block(cell.merged)
            cell = self._sheet.cell(spanned.top, spanned.left)
            if self._is_one(spanned, row, column):
                cell = cell._replace(merged=None)
        leaf = self._names.leaves[place[2]]
        if leaf.panel not in self._names.panel[place[0]].panels:
            if not cell.blank:
                self._problems.add(
                    "criterion-not-marked-here", cell.where, criterion=leaf.criterion.name
                )
            return
        mark = read_mark(cell, place[0], leaf, self._names.task.criteria, None, self._problems)
        if mark is None:
            self.reading.refused.add(place)
            return
        before = self.reading.marks.get(place)
        if before is None or (before.value is None and mark.value is not None):
            self.reading.marks[place] = mark
        elif mark.value is not None and mark.where != before.where:
            self._doubled.append((before, mark))

    def _is_one(self, spanned: Block, row: Line, column: Line) -> bool:
        """Tell whether a merged cell spans nothing but lines that mean the same."""
        rows = range(spanned.top, spanned.bottom + 1)
        columns = range(spanned.left, spanned.right + 1)
        if len(rows) > _TALLEST or len(columns) > _TALLEST:
            return False
        inside = all(
            any(one.holds(*corner) for one in self._layout.marks)
            for corner in ((spanned.top, spanned.left), (spanned.bottom, spanned.right))
        )
        same = all(
            other.kind is Kind.ONE and other.same == line.same
            for line, numbers, known in (
                (row, rows, self._lines.rows),
                (column, columns, self._lines.columns),
            )
            for number in numbers
            if (other := known.get(number)) is not None
        )
        return inside and same

    def _beside(
        self, cell: Cell, meant: Mapping[Dimension, Meant], row: Line, column: Line
    ) -> None:
        """Take what stands beside the marks: sums, to be compared, and marks that are nobody's."""
        criterion = meant["criterion"]
        number = cell_values.number(cell._replace(merged=None), Problems())
        if isinstance(number, Nothing) or criterion.kind is Kind.UNMARKED:
            if criterion.kind is not Kind.TOTAL:
                self._marked_elsewhere = True
                self._problems.add(
                    "criterion-not-marked-here",
                    criterion.heading.where,
                    criterion=criterion.heading.text,
                )
            return
        group = criterion.id if criterion.kind is Kind.GROUP else None
        stated = Stated(meant["evaluator"].id, meant["vendor"].id, group, number, cell.where)
        if group is not None:
            self.reading.stated.append(stated)
        elif "criterion" not in self._fixed:
            line = row if "criterion" in row.meant else column
            self._sums.append((line.number, stated))

    def _keep_total(self) -> None:
        """Keep the sums of the first row (or column) of totals behind all criteria, where it is plain.

        Where the layout skips something, or something is marked by others, it may be in the sums.
        """
        across = (self._lines.rows, self._lines.columns)
        headed = [each for known in across for each in known.values() if "criterion" in each.meant]
        last = max((each.number for each in headed if each.kind is Kind.ONE), default=0)
        skipped = any(each.meant["criterion"].skipped for each in headed)
        behind = [number for number, _ in self._sums if number > last]
        if behind and not skipped and not self._marked_elsewhere:
            first = min(behind)
            self.reading.stated.extend(each for number, each in self._sums if number == first)

    def _points(self, line: Line) -> None:
        """Report points in the sheet that are not the criteria sheet's: it is another version."""
        criterion = line.meant.get("criterion")
        if criterion is None or criterion.kind is not Kind.ONE:
            return
        leaf = self._names.leaves[criterion.id]
        admitted = {leaf.points}
        if isinstance(leaf.score, Marks):  # with a weight, a form may show the highest mark
            admitted.add(leaf.score.full(leaf.points))
        stated = [(criterion.points, criterion.heading.where)]
        if self._layout.points is not None:
            axis, number = self._layout.points
            at = (line.number, number) if axis == "column" else (number, line.number)
            cell = filled(self._sheet, *at)
            stated.append((_number(cell), cell.where))
        for points, where in stated:
            if points is not None and points not in admitted:
                self._problems.add(
                    "points-differ",
                    where,
                    criterion=leaf.criterion.name,
                    text=decimal_text(points),
                    points=decimal_text(leaf.points),
                )

    def _report(self) -> None:
        for dimensions, cells in self._unheaded.items():
            self.reading.complete = False
            self._problems.add(
                "layout-heading-missing",
                cells[0].where,
                count=len(cells),
                last=cells[-1].where.cell,
                what=listing(message(WHAT[each]) for each in dimensions),
            )
        for dimension, meant in self._unknown:
            self.reading.complete = False
            whom.report_unknown(self._claim, dimension, meant.heading, self._names, self._problems)
        if self._doubled:
            self.reading.complete = False  # what is doubled may be meant for what is missing
            pairs = [f"{one.where.cell} / {other.where.cell}" for one, other in self._doubled]
            shown = [*pairs[:_MOST_LISTED], *["…"][: len(pairs) > _MOST_LISTED]]
            self._problems.add(
                "layout-marks-doubled",
                self._doubled[0][1].where,
                count=len(pairs),
                cells=listing(shown),
                layout=self._claim.file.name,
            )
        self._note_spellings()

    def _note_spellings(self) -> None:
        """Note vendors that are spelt otherwise in this sheet than in the vendors' sheet."""
        vendors = {vendor.id: vendor for vendor in self._names.task.vendors}
        known = (*self._lines.rows.values(), *self._lines.columns.values())
        for meant in (self._fixed, *(line.meant for line in known)):
            each = meant.get("vendor")
            if each is not None and each.kind is Kind.ONE:
                words = told(self._layout, "vendor", each.heading)
                lookup.note_spelling(
                    " ".join(words or ()), vendors[each.id], each.heading.where, self._problems
                )


def _number(cell: Cell) -> Fraction | None:
    """Return the points in a cell, also 20点; None for words and for a formula without a result."""
    try:
        return parse(cell_values.text(cell).removesuffix("点")).value
    except NotANumberError:
        return None
