"""Who marks what, and how a criterion is marked, in words."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.exact import decimal_text, display
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rules_told.words import VOTE_WORDS, by_default, formula_in_words, quoted
from procscore.model.scores import ByFormula, Check, Grades, Marks, Price, Veto

YES, NO = "○", "×"
_BY_FACT = ("secretariat", "exclude")


def who_marks(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give who marks how many points, and how many are computed, in a line."""
    parts = [
        message(N_("{who} {points}"), who=who, points=display(points))
        for who, points in _givers(sheet)
        if points
    ]
    if parts:
        yield message(N_("Points from: {parts}."), parts=listing(parts))


def _givers(sheet: CriteriaSheet) -> Iterator[tuple[Message, Fraction]]:
    for panel, leaves in sheet.marking_panels.items():
        name = sheet.rules_of(panel).name or panel
        who = message("{panel}", panel=name) if sheet.panels and name else message(N_("evaluators"))
        yield who, _worth(leaves)
    yield message(N_("secretariat")), _worth(sheet.needs_marks("secretariat"))
    yield message(N_("prices")), _worth(sheet.price_leaves)
    declared = [leaf for leaf in sheet.leaves if isinstance(leaf.score, ByFormula)]
    yield message(N_("declared facts")), _worth(declared)


def _worth(leaves: Iterable[Leaf]) -> Fraction:
    return sum((leaf.points for leaf in leaves), Fraction(0))


def how_marked(sheet: CriteriaSheet, leaf: Leaf) -> Message:
    """Return in a word or two what an evaluator may give, for the column 採点方法.

    Raises TypeError for a criterion that is computed.
    """
    match leaf.score:
        case Grades(scale=scale):
            return message("{grades}", grades=listing(sheet.scales[scale]))
        case Check():
            return message(N_("{yes} or {no}"), yes=YES, no=NO)
        case Marks(allowed=tuple() as allowed):
            return message(N_("one of {allowed}"), allowed=listing(map(decimal_text, allowed)))
        case Marks() as marks:
            return _range(marks, leaf.points)
        case _:
            raise TypeError(leaf.score)


def _range(marks: Marks, points: Fraction) -> Message:
    lowest, highest = (decimal_text(each) for each in marks.range(points))
    if marks.step is None:
        return message(N_("{lowest} to {highest}"), lowest=lowest, highest=highest)
    if marks.step == 1 and marks.range(points)[0].denominator == 1:
        return message(N_("{lowest} to {highest}, whole numbers"), lowest=lowest, highest=highest)
    return message(
        N_("{lowest} to {highest} in steps of {step}"),
        lowest=lowest,
        highest=highest,
        step=decimal_text(marks.step),
    )


def how_scored(sheet: CriteriaSheet, leaf: Leaf) -> Message:
    """Return how a criterion gets its points: what is given, by whom, or by which formula."""
    match leaf.score:
        case Price(formula=formula) | ByFormula(formula=formula):
            return formula_in_words(sheet, formula, "score")
        case Grades(scale=scale):
            grades = [f"{grade} {share}" for grade, share in sheet.scales[scale].items()]
            told = message("{grades}", grades=listing(grades))
        case Check() as check:
            told = _check(check)
        case _:
            told = by_default(how_marked(sheet, leaf), stated=leaf.stated)
    if leaf.marked_by == "secretariat":
        told = message(N_("secretariat: {what}"), what=told)
    elif leaf.panel is not None:
        panel = sheet.rules_of(leaf.panel).name or leaf.panel
        told = message(N_("{panel}: {what}"), panel=panel, what=told)
    if leaf.criterion.weight is not None:
        weight = decimal_text(leaf.criterion.weight)
        told = message(N_("{what}; × {weight}"), what=told, weight=weight)
    return told


def _check(check: Check) -> Message:
    return message(
        N_("met or not; who fails is excluded")
        if check.fail == "exclude"
        else N_("met or not; who fails gets no points")
    )


def knock_outs(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give the checks and vetoes that exclude a vendor, and how many evaluators it takes."""
    facts = [
        quoted(leaf.criterion.name)
        for leaf in sheet.leaves
        if isinstance(leaf.score, Check) and (leaf.score.by, leaf.score.fail) == _BY_FACT
    ]
    if facts:
        yield message(N_("Excluded: who fails {criteria}."), criteria=listing(facts))
    for leaf in sheet.leaves:
        match leaf.score:
            case Check(by="panel", fail="exclude", votes=votes):
                yield by_default(
                    message(
                        N_("Excluded: who fails “{criterion}” in the eyes of {votes}."),
                        criterion=leaf.criterion.name,
                        votes=message(VOTE_WORDS[votes]),
                    ),
                    stated="votes" in leaf.score.model_fields_set,
                )
            case Marks(veto=Veto() as veto) | Grades(veto=Veto() as veto):
                told = message(
                    N_("Excluded: a vendor to whom {votes} give {mark} for “{criterion}”."),
                    criterion=leaf.criterion.name,
                    mark=veto.mark,
                    votes=message(VOTE_WORDS[veto.votes]),
                )
                if veto.otherwise is not None:
                    other = N_("{rule} Where fewer do, it counts as {otherwise}.")
                    told = message(other, rule=told, otherwise=veto.otherwise)
                yield told
            case _:
                pass
