"""How prices become points, in sentences."""

from collections.abc import Iterator

from procscore.exact import display
from procscore.formula import names
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.formula_names import MARKET_NAMES
from procscore.model.rankings import rankings
from procscore.model.rules_told.words import by_default, formula_in_words, together
from procscore.model.scores import ByFormula, Price
from procscore.model.topics import PRICE_TOPICS

TAX_WORDS = {
    "included": N_("tax included"),
    "excluded": N_("tax excluded"),
    None: N_("tax not stated"),
}
LOWEST_WORDS = {
    "eligible": N_("Compared are the prices of the vendors who are still in."),
    "within-ceiling": N_("Compared are the prices that are within the ceiling."),
    "all": N_("Compared are the prices of all valid bids."),
}


def price(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give how points follow from prices."""
    priced: list[tuple[Message, Message]] = []
    for leaf in sheet.leaves:
        named = message(
            N_("{criterion} ({points})"), criterion=leaf.criterion.name, points=display(leaf.points)
        )
        if isinstance(leaf.score, Price):
            priced.append((named, formula_in_words(sheet, leaf.score.formula, "score")))
        elif leaf.topic in PRICE_TOPICS and leaf.marked_by is not None:
            priced.append((named, message(N_("judged, not computed"))))
    for what, how in together(priced):
        yield message(N_("{what}: {how}."), what=what, how=how)
    for _, ranking in rankings(sheet):
        if ranking.formula is not None:
            formula = formula_in_words(sheet, ranking.formula, "ranking")
            yield message(N_("What is compared: {formula}."), formula=formula)


def amounts(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give what the prices consist of, and with whose they are compared."""
    for amount in compared_amounts(sheet):
        yield amount_sentence(sheet, amount)
    if any(compares(leaf.score) for leaf in sheet.leaves):
        stated = "lowest_among" in sheet.eligibility.model_fields_set
        among = message(LOWEST_WORDS[sheet.eligibility.lowest_among])
        yield by_default(among, stated=stated)


def compares(score: object) -> bool:
    """Tell whether the points hang on what the other bids quote."""
    match score:
        case Price(formula=formula) | ByFormula(formula=formula):
            return not set(MARKET_NAMES).isdisjoint(names(formula))
        case _:
            return False


def compared_amounts(sheet: CriteriaSheet) -> tuple[str, ...]:
    """Return the ids of the amounts that are scored or ranked by, in the order of the sheet."""
    compared = {leaf.compared for leaf in sheet.leaves}
    for _, ranking in rankings(sheet):
        compared |= set(names(ranking.formula)) if ranking.formula else set()
    return tuple(each for each in sheet.amounts if each in compared)


def amount_sentence(sheet: CriteriaSheet, amount: str) -> Message:
    """Return what an amount consists of: its formula, tax, term.

    An award was suspended because nobody could tell which prices had been added up (Council of
    State, Belgium, 241861).
    """
    about = sheet.amounts[amount]
    formula = about.formula and formula_in_words(sheet, about.formula, "amount")
    parts = [formula or message(N_("as quoted")), message(TAX_WORDS[about.tax])]
    if about.term:
        parts.append(message("{term}", term=about.term))
    return message(N_("{amount}: {parts}"), amount=about.name, parts=listing(parts))
