"""One sheet of marks, ready to print and to hand to an evaluator.

Title, how to mark, headings, a row a criterion with groups as headings, a column a vendor. Sums and
counters are live formulas; everything but the marks is locked.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from procscore.language import N_, Message, _, listing, message
from procscore.model.bids import Vendor
from procscore.model.rankings import rank_without_ties
from procscore.model.words import (
    COMMENT_SUFFIXES,
    GRID,
    HOW_HEADINGS,
    MISSING_ROWS,
    NOTE_HEADINGS,
    OWN_RANK_ROWS,
    TOTAL_ROWS,
    look_up,
    spelling,
    spelt,
)
from procscore.names import key
from procscore.sheets import looks
from procscore.sheets.choices import Choices
from procscore.sheets.handout import Form, Handout
from procscore.sheets.marking import CELL
from procscore.sheets.rows import Row, missing, rows, runs, total, walk
from procscore.xlsx import Formula, Page, Rule, Style, address, lines, width

_TITLE, _ABOUT, _GUIDE, _NAMES = 1, 2, 3, 4
_HEADINGS = 5
_FIRST = 6
_WIDEST_CRITERION = 44
_WIDEST_PORTRAIT = 100
"""Narrow characters across A4 upright, at a size that a councillor reads without glasses."""
_WIDEST_LANDSCAPE = 190
"""Beyond that the vendors go on to a further page."""
_WIDEST_VENDOR = 30
_COMMENT_WIDTH = 24
_NOTE_WIDTH = 26
_WRITTEN_BY_HAND = 22
"""Points of height in which a mark can be written by hand."""
_SIGNED = (("採点日", "date"), ("署名", "signature"))
"""What is written by hand below the marks: words that the reader knows (`SIGNED_ROWS`)."""


def write(page: Page, handout: Handout, form: Form, choices: Choices) -> None:
    """Write a form on an empty page."""
    _Writer(page, handout, form, choices).write()


def vendor_heading(vendor: Vendor) -> str:
    """Return what stands at the head of a vendor's column: its letter, or its id."""
    return vendor.label or vendor.id


def can_head_a_column(heading: str) -> bool:
    """Tell whether a column with this heading is read as a vendor's, not as points or comments."""
    folded = heading.casefold().rstrip()
    comment = any(folded.endswith(each) and folded != each for each in COMMENT_SUFFIXES)
    return not comment and look_up(GRID, heading) is None


@dataclass(frozen=True)
class _Writer:
    page: Page
    handout: Handout
    form: Form
    choices: Choices

    @cached_property
    def tops(self) -> tuple[Row, ...]:
        return rows(self.handout.criteria, self.form.leaves, _FIRST)

    @cached_property
    def body(self) -> tuple[Row, ...]:
        return tuple(walk(self.tops))

    @cached_property
    def leaves(self) -> tuple[Row, ...]:
        return tuple(row for row in self.body if row.leaf is not None)

    @cached_property
    def noted(self) -> bool:
        """Tell whether the criteria sheet has notes, which get a column."""
        return any(row.criterion.note for row in self.body)

    @cached_property
    def points_column(self) -> int:
        return 4 if self.noted else 3

    @cached_property
    def first_vendor(self) -> int:
        return self.points_column + 2

    @cached_property
    def columns(self) -> dict[str, int]:
        """Return the column of each vendor's marks by id."""
        step = 2 if self.handout.comments else 1
        return {
            vendor.id: self.first_vendor + step * number
            for number, vendor in enumerate(self.form.vendors)
        }

    @property
    def last_column(self) -> int:
        return max(self.columns.values(), default=self.first_vendor) + int(self.handout.comments)

    @property
    def after(self) -> int:
        """Return the row below the criteria."""
        return self.body[-1].number + 1 if self.body else _FIRST

    def write(self) -> None:
        self._head()
        self._headings()
        for row in self.body:
            self._criterion(row)
        self._rules()
        self._foot()
        self.page.widths(self._widths)
        self.page.freeze(_FIRST, self.first_vendor)
        self.page.protect()
        self.page.print_on_a4(
            landscape=sum(self._widths) > _WIDEST_PORTRAIT,
            pages_wide=self._pages_wide,
            repeat_rows=(_NAMES, _HEADINGS),
            repeat_columns=self.first_vendor - 1,
            footer=" ".join(filter(None, (self._procurement, self.form.title, self.form.who))),
        )

    @property
    def _pages_wide(self) -> int:
        """Return how many pages the columns take; the first ones are repeated on each."""
        fixed = sum(self._widths[: self.first_vendor - 1])
        room = max(_WIDEST_LANDSCAPE - fixed, self._widths[-1] + 8)
        return max(1, -(-int(sum(self._widths) - fixed) // int(room)))

    @property
    def _procurement(self) -> str:
        return self.handout.procurement.title or self.handout.criteria.title

    @cached_property
    def _widths(self) -> list[float]:
        """Return the widths of all columns: as wide as what stands in them, within reason."""
        ids = max((width(row.criterion.id) for row in self.body), default=0)
        names = max((width(row.criterion.name) + 2 * row.depth for row in self.body), default=0)
        how = max((width(self._how(row)) for row in self.leaves), default=0)
        heads = [width(vendor_heading(vendor)) for vendor in self.form.vendors]
        heads += [min(width(vendor.name), 14) for vendor in self.form.vendors]
        each = min(max([10, *(wide + 3 for wide in heads)]), _WIDEST_VENDOR)
        marks = [each, _COMMENT_WIDTH] if self.handout.comments else [each]
        return [
            min(max(ids + 1, 5), 12),
            min(max(names + 3, 24), _WIDEST_CRITERION),
            *([_NOTE_WIDTH] if self.noted else []),
            8,
            min(max(how + 2, 12), 20),
            *marks * len(self.form.vendors),
        ]

    def _how(self, row: Row) -> str:
        return str(row.marking.told) if row.marking else ""

    def _head(self) -> None:
        """Write title, evaluator, counter and guide over the columns that every page repeats."""
        last = self.first_vendor - 1
        wide = sum(self._widths[:last])
        title = f"{self._procurement} {self.form.title}"
        self.page.merge(_TITLE, 1, last, title, looks.TITLE)
        self.page.height(_TITLE, lines(title, wide, looks.TITLE.size), looks.TITLE.size)
        about = [
            str(message(N_("Evaluator: {name}"), name=self.form.who)) if self.form.who else "",
            str(message(N_("Criteria sheet: {title}"), title=self.handout.criteria.title)),
        ]
        told = "\n".join(filter(None, about))
        self.page.merge(_ABOUT, 1, last, told, looks.PLAIN)
        self.page.height(_ABOUT, max(lines(told, wide), 2))
        self._counter()
        guide = self._guide()
        self.page.merge(_GUIDE, 1, last, guide, looks.GUIDE)
        self.page.height(_GUIDE, lines(guide, wide, looks.GUIDE.size), looks.GUIDE.size)

    def _counter(self) -> None:
        """Write how many marks are there and how many are missing, as a live formula."""
        first = self.first_vendor
        last = min(first + 2, self.last_column)
        self.page.merge(_ABOUT, first, last, "", looks.COUNTER)
        count = len(self.leaves) * len(self.columns)
        row = self._missing_row
        places = [address(row, column) for column in self.columns.values()]
        blank = f"SUM({','.join(places)})" if places else "0"
        filled, left = _("Filled"), _("blank")
        formula = f'="{filled} "&({count}-{blank})&" / {count}"&CHAR(10)&"{left} "&{blank}'
        shown = f"{filled} 0 / {count}\n{left} {count}"
        self.page.put(_ABOUT, first, Formula(formula, shown), looks.COUNTER)

    def _guide(self) -> str:
        """Return how to mark, in a few sentences."""
        sentences: list[Message] = [
            message(
                N_(
                    "Enter a mark in each yellow cell, as the column “{how}” says; anything else is not taken."
                ),
                how=spelt(HOW_HEADINGS),
            ),
            message(N_("A blank is not a zero: enter 0 where you mean 0.")),
            message(N_("Sums are computed; nothing else needs to be filled in.")),
        ]
        if not any(row.summed for row in self.tops):
            sentences.pop()
        if row := self._rank_row:
            sentences.append(
                message(
                    N_(
                        "Where two vendors have the same total, put them in order in the row “{row}”."
                    ),
                    row=row,
                )
            )
        if self.form.recused:
            names = listing(vendor_heading(vendor) for vendor in self.form.recused)
            sentences.append(
                message(N_("Recused, and not to be marked here: {vendors}."), vendors=names)
            )
        return "\n".join(f"{number}. {each}" for number, each in enumerate(sentences, start=1))

    def _headings(self) -> None:
        named = not self.handout.anonymous and any(v.name != v.id for v in self.form.vendors)
        for column in range(1, self.last_column + 1):
            self.page.put(_HEADINGS, column, None, looks.HEADING)
        high = 0
        for vendor in self.form.vendors if named else ():
            if look_up(GRID, vendor.name) == "id":
                continue  # the row would be read as that of the headings
            column = self.columns[vendor.id]
            self.page.put(_NAMES, column, vendor.name, looks.NAME)
            wide = self._widths[column - 1]
            high = max(high, lines(vendor.name, wide, looks.NAME.size))
        if named:
            self.page.height(_NAMES, high, looks.NAME.size)
        heads = {1: GRID["id"][0], 2: spelling(GRID, "criterion")}
        if self.noted:
            heads[3] = spelt(NOTE_HEADINGS)
        heads[self.points_column] = spelling(GRID, "points")
        heads[self.points_column + 1] = spelt(HOW_HEADINGS)
        for vendor in self.form.vendors:
            column, head = self.columns[vendor.id], vendor_heading(vendor)
            heads[column] = head
            if self.handout.comments:
                heads[column + 1] = f"{head} {spelt(COMMENT_SUFFIXES)}"
        for column, head in heads.items():
            self.page.put(_HEADINGS, column, head, looks.HEADING)
        vendors = range(self.first_vendor, self.last_column + 1)
        high = max((lines(heads[each], self._widths[each - 1]) for each in vendors), default=1)
        self.page.height(_HEADINGS, high, least=_WRITTEN_BY_HAND)

    def _criterion(self, row: Row) -> None:
        group = row.leaf is None
        points = row.points if row.leaf or row.summed else None

        def look(style: Style) -> Style:
            return looks.group(style, row.depth) if group else style

        self.page.put(row.number, 1, row.criterion.id, look(looks.ID))
        name = replace(looks.TEXT, indent=row.depth)
        self.page.put(row.number, 2, row.criterion.name, look(name))
        self.page.height(row.number, self._lines(row), least=_WRITTEN_BY_HAND)
        if self.noted:
            self.page.put(row.number, 3, row.criterion.note, replace(look(looks.NOTE), bold=False))
        self.page.put(row.number, self.points_column, points, look(looks.POINTS))
        self.page.put(row.number, self.points_column + 1, self._how(row), look(looks.NOTE))
        for column in self.columns.values():
            if group:
                self._sum(row.number, column, row.parts, look(looks.POINTS))
            else:
                self.page.put(row.number, column, None, looks.MARK)
            if self.handout.comments:
                style = look(looks.NOTE) if group else looks.COMMENT
                self.page.put(row.number, column + 1, None, style)

    def _lines(self, row: Row) -> int:
        """Return how many lines of 11 points the longest text of a row takes."""
        widths = self._widths
        name = lines(row.criterion.name, widths[1] - 2 * row.depth)
        note = lines(row.criterion.note or "", widths[2], looks.NOTE.size) if self.noted else 1
        how = lines(self._how(row), widths[self.points_column], looks.NOTE.size)
        return max(name, note, how)

    def _rules(self) -> None:
        """Let the cells of the marks take only what may be given, and show what is wrong or filled.

        Neighbouring criteria that are marked alike have one rule, over all columns of marks.
        """
        for run in runs(self.leaves, lambda row: row.marking):
            marking = run[0].marking
            if marking is None:
                continue
            for first, last in self._blocks:
                start, end = (run[0].number, first), (run[-1].number, last)
                cell = address(*start)
                rule = replace(marking.rule, formula=marking.rule.formula.replace(CELL, cell))
                self.page.allow(start, end, self.choices.placed(rule))
                wrong = f"={marking.wrong.replace(CELL, cell)}"
                self.page.mark_where(start, end, wrong, looks.WRONG)
                self.page.mark_where(start, end, f'={cell}<>""', looks.FILLED)

    @property
    def _blocks(self) -> list[tuple[int, int]]:
        """Return the first and last of neighbouring columns of marks."""
        columns = list(self.columns.values())
        if self.handout.comments or not columns:
            return [(column, column) for column in columns]
        return [(columns[0], columns[-1])]

    def _sum(self, number: int, column: int, parts: tuple[Row, ...], style: Style) -> None:
        formula = total(parts, column, self.points_column)
        self.page.put(number, column, formula and Formula(formula, ""), style)

    @cached_property
    def _rank_row(self) -> str | None:
        """Return the ID of the row in which the evaluator puts the vendors in an order of its own.

        None where nobody does; a criterion that has the word for its ID goes before.
        """
        if self.form.kind != "panel" or not rank_without_ties(self.handout.criteria):
            return None
        taken = {key(each) for each in self.handout.criteria.by_id}
        words = (spelt(OWN_RANK_ROWS), *OWN_RANK_ROWS)
        return next((word for word in words if key(word) not in taken), None)

    @cached_property
    def _missing_row(self) -> int:
        return (
            self.after + int(any(row.summed for row in self.tops)) + int(self._rank_row is not None)
        )

    def _foot(self) -> None:
        row = self.after
        if any(each.summed for each in self.tops):
            points = sum(top.points for top in self.tops if top.summed)
            self._line(row, "", spelt(TOTAL_ROWS), looks.TOTAL)
            self.page.put(row, self.points_column, points, looks.TOTAL_NUMBER)
            for column in self.columns.values():
                self._sum(row, column, self.tops, looks.TOTAL_NUMBER)
            row += 1
        if self._rank_row:
            self._line(row, self._rank_row, _("Order of the vendors"), looks.TEXT)
            count = len(self.form.vendors)
            told = message(N_("{lowest} to {highest}, whole numbers"), lowest=1, highest=count)
            rule = Rule(
                "whole", 1, count, title=_("How to mark"), prompt=str(told), complaint=str(told)
            )
            for column in self.columns.values():
                self.page.put(row, column, None, looks.MARK)
                self.page.allow((row, column), (row, column), rule)
            row += 1
        self._line(row, "", spelt(MISSING_ROWS), looks.MISSING)
        for column in self.columns.values():
            formula = Formula(missing(self.tops, column), len(self.leaves))
            self.page.put(row, column, formula, looks.MISSING_NUMBER)
            place = (row, column)
            self.page.mark_where(place, place, f"={address(*place)}>0", looks.OPEN)
        if self.form.kind == "panel":
            for each, words in enumerate(_SIGNED, start=row + 2):
                label = spelt(words)
                self.page.put(each, 2, label + (":" if label.isascii() else "："), looks.SIGNED)
                self.page.height(each, 1, least=_WRITTEN_BY_HAND + 6)

    def _line(self, row: int, identifier: str, label: str, style: Style) -> None:
        for column in range(1, self.last_column + 1):
            self.page.put(row, column, None, style)
        self.page.put(row, 1, identifier, replace(style, size=8))
        self.page.put(row, 2, label, style)
        self.page.height(row, 1, least=_WRITTEN_BY_HAND)
