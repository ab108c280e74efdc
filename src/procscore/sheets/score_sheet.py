"""One sheet of marks, ready to print and to hand to an evaluator.

Title, how to mark, headings, a row a criterion with groups as headings, a column a vendor. Sums and
counters are live formulas; everything but the marks is locked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from procscore.language import N_, _, message
from procscore.model.words import (
    COMMENT_SUFFIXES,
    GRID,
    HOW_HEADINGS,
    MISSING_ROWS,
    NOTE_HEADINGS,
    TOTAL_ROWS,
    look_up,
    spelling,
    spelt,
)
from procscore.sheets import looks
from procscore.sheets.choices import Choices
from procscore.sheets.geometry import ABOUT, FIRST, GUIDE, HEADINGS, NAMES, TITLE, Geometry
from procscore.sheets.guide import guide
from procscore.sheets.handout import Form, Handout, vendor_heading
from procscore.sheets.marking import CELL
from procscore.sheets.rows import Row, missing, runs, total
from procscore.xlsx import Area, Formula, Page, Rule, Style, address, lines

_MOST_RANGES = 200
"""Ranges that share one rule; Excel does not take any number of them."""
_WRITTEN_BY_HAND = 22
"""Points of height in which a mark can be written by hand."""
_SIGNED = (("採点日", "date"), ("署名", "signature"))
"""What is written by hand below the marks: words that the reader knows (`SIGNED_ROWS`)."""


def write(page: Page, handout: Handout, form: Form, choices: Choices) -> None:
    """Write a form on an empty page."""
    _Writer(page, handout, form, choices).write()


@dataclass(frozen=True)
class _Writer:
    page: Page
    handout: Handout
    form: Form
    choices: Choices

    @cached_property
    def at(self) -> Geometry:
        return Geometry(self.handout, self.form)

    def write(self) -> None:
        self._head()
        self._headings()
        for row in self.at.body:
            self._criterion(row)
        self._rules()
        self._foot()
        self.page.widths(self.at.widths)
        self.page.freeze(FIRST, self.at.first_vendor)
        self.page.protect()
        self.page.print_on_a4(
            landscape=self.at.landscape,
            pages_wide=self.at.pages_wide,
            repeat_rows=(NAMES, HEADINGS),
            repeat_columns=self.at.first_vendor - 1,
            footer=" ".join(filter(None, (self._procurement, self.form.title, self.form.who))),
        )

    @property
    def _procurement(self) -> str:
        return self.handout.procurement.title or self.handout.criteria.title

    def _head(self) -> None:
        """Write title, evaluator, counter and guide over the columns that every page repeats."""
        last = self.at.first_vendor - 1
        wide = sum(self.at.widths[:last])
        title = f"{self._procurement} {self.form.title}"
        self.page.merge(TITLE, 1, last, title, looks.TITLE)
        self.page.height(TITLE, lines(title, wide, looks.TITLE.size), looks.TITLE.size)
        about = [
            str(message(N_("Evaluator: {name}"), name=self.form.who)) if self.form.who else "",
            str(message(N_("Criteria sheet: {title}"), title=self.handout.criteria.title)),
        ]
        told = "\n".join(filter(None, about))
        self.page.merge(ABOUT, 1, last, told, looks.PLAIN)
        self.page.height(ABOUT, max(lines(told, wide), 2))
        if not self.at.optional:
            self._counter()
        told = guide(self.at)
        self.page.merge(GUIDE, 1, last, told, looks.GUIDE)
        self.page.height(GUIDE, lines(told, wide, looks.GUIDE.size), looks.GUIDE.size)

    def _counter(self) -> None:
        """Write how many marks are there and how many are missing, as a live formula."""
        first = self.at.first_vendor
        last = min(first + 2, self.at.last_column)
        self.page.merge(ABOUT, first, last, "", looks.COUNTER)
        count = len(self.at.leaves) * len(self.at.columns)
        row = self.at.missing
        places = [address(row, column) for column in self.at.columns.values()]
        blank = f"SUM({','.join(places)})" if places else "0"
        filled, left = _("Filled"), _("blank")
        formula = f'="{filled} "&({count}-{blank})&" / {count}"&CHAR(10)&"{left} "&{blank}'
        shown = f"{filled} 0 / {count}\n{left} {count}"
        self.page.put(ABOUT, first, Formula(formula, shown), looks.COUNTER)

    def _headings(self) -> None:
        named = not self.handout.anonymous and any(v.name != v.id for v in self.form.vendors)
        for column in range(1, self.at.last_column + 1):
            self.page.put(HEADINGS, column, None, looks.HEADING)
        high = 0
        for vendor in self.form.vendors if named else ():
            if look_up(GRID, vendor.name) == "id":
                continue  # the row would be read as that of the headings
            column = self.at.columns[vendor.id]
            self.page.put(NAMES, column, vendor.name, looks.NAME)
            wide = self.at.wide(column)
            high = max(high, lines(vendor.name, wide, looks.NAME.size))
        if named:
            self.page.height(NAMES, high, looks.NAME.size)
        heads = {1: GRID["id"][0], 2: spelling(GRID, "criterion")}
        if self.at.noted:
            heads[3] = spelt(NOTE_HEADINGS)
        heads[self.at.points] = spelling(GRID, "points")
        heads[self.at.points + 1] = spelt(HOW_HEADINGS)
        for vendor in self.form.vendors:
            column, head = self.at.columns[vendor.id], vendor_heading(vendor)
            heads[column] = head
            if self.at.commented:
                heads[column + 1] = f"{head} {spelt(COMMENT_SUFFIXES)}"
        for column, head in heads.items():
            self.page.put(HEADINGS, column, head, looks.HEADING)
        vendors = range(self.at.first_vendor, self.at.last_column + 1)
        high = max((lines(heads[each], self.at.wide(each)) for each in vendors), default=1)
        self.page.height(HEADINGS, high, least=_WRITTEN_BY_HAND)

    def _criterion(self, row: Row) -> None:
        group = row.leaf is None
        points = row.points if row.leaf or row.summed else None

        def look(style: Style) -> Style:
            return looks.group(style, row.depth) if group else style

        self.page.put(row.number, 1, row.criterion.id, look(looks.ID))
        name = replace(looks.TEXT, indent=row.depth)
        self.page.put(row.number, 2, row.criterion.name, look(name))
        self.page.height(row.number, self.at.lines(row), least=_WRITTEN_BY_HAND)
        if self.at.noted:
            self.page.put(row.number, 3, row.criterion.note, replace(look(looks.NOTE), bold=False))
        self.page.put(row.number, self.at.points, points, look(looks.POINTS))
        self.page.put(row.number, self.at.points + 1, row.how, look(looks.NOTE))
        for column in self.at.columns.values():
            if group:
                self._sum(row.number, column, row.parts, look(looks.POINTS))
            else:
                self.page.put(row.number, column, None, looks.MARK)
            if self.at.commented:
                style = look(looks.NOTE) if group else looks.COMMENT
                self.page.put(row.number, column + 1, None, style)

    def _rules(self) -> None:
        """Let the cells of the marks take only what may be given, and show what is wrong or filled.

        Criteria that are marked alike have one rule, over all columns of marks.
        """
        alike: dict[tuple[Rule, str], list[Row]] = {}
        for row in self.at.leaves:
            if row.marking is not None:
                alike.setdefault((row.marking.rule, row.marking.wrong), []).append(row)
        for (rule, wrong), found in alike.items():
            placed = self.choices.placed(rule)
            for area in self._areas(found):
                cell = address(*area[0][0])
                formula = placed.formula.replace(CELL, cell)
                self.page.allow(area, replace(placed, formula=formula))
            self._laid_over(found, f"={wrong}", looks.WRONG)
        self._laid_over(self.at.leaves, f'={CELL}<>""', looks.FILLED)

    def _laid_over(self, found: Sequence[Row], formula: str, style: Mapping[str, str]) -> None:
        for area in self._areas(found):
            self.page.mark_where(area, formula.replace(CELL, address(*area[0][0])), style)

    def _areas(self, found: Sequence[Row]) -> Iterator[Area]:
        """Give the cells of marks in `found`, as few ranges as there are; the first is top left."""
        blocks = self.at.blocks
        together = runs(found) if blocks else []
        most = max(1, _MOST_RANGES // max(1, len(blocks)))
        for start in range(0, len(together), most):
            yield [
                ((run[0].number, first), (run[-1].number, last))
                for run in together[start : start + most]
                for first, last in blocks
            ]

    def _sum(self, number: int, column: int, parts: tuple[Row, ...], style: Style) -> None:
        formula = total(parts, column, self.at.points)
        self.page.put(number, column, formula and Formula(formula, ""), style)

    def _foot(self) -> None:
        row = self.at.after
        if self.at.summed:
            points = sum(top.points for top in self.at.tops if top.summed)
            self._line(row, "", spelt(TOTAL_ROWS), looks.TOTAL)
            self.page.put(row, self.at.points, points, looks.TOTAL_NUMBER)
            for column in self.at.columns.values():
                self._sum(row, column, self.at.tops, looks.TOTAL_NUMBER)
            row += 1
        if self.at.rank_id:
            self._line(row, self.at.rank_id, _("Order of the vendors"), looks.TEXT)
            count = len(self.form.vendors)
            told = message(N_("{lowest} to {highest}, whole numbers"), lowest=1, highest=count)
            rule = Rule(
                "whole", 1, count, title=_("How to mark"), prompt=str(told), complaint=str(told)
            )
            for column in self.at.columns.values():
                self.page.put(row, column, None, looks.MARK)
                self.page.allow([((row, column), (row, column))], rule)
            row += 1
        if self.at.optional:
            return
        self._line(row, "", spelt(MISSING_ROWS), looks.MISSING)
        for column in self.at.columns.values():
            formula = Formula(missing(self.at.tops, column), len(self.at.leaves))
            self.page.put(row, column, formula, looks.MISSING_NUMBER)
            place = (row, column)
            self.page.mark_where([(place, place)], f"={address(*place)}>0", looks.OPEN)
        if self.form.kind == "panel":
            for each, words in enumerate(_SIGNED, start=row + 2):
                label = spelt(words)
                self.page.put(each, 2, label + (":" if label.isascii() else "："), looks.SIGNED)
                self.page.height(each, 1, least=_WRITTEN_BY_HAND + 6)

    def _line(self, row: int, identifier: str, label: str, style: Style) -> None:
        for column in range(1, self.at.last_column + 1):
            self.page.put(row, column, None, style)
        self.page.put(row, 1, identifier, replace(style, size=8))
        self.page.put(row, 2, label, style)
        self.page.height(row, 1, least=_WRITTEN_BY_HAND)
