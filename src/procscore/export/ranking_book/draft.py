"""A sheet while it is laid out: cells are placed first and written when all have their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from procscore.export.ranking_book import looks
from procscore.export.ranking_book.ledger import Ledger, Spot
from procscore.export.ranking_book.paper import Paper
from procscore.language import N_, message
from procscore.xlsx import (
    LONGEST_TEXT,
    Book,
    Chart,
    Content,
    Page,
    Style,
    address,
    lines,
    row_height,
    split,
)

Later = Callable[[], Content]
"""Gives the content of a cell once every number has its place."""
_PIXELS_A_ROW = 20
_KEPT = 1
"""Columns that stay in sight, and are repeated where several pages of paper stand side by side."""


@dataclass
class Draft:
    """One sheet of the workbook, from top to bottom."""

    name: str
    ledger: Ledger
    widths: Sequence[float]
    """Of the columns, in narrow characters."""
    row: int = 1
    """The row that is written next."""
    head: tuple[int, int] | None = None
    """The rows that stay in sight and are repeated on paper."""
    one_page: bool = False
    """Whether it is printed on one page if that does not make it much smaller."""
    _cells: dict[tuple[int, int], tuple[Content | Later, Style]] = field(default_factory=dict)
    """By row and column; what is put into a cell last is in it."""
    _writes: list[Callable[[Page], None]] = field(default_factory=list)
    """What is laid over cells: merged texts, notes, charts."""
    _heights: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Lines and size of the text by row."""
    _blocks: list[tuple[int, int]] = field(default_factory=list)
    """First and last rows of what belongs on one page of paper."""

    @property
    def heads(self) -> frozenset[int]:
        """Return the rows of headings."""
        styled = self._cells.items()
        return frozenset(row for (row, _), (_, style) in styled if style == looks.HEADING)

    def spot(self, column: int, row: int | None = None) -> Spot:
        """Return a cell of this row, or of another."""
        return Spot(self.name, self.row if row is None else row, column)

    def put(
        self, column: int, content: Content | Later, style: Style, row: int | None = None
    ) -> Spot:
        """Write a cell of this row, or of another, and return it."""
        spot = self.spot(column, row)
        if isinstance(content, str):
            content = self._fit(content, spot)
        elif content is not None:
            self.ledger.hold(spot)
        self._cells[spot.row, column] = content, style
        return spot

    def _fit(self, text: str, spot: Spot) -> str:
        """Return a text that a cell holds: of one that is too long, the beginning, which says so."""
        if len(text) <= LONGEST_TEXT:
            return text
        self.ledger.shortened.append(spot)
        end = f"… {message(N_('(shortened: {count} characters in all)'), count=len(text))}"
        return text[: LONGEST_TEXT - len(end)] + end

    def texts(self, column: int, texts: Sequence[str], style: Style) -> None:
        """Write texts side by side, and make the row as high as the longest needs."""
        for at, text in enumerate(texts, start=column):
            self.put(at, text, style)
            self.height(lines(text, self.widths[at - 1] - 2 * style.indent, style.size), style.size)

    def line(self, text: str, style: Style) -> None:
        """Write a text across the sheet, or as much of it as a page holds, and go on below it."""
        self.entry((1, self._last_on_first_page, text, style))

    def entry(self, *texts: tuple[int, int, str, Style]) -> None:
        """Write texts side by side, each from one column to another, and go on below them.

        What is too long for the highest row that there is goes on in further rows: nothing is cut
        on paper.
        """
        pieces = [
            split(text, sum(self.widths[first - 1 : last]), style.size)
            for first, last, text, style in texts
        ]
        for parts in zip_longest(*pieces, fillvalue=""):
            for (first, last, _text, style), part in zip(texts, parts, strict=True):
                self.span(first, last, part, style)
            self.row += 1

    def alarm(self, content: Later, text: str) -> None:
        """Leave a line across the sheet for a formula that gives `text` or nothing, and go on below."""
        last = self._last_on_first_page
        self.span(1, last, "", looks.ALARM)
        spot = self.put(1, content, looks.ALARM)
        self.height(lines(text, sum(self.widths[:last]), looks.ALARM.size), looks.ALARM.size)

        def write(page: Page) -> None:
            held = self._cells[spot.row, spot.column][0]  # which merging left empty
            page.put(spot.row, spot.column, held() if callable(held) else held, looks.ALARM)
            own = address(spot.row, spot.column, fixed_column=True)
            page.mark_where([((spot.row, 1), (spot.row, last))], f'={own}<>""', looks.RINGING)

        self._writes.append(write)
        self.row += 1

    def span(self, first: int, last: int, text: str, style: Style) -> None:
        """Write a text across some columns of this row, which gets as high as it needs.

        What begins on the first page of paper ends there.
        """
        row, fitting = self.row, self._fit(text, self.spot(first))
        if first <= self._last_on_first_page:
            last = min(last, self._last_on_first_page)
        self._writes.append(lambda page: page.merge(row, first, last, fitting, style))
        self.height(lines(fitting, sum(self.widths[first - 1 : last]), style.size), style.size)

    def height(self, count: int, size: int = 11) -> None:
        """Make this row high enough for `count` lines of text of `size` points."""
        known = self._heights.get(self.row, (0, 0))
        self._heights[self.row] = max(known, (count, size), key=lambda each: each[0] * each[1])

    def note(self, spot: Spot, text: str) -> None:
        """Lay a note over a cell."""
        fitting = self._fit(text, spot)
        self._writes.append(lambda page: page.note(spot.row, spot.column, fitting))

    def together(self, first: int, last: int | None = None) -> None:
        """Let rows, up to the one before this, stand on one page of paper where they fit on one."""
        self._blocks.append((first, self.row - 1 if last is None else last))

    def chart(self, chart: Chart, height: int) -> None:
        """Put a chart below this row, as wide as a page and `height` pixels high, and go on below it."""
        row, wide = self.row, self.across
        high = min(height, self._paper.highest)
        self._writes.append(lambda page: page.chart(row + 1, 1, chart, wide, high))
        self.row += high // _PIXELS_A_ROW + 3
        self.together(row)

    @property
    def across(self) -> int:
        """Return how many pixels wide a chart is: as wide as the sheet, or as a page."""
        return self._paper.pixels(sum(self.widths[: self._last_on_first_page]))

    @property
    def _paper(self) -> Paper:
        return Paper(self.widths, _KEPT)

    @property
    def _last_on_first_page(self) -> int:
        return self._paper.columns_on_first

    def resolve(self) -> None:
        """Make the formulas, now that every number of every sheet has its place."""
        for place, (content, style) in self._cells.items():
            if callable(content):
                self._cells[place] = content(), style

    def write(self, book: Book, footer: str) -> None:
        """Write everything into a sheet of `book`."""
        page = book.page(self.name)
        page.widths(self.widths)
        for row, (count, size) in self._heights.items():
            page.height(row, count, size)
        for (row, column), (content, style) in self._cells.items():
            page.put(row, column, content() if callable(content) else content, style)
        for write in self._writes:
            write(page)
        heights = {row: row_height(*of) for row, of in self._heights.items()}
        one = self.one_page and self._paper.nearly_one(heights, self.row)
        if not one:
            for row in self._paper.breaks(heights, self.row, self._blocks, self.head):
                page.break_before(row)
        if self.head is not None:
            page.freeze(self.head[1] + 1, _KEPT + 1)
        page.print_on_a4(
            landscape=True,
            pages_wide=self._paper.pages_wide,
            pages_high=int(one),
            repeat_rows=self.head,
            repeat_columns=_KEPT,
            footer=footer,
        )
