"""Any procedure for property tests: sheets with panels, stages and all that points can hang on.

written = data.draw(procedures())
vendors = data.draw(entries(written))
assert run(written, vendors) == run(*data.draw(shuffled(written, vendors)))
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from procscore.checks import bids as bids_checks
from procscore.checks import criteria_sheet
from procscore.checks.finding import Finding
from procscore.diagnostics import Diagnostic, Location, Problems, Severity
from procscore.diagnostics.catalogue import CATALOGUE
from procscore.model import scope
from procscore.model.bids import Evaluator, Stated
from procscore.model.criteria import CriteriaSheet
from procscore.model.result import Evaluation, Score, Tie, VendorResult
from procscore.scoring.evaluate import evaluate
from support import values
from support.values import text

VENDORS = ("A", "B", "C", "D")
MEMBERS = ("E1", "E2", "E3", "E4")
STAFF = ("S1", "S2", "S3", "E4")
"""The panel `staff`, where a sheet has it; one of them is a member of the sheet's own too."""
PEOPLE = (*MEMBERS, *STAFF[:3])
CHAIR = "E2"

ROUNDINGS = st.sampled_from([None, {"places": 0, "mode": "half-up"}, {"places": 1, "mode": "down"}])
VOTES = st.sampled_from(["any", "majority", "all"])
_TO_THE_BEST = "if(best = 0, 0, points * raw / best)"
RESCALED = st.sampled_from(
    [
        None,
        {"round": {"places": 0, "mode": "half-up"}},
        {"formula": "points * raw / of"},
        {"formula": "max(0, 70% * a1 + 30% * a2)"},
        {"formula": _TO_THE_BEST},
        {"formula": _TO_THE_BEST, "round": {"places": 1, "mode": "down"}},
    ]
)
RELATIVE = st.sampled_from([{}, {}, {"rescale": {"formula": _TO_THE_BEST}}])
MINIMUMS = st.sampled_from(
    [
        {"at_least": "40%"},
        {"criterion": "a", "at_least": "30%"},
        {"each_of": "b", "at_least": "20%"},
        {"criterion": "a", "at_least": "40%", "evaluators": "majority"},
        {"at_least": "30%", "evaluators": "any"},
        {"criterion": "b", "at_least": "50%", "when": ["promoted"]},
    ]
)
TIES = st.sampled_from(
    [
        ["committee"],
        ["lot"],
        [{"higher": "a"}, {"lower": "total"}, "committee"],
        [{"more": "first-places"}, {"higher": ["a", "s"]}, "lot"],
    ]
)
MARK = st.integers(0, 4).map(lambda number: Fraction(5 * number, 2))
"""Few values, so that ties are common."""

Written = dict
"""A criteria sheet as it is written, without what `values.sheet` adds."""
Entries = Mapping[str, Mapping[str, object]]
"""What vendors handed in and how they were marked, as `values.bids` takes it."""


@st.composite
def panels(draw):
    """Give the rules of a panel."""
    rules = {
        "aggregate": draw(st.sampled_from(["mean", "median", "sum", "trimmed-mean"])),
        "over": draw(st.sampled_from(["criteria", "totals"])),
    }
    if rules["aggregate"] == "sum":
        rules["shared"] = draw(st.sampled_from(["each", "once"]))
    rounding = draw(ROUNDINGS)
    return {**rules, **({"round": rounding} if rounding else {})}


def _totals_decide(panel: Mapping[str, object]) -> bool:
    return panel["over"] == "totals" and (panel["aggregate"] == "median" or "round" in panel)


@st.composite
def rankings(draw):
    """Give a ranking: by the points, by a formula, or by what the evaluators found."""
    by = draw(st.sampled_from(["points", "points", "formula", "rank-sum", "first-places"]))
    by_formula = {
        "formula": "(a + s) / total",
        "at_least": "1",
        "round": {"places": 1, "mode": "down"},
    }
    return {
        "by": by,
        **(by_formula if by == "formula" else {}),
        "ties": draw(TIES),
        "equal_ranks": draw(st.sampled_from(["competition", "dense", "average"])),
        **draw(st.sampled_from([{}, {"majority": "flag"}])),
    }


@st.composite
def stages(draw):
    """Give two stages, with all that a gate can say."""
    gate = {
        "top": str(draw(st.integers(1, 3))),
        "at_cut": draw(st.sampled_from(["all", "none", "committee"])),
        **draw(st.sampled_from([{}, {"minimums": [{"criterion": "a", "at_least": "20%"}]}])),
        **draw(st.sampled_from([{}, {"skip_below": "3"}, {"skip_below": "5"}])),
    }
    first = {"id": "first", "name": "First", "criteria": ["a", "s", "bonus"], "gate": gate}
    if draw(st.booleans()):
        first["ranking"] = draw(rankings())
    carry_over = draw(st.sampled_from(["true", "false"]))
    criteria = ["b", "c", "price"]
    second = {"id": "second", "name": "Second", "criteria": criteria, "carry_over": carry_over}
    return [first, second]


@st.composite
def procedures(draw) -> Written:
    """Give a sheet of two groups, a check, the secretariat's points, a bonus and a price."""
    own, staff = draw(panels()), draw(st.none() | panels())
    a = {"id": "a", "criteria": [{"id": "a1", "points": "10"}, {"id": "a2", "points": "10"}]}
    if draw(st.booleans()):
        veto = {"mark": "0", "votes": draw(VOTES), "otherwise": draw(st.sampled_from(["5", "2.5"]))}
        a["criteria"][0]["score"] = {"method": "marks", "veto": veto}
    alone = staff and not _totals_decide(staff)
    rescale = draw(RESCALED) if alone or not _totals_decide(own) else None
    if rescale:
        a |= {"points": "30" if "formula" in rescale else "20", "rescale": rescale}
    b = {"id": "b", "criteria": [{"id": "b1", "points": "10"}, {"id": "b2", "points": "10"}]}
    if staff:
        b["panel"] = "staff"
    check = {"method": "check", "fail": "points", "votes": draw(VOTES)}
    if check["votes"] == "majority":
        check["even"] = draw(st.sampled_from(["pass", "fail", "chair"]))
    once = {"method": "marks", "by": "secretariat"}
    bonus = {"id": "bonus", "points": "4", "score": once}
    price = {"method": "price", "amount": "total", "formula": "lowest-ratio"}
    ranking, held = draw(rankings()), draw(st.just([]) | stages())
    if held:
        _as_the_linter_admits(held[0], ranking)
    return {
        "criteria": [
            a,
            b,
            {"id": "c", "points": "3", "score": check},
            {"id": "s", "points": "5", "score": once, **draw(RELATIVE)},
            {**bonus, "requires": {"criterion": "a", "at_least": "50%"}},
            {"id": "price", "points": "20", "score": price},
        ],
        "panel": {"name": "members", **own},
        "panels": {"staff": staff} if staff else {},
        "stages": held,
        "eligibility": {
            "minimums": draw(st.lists(MINIMUMS, max_size=2, unique_by=json.dumps)),
            "abnormally_low": {"rule": "below-mean"},
            "lowest_among": draw(st.sampled_from(["eligible", "within-ceiling", "all"])),
        },
        "ranking": ranking,
        "award": {"winners": str(draw(st.integers(1, 2))), "reserve": str(draw(st.integers(0, 2)))},
    }


def _as_the_linter_admits(first, ranking) -> None:
    """Let people decide where the committee should, and no formula name what may be skipped."""
    chain = first.get("ranking", ranking)["ties"]
    if first["gate"]["at_cut"] == "committee" and "committee" not in chain:
        first["gate"]["at_cut"] = "all"
    if ranking["by"] == "formula":
        first["gate"].pop("skip_below", None)


def marking(written: Written) -> dict[str, tuple[str, ...]]:
    """Return who marks each criterion of the panels."""
    staff = STAFF if written["panels"] else MEMBERS
    return {"a1": MEMBERS, "a2": MEMBERS, "b1": staff, "b2": staff, "c": MEMBERS}


@st.composite
def entries(draw, written) -> Entries:
    """Give the bids of all vendors under a sheet; some are marked as another one is."""
    vendors: dict[str, dict[str, object]] = {}
    for vendor in VENDORS:
        twin = draw(st.sampled_from([None, None, *vendors]))
        vendors[vendor] = {
            **(vendors[twin] if twin else draw(_marks(written))),
            "total": draw(st.sampled_from([1, 2, 3, 7, 100])),
            "lot": draw(st.sampled_from([None, "1", "02"])),
        }
    return vendors


@st.composite
def _marks(draw, written) -> dict[str, object]:
    return {
        **{
            leaf: {each: draw(st.sampled_from("○×") if leaf == "c" else MARK) for each in who}
            for leaf, who in marking(written).items()
        },
        "s": draw(st.integers(0, 5)),
        "bonus": draw(st.integers(0, 4)),
    }


def recusals(written: Written) -> st.SearchStrategy:
    """Give who is recused for whom, where all vendors need not have the same evaluators."""
    content = json.dumps(written)
    needs_all = any(word in content for word in ('"sum"', "rank-sum", "first-places", '"flag"'))
    return st.none() if needs_all else st.sampled_from([None, {"E1": ["A"], "S1": ["B"]}])


@st.composite
def sums(draw) -> tuple[Stated, ...]:
    """Give sums that evaluators and the secretariat wrote below their marks, right or wrong."""
    found = draw(
        st.lists(
            st.tuples(
                st.sampled_from([*PEOPLE, "事務局"]),
                st.sampled_from(VENDORS),
                st.sampled_from([None, "a", "b"]),
                st.integers(0, 40).map(Fraction),
            ),
            max_size=4,
            unique_by=lambda each: each[:3],
        )
    )
    return tuple(
        Stated(*each, Location("bids.xlsx", f"採点_{each[0]}", 9, number))
        for number, each in enumerate(found, start=4)
    )


@st.composite
def shuffled(draw, written, vendors) -> tuple[Written, Entries, tuple[str, ...]]:
    """Give the same sheet and the same bids, with everything in another order."""
    turned = {
        **written,
        "criteria": [
            {**each, "criteria": draw(st.permutations(each["criteria"]))}
            if "criteria" in each
            else each
            for each in draw(st.permutations(written["criteria"]))
        ],
        "stages": [
            {**each, "criteria": draw(st.permutations(each["criteria"]))}
            for each in written["stages"]
        ],
        "eligibility": {
            **written["eligibility"],
            "minimums": draw(st.permutations(written["eligibility"]["minimums"])),
        },
    }
    people = tuple(draw(st.permutations(PEOPLE)))
    moved = {
        vendor: {
            key: {each: entry[each] for each in people if each in entry}
            if isinstance(entry, dict)
            else entry
            for key, entry in vendors[vendor].items()
        }
        for vendor in draw(st.permutations(VENDORS))
    }
    return turned, moved, people


def sheet(written: Written, part: str = "whole") -> CriteriaSheet:
    """Return the sheet, or a part of it: before prices are opened, or its first stage."""
    criteria = values.sheet(json.dumps(written))
    faults = [
        f"{each.code} at {each.path}" for each in criteria_sheet.check(criteria) if _is_error(each)
    ]
    assert not faults, faults
    if part == "technical":
        return scope.technical_only(criteria)
    return scope.up_to(criteria, "first") if part == "first" and criteria.stages else criteria


def _is_error(found: Finding) -> bool:
    return CATALOGUE[found.code].severity is Severity.ERROR


def run(
    written: Written,
    vendors: Entries,
    people: Iterable[str] = PEOPLE,
    *,
    part: str = "whole",
    stated: Iterable[Stated] = (),
    withdrawn: Iterable[str] = (),
    recused: Mapping[str, Iterable[str]] | None = None,
) -> tuple[Evaluation | None, Problems]:
    """Check and evaluate like the pipeline: no evaluation after an error."""
    criteria = sheet(written, part)
    marked = {vendor: _marked(vendor, entry, recused or {}) for vendor, entry in vendors.items()}
    handed = values.bids(criteria, marked, evaluators=people, recused=recused)
    seated = tuple(_seated(each, written) for each in handed.evaluators)
    known = [each for each in stated if each.criterion in (None, *criteria.by_id)]
    handed = replace(handed, evaluators=seated, stated=tuple(known))
    problems = Problems()
    bids_checks.check(criteria, handed, problems)
    if problems.fatal:
        return None, problems
    return evaluate(criteria, "digest", handed, problems, frozenset(withdrawn)), problems


def _marked(vendor: str, entry: Mapping[str, object], recused: Mapping[str, Iterable[str]]):
    """Return an entry without the marks of who is recused."""
    return {
        key: {each: mark for each, mark in value.items() if vendor not in recused.get(each, ())}
        if isinstance(value, dict)
        else value
        for key, value in entry.items()
    }


def seats(evaluator: str) -> tuple[str, ...]:
    """Return the panels of an evaluator by name."""
    return tuple(name for name, who in (("members", MEMBERS), ("staff", STAFF)) if evaluator in who)


def _seated(evaluator: Evaluator, written: Written) -> Evaluator:
    panels = {None if name == "members" else name for name in seats(evaluator.id)}
    return replace(evaluator, panels=frozenset(panels), chair=evaluator.id == CHAIR)


def decided(result: Evaluation | None) -> dict[str, object] | None:
    """Return everything that was decided, without the order in which it is told."""
    if result is None:
        return None
    award = result.award
    return {
        "vendors": {each.vendor.id: _vendor(each) for each in result.vendors},
        "ranked": _ranked(result.ranked),
        "stages": {
            each.id: {
                "skipped": each.skipped,
                "of": text(each.of),
                "passed": frozenset(each.passed),
                "undecided": frozenset(each.undecided),
                "ranked": _ranked(each.ranked),
                "ties": _ties(each.ties),
            }
            for each in result.stages
        },
        "award": [frozenset(each) for each in (award.winners, award.reserve, award.undecided)],
        "passed over": frozenset(award.passed_over),
        "ties": _ties(result.ties),
    }


def _vendor(each: VendorResult) -> dict[str, object]:
    return {
        "status": each.status,
        "out": Counter(exclusion.rule for exclusion in each.exclusions),
        "flags": Counter(flag.rule for flag in each.flags),
        "of": text(each.of),
        "adds up": each.adds_up,
        "own": {
            evaluator: {criterion: one.value for criterion, one in points.items()}
            for evaluator, points in each.own.items()
        },
        "scores": {score.criterion: _score(score) for score in each.walk()},
    }


def _score(score: Score) -> tuple[object, ...]:
    marks = Counter((mark.evaluator, mark.value, mark.given) for mark in score.marks)
    return text(score.points), text(score.of), score.adds_up, score.left_out, marks


def _ranked(ranked: Iterable[VendorResult]) -> dict[str, tuple[str | None, ...]]:
    return {
        each.vendor.id: (text(each.rank), text(each.compared), text(each.points_in_all))
        for each in ranked
    }


def _ties(ties: Iterable[Tie]) -> set[tuple[object, ...]]:
    return {
        (
            frozenset(tie.vendors),
            tie.value,
            tuple(map(frozenset, tie.order)),
            tuple((str(step.rule), frozenset(step.values.items())) for step in tie.steps),
        )
        for tie in ties
    }


def told(problems: Iterable[Diagnostic]) -> set[tuple[str, frozenset[str]]]:
    """Return the codes, and of wrong sums every word, but not in what order things are listed."""
    return {
        (each.code, frozenset(each.message.replace(",", "").split()) if _of_sums(each) else None)
        for each in problems
    }


def _of_sums(each: Diagnostic) -> bool:
    return each.code == "stated-sum-differs"
