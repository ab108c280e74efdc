"""A page as an Excel workbook, ready to print: a sheet a table or outline, with the sentences around it.

Small tables that name one sheet stand on it together, with the same columns.

Numbers are numbers, in a format that shows what the page shows; text is text. A text that is
longer than a row can be high goes on in further rows: nothing of it is cut on paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest

from procscore.exact import Mode, Rounding
from procscore.export.pages.measure import ACROSS, LEVEL, UPRIGHT, heads_others, offs, widths
from procscore.export.pages.number_format import number_format
from procscore.export.pages.sheet_names import sheet_names
from procscore.export.pages.stacked import ABSENT, stacked
from procscore.model.page import (
    Cell,
    Column,
    Outline,
    Page,
    Sentences,
    Table,
    Words,
    flattened,
    unfolded,
)
from procscore.model.words import RESULT_MARK
from procscore.xlsx import Book, Content, Style, lines, split
from procscore.xlsx import Page as Sheet

_TITLE = Style(bold=True, size=16, border=False)
_LEAD = Style(border=False)
_SUBTITLE = Style(bold=True, size=12, border=False)
_HEADING = Style(bold=True, fill="#DCE6F1", align="center")
_NOTHING = Style(border=False)
_GROUP = "#F2F2F2"
_NOTE = Style(border=False, size=9)
_SENTENCE = Style(border=False, indent=1)
_HOT = (245, 160, 60)
"""The strongest shade; black stands out on it, printed without colour too."""
_STEPS = 20
_TO_WHOLE = Rounding(0, Mode.HALF_UP)
_ON_A_PAGE = {False: 30, True: 18}
"""Lines that certainly fit on a page, upright and lying."""
_MORE_THAN_A_PAGE = {False: 58, True: 38}
"""Lines that do not fit on a page, however narrow the table is printed."""
_LEAST_LINE = 90
"""Narrow characters that a sentence has room for, however narrow the table is."""
_HALF_A_LINE = _LEAST_LINE // 2
"""Where no table stands: LibreOffice does not print a sheet smaller that has one column only."""
_MANY_LINES = 10
_POINTS_A_LINE = 19
"""So far apart stand the lines of Yu Gothic in Excel; what `height` is short of counts in many."""
_MOST_IN_SIGHT = 10
"""Lines above a table's body that stay in sight; more would leave no room for the body."""
_MOST_INDENT = 15
"""Excel's own forms offer no more; what is deeper stands there too."""


def export(page: Page) -> bytes:
    """Return the workbook."""
    groups = list(_groups(page))
    book = Book(title=str(page.title), keywords=RESULT_MARK)
    titles = [str(group.title) or str(page.title) for group in groups]
    for number, (group, name) in enumerate(zip(groups, sheet_names(titles), strict=True)):
        _Writer(book.page(name), group).write(page, page.lead if number == 0 else ())
    return book.content


@dataclass(frozen=True)
class _Group:
    """What stands on one sheet: a table or several, an outline or neither, and the sentences around."""

    before: tuple[Sentences, ...] = ()
    tables: tuple[Table, ...] = ()
    """With the same columns, if there are several."""
    outline: Outline | None = None
    behind: tuple[Sentences, ...] = ()

    @property
    def title(self) -> Words:
        if self.tables:
            return self.tables[0].sheet or self.tables[0].title
        if self.outline is not None:
            return self.outline.title
        return self.before[0].title if self.before else ""

    @property
    def empty(self) -> bool:
        return not self.tables and self.outline is None

    def shares(self, table: Table) -> bool:
        """Tell whether a table stands on this sheet, which is that of the table before it."""
        name = str(table.sheet)
        return bool(name and self.tables and not self.behind) and name == str(self.tables[0].sheet)


def _groups(page: Page) -> Iterator[_Group]:
    """Give the sheets: sentences stand with what is before them, the first with the first table."""
    group = _Group()
    for block in flattened(page.blocks):
        match block:
            case Sentences() if group.empty:
                group = replace(group, before=(*group.before, block))
            case Sentences():
                group = replace(group, behind=(*group.behind, block))
            case Table() if group.empty or group.shares(block):
                group = replace(group, tables=(*group.tables, block))
            case Outline() if group.empty:
                group = replace(group, outline=block)
            case Table():
                yield group
                group = _Group(tables=(block,))
            case Outline():
                yield group
                group = _Group(outline=block)
    yield group


class _Writer:
    """Writes one sheet from top to bottom."""

    def __init__(self, sheet: Sheet, group: _Group) -> None:
        self._sheet = sheet
        self._group = group
        self._tables, together = stacked(group.tables)
        self._widths = (widths(together) if together else []) or [_HALF_A_LINE]
        if (free := _LEAST_LINE - sum(self._widths)) > 0:
            self._widths.append(free)
        self._row = 1
        self._lines = 0
        """Lines of text written so far."""

    @property
    def _across(self) -> int:
        """Return how many columns sentences take: those of the first page, where there are more."""
        fitting = [n for n in range(1, len(self._widths) + 1) if sum(self._widths[:n]) <= ACROSS]
        return max(fitting, default=1)

    @property
    def _lies(self) -> bool:
        return sum(self._widths) > UPRIGHT

    def write(self, page: Page, lead: Sequence[Words]) -> None:
        self._line(page.title, _TITLE)
        for words in lead:
            self._line(words, _LEAD)
        for block in self._group.before:
            self._sentences(block)
        head = self._main()
        for block in self._group.behind:
            self._sentences(block)
        total = sum(self._widths)
        self._sheet.widths(self._widths)
        self._sheet.print_on_a4(
            landscape=self._lies,
            pages_wide=max(1, -(-total // ACROSS)),
            repeat_rows=(head, head) if head else None,
            repeat_columns=int(total > ACROSS),
            footer=str(page.title),
        )

    def _main(self) -> int | None:
        """Write what the sheet is about; return the row of headings that further pages need."""
        if self._group.outline is not None:
            self._outline(self._group.outline)
        heads, last = [], 0
        for table in self._tables:
            heads.append(self._table(table))
            last = self._lines
            for note in table.notes:
                self._line(note, _NOTE)
        # On a further page that holds only what stands behind the table, they would head nothing.
        behind = self._group.behind or (self._tables and self._tables[-1].notes)
        most = _MORE_THAN_A_PAGE if behind else _ON_A_PAGE
        return heads[0] if last > most[self._lies] else None

    def _line(self, words: Words, style: Style, level: int = 0) -> None:
        """Write a text across the sheet, in as many rows as it needs: none where there is none."""
        if not (text := str(words)):
            return
        wide = sum(self._widths[: self._across]) - LEVEL * style.indent
        pieces = split(text, wide, style.size)
        look = replace(style, top=len(pieces) > 1)
        for piece in pieces:
            count = lines(piece, wide, style.size)
            self._sheet.merge(self._row, 1, self._across, piece, look)
            self._end_row(count, style.size, level)

    def _gap(self, title: Words) -> None:
        self._row += 1
        self._lines += 1
        self._line(title, _SUBTITLE)

    def _sentences(self, block: Sentences) -> None:
        self._gap(block.title)
        for each in block.sentences:
            self._line(each, _SENTENCE)

    def _outline(self, outline: Outline) -> None:
        """Write an outline: its rows fold as the outline does, and all are open."""
        self._gap(outline.title)
        for depth, node in unfolded(outline.nodes):
            style = Style(bold=node.strong, border=False, indent=min(depth + 1, _MOST_INDENT))
            self._line(node.text, style, depth)

    def _table(self, table: Table) -> int | None:
        """Write a table; return the row of its headings, if it has any."""
        self._gap(table.title)
        head = self._row if table.columns else None
        if head:
            headings = [Cell(column.heading) for column in table.columns]
            self._cells(headings, [_NOTHING if c is ABSENT else _HEADING for c in table.columns])
            if self._lines <= _MOST_IN_SIGHT and table is self._tables[0]:
                self._sheet.freeze(self._row, 2)
            for row in table.rows:
                self._cells(row, _styles(row, table.columns))
        return head

    def _cells(self, row: Sequence[Cell], styles: Sequence[Style]) -> None:
        """Write a row of a table; what has no room in one goes on in further ones."""
        wide = [at - LEVEL * one.indent for at, one in zip(self._widths, styles, strict=False)]
        texts = [split(str(cell.text), room) for cell, room in zip(row, wide, strict=True)]
        whole = max(map(len, texts)) == 1
        for pieces in zip_longest(*texts, fillvalue=""):
            count = 1
            for number, (piece, style) in enumerate(zip(pieces, styles, strict=True)):
                content, look = _content(replace(row[number], text=piece), style)
                self._sheet.put(self._row, number + 1, content, replace(look, top=not whole))
                count = max(count, lines(piece, wide[number]))
            self._end_row(count)

    def _end_row(self, count: int, size: int = 11, level: int = 0) -> None:
        """Make the row high enough for `count` lines, and go on with the next."""
        least = count * _POINTS_A_LINE * size / 11 if count > _MANY_LINES else 0
        self._sheet.height(self._row, count, size, least=least, level=level)
        self._row += 1
        self._lines += count


def _styles(row: Sequence[Cell], columns: Sequence[Column]) -> list[Style]:
    group = _GROUP if heads_others(row) else ""
    return [
        Style(
            bold=cell.strong,
            fill=_fill(cell.heat) if cell.heat else group,
            align=column.align,
            indent=cell.indent + off,
        )
        if column is not ABSENT
        else _NOTHING
        for cell, column, off in zip(row, columns, offs(columns), strict=True)
    ]


def _content(cell: Cell, style: Style) -> tuple[Content, Style]:
    """Return a number with its format where that shows the same as the text, else the text."""
    text = str(cell.text)
    shown = None if cell.value is None else number_format(text, cell.value)
    if shown is None:
        return text, style
    return cell.value, replace(style, number=shown)


def _fill(heat: Fraction) -> str:
    """Return the colour for `heat` from 0 to 1, in so many steps that a book stays small."""
    step = _TO_WHOLE(heat * _STEPS) / _STEPS
    return "#" + "".join(f"{int(_TO_WHOLE(255 + (hot - 255) * step)):02X}" for hot in _HOT)
