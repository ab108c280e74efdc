import pytest

from procscore.checks.lint import amounts
from procscore.checks.lint.amounts import RULES, used_amounts
from support.values import price, sheet

PRICE = price(40)


def criteria_with(declared, rest="", scored=PRICE):
    return sheet(
        f"amounts: {{{declared}}}\ncriteria:\n  - {{id: a, points: 60}}\n  - {scored}\n{rest}"
    )


def found(rule, declared, rest="", scored=PRICE):
    return [each.path[1] for each in rule(criteria_with(declared, rest, scored))]


PARTS = "initial: {}, yearly: {}, total: {formula: initial + 5 * yearly}"


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("total: {}", ["total"]),
        ("total: {tax: included}", []),
        (PARTS, ["total"]),
        (PARTS.replace("{}", "{tax: excluded}"), []),
        (PARTS.replace("{}", "{tax: excluded}", 1), ["total"]),
        (PARTS.replace("{}", "{tax: excluded}", 1).replace("{}", "{tax: included}"), ["total"]),
        (PARTS.replace("yearly}", "yearly, tax: excluded}"), []),
        ("total: {tax: excluded}, other: {}", []),
    ],
)
def test_tax_is_asked_of_what_is_compared_as_a_whole(declared, told):
    assert found(amounts.tax, declared) == told


@pytest.mark.parametrize(
    ("formula", "taxes", "told"),
    [
        ("initial + 5 * yearly", ("included", "excluded"), ["total"]),
        ("initial + 5 * yearly", ("excluded", "excluded"), []),
        ("initial / 1.1 + 5 * yearly", ("included", "excluded"), []),
        ("initial + 5.5 * yearly", ("included", "excluded"), []),
        ("min(initial, yearly)", ("included", "excluded"), []),
    ],
)
def test_amounts_with_tax_and_without_do_not_add_up(formula, taxes, told):
    declared = "initial: {{tax: {}}}, yearly: {{tax: {}}}, total: {{formula: '{}', tax: excluded}}"
    assert found(amounts.tax_mixed, declared.format(*taxes, formula)) == told


def test_which_amounts_are_mixed_is_told():
    declared = (
        "a: {tax: included}, b: {tax: excluded}, c: {tax: excluded}, total: {formula: a + b + c}"
    )
    (finding,) = amounts.tax_mixed(criteria_with(declared))
    assert (str(finding.details["included"]), str(finding.details["excluded"])) == ("a", "b, c")
    assert finding.path == ("amounts", "total", "formula")


def test_parts_that_are_scored_themselves_are_asked_with_the_whole():
    rest = "eligibility: {ceiling: {sum: exclude}}"
    declared = "total: {}, other: {}, sum: {formula: total + other}"
    assert found(amounts.tax, declared, rest) == ["sum"]
    stated = declared.replace("total + other", "total + other, tax: excluded")
    assert found(amounts.tax, stated, rest) == []


@pytest.mark.parametrize(
    "rest",
    [
        "ranking: {by: formula, formula: a / other}",
        "ranking: {ties: [{lower: other}, lot]}",
        "ranking: {ties: [{lot: {if_equal: [other]}}, committee]}",
        "eligibility: {ceiling: {other: exclude}}",
        "eligibility: {abnormally_low: {rule: below-mean, amount: other}}",
    ],
)
def test_everything_that_hangs_on_an_amount_uses_it(rest):
    assert found(amounts.tax, "total: {tax: excluded}, other: {}", rest) == ["other"]


@pytest.mark.parametrize(
    "score",
    [
        "method: formula, formula: points * other / 9",
        "method: formula, compare: other, formula: points * lowest / other",
    ],
)
def test_formulas_use_what_they_name(score):
    scored = f"{{id: b, points: 40, score: {{{score}}}}}"
    assert used_amounts(criteria_with("other: {}, total: {}", scored=scored)) == {"other"}


@pytest.mark.parametrize(
    ("rest", "used"),
    [
        ("", False),
        ("eligibility: {ceiling: flag}", True),
        ("eligibility: {ceiling: ignore}", False),
        ("eligibility: {abnormally_low: {rule: below-mean}}", True),
        ("ranking: {by: formula, formula: a, at_least: 100 / ceiling}", True),
    ],
)
def test_the_main_amount_is_used_by_what_names_none(rest, used):
    scored = "{id: b, points: 40}"
    assert used_amounts(criteria_with("total: {}", rest, scored)) == ({"total"} if used else set())


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("total: {}", []),
        (PARTS, ["total"]),
        (PARTS.replace("yearly}", "yearly, term: 5年}"), []),
        (PARTS.replace("yearly: {}", "yearly: {term: 5年}"), []),
        ("yearly: {}, total: {formula: 5 * yearly}", ["total"]),
        ("yearly: {}, total: {formula: yearly * 5}", ["total"]),
        ("bid: {}, total: {formula: 1.1 * bid}", []),
        ("bid: {}, total: {formula: bid * 110%}", []),
        ("bid: {}, total: {formula: 1 * bid}", []),
        ("bid: {}, total: {formula: bid + 1000}", []),
        ("bid: {}, extra: {formula: bid + 1}, total: {formula: extra}", ["total"]),
    ],
)
def test_a_term_is_asked_of_what_adds_up(declared, told):
    assert found(amounts.term, declared) == told


def test_a_ceiling_is_asked_where_amounts_are_quoted():
    (given,) = amounts.ceiling(criteria_with("initial: {}, total: {name: 提案価格}"))
    assert (given.path, dict(given.details)) == (("eligibility", "ceiling"), {"amount": "提案価格"})
    assert list(amounts.ceiling(criteria_with("total: {}", "eligibility: {ceiling: ignore}"))) == []
    assert list(amounts.ceiling(sheet("amounts: {}\ncriteria: [{id: a, points: 60}]"))) == []


def test_all_rules_are_asked():
    assert (amounts.tax, amounts.tax_mixed, amounts.term, amounts.ceiling) == RULES
