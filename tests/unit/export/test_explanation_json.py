"""An explanation as JSON."""

import json

from procscore import language
from procscore.explaining.explain import explain
from procscore.export import explanation_json
from support import books, moderated, results, stages, trimmed


def exported(*asked, **more):
    return json.loads(explanation_json.export(explain(*asked, **more)))


def test_every_number_is_there_with_its_cell_and_its_calculation(tmp_path):
    found = exported(results.evaluated(tmp_path), "C社")
    assert found["procscore"] == "explanation/1"
    assert (found["vendor"]["rank"], found["vendor"]["points"]) == ("3", "82.81")
    assert [each["id"] for each in found["ranking"]] == ["B社", "A社", "C社"]
    technical, price = found["points"]["parts"]
    plan = technical["parts"][0]
    assert plan["marks"][0] == {
        "evaluator": "委員1",
        "written": "32.5",
        "value": "32.5",
        "use": "counts",
        "left_out_as": None,
        "equal": None,
        "comment": "",
        "cell": {"file": "bids.xlsx", "sheet": "採点_委員1", "cell": "F2"},
    }
    assert price["calculation"] == {
        "formula": "points * lowest / price",
        "numbers": "40 × 8,000,000 ÷ 9,000,000",
        "exact": "320/9",
        "rounding": {"places": 2, "mode": "half-up"},
    }
    assert (price["value"], price["of"]) == ("35.56", "40")
    own = [each for each in price["parts"] if each["kind"] == "amount"]
    assert [each["cell"]["cell"] for each in own] == ["C4"]
    assert found["award"]["winner"] is False


def test_a_gap_is_there_item_by_item(tmp_path):
    found = exported(results.evaluated(tmp_path), "A社", against="B社")["against"]
    assert found["vendor"]["id"] == "B社"
    assert (found["points"]["by"], found["value"]) == ("-0.25", None)
    assert found["points"]["items"][0] == {
        "name": "価格点",
        "criterion": "price",
        "one": "32",
        "other": "40",
        "by": "-8",
    }


def test_agreed_marks_of_both_stand_with_what_they_replaced_and_the_reason(tmp_path):
    result = moderated.evaluated(tmp_path)
    mine = exported(result, "A社", against="B社")
    gap = mine["against"]["points"]
    assert [(item["criterion"], item["by"]) for item in gap["items"]] == [
        ("price", "-8"),
        ("plan", "7.5"),  # 38 - 30.5
        ("staff", "2.5"),  # 17 - 14.5
    ]
    assert (gap["one"], gap["other"], gap["by"]) == ("87", "85", "2")
    theirs = exported(result, "B社", against="A社")["against"]["points_of"]
    assert theirs == mine["points"]
    plan, staff = theirs["parts"][0]["parts"]
    assert [_mark(one) for one in plan["marks"]] == [
        ("合議", "38", "counts", moderated.REASON),
        ("委員1", "36", "replaced", ""),
        ("委員2", "34", "replaced", ""),
    ]
    assert [_mark(one) for one in staff["marks"]] == [
        ("合議", "17", "counts", ""),
        ("委員1", "18", "replaced", ""),
        ("委員2", "17.5", "replaced", ""),
    ]
    before = [part for each in (plan, staff) for part in each["parts"]]
    assert [(each["kind"], each["value"]) for each in before] == [
        ("before-agreement", "35"),  # (36 + 34) / 2
        ("before-agreement", "17.75"),  # (18 + 17.5) / 2
    ]


def _mark(one):
    return one["evaluator"], one["value"], one["use"], one["comment"]


def test_one_criterion_of_the_other_vendor_is_there_as_well(tmp_path):
    found = exported(moderated.evaluated(tmp_path), "B社", "plan", against="A社")
    assert found["against"]["points_of"]["criterion"] == "plan"
    assert found["against"]["points_of"]["value"] == "38"
    assert len(found["against"]["points"]["items"]) == 1


def test_what_the_ranking_compares_is_there_of_both(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: rank-sum")
    found = exported(results.evaluated(tmp_path, None, criteria), "A社", against="B社")
    # A社 is first for 委員1 and second for 委員2, B社 the other way round.
    assert [each["value"] for each in found["value"]["parts"]] == ["1", "2"]
    assert [each["value"] for each in found["against"]["value_of"]["parts"]] == ["2", "1"]
    assert found["against"]["value"]["by"] == "0"


def test_the_steps_of_a_tie_and_who_was_not_counted_are_told(tmp_path):
    (tmp_path / "tied").mkdir()
    found = exported(results.tied(tmp_path / "tied"), "A社")
    assert found["ties"][0]["vendors"] == ["A社", "B社"]
    assert "exactly the same value" in found["ties"][0]["steps"][0]
    sheets = books.valid()
    sheets["審査委員"][2][3] = "A社"
    for row in sheets["採点_委員2"][1:]:
        row[3] = None
    found = exported(results.evaluated(tmp_path, sheets), "A社", "plan")
    assert found["points"]["not_counted"] == [{"evaluator": "委員2", "why": "recused"}]


def test_the_same_result_gives_the_same_bytes_and_numbers_in_any_language():
    found = explain(results.example(), "B社")
    english = explanation_json.export(found)
    assert explanation_json.export(explain(results.example(), "B社")) == english
    language.use("ja")
    other = json.loads(explanation_json.export(found))
    assert _values(other["points"]) == _values(json.loads(english)["points"])


def _values(figure):
    return figure["value"], [_values(part) for part in figure["parts"]]


def test_of_equal_marks_it_is_told_how_many_trimming_left_out(tmp_path):
    sheets = trimmed.sheets()
    sheets["採点_委員3"][1][3] = 34
    found = exported(
        trimmed.evaluated(tmp_path, sheets, trimmed.BY_CRITERION), "A社", criterion="plan"
    )
    assert [
        (each["use"], each["left_out_as"], each["equal"]) for each in found["points"]["marks"]
    ] == [
        ("trimmed", "highest", None),
        ("either", None, {"left_out": 1, "of": 2}),
        ("either", None, {"left_out": 1, "of": 2}),
    ]


def test_a_tie_is_told_with_the_name_of_its_stage(tmp_path):
    sheets = stages.valid()
    for name in ("採点_委員1", "採点_委員2"):
        for row in sheets[name][1:]:
            row[4] = row[3]
    found = exported(results.evaluated(tmp_path, sheets, stages.CRITERIA), "A社")
    assert [each["stage"] for each in found["ties"]] == ["一次審査"]
    (tmp_path / "whole").mkdir()
    found = exported(results.tied(tmp_path / "whole"), "A社")
    assert [each["stage"] for each in found["ties"]] == [None]
