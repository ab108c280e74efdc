"""Is it said what the amounts are that bids are compared by: with tax or without, for how long?"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from procscore.checks.finding import Finding
from procscore.formula import Formula, names
from procscore.formula.terms import Name, Number, Operation, walk
from procscore.language import listing
from procscore.model.criteria import CriteriaSheet
from procscore.model.formula_names import FIGURE_NAMES
from procscore.model.rankings import rankings
from procscore.model.scores import ByFormula, Price


def tax(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every amount that counts says whether consumption tax is in it.

    A sum of amounts without tax is without tax, and so are the parts of one; it is asked once of
    the whole.
    """
    for name in _counting(sheet):
        if not _tax_known(sheet, name):
            details = {"amount": sheet.amounts[name].name, "id": name}
            yield Finding("amount-tax-not-stated", ("amounts", name), details, at_key=True)


def tax_mixed(sheet: CriteriaSheet) -> Iterator[Finding]:
    """No amount adds up others with tax and without, in plain sums: those that convert pass."""
    for name in sheet.amounts:
        formula = sheet.amounts[name].formula
        if formula is None or not _adds_up(formula):
            continue
        summed = {each: sheet.amounts[each] for each in names(formula) if each in sheet.amounts}
        taxed = [each.name for each in summed.values() if each.tax == "included"]
        untaxed = [each.name for each in summed.values() if each.tax == "excluded"]
        if taxed and untaxed:
            details = {
                "amount": sheet.amounts[name].name,
                "formula": formula.text,
                "included": listing(taxed),
                "excluded": listing(untaxed),
            }
            yield Finding("amount-tax-mixed", ("amounts", name, "formula"), details)


def term(sheet: CriteriaSheet) -> Iterator[Finding]:
    """An amount that adds up costs of several kinds or years says for how long."""
    for name in _counting(sheet):
        amount = sheet.amounts[name]
        parts = _parts(sheet, name)
        if amount.formula is None or any(sheet.amounts[each].term for each in {name, *parts}):
            continue
        if len(parts) > 1 or _repeats(amount.formula):
            details = {"amount": amount.name, "id": name, "formula": amount.formula.text}
            yield Finding("amount-term-not-stated", ("amounts", name), details, at_key=True)


def ceiling(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Where amounts are quoted, the sheet says what one above the ceiling means."""
    if sheet.amounts and "ceiling" not in sheet.eligibility.model_fields_set:
        amount = sheet.main_amount or next(iter(sheet.amounts))
        details = {"amount": sheet.amounts[amount].name}
        yield Finding("ceiling-not-stated", ("eligibility", "ceiling"), details)


def _counting(sheet: CriteriaSheet) -> list[str]:
    """Return the amounts on which points, ranks or exclusions hang, without parts of one of them."""
    named = used_amounts(sheet)
    parts = {part for each in named for part in _parts(sheet, each)}
    return [each for each in sheet.amounts if each in named and each not in parts]


def used_amounts(sheet: CriteriaSheet) -> frozenset[str]:
    """Return the amounts that a score, a ranking, a tie step or a rule of eligibility names."""
    used: set[str] = set()
    for leaf in sheet.leaves:
        if isinstance(leaf.score, Price | ByFormula):
            used |= {*names(leaf.score.formula), leaf.compared or ""}
    for _, ranking in rankings(sheet):
        used |= ranking.in_formulas.union(*(step.needs for step in ranking.ties))
    rule = sheet.eligibility.ceiling
    used |= set(rule) if isinstance(rule, dict) else set()
    low = sheet.eligibility.abnormally_low
    held = "ceiling" in sheet.eligibility.model_fields_set and rule != "ignore"
    if (held and not isinstance(rule, dict)) or (low and not low.amount):
        used.add(sheet.main_amount or "")
    used.add((low and low.amount) or "")
    if used & set(FIGURE_NAMES):
        used.add(sheet.main_amount or "")
    return frozenset(used & sheet.amounts.keys())


def _parts(sheet: CriteriaSheet, name: str) -> frozenset[str]:
    """Return the amounts that one is derived from, and those that they are derived from."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        formula = sheet.amounts[waiting.pop()].formula
        new = set(names(formula)) & sheet.amounts.keys() - found if formula else set()
        found |= new
        waiting += new
    return frozenset(found)


def _tax_known(sheet: CriteriaSheet, name: str) -> bool:
    amount = sheet.amounts[name]
    if amount.tax is not None:
        return True
    if amount.formula is None:
        return False
    quoted = [sheet.amounts[each] for each in _parts(sheet, name) if each in sheet.quoted]
    return bool(quoted) and len({each.tax for each in quoted}) == 1 and quoted[0].tax is not None


def _adds_up(formula: Formula) -> bool:
    """Tell whether a formula only adds up, each amount so many whole times: no tax is put on or off."""
    return all(
        isinstance(each, Name)
        or (isinstance(each, Number) and each.value.denominator == 1)
        or (isinstance(each, Operation) and each.operator in ("+", "*"))
        for each in walk(formula.term)
    )


def _repeats(formula: Formula) -> bool:
    """Tell whether an amount is counted several times, as that of a year is for five years."""
    return any(
        isinstance(number, Number)
        and isinstance(other, Name)
        and number.value >= 2  # noqa: PLR2004 - a factor such as 1.1 is a tax
        and number.value == Fraction(int(number.value))
        for each in walk(formula.term)
        if isinstance(each, Operation) and each.operator == "*"
        for number, other in ((each.left, each.right), (each.right, each.left))
    )


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (tax, tax_mixed, term, ceiling)
