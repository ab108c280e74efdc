import json
import re
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import pytest

import procscore
from procscore.exact import Mode
from procscore.export.report import report, what_if
from procscore.formula.functions import FUNCTIONS
from support import books, cases, moderated, results, stages

HERE = Path(what_if.__file__).parent
MEAN = "aggregate: mean, over: criteria, round: {places: 2, mode: half-up}"


class Parsed(HTMLParser):
    """What a browser would see: elements with their attributes, and the texts outside scripts."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.scripts, self._in = [], [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._in = tag

    def handle_endtag(self, tag):
        self._in = ""

    def handle_data(self, data):
        (self.scripts if self._in == "script" else self.texts).append(data)

    def all(self, tag, **wanted):
        return [a for name, a in self.elements if name == tag and wanted.items() <= a.items()]

    @property
    def words(self):
        return " ".join(" ".join(self.texts).split())


def parsed(folder, criteria=books.CRITERIA, sheets=None):
    return Parsed(what_if.panel(results.evaluated(folder, sheets, criteria)))


def panel_of(rules):
    return books.criteria_with(MEAN, rules)


def slider(page):
    return page.all("input", type="range")


def boxes(page):
    return page.all("input", type="checkbox")


def test_the_example_can_be_moved_both_ways():
    page = Parsed(what_if.panel(results.example()))
    [weight] = slider(page)
    assert (weight["min"], weight["max"], weight["step"], weight["value"]) == (
        "0", "100", "1", "20",
    )  # fmt: skip
    assert [each["value"] for each in boxes(page)] == [str(each) for each in range(7)]
    assert "副市長" in page.words
    assert "価格点" in page.words
    assert "The rounded points of each criterion are multiplied, and not rounded" in page.words
    rows = [each for each in page.all("span") if each.get("class") == "what-if-name"]
    assert len(rows) == 4  # C社 is above the ceiling


def test_it_is_marked_as_an_illustration_and_says_what_it_needs():
    words = Parsed(what_if.panel(results.example())).words
    assert "Illustration, not the result." in words
    assert "This panel needs JavaScript." in words


def test_controls_have_names_and_the_first_is_told_politely():
    page = Parsed(what_if.panel(results.example()))
    [weight] = slider(page)
    assert page.all("label", **{"for": weight["id"]})
    assert len(page.all("fieldset")) == len(page.all("legend")) == 2
    assert page.all("p", **{"aria-live": "polite"})
    assert page.all("option", value="20", label="as in the criteria sheet")
    assert len(page.all("tbody")) == len(page.all("caption")) == 1
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"提案者": {"D2": "辞退", "D3": "辞退"}}, "one vendor has no order"),
        ({"提案者": {"D2": "辞退", "D3": "辞退", "D4": "辞退"}}, "nobody is ranked"),
    ],
)
def test_there_is_none_without_an_order(changes, why, tmp_path):
    assert what_if.panel(results.evaluated(tmp_path, books.with_cells(changes))) is None, why


@pytest.mark.parametrize("by", ["rank-sum", "mean-rank", "first-places"])
def test_there_is_none_where_evaluators_ranks_are_compared(by, tmp_path):
    rules = books.criteria_with("by: points", f"by: {by}")
    assert what_if.panel(results.evaluated(tmp_path, criteria=rules)) is None


def test_there_is_none_where_all_is_price_or_nothing_moves():
    assert what_if.panel(cases.result("impactbids-60-40")) is None
    assert what_if.panel(cases.result("be-241861-unit-not-quantity")) is None


def test_one_evaluator_is_not_left_out(tmp_path):
    sheets = books.without("採点_委員2")
    del sheets["審査委員"][2]
    page = parsed(tmp_path, sheets=sheets)
    assert len(slider(page)) == 1
    assert boxes(page) == []
    assert "Evaluators who count" not in page.words


def test_what_the_panel_agreed_on_is_not_taken_apart(tmp_path):
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["合議"] = books.valid()["採点_委員1"]
    page = parsed(tmp_path, panel_of("aggregate: consensus"), sheets)
    assert len(slider(page)) == 1
    assert boxes(page) == []


FLAT = """\
procscore: 1
id: flat
title: 審査基準書
points: 100
amounts: {total: {name: 提案価格}}
criteria:
  - {id: plan, name: 実施計画, points: 40, score: {method: marks, step: 0.5}}
  - {id: staff, name: 実施体制, points: 20, score: {method: marks, step: 0.5}}
  - {id: price, name: 価格点, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
panel: {aggregate: mean}
"""
MIXED = FLAT.replace(
    "  - {id: staff", "  - id: rest\n    name: その他\n    criteria:\n      - {id: staff"
).replace("  - {id: price", "      - {id: price")


@pytest.mark.parametrize(
    "criteria",
    [
        books.criteria_with("by: points", "by: formula, formula: technical / total"),
        panel_of("aggregate: sum, shared: once"),
        FLAT.replace("aggregate: mean", "aggregate: median, over: totals"),
        MIXED,
    ],
    ids=["by a formula", "the price once", "no plain sum", "no criterion of price alone"],
)
def test_the_weight_stays_where_it_cannot_be_moved_by_itself(criteria, tmp_path):
    page = parsed(tmp_path, criteria)
    assert slider(page) == []
    assert len(boxes(page)) == 2
    assert "Weight of price" not in page.words


@pytest.mark.parametrize(
    "criteria",
    [FLAT, panel_of("aggregate: sum"), panel_of("aggregate: median, over: totals")],
    ids=["no groups", "the price for each", "totals of a group"],
)
def test_the_weight_moves_where_the_total_is_a_plain_sum(criteria, tmp_path):
    assert slider(parsed(tmp_path, criteria))[0]["value"] == "40"


def test_before_prices_are_opened_there_are_evaluators_only(tmp_path):
    result = procscore.evaluate(books.hand_in(tmp_path, books.valid()), technical_only=True)
    page = Parsed(what_if.panel(result))
    assert "It shows how the ranking would answer to fewer evaluators." in page.words
    assert slider(page) == []
    assert len(boxes(page)) == 2


def test_the_share_is_that_of_what_counts_in_the_last_stage(tmp_path):
    apart = stages.CRITERIA.replace("carry_over: true", "carry_over: false")
    found = {
        rules: what_if.weight_of_price(results.evaluated(tmp_path, stages.valid(), rules))
        for rules in (stages.CRITERIA, apart)
    }
    assert [each.own for each in found.values()] == [Fraction(40, 100), Fraction(40, 70)]
    assert [each.step for each in found.values()] == [40, 57]


@pytest.mark.parametrize(
    ("own", "step"),
    [(Fraction(1, 3), 33), (Fraction(2, 3), 67), (Fraction(1, 999), 1), (Fraction(998, 999), 99)],
)
def test_the_sheet_s_own_share_has_a_step_between_none_and_all(own, step):
    assert what_if.Price((), own).step == step


def test_it_says_which_rules_are_not_applied_again(tmp_path):
    def notes(rules, sheets=None):
        return parsed(tmp_path, rules, sheets).words

    plain = notes(books.CRITERIA)
    assert "Not applied again: the rules for ties." in plain
    assert "Equal values share a rank here" in plain
    least = books.criteria_with(
        "eligibility: {", "eligibility: {minimums: [{criterion: technical, at_least: 10%}], "
    )
    told = "Not applied again: minimums, whose price counts as the lowest, the rules for ties."
    assert told in notes(least)
    trimmed = panel_of("aggregate: trimmed-mean, over: totals, trim: {highest: 1, lowest: 0}")
    three = books.valid()
    three["審査委員"].append(["委員3", "越前 次郎", "出席", None])
    three["採点_委員3"] = three["採点_委員1"]
    assert "trimming" not in notes(trimmed)  # of two nobody can be left out
    assert "whose marks trimming leaves out" in notes(trimmed, three)
    assert "trimming" not in notes(trimmed.replace("over: totals", "over: criteria"), three)
    assert "who goes on from a stage" in notes(stages.CRITERIA, stages.valid())
    assert "fewer evaluators, fewer points" in notes(panel_of("aggregate: sum"))
    assert "fewer points" not in plain


def test_what_is_compared_beside_the_total_has_a_column(tmp_path):
    before, behind = ["Rank here", "In the result", "Vendor", "Total"], ["Change"]
    heads = [[*before, *behind], [*before, "Value", *behind]]
    by_value = books.criteria_with("by: points", "by: formula, formula: technical / total")
    for rules, expected in zip((books.CRITERIA, by_value), heads, strict=True):
        page = parsed(tmp_path, rules)
        assert len(page.all("th", scope="col")) == len(expected)
        assert " ".join(expected) in page.words


def test_hostile_names_stay_text(tmp_path):
    hostile = "</script><script>alert(1)</script>&amp;\u2028<b>\"'"
    rules = FLAT.replace("name: 価格点", f"name: {json.dumps(hostile)}")
    cells = {"審査委員": {"B2": hostile}, "提案者": {"B2": hostile}}
    page = parsed(tmp_path, rules, books.with_cells(cells))
    assert page.all("script") == [
        {"type": "application/json", "id": "what-if-program"},
        {},
    ]
    assert page.all("b") == []
    assert page.words.count("<script>alert(1)</script>&amp;") == 3


def test_embedded_json_reads_as_it_was_and_ends_no_element():
    content = {"</script>": ["<!--", "&lt;", "\u2028\u2029", "\ud800", "価格点"]}
    text = what_if.embedded(content)
    assert json.loads(text) == content
    assert text.isascii()
    assert not set("<>&") & set(text)


def test_the_script_is_the_file_as_it_is_so_that_the_policy_admits_it():
    text = what_if.panel(results.example())
    script = (HERE / "what_if.js").read_text(encoding="utf-8")
    assert re.findall("<script>(.*?)</script>", text, re.DOTALL) == [script]
    assert script.isascii()  # no character of it can be taken for another
    assert report.policy(script).split("'sha256-")[1].count("'") >= 1


def test_nothing_is_loaded_and_no_attribute_runs_anything():
    page = Parsed(what_if.panel(results.example()))
    for _, attributes in page.elements:
        assert not {"src", "href", "style", "action"} & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)


def test_every_text_of_the_script_is_there_and_used():
    script = (HERE / "what_if.js").read_text(encoding="utf-8")
    assert set(re.findall(r"\btexts\.(\w+)", script)) == set(what_if.TEXTS)
    page = Parsed(what_if.panel(results.example()))
    assert json.loads(page.scripts[0])["texts"]["up"] == "up from {before}"


def test_every_function_and_operator_of_the_language_is_in_the_script():
    script = (HERE / "what_if.js").read_text(encoding="utf-8")
    for name in FUNCTIONS:
        assert re.search(rf"\b{name}\b", script), name
    for mode in Mode:
        assert re.search(rf'"?\b{mode}"?: ', script), mode


def test_the_same_result_gives_the_same_panel(tmp_path):
    first = what_if.panel(results.evaluated(tmp_path))
    assert what_if.panel(results.evaluated(tmp_path)) == first


def test_no_place_of_the_workbook_is_in_it(tmp_path):
    text = what_if.panel(results.evaluated(tmp_path))
    assert "bids.xlsx" not in text
    assert "採点_" not in text


def test_agreed_marks_are_said_to_stay(tmp_path):
    plain = " ".join(Parsed(what_if.panel(moderated.evaluated(tmp_path))).texts)
    assert "Not applied again: what was agreed on, the rules for ties." in " ".join(plain.split())
