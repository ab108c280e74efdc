"""The sheet 同点: who is equal in what is compared, and what told them apart, step by step."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial

from procscore.exact import SIGNIFICANT_DIGITS
from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Contest, Frame
from procscore.export.ranking_book.ledger import Held, Spot
from procscore.export.ranking_book.ranks import better, trace
from procscore.formula.excel import NOT_HELD
from procscore.language import N_, _, message
from procscore.model.result import Tie, TieStep
from procscore.model.rules_told.ranking import BALLOT_WORDS, LOT_WORDS
from procscore.model.tie_steps import Lot
from procscore.model.told import tie_sentences, vendor_name
from procscore.xlsx import Content, Formula

BY_LOT = message(N_("a lot with numbers that a cell cannot hold decided"))
COUNTED = message(N_("it counts orders that evaluators gave themselves"))
_FIRST = Held(Spot("", 0, 0), Fraction(1))
"""The place of all before the first step."""
_POINTS_OF_FIRSTS = BALLOT_WORDS["points-of-firsts"]
_FIRST_STEP = 3
_NAME, _VALUE, _NUMBER, _PLACE = 34, 16, 18, 8


def needed(frame: Frame) -> bool:
    """Tell whether there is anything to show."""
    return any(contest.ties for contest in frame.contests)


def draft(frame: Frame) -> Draft:
    """Lay out the sheet."""
    longest = max(len(tie.steps) for contest in frame.contests for tie in contest.ties)
    sheet = Draft(
        frame.names["ties"],
        frame.ledger,
        [_NAME, _VALUE, *[_NUMBER, _PLACE] * longest],
        one_page=True,
    )
    sheet.line(sheet.name, looks.TITLE)
    for contest in frame.contests:
        for tie in contest.ties:
            _Table(frame, sheet, contest, tie).write()
    return sheet


class _Table:
    """One tie: a row a vendor, two columns a step."""

    def __init__(self, frame: Frame, sheet: Draft, contest: Contest, tie: Tie) -> None:
        self._frame = frame
        self._sheet = sheet
        self._contest = contest
        self._tie = tie
        self._rows: dict[str, int] = {}
        """By vendor id."""

    def write(self) -> None:
        sheet, tie = self._sheet, self._tie
        sheet.row += 1
        start = sheet.row
        if self._contest.title:
            sheet.line(self._contest.title, looks.SUBTITLE)
        for sentence in tie_sentences(tie):
            sheet.line(str(sentence), looks.SENTENCE)
        steps = [part for step in tie.steps for part in (_heading(step), _("Place"))]
        sheet.texts(1, [_("Vendor"), _("Compared"), *steps], looks.HEADING)
        for vendor in self._frame.handed_in(tie.vendors):
            sheet.row += 1
            self._rows[vendor] = sheet.row
            each = self._frame.result.vendor(vendor)
            sheet.texts(1, [vendor_name(each)], looks.TEXT)
            style = looks.number(looks.NUMBER, tie.value, looks.places([tie.value]))
            sheet.put(2, partial(self._value, vendor, sheet.spot(2)), style)
        sheet.row += 1
        sheet.together(start)
        places: dict[str, Held] = {}
        for number, step in enumerate(tie.steps):
            places = self._step(step, _FIRST_STEP + 2 * number, places)
        for vendor, held in places.items():
            self._frame.places_in_ties[self._contest.id, vendor] = held

    def _value(self, vendor: str, spot: Spot) -> Content:
        """Return the value in which the vendors are tied, from where it is computed."""
        ranked = {each.vendor.id: each for each in self._contest.ranked}
        value = ranked[vendor].value
        named = self._frame.given.get((self._contest.id, vendor), {})
        return self._frame.ledger.copy(value, spot, named) if value else self._tie.value

    def _step(self, step: TieStep, column: int, before: Mapping[str, Held]) -> dict[str, Held]:
        """Write what a step compared, and everyone's place after it."""
        numbers = {
            vendor: held for vendor in step.values if (held := self._number(step, vendor, column))
        }
        after: dict[str, Held] = {}
        for vendor, row in self._rows.items():
            spot, start = self._sheet.spot(column + 1, row), before.get(vendor, _FIRST)
            after[vendor] = Held(spot, start.value + _ahead(step, vendor))
            compared = step.compared is not None and len(numbers) == len(step.values)
            follows = vendor in step.values and (compared or len(step.order) > 1)
            content = partial(self._place, step, vendor, start, after[vendor], numbers)
            kept = start.value if start is _FIRST else Formula(f"={self._seen(start)}", start.value)
            self._sheet.put(spot.column, content if follows else kept, looks.CENTRED, row)
        return after

    def _seen(self, held: Held) -> str:
        return "1" if held is _FIRST else held.spot.seen_from(self._sheet.name)

    def _place(
        self,
        step: TieStep,
        vendor: str,
        before: Held,
        after: Held,
        numbers: Mapping[str, Held],
    ) -> Content:
        """Return a vendor's place: that before the step, and how many the step puts ahead."""
        ledger, sheet = self._sheet.ledger, self._sheet.name
        half = trace([each.value for each in numbers.values()])
        if half is None or len(numbers) < len(step.values):
            return ledger.enter(after.value, after.spot, NOT_HELD if numbers else BY_LOT)
        (area,) = ledger.area(list(numbers.values()), sheet)
        if step.compared is None:
            ahead = self._by_remainder(step, vendor, area)
        else:
            own, lowest_first = self._seen(numbers[vendor]), step.compared.lowest_first
            among = "" if before is _FIRST else self._equal_before(before, numbers)
            ahead = better(area, own, half, lowest_first=lowest_first, among=among)
        return Formula(f"={self._seen(before)}+{ahead}", after.value)

    def _equal_before(self, before: Held, numbers: Mapping[str, Held]) -> str:
        """Return the arguments of COUNTIFS by which those are counted who had the same place before.

        A step that told nobody apart may do so once a mark is changed: then those after it must not.
        """
        rows = [each.spot.row for each in numbers.values()]
        first, last = (before.spot._replace(row=row) for row in (min(rows), max(rows)))
        sheet = self._sheet.name
        return f"{first.seen_from(sheet)}:{last.seen_from(sheet)},{self._seen(before)}"

    def _by_remainder(self, step: TieStep, vendor: str, area: str) -> str:
        """Return how many are ahead by the remainder of the sum of the lots (see `scoring.lots`)."""
        lot, order = self._remainder, [each for group in step.order for each in group]
        count, shift = len(order), int(lot.add) - int(lot.first)
        position = (sum(int(step.values[each]) for each in order) + shift) % count
        if lot.following == "cyclic":
            number = (position + order.index(vendor)) % count
            return f"MOD({number}-SUM({area}){_signed(-shift)},{count})"
        first, *others = order
        numbered = [*others[:position], first, *others[position:]]
        return f"IF(MOD(SUM({area}){_signed(shift)},{count})={numbered.index(vendor)},0,1)"

    @property
    def _remainder(self) -> Lot:
        lots = (each.lot for each in self._contest.rules.ties)
        return next(lot for lot in lots if lot is not None and lot.rule == "remainder")

    def _number(self, step: TieStep, vendor: str, column: int) -> Held | None:
        """Write what a step compared of a vendor; return its cell if it holds a number."""
        sheet, row = self._sheet, self._rows[vendor]
        spot, written = sheet.spot(column, row), step.values[vendor]
        value = step.compared.numbers.get(vendor) if step.compared else _lot(step, vendor)
        if value is None:
            sheet.put(column, written, looks.CENTRED, row)
            return None
        style = looks.number(looks.CENTRED, value, looks.places([value]))
        if written.isascii() and written.isdecimal():  # a lot, with the zeros it begins with
            style = replace(style, number="0" * len(written))
        sheet.put(column, partial(self._compared, step, vendor, Held(spot, value)), style, row)
        return Held(spot, value)

    def _compared(self, step: TieStep, vendor: str, held: Held) -> Content:
        """Return what was compared, from where it stands; what was drawn or decided as it is."""
        compared, sheet = step.compared, self._sheet.name
        if compared is None or step.awaits:
            return held.value
        if compared.names:
            parts = [self._part(vendor, name) for name in compared.names]
            known = [each for each in parts if each is not None]
            cells = [each.spot.seen_from(sheet) for each in known]
            if sum((each.value for each in known), Fraction(0)) == held.value:
                return Formula("=" + ("+".join(cells) or "0"), held.value)
        found = self._votes(step, vendor)
        if found is not None and found.value == held.value:
            return found
        return self._sheet.ledger.enter(held.value, held.spot, COUNTED)

    def _part(self, vendor: str, name: str) -> Held | None:
        """Return where an amount, or the points of a criterion, stands."""
        amount = self._frame.result.vendor(vendor).amounts.get(name)
        return self._frame.ledger.at(amount) if amount else self._frame.points.get((vendor, name))

    def _votes(self, step: TieStep, vendor: str) -> Formula | None:
        """Return how often the evaluators gave a place, or the points of those who gave the first."""
        given = self._frame.given.get((self._contest.id, vendor), {})
        places, totals = given.get("places", ()), given.get("totals", ())
        if not places:
            return None
        (area,) = self._sheet.ledger.area(places, self._sheet.name)
        if step.rule.text == _POINTS_OF_FIRSTS:
            (added,) = self._sheet.ledger.area(totals, self._sheet.name)
            pairs = zip(places, totals, strict=True)
            points = (own.value for place, own in pairs if place.value == 1)
            return Formula(f"=SUMIF({area},1,{added})", sum(points, Fraction(0)))
        place = step.rule.details["place"]
        count = Fraction(sum(each.value == place for each in places))
        return Formula(f"=COUNTIF({area},{place})", count)


def _heading(step: TieStep) -> str:
    """Return what a step is called: of a lot the sentence above the table tells the arithmetic."""
    by_lot = step.awaits == "lot" or (step.compared is None and not step.awaits)
    return _(LOT_WORDS["drawn"]) if by_lot else str(step.rule)


def _signed(number: int) -> str:
    return f"{number:+d}" if number else ""


def _ahead(step: TieStep, vendor: str) -> int:
    """Return how many of its group a step puts before a vendor."""
    ahead = 0
    for group in step.order:
        if vendor in group:
            return ahead
        ahead += len(group)
    return 0


def _lot(step: TieStep, vendor: str) -> Fraction | None:
    """Return the number of a lot whose remainder names the first, as far as a cell can hold it."""
    text = step.values[vendor]
    known = len(step.order) > 1 and text.isdecimal() and len(text) < SIGNIFICANT_DIGITS
    return Fraction(int(text)) if known else None
