"""The cells of the marks: as they were written, and beside them what they count as."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, partial

from procscore.exact import display
from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame
from procscore.export.ranking_book.ledger import Spot
from procscore.export.ranking_book.scales import Scales
from procscore.language import N_, message
from procscore.model.bids import Mark
from procscore.model.criteria import Leaf
from procscore.model.result import Score, VendorResult
from procscore.model.rules_told.marking import NO, YES
from procscore.model.scores import Check, Grades, Marks, Veto
from procscore.names import sign_key
from procscore.xlsx import Formula, Style, number, quoted

_SIGNS = {Fraction(0): NO, Fraction(1): YES}
UNKNOWN = message(N_("what is written in the sheet of marks counts as another number"))


class MarkCells:
    """Writes the marks of one criterion after the other into a row of the details.

    The givers stand side by side from the column `first` on. Where a mark is no number (a grade, a
    check), or counts as another one, its value stands in a second row of columns, from `values` on.
    """

    def __init__(self, frame: Frame, sheet: Draft, scales: Scales, first: int) -> None:
        """Start with the sheet to write into."""
        self._frame = frame
        self._sheet = sheet
        self._scales = scales
        self._first = first
        self.values = first + len(frame.givers) + 1
        self._leaves = {leaf.id: leaf for leaf in frame.result.criteria.leaves}

    @cached_property
    def converted(self) -> bool:
        """Tell whether some marks count as other numbers than were written: then both are shown."""
        return any(
            mark.given is not None or not self._is_number(score.criterion)
            for each in self._frame.vendors
            for score in each.walk()
            for mark in (*score.marks, *score.originals)
        )

    def _is_number(self, criterion: str) -> bool:
        """Tell whether numbers are given for a criterion."""
        return isinstance(self._leaves[criterion].score, Marks)

    def write(self, each: VendorResult, score: Score, style: Style) -> None:
        """Write the marks of a vendor and a criterion, and who gave none and why."""
        leaf = self._leaves.get(score.criterion)
        if leaf is None or leaf.marked_by is None:
            return
        centred = replace(style, align="center")
        left_out = replace(centred, colour="#6F6F6F", italic=True)
        agreed = {mark.evaluator for mark in score.originals}
        for mark in score.originals:
            self._mark(mark, score.originals, leaf, left_out)
        for mark in score.marks:
            look = left_out if mark.evaluator in score.left_out else centred
            self._mark(mark, score.marks, leaf, look)
        for who in self._frame.givers if score.marks else ():
            if who not in agreed and leaf.marked_by == "panel" and not _gave(who, score.marks):
                why = self._frame.silent(who, each.vendor.id)
                if why and self._frame.sits_on(who, leaf.panel):
                    self._sheet.put(self._column(who), why, looks.NONE)

    def _column(self, who: str) -> int:
        return self._first + self._frame.givers.index(who)

    def _written(self, mark: Mark, leaf: Leaf, style: Style) -> Spot:
        """Write a mark as it was given."""
        column, value = self._column(mark.evaluator), mark.value
        if value is None or not isinstance(leaf.score, Marks):
            return self._sheet.put(column, self._grade(mark, leaf) or mark.written, style)
        look = looks.number(style, value, looks.places([value]))
        return self._sheet.put(column, value, look)

    def _grade(self, mark: Mark, leaf: Leaf) -> str:
        """Return the grade that was given as the scale spells it, `""` where it is none."""
        if not isinstance(leaf.score, Grades):
            return ""
        known = self._frame.result.criteria.scales[leaf.score.scale]
        key = sign_key(mark.written)
        return next((each for each in known if sign_key(each) == key), "")

    def _mark(self, mark: Mark, row: Sequence[Mark], leaf: Leaf, style: Style) -> None:
        sheet, ledger, value = self._sheet, self._frame.ledger, mark.value
        if value is None:
            return
        cell = self._written(_as_given(mark), leaf, style)
        self._note(cell, mark)
        if not self.converted:
            ledger.read(mark.where, value, cell)
            return
        ledger.show(mark.where, cell)
        beside = cell._replace(column=cell.column - self._first + self.values)
        quiet = looks.number(replace(looks.QUIET, align="center"), value, looks.places([value]))
        ledger.read(mark.where, value, beside)
        sheet.put(beside.column, partial(self._value, mark, row, leaf, cell), quiet)

    def _value(self, mark: Mark, row: Sequence[Mark], leaf: Leaf, cell: Spot) -> Formula | Fraction:
        """Return what the mark in `cell` counts as."""
        value = mark.value or Fraction(0)
        beside = cell._replace(column=cell.column - self._first + self.values)
        text = self._text(_as_given(mark), leaf, cell)
        veto = leaf.score.veto if isinstance(leaf.score, Marks | Grades) else None
        if text and veto and any(each.given is not None for each in row):
            text = self._unless_vetoed(veto, row, leaf, cell, text)
        return (
            Formula(f"={text}", value) if text else self._frame.ledger.enter(value, beside, UNKNOWN)
        )

    def _text(self, mark: Mark, leaf: Leaf, cell: Spot) -> str:
        """Return what a mark is worth as it was given, `""` where no formula finds it.

        A check that is erased, or that holds any other sign, has no value (#DIV/0!): it is neither
        met nor failed.
        """
        own = cell.seen_from(cell.sheet)
        if isinstance(leaf.score, Grades):
            known = self._grade(mark, leaf)
            return self._scales.worth(leaf.score.scale, cell) if known else ""
        if isinstance(leaf.score, Check) and mark.value in (0, 1):
            other = 1 - mark.value
            opposite = f"IF({own}={quoted(_SIGNS[other])},{number(other)},1/0)"
            return f"IF({own}={quoted(mark.written)},{number(mark.value)},{opposite})"
        return own if isinstance(leaf.score, Marks) else ""

    def _unless_vetoed(
        self, veto: Veto, row: Sequence[Mark], leaf: Leaf, cell: Spot, text: str
    ) -> str:
        """Return what a mark counts as if it is a veto that too few gave, else `text`."""
        vetoed = next(each for each in row if each.given is not None)
        columns = [self._column(each.evaluator) for each in row]
        area = ":".join(
            cell._replace(column=at).seen_from(cell.sheet) for at in (min(columns), max(columns))
        )
        own = cell.seen_from(cell.sheet)
        if isinstance(leaf.score, Grades):
            grade = self._scales.grade(leaf.score.scale, self._grade(vetoed, leaf), cell.sheet)
            given, count = f"EXACT({own},{grade})", f"SUMPRODUCT(--EXACT({area},{grade}))"
        else:
            worth = number(vetoed.given or Fraction(0))
            given, count = f"{own}={worth}", f"COUNTIF({area},{worth})"
        needed = len(row) if veto.votes == "all" else len(row) // 2 + 1
        return f"IF(AND({given},{count}<{needed}),{number(vetoed.value or Fraction(0))},{text})"

    def _note(self, cell: Spot, mark: Mark) -> None:
        told = [mark.comment] if mark.comment else []
        if mark.given is not None and mark.value is not None:
            instead = display(mark.value)
            told.append(str(message(N_("It counts as {value}: too few gave it."), value=instead)))
        if told:
            self._sheet.note(cell, "\n".join(told))


def _as_given(mark: Mark) -> Mark:
    """Return a mark as it was given, whatever it counts as."""
    return mark if mark.given is None else mark._replace(value=mark.given, given=None)


def _gave(who: str, marks: Sequence[Mark]) -> bool:
    return any(mark.evaluator == who for mark in marks)
