"""The sheet 価格点: what was quoted, what it is compared with, and the points that follow.

It is called 金額・数量 where nothing is scored by a price.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from procscore.exact import display
from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft, Later
from procscore.export.ranking_book.frame import Contest, Frame
from procscore.export.ranking_book.ledger import Held
from procscore.formula import Derivation, names
from procscore.formula import Formula as Parsed
from procscore.formula.prose import prose, rounding_sentence
from procscore.language import N_, _, message
from procscore.model.bids import Quote
from procscore.model.criteria import Leaf
from procscore.model.history import innermost
from procscore.model.result import VendorResult
from procscore.model.rules_told.words import formula_in_words
from procscore.model.scores import ByFormula, Price
from procscore.model.told import VALUE_WORDS, vendor_name
from procscore.xlsx import Formula

_FIGURES = {
    "lowest": (N_("Lowest of the bids that count"), "MIN"),
    "highest": (N_("Highest of the bids that count"), "MAX"),
    "average": (N_("Mean of the bids that count"), "AVERAGE"),
    "count": (N_("Bids that count"), "COUNT"),
}
"""What a price is compared with: how it is called, and the function that finds it."""
_NAME, _NUMBER = 40, 17
"""Widths of the columns, in narrow characters."""
_LEAST = 156
"""Narrow characters across the sheet, so that calculations have room."""


def needed(frame: Frame) -> bool:
    """Tell whether there is anything to show."""
    return any(each.amounts for each in frame.result.vendors)


def draft(frame: Frame) -> Draft:
    """Lay out the sheet."""
    numbers = max(len(frame.result.criteria.declared), 3)
    room = max(_LEAST - _NAME - numbers * _NUMBER, _NUMBER)
    sheet = Draft(
        frame.names["prices"], frame.ledger, [_NAME, *[_NUMBER] * numbers, room], one_page=True
    )
    sheet.line(frame.names["prices"], looks.TITLE)
    _procurement(frame, sheet)
    _amounts(frame, sheet)
    for leaf in frame.result.criteria.leaves:
        if leaf.marked_by is None and any(each.score(leaf.id).derivation for each in frame.vendors):
            _points(frame, sheet, leaf)
    for contest in frame.contests:
        if contest.rules.formula is not None and contest.ranked:
            _ranking_values(frame, sheet, contest, contest.rules.formula)
    return sheet


def _figures(frame: Frame) -> Iterator[tuple[str, Quote]]:
    """Give what the procurement declares: ceilings, and the figures that formulas name."""
    procurement, sheet = frame.result.procurement, frame.result.criteria
    for amount, quote in procurement.ceilings.items():
        yield str(message(N_("Ceiling: {amount}"), amount=sheet.name_of(amount))), quote
    if procurement.investigation is not None:
        yield _("Investigation price"), procurement.investigation
    if procurement.estimate is not None:
        yield _("Estimate"), procurement.estimate


def _procurement(frame: Frame, sheet: Draft) -> None:
    for label, quote in _figures(frame):
        sheet.texts(1, [label], looks.TEXT)
        style = looks.number(looks.NUMBER, quote.value, looks.places([quote.value]))
        spot = sheet.put(2, quote.value, style)
        frame.ledger.read(quote.where, quote.value, spot)
        sheet.row += 1
    sheet.row += 1


def _amounts(frame: Frame, sheet: Draft) -> None:
    """Write what every vendor declares; what follows from it is computed from that."""
    declared = frame.result.criteria.declared
    start = sheet.row
    sheet.line(_("Amounts and quantities"), looks.SUBTITLE)
    headings = [_("Vendor"), *(about.name for about in declared.values())]
    sheet.texts(1, headings, looks.HEADING)
    sheet.row += 1
    vendors = (*frame.listed(frame.result.ranked), *frame.excluded)
    decimals = {
        name: looks.places(each.amounts[name].value for each in vendors if name in each.amounts)
        for name in declared
    }
    for each in vendors:
        sheet.texts(1, [vendor_name(each)], looks.TEXT)
        for column, name in enumerate(declared, start=2):
            if name in each.amounts:
                _amount(sheet, each, name, column, decimals[name])
            else:
                sheet.put(column, None, looks.TEXT)
        sheet.row += 1
    sheet.together(start)
    sheet.row += 1


def _amount(sheet: Draft, each: VendorResult, name: str, column: int, decimals: int) -> None:
    derivation, ledger, spot = each.amounts[name], sheet.ledger, sheet.spot(column)
    style = looks.number(looks.NUMBER, derivation.value, decimals)
    ledger.compute(derivation, spot)
    quote = each.vendor.quotes.get(name)
    if quote is None:
        sheet.put(column, lambda: ledger.formula(derivation, spot), style)
    else:
        ledger.read(quote.where, quote.value, spot)
        sheet.put(column, quote.value, style)


def _points(frame: Frame, sheet: Draft, leaf: Leaf) -> None:
    """Write one criterion: what its prices are compared with, and each vendor's points."""
    score = leaf.score
    if not isinstance(score, Price | ByFormula):
        raise TypeError(leaf.id)
    start = sheet.row
    sheet.line(f"{leaf.criterion.name} / {display(leaf.points)}", looks.SUBTITLE)
    words = formula_in_words(frame.result.criteria, score.formula, "score")
    rounding = rounding_sentence(leaf.round.rounding if leaf.round else None)
    told = message(N_("{formula}, {rounding}"), formula=words, rounding=rounding)
    sheet.line(str(told), looks.LEAD)
    named = _market(frame, sheet, leaf)
    compared = leaf.compared
    headings = [_("Vendor"), *([_("Compared")] if compared else []), _("Points given")]
    last, points = len(sheet.widths), len(headings)
    sheet.span(points + 1, last, _("Calculation as evaluated"), looks.HEADING)
    sheet.texts(1, headings, looks.HEADING)
    sheet.row += 1
    scored = [each for each in frame.vendors if each.score(leaf.id).derivation]
    found = {each.vendor.id: innermost(_known(each, leaf)) for each in scored}
    decimals = looks.places(each.value for each in found.values())
    for each in scored:
        sheet.texts(1, [vendor_name(each)], looks.TEXT)
        if compared:
            _compared(sheet, each, compared)
        _computed(sheet, found[each.vendor.id], points, named, decimals)
        sheet.entry((points + 1, last, prose(found[each.vendor.id]), looks.QUIET))
    sheet.together(start)
    sheet.row += 1


def _known(each: VendorResult, leaf: Leaf) -> Derivation:
    derivation = each.score(leaf.id).derivation
    if derivation is None:
        raise TypeError(leaf.id)
    return derivation


def _compared(sheet: Draft, each: VendorResult, amount: str) -> None:
    derivation, spot = each.amounts[amount], sheet.spot(2)
    decimals = looks.places([derivation.value])
    style = looks.number(looks.NUMBER, derivation.value, decimals)
    sheet.put(2, lambda: sheet.ledger.copy(derivation, spot), style)


def _computed(
    sheet: Draft, derivation: Derivation, column: int, named: dict[str, Held], decimals: int
) -> None:
    spot = sheet.spot(column)
    sheet.ledger.compute(derivation, spot)
    style = looks.number(looks.NUMBER, derivation.value, decimals)
    sheet.put(column, lambda: sheet.ledger.formula(derivation, spot, named), style)


def _ranking_values(frame: Frame, sheet: Draft, contest: Contest, formula: Parsed) -> None:
    """Write how each value came about that a formula gives and the ranking compares."""
    start, last = sheet.row, len(sheet.widths)
    word = _(VALUE_WORDS[contest.rules.by])
    sheet.line(" ".join(filter(None, (contest.title, word))), looks.SUBTITLE)
    told = formula_in_words(frame.result.criteria, formula, "ranking")
    sheet.line(str(told), looks.LEAD)
    sheet.span(3, last, _("Calculation as evaluated"), looks.HEADING)
    sheet.texts(1, [_("Vendor"), word], looks.HEADING)
    sheet.row += 1
    found = {each.vendor.id: each.value for each in contest.ranked if each.value}
    decimals = looks.places(each.value for each in found.values())
    for vendor, value in found.items():
        sheet.texts(1, [vendor_name(frame.result.vendor(vendor))], looks.TEXT)
        style = looks.number(looks.NUMBER, value.value, decimals)
        sheet.put(2, partial(sheet.ledger.copy, value, sheet.spot(2)), style)
        sheet.entry((3, last, prose(value), looks.QUIET))
    sheet.together(start)
    sheet.row += 1


def _market(frame: Frame, sheet: Draft, leaf: Leaf) -> dict[str, Held]:
    """Write what the formula takes from all bids that count, and return the cells by name."""
    score, compared = leaf.score, leaf.compared
    among = next((s.among for v in frame.vendors if (s := v.score(leaf.id)).among), ())
    if compared is None or not among or not isinstance(score, Price | ByFormula):
        return {}
    bids = [frame.result.vendor(vendor).amounts[compared] for vendor in among]
    values = [each.value for each in bids]
    computed = {
        "lowest": min(values),
        "highest": max(values),
        "average": sum(values, Fraction(0)) / len(values),
        "count": Fraction(len(values)),
    }
    named: dict[str, Held] = {}
    for name, (label, function) in _FIGURES.items():
        if name not in names(score.formula):
            continue
        sheet.texts(1, [_(label)], looks.TEXT)
        value, spot = computed[name], sheet.spot(2)
        style = looks.number(looks.NUMBER, value, looks.places([value]))
        sheet.put(2, _over(sheet, function, bids, value), style)
        named[name] = Held(spot, value)
        sheet.row += 1
    return named


def _over(sheet: Draft, function: str, bids: Sequence[Derivation], value: Fraction) -> Later:
    """Return what is found over the cells of the bids that count."""

    def content() -> Formula:
        held = [each for each in map(sheet.ledger.at, bids) if each is not None]
        cells = ",".join(sheet.ledger.area(held, sheet.name))
        return Formula(f"={function}({cells})", value)

    return content
