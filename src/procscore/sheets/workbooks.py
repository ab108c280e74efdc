"""The workbooks that are handed out, as bytes: the secretariat's, and one an evaluator."""

from dataclasses import dataclass

from procscore.language import _
from procscore.model.bids import Evaluator
from procscore.model.words import (
    EVALUATOR_SHEET_PREFIXES,
    KEY,
    ORIGIN_SHEET,
    SHEETS,
    spelling,
    spelt,
)
from procscore.sheets import looks, origin, score_sheet, secretariat
from procscore.sheets.choices import Choices
from procscore.sheets.handout import Form, Handout, by_letter
from procscore.xlsx import Book, width


@dataclass(frozen=True, slots=True)
class Named:
    """A form and the name of its sheet."""

    sheet: str
    form: Form


def sheet_of(evaluator: Evaluator) -> str:
    """Return the name of an evaluator's sheet."""
    return f"{spelt(EVALUATOR_SHEET_PREFIXES)}{evaluator.id}"


def of_secretariat(handout: Handout, *, with_evaluators: bool) -> bytes:
    """Return the workbook that `evaluate` takes: 案件, 提案者, 審査委員, what the secretariat marks.

    The evaluators' forms are in it where they do not get a workbook each.
    """
    book = Book(title=handout.procurement.title, font=looks.FONT)
    secretariat.procurement(book.page(spelling(SHEETS, "procurement")), handout)
    secretariat.vendors(book.page(spelling(SHEETS, "vendors")), handout)
    secretariat.evaluators(book.page(spelling(SHEETS, "evaluators")), handout)
    forms = []
    if leaves := handout.of_secretariat():
        form = Form("secretariat", _("score sheet of the secretariat"), "", leaves, handout.to_mark)
        forms.append(Named(spelling(SHEETS, "secretariat"), form))
    if leaves := handout.agreed():
        form = Form("consensus", _("agreed marks"), "", leaves, handout.to_mark)
        forms.append(Named(spelling(SHEETS, "consensus"), form))
    if with_evaluators:
        forms += [Named(sheet_of(each), _form(handout, each)) for each in handout.marking()]
    return _finished(book, handout, forms)


def of_evaluator(handout: Handout, evaluator: Evaluator) -> bytes:
    """Return the workbook of one evaluator: the form, and nothing of anybody else or of prices."""
    book = Book(title=handout.procurement.title, font=looks.FONT)
    return _finished(book, handout, [Named(sheet_of(evaluator), _form(handout, evaluator))])


def key(handout: Handout) -> bytes:
    """Return the workbook that tells which letter is which vendor."""
    book = Book(title=handout.procurement.title, font=looks.FONT)
    page = book.page(spelling(SHEETS, "key"))
    vendors = sorted(handout.vendors, key=by_letter)
    for column, meaning in enumerate(KEY, start=1):
        page.put(1, column, spelling(KEY, meaning), looks.HEADING)
    for row, vendor in enumerate(vendors, start=2):
        for column, value in enumerate((vendor.label, vendor.id, vendor.name), start=1):
            page.put(row, column, value, looks.TEXT)
    page.widths([8, 16, max([24, *(width(vendor.name) + 2 for vendor in vendors)])])
    page.print_on_a4(landscape=False, footer=spelling(SHEETS, "key"))
    return book.content


def _form(handout: Handout, evaluator: Evaluator) -> Form:
    return Form(
        "panel",
        _("score sheet"),
        evaluator.name,
        handout.of_evaluator(evaluator),
        tuple(vendor for vendor in handout.to_mark if vendor.id not in evaluator.recused),
        tuple(vendor for vendor in handout.to_mark if vendor.id in evaluator.recused),
    )


def _finished(book: Book, handout: Handout, forms: list[Named]) -> bytes:
    choices = Choices(ORIGIN_SHEET)
    for each in forms:
        score_sheet.write(book.page(each.sheet), handout, each.form, choices)
    origin.write(book, handout, choices)
    return book.content
