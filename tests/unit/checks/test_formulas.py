import pytest

from procscore.checks.formulas import PRICE_NAMES, formula_faults, two_meanings
from support.values import sheet


def faults(text):
    return [(each.path, str(each.error.reason)) for each in formula_faults(sheet(text))]


def priced(formula):
    return f"""
        quantities: {{users: {{}}}}
        criteria:
          - {{id: price, points: 9, score: {{method: price, amount: total, formula: "{formula}"}}}}
    """


def computed(formula):
    return f"""
        quantities: {{users: {{}}}}
        criteria: [{{id: record, points: 9, score: {{method: formula, formula: "{formula}"}}}}]
    """


def ranked(formula):
    return f"""
        quantities: {{users: {{}}}}
        criteria: [{{id: technical, criteria: [{{id: plan, points: 9}}]}}]
        ranking: {{by: formula, formula: "{formula}"}}
    """


@pytest.mark.parametrize("name", [*PRICE_NAMES, "total", "users"])
def test_a_price_formula_may_name_the_market_the_amounts_and_the_quantities(name):
    assert faults(priced(f"1 + {name}")) == []


@pytest.mark.parametrize("name", ["points", "total", "users"])
def test_a_formula_of_quantities_may_name_what_the_vendor_declares(name):
    assert faults(computed(f"1 + {name}")) == []


@pytest.mark.parametrize("name", ["technical", "plan", "total", "users"])
def test_a_ranking_formula_may_name_criteria_and_amounts(name):
    assert faults(ranked(f"1 + {name}")) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (priced("marks"), ("criteria", 0, "score", "formula")),
        (priced("price / parts"), ("criteria", 0, "score", "formula")),
        (computed("lowest / users"), ("criteria", 0, "score", "formula")),
        (computed("price"), ("criteria", 0, "score", "formula")),
        (ranked("points"), ("ranking", "formula")),
        (ranked("technical / price"), ("ranking", "formula")),
    ],
)
def test_a_name_of_elsewhere_has_no_meaning_here(text, path):
    ((found, reason),) = faults(text)
    assert found == path
    assert "has no meaning here" in reason


def test_a_price_formula_may_not_name_a_criterion():
    text = """
        criteria:
          - {id: plan, points: 1}
          - {id: price, points: 9, score: {method: price, amount: total, formula: plan * price}}
    """
    ((path, reason),) = faults(text)
    assert path == ("criteria", 1, "score", "formula")
    assert "“plan” has no meaning here" in reason


def test_the_fault_stands_at_its_character():
    (fault,) = formula_faults(sheet(priced("points * lowst / price")))
    assert fault.error.position == len("points * ")


def test_all_faults_of_a_formula_are_found():
    assert len(faults(priced("lowst / pric"))) == 2


def test_a_derived_amount_names_amounts_and_quantities():
    text = "quantities: {users: {}}\namounts: {a: {}, b: {formula: a / users}}\ncriteria: [{id: p, points: 1}]"
    assert faults(text) == []
    ((path, _),) = faults("amounts: {b: {formula: 2 * lowest}}\ncriteria: [{id: p, points: 1}]")
    assert path == ("amounts", "b", "formula")


def test_an_amount_that_is_derived_from_itself_is_found_through_others():
    text = """
        amounts: {a: {formula: b + 1}, b: {formula: c + 1}, c: {formula: b + 1}, d: {}}
        criteria: [{id: p, points: 1}]
    """
    found = faults(text)
    assert {path[1] for path, _ in found} >= {"b", "c"}
    assert "d" not in {path[1] for path, _ in found}
    assert all("derived from itself" in reason for _, reason in found)


@pytest.mark.parametrize("kind", ["amounts", "quantities"])
@pytest.mark.parametrize("name", PRICE_NAMES)
def test_an_id_that_a_price_formula_already_uses_has_two_meanings(kind, name):
    declared = {"amounts": "total: {}"} if kind == "amounts" else {"quantities": "users: {}"}
    text = f"{kind}: {{{declared[kind]}, {name}: {{}}}}\ncriteria: [{{id: p, points: 1}}]"
    assert list(two_meanings(sheet(text))) == [((kind, name), name)]


def test_a_criterion_may_be_called_price_for_no_price_formula_can_name_it():
    assert list(two_meanings(sheet(priced("lowest / price")))) == []
