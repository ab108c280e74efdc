"""The sheet 合議点: what the panel agreed on, what the evaluators' own marks would have given, why."""

from functools import partial

from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame
from procscore.formula import Derivation, Input, derive, parse
from procscore.language import N_, _
from procscore.model.moderation import Agreed, agreed_marks, has_agreed_marks
from procscore.model.scores import Marks
from procscore.model.told import vendor_name
from procscore.xlsx import Formula

_LEAD = N_(
    "Marks that the panel agreed on and that count, and what the evaluators' own marks would have given."
)
_GIVEN = parse("mark")
_WIDTHS = [24, 30, 32, 14, 10, 12, 12]
_REASON = 44
_VENDOR, _CRITERION, _OWN, _BEFORE, _MARK, _POINTS, _DIFFERENCE, _WHY = range(1, 9)


def needed(frame: Frame) -> bool:
    """Tell whether there is anything to show."""
    return has_agreed_marks(frame.result)


def draft(frame: Frame) -> Draft:
    """Lay out the sheet: a row an agreed mark. Reasons are left out where comments are."""
    told = not frame.result.anonymous
    widths = [*_WIDTHS, *([_REASON] if told else [])]
    sheet = Draft(frame.names["agreed"], frame.ledger, widths, one_page=True)
    sheet.line(sheet.name, looks.TITLE)
    sheet.line(_(_LEAD), looks.LEAD)
    headings = [
        _("Vendor"),
        _("Criterion"),
        _("Own marks"),
        _("Would have given"),
        _("Agreed"),
        _("Points given"),
        _("Gap to the own marks"),
        *([_("Reason")] if told else []),
    ]
    sheet.texts(1, headings, looks.HEADING)
    sheet.head = (sheet.row, sheet.row)
    sheet.row += 1
    leaves = frame.result.criteria.leaves
    numeric = {leaf.id for leaf in leaves if isinstance(leaf.score, Marks)}
    for each in frame.vendors:
        for agreed in agreed_marks(frame.result, each):
            sheet.texts(_VENDOR, [vendor_name(each), agreed.name, str(agreed.own)], looks.TEXT)
            _mark(sheet, agreed, numeric=agreed.score.criterion in numeric)
            _points(sheet, agreed)
            if told:
                sheet.texts(_WHY, [str(agreed.reason)], looks.TEXT)
            sheet.row += 1
    return sheet


def _mark(sheet: Draft, agreed: Agreed, *, numeric: bool) -> None:
    """Write the agreed mark: a number follows its cell among the marks, a grade is told."""
    mark = agreed.score.marks[0]
    if numeric and mark.value is not None:
        _put(sheet, _MARK, derive(_GIVEN, [Input("mark", mark.value, (mark.where,))]))
    else:
        sheet.texts(_MARK, [agreed.mark], looks.CENTRED)


def _points(sheet: Draft, agreed: Agreed) -> None:
    """Write the points by the own marks, those by the agreed one, and the difference."""
    points, before, difference = agreed.score.derivation, agreed.score.before, agreed.difference
    _put(sheet, _BEFORE, before if agreed.before is not None else None)
    _put(sheet, _POINTS, points if agreed.points is not None else None)
    if difference is None:
        sheet.put(_DIFFERENCE, None, looks.NUMBER)
        return
    there = [sheet.spot(column).seen_from(sheet.name) for column in (_POINTS, _BEFORE)]
    style = looks.number(looks.NUMBER, difference, looks.places([difference]))
    sheet.put(_DIFFERENCE, Formula(f"={there[0]}-{there[1]}", difference), style)


def _put(sheet: Draft, column: int, derivation: Derivation | None) -> None:
    if derivation is None:
        sheet.put(column, None, looks.NUMBER)
        return
    spot, value = sheet.spot(column), derivation.value
    if sheet.ledger.at(derivation) is None:
        sheet.ledger.compute(derivation, spot)
    style = looks.number(looks.NUMBER, value, looks.places([value]))
    sheet.put(column, partial(sheet.ledger.copy, derivation, spot), style)
