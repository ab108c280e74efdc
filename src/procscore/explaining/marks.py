"""Who gave which mark of a criterion, and what became of it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from procscore.explaining.trimming import Cut, Extreme, cuts, extremes
from procscore.model.criteria import Leaf
from procscore.model.explanation import Given, Uncounted, Use
from procscore.model.result import Evaluation, Score, VendorResult


def given(
    result: Evaluation, each: VendorResult, score: Score, leaf: Leaf | None
) -> Iterator[Given]:
    """Give the marks of a vendor's score, those that do not count too; `leaf` is its criterion's."""
    known: Mapping[str, Extreme] = {}
    if score.left_out and leaf is not None:
        known = extremes(result.criteria, each, leaf.panel)
    trimmed = _trimmed(result, score, leaf)
    for mark in score.marks:
        name = called(result, mark.evaluator)
        cut = None if mark.value is None else trimmed.get(mark.value)
        if cut is None:
            use: Use = "trimmed" if mark.evaluator in score.left_out else "counts"
            yield Given(mark, name, use, known.get(mark.evaluator, ""))
        elif cut.out == cut.alike:
            yield Given(mark, name, "trimmed", cut.extreme)
        else:
            yield Given(mark, name, "either", out=cut.out, alike=cut.alike)
    for mark in score.originals:
        yield Given(mark, called(result, mark.evaluator), "replaced")


def _trimmed(result: Evaluation, score: Score, leaf: Leaf | None) -> Mapping[Fraction, Cut]:
    """Return what trimming left out of the marks of this criterion alone, by their value."""
    if leaf is None or not leaf.totalled or score.agreed:
        return {}
    rules = result.criteria.rules_of(leaf.panel)
    if rules.aggregate != "trimmed-mean" or rules.over != "criteria":
        return {}
    return cuts(score.marks, rules.trim.highest, rules.trim.lowest)


def uncounted(result: Evaluation, each: VendorResult, leaf: Leaf | None) -> Iterator[Uncounted]:
    """Give the evaluators who have no mark in a criterion that the panel marks."""
    if leaf is None or leaf.marked_by != "panel":
        return
    for one in result.evaluators:
        name = called(result, one.id)
        if leaf.panel not in one.panels:
            yield Uncounted(one.id, name, "another-panel")
        elif not one.present:
            yield Uncounted(one.id, name, "absent")
        elif each.vendor.id in one.recused:
            yield Uncounted(one.id, name, "recused")


def called(result: Evaluation, evaluator: str) -> str:
    """Return an evaluator's id and name, once where they are the same or no name is known."""
    names = {one.id: one.name for one in result.evaluators}
    name = names.get(evaluator, evaluator)
    return evaluator if name == evaluator else f"{evaluator} {name}"
