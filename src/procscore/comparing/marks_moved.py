"""Marks that are not the same in two results: the evaluators', the secretariat's, the agreed ones."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from procscore.comparing.sides import either, vendors
from procscore.language import N_, message
from procscore.model.bids import Mark
from procscore.model.changes import Change, Kind, Side
from procscore.model.criteria import CriteriaSheet
from procscore.model.result import Evaluation, Score
from procscore.model.scores import Marks
from procscore.names import key


def marks(old: Evaluation, new: Evaluation, vendor: str) -> Iterator[Change]:
    """Give the marks of a vendor that moved, criterion by criterion.

    Marks are held against each other where both results can hold them: a vendor that was not scored
    in one of them, or only up to a stage, an evaluator who does not mark it in one, or a criterion
    that only one sheet has: the marks of all these are not changes one by one.
    """
    before, after = vendors(old).get(vendor), vendors(new).get(vendor)
    if before is None or after is None:
        return
    apart = set(before.evaluators) ^ set(after.evaluators)
    earlier = {score.criterion: score for score in before.walk()}
    for score in after.walk():
        other = earlier.get(score.criterion)
        if other is not None and _is_marked(other) and _is_marked(score):
            yield from _of_criterion(old, new, vendor, (other, score), apart)


def _is_marked(score: Score) -> bool:
    return bool(score.marks or score.originals)


def _of_criterion(
    old: Evaluation,
    new: Evaluation,
    vendor: str,
    scores: tuple[Score, Score],
    apart: set[str],
) -> Iterator[Change]:
    criterion = scores[1].criterion
    name = new.criteria.by_id[criterion].name
    numbers = _are_numbers(old.criteria, criterion), _are_numbers(new.criteria, criterion)
    kinds: tuple[tuple[Kind, Mapping[str, Mark], Mapping[str, Mark]], ...] = (
        ("mark", _own(scores[0]), _own(scores[1])),
        ("agreed", _agreed(scores[0]), _agreed(scores[1])),
    )
    for kind, before, after in kinds:
        for giver, one, other in either(before, after):
            if (one is None or other is None) and giver in apart:
                continue
            about = (vendor, giver, criterion)
            if not _same(one, other, numbers=all(numbers)):
                asked = (criterion, kind, giver)
                sides = (
                    _side(one, number=numbers[0]) if one else _unwritten(old, *asked),
                    _side(other, number=numbers[1]) if other else _unwritten(new, *asked),
                )
                yield Change(kind, name, *sides, *about)
            elif _comment(one) != _comment(other):
                what = message(N_("Comment on “{criterion}”"), criterion=name)
                yield Change("other", what, _remark(one), _remark(other), *about)


def _unwritten(result: Evaluation, criterion: str, kind: Kind, giver: str) -> Side | None:
    """Return a blank where a result has room for a mark, None where its rules know no such mark.

    There is no cell: nobody handed in a sheet, or the sheet has no such row or column.
    """
    sheet = result.criteria
    leaf = next(each for each in sheet.leaves if each.id == criterion)
    if kind == "agreed":
        return Side("") if sheet.agreed(leaf) or sheet.overridden(leaf) else None
    marks = any(each.id == giver and leaf.panel in each.panels for each in result.evaluators)
    return Side("") if marks else None


def _comment(mark: Mark | None) -> str:
    return mark.comment if mark else ""


def _remark(mark: Mark | None) -> Side | None:
    """Return what stands beside a mark, None where there is no cell for the mark itself.

    Where there is no comment nobody knows a cell of it.
    """
    return mark and Side(mark.comment, where=(mark.said or mark.where) if mark.comment else None)


def _are_numbers(sheet: CriteriaSheet, criterion: str) -> bool:
    """Tell whether marks are numbers, and not grades or a yes or no."""
    return any(leaf.id == criterion and isinstance(leaf.score, Marks) for leaf in sheet.leaves)


def _own(score: Score) -> Mapping[str, Mark]:
    """Return the marks that people gave on their own, and their blanks, by who gave them."""
    own = (*score.originals, *score.blanks) if score.agreed else score.marks
    return {mark.evaluator: mark for mark in own}


def _agreed(score: Score) -> Mapping[str, Mark]:
    """Return the mark that the panel agreed on, or its blank. Nobody gave it alone."""
    marks = score.marks if score.agreed else score.blanks
    return {"": marks[0]} if marks else {}


def _same(one: Mark | None, other: Mark | None, *, numbers: bool) -> bool:
    """Tell whether two marks say the same: 8 and 8.0 do.

    A grade is what is written. What it is worth is a rule, and told by the rule.
    """
    if one and other and not numbers:
        return key(one.written) == key(other.written)
    return _given(one) == _given(other)


def _given(mark: Mark | None) -> Fraction | None:
    """Return the value that was given, None for a blank."""
    if mark is None or mark.given is None:
        return mark.value if mark else None
    return mark.given


def _side(mark: Mark, *, number: bool) -> Side:
    return Side(mark.written, _given(mark) if number else None, mark.where, mark.comment)
