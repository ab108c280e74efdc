"""What the secretariat fills in, with rules and examples, and nothing that is not asked."""

from fractions import Fraction

import pytest

from procscore import language
from procscore.model.bids import Procurement, Quote, Status
from procscore.sheets import secretariat
from procscore.xlsx import Book
from support import forms

PRICES = """
points: 100
amounts: {{initial: {{name: 初期費用}}, yearly: {{name: 年額}}, total: {{name: 総額, formula: initial + yearly}}}}
quantities: {{sites: {{name: 導入数}}}}
criteria:
  - {{id: plan, points: 60, score: {{method: marks}}}}
  - {{id: price, points: 40, score: {{method: price, amount: total, formula: "{formula}"}}}}
{more}
"""


def criteria(formula="points * lowest / price", more=""):
    """Return a sheet with two amounts that are quoted, one that is computed, and a quantity."""
    return PRICES.format(formula=formula, more=more)


@pytest.fixture(autouse=True)
def japanese():
    language.use("ja")


def sheet_of(write, handout):
    """Return what `write` makes of a handout."""
    book = Book()
    write(book.page("s"), handout)
    return forms.opened(book.content)["s"]


def entries(handout):
    """Return the sheet 案件 as words and values."""
    sheet = sheet_of(secretariat.procurement, handout)
    return {row[0].value: row[1].value for row in sheet.iter_rows(min_row=3)}


def table(write, handout):
    """Return a table as a list of rows by heading, without the prepared ones."""
    rows = [[cell.value for cell in row] for row in sheet_of(write, handout).iter_rows(min_row=3)]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if any(row)]


def headings(write, handout):
    """Return the headings of a table."""
    return [cell.value for cell in sheet_of(write, handout)[3]]


def test_the_procurement_asks_for_what_the_sheet_needs_and_no_more():
    assert entries(forms.handout(criteria())) == {"件名": "試験", "審査基準": "criteria.yaml"}


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("", []),
        ("eligibility: {ceiling: exclude}", ["予定価格"]),
        ("eligibility: {ceiling: ignore}", []),
        (
            "eligibility: {ceiling: {initial: flag, total: exclude, yearly: ignore}}",
            ["予定価格 initial", "予定価格"],
        ),
        ("eligibility: {abnormally_low: {rule: below-estimate, share: 60%}}", ["基準額"]),
        ("ranking: {by: formula, formula: plan / investigation}", ["調査基準価格"]),
    ],
)
def test_ceilings_and_figures_are_asked_where_a_rule_needs_them(more, asked):
    found = list(entries(forms.handout(criteria(more=more))))
    assert found == ["件名", "審査基準", *asked]


def test_of_several_amounts_that_are_scored_each_has_a_ceiling_of_its_own():
    text = """
points: 100
amounts: {initial: {name: 初期費用}, yearly: {name: 年額}}
criteria:
  - {id: one, points: 60, score: {method: price, amount: initial, formula: lowest-ratio}}
  - {id: two, points: 40, score: {method: price, amount: yearly, formula: lowest-ratio}}
eligibility: {ceiling: exclude}
"""
    found = entries(forms.handout(text))
    assert [word for word in found if "予定価格" in word] == ["予定価格 initial", "予定価格 yearly"]


def test_a_ceiling_that_a_formula_uses_is_asked():
    found = entries(forms.handout(criteria("points * (ceiling - price) / ceiling")))
    assert list(found) == ["件名", "審査基準", "予定価格"]


def test_what_is_known_stands_there_also_what_no_rule_needs():
    def quote(value):
        return Quote(Fraction(value), forms.WHERE)

    told = Procurement(
        forms.WHERE,
        title="件名です",
        ceilings={"yearly": quote(500), "total": quote("1000.5")},
        investigation=quote(7),
        estimate=quote(8),
        currency="円",
        opened="2026-04-01",
    )
    assert entries(forms.handout(criteria(), procurement=told)) == {
        "件名": "件名です",
        "審査基準": "criteria.yaml",
        "予定価格 yearly": 500,
        "予定価格": 1000.5,
        "調査基準価格": 7,
        "基準額": 8,
        "通貨": "円",
        "開札日": "2026-04-01",
    }


def test_examples_stand_behind_the_values_under_a_heading_of_their_own():
    sheet = sheet_of(secretariat.procurement, forms.handout(criteria()))
    assert sheet["C2"].value == "記入例"
    assert all(sheet.cell(row, 3).value for row in (3, 4))
    assert sheet["B2"].value is None


def test_vendors_have_a_column_for_each_amount_that_they_quote_and_none_for_computed_ones():
    assert headings(secretariat.vendors, forms.handout(criteria())) == [
        *("記号", "名称", "初期費用", "年額", "導入数", "状態", "理由", "決定順位"),
    ]


@pytest.mark.parametrize(
    ("ties", "asked"),
    [
        ("[committee]", ["決定順位"]),
        ("[chair]", ["決定順位"]),
        ("[vote, lot]", ["くじ番号", "決定順位"]),
        ("[{lower: total}, lot]", ["くじ番号"]),
        ("[{lot: {rule: remainder, order: code}}]", ["くじ番号", "業者コード"]),
        ("[{lot: {rule: remainder, order: arrival}}]", ["くじ番号", "受付番号"]),
        ("[{lot: {rule: remainder, order: reading}}]", ["くじ番号", "フリガナ"]),
    ],
)
def test_columns_for_ties_are_there_where_a_tie_may_need_them(ties, asked):
    found = headings(
        secretariat.vendors, forms.handout(criteria(more=f"ranking: {{by: points, ties: {ties}}}"))
    )
    assert found[7:] == asked


def test_vendors_stand_there_with_all_that_is_known_of_them():
    vendors = (
        forms.vendor(
            "A",
            name="アルファ",
            status=Status.WITHDRAWN,
            reason="人員",
            lot="078",
            code="00109",
            arrival="3",
            reading="アルファ",
            decision="2",
            quotes={"initial": Quote(Fraction(5, 2), forms.WHERE)},
        ),
        forms.vendor("B"),
    )
    first, second = table(secretariat.vendors, forms.handout(criteria(), vendors=vendors))
    assert first == {
        "記号": "A",
        "名称": "アルファ",
        "初期費用": 2.5,
        "年額": None,
        "導入数": None,
        "状態": "辞退",
        "理由": "人員",
        "くじ番号": "078",
        "業者コード": "00109",
        "受付番号": "3",
        "フリガナ": "アルファ",
        "決定順位": "2",
    }
    assert (second["記号"], second["名称"], second["状態"]) == ("B", None, "有効")


def test_an_amount_that_is_called_as_another_column_stands_under_its_id():
    text = criteria().replace("name: 初期費用", "name: 理由").replace("name: 年額", "name: Lot")
    assert headings(secretariat.vendors, forms.handout(text))[2:5] == [
        "initial",
        "yearly",
        "導入数",
    ]


def test_evaluators_stand_there_with_all_that_is_known_of_them():
    evaluators = (
        forms.evaluator(
            "1", name="副町長", recused=frozenset({"C社", "A社"}), panels=frozenset({"office"})
        ),
        forms.evaluator("2", present=False, chair=True, panels=frozenset({"board", "office"})),
    )
    assert table(secretariat.evaluators, forms.handout(evaluators=evaluators)) == [
        {"記号": "1", "氏名": "副町長", "出欠": "出席", "除斥": "A社, C社", "審査班": "職員", "役割": None},
        {"記号": "2", "氏名": None, "出欠": "欠席", "除斥": None, "審査班": "職員, 審議会", "役割": "委員長"},
    ]  # fmt: skip


def test_panels_and_roles_are_asked_only_where_something_hangs_on_them():
    assert headings(secretariat.evaluators, forms.handout(criteria())) == [
        *("記号", "氏名", "出欠", "除斥"),
    ]
    even = criteria().replace("score: {method: marks}", "score: {method: check, votes: majority, even: chair}")  # fmt: skip
    assert headings(secretariat.evaluators, forms.handout(even))[4:] == ["役割"]


@pytest.mark.parametrize(
    ("vendor", "written"),
    [
        (forms.vendor("A,B", name="アルファ"), "アルファ"),
        (forms.vendor("A、B", name="アルファ"), "アルファ"),
        (forms.vendor("A", name="アルファ, 本店"), "A"),
    ],
)
def test_who_is_recused_is_named_by_a_word_that_the_list_does_not_take_apart(vendor, written):
    evaluators = (forms.evaluator("1", recused=frozenset({vendor.id, "gone"})),)
    handout = forms.handout(criteria(), vendors=(vendor,), evaluators=evaluators)
    assert table(secretariat.evaluators, handout)[0]["除斥"] == written


def test_a_panel_is_named_by_a_word_that_the_list_does_not_take_apart():
    text = forms.EVERY_KIND.replace("name: 職員", 'name: "職員,庁内"')
    evaluators = (forms.evaluator("1", panels=frozenset({"office", "board"})),)
    found = table(secretariat.evaluators, forms.handout(text, evaluators=evaluators))
    assert found[0]["審査班"] == "office, 審議会"


@pytest.mark.parametrize("write", [secretariat.vendors, secretariat.evaluators])
def test_rows_for_more_are_prepared_with_their_rules(write):
    sheet = sheet_of(write, forms.handout(criteria()))
    count = 3 if write is secretariat.vendors else 2
    assert sheet.max_row == 3 + count + 10
    cells = [sheet.cell(row, 1) for row in range(4, sheet.max_row + 1)]
    assert not any(cell.protection.locked for cell in cells)
    for rule in sheet.data_validations.dataValidation:
        (area,) = rule.sqref.ranges
        assert (area.min_row, area.max_row) == (4, sheet.max_row)
    assert sheet["A3"].protection.locked


def rules(write, handout):
    """Return the rules of a table by the heading of their column."""
    sheet = sheet_of(write, handout)
    found = {}
    for each in sheet.data_validations.dataValidation:
        (area,) = each.sqref.ranges
        found[sheet.cell(3, area.min_col).value] = each
    return found


def test_amounts_take_numbers_and_words_take_those_that_are_known():
    found = rules(secretariat.vendors, forms.handout(criteria()))
    assert set(found) == {"初期費用", "年額", "導入数", "状態"}
    assert (found["年額"].type, found["年額"].operator, found["年額"].formula1) == (
        *("decimal", "greaterThanOrEqual", "0"),
    )
    assert "年額" in found["年額"].error
    assert (found["状態"].type, found["状態"].formula1) == ("list", '"有効,辞退,失格,無効"')
    found = rules(secretariat.evaluators, forms.handout())
    assert found["出欠"].formula1 == '"出席,代理出席,欠席"'


def test_the_words_are_english_in_english():
    language.use("en")
    handout = forms.handout(criteria(more="eligibility: {ceiling: exclude}"))
    assert list(entries(handout)) == ["Title", "Criteria", "Ceiling"]
    assert headings(secretariat.vendors, handout) == [
        *("Id", "Name", "初期費用", "年額", "導入数", "Status", "Reason", "Decision"),
    ]
    assert table(secretariat.vendors, handout)[0]["Status"] == "valid"
    assert headings(secretariat.evaluators, handout) == ["Id", "Name", "Attendance", "Recused"]


@pytest.mark.parametrize("write", [secretariat.vendors, secretariat.evaluators])
def test_tables_are_printed_on_a4_with_their_headings_repeated_and_in_sight(write):
    sheet = sheet_of(write, forms.handout())
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "B4"
