"""Are the marks there and within their rule, and is the panel one that the sheet can aggregate?"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, partial

from procscore.diagnostics import Problems
from procscore.exact import decimal_text
from procscore.formula import names, prose
from procscore.language import N_, listing, message
from procscore.model.amounts import in_play, undefined
from procscore.model.bids import Bids, Mark, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.scores import Marks, Price


def check(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Add everything that is wrong with `bids` under `sheet` to `problems`."""
    for rule in RULES:
        rule(sheet, bids, problems)


def within_rule(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Every mark is in the range, on the step or among those that are allowed."""
    for leaf in sheet.leaves:
        if not isinstance(leaf.score, Marks):
            continue
        fault_of = cache(partial(_fault, leaf.score, leaf.points))  # the same marks come again
        for vendor in bids.vendors:
            place = (vendor.id, leaf.id)
            for given in (bids.marks, bids.secretariat, bids.agreed):
                for mark in given.get(place, ()):
                    if mark.value is not None and (code := fault_of(mark.value)):
                        _report(code, leaf, leaf.score, mark, problems)


def _fault(rule: Marks, points: Fraction, value: Fraction) -> str | None:
    """Return the code for a mark that may not be given, or None."""
    lowest, highest = rule.range(points)
    if value > highest:
        return "mark-above-maximum"
    if value < lowest:
        return "mark-below-minimum"
    if rule.allowed is not None and value not in rule.allowed:
        return "mark-not-allowed"
    if rule.step is not None and (value - lowest) % rule.step != 0:
        return "mark-off-step"
    return None


def _report(code: str, leaf: Leaf, rule: Marks, mark: Mark, problems: Problems) -> None:
    lowest, highest = rule.range(leaf.points)
    problems.add(
        code,
        mark.where,
        criterion=leaf.criterion.name,
        text=mark.written,
        lowest=decimal_text(lowest),
        highest=decimal_text(highest),
        step=decimal_text(rule.step or Fraction(0)),
        allowed=listing(decimal_text(each) for each in rule.allowed or ()),
    )


def complete(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """No mark is missing of a vendor that is to be marked. Who is already out needs none."""
    for vendor in bids.vendors:
        if not in_play(sheet, bids.procurement, vendor):
            _note_unscored(bids, vendor, problems)
            continue
        for leaf in sheet.leaves:
            place = (vendor.id, leaf.id)
            agreed = bids.agreed.get(place, ())
            # An agreed mark stands for the panel's: the evaluators' own may then be left blank.
            panel_marks = agreed or bids.given(vendor, leaf.id)
            for mark in (*bids.secretariat.get(place, ()), *panel_marks):
                if mark.value is None:
                    problems.add(
                        "mark-blank",
                        mark.where,
                        vendor=vendor.name,
                        criterion=leaf.criterion.name,
                        evaluator=mark.evaluator,
                    )


def _note_unscored(bids: Bids, vendor: Vendor, problems: Problems) -> None:
    """Note the marks of a vendor that is out before it is marked: they were read, not scored."""
    given = [
        mark
        for kind in (bids.marks, bids.secretariat, bids.agreed)
        for (marked, _), marks in kind.items()
        if marked == vendor.id
        for mark in marks
        if mark.value is not None
    ]
    if given:
        first = min(given, key=lambda mark: mark.where.order)
        problems.add("marks-not-scored", first.where, vendor=vendor.name, count=len(given))


def not_counted(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Nobody who is absent or recused has marks; both are noted, for the panel is smaller."""
    del sheet
    for evaluator in bids.evaluators:
        if not evaluator.present:
            problems.add("evaluator-absent", evaluator.where, evaluator=evaluator.name)
        for vendor in bids.vendors:
            if evaluator.present and vendor.id not in evaluator.recused:
                continue
            if evaluator.present:
                problems.add(
                    "evaluator-recused",
                    evaluator.where,
                    evaluator=evaluator.name,
                    vendor=vendor.name,
                )
            given = next(_marks_of(bids, evaluator.id, vendor), None)
            if given:
                code = "recused-with-marks" if evaluator.present else "absent-with-marks"
                problems.add(code, given.where, evaluator=evaluator.name, vendor=vendor.name)


def _marks_of(bids: Bids, evaluator: str, vendor: Vendor) -> Iterator[Mark]:
    """Give the marks that `evaluator` gave `vendor`; blanks are none."""
    for (marked, _), given in bids.marks.items():
        if marked == vendor.id:
            for mark in given:
                if mark.evaluator == evaluator and mark.value is not None:
                    yield mark


def panel(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Every vendor has enough evaluators, and the same ones where the rule needs that."""
    if not sheet.needs_marks("panel") or sheet.panel.aggregate == "consensus":
        return
    trimmed = sheet.panel.trim.highest + sheet.panel.trim.lowest
    fewest = 1 + (trimmed if sheet.panel.aggregate == "trimmed-mean" else 0)
    panels: dict[frozenset[str], Vendor] = {}
    for vendor in bids.vendors:
        if not in_play(sheet, bids.procurement, vendor):
            continue
        scoring = bids.scoring(vendor)
        if bids.evaluators and len(scoring) < fewest:
            problems.add(
                "panel-too-small",
                vendor.where,
                vendor=vendor.name,
                count=len(scoring),
                fewest=fewest,
            )
        panels.setdefault(frozenset(evaluator.id for evaluator in scoring), vendor)
    by_evaluator = (
        sheet.panel.aggregate == "sum"
        or sheet.ranking.by not in ("points", "formula")
        or any(step.rule == "more" for step in sheet.ranking.ties)
    )
    if by_evaluator and len(panels) > 1:
        one, other = list(panels.values())[:2]
        problems.add("panel-unequal", other.where, one=one.name, other=other.name)


FIGURE_WORDS = {
    "ceiling": N_("ceiling"),
    "investigation": N_("investigation price"),
    "estimate": N_("estimate"),
}


def figures(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """The procurement declares what the price formulas need."""
    declared = {
        "investigation": bids.procurement.investigation,
        "estimate": bids.procurement.estimate,
    }
    for leaf in sheet.price_leaves:
        if not isinstance(leaf.score, Price):
            continue
        used = names(leaf.score.formula)
        ceiling = bids.procurement.ceilings.get(leaf.score.amount)
        for name, figure in {**declared, "ceiling": ceiling}.items():
            if name in used and figure is None:
                problems.add(
                    "figure-missing",
                    bids.procurement.where,
                    name=message(FIGURE_WORDS[name]),
                    criterion=leaf.criterion.name,
                    formula=leaf.score.formula.text,
                )


def ceilings(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """The procurement gives every ceiling that the sheet has a rule for."""
    stated, given = sheet.eligibility.ceiling, bids.procurement.ceilings
    if isinstance(stated, dict):
        missing = any(rule != "ignore" and amount not in given for amount, rule in stated.items())
    else:
        states = "ceiling" in sheet.eligibility.model_fields_set
        missing = states and stated != "ignore" and not given
    # A ceiling that was given and could not be read is told where it stands, not as missing.
    if missing and not problems.fatal:
        problems.add("ceiling-not-given", bids.procurement.where)


def derived(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Every derived amount of a vendor that is not out by status has a value."""
    for vendor in bids.vendors:
        if vendor.status is not Status.ELIGIBLE:
            continue
        for fault in undefined(sheet, vendor):
            where = next((place for each in fault.inputs for place in each.where), vendor.where)
            problems.add(
                "formula-undefined",
                where,
                vendor=vendor.name,
                what=sheet.amounts[fault.amount].name,
                formula=fault.formula.text,
                reason=fault.reason,
                numbers=prose.substituted(fault.formula, fault.inputs),
            )


RULES: tuple[Callable[[CriteriaSheet, Bids, Problems], None], ...] = (
    derived,
    ceilings,
    within_rule,
    complete,
    not_counted,
    panel,
    figures,
)
