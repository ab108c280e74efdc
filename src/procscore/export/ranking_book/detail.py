"""The sheet 明細: for each vendor every criterion, every evaluator's mark, and the points."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, partial

from procscore.exact import Rounding, display
from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame, headed
from procscore.export.ranking_book.ledger import Held
from procscore.export.ranking_book.marks import MarkCells
from procscore.export.ranking_book.scales import Scales
from procscore.formula import Derivation
from procscore.formula.prose import rounding_sentence
from procscore.language import N_, _, listing, message
from procscore.model.criteria import Criterion
from procscore.model.history import inner, steps
from procscore.model.result import Score, VendorResult
from procscore.model.shown import outline
from procscore.xlsx import Style

_FIRST_GIVER = 3
_NAME, _OF, _MARK, _POINTS, _REMARK = 50, 9, 9, 12, 26
"""Widths of the columns, in narrow characters."""
_NONE = "#EDEDED"
"""Where nobody marks."""


class Detail:
    """Lays out the sheet."""

    def __init__(self, frame: Frame, scales: Scales) -> None:
        """Start with the result; `scales` are looked up when the cells are written."""
        self._frame = frame
        count = len(frame.givers)
        self.sheet = Draft(frame.names["detail"], frame.ledger, [])
        self._marks = MarkCells(frame, self.sheet, scales, _FIRST_GIVER)
        self._points = _FIRST_GIVER + count
        self._values = count if self._marks.converted else 0
        self._remark = self._points + self._values + 1 if self._remarked else 0
        marks, values = [_MARK] * count, [_MARK] * self._values
        remarks = [_REMARK] if self._remark else []
        self.sheet.widths = [_NAME, _OF, *marks, _POINTS, *values, *remarks]
        self._raws: dict[tuple[str, str], Held] = {}
        """Where the points before conversion stand, by vendor id and criterion id."""

    def draft(self) -> Draft:
        """Return the sheet: a block for each vendor, which is not torn apart on paper."""
        sheet = self.sheet
        sheet.line(sheet.name, looks.TITLE)
        if self._usual is not None:
            usual = rounding_sentence(self._usual)
            told = N_("Where nothing else is remarked: {rounding}; the points of groups are sums.")
            sheet.line(str(message(told, rounding=usual)), looks.LEAD)
        self._headings()
        for each in self._frame.vendors:
            start = sheet.row
            self._vendor(each)
            sheet.together(start)
            sheet.row += 1
        self._equate_best()
        return sheet

    def _headings(self) -> None:
        sheet = self.sheet
        givers = [self._frame.giver(each) for each in self._frame.givers]
        sheet.texts(1, [_("Criterion"), _("Out of"), *givers, _("Points given")], looks.HEADING)
        for at, giver in enumerate(givers[: self._values], start=self._points + 1):
            text = str(message(N_("Value\n{giver}"), giver=giver))
            sheet.texts(at, [text], looks.QUIET_HEADING)
        if self._remark:
            sheet.texts(self._remark, [_("Remarks")], looks.HEADING)
        sheet.head = (sheet.row, sheet.row)
        sheet.row += 1

    def _vendor(self, each: VendorResult) -> None:
        self._row(looks.BAND)
        self.sheet.span(1, self._points, headed(each), looks.BAND)
        self.sheet.row += 1
        for depth, criterion in outline(self._frame.result.criteria):
            self._criterion(each, criterion, depth)
        self._total(each)

    def _row(self, style: Style) -> None:
        """Give all cells of this row a look."""
        for column in range(1, len(self.sheet.widths) + 1):
            self.sheet.put(column, None, style)

    @cached_property
    def _decimals(self) -> int:
        """Return the decimals that all points are shown with."""
        every = (score.points for each in self._frame.vendors for score in each.walk())
        return looks.places([*every, *(each.points_in_all for each in self._frame.vendors)])

    def _criterion(self, each: VendorResult, criterion: Criterion, depth: int) -> None:
        sheet, score = self.sheet, each.score(criterion.id)
        style = looks.GROUP if criterion.criteria else looks.TEXT
        self._row(style if criterion.criteria else replace(style, fill=_NONE))
        sheet.texts(1, [criterion.name], replace(style, indent=depth))
        of = looks.number(replace(style, align="right"), score.of, looks.places([score.of]))
        sheet.put(2, score.of, of)
        self._marks.write(each, score, style)
        numbers = replace(style, align="right", bold=True)
        sheet.put(self._points, None, numbers)
        if score.derivation is not None:
            self._put_points(each, criterion, score.derivation, numbers)
        if self._remark:
            remarks = "\n".join(self._remarks(score))
            sheet.texts(self._remark, [remarks], replace(looks.QUIET, fill=style.fill))
        sheet.row += 1
        if criterion.rescale is not None and score.derivation is not None:
            self._raw(each, criterion, score.derivation, depth)

    def _put_points(
        self,
        each: VendorResult,
        criterion: Criterion,
        derivation: Derivation,
        style: Style,
    ) -> None:
        ledger, spot = self._frame.ledger, self.sheet.spot(self._points)
        ledger.compute(derivation, spot)
        self._frame.points[each.vendor.id, criterion.id] = Held(spot, derivation.value)
        look = looks.number(style, derivation.value, self._decimals)
        self.sheet.put(self._points, partial(ledger.copy, derivation, spot), look)

    def _raw(
        self,
        each: VendorResult,
        criterion: Criterion,
        derivation: Derivation,
        depth: int,
    ) -> None:
        """Write the points before conversion in a row of their own: the best of them may count."""
        raw = inner(derivation, "raw")
        if raw is None:
            return
        sheet, ledger, spot = self.sheet, self._frame.ledger, self.sheet.spot(self._points)
        self._row(looks.QUIET)
        label = str(message(N_("{criterion}, before conversion"), criterion=criterion.name))
        sheet.texts(1, [label], replace(looks.QUIET, indent=depth))
        self._raws[each.vendor.id, criterion.id] = ledger.compute(raw, spot)
        places = max(self._decimals, looks.places([raw.value]))
        look = looks.number(replace(looks.QUIET, align="right"), raw.value, places)
        sheet.put(self._points, partial(ledger.copy, raw, spot), look)
        sheet.row += 1

    def _equate_best(self) -> None:
        """Say where the points stand among which the best was found."""
        for each in self._frame.vendors:
            for score in each.walk():
                best = score.derivation and inner(score.derivation, "best")
                if best is None:
                    continue
                for vendor, raw in zip(score.among, best.inputs[0].derivations, strict=True):
                    held = self._raws.get((vendor, score.criterion))
                    if held is not None:
                        self._frame.ledger.equate(raw, held)

    def _total(self, each: VendorResult) -> None:
        sheet, ledger = self.sheet, self._frame.ledger
        self._row(looks.BAND)
        sheet.texts(1, [_("Total")], looks.BAND)
        of = looks.number(replace(looks.BAND, align="right"), each.of, looks.places([each.of]))
        sheet.put(2, each.of, of)
        if each.total is not None:
            spot = sheet.spot(self._points)
            ledger.compute(each.total, spot)
            look = looks.number(
                replace(looks.BAND, align="right"), each.total.value, self._decimals
            )
            sheet.put(self._points, partial(ledger.copy, each.total, spot), look)
        sheet.row += 1

    @cached_property
    def _usual(self) -> Rounding | None:
        """Return the rounding that most criteria have, None where none is rounded."""
        found = Counter(
            _made(score.derivation).rounding
            for each in self._frame.vendors
            for score in each.walk()
            if score.derivation is not None and not score.parts
        )
        rounded = Counter({rounding: count for rounding, count in found.items() if rounding})
        return next((rounding for rounding, _count in rounded.most_common(1)), None)

    @cached_property
    def _remarked(self) -> bool:
        """Tell whether there is anything to remark."""
        every = (score for each in self._frame.vendors for score in each.walk())
        return any(True for score in every for _each in self._remarks(score))

    def _remarks(self, score: Score) -> Iterator[str]:
        """Give what has to be known to follow the points of a row."""
        if score.derivation is None:
            return
        rounding = _made(score.derivation).rounding
        if rounding != self._usual and (rounding is not None or not score.parts):
            yield str(rounding_sentence(rounding))
        if score.left_out:
            who = [mark.evaluator for mark in score.marks if mark.evaluator in score.left_out]
            yield str(message(N_("left out: {who}"), who=listing(who)))
        if not score.adds_up:
            yield _("from the evaluators' totals")
        criteria = self._frame.result.criteria
        requires = criteria.by_id[score.criterion].requires
        withheld = _withheld(score.derivation) if requires else None
        if requires and withheld:
            earned, reached, needed = map(display, withheld)
            told = message(
                N_(
                    "not counted: {earned} earned, but “{other}” has {reached} of the {needed} needed"
                ),
                earned=earned,
                other=criteria.name_of(requires.criterion),
                reached=reached,
                needed=needed,
            )
            yield str(told)


def _made(derivation: Derivation) -> Derivation:
    """Return how points came about, whether they are given or withheld, and however often."""
    return inner(derivation, "earned") or inner(derivation, "once") or derivation


def _withheld(derivation: Derivation) -> tuple[Fraction, Fraction, Fraction] | None:
    """Return what was earned, what was reached and what was needed, where that withholds points."""
    for step in steps(derivation):
        found = {each.name: each.value for each in step.inputs if isinstance(each.value, Fraction)}
        if "earned" in found and found["reached"] < found["needed"]:
            return found["earned"], found["reached"], found["needed"]
    return None
