"""The secretariat's sheets: 案件, 提案者, 審査委員, with rules for their cells and examples."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from procscore.formula import names
from procscore.language import N_, _, message
from procscore.model.bids import Status
from procscore.model.criteria import CriteriaSheet
from procscore.model.rankings import rankings
from procscore.model.rules_told.price import compared_amounts
from procscore.model.scores import Check
from procscore.model.words import (
    ATTENDANCE,
    EVALUATORS,
    EXAMPLE_HEADINGS,
    PROCUREMENT,
    ROLES,
    STATUSES,
    VENDORS,
    look_up,
    spelling,
    spelt,
    words_for,
)
from procscore.names import listed
from procscore.sheets import looks
from procscore.sheets.handout import Handout
from procscore.xlsx import Content, Page, Rule, Style, lines, width

_SPARE_ROWS = 10
"""Prepared rows below those that are filled in."""
_MOST_EXAMPLE = 40
_ROW = 22
"""Points of height of a row that is filled in."""


class Column(NamedTuple):
    """A column of a table that people fill in."""

    heading: str
    style: Style
    rule: Rule | None
    example: str
    """As it might be entered; shown above the headings."""
    values: tuple[Content, ...] = ()
    wide: bool = False
    """Whether names or sentences are entered."""


def _told(rule: Rule, prompt: str) -> Rule:
    return replace(rule, title=_("What to enter"), prompt=prompt, complaint=prompt)


def _money(what: str) -> Rule:
    prompt = message(N_("{what}: a number, without a unit"), what=what)
    return _told(Rule("decimal", lowest=0), str(prompt))


def _one_of(choices: Sequence[str]) -> Rule:
    return _told(Rule("list", choices=tuple(choices)), ", ".join(choices))


def procurement(page: Page, handout: Handout) -> None:
    """Write the sheet 案件: a word, its value, and an example behind it."""
    entries = list(_entries(handout))
    title = _("Procurement")
    _title(page, title, 3)
    page.put(2, 1, _("Fill in the yellow cells."), looks.GUIDE)
    page.put(2, 3, spelt(EXAMPLE_HEADINGS), looks.HEADING)
    for row, entry in enumerate(entries, start=3):
        page.put(row, 1, entry.heading, looks.HEADING)
        page.put(row, 2, entry.values[0], entry.style)
        page.put(row, 3, entry.example, looks.HINT)
        page.height(row, 1, least=_ROW)
        if entry.rule:
            page.allow([((row, 2), (row, 2))], entry.rule)
    page.widths([max(18, *(width(e.heading) + 4 for e in entries)), 52, _MOST_EXAMPLE])
    page.print_on_a4(landscape=True, footer=title)


def _entries(handout: Handout) -> Iterator[Column]:
    """Give what the procurement needs to state under its criteria sheet."""
    told, sheet = handout.procurement, handout.criteria
    yield _text("title", told.title, _("System procurement"))
    yield _text("criteria", handout.reference, sheet.id)
    for amount in dict.fromkeys((*_ceilings(sheet), *told.ceilings)):
        word = spelling(PROCUREMENT, "ceiling")
        heading = word if amount == sheet.main_amount else f"{word} {amount}"
        quote = told.ceilings.get(amount)
        yield _figure(heading, quote and quote.value)
    named = _figures(sheet)
    for meaning, quote in (("investigation", told.investigation), ("estimate", told.estimate)):
        if meaning in named or quote:
            yield _figure(spelling(PROCUREMENT, meaning), quote and quote.value)
    if told.currency:
        yield _text("currency", told.currency, _("yen"))
    if told.opened:
        yield _text("opened", told.opened, "2026-04-01")


def _text(meaning: str, value: str, example: str) -> Column:
    return Column(spelling(PROCUREMENT, meaning), looks.ENTRY, None, example, (value,))


def _figure(heading: str, value: Fraction | None) -> Column:
    return Column(heading, looks.MONEY, _money(heading), "120000000", (value,))


def _ceilings(sheet: CriteriaSheet) -> tuple[str, ...]:
    """Return the amounts whose ceilings the procurement has to give, or may give."""
    stated = sheet.eligibility.ceiling
    if isinstance(stated, dict):
        return tuple(amount for amount, rule in stated.items() if rule != "ignore")
    needed = "ceiling" in sheet.eligibility.model_fields_set or "ceiling" in _figures(sheet)
    if not needed or stated == "ignore":
        return ()
    # Of several amounts that are scored nobody can tell which an unnamed ceiling would be for.
    return (sheet.main_amount,) if sheet.main_amount else compared_amounts(sheet)


def _figures(sheet: CriteriaSheet) -> frozenset[str]:
    """Return the names that the formulas of price and ranking use."""
    formulas = [getattr(leaf.score, "formula", None) for leaf in sheet.price_leaves]
    formulas += [ranking.at_least for _, ranking in rankings(sheet)]
    formulas += [ranking.formula for _, ranking in rankings(sheet)]
    found = {name for formula in formulas if formula for name in names(formula)}
    low = sheet.eligibility.abnormally_low
    return frozenset(found | ({"estimate"} if low and low.rule == "below-estimate" else set()))


def vendors(page: Page, handout: Handout) -> None:
    """Write the sheet 提案者: a row a vendor."""
    _table(page, _("Vendors"), list(_vendor_columns(handout)), len(handout.vendors))


def _vendor_columns(handout: Handout) -> Iterator[Column]:
    sheet, given = handout.criteria, handout.vendors
    yield _column("id", looks.ENTRY, "A", [each.id for each in given])
    written = [each.name if each.name != each.id else None for each in given]
    yield _column("name", looks.ENTRY, _("A Systems Ltd."), written)._replace(wide=True)
    for each in sheet.quoted:
        yield _quoted(handout, each, "38000000")
    for each in sheet.quantities:
        yield _quoted(handout, each, "12")
    statuses = [_status(each.status) for each in given]
    yield _column("status", looks.ENTRY, "", statuses, _one_of(words_for(STATUSES)))
    yield _column("reason", looks.ENTRY, "", [each.reason for each in given])._replace(wide=True)
    asked = _asked_of_ties(sheet)
    for meaning, example in (
        ("lot", "078"),
        ("code", "0012345"),
        ("arrival", "3"),
        ("reading", "エーシステム"),
        ("decision", "1"),
    ):
        values = [getattr(each, meaning) for each in given]
        if meaning in asked or any(values):
            yield _column(meaning, looks.WORDS, example, values)


def _column(
    meaning: str, style: Style, example: str, values: Sequence[Content], rule: Rule | None = None
) -> Column:
    return Column(spelling(VENDORS, meaning), style, rule, example, tuple(values))


def _quoted(handout: Handout, each: str, example: str) -> Column:
    about = handout.criteria.declared[each]
    # A name that heads another column here would be read as that.
    heading = about.name if look_up(VENDORS, about.name) is None else each
    quotes = [vendor.quotes.get(each) for vendor in handout.vendors]
    values = tuple(quote and quote.value for quote in quotes)
    return Column(heading, looks.MONEY, _money(about.name), example, values)


def _status(status: Status) -> str:
    return next(word for word in words_for(STATUSES) if STATUSES[word] is status)


def _asked_of_ties(sheet: CriteriaSheet) -> frozenset[str]:
    """Return the columns that a tie may be settled by."""
    asked: set[str] = set()
    for _path, ranking in rankings(sheet):
        for step in ranking.ties:
            if step.lot is not None:
                asked |= {"lot"} | ({step.lot.order} if step.lot.order else set())
            if step.rule in ("committee", "chair", "vote"):
                asked.add("decision")
    for stage in sheet.stages:
        if stage.gate and stage.gate.at_cut == "committee":
            asked.add("decision")
    return frozenset(asked)


def evaluators(page: Page, handout: Handout) -> None:
    """Write the sheet 審査委員: a row an evaluator."""
    _table(page, _("Evaluators"), list(_evaluator_columns(handout)), len(handout.evaluators))


def _evaluator_columns(handout: Handout) -> Iterator[Column]:
    sheet, given = handout.criteria, handout.evaluators

    def column(
        meaning: str, example: str, values: Sequence[Content], rule: Rule | None = None
    ) -> Column:
        return Column(spelling(EVALUATORS, meaning), looks.ENTRY, rule, example, tuple(values))

    yield column("id", "1", [each.id for each in given])
    yield column(
        "name", _("Deputy Mayor"), [None if each.name == each.id else each.name for each in given]
    )
    words = words_for(ATTENDANCE)
    present = {
        attends: next(w for w in words if ATTENDANCE[w] is attends) for attends in (True, False)
    }
    yield column("attendance", "", [present[each.present] for each in given], _one_of(words))
    recused = [
        ", ".join(_listable(v.id, v.name) for v in handout.vendors if v.id in each.recused)
        for each in given
    ]
    yield column("recused", "", recused)._replace(wide=True)
    if sheet.panels:
        called = {
            each: _listable(sheet.rules_of(each).name or "", each or "")
            for each in (None, *sheet.panels)
        }
        panels = [
            ", ".join(word for panel, word in called.items() if word and panel in each.panels)
            for each in given
        ]
        yield column("panel", "", panels)
    even = any(
        isinstance(leaf.score, Check) and leaf.score.even == "chair" for leaf in sheet.leaves
    )
    if even or any(each.chair for each in given):
        words = words_for(ROLES)
        chair = next(word for word in words if ROLES[word])
        yield column("role", "", [chair if each.chair else None for each in given], _one_of(words))


def _listable(*words: str) -> str:
    """Return the first of the words for one thing that stands in a list as one word."""
    return next((word for word in words if len(listed(word)) == 1), words[0])


def _table(page: Page, title: str, columns: Sequence[Column], count: int) -> None:
    """Write a table with a title, a row of examples, headings, and prepared rows."""
    _title(page, title, len(columns))
    last = 3 + count + _SPARE_ROWS
    example = spelt(EXAMPLE_HEADINGS)
    for number, column in enumerate(columns, start=1):
        if column.example:
            page.put(2, number, f"{example}: {column.example}", looks.HINT)
        page.put(3, number, column.heading, looks.HEADING)
        page.height(3, 1, least=_ROW)
        for row in range(4, last + 1):
            filled = row - 4 < len(column.values)
            page.put(row, number, column.values[row - 4] if filled else None, column.style)
            page.height(row, 1, least=_ROW)
        if column.rule:
            page.allow([((4, number), (last, number))], column.rule)
    page.widths([_width(column) for column in columns])
    page.height(
        2, max(lines(f"{example}: {c.example}", _width(c)) for c in columns), looks.HINT.size
    )
    page.freeze(4, 2)
    page.print_on_a4(landscape=True, repeat_rows=(3, 3), footer=title)


def _title(page: Page, title: str, columns: int) -> None:
    page.merge(1, 1, columns, title, looks.TITLE)
    page.height(1, 1, looks.TITLE.size)


def _width(column: Column) -> int:
    texts = [column.heading, *(str(value) for value in column.values if value is not None)]
    least = 30 if column.wide else 14
    return min(max(least, *(width(text) + 3 for text in texts)), 40)
