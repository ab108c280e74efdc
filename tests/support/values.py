"""Criteria sheets and bids in memory, written so that a test reads like the rule that it proves.

    SHEET = sheet('''
        criteria:
          - {id: plan, points: 60}
          - {id: price, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
    ''')
    result = evaluate(SHEET, {"A": {"plan": [50, 40], "total": 100}, "B": {...}})
    assert totals(result) == {"A": "85", "B": "70"}

A sheet may leave out what says nothing here: names are the ids, the points of the sheet are the sum
of the criteria's, and `total` is an amount. A vendor's entry holds one mark an evaluator for what
the panel marks (E1, E2, … in that order), a single mark for what the secretariat marks, and its
amounts and quantities. What a named panel marks is marked by its own people: of `staff` they are
staff1, staff2, … in that order. A single mark for what a panel marks by consensus is what it agreed
on; {"合議": 7, "E1": 6, "E2": 8} holds the evaluators' own beside it, and {"合議": None, …} a blank
of an agreed mark that need not be given. Marks may be written as
{"E2": 6, "E3": None} too, and None is a cell that was left blank. Numbers come out as text:
decimals where they end, else fractions.
"""

import textwrap
from collections.abc import Iterable, Mapping
from fractions import Fraction

from procscore.checks import bids as bids_checks
from procscore.checks import criteria_sheet
from procscore.diagnostics import Diagnostic, Location, Problems
from procscore.exact import decimal_text
from procscore.ingest import criteria_file, yaml_file
from procscore.ingest.yaml_file import Document
from procscore.model.bids import Bids, Evaluator, Mark, Procurement, Quote, Stated, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.result import Evaluation
from procscore.model.scores import Check, Grades
from procscore.scoring.evaluate import evaluate as score

PLACE = Location("bids.xlsx", "提案者", 2, 1)
AGREED = "合議"
KEPT = ("lot", "code", "arrival", "reading", "decision")
PRICE = "{id: price, points: %s, score: {method: price, amount: total, formula: %s}}"


def price(points, formula="lowest-ratio"):
    """Return the YAML of a criterion `price` that is scored by the amount `total`."""
    return PRICE % (points, formula)


def sheet(text: str) -> CriteriaSheet:
    """Return the criteria sheet of a YAML text, completed with what every sheet must have."""
    problems = Problems()
    document = yaml_file.read(textwrap.dedent(text), "criteria.yaml", problems)
    assert document is not None, told(problems)
    complete = Document(document.file, completed(document.value), document.root)
    parsed = criteria_file.parse(complete, problems)
    assert parsed is not None, told(problems)
    return parsed


def completed(written: dict) -> dict:
    """Return `written` with a header, and with ids for the names that are not there."""
    header = {"procscore": "1", "id": "test", "title": "test", "amounts": {"total": {}}}
    whole = {**header, **written, "criteria": [_named(each) for each in written["criteria"]]}
    for kind in ("amounts", "quantities"):
        if kind in whole:
            whole[kind] = {key: {"name": key, **value} for key, value in whole[kind].items()}
    return {"points": decimal_text(sum(map(_worth, whole["criteria"]), Fraction(0))), **whole}


def _named(criterion: dict) -> dict:
    named = {"name": criterion["id"], **criterion}
    if "criteria" in criterion:
        named["criteria"] = [_named(part) for part in criterion["criteria"]]
    return named


def _worth(criterion: dict) -> Fraction:
    if "points" in criterion:
        return Fraction(criterion["points"])
    return sum(map(_worth, criterion.get("criteria", ())), Fraction(0))


def bids(
    criteria: CriteriaSheet,
    vendors: Mapping[str, Mapping[str, object]],
    *,
    recused: Mapping[str, Iterable[str]] | None = None,
    absent: Iterable[str] = (),
    ceilings: Mapping[str, object] | None = None,
    investigation: object = None,
    estimate: object = None,
    evaluators: Iterable[str] | None = None,
    own_ranks: Mapping[str, Mapping[str, object]] | None = None,
    panels: Mapping[str, Iterable[str | None]] | None = None,
    chair: str | Iterable[str] = (),
    stated: Iterable[tuple[str, str, str | None, object]] = (),
) -> Bids:
    """Return the bids of `vendors`: marks, amounts, quantities, status, reason, lot, code, …

    `own_ranks` are what evaluators ranked themselves: by evaluator, then vendor. `panels` are the
    panels that an evaluator sits on (None: the sheet's own); who is not named there sits on those
    whose criteria it marks, else on the sheet's own. `stated` are sums that stand in score sheets:
    (evaluator, vendor, group or None for the whole sheet, sum).
    """
    marks, secretariat, agreed, not_agreed = {}, {}, {}, {}
    sits_on: dict[str, set[str | None]] = {each: set() for each in evaluators or ()}
    for column, (vendor, entry) in enumerate(vendors.items(), start=4):
        for row, leaf in enumerate(criteria.leaves, start=2):
            if leaf.id not in entry:
                continue
            given = entry[leaf.id]
            if leaf.marked_by == "secretariat":
                secretariat[vendor, leaf.id] = _marks(
                    criteria, leaf, {"事務局": given}, row, column
                )
                continue
            by_name = _by_name(criteria, leaf, given)
            if AGREED in by_name:
                one = {AGREED: by_name.pop(AGREED)}
                blank = one[AGREED] is None and criteria.overridden(leaf)
                found = not_agreed if blank else agreed
                found[vendor, leaf.id] = _marks(criteria, leaf, one, row, column)
            if by_name:
                marks[vendor, leaf.id] = _marks(criteria, leaf, by_name, row, column)
            for each in by_name:
                sits_on.setdefault(each, set()).add(leaf.panel)
    return Bids(
        procurement=Procurement(
            where=Location("bids.xlsx", "案件"),
            ceilings={key: _quote(value, 3) for key, value in (ceilings or {}).items()},
            investigation=None if investigation is None else _quote(investigation, 4),
            estimate=None if estimate is None else _quote(estimate, 5),
        ),
        vendors=tuple(
            _vendor(criteria, each, entry, row)
            for row, (each, entry) in enumerate(vendors.items(), start=2)
        ),
        evaluators=tuple(
            Evaluator(
                each,
                each,
                Location("bids.xlsx", "審査委員", row, 1),
                present=each not in absent,
                recused=frozenset((recused or {}).get(each, ())),
                panels=frozenset((panels or {}).get(each, marked)) or frozenset({None}),
                chair=each in ([chair] if isinstance(chair, str) else chair),
            )
            for row, (each, marked) in enumerate(sits_on.items(), start=2)
        ),
        marks=marks,
        secretariat=secretariat,
        agreed=agreed,
        not_agreed=not_agreed,
        stated=tuple(_stated(vendors, *each) for each in stated),
        own_ranks={
            (evaluator, vendor): Quote(
                Fraction(rank), Location("bids.xlsx", f"採点_{evaluator}", 9, column)
            )
            for evaluator, given in (own_ranks or {}).items()
            for column, (vendor, rank) in enumerate(given.items(), start=4)
        },
    )


def _by_name(criteria: CriteriaSheet, leaf: Leaf, given: object) -> dict[str, object]:
    """Return marks by evaluator; AGREED for a single one that a panel agreed on."""
    if isinstance(given, dict):
        return dict(given)
    agreed = criteria.rules_of(leaf.panel).aggregate == "consensus"
    if agreed and not isinstance(given, list):
        return {AGREED: given}
    return {f"{leaf.panel or 'E'}{number}": mark for number, mark in enumerate(given, start=1)}


def _stated(
    vendors: Iterable[str], evaluator: str, vendor: str, criterion: str | None, value: object
) -> Stated:
    where = Location("bids.xlsx", f"採点_{evaluator}", 99, 4 + list(vendors).index(vendor))
    return Stated(evaluator, vendor, criterion, Fraction(value), where)


def _marks(criteria, leaf: Leaf, given: Mapping[str, object], row, column) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            evaluator,
            _mark_value(criteria, leaf, written),
            Location("bids.xlsx", f"採点_{evaluator}", row, column),
            "" if written is None else str(written),
        )
        for evaluator, written in given.items()
    )


def _mark_value(criteria: CriteriaSheet, leaf: Leaf, written: object) -> Fraction | None:
    if written is None:
        return None
    if isinstance(leaf.score, Grades):
        return criteria.grade_value(leaf.score.scale, str(written))
    if isinstance(leaf.score, Check):
        return {"○": Fraction(1), "×": Fraction(0)}[str(written)]
    return Fraction(written)


def _vendor(criteria: CriteriaSheet, vendor: str, entry: Mapping[str, object], row: int) -> Vendor:
    quoted = [*criteria.quoted, *criteria.quantities]
    return Vendor(
        id=vendor,
        name=str(entry.get("name", vendor)),
        where=Location("bids.xlsx", "提案者", row, 1),
        status=Status(entry.get("status", "eligible")),
        reason=str(entry.get("reason", "")),
        **{each: entry[each] for each in KEPT if each in entry},
        cells={
            each: Location("bids.xlsx", "提案者", row, column)
            for column, each in enumerate(KEPT, start=20)
        },
        quotes={
            each: Quote(Fraction(entry[each]), Location("bids.xlsx", "提案者", row, column))
            for column, each in enumerate(quoted, start=3)
            if each in entry
        },
    )


def _quote(value: object, row: int) -> Quote:
    return Quote(Fraction(value), Location("bids.xlsx", "案件", row, 2))


def attempt(
    criteria: CriteriaSheet,
    vendors: Mapping[str, Mapping[str, object]],
    withdrawn: Iterable[str] = (),
    **handed_in: object,
) -> tuple[Evaluation | None, Problems]:
    """Check the bids and evaluate them, like the pipeline: no evaluation after an error.

    `withdrawn` are the vendors that withdraw after the ranking.
    """
    problems = Problems()
    given = bids(criteria, vendors, **handed_in)
    bids_checks.check(criteria, given, problems)
    if problems.fatal:
        return None, problems
    return score(criteria, "digest", given, problems, tuple(withdrawn)), problems


def evaluate(
    criteria: CriteriaSheet, vendors: Mapping[str, Mapping[str, object]], **handed_in: object
) -> Evaluation:
    """Return the evaluation of a faultless sheet and faultless bids, as `attempt` takes them."""
    faults = [f"{each.code} at {each.path}" for each in criteria_sheet.check(criteria)]
    assert not faults, faults
    result, problems = attempt(criteria, vendors, **handed_in)
    assert result is not None, told(problems)
    return result


def told(problems: Iterable[Diagnostic]) -> list[str]:
    """Return problems as a person would read them."""
    return [f"{each.where}: {each.code}: {each.message}" for each in problems]


def codes(problems: Iterable[Diagnostic]) -> list[str]:
    """Return the codes of problems, sorted by place."""
    return [each.code for each in problems]


def text(value: Fraction | None) -> str | None:
    """Return a number as a test writes it."""
    return None if value is None else decimal_text(value)


def totals(result: Evaluation) -> dict[str, str | None]:
    """Return every vendor's total."""
    return {each.vendor.id: text(each.points_in_all) for each in result.vendors}


def points(result: Evaluation, criterion: str) -> dict[str, str | None]:
    """Return every vendor's points of a criterion."""
    return {each.vendor.id: text(each.points(criterion)) for each in result.vendors}


def compared(result: Evaluation) -> dict[str, str | None]:
    """Return what the ranking compares, of every vendor that is ranked."""
    return {each.vendor.id: text(each.compared) for each in result.ranked}


def ranks(result: Evaluation) -> dict[str, str | None]:
    """Return the rank of every vendor that is ranked, first to last."""
    return {each.vendor.id: text(each.rank) for each in result.ranked}


def out(result: Evaluation) -> dict[str, list[str]]:
    """Return the rules by which vendors are out."""
    return {
        each.vendor.id: [exclusion.rule for exclusion in each.exclusions]
        for each in result.vendors
        if each.exclusions
    }


def flags(result: Evaluation) -> dict[str, list[str]]:
    """Return the rules by which vendors are flagged."""
    return {
        each.vendor.id: [flag.rule for flag in each.flags] for each in result.vendors if each.flags
    }
