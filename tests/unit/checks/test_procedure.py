import pytest

from procscore.checks.criteria_sheet import check
from procscore.checks.procedure import RULES
from support.values import price, sheet


def found(text):
    return [(each.code, each.path) for each in check(sheet(text))]


TWO = "criteria: [{id: a, points: 10%s}, {id: b, points: 10%s}]\n"
GROUPS = """criteria:
  - {id: g, criteria: [{id: a, points: 10%s}, {id: b, points: 10%s}]}
  - {id: h, points: 10}
"""
SCALES = "scales: {abc: {A: 100%, B: 50%, C: 0%}, five: {A: 5, B: 3, C: 0}}\n"


def one(more, top=""):
    return f"{top}criteria: [{{id: a, points: 10, {more}}}]"


def panels(declared, a="", b="", own="{}"):
    return f"{TWO % (a, b)}panels: {declared}\npanel: {own}"


def staged(*stages, criteria=GROUPS % ("", "")):
    ids = ("first", "second", "third")
    listed = [f"  - {{id: {ids[i]}, name: {ids[i]}, {each}}}" for i, each in enumerate(stages)]
    return criteria + "stages:\n" + "\n".join(listed)


def minimum(rule, more=""):
    return f"{GROUPS % ('', '')}  - {price(40)}\n{more}eligibility: {{minimums: [{{at_least: 1}}, {rule}]}}"


FAULTS = [
    pytest.param(
        panels("{staff: {}}", ", panel: staff", ", panel: staf"),
        panels("{staff: {}}", ", panel: staff", ", panel: staff"),
        "criteria-panel-unknown",
        ("criteria", 1, "panel"),
        id="a criterion names a panel that exists",
    ),
    pytest.param(
        panels("{staff: {}, experts: {}}", ", panel: staff"),
        panels("{staff: {}, experts: {}}", ", panel: staff", ", panel: experts"),
        "criteria-panel-unused",
        ("panels", "experts"),
        id="a panel marks something",
    ),
    pytest.param(
        panels("{staff: {}}", ", panel: staff, score: {method: marks, by: secretariat}"),
        panels("{staff: {}}", ", panel: staff, score: {method: marks}"),
        "criteria-panel-unused",
        ("panels", "staff"),
        id="what the secretariat marks is no panel's",
    ),
    pytest.param(
        panels("{s: {name: 職員}, t: {name: ' 職 員'}}", ", panel: s", ", panel: t"),
        panels("{s: {name: 職員}, t: {name: 職員乙}}", ", panel: s", ", panel: t"),
        "criteria-panel-name-doubled",
        ("panels", "t", "name"),
        id="names tell panels apart",
    ),
    pytest.param(
        panels("{s: {name: 職員}}", ", panel: s", own="{name: 職員}"),
        panels("{s: {name: 職員}}", ", panel: s", own="{name: 委員}"),
        "criteria-panel-name-doubled",
        ("panels", "s", "name"),
        id="no panel is called as the sheet's own",
    ),
    pytest.param(
        panels("{s: {name: 職員}, 職員: {}}", ", panel: s", ", panel: 職員"),
        panels("{s: {name: s}, 職員: {}}", ", panel: s", ", panel: 職員"),
        "criteria-panel-name-doubled",
        ("panels", "s", "name"),
        id="no panel is called as the id of another",
    ),
    pytest.param(
        panels("{s: {}, S: {}}", ", panel: s", ", panel: S"),
        panels("{s: {}, t: {}}", ", panel: s", ", panel: t"),
        "criteria-id-doubled",
        ("panels", "S"),
        id="the ids of panels differ in more than case",
    ),
    pytest.param(
        panels("{s: {aggregate: median, trim: {highest: 1}}}", ", panel: s"),
        panels("{s: {aggregate: trimmed-mean, trim: {highest: 1}}}", ", panel: s"),
        "criteria-trim-unused",
        ("panels", "s", "trim"),
        id="a panel trims only where it is trimmed",
    ),
    pytest.param(
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]").replace("second, n", "first, n"),
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]"),
        "criteria-id-doubled",
        ("stages", 1, "id"),
        id="stages have ids of their own",
    ),
    pytest.param(
        staged("criteria: [g, hh], gate: {top: 1}", "criteria: [h]"),
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]"),
        "criteria-criterion-unknown",
        ("stages", 0, "criteria", 1),
        id="the criteria of a stage exist",
    ),
    pytest.param(
        staged("criteria: [g, a], gate: {top: 1}", "criteria: [h]"),
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]"),
        "criteria-stage-not-top",
        ("stages", 0, "criteria", 1),
        id="a stage holds whole top criteria",
    ),
    pytest.param(
        staged("criteria: [g], gate: {top: 1}", "criteria: [h, g]"),
        staged("criteria: [g], gate: {top: 1}", "criteria: [h], carry_over: true"),
        "criteria-stage-criterion-doubled",
        ("stages", 1, "criteria", 1),
        id="a criterion belongs to one stage",
    ),
    pytest.param(
        staged("criteria: [g]"),
        staged("criteria: [g, h]"),
        "criteria-stage-incomplete",
        ("stages",),
        id="every criterion belongs to a stage",
    ),
    pytest.param(
        staged("criteria: [g], gate: {top: 1}", "criteria: [h], gate: {top: 1}"),
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]"),
        "criteria-stage-gate-last",
        ("stages", 1, "gate"),
        id="nobody goes on from the last stage",
    ),
    pytest.param(
        staged("criteria: [g], gate: {skip_below: 3}", "criteria: [h]"),
        staged("criteria: [g], gate: {minimums: [{at_least: 60%}]}", "criteria: [h]"),
        "criteria-stage-gate-open",
        ("stages", 0, "gate"),
        id="a gate holds somebody back",
    ),
    pytest.param(
        staged("criteria: [g], gate: {minimums: [{criterion: gg, at_least: 1}]}", "criteria: [h]"),
        staged("criteria: [g], gate: {minimums: [{criterion: g, at_least: 1}]}", "criteria: [h]"),
        "criteria-criterion-unknown",
        ("stages", 0, "gate", "minimums", 0, "criterion"),
        id="the criterion of a gate's minimum exists",
    ),
    pytest.param(
        staged("criteria: [g], gate: {minimums: [{each_of: a, at_least: 1}]}", "criteria: [h]"),
        staged("criteria: [g], gate: {minimums: [{each_of: g, at_least: 1}]}", "criteria: [h]"),
        "criteria-no-parts",
        ("stages", 0, "gate", "minimums", 0, "each_of"),
        id="each_of of a gate names a group",
    ),
    pytest.param(
        minimum("{each_of: g, at_least: 1, evaluators: all}"),
        minimum("{criterion: g, at_least: 1, evaluators: all}"),
        "criteria-minimum-evaluators",
        ("eligibility", "minimums", 1, "evaluators"),
        id="evaluators are not asked for each part",
    ),
    pytest.param(
        minimum("{excluding: g, at_least: 1, evaluators: any}"),
        minimum("{at_least: 1, evaluators: any}"),
        "criteria-minimum-evaluators",
        ("eligibility", "minimums", 1, "evaluators"),
        id="evaluators are not asked for what is left",
    ),
    pytest.param(
        minimum("{criterion: price, at_least: 1, evaluators: majority}"),
        minimum("{criterion: b, at_least: 1, evaluators: majority}"),
        "criteria-minimum-evaluators",
        ("eligibility", "minimums", 1, "evaluators"),
        id="evaluators are asked for what they mark",
    ),
    pytest.param(
        TWO % (", requires: {criterion: bb, at_least: 60%}", ""),
        TWO % (", requires: {criterion: b, at_least: 60%}", ""),
        "criteria-criterion-unknown",
        ("criteria", 0, "requires", "criterion"),
        id="what a bonus requires exists",
    ),
    pytest.param(
        GROUPS % (", requires: {criterion: g, at_least: 60%}", ""),
        GROUPS % (", requires: {criterion: h, at_least: 60%}", ""),
        "criteria-requires-circular",
        ("criteria", 0, "criteria", 0, "requires", "criterion"),
        id="a bonus does not require the group that it is in",
    ),
    pytest.param(
        GROUPS.replace("{id: g,", "{id: g, requires: {criterion: a, at_least: 1},") % ("", ""),
        GROUPS.replace("{id: g,", "{id: g, requires: {criterion: h, at_least: 1},") % ("", ""),
        "criteria-requires-circular",
        ("criteria", 0, "requires", "criterion"),
        id="a group does not require its part",
    ),
    pytest.param(
        (GROUPS % (", requires: {criterion: b, at_least: 1}", "")).replace(
            "points: 10}\n", "points: 10, requires: {criterion: g, at_least: 1}}\n"
        ),
        (GROUPS % (", requires: {criterion: b, at_least: 1}", "")).replace(
            "points: 10}\n", "points: 10, requires: {criterion: b, at_least: 1}}\n"
        ),
        "criteria-requires-circular",
        ("criteria", 1, "requires", "criterion"),
        id="what is required holds nothing that requires something",
    ),
    pytest.param(
        staged(
            "criteria: [g], gate: {top: 1}",
            "criteria: [h]",
            criteria=GROUPS % (", requires: {criterion: h, at_least: 1}", ""),
        ),
        staged(
            "criteria: [h], gate: {top: 1}",
            "criteria: [g]",
            criteria=GROUPS % (", requires: {criterion: h, at_least: 1}", ""),
        ),
        "criteria-requires-later",
        ("criteria", 0, "criteria", 0, "requires", "criterion"),
        id="what is required is judged by then",
    ),
    pytest.param(
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]")
        + "\nranking: {by: formula, formula: g / h}",
        staged("criteria: [g], gate: {top: 1}, ranking: {by: points}", "criteria: [h]")
        + "\nranking: {by: formula, formula: g / h}",
        "criteria-stage-needs-ranking",
        ("stages", 0),
        id="a stage does not rank by a formula about a later one",
    ),
    pytest.param(
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]")
        + "\nranking: {by: formula, formula: g, at_least: b + h}",
        staged("criteria: [g], gate: {top: 1}", "criteria: [h]")
        + "\nranking: {by: formula, formula: g, at_least: b}",
        "criteria-stage-needs-ranking",
        ("stages", 0),
        id="a stage does not ask for a value about a later one",
    ),
    pytest.param(
        one("score: {method: marks, step: 1, veto: {mark: 1.5}}"),
        one("score: {method: marks, step: 1, veto: {mark: 1}}"),
        "criteria-veto-unknown",
        ("criteria", 0, "score", "veto", "mark"),
        id="a veto is a mark on the step",
    ),
    pytest.param(
        one("score: {method: marks, from: -3, veto: {mark: -3, otherwise: -4}}"),
        one("score: {method: marks, from: -3, veto: {mark: -3, otherwise: -2}}"),
        "criteria-veto-unknown",
        ("criteria", 0, "score", "veto", "otherwise"),
        id="a veto that does not stand counts as a mark that can be given",
    ),
    pytest.param(
        one("score: {method: marks, veto: {mark: no}}"),
        one("score: {method: marks, veto: {mark: 0}}"),
        "criteria-veto-unknown",
        ("criteria", 0, "score", "veto", "mark"),
        id="a veto among numbers is a number",
    ),
    pytest.param(
        one("score: {method: grades, scale: abc, veto: {mark: D}}", SCALES),
        one("score: {method: grades, scale: abc, veto: {mark: C}}", SCALES),
        "criteria-veto-unknown",
        ("criteria", 0, "score", "veto", "mark"),
        id="a veto among grades is a grade of the scale",
    ),
    pytest.param(
        one("weight: 3, score: {method: marks, to: 5}"),
        one("weight: 2, score: {method: marks, to: 5}"),
        "criteria-weight-wrong",
        ("criteria", 0, "weight"),
        id="points are the weight times the highest mark",
    ),
    pytest.param(
        one("weight: 3, score: {method: marks, allowed: [5, 3, 0]}"),
        one("weight: 2, score: {method: marks, allowed: [5, 3, 0]}"),
        "criteria-weight-wrong",
        ("criteria", 0, "weight"),
        id="points are the weight times the highest mark that is allowed",
    ),
    pytest.param(
        one("weight: 1, score: {method: grades, scale: five}", SCALES),
        one("weight: 2, score: {method: grades, scale: five}", SCALES),
        "criteria-weight-wrong",
        ("criteria", 0, "weight"),
        id="points are the weight times the highest grade",
    ),
    pytest.param(
        one("weight: 10, score: {method: grades, scale: abc}", SCALES),
        one("weight: 2, score: {method: grades, scale: five}", SCALES),
        "criteria-weight-unused",
        ("criteria", 0, "weight"),
        id="grades that are shares have no weight",
    ),
    pytest.param(
        one("weight: 1, score: {method: marks}"),
        one("weight: 1, score: {method: marks, to: 10}"),
        "criteria-weight-unused",
        ("criteria", 0, "weight"),
        id="a weight needs a highest mark that is written",
    ),
    pytest.param(
        GROUPS.replace("{id: g,", "{id: g, weight: 2,") % ("", ""),
        GROUPS % ("", ""),
        "criteria-weight-unused",
        ("criteria", 0, "weight"),
        id="a group has no weight",
    ),
    pytest.param(
        one("weight: 1, score: {method: check}"),
        one("score: {method: check}"),
        "criteria-weight-unused",
        ("criteria", 0, "weight"),
        id="a check has no weight",
    ),
    pytest.param(
        one("score: {method: check, votes: any, even: pass}"),
        one("score: {method: check, votes: majority, even: pass}"),
        "criteria-even-unused",
        ("criteria", 0, "score", "even"),
        id="only a majority can be even",
    ),
    pytest.param(
        one("score: {method: check, votes: majority, by: secretariat, even: fail}"),
        one("score: {method: check, votes: majority, by: panel, even: fail}"),
        "criteria-even-unused",
        ("criteria", 0, "score", "even"),
        id="the secretariat does not vote",
    ),
    pytest.param(
        one("score: {method: formula, compare: sitse, formula: points}"),
        one(
            "score: {method: formula, compare: sites, formula: points}", "quantities: {sites: {}}\n"
        ),
        "criteria-compare-unknown",
        ("criteria", 0, "score", "compare"),
        id="what is compared exists",
    ),
    pytest.param(
        "panel: {aggregate: median, over: totals}\n"
        + GROUPS % (", rescale: {round: %s}", "") % "{places: 0, mode: down}",
        "panel: {aggregate: median, over: criteria}\n"
        + GROUPS % (", rescale: {round: %s}", "") % "{places: 0, mode: down}",
        "criteria-rescale-in-totals",
        ("criteria", 0, "criteria", 0, "rescale"),
        id="a part of what totals decide is not rescaled",
    ),
]


@pytest.mark.parametrize(("faulty", "faultless", "code", "path"), FAULTS)
def test_a_fault_is_found_at_its_place_and_only_where_it_is(faulty, faultless, code, path):
    assert found(faulty) == [(code, path)]
    assert found(faultless) == []


def test_a_group_without_points_cannot_be_rescaled():
    rescaled = GROUPS.replace("{id: g,", "{id: g,%s rescale: {formula: points * raw / of},")
    assert found(rescaled % ("", "", "")) == [("criteria-points-missing", ("criteria", 0))]
    assert found(rescaled % (" points: 7,", "", "")) == []


def test_a_group_may_be_rescaled_that_holds_all_that_totals_decide():
    text = """
        panel: {aggregate: median, over: totals}
        criteria:
          - id: g
            points: 10
            rescale: {formula: points * raw / of}
            criteria: [{id: a, points: 10}, {id: b, points: 10}]
          - {id: c, points: 5, score: {method: marks, by: secretariat}, rescale: {formula: raw}}
    """
    assert found(text) == []


def test_a_fault_of_a_veto_is_found_at_the_group_that_states_it():
    text = """
        criteria:
          - id: g
            score: {method: marks, from: -3, veto: {mark: -4}}
            criteria: [{id: a, points: 10}]
    """
    assert found(text) == [("criteria-veto-unknown", ("criteria", 0, "score", "veto", "mark"))]


def test_a_panel_is_named_at_its_key():
    (finding,) = check(sheet(panels("{staff: {}}")))
    assert (finding.code, finding.at_key) == ("criteria-panel-unused", True)


def test_a_missing_criterion_of_the_stages_is_named_in_an_order_that_does_not_change():
    text = "criteria: [{id: c, points: 1}, {id: b, points: 1}, {id: a, points: 1}]\n"
    (finding,) = check(sheet(staged("criteria: [b]", criteria=text)))
    assert str(finding.details["criteria"]) == "a, c"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (panels("{staff: {}}", ", panel: staff", ", panel: staf"), "staff"),
        (
            staged("criteria: [g, hearin], gate: {top: 1}", "criteria: [hearing]").replace(
                "id: h,", "id: hearing,"
            ),
            "hearing",
        ),
        (one("score: {method: formula, compare: totl, formula: points}"), "total"),
    ],
)
def test_an_unknown_name_comes_with_the_one_that_was_probably_meant(text, meant):
    (finding,) = check(sheet(text))
    assert str(finding.details["suggestion"]) == f"Did you mean “{meant}”?"


def test_a_wrong_weight_is_told_with_all_its_numbers():
    (finding,) = check(sheet(one("weight: 2.5, score: {method: marks, to: 5}")))
    numbers = {name: finding.details[name] for name in ("weight", "highest", "product", "points")}
    assert numbers == {"weight": "2.5", "highest": "5", "product": "12.5", "points": "10"}


def test_a_sheet_with_many_faults_is_not_too_much_for_the_checks():
    """One fault must not trip over another: names that do not exist stand everywhere at once."""
    text = """
        quantities: {sites: {}}
        panels: {staff: {aggregate: median, over: totals}}
        criteria:
          - id: g
            panel: stuff
            rescale: {formula: raw}
            requires: {criterion: nowhere, at_least: 60%}
            score: {method: grades, scale: none, veto: {mark: D}}
            criteria: [{id: a, points: 10, weight: 2}, {id: b, points: 10, panel: staff}]
          - {id: h, points: 5, score: {method: formula, compare: site, formula: points}}
        stages:
          - {id: s, name: s, criteria: [a, x, h], gate: {minimums: [{each_of: zz, at_least: 1}]}}
          - {id: s, name: s, criteria: [h], gate: {top: 1}}
        eligibility: {minimums: [{criterion: q, at_least: 1, evaluators: all}]}
    """
    codes = {code for code, _ in found(text)}
    assert {
        "criteria-panel-unknown",
        "criteria-points-missing",
        "criteria-criterion-unknown",
        "criteria-scale-unknown",
        "criteria-compare-unknown",
        "criteria-stage-not-top",
        "criteria-stage-criterion-doubled",
        "criteria-stage-incomplete",
        "criteria-stage-gate-last",
        "criteria-weight-unused",
    } <= codes


def test_every_rule_says_what_it_checks():
    assert all(rule.__doc__ for rule in RULES)
