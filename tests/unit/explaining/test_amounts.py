"""What vendors quote, told down to its cells and only once."""

from procscore.explaining.explain import explain
from support import books, results
from support.explained import explanation


def test_what_is_derived_is_unfolded_once_and_then_named():
    price = explain(results.example(), "B社").points.parts[1]
    own = [each for each in price.parts if each.kind == "amount"]
    assert [part.where.cell for each in own for part in each.parts if part.where] == ["C3", "D3"]
    compared = {each.vendor: each for each in price.parts if each.kind == "compared"}
    assert list(compared) == ["A社", "B社", "D社", "E社"]  # C社 is out
    assert compared["B社"].elsewhere
    assert not compared["B社"].parts
    assert [each.where.cell for each in compared["A社"].parts if each.where] == ["C2", "D2"]


def test_an_amount_that_no_points_hang_on_is_told_once_with_its_parts():
    amounts = explain(results.example(), "C社").amounts
    assert [each.criterion for each in amounts] == ["total"]
    assert [part.where.cell for part in amounts[0].parts if part.where] == ["C4", "D4"]


def test_a_ranking_formula_names_criteria_and_unfolds_amounts(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: formula, formula: technical / total")
    technical, total = explanation(tmp_path, criteria).value.parts
    assert (technical.criterion, technical.elsewhere) == ("technical", True)
    assert (total.value, total.where.cell) == (10_000_000, "C2")
