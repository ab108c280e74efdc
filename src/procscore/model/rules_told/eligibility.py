"""Who stays in, in sentences: ceilings, minimums, knock-outs, abnormally low prices."""

from collections.abc import Iterator

from procscore.language import N_, Message, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.rules import Minimum
from procscore.model.rules_told.marking import knock_outs
from procscore.model.rules_told.words import VOTE_WORDS, by_default, formula_in_words

_CEILING = {
    "exclude": N_("A bid above the ceiling is excluded."),
    "flag": N_("A bid above the ceiling is flagged and stays in."),
    "ignore": N_("A bid above the ceiling stays in."),
}
_CEILING_OF = {
    "exclude": N_("{amount}: a bid above the ceiling is excluded."),
    "flag": N_("{amount}: a bid above the ceiling is flagged and stays in."),
    "ignore": N_("{amount}: a bid above the ceiling stays in."),
}
_WHEN = {
    "sole-bidder": N_("For a sole bidder: {rule}"),
    "promoted": N_("For who moves up: {rule}"),
}
LOW_WORDS = {
    "mean-minus-deviation": N_("Flagged: a price more than one standard deviation below the mean."),
    "world-bank": N_(
        "Flagged: of fewer than five bids a price 20 % or more below the estimate, else one more than one standard deviation below the mean."
    ),
    "below-mean": N_("Flagged: a price below {share} of the mean."),
    "below-estimate": N_("Flagged: a price below {share} of the estimate."),
    "scotland": N_(
        "Flagged: a price more than 15 % below the mean of the bids without the highest."
    ),
    "spain-85": N_(
        "Flagged: a price that is low by article 85 of the Spanish Real Decreto 1098/2001."
    ),
}


def ceilings(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give what a bid above the ceiling means."""
    if not sheet.amounts:
        return
    rule = sheet.eligibility.ceiling
    if isinstance(rule, str):
        stated = "ceiling" in sheet.eligibility.model_fields_set
        yield by_default(message(_CEILING[rule]), stated=stated)
        return
    for amount, each in rule.items():
        about = sheet.amounts.get(amount)
        yield message(_CEILING_OF[each], amount=about.name if about else amount)


def minimums(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give what has to be reached and passed to stay in, and what is only looked at."""
    for each in sheet.eligibility.minimums:
        yield _minimum(sheet, each)
    if sheet.ranking.at_least is not None:
        value = formula_in_words(sheet, sheet.ranking.at_least, "ranking")
        yield message(N_("The value that is compared must be at least: {value}."), value=value)
    yield from knock_outs(sheet)
    yield from conditions(sheet)
    low = sheet.eligibility.abnormally_low
    if low is not None:
        yield message(LOW_WORDS[low.rule], share=low.limit or "")


def conditions(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give the criteria whose points count only where another is reached."""
    for _, criterion in sheet.walk():
        if criterion.requires is not None:
            yield message(
                N_("“{criterion}” counts only with at least {needed} of “{other}”."),
                criterion=criterion.name,
                needed=criterion.requires.at_least,
                other=sheet.name_of(criterion.requires.criterion),
            )


def _minimum(sheet: CriteriaSheet, minimum: Minimum) -> Message:
    needed = minimum.at_least
    if minimum.each_of is not None:
        name = sheet.name_of(minimum.each_of)
        told = message(N_("Each part of “{what}”: at least {needed}."), what=name, needed=needed)
    elif minimum.excluding is not None:
        name = sheet.name_of(minimum.excluding)
        told = message(N_("Total without “{what}”: at least {needed}."), what=name, needed=needed)
    elif minimum.criterion is not None:
        name = sheet.name_of(minimum.criterion)
        told = message(N_("“{what}”: at least {needed}."), what=name, needed=needed)
    else:
        told = message(N_("Total: at least {needed}."), needed=needed)
    if minimum.evaluators is not None:
        votes = message(VOTE_WORDS[minimum.evaluators])
        told = message(N_("{rule} Given by {votes}."), rule=told, votes=votes)
    for case in minimum.when:
        told = message(_WHEN[case], rule=told)
    return told


def gate_minimums(sheet: CriteriaSheet, rules: tuple[Minimum, ...]) -> Iterator[Message]:
    """Give the minimums of a gate."""
    return (_minimum(sheet, each) for each in rules)
