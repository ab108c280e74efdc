"""What the eye meets on a sheet beside what stands in its cells, held against what was computed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from procscore.diagnostics import Location
from procscore.language import N_, listing, message
from procscore.model import address
from procscore.model.page import Words
from procscore.model.published import Condition, Grid, Place
from procscore.verifying import formulas
from procscore.verifying.cells import About, Cells, added
from procscore.verifying.ranked import Level, Ranked, told

_COLUMNS = re.compile(r"([A-Z]+):([A-Z]+)")
_ROWS = re.compile(r"([0-9]+):([0-9]+)")


@dataclass(frozen=True)
class Looks:
    """The looks of one sheet of both rankings."""

    about: About
    found: Grid
    expected: Grid
    typed: list[Location]
    """Gathers notes that somebody added and that are no difference."""

    def differences(self) -> Iterator[Ranked]:
        """Give the differences; a sheet that procscore hides shows nothing."""
        if self.expected.hidden:
            return
        yield from self._notes()
        yield from self._conditions()
        yield from self._print_area()
        yield from self._unseen()
        yield from self._filled()
        yield from self._headers()
        yield from self._zeros()

    def _notes(self) -> Iterator[Ranked]:
        left = dict(self.found.looks.notes)
        for place, expected in sorted(self.expected.looks.notes.items()):
            there = self._there(*place)
            if there is None:
                continue
            found = left.pop(there, "")
            if found != expected:
                what = message(N_("the note on {what}"), what=self._cells.what(*place))
                where = self._where(there)
                yield told(Level.WORD, where, what, found=found, expected=expected)
        for there, found in sorted([*left.items(), *self.found.looks.prompts.items()]):
            what = message(N_("a note that was not computed and that names a vendor"))
            yield from self._added(there, found, what)

    def _conditions(self) -> Iterator[Ranked]:
        expected = [
            Condition(self._moved(each.cells), self._moved(each.holds), each.looks)
            for each in self.expected.looks.conditions
        ]
        added: dict[str, list[str]] = {}
        for each in self.found.looks.conditions:
            if each not in expected:
                added.setdefault(each.cells, []).append(each.holds)
                added[each.cells].append(each.looks)
        for cells, parts in added.items():  # programs write one rule twice, in an old and a new way
            first = _block(cells.partition(" ")[0])
            where = self._where((first.top, first.left) if first else None)
            what = message(N_("a conditional format of {cells}"), cells=cells)
            found = str(listing(filter(None, dict.fromkeys(parts))))
            yield told(Level.WORD, where, what, found=found)

    def _moved(self, text: str) -> str:
        return formulas.moved(text, self.expected.name, self.about.matched)

    def _print_area(self) -> Iterator[Ranked]:
        area = self.found.looks.print_area
        if not area:
            return
        blocks = [_block(each) for each in area.split(", ")]
        for place, there in self._standing():
            if not any(each and each.holds(*there) for each in blocks):
                text = N_("what is printed of the sheet, which leaves out {what}")
                what = message(text, what=self._cells.what(*place))
                whole = str(message(N_("all of it")))
                yield told(Level.TEXT, self._where(there), what, found=area, expected=whole)
                return

    def _unseen(self) -> Iterator[Ranked]:
        unseen = self.found.looks.unseen
        for place, there in self._standing() if unseen else ():
            if there in unseen and place not in self.expected.looks.unseen:
                what = self._cells.what(*place)
                found = str(message(N_("in the colour of its ground, or too small to read")))
                shown = str(message(N_("in sight")))
                yield told(Level.TEXT, self._where(there), what, found=found, expected=shown)

    def _filled(self) -> Iterator[Ranked]:
        filled = self.found.looks.filled
        for place, there in self._standing() if filled else ():
            if there in filled and place not in self.expected.looks.filled:
                what = self._cells.what(*place)
                found = str(message(N_("repeated until the cell is full")))
                once = str(message(N_("once")))
                yield told(Level.TEXT, self._where(there), what, found=found, expected=once)

    def _headers(self) -> Iterator[Ranked]:
        """Give the headers and footers that procscore did not write; one that is gone says nothing."""
        for text in dict.fromkeys(self.found.looks.headers):
            if text not in self.expected.looks.headers:
                what = N_("a header or footer that was not computed and that names a vendor")
                yield from self._added(None, text, message(what))

    def _added(self, there: Place | None, text: str, what: Words) -> Iterator[Ranked]:
        return added(self.about, self.typed, self._where(there), text, what)

    def _zeros(self) -> Iterator[Ranked]:
        zeros = any(
            cell.content == 0 for row in self.expected.rows.values() for cell in row.values()
        )
        if zeros and self.found.looks.hides_zeros and not self.expected.looks.hides_zeros:
            found, shown = str(message(N_("hidden"))), str(message(N_("in sight")))
            what = message(N_("the zeros of the sheet"))
            yield told(Level.TEXT, self._where(None), what, found=found, expected=shown)

    def _standing(self) -> Iterator[tuple[Place, Place]]:
        """Give the places of expected cells that are there, and where they were found."""
        for row, cells in self.expected.rows.items():
            for column in cells:
                there = self._there(row, column)
                if there and there[1] in self.found.rows[there[0]]:
                    yield (row, column), there

    def _there(self, row: int, column: int) -> Place | None:
        """Return where an expected cell is; None where its row or column is gone, which is told."""
        known = self.about.matched[self.expected.name]
        columns = known.columns(row)
        if row not in known.rows.pairs or column in columns.missing:
            return None
        return known.rows.pairs[row], columns.pairs.get(column, column)

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self.about, self.expected, self.found)

    def _where(self, place: Place | None) -> Location:
        return Location(self.about.file, self.found.name, *(place or (None, None)))


def _block(area: str) -> address.Block | None:
    """Return a range, which may be of whole columns or rows; None where it is none."""
    if columns := _COLUMNS.fullmatch(area):
        area = f"{columns[1]}1:{columns[2]}{address.LAST_ROW}"
    elif rows := _ROWS.fullmatch(area):
        area = f"A{rows[1]}:XFD{rows[2]}"
    try:
        return address.block(area)
    except address.NotAnAddressError:
        return None
