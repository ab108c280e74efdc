import json
from dataclasses import replace
from fractions import Fraction

import pytest

import procscore
from procscore.diagnostics import Diagnostic, Location
from procscore.export import json_result
from procscore.model.anonymous import anonymous
from support import books, results
from support.values import evaluate, sheet


@pytest.fixture
def content(tmp_path):
    return json.loads(json_result.export(results.evaluated(tmp_path)))


def test_a_digest_that_is_left_out_is_null():
    result = results.example()
    found = json.loads(json_result.export(anonymous(result, name_winner=True)))
    assert [each["sha256"] for each in found["inputs"]] == [None]
    assert found["criteria"]["digest"] == result.digest


def test_the_face_is_the_one_that_was_designed(content):
    assert content["procscore"] == "result/1"
    assert content["inputs"][0]["file"] == "bids.xlsx"
    assert len(content["inputs"][0]["sha256"]) == 64
    assert content["award"] == {
        "winners": ["B社"],
        "reserve": ["A社"],
        "undecided": [],
        "passed_over": {},
    }
    assert (content["stages"], content["provisional"]) == ([], None)
    first = next(each for each in content["vendors"] if each["rank"] == "1")
    assert first["id"] == "B社"
    assert first["value"] == first["points"] == "85"
    assert first["scores"] == {
        "technical": "45",
        "plan": "30.5",
        "staff": "14.5",
        "price": "40",
    }
    assert first["amounts"] == {"total": "8000000"}


def test_numbers_are_text_and_fractions_where_decimals_do_not_end(content):
    price = next(v for v in content["vendors"] if v["id"] == "C社")["derivations"]["price"]
    assert price["formula"] == "points * lowest / price"
    assert price["exact"] == "320/9"
    assert price["rounding"] == {"places": 2, "mode": "half-up"}
    assert price["value"] == "35.56"


def test_every_input_of_a_derivation_names_its_cell(content):
    price = next(v for v in content["vendors"] if v["id"] == "C社")["derivations"]["price"]
    inputs = {each["name"]: each for each in price["inputs"]}
    assert inputs["price"]["cells"] == [{"file": "bids.xlsx", "sheet": "提案者", "cell": "C4"}]
    assert inputs["lowest"]["cells"] == [{"file": "bids.xlsx", "sheet": "提案者", "cell": "C3"}]


def test_the_ranking_can_be_recomputed_from_the_file_alone(content):
    for vendor in content["vendors"]:
        marks = [Fraction(mark["value"]) for mark in vendor["marks"]["plan"]]
        assert sum(marks) / len(marks) == Fraction(vendor["scores"]["plan"])
        parts = [Fraction(vendor["scores"][each]) for each in ("technical", "price")]
        assert sum(parts) == Fraction(vendor["points"])


def test_no_folder_of_this_machine_is_in_the_file(tmp_path):
    assert str(tmp_path) not in json_result.export(results.evaluated(tmp_path)).decode()


def test_an_unsettled_tie_is_there_with_its_steps(tmp_path):
    content = json.loads(json_result.export(results.tied(tmp_path)))
    (tie,) = content["ties"]
    assert tie["vendors"] == ["A社", "B社"]
    assert tie["resolved"] is False
    assert tie["order"] == [["A社", "B社"]]
    assert len(tie["steps"]) == 3
    assert content["award"]["undecided"] == ["A社", "B社"]


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path):
    sheets = books.valid()
    handed = {name: {name: sheets.pop(name)} for name in ("採点_委員1", "採点_委員2")}
    paths = [books.hand_in(tmp_path, sheets)]
    for name, own in handed.items():
        (tmp_path / name).mkdir()
        paths.append(books.save(tmp_path / name / "採点表.xlsx", own))
    content = json.loads(json_result.export(procscore.evaluate(*paths)))
    assert [each["file"] for each in content["inputs"]] == [
        "bids.xlsx",
        "採点_委員1/採点表.xlsx",
        "採点_委員2/採点表.xlsx",
    ]
    marks = content["vendors"][0]["marks"]["plan"]
    assert [mark["cell"]["file"] for mark in marks] == [
        "採点_委員1/採点表.xlsx",
        "採点_委員2/採点表.xlsx",
    ]


def test_a_criterion_may_be_called_file():
    criteria = sheet("criteria: [{id: file, points: 10}]")
    result = evaluate(criteria, {"A": {"file": [3, 3, "3.5"]}})
    (vendor,) = json.loads(json_result.export(result))["vendors"]
    assert vendor["scores"] == {"file": "19/6"}


def test_a_place_within_a_message_is_without_its_folder(tmp_path):
    result = results.evaluated(tmp_path)
    path = result.inputs[0].path
    where = Location(path, "採点_委員1", 2, 3)
    told = Diagnostic("evaluator-sheet-copied", where, {"evaluator": "E", "other": where})
    content = json_result.export(replace(result, diagnostics=(told,))).decode()
    assert "in bids.xlsx [採点_委員1] C2; they were read once" in content
    assert str(tmp_path) not in content


def test_what_each_evaluator_found_is_there_where_a_rule_asks_for_it():
    text = "criteria: [{id: plan, points: 10}]\nranking: {by: rank-sum}"
    (vendor,) = json.loads(json_result.export(evaluate(sheet(text), {"A": {"plan": [5, 6]}})))[
        "vendors"
    ]
    assert vendor["own"] == {
        "E1": {"points": "5", "scores": {"plan": "5"}},
        "E2": {"points": "6", "scores": {"plan": "6"}},
    }


def test_points_that_are_no_sum_are_named():
    text = "criteria: [{id: g, criteria: [{id: plan, points: 10}, {id: staff, points: 10}]}]"
    criteria = sheet(f"{text}\npanel: {{aggregate: median, over: totals}}")
    result = evaluate(criteria, {"A": {"plan": [10, 0, 0], "staff": [0, 0, 10]}})
    (vendor,) = json.loads(json_result.export(result))["vendors"]
    assert vendor["no_sums"] == ["g"]


def test_the_numbers_of_a_tie_step_are_exact(tmp_path):
    (tie,) = json.loads(json_result.export(results.tied(tmp_path)))["ties"]
    assert tie["steps"][1]["compared"] == {
        "numbers": {"A社": "9000000", "B社": "9000000"},
        "lowest_first": True,
        "names": ["total"],
    }


def test_with_whom_a_price_was_compared_is_there(content):
    assert content["vendors"][0]["among"] == {"price": ["A社", "B社", "C社"]}


def test_the_same_input_gives_the_same_bytes(tmp_path):
    book = books.hand_in(tmp_path, books.valid(), books.CRITERIA)
    one, other = (procscore.evaluate(book) for _ in range(2))
    assert json_result.export(one) == json_result.export(other)


def test_the_totals_of_evaluators_lead_down_to_their_cells():
    criteria = sheet("""
        criteria:
          - id: technical
            criteria: [{id: plan, points: 10}, {id: staff, points: 10}]
        panel: {aggregate: median, over: totals}
    """)
    result = evaluate(criteria, {"A": {"plan": [10, 5], "staff": [0, 6]}})
    (vendor,) = json.loads(json_result.export(result))["vendors"]
    (totals,) = vendor["derivations"]["technical"]["inputs"]
    assert totals["value"] == ["10", "11"]
    assert [each["value"] for each in totals["derivations"]] == ["10", "11"]
    assert "derivations" not in vendor["points_derivation"]["inputs"][0]
