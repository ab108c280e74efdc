import pytest

from procscore.checks.criteria_sheet import RULES, check
from support.values import price, sheet

AMOUNTS = "amounts: {initial: {}, total: {}}\n"
PRICED = f"criteria: [{{id: plan, points: 60}}, {price(40)}]\n"
SCALED = "criteria: [{id: a, points: 10, score: {method: grades, scale: s}}]\n"
TWO_GROUPS = """criteria:
  - {id: g, criteria: [{id: a, points: 10}]}
  - {id: h, criteria: [{id: b, points: 10}]}
"""


def found(text):
    return [(each.code, each.path) for each in check(sheet(text))]


def test_a_sheet_without_fault_has_no_finding():
    assert found(f"{AMOUNTS}{PRICED}") == []


def only(score, of=10):
    return f"criteria: [{{id: a, points: {of}, score: {score}}}]"


FAULTS = [
    pytest.param(
        "points: 11\ncriteria: [{id: a, points: 10}]",
        "points: 10\ncriteria: [{id: a, points: 10}]",
        "criteria-sum-wrong",
        ("points",),
        id="the points of the sheet are the sum of its criteria",
    ),
    pytest.param(
        "criteria: [{id: g, points: 9, criteria: [{id: a, points: 5}, {id: b, points: 5}]}]",
        "criteria: [{id: g, points: 10, criteria: [{id: a, points: 5}, {id: b, points: 5}]}]",
        "criteria-sum-wrong",
        ("criteria", 0, "points"),
        id="the points of a group are the sum of its parts",
    ),
    pytest.param(
        "criteria: [{id: a, points: 10}, {id: b}]",
        "criteria: [{id: a, points: 10}, {id: b, score: {method: check}}]",
        "criteria-points-missing",
        ("criteria", 1),
        id="a criterion has points unless it is a mere check",
    ),
    pytest.param(
        "criteria: [{id: a, points: 10}, {id: b, points: 0, score: {method: formula, formula: points}}]",
        "criteria: [{id: a, points: 10}, {id: b, points: 0, score: {method: check}}]",
        "criteria-points-not-positive",
        ("criteria", 1, "points"),
        id="points are above zero",
    ),
    pytest.param(
        "criteria: [{id: a, points: 10}, {id: b, points: -1, score: {method: check}}]",
        "criteria: [{id: a, points: 10}, {id: b, points: 1, score: {method: check}}]",
        "criteria-points-not-positive",
        ("criteria", 1, "points"),
        id="points of a check are not negative",
    ),
    pytest.param(
        "criteria: [{id: a, points: 5}, {id: g, criteria: [{id: a, points: 5}]}]",
        "criteria: [{id: a, points: 5}, {id: g, criteria: [{id: b, points: 5}]}]",
        "criteria-id-doubled",
        ("criteria", 1, "criteria", 0, "id"),
        id="ids are unique in the whole tree",
    ),
    pytest.param(
        "amounts: {a: {}}\ncriteria: [{id: a, points: 5}]",
        "amounts: {a: {}}\ncriteria: [{id: b, points: 5}]",
        "criteria-id-doubled",
        ("criteria", 0, "id"),
        id="a criterion has not the id of an amount",
    ),
    pytest.param(
        "quantities: {total: {}}\ncriteria: [{id: a, points: 5}]",
        "quantities: {users: {}}\ncriteria: [{id: a, points: 5}]",
        "criteria-id-doubled",
        ("quantities", "total"),
        id="a quantity has not the id of an amount",
    ),
    pytest.param(
        f"scales: {{s: {{A: 100%, B: 5}}}}\n{SCALED}",
        f"scales: {{s: {{A: 10, B: 5}}}}\n{SCALED}",
        "criteria-scale-mixed",
        ("scales", "s"),
        id="a scale is all shares or all numbers",
    ),
    pytest.param(
        f"scales: {{s: {{A: 0, B: -5}}}}\n{SCALED}",
        f"scales: {{s: {{A: 1, B: -5}}}}\n{SCALED}",
        "criteria-scale-no-points",
        ("scales", "s"),
        id="the best grade is above zero",
    ),
    pytest.param(
        f"scales: {{s: {{A: 101%, B: 0%}}}}\n{SCALED}",
        f"scales: {{s: {{A: 100%, B: 0%}}}}\n{SCALED}",
        "criteria-scale-over-full",
        ("scales", "s"),
        id="no grade gives more than all points",
    ),
    pytest.param(
        SCALED,
        f"scales: {{s: {{A: 100%}}}}\n{SCALED}",
        "criteria-scale-unknown",
        ("criteria", 0, "score", "scale"),
        id="a scale exists",
    ),
    pytest.param(
        only("{method: price, amount: totl, formula: lowest-ratio}"),
        only("{method: price, amount: total, formula: lowest-ratio}"),
        "criteria-amount-unknown",
        ("criteria", 0, "score", "amount"),
        id="a scored amount exists",
    ),
    pytest.param(
        only("{method: marks, from: 5, to: 5}"),
        only("{method: marks, from: 4, to: 5}"),
        "criteria-marks-range",
        ("criteria", 0, "score"),
        id="marks have a range",
    ),
    pytest.param(
        only("{method: marks, from: -5, to: 0}"),
        only("{method: marks, from: -5, to: 1}"),
        "criteria-marks-range",
        ("criteria", 0, "score"),
        id="the highest mark is above zero",
    ),
    pytest.param(
        only("{method: marks, step: 3}"),
        only("{method: marks, step: 2.5}"),
        "criteria-marks-step",
        ("criteria", 0, "score", "step"),
        id="steps lead to the highest mark",
    ),
    pytest.param(
        only("{method: marks, step: 0}"),
        only("{method: marks, step: 10}"),
        "criteria-marks-step",
        ("criteria", 0, "score", "step"),
        id="a step is above zero",
    ),
    pytest.param(
        f"{PRICED}eligibility: {{minimums: [{{criterion: pln, at_least: 1}}]}}",
        f"{PRICED}eligibility: {{minimums: [{{criterion: plan, at_least: 1}}]}}",
        "criteria-criterion-unknown",
        ("eligibility", "minimums", 0, "criterion"),
        id="the criterion of a minimum exists",
    ),
    pytest.param(
        f"{PRICED}eligibility: {{minimums: [{{at_least: 1}}, {{excluding: total, at_least: 1}}]}}",
        f"{PRICED}eligibility: {{minimums: [{{at_least: 1}}, {{excluding: price, at_least: 1}}]}}",
        "criteria-criterion-unknown",
        ("eligibility", "minimums", 1, "excluding"),
        id="what a minimum excludes exists",
    ),
    pytest.param(
        f"{TWO_GROUPS}eligibility: {{minimums: [{{each_of: a, at_least: 1}}]}}",
        f"{TWO_GROUPS}eligibility: {{minimums: [{{each_of: g, at_least: 1}}]}}",
        "criteria-no-parts",
        ("eligibility", "minimums", 0, "each_of"),
        id="each_of names a group",
    ),
    pytest.param(
        f"{PRICED}eligibility: {{ceiling: {{totl: flag}}}}",
        f"{PRICED}eligibility: {{ceiling: {{total: flag}}}}",
        "criteria-amount-unknown",
        ("eligibility", "ceiling", "totl"),
        id="the amount of a ceiling exists",
    ),
    pytest.param(
        f"{PRICED}eligibility: {{abnormally_low: {{rule: mean-minus-deviation, amount: plan}}}}",
        f"{PRICED}eligibility: {{abnormally_low: {{rule: mean-minus-deviation, amount: total}}}}",
        "criteria-amount-unknown",
        ("eligibility", "abnormally_low", "amount"),
        id="the amount of the low-bid test exists",
    ),
    pytest.param(
        f"{AMOUNTS}criteria: [{{id: a, points: 1}}]\n"
        "eligibility: {abnormally_low: {rule: mean-minus-deviation}}",
        f"{AMOUNTS}{PRICED}eligibility: {{abnormally_low: {{rule: mean-minus-deviation}}}}",
        "criteria-amount-unclear",
        ("eligibility", "abnormally_low"),
        id="it is clear which amount the low-bid test is of",
    ),
    pytest.param(
        f"{PRICED}ranking: {{ties: [{{higher: pln}}, lot]}}",
        f"{PRICED}ranking: {{ties: [{{higher: plan}}, lot]}}",
        "criteria-tie-name-unknown",
        ("ranking", "ties", 0, "higher", 0),
        id="the criterion of a tie step exists",
    ),
    pytest.param(
        f"{PRICED}ranking: {{ties: [{{lower: totl}}, lot]}}",
        f"{PRICED}ranking: {{ties: [{{lower: total}}, lot]}}",
        "criteria-tie-name-unknown",
        ("ranking", "ties", 0, "lower", 0),
        id="the amount of a tie step exists",
    ),
    pytest.param(
        f"{PRICED}ranking: {{ties: [{{higher: plan}}, {{higher: plan}}, lot]}}",
        f"{PRICED}ranking: {{ties: [{{higher: plan}}, {{higher: price}}, lot]}}",
        "criteria-tie-step-doubled",
        ("ranking", "ties", 1),
        id="no tie step stands twice",
    ),
    pytest.param(
        f"{PRICED}ranking: {{ties: [lot, committee]}}",
        f"{PRICED}ranking: {{ties: [committee]}}",
        "criteria-tie-step-after-end",
        ("ranking", "ties", 1),
        id="nothing follows the lot",
    ),
    pytest.param(
        f"{PRICED}ranking: {{ties: [{{higher: plan}}]}}",
        f"{PRICED}ranking: {{ties: [{{higher: plan}}, committee]}}",
        "criteria-tie-chain-open",
        ("ranking", "ties"),
        id="the chain ends in a step that always decides",
    ),
    pytest.param(
        f"{PRICED}ranking: {{ties: []}}",
        f"{PRICED}ranking: {{ties: [lot]}}",
        "criteria-tie-chain-open",
        ("ranking", "ties"),
        id="the chain is not empty",
    ),
    pytest.param(
        f"{PRICED}ranking: {{by: formula}}",
        f"{PRICED}ranking: {{by: formula, formula: plan / total}}",
        "criteria-ranking-formula-missing",
        ("ranking",),
        id="a ranking by formula has one",
    ),
    pytest.param(
        f"{PRICED}ranking: {{by: points, formula: plan / total}}",
        f"{PRICED}ranking: {{by: points}}",
        "criteria-ranking-formula-unused",
        ("ranking", "formula"),
        id="another ranking has no formula",
    ),
    pytest.param(
        f"{TWO_GROUPS}panel: {{aggregate: median, over: totals}}\n"
        "eligibility: {minimums: [{excluding: g, at_least: 1}]}",
        f"{TWO_GROUPS}panel: {{aggregate: median, over: criteria}}\n"
        "eligibility: {minimums: [{excluding: g, at_least: 1}]}",
        "criteria-minimum-undefined",
        ("eligibility", "minimums"),
        id="a median of totals is not taken apart by a minimum",
    ),
    pytest.param(
        only('{method: formula, formula: "2 * depolyments"}'),
        "quantities: {deployments: {}}\n" + only('{method: formula, formula: "2 * deployments"}'),
        "formula-unreadable",
        ("criteria", 0, "score", "formula"),
        id="every name in a formula has a meaning",
    ),
    pytest.param(
        f"amounts: {{total: {{}}, lowest: {{}}}}\n{PRICED}",
        f"amounts: {{total: {{}}, least: {{}}}}\n{PRICED}",
        "criteria-id-reserved",
        ("amounts", "lowest"),
        id="no amount is called as something in a price formula",
    ),
]


@pytest.mark.parametrize(("faulty", "faultless", "code", "path"), FAULTS)
def test_a_fault_is_found_at_its_place_and_only_where_it_is(faulty, faultless, code, path):
    assert found(faulty) == [(code, path)]
    assert found(faultless) == []


def test_a_fault_of_an_inherited_score_is_found_at_the_group_that_states_it():
    text = """
        criteria:
          - id: g
            score: {method: grades, scale: five}
            criteria: [{id: h, criteria: [{id: a, points: 10}]}]
    """
    assert found(text) == [("criteria-scale-unknown", ("criteria", 0, "score", "scale"))]


def test_an_unknown_name_comes_with_the_one_that_was_probably_meant():
    (finding,) = check(sheet(f"{PRICED}ranking: {{ties: [{{lower: totl}}, lot]}}"))
    assert "total" in str(finding.details["suggestion"])


def test_a_wrong_sum_is_told_with_all_its_numbers():
    (finding,) = check(sheet("points: 100\ncriteria: [{id: a, points: 60}, {id: b, points: 30.5}]"))
    assert finding.details["points"] == "100"
    assert finding.details["total"] == "90.5"
    assert finding.details["parts"] == "60 + 30.5"


def test_all_faults_are_found_at_once():
    text = f"points: 7\n{PRICED}ranking: {{by: formula, ties: [lot, lot]}}"
    codes = {code for code, _ in found(text)}
    assert codes == {
        "criteria-sum-wrong",
        "criteria-tie-step-doubled",
        "criteria-tie-step-after-end",
        "criteria-ranking-formula-missing",
    }


@pytest.mark.parametrize("by", ["rank-sum", "mean-rank", "first-places"])
def test_a_ranking_by_the_evaluators_needs_something_that_they_mark(by):
    text = f"criteria: [{price(40)}]\nranking: {{by: {by}}}"
    assert [path[0] for _, path in found(text)] == ["ranking"]


def test_a_median_of_totals_is_not_taken_apart_inside_its_group_either():
    text = """
        criteria: [{id: g, criteria: [{id: a, points: 10}, {id: b, points: 10}]}]
        panel: {aggregate: median, over: totals}
        eligibility: {minimums: [{excluding: a, at_least: 1}]}
    """
    assert found(text) == [("criteria-minimum-undefined", ("eligibility", "minimums"))]


def test_every_rule_is_a_function_that_says_what_it_checks():
    assert all(rule.__doc__ for rule in RULES)


OVERRIDES = "criteria: [{id: a, points: 10}]\npanel: {%s, consensus: overrides}\n"
UNFIT = ("criteria-overrides-unfit", ("panel", "consensus"))


@pytest.mark.parametrize("aggregate", ["mean", "median", "trimmed-mean"])
def test_agreed_marks_may_override_what_is_aggregated_criterion_by_criterion(aggregate):
    assert found(OVERRIDES % f"aggregate: {aggregate}") == []


@pytest.mark.parametrize(
    ("rules", "more"),
    [
        ("aggregate: sum", ""),
        ("aggregate: consensus", ""),
        ("over: totals", ""),
        ("over: criteria", "ranking: {by: rank-sum}"),
        ("over: criteria", "ranking: {ties: [{more: first-places}, lot]}"),
        ("over: criteria", "eligibility: {minimums: [{at_least: 50%, evaluators: all}]}"),
        (
            "over: criteria",
            "eligibility: {minimums: [{at_least: 5, criterion: a, evaluators: any}]}",
        ),
    ],
)
def test_agreed_marks_override_no_totals_and_nothing_that_single_evaluators_are_asked(rules, more):
    assert found(f"{OVERRIDES % rules}{more}") == [UNFIT]


def test_only_the_panel_that_is_asked_is_spoken_of():
    text = """
        criteria: [{id: a, points: 10}, {id: b, points: 10, panel: staff}]
        panels: {staff: {consensus: overrides}}
        eligibility: {minimums: [{at_least: 5, criterion: %s, evaluators: any}]}
    """
    assert found(text % "a") == []
    assert found(text % "b") == [("criteria-overrides-unfit", ("panels", "staff", "consensus"))]
