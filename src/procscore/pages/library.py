"""The built-in criteria sheets as one table."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, Message, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.page import Cell, Column, Page, Table, Words
from procscore.model.rules_told.words import formula_in_words
from procscore.model.scores import Price
from procscore.model.worths import about_price, given, worths
from procscore.pages import figures
from procscore.pages.criteria_sheet import COVERAGE_WORDS


def page(sheets: Sequence[CriteriaSheet]) -> Page:
    """Return the table of `sheets`, one row each."""
    columns = (
        Column(message(N_("Id")), keep=True),
        Column(message(N_("Body and title"))),
        Column(message(N_("Points")), align="right"),
        Column(message(N_("Technical : price")), align="right"),
        Column(message(N_("Price formula"))),
        Column(message(N_("Coverage"))),
    )
    rows = tuple(_row(each) for each in sheets)
    notes = (
        message(N_("Where a source says nothing, a sheet assumes; “show” lists what.")),
        message(N_("Show one with: procscore criteria show ID")),
    )
    return Page(message(N_("Built-in criteria sheets")), (), (Table("", columns, rows, notes),))


def _row(sheet: CriteriaSheet) -> tuple[Cell, ...]:
    return (
        Cell(sheet.id, strong=True),
        Cell("\n".join(filter(None, (sheet.authority, sheet.title)))),
        figures.points(sheet.points),
        Cell(_parts(sheet)),
        Cell(_formula(sheet)),
        Cell(_coverage(sheet)),
    )


def _parts(sheet: CriteriaSheet) -> Words:
    """Return the points for what is offered and those for its price, and what counts in the end."""
    every, counting = _split(sheet, given(sheet.criteria)), _split(sheet, worths(sheet))
    if every == counting:
        return every
    return message(N_("{every}, counting {counting}"), every=every, counting=counting)


def _split(sheet: CriteriaSheet, points: Mapping[str, Fraction]) -> str:
    leaves = [leaf for leaf in sheet.leaves if leaf.id in points]
    price = sum((points[leaf.id] for leaf in leaves if about_price(leaf)), Fraction(0))
    whole = sum((points[leaf.id] for leaf in leaves), Fraction(0))
    return f"{display(whole - price)} : {display(price)}"


def _coverage(sheet: CriteriaSheet) -> Words:
    """Return how much of its source a sheet holds, and how much it had to assume."""
    if sheet.source is None:
        return ""
    coverage = message(COVERAGE_WORDS[sheet.source.coverage])
    if not sheet.assumptions:
        return coverage
    told = N_("{coverage}; assumptions: {count}")
    return message(told, coverage=coverage, count=len(sheet.assumptions))


def _formula(sheet: CriteriaSheet) -> Words:
    """Return the formula of the price points, the judged price, or the formula of the ranking."""
    found: list[Message] = []
    for leaf in sheet.leaves:
        if isinstance(leaf.score, Price):
            found.append(formula_in_words(sheet, leaf.score.formula, "score"))
        elif about_price(leaf):
            found.append(message(N_("judged")))
    if sheet.ranking.formula is not None:
        found.append(formula_in_words(sheet, sheet.ranking.formula, "ranking"))
    told = list(dict.fromkeys(str(each) for each in found))
    return "\n".join(told) or message(N_("none"))
