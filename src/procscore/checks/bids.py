"""Are the marks there and within their rule, and is the panel one that the sheet can aggregate?"""

from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from functools import cache, partial

from procscore.diagnostics import Location, Problems
from procscore.exact import decimal_text
from procscore.formula import Formula, names, prose
from procscore.language import N_, Message, listing, message
from procscore.model.amounts import to_mark, undefined
from procscore.model.bids import Bids, Mark, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.formula_names import FIGURE_WORDS
from procscore.model.rankings import rankings
from procscore.model.rounds import applicants, opening, rounds
from procscore.model.scores import Check, Marks, Price

_MOST_BLANKS = 3
"""Blanks of one evaluator for one vendor that are told each on its own."""


def check(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Add everything that is wrong with `bids` under `sheet` to `problems`."""
    for rule in RULES:
        rule(sheet, bids, problems)


def within_rule(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Every mark is in the range, on the step or among those that are allowed."""
    for leaf in sheet.leaves:
        if not isinstance(leaf.score, Marks):
            continue
        fault_of = cache(partial(leaf.score.fault, leaf.points))  # the same marks come again
        for vendor in bids.vendors:
            place = (vendor.id, leaf.id)
            for given in (bids.marks, bids.secretariat, bids.agreed):
                for mark in given.get(place, ()):
                    if mark.value is not None and (code := fault_of(mark.value)):
                        _report(code, leaf, leaf.score, mark, problems)


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
    """No mark is missing of a vendor that is to be marked. Who is already out needs none.

    A form that was left empty is one finding: its evaluator has not handed in. Of a later stage only
    those who got that far need marks: that shows while scoring.
    """
    begun = {
        mark.evaluator for given in bids.marks.values() for mark in given if mark.value is not None
    }
    held = rounds(sheet, applicants(bids.vendors))
    first = held[0].leaves if held else ()
    marked = {each.id for each in to_mark(sheet, bids.procurement, bids.vendors, first)}
    for vendor in bids.vendors:
        if vendor.id not in marked:
            _note_unscored(bids, vendor, problems)
            continue
        blank: dict[str, list[tuple[Leaf, Mark]]] = {}
        for leaf in first:
            for mark in bids.owed(vendor, leaf.id, leaf.panel):
                if mark.value is None and _is_form(mark, bids, begun):
                    form = Location(mark.where.file, mark.where.sheet)
                    problems.add("evaluator-sheet-missing", form, evaluator=mark.evaluator)
                elif mark.value is None:
                    blank.setdefault(mark.evaluator, []).append((leaf, mark))
        for found in blank.values():
            _report_blank(vendor, found, problems)


def _report_blank(vendor: Vendor, found: Sequence[tuple[Leaf, Mark]], problems: Problems) -> None:
    """Report what one evaluator left blank of a vendor; many blanks are one finding."""
    told = found if len(found) <= _MOST_BLANKS else found[:1]
    for leaf, mark in told:
        problems.add(
            "mark-blank" if told is found else "marks-blank",
            mark.where,
            vendor=vendor.name,
            criterion=leaf.criterion.name,
            evaluator=mark.evaluator,
            count=len(found),
        )


def _is_form(mark: Mark, bids: Bids, begun: Collection[str]) -> bool:
    """Tell whether a blank is one of an evaluator who has marked nothing at all."""
    return mark.evaluator not in begun and any(
        mark.evaluator == evaluator.id for evaluator in bids.evaluators
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


def reasons(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """Each agreed mark that overrides the evaluators' own has its reason as a comment."""
    for vendor in bids.vendors:
        for leaf in filter(sheet.overridden, sheet.leaves):
            own = bids.given(vendor, leaf.id, leaf.panel)
            beside = any(mark.value is not None for mark in own)
            for mark in bids.agreed.get((vendor.id, leaf.id), ()) if beside else ():
                if not mark.comment:
                    problems.add(
                        "agreed-without-reason",
                        mark.where,
                        vendor=vendor.name,
                        criterion=leaf.criterion.name,
                    )


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
    for each, leaves in sheet.marking_panels.items():
        rules = sheet.rules_of(each)
        if rules.aggregate != "consensus":
            _enough(sheet, each, leaves, bids, problems)
            _chair(sheet, each, leaves, bids, problems)
        _quorum(sheet, each, bids, problems)


def _enough(
    sheet: CriteriaSheet, panel: str | None, leaves: Sequence[Leaf], bids: Bids, problems: Problems
) -> None:
    rules = sheet.rules_of(panel)
    trimmed = rules.trim.highest + rules.trim.lowest
    fewest = 1 + (trimmed if rules.aggregate == "trimmed-mean" else 0)
    panels: dict[frozenset[str], Vendor] = {}
    for vendor in to_mark(sheet, bids.procurement, bids.vendors, leaves):
        scoring = bids.scoring(vendor, panel)
        if bids.evaluators and len(scoring) < fewest:
            problems.add(
                "panel-too-small",
                vendor.where,
                vendor=vendor.name,
                count=len(scoring),
                fewest=fewest,
            )
        panels.setdefault(frozenset(evaluator.id for evaluator in scoring), vendor)
    compared = any(ranking.asks_evaluators for _, ranking in rankings(sheet))
    if (rules.aggregate == "sum" or rules.same_for_all or compared) and len(panels) > 1:
        one, other = list(panels.values())[:2]
        problems.add("panel-unequal", other.where, one=one.name, other=other.name)


def _quorum(sheet: CriteriaSheet, panel: str | None, bids: Bids, problems: Problems) -> None:
    """Report a panel of which too few are present (定足数)."""
    quorum = sheet.rules_of(panel).quorum
    members = [each for each in bids.evaluators if panel in each.panels]
    present = sum(each.present for each in members)
    if quorum is not None and present < quorum.of(Fraction(len(members))):
        problems.add(
            "panel-without-quorum",
            next((each.where for each in members if not each.present), bids.procurement.where),
            present=present,
            count=len(members),
            quorum=str(quorum),
        )


def _chair(
    sheet: CriteriaSheet, panel: str | None, leaves: Sequence[Leaf], bids: Bids, problems: Problems
) -> None:
    """Report an even vote that the chair should decide, and nobody or several chair."""
    even = [leaf for leaf in leaves if isinstance(leaf.score, Check) and leaf.score.even == "chair"]
    for vendor in to_mark(sheet, bids.procurement, bids.vendors, even) if even else ():
        chairs = [each for each in bids.scoring(vendor, panel) if each.chair]
        for leaf in even:
            if (vendor.id, leaf.id) in bids.agreed:
                continue
            votes = [mark.value for mark in bids.given(vendor, leaf.id, panel)]
            if len(chairs) != 1 and votes and 2 * votes.count(Fraction(1)) == len(votes):
                problems.add(
                    "chair-unclear",
                    vendor.where,
                    vendor=vendor.name,
                    criterion=leaf.criterion.name,
                )


def figures(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """The procurement declares what the formulas of price and ranking need."""
    for what, formula, amount in _needing_figures(sheet):
        declared = {
            "ceiling": bids.procurement.ceilings.get(amount or ""),
            "investigation": bids.procurement.investigation,
            "estimate": bids.procurement.estimate,
        }
        for name, figure in declared.items():
            if name in names(formula) and figure is None:
                problems.add(
                    "figure-missing",
                    bids.procurement.where,
                    name=message(FIGURE_WORDS[name]),
                    criterion=what,
                    formula=formula.text,
                )


def _needing_figures(
    sheet: CriteriaSheet,
) -> Iterator[tuple[str | Message, Formula, str | None]]:
    """Give the formulas that may name a figure, with the amount whose ceiling is meant."""
    for leaf in sheet.price_leaves:
        if isinstance(leaf.score, Price):
            yield leaf.criterion.name, leaf.score.formula, leaf.score.amount
    for _, ranking in rankings(sheet):
        if ranking.at_least:
            yield message(N_("the ranking value")), ranking.at_least, sheet.main_amount


def ceilings(sheet: CriteriaSheet, bids: Bids, problems: Problems) -> None:
    """The procurement gives every ceiling that the sheet has a rule for, once prices are opened."""
    stated, given = sheet.eligibility.ceiling, bids.procurement.ceilings
    if sheet.prices == "sealed" or opening(sheet, rounds(sheet, applicants(bids.vendors))) is None:
        return
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
    reasons,
    not_counted,
    panel,
    figures,
)
