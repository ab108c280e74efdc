"""What formulas, their names and single marks are in words."""

from fractions import Fraction

from procscore.exact import display
from procscore.formula import Derivation
from procscore.formula.prose import prose
from procscore.formula.terms import Call, Name, Number
from procscore.language import N_, Message, message
from procscore.model.criteria import Leaf
from procscore.model.explanation import Given
from procscore.model.scores import Check, Grades

_FORMULA_WORDS = {
    "sum(parts)": N_("Sum of its parts"),
    "mean(marks)": N_("Mean of the marks"),
    "median(marks)": N_("Median of the marks"),
    "sum(marks)": N_("Sum of the marks"),
    "mean(totals)": N_("Mean of the evaluators' totals"),
    "median(totals)": N_("Median of the evaluators' totals"),
    "sum(totals)": N_("Sum of the evaluators' totals"),
    "points * mean(marks)": N_("Points of the criterion × mean of the marks"),
    "points * median(marks)": N_("Points of the criterion × median of the marks"),
    "points * sum(marks)": N_("Points of the criterion × mark"),
    "points * mark": N_("Points of the criterion × mark"),
    "points * mean(marks) / to": N_("Points of the criterion × mean of the marks ÷ full mark"),
    "points * median(marks) / to": N_("Points of the criterion × median of the marks ÷ full mark"),
    "points * sum(marks) / to": N_("Points of the criterion × mark ÷ full mark"),
    "points * mark / to": N_("Points of the criterion × mark ÷ full mark"),
    "weight * mean(marks)": N_("Weight × mean of the marks"),
    "weight * median(marks)": N_("Weight × median of the marks"),
    "weight * sum(marks)": N_("Weight × mark"),
    "max(raws)": N_("The highest of them"),
    "mean(prices)": N_("Mean of what was compared"),
    "sum(ranks)": N_("Sum of the ranks"),
    "mean(ranks)": N_("Mean of the ranks"),
    "sum(firsts)": N_("Number of first places"),
    "evaluators * once": N_("Number of evaluators × points given once"),
    "if(reached >= needed, earned, 0)": N_("Counted where enough points were reached, else 0"),
    "if(sum(marks) = count, points, 0)": N_("Met where every evaluator says so"),
    "if(2 * sum(marks) >= count, points, 0)": N_(
        "Met where at least half of the evaluators say so"
    ),
    "if(2 * sum(marks) > count, points, 0)": N_(
        "Met where more than half of the evaluators say so"
    ),
    "if(sum(marks) > 0, points, 0)": N_("Met where one evaluator says so"),
}
"""The formulas that procscore itself applies, by their text."""
_TRIMMED = {
    "marks": N_("Mean of the marks without the {highest} highest and the {lowest} lowest"),
    "totals": N_(
        "Mean of the evaluators' totals without the {highest} highest and the {lowest} lowest"
    ),
}
_SYMBOL_WORDS = {
    "lowest": N_("the lowest that was compared"),
    "highest": N_("the highest that was compared"),
    "average": N_("the mean of what was compared"),
    "count": N_("how many there are"),
    "ceiling": N_("the ceiling"),
    "investigation": N_("the investigation price"),
    "estimate": N_("the estimate"),
    "of": N_("the points before conversion are out of"),
    "to": N_("the full mark"),
    "weight": N_("the weight of this criterion"),
    "chair": N_("the chair's mark"),
}


def formula_words(derivation: Derivation) -> Message | None:
    """Return a formula of procscore's own in words, None for one that a criteria sheet states."""
    text = derivation.formula.text
    if text in _FORMULA_WORDS:
        return message(_FORMULA_WORDS[text])
    match derivation.formula.term:
        case Call(
            function="trimmed_mean",
            arguments=(Name(name=name), Number(value=highest), Number(value=lowest)),
        ) if name in _TRIMMED:
            return message(_TRIMMED[name], highest=display(highest), lowest=display(lowest))
        case _:
            return None


def is_plain(derivation: Derivation) -> bool:
    """Tell whether a number is what went in, unchanged: there is nothing to calculate."""
    several = any(isinstance(each.value, tuple) and each.value[1:] for each in derivation.inputs)
    return not several and prose(derivation) == display(derivation.value)


def calculation(derivation: Derivation) -> str:
    """Return the formula with its numbers, the value and the rounding in one line."""
    return prose(derivation)


def symbol_words(symbol: str) -> str:
    """Return what a name in a formula stands for, as a template; empty where it says so itself."""
    return _SYMBOL_WORDS.get(symbol, "")


def mark_words(given: Given, leaf: Leaf) -> Message:
    """Return a mark as it was given; a grade, or the sign of a check, also as what it means."""
    mark = given.mark
    written = mark.written or ("" if mark.value is None else display(mark.value))
    if mark.value is None:
        return message(N_("{evaluator}: blank"), evaluator=given.name)
    if mark.given is not None:
        return message(
            N_("{evaluator}: {mark}, which the rule on vetoes counts as {value}"),
            evaluator=given.name,
            mark=written,
            value=display(mark.value),
        )
    if isinstance(leaf.score, Check):
        return message(
            N_("{evaluator}: {mark}, {meaning}"),
            evaluator=given.name,
            mark=written,
            meaning=message(N_("met") if mark.value else N_("not met")),
        )
    if isinstance(leaf.score, Grades):
        return message(
            N_("{evaluator}: {mark}, which counts as {value}"),
            evaluator=given.name,
            mark=written,
            value=display(mark.value),
        )
    return message(N_("{evaluator}: {mark}"), evaluator=given.name, mark=display(mark.value))


def number_words(value: Fraction | None) -> str:
    """Return a number, a dash where there is none."""
    return "-" if value is None else display(value)
