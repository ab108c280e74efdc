import json
import re
from fractions import Fraction

import pytest

import procscore
from procscore.export.report import program
from support import books, moderated, results, stages

PRICED = frozenset({"price"})
TO_BEST = '    points: 60\n    rescale: {formula: "points * raw / best"}\n'
CHAIRED = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, score: {method: check, votes: majority, even: chair, fail: points}}",
)


def written(folder, criteria=books.CRITERIA, sheets=None, priced=frozenset()):
    return program.write(results.evaluated(folder, sheets, criteria), priced)


def panel_of(rules):
    return books.criteria_with(
        "panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}",
        f"panel: {{{rules}}}",
    )


def with_evaluators(count):
    """Return the valid procurement with more evaluators, who mark as the first does."""
    sheets = books.valid()
    for number in range(3, count + 1):
        sheets["審査委員"].append([f"委員{number}", f"氏名{number}", "出席", None])
        sheets[f"採点_委員{number}"] = [list(row) for row in sheets["採点_委員1"]]
    return sheets


def named(content, name):
    """Return what goes into nodes under a name."""
    return [node[2][name] for node in content["nodes"] if name in node[2]]


def test_it_holds_every_step_from_the_marks_up_and_nothing_that_cannot_change(tmp_path):
    found = written(tmp_path, priced=PRICED)
    assert found.evaluators == (0, 1)
    assert found.content["groups"] == [[0, 1]]
    assert found.content["roundings"] == [[2, "half-up"]]
    terms = found.content["terms"]
    total, mean = terms.index(["sum", "parts"]), terms.index(["mean", "marks"])
    second = found.content["vendors"][1]  # A社: 35 + 17.75 + 32
    assert second["are"] == ["339/4"]
    nodes = found.content["nodes"]
    top = nodes[second["figures"][0]]
    group = top[2]["parts"]["values"][0]
    assert top == [total, -1, {"parts": {"values": [group, "32"], "weights": [0, 1]}}]
    plan, staff = nodes[group][2]["parts"]["values"]
    assert nodes[group] == [total, -1, {"parts": {"values": [plan, staff]}}]
    assert nodes[plan] == [mean, 0, {"marks": {"values": ["36", "34"], "by": 0}}]
    assert nodes[staff] == [mean, 0, {"marks": {"values": ["18", "35/2"], "by": 0}}]
    assert found.content["needs"] == [[0, 1]]


def test_ranked_vendors_stand_in_their_order_with_what_must_come_out(tmp_path):
    content = written(tmp_path).content
    assert [each["are"] for each in content["vendors"]] == [["85"], ["339/4"], ["8281/100"]]


@pytest.mark.parametrize("ties", ["[lot]", "[committee]"])
def test_ranks_are_those_of_the_result_and_who_is_passed_over_is_known(ties, tmp_path):
    sheets = books.valid()
    for lot, row in zip("321", sheets["提案者"][1:], strict=True):
        row[2], row[5] = 9_000_000, lot
    for name in ("採点_委員1", "採点_委員2"):
        for row in sheets[name][1:]:
            row[4:6] = [row[3], row[3]]
    rules = re.sub(r"ties: \[.*?\],", f"ties: {ties}, equal_ranks: average,", books.CRITERIA)
    rules = rules.replace(", equal_ranks: competition", "")
    book = books.hand_in(tmp_path, sheets, rules)
    result = procscore.evaluate(book, withdrawn=("C社",))
    content = program.write(result, frozenset()).content
    ranks = ["1", "2", "3"] if "lot" in ties else ["2", "2", "2"]
    assert [each["rank"] for each in content["vendors"]] == ranks
    passed_over = [each.vendor.id in result.award.passed_over for each in result.ranked]
    assert [each["passed_over"] for each in content["vendors"]] == passed_over
    assert passed_over.count(True) == 1


def test_without_weights_and_with_one_evaluator_all_is_a_number(tmp_path):
    sheets = books.without("採点_委員2")
    del sheets["審査委員"][2]
    found = written(tmp_path, sheets=sheets)
    assert found.evaluators == ()
    assert found.content["nodes"] == found.content["terms"] == found.content["needs"] == []
    assert [each["figures"] for each in found.content["vendors"]] == [
        each["are"] for each in found.content["vendors"]
    ]


def test_a_node_stands_behind_those_that_it_uses_and_is_there_once():
    content = program.write(results.example(), frozenset()).content
    rows = [json.dumps(each) for each in content["nodes"]]
    assert len(rows) == len(set(rows)) > 0
    for number, (_term, _rounding, inputs) in enumerate(content["nodes"]):
        for each in inputs.values():
            values = each["values"] if isinstance(each, dict) else [each]
            assert all(value < number for value in values if isinstance(value, int))


def test_equal_criteria_of_different_vendors_are_one_node(tmp_path):
    sheets = books.valid()
    for name in ("採点_委員1", "採点_委員2"):
        for row in sheets[name][1:]:
            row[4] = row[5] = row[3]
    content = written(tmp_path, sheets=sheets).content
    assert len(named(content, "marks")) == 2


def test_what_is_compared_beside_the_total_is_a_figure_of_its_own(tmp_path):
    by_value = books.criteria_with(
        "by: points",
        "by: formula, formula: technical / total * 100000000, round: {places: 1, mode: down}",
    )
    content = written(tmp_path, by_value).content
    first = content["vendors"][0]
    assert first["are"] == ["85", "1125/2"]
    node = content["nodes"][first["figures"][1]]
    assert content["terms"][node[0]] == [
        "*", ["/", "technical", "total"], ["number", "100000000"],
    ]  # fmt: skip
    assert content["roundings"][node[1]] == [1, "down"]
    assert node[2]["total"] == "8000000"
    assert isinstance(node[2]["technical"], int)


def test_every_kind_of_term_is_written(tmp_path):
    formula = "if(raw >= -1, clamp(interpolate(raw, 0, 0, 60, 60), 0, of) - 50%, raw)"
    content = written(
        tmp_path,
        books.criteria_with(
            "    points: 60\n", f'    points: 60\n    rescale: {{formula: "{formula}"}}\n'
        ),
    ).content
    number = {each: ["number", each] for each in ("0", "1", "60", "1/2")}
    line = ["interpolate", "raw", number["0"], number["0"], number["60"], number["60"]]
    assert [
        "if",
        [">=", "raw", ["minus", number["1"]]],
        ["-", ["clamp", line, number["0"], "of"], number["1/2"]],
        "raw",
    ] in content["terms"]


def test_what_other_vendors_reached_is_followed_down_to_their_marks(tmp_path):
    content = written(tmp_path, books.criteria_with("    points: 60\n", TO_BEST)).content
    [best] = {json.dumps(each) for each in named(content, "best")}
    raws = content["nodes"][json.loads(best)][2]["raws"]["values"]
    assert len(raws) == 3
    assert all(isinstance(each, int) for each in raws)


def test_totals_have_an_entry_for_each_evaluator(tmp_path):
    content = written(tmp_path, panel_of("aggregate: median, over: totals")).content
    assert named(content, "totals")[0] == {"values": ["45", "45"], "by": 0}
    assert named(content, "marks") == []  # what the criteria came to decides nothing here
    content = written(
        tmp_path, panel_of("aggregate: mean, over: totals, round: {places: 0, mode: up}")
    ).content
    assert content["roundings"] == [[0, "up"]]


def test_trimming_needs_one_more_than_it_leaves_out(tmp_path):
    rules = panel_of("aggregate: trimmed-mean, over: criteria, trim: {highest: 1, lowest: 2}")
    found = written(tmp_path, rules, with_evaluators(5))
    assert found.content["needs"] == [[0, 4]]
    assert found.evaluators == (0, 1, 2, 3, 4)
    assert written(tmp_path, rules, with_evaluators(4)).evaluators == ()


def test_marks_and_evaluators_that_are_counted_follow(tmp_path):
    checked = books.criteria_with(
        "{id: staff, name: 実施体制, points: 20}",
        "{id: staff, name: 実施体制, points: 20, score: {method: check, votes: majority, fail: points}}",
    )
    sheets = books.valid()
    for name in ("採点_委員1", "採点_委員2"):
        sheets[name][2][3:] = ["○", "×", "○"]
    assert {
        json.dumps(each) for each in named(written(tmp_path, checked, sheets).content, "count")
    } == {'{"count": 0}'}
    content = written(tmp_path, panel_of("aggregate: sum, over: criteria")).content
    assert named(content, "evaluators")[0] == {"count": 0}
    assert named(content, "once")[0] == "40"


def test_the_chair_whose_vote_decides_stays(tmp_path):
    sheets = with_evaluators(4)
    for number, row in enumerate(sheets["審査委員"]):
        row.append("役割" if number == 0 else "委員長" if number == 3 else None)
    for number in range(1, 5):
        sheets[f"採点_委員{number}"][2][3:] = ["○○○", "××○"][number % 2]
    found = written(tmp_path, CHAIRED, sheets)
    assert found.content["fixed"] == [2]
    assert found.evaluators == (0, 1, 2, 3)


@pytest.mark.parametrize(
    "changed",
    [
        ("    points: 60\n", TO_BEST),
        (
            "{id: staff, name: 実施体制, points: 20}",
            "{id: staff, name: 実施体制, points: 20, requires: {criterion: plan, at_least: 30%}}",
        ),
    ],
)
def test_nobody_is_left_out_of_a_sum_that_is_converted_or_required(changed, tmp_path):
    rules = books.criteria_with(*changed, panel_of("aggregate: sum"))
    assert written(tmp_path, rules).evaluators == ()
    assert written(tmp_path, books.criteria_with(*changed)).evaluators == (0, 1)


def test_who_marks_only_what_does_not_count_in_the_end_is_not_there(tmp_path):
    sheets = stages.valid()
    rules = stages.CRITERIA.replace("carry_over: true", "carry_over: false")
    content = written(tmp_path, rules, sheets).content
    assert len(named(content, "marks")) == 2
    assert len(named(written(tmp_path, stages.CRITERIA, sheets).content, "marks")) > 2


def test_what_the_panel_agreed_on_is_nobody_s(tmp_path):
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["合議"] = books.valid()["採点_委員1"]
    assert written(tmp_path, panel_of("aggregate: consensus"), sheets).evaluators == ()


def test_numbers_are_exact(tmp_path):
    third = books.criteria_with(
        "amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}",
        "amount: total, formula: lowest-ratio",
    )
    content = written(tmp_path, third).content
    last = next(
        each["are"]
        for each in content["vendors"]
        if "/" in each["are"][0] and Fraction(each["are"][0]) < 83
    )
    assert last == [str(Fraction("47.25") + Fraction(320, 9))]
    assert "320/9" in json.dumps(content)


def test_it_is_the_same_for_the_same_result(tmp_path):
    first = written(tmp_path, priced=PRICED)
    assert written(tmp_path, priced=PRICED) == first


def test_agreed_marks_are_nobody_s(tmp_path):
    """Whoever is left out, A社 keeps its 38 + 17 + 32, since all its marks were agreed on."""
    found = written(tmp_path, moderated.CRITERIA, moderated.sheets())
    assert found.evaluators == (0, 1)
    first, second, _third = found.content["vendors"]
    assert first["figures"] == ["87"]
    assert second["figures"] != ["85"]
