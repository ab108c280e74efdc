"""The what-if panel in a real Chromium: its figures are procscore's, whatever is moved.

What comes out without an evaluator is what `procscore evaluate` gives for the same workbook in
which that evaluator is absent. What comes out with another weight is computed here.
"""

from fractions import Fraction

import pytest

import procscore
from procscore import pipeline
from procscore.exact import display
from procscore.export.report import what_if
from procscore.model.told import vendor_name
from support import books, browser, cases, results

CASES = [name for name in cases.NAMES if what_if.panel(cases.result(name))]
EVALUATORS = ("委員1", "委員2", "委員3", "委員4")
VENDORS = {"A社": 10_000_000, "B社": 8_000_000, "C社": 9_000_000}
PANELS = {"委員1": "委員会、専門", "委員2": "委員会", "委員3": "専門", "委員4": "委員会、専門"}
RECUSED = {"委員2": "A社"}
HEAD = "procscore: 1\nid: small\ntitle: 小さな審査基準書\n"
TAIL = """
eligibility: {ceiling: exclude, lowest_among: eligible}
ranking: {by: points, ties: [committee]}
award: {winners: 1, reserve: 1}
"""
POINTS = """points: 100
amounts: {total: {name: 提案価格}}
criteria:
  - id: technical
    name: 技術点
    points: 60
    criteria:
      - {id: plan, name: 実施計画, points: 40, score: {method: marks, step: 0.5}}
      - {id: staff, name: 実施体制, points: 20, score: {method: marks, to: 7, step: 0.5}}
  - id: price
    name: 価格点
    points: 40
    score: {method: price, amount: total, formula: lowest-ratio}
"""
GRADES = """points: 90
amounts: {total: {name: 提案価格}}
scales: {five: {A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}}
criteria:
  - {id: plan, name: 実施計画, points: 40, score: {method: grades, scale: five}}
  - {id: staff, name: 実施体制, points: 20, score: {method: grades, scale: five, round: {places: 0, mode: half-even}}}
  - {id: price, name: 価格点, points: 30, score: {method: price, amount: total, formula: lowest-ratio, round: {places: 1, mode: up}}}
"""
CHECKED = """points: 100
amounts: {total: {name: 提案価格}}
criteria:
  - {id: plan, name: 実施計画, points: 40, score: {method: marks, step: 0.5}}
  - {id: staff, name: 実施体制, points: 20, score: {method: check, votes: majority, fail: points}}
  - {id: price, name: 価格点, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
"""
MEAN = "panel: {aggregate: mean, over: criteria}"
TO_BEST = "points * raw / best"
BANDS = "if(raw < 20, up_to(raw / of, 20%, 0, 40%, 10, 30), interpolate(raw, 20, 15, 45, max(plan, 40), 60, 60))"

FUNCTIONS = (
    "clamp(round(raw / 7, 1) + up(raw / 3, 2) - down(raw / 11), 1, 9) / 3"
    " + below(raw, 25, 1, 35, min(plan, staff, raw / 2), max(-raw / 10, -2) + 9)"
    " + median(plan, staff, 3) / 9 + mean(plan, 2) / 9 + sum(plan, staff) / 99 + round(raw, -1) / 9"
    " + below(down(raw / 5), 2, 1, 4, 2, 6, 3, 8, 4, 10, 5, 6)"
    " + up_to(down(raw / 5), 2, 1, 4, 2, 6, 3, 8, 4, 10, 5, 6)"
)
COMPARISONS = (
    "raw / 10 + 40 / 117649 * ("
    + " + ".join(
        f"if(down(plan / 5) {sign} {limit}, {7**power}, 0)"
        for power, sign in enumerate(("<", "<=", ">", ">=", "=", "<>"))
        for limit in range(1, 7)
    )
    + ")"
)
"""What holds for how many limits is a digit of its own."""


def with_rule(rule, criteria=POINTS):
    return f"{HEAD}{criteria}{rule}{TAIL}"


def rescaled(formula):
    return books.criteria_with(
        "    points: 60\n",
        f'    points: 60\n    rescale: {{formula: "{formula}"}}\n',
        with_rule(MEAN),
    )


def panel_of(aggregate, over="criteria", rounding="", more=""):
    rounding = f", round: {{places: {rounding}}}" if rounding else ""
    return f"panel: {{aggregate: {aggregate}, over: {over}{rounding}{more}}}"


SHEETS = {
    "mean": with_rule(panel_of("mean", rounding="2, mode: half-up")),
    "mean to the even neighbour": with_rule(panel_of("mean", rounding="0, mode: half-even")),
    "mean cut": with_rule(panel_of("mean", rounding="1, mode: down")),
    "median": with_rule(panel_of("median")),
    "sum": with_rule(panel_of("sum")),
    "sum, the price once": with_rule(panel_of("sum", more=", shared: once")),
    "mean, one recused": with_rule(f"# recused\n{MEAN}"),
    "trimmed mean": with_rule(
        panel_of("trimmed-mean", rounding="3, mode: up", more=", trim: {highest: 1, lowest: 0}")
    ),
    "median of totals": with_rule(panel_of("median", "totals")),
    "mean of totals, rounded": with_rule(panel_of("mean", "totals", "0, mode: half-even")),
    "grades": with_rule(MEAN, GRADES),
    "weights": with_rule(MEAN).replace(
        "points: 40, score: {method: marks, step: 0.5}",
        "points: 40, weight: 4, score: {method: marks, to: 10}",
    ),
    "a check by majority": with_rule(MEAN, CHECKED),
    "scaled to the best": rescaled(TO_BEST),
    "bands": rescaled(BANDS),
    "a condition": with_rule(MEAN).replace(
        "points: 20, score", "points: 20, requires: {criterion: plan, at_least: 21}, score"
    ),
    "below zero": with_rule(panel_of("mean", rounding="1, mode: half-up")).replace(
        "points: 40, score: {method: marks,", "points: 40, score: {method: marks, from: -600,"
    ),
    "functions": rescaled(FUNCTIONS),
    "comparisons": rescaled(COMPARISONS),
    "two panels": with_rule(
        "panel: {name: 委員会, aggregate: median}\npanels:\n  experts: {name: 専門, aggregate: sum, shared: once}"
    ).replace("id: staff,", "id: staff, panel: experts,"),
    "points by price": with_rule(MEAN).replace(
        "by: points",
        "by: formula, formula: technical / total * 100000000, round: {places: 4, mode: down}",
    ),
    "the lowest value first": with_rule(MEAN).replace(
        "by: points",
        "by: formula, best: lowest, formula: 'total / (technical + variance(plan, staff))'",
    ),
}
PAIRS = ((EVALUATORS[0], EVALUATORS[2]), (EVALUATORS[1], EVALUATORS[3]))
LEFT_OUT = [*((each,) for each in EVALUATORS), *PAIRS]


@pytest.fixture(scope="module")
def driver():
    with browser.chromium() as running:
        yield running


def written(folder, result):
    """Write the report of a result, as `--out report.html` does, and return its path."""
    path = folder / "report.html"
    pipeline.export(result, [path])
    return path


def mark(sheet, evaluator, vendor, criterion):
    """Return a mark that differs for everybody, of the kind that the criterion of `sheet` takes."""
    number = 7 * evaluator + 5 * vendor * vendor + 3 * criterion + evaluator * vendor
    if "method: grades" in sheet:
        return "ABCDE"[number % 5]
    if "method: check" in sheet and criterion:
        return "○×"[number % 2]
    if "from: -600" in sheet and not criterion:
        return -2.5 * number
    most = 10 if "weight: 4" in sheet and not criterion else (40, 7)[criterion]
    return number % most + (0 if "weight: 4" in sheet else 0.5)


def procurement(sheet, absent=()):
    """Return the sheets of a workbook for a criteria sheet."""
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["案件"] = sheets["案件"][:2]
    sheets["提案者"] = [["記号", "名称", "提案価格"]]
    sheets["提案者"] += [[each, each, price] for each, price in VENDORS.items()]
    sheets["審査委員"] = [["記号", "氏名", "出欠", "除斥", "審査班"]]
    recused = RECUSED if "# recused" in sheet else {}
    for number, evaluator in enumerate(EVALUATORS):
        attendance = "欠席" if evaluator in absent else "出席"
        panels = PANELS[evaluator] if "panels:" in sheet else None
        row = [evaluator, f"氏名 {evaluator}", attendance, recused.get(evaluator), panels]
        sheets["審査委員"].append(row)
        if evaluator not in absent:
            rows = [["ID", "審査項目", "配点", *VENDORS]]
            for criterion, name in enumerate(("plan", "staff")):
                if panels is None or ("委員会", "専門")[criterion] in panels:
                    marks = [mark(sheet, number, each, criterion) for each in range(len(VENDORS))]
                    rows.append([name, name, None, *marks])
            for one in rows[1:] if evaluator in recused else ():
                one[3 + list(VENDORS).index(recused[evaluator])] = None
            sheets[f"採点_{evaluator}"] = rows
    return sheets


def compared(result):
    return {vendor_name(each): each.compared for each in result.ranked}


def ranks(result):
    """Return the ranks as they are before rules tell ties apart."""
    tied = {vendor: tie for tie in result.ties for vendor in tie.vendors}
    own = {each.vendor.id: each.rank for each in result.ranked}
    first = {v: min(own[one] for one in tie.vendors) for v, tie in tied.items()}
    return {vendor_name(each): first.get(each.vendor.id, each.rank) for each in result.ranked}


def shown_ranks(panel):
    return {vendor: Fraction(row.rank) for vendor, row in panel.rows.items()}


@pytest.mark.parametrize("name", CASES)
def test_it_opens_with_the_figures_and_ranks_of_the_result(name, driver, tmp_path):
    result = cases.result(name)
    panel = browser.Panel(driver, written(tmp_path, result))
    assert panel.shown
    assert panel.compared == compared(result)
    assert {vendor: row.figures[0] for vendor, row in panel.rows.items()} == {
        vendor_name(each): each.points_in_all for each in result.ranked
    }
    assert all(
        row.texts == tuple(display(each) for each in row.figures) for row in panel.rows.values()
    )
    own = {vendor_name(each): display(each.rank) for each in result.ranked}
    assert {vendor: row.rank for vendor, row in panel.rows.items()} == own
    assert {vendor: row.result for vendor, row in panel.rows.items()} == own
    assert {row.change for row in panel.rows.values()} == {"unchanged"}
    assert panel.log() == []


@pytest.mark.parametrize("name", SHEETS)
def test_who_is_left_out_counts_as_who_is_absent(name, driver, tmp_path):
    sheet = SHEETS[name]
    whole = results.evaluated(tmp_path, procurement(sheet), sheet)
    panel = browser.Panel(driver, written(tmp_path, whole))
    assert panel.compared == compared(whole)
    assert len(panel.boxes) == len(EVALUATORS)
    for absent in LEFT_OUT:
        names = [f"氏名 {each}" for each in absent]
        expected = results.evaluated(tmp_path, procurement(sheet, absent), sheet)
        assert compared(expected) != compared(whole)
        panel.click(*names)
        assert panel.compared == compared(expected), absent
        told = [display(each) for each in panel.compared.values()]
        assert [row.texts[-1] for row in panel.rows.values()] == told
        assert shown_ranks(panel) == ranks(expected)
        panel.click(*names)
        assert panel.compared == compared(whole)
    assert panel.log() == []


@pytest.mark.parametrize(
    ("keys", "step"),
    [("→→→", 43), ("←", 39), ("home", 0), ("end", 100), ("→←", 40), ("end←←", 98)],
)
def test_the_slider_multiplies_the_points_of_price_and_of_the_rest(keys, step, driver, tmp_path):
    result = results.evaluated(tmp_path, procurement(SHEETS["mean"]), SHEETS["mean"])
    panel = browser.Panel(driver, written(tmp_path, result))
    panel.press(keys)
    price, rest = Fraction(step, 40), Fraction(100 - step, 60)
    assert panel.compared == {
        vendor_name(each): price * each.points("price") + rest * each.points("technical")
        for each in result.ranked
    }
    assert list(panel.compared.values()) == sorted(panel.compared.values(), reverse=True)
    assert (f"Price {step} % : other criteria {100 - step} %" in panel.share) is True
    assert ("as in the criteria sheet" in panel.share) is (step == 40)
    assert panel.find("weight").get_attribute("aria-valuetext") == panel.share


def test_a_share_that_is_no_whole_number_has_the_place_of_the_nearest(driver, tmp_path):
    result = results.evaluated(tmp_path, procurement(SHEETS["grades"]), SHEETS["grades"])
    panel = browser.Panel(driver, written(tmp_path, result))
    assert panel.find("weight").get_attribute("value") == "33"
    assert "Price 33.3333… % : other criteria 66.6666… %" in panel.share
    panel.press("→")
    price, rest = Fraction(34, 100) * 3, Fraction(66, 100) * Fraction(3, 2)
    assert panel.compared == {
        vendor_name(each): price * each.points("price")
        + rest * (each.points("plan") + each.points("staff"))
        for each in result.ranked
    }
    panel.press("←")
    assert panel.compared == compared(result)


def test_weights_and_evaluators_are_moved_together_and_put_back(driver, tmp_path):
    sheet = SHEETS["mean cut"]
    whole = results.evaluated(tmp_path, procurement(sheet), sheet)
    without = results.evaluated(tmp_path, procurement(sheet, EVALUATORS[1:3]), sheet)
    panel = browser.Panel(driver, written(tmp_path, whole))
    before = panel.rows
    panel.click("氏名 委員2", "氏名 委員3")
    panel.press("end←")
    assert panel.compared == {
        vendor_name(each): Fraction(99, 40) * each.points("price")
        + Fraction(1, 60) * each.points("technical")
        for each in without.ranked
    }
    assert panel.rows != before
    panel.reset()
    assert panel.rows == before
    assert list(panel.rows) == list(before)
    assert all(box.is_selected() and box.is_enabled() for box in panel.boxes.values())
    assert panel.find("weight").get_attribute("value") == "40"


def test_equal_values_share_a_rank_and_who_moves_is_told(driver, tmp_path):
    sheets = procurement(SHEETS["mean"])
    for vendor in sheets["提案者"][1:]:
        vendor[2] = 9_000_000
    sheets["提案者"][3][2] = 9_000_001
    result = results.evaluated(tmp_path, sheets, SHEETS["mean"])
    panel = browser.Panel(driver, written(tmp_path, result))
    assert [(each.vendor.id, each.rank) for each in result.ranked] == [
        ("C社", 1), ("B社", 2), ("A社", 3),
    ]  # fmt: skip
    assert panel.told == "First, as in the result: C社"
    panel.press("end")
    told = {vendor: (row.rank, row.change) for vendor, row in panel.rows.items()}
    assert told == {
        "A社": ("1", "up from 3"),
        "B社": ("1", "up from 2"),
        "C社": ("3", "down from 1"),
    }
    assert panel.told == "First in this illustration: B社 = A社"
    assert list(told) == ["B社", "A社", "C社"]


EQUAL = "equal here; in the result decided by the rules for ties"
DRAWN = SHEETS["mean"].replace("ties: [committee]", "ties: [lot]")


def drawn(folder, better=(), withdrawn=(), rules=DRAWN):
    """Return a result in which all but those who are `better` are equal, and lots put C before B before A."""
    sheets = procurement(rules)
    sheets["提案者"] = [["記号", "名称", "提案価格", "くじ番号"]]
    sheets["提案者"] += [
        [vendor, vendor, 9_000_000, 3 - place] for place, vendor in enumerate(VENDORS)
    ]
    for number in range(1, len(EVALUATORS) + 1):
        for row in sheets[f"採点_委員{number}"][1:]:
            row[3:] = [7 - number / 2 if vendor in better else 2 + number / 2 for vendor in VENDORS]
    return procscore.evaluate(books.hand_in(folder, sheets, rules), withdrawn=withdrawn)


def test_what_a_lot_told_apart_is_equal_here_and_told_apart_in_the_result(driver, tmp_path):
    result = drawn(tmp_path)
    panel = browser.Panel(driver, written(tmp_path, result))
    assert panel.told == "First, as in the result: C社"
    assert {v: (row.rank, row.result, row.change) for v, row in panel.rows.items()} == {
        "C社": ("1", "1", "unchanged"),
        "B社": ("2", "2", "unchanged"),
        "A社": ("3", "3", "unchanged"),
    }
    panel.press("→")
    assert panel.told == f"First in this illustration: C社 = B社 = A社 ({EQUAL})"
    assert {v: (row.rank, row.result, row.change) for v, row in panel.rows.items()} == {
        "C社": ("1", "1", EQUAL),
        "B社": ("1", "2", EQUAL),
        "A社": ("1", "3", EQUAL),
    }
    panel.reset()
    panel.click("氏名 委員1")
    assert {row.change for row in panel.rows.values()} == {EQUAL}
    panel.click("氏名 委員1")
    assert panel.told == "First, as in the result: C社"


@pytest.mark.parametrize(
    ("equal_ranks", "second"), [("competition", "2"), ("dense", "2"), ("average", "2.5")]
)
def test_behind_the_first_a_tie_that_was_settled_keeps_the_ranks_of_the_result(
    equal_ranks, second, driver, tmp_path
):
    rules = DRAWN.replace("ties: [lot]", f"ties: [lot], equal_ranks: {equal_ranks}")
    result = drawn(tmp_path, ("A社",), rules=rules)
    panel = browser.Panel(driver, written(tmp_path, result))
    own = {vendor_name(each): display(each.rank) for each in result.ranked}
    assert {vendor: row.rank for vendor, row in panel.rows.items()} == own
    panel.press("←")
    assert panel.told == "First, as in the result: A社"
    assert {v: (row.rank, row.result, row.change) for v, row in panel.rows.items()} == {
        "A社": ("1", "1", "unchanged"),
        "C社": (second, "2", EQUAL),
        "B社": (second, "3", EQUAL),
    }


def test_who_is_passed_over_is_first_with_that_word(driver, tmp_path):
    result = drawn(tmp_path, ("A社",), withdrawn=("A社",))
    panel = browser.Panel(driver, written(tmp_path, result))
    assert panel.told == "First, as in the result: A社 (passed over)"
    assert [row.result for row in panel.rows.values()] == ["1 (passed over)", "2", "3"]
    panel.press("←")
    assert panel.told == "First, as in the result: A社 (passed over)"
    panel.press("end")
    assert panel.told == "First in this illustration: A社 (passed over) = C社 = B社"


def test_as_many_evaluators_stay_as_the_marks_need(driver, tmp_path):
    sheet = SHEETS["trimmed mean"]  # without the highest: two must stay
    result = results.evaluated(tmp_path, procurement(sheet), sheet)
    panel = browser.Panel(driver, written(tmp_path, result))
    assert panel.find("tried").text == ""
    panel.click("氏名 委員1")
    assert panel.find("tried").text.startswith("Evaluators who count here: ")
    assert panel.find("tried").get_attribute("aria-live") == "polite"
    assert all(box.is_enabled() for box in panel.boxes.values())
    panel.click("氏名 委員3")
    enabled = {name for name, box in panel.boxes.items() if box.is_enabled()}
    assert enabled == {"氏名 委員1", "氏名 委員3"}
    panel.click("氏名 委員3")
    assert all(box.is_enabled() for box in panel.boxes.values())


def test_a_value_that_is_not_there_is_a_dash_and_no_rank(driver, tmp_path):
    sheet = rescaled("if(raw < 20, 0, 1 / (raw - 30))")
    sheets = procurement(sheet)
    for number, raws in enumerate(
        ((34, 20, 20), (34, 26, 26), (40, 40, 40), (40, 40, 40)), start=1
    ):
        rows = sheets[f"採点_委員{number}"]
        rows[1][3:], rows[2][3:] = raws, (0, 0, 0)
    result = results.evaluated(tmp_path, sheets, sheet)
    panel = browser.Panel(driver, written(tmp_path, result))
    panel.click("氏名 委員2", "氏名 委員4")  # B and C are left with (20 + 40) / 2
    assert {v: (row.rank, row.figures) for v, row in panel.rows.items() if v != "A社"} == {
        "B社": ("-", (None,)),
        "C社": ("-", (None,)),
    }
    assert panel.rows["A社"].rank == "1"
    assert panel.rows["B社"].change == "no value"


def test_names_are_only_names(driver, tmp_path):
    sheets = procurement(SHEETS["mean"])
    hostile = "</script><script>document.title='hit'</script>\u2028&amp;<b>\"'{who}$&"
    sheets["審査委員"][1][1] = sheets["提案者"][1][1] = hostile
    result = results.evaluated(tmp_path, sheets, SHEETS["mean"])
    panel = browser.Panel(driver, written(tmp_path, result))
    assert panel.shown
    assert driver.title != "hit"
    [name] = [vendor for vendor in panel.rows if vendor.startswith("A社")]
    assert name == vendor_name(result.vendor("A社"))
    panel.press("home")
    assert panel.told == f"First, as in the result: {next(iter(panel.rows))}"
    assert panel.log() == []


def test_without_script_one_line_says_that_it_is_needed(driver, tmp_path):
    path = written(tmp_path, results.example())
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        panel = browser.Panel(driver, path)
        assert panel.find("needs").text == "This panel needs JavaScript."
        assert not panel.shown
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_it_stays_away_where_the_figures_do_not_come_out(driver, tmp_path):
    path = written(tmp_path, results.example())
    text = path.read_text(encoding="utf-8")
    assert '"are":["87687/100"]' in text
    path.write_text(text.replace('"are":["87687/100"]', '"are":["87688/100"]'), encoding="utf-8")
    panel = browser.Panel(driver, path)
    assert not panel.shown
    assert panel.find("needs").text.startswith("The panel is not shown")


def test_nothing_is_asked_for_outside_the_file(driver, tmp_path):
    path = written(tmp_path, results.example())
    panel = browser.Panel(driver, path)
    panel.click(*list(panel.boxes)[:2])
    panel.press("home")
    panel.reset()
    assert set(panel.requested()) == {path.as_uri()}
    assert panel.log() == []


def test_it_is_reached_and_worked_by_keys_alone_and_is_not_printed(driver, tmp_path):
    panel = browser.Panel(driver, written(tmp_path, results.example()))
    panel.find("weight").send_keys(browser.KEYS["tab"])
    reached = []
    for _ in range(len(panel.boxes) + 1):
        focused = driver.switch_to.active_element
        reached.append(focused.accessible_name)
        focused.send_keys(browser.KEYS["space"] if len(reached) == 1 else "", browser.KEYS["tab"])
    assert reached == [*panel.boxes, "Reset to the result"]
    assert not next(iter(panel.boxes.values())).is_selected()
    assert panel.find("weight").accessible_name == "Share of price in the points available"
    assert panel.find("first").get_attribute("aria-live") == "polite"
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not panel.shown
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("width", browser.WIDTHS)
def test_no_width_makes_the_page_scroll_sideways(width, driver, tmp_path):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500},
    )
    try:
        panel = browser.Panel(driver, written(tmp_path, results.example()))
        box = panel.find("rows").rect
        assert box["x"] + box["width"] <= width
        assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
