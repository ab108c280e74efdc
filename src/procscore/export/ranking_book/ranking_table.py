"""The table of a ranking: vendors first to last, what is compared, and the ranks that follow."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from procscore.exact import display
from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Contest, Frame
from procscore.export.ranking_book.ledger import Held
from procscore.export.ranking_book.ranks import Order
from procscore.formula import Derivation
from procscore.language import _
from procscore.model.criteria import Criterion
from procscore.model.result import VendorResult
from procscore.model.told import VALUE_WORDS, result_word, stage_word, vendor_name
from procscore.xlsx import Content, Formula, Style

_RANK, _VENDOR, _FIRST = 1, 2, 3
"""Columns."""
_ALONE = replace(looks.CENTRED, number='"-"')
"""The place of who is in no tie: the ranks count with the 1 that is shown as a dash."""


class _Column(NamedTuple):
    """A column of numbers."""

    heading: str
    number: Callable[[VendorResult], Derivation | None]
    bold: bool = False


class RankingTable:
    """Lays out the ranking of a contest on a sheet."""

    def __init__(
        self, frame: Frame, sheet: Draft, contest: Contest, groups: Sequence[Criterion] = ()
    ) -> None:
        """Start with the contest; the points of `groups` stand before the total."""
        self._frame = frame
        self._sheet = sheet
        self._contest = contest
        self._columns = list(_columns(frame, contest, groups))
        tied = any(each == contest.id for each, _vendor in frame.places_in_ties)
        self._places = _FIRST + len(self._columns) if tied else 0
        self.last = _FIRST + len(self._columns) + tied
        """The column of what becomes of a vendor."""
        self.watched: list[Held] = []
        """The ranks, and what they follow from, as they were evaluated."""

    def write(self) -> None:
        """Write the headings and a row a vendor, and go on below."""
        sheet, start = self._sheet, self._sheet.row
        headings = [_("Rank"), _("Vendor"), *(each.heading for each in self._columns)]
        places = [_("Place among equals")] if self._places else []
        sheet.texts(1, [*headings, *places, _("Outcome")], looks.HEADING)
        sheet.row += 1
        first = sheet.row
        for each in self._contest.ranked:
            self._vendor(each)
            sheet.row += 1
        self._ranks(first)
        sheet.together(start)

    def _vendor(self, each: VendorResult) -> None:
        sheet, result = self._sheet, self._frame.result
        chosen = self._contest.stage is None and each.vendor.id in result.award.winners
        fill = looks.CHOSEN if chosen else ""
        sheet.texts(_VENDOR, [vendor_name(each)], replace(looks.TEXT, fill=fill, bold=chosen))
        for at, column in enumerate(self._columns, start=_FIRST):
            look = replace(looks.NUMBER, fill=fill, bold=column.bold)
            self._number(at, each, column, look)
        if self._places:
            tied = self._key(each) in self._frame.places_in_ties
            look = looks.CENTRED if tied else _ALONE
            sheet.put(self._places, self._place(each), replace(look, fill=fill))
        stage = self._contest.stage
        word = stage_word(stage, each) if stage else result_word(result, each)
        sheet.texts(self.last, [str(word)], replace(looks.CENTRED, fill=fill, bold=True))

    def _number(self, at: int, each: VendorResult, column: _Column, style: Style) -> None:
        derivation, spot = column.number(each), self._sheet.spot(at)
        if derivation is None:
            self._sheet.put(at, None, style)
            return
        ledger, named = self._frame.ledger, self._frame.given.get(self._key(each), {})
        ledger.compute(derivation, spot)
        if column.bold:
            self.watched.append(Held(spot, derivation.value))
        found = (column.number(other) for other in self._contest.ranked)
        decimals = looks.places(other.value for other in found if other)
        content = partial(ledger.copy, derivation, spot, named)
        self._sheet.put(at, content, looks.number(style, derivation.value, decimals))

    def _key(self, each: VendorResult) -> tuple[str, str]:
        return self._contest.id, each.vendor.id

    def _place(self, each: VendorResult) -> Content:
        """Return the place among equals; who is in no tie is the first of one."""
        held = self._frame.places_in_ties.get(self._key(each))
        return Formula(f"={held.spot.seen_from(self._sheet.name)}", held.value) if held else 1

    def _ranks(self, first: int) -> None:
        """Write the ranks, which follow from the values and from the places among equals."""
        ranked, sheet = self._contest.ranked, self._sheet
        compared = _FIRST + len(self._columns) - 1
        rows = range(first, first + len(ranked))
        held = [
            Held(sheet.spot(compared, row), each.value.value)
            for row, each in zip(rows, ranked, strict=True)
            if each.value is not None
        ]
        places = [
            Held(sheet.spot(self._places, row), known.value if known else Fraction(1))
            for row, each in zip(rows, ranked, strict=True)
            for known in [self._frame.places_in_ties.get(self._key(each))]
        ]
        order = Order(
            self._frame.ledger,
            held,
            lowest_first=self._contest.rules.lowest_first,
            places=places if self._places else (),
        )
        for at, (row, each) in enumerate(zip(rows, ranked, strict=True)):
            rank = each.rank or Fraction(0)
            style = looks.number(replace(looks.CENTRED, bold=True), rank, looks.places([rank]))
            spot = sheet.spot(_RANK, row)
            self.watched.append(Held(spot, rank))
            convention = self._contest.rules.equal_ranks
            sheet.put(_RANK, partial(order.rank, at, spot, rank, convention), style, row)


def _columns(frame: Frame, contest: Contest, groups: Sequence[Criterion]) -> list[_Column]:
    """Return the numbers of the table; the last is what is compared."""

    def points(criterion: str) -> Callable[[VendorResult], Derivation | None]:
        return lambda each: each.score(criterion).derivation

    parts = [
        _Column(f"{each.name}\n/ {display(frame.result.of(each.id))}", points(each.id))
        for each in groups
    ]
    total = f"{_('Total')}\n/ {display(contest.of)}"
    word = _(VALUE_WORDS[contest.rules.by])
    value = [_Column(word, lambda each: each.value, bold=True)] if contest.by_value else []
    return [*parts, _Column(total, lambda each: each.total, bold=True), *value]
