"""A form as an evaluator gets it: what stands where, what can be typed, what computes itself."""

import re

import pytest

from procscore import language
from procscore.model.words import SIGNED_ROWS
from procscore.names import key
from procscore.sheets import geometry, looks, score_sheet
from procscore.sheets.choices import Choices
from procscore.sheets.handout import Form, can_head_a_column
from procscore.xlsx import Book, width
from support import forms

RANKED = """
criteria:
  - {id: plan, points: 60, score: {method: marks, step: 1}}
  - {id: price, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
ranking: {by: rank-sum, evaluator_ranks: distinct}
"""


@pytest.fixture(autouse=True)
def japanese():
    language.use("ja")


def form_of(handout, kind="panel", who="福井 一郎", **more):
    """Return a form of a kind with what belongs on it."""
    leaves = {
        "panel": handout.of_evaluator(forms.evaluator("x")),
        "secretariat": handout.of_secretariat(),
        "consensus": handout.agreed(),
    }
    usual = {"title": "採点表", "who": who, "leaves": leaves[kind], "vendors": handout.to_mark}
    return Form(kind, **{**usual, **more})


def written(handout, form=None, **how):
    """Return the only sheet of a workbook with a form, as openpyxl reads it."""
    book, choices = Book(), Choices("procscore")
    score_sheet.write(book.page("s"), handout, form or form_of(handout), choices)
    choices.write(book.page("procscore", hidden=True))
    return forms.opened(book.content, **how)["s"]


def row_of(sheet, identifier):
    """Return the number of the row of a criterion."""
    return next(cell.row for cell in sheet["A"] if cell.value == identifier and cell.row > 5)


def labelled(sheet, label):
    """Return the number of the row with a label in place of a name."""
    return next(cell.row for cell in sheet["B"] if cell.value == label)


def texts(sheet, row):
    """Return what stands in a row."""
    return [cell.value for cell in sheet[row]]


def rules(sheet):
    """Return the rule of every cell that has one, by address."""
    return {
        f"{cell}": rule
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
        for line in area.rows
        for cell in (sheet.cell(*place).coordinate for place in line)
    }


def conditions(sheet):
    """Return (formula, fill) of the conditional formats by the address of every cell they are for."""
    found = {}
    for ranged in sheet.conditional_formatting:
        for area in ranged.sqref.ranges:
            for line in area.rows:
                for place in line:
                    for rule in ranged.rules:
                        fill = rule.dxf.fill.bgColor.rgb if rule.dxf.fill else None
                        entry = (rule.formula[0], fill and fill[-6:])
                        found.setdefault(sheet.cell(*place).coordinate, []).append(entry)
    return found


def test_title_evaluator_and_criteria_sheet_stand_on_top():
    sheet = written(forms.handout())
    assert sheet["A1"].value == "試験 採点表"
    assert "福井 一郎" in sheet["A2"].value
    assert "あらゆる採点方法の審査基準書" in sheet["A2"].value


def test_without_a_title_the_criteria_sheet_gives_it():
    handout = forms.handout(procurement=forms.Procurement(forms.WHERE))
    assert written(handout)["A1"].value == "あらゆる採点方法の審査基準書 採点表"


def test_how_to_mark_is_told_in_numbered_sentences():
    guide = written(forms.handout())["A3"].value.split("\n")
    assert [line[:3] for line in guide] == ["1. ", "2. ", "3. "]
    assert "採点方法" in guide[0]


def test_sums_are_not_promised_where_there_are_none():
    handout = forms.handout()
    only = tuple(leaf for leaf in handout.leaves if leaf.id == "met")
    sheet = written(handout, form_of(handout, leaves=only))
    assert len(sheet["A3"].value.split("\n")) == 2
    assert "合計" not in [cell.value for cell in sheet["B"]]


def test_who_is_recused_is_named():
    handout = forms.handout()
    form = form_of(handout, vendors=handout.vendors[:1], recused=handout.vendors[1:])
    sheet = written(handout, form)
    assert "B社、C社" in sheet["A3"].value
    assert texts(sheet, 5)[5:] == ["A社"]


def test_headings_in_both_languages():
    assert texts(written(forms.handout()), 5) == [
        *("ID", "審査項目", "備考", "配点", "採点方法", "A社", "B社", "C社"),
    ]
    language.use("en")
    assert texts(written(forms.handout(comments=True)), 5) == [
        *("ID", "Criterion", "Note", "Points", "How to mark"),
        *("A社", "A社 Comment", "B社", "B社 Comment", "C社", "C社 Comment"),
    ]


def test_comments_have_a_column_beside_each_vendor_that_can_be_written_into():
    sheet = written(forms.handout(comments=True))
    assert texts(sheet, 5)[5:] == ["A社", "A社 所見", "B社", "B社 所見", "C社", "C社 所見"]
    row = row_of(sheet, "aim")
    unlocked = [not sheet.cell(row, column).protection.locked for column in range(1, 12)]
    assert unlocked == [False] * 5 + [True] * 6
    assert sheet.cell(row, 7).coordinate not in rules(sheet)


def test_the_column_of_notes_is_there_where_there_are_notes():
    without = "criteria: [{id: a, points: 10, score: {method: marks}}]"
    assert texts(written(forms.handout(without)), 5)[:4] == ["ID", "審査項目", "配点", "採点方法"]
    sheet = written(forms.handout())
    assert sheet.cell(row_of(sheet, "plan"), 3).value == "業務の目的を理解し、実現性のある計画か。"


def test_names_stand_above_the_ids_of_vendors_that_have_one():
    named = tuple(forms.vendor(each, name=f"{each}株式会社") for each in "甲乙")
    assert texts(written(forms.handout(vendors=named)), 4)[5:] == ["甲株式会社", "乙株式会社"]
    assert not any(texts(written(forms.handout()), 4))
    letters = tuple(forms.vendor(each, name="株", label=label) for each, label in ("甲A", "乙B"))
    sheet = written(forms.handout(vendors=letters))
    assert not any(texts(sheet, 4))
    assert texts(sheet, 5)[5:] == ["A", "B"]


def test_a_name_that_would_read_as_the_heading_of_the_ids_is_left_out():
    vendors = (forms.vendor("A", name="ID"), forms.vendor("B", name="ベータ"))
    assert texts(written(forms.handout(vendors=vendors)), 4)[5:] == [None, "ベータ"]


@pytest.mark.parametrize(
    ("heading", "can"),
    [
        ("A社", True),
        ("コメント", True),
        ("所見株式会社", True),
        ("合計", False),
        ("ｔｏｔａｌ", False),
        ("項目ID", False),
        ("所見", False),
        ("A社所見 ", False),
        ("A COMMENT", False),
        ("A社コメント", False),
    ],
)
def test_what_the_reader_takes_for_something_else_heads_no_column(heading, can):
    assert can_head_a_column(heading) == can


def test_groups_stand_as_headings_over_what_is_theirs():
    sheet = written(forms.handout())
    rows = [(cell.value, sheet.cell(cell.row, 2).value) for cell in sheet["A"] if cell.row > 5]
    assert rows[:6] == [
        ("technical", "技術点"),
        ("plan", "実施計画"),
        ("aim", "目的の理解"),
        ("steps", "工程"),
        ("risk", "リスク"),
        ("team", "実施体制"),
    ]
    fills = [sheet.cell(row, 1).fill.start_color.rgb for row in (6, 7, 8)]
    assert len(set(fills)) == 3
    assert sheet.cell(6, 2).font.bold
    assert not sheet.cell(8, 2).font.bold
    assert [sheet.cell(row, 2).alignment.indent for row in (6, 7, 8)] == [0, 1, 2]


def test_points_and_the_way_of_marking_stand_in_every_row():
    sheet = written(forms.handout())
    told = {cell.value: tuple(texts(sheet, cell.row)[3:5]) for cell in sheet["A"] if cell.row > 5}
    assert told["technical"] == (150, None)
    assert told["aim"] == (20, "0～20（0.5刻み）")
    assert told["lead"] == (20, "A、B、C、D、E")
    assert told["scaled"] == (20, "0～5（整数）")
    assert told["met"] == (0, "○または×")


def test_subtotals_and_the_total_are_live_formulas_with_their_value():
    sheet = written(forms.handout())
    plan, team, total = row_of(sheet, "plan"), row_of(sheet, "team"), labelled(sheet, "合計")
    assert sheet.cell(plan, 6).value == f'=IF(COUNTA(F{plan + 1}:F{plan + 3})=0,"",SUM(F{plan + 1}:F{plan + 3}))'  # fmt: skip
    assert sheet.cell(team, 8).value.startswith(f'=IF(COUNTA(H{team + 1}:H{team + 3})=0,"",')
    assert sheet.cell(total, 7).value.endswith(',"",SUM(G6))')
    assert sheet.cell(total, 4).value == 150
    stored = written(forms.handout(), data_only=True)
    assert stored.cell(plan, 6).value in (None, "")
    assert stored.cell(total, 7).value in (None, "")


def test_what_is_filled_and_missing_is_counted_for_each_vendor_and_for_the_sheet():
    sheet, stored = written(forms.handout()), written(forms.handout(), data_only=True)
    row = labelled(sheet, "未記入")
    assert sheet.cell(row, 6).value == "=COUNTBLANK(F8:F10)+COUNTBLANK(F12:F17)"
    assert [stored.cell(row, column).value for column in (6, 7, 8)] == [9, 9, 9]
    assert stored["F2"].value == "記入済 0 / 27\n未記入 27"
    assert sheet["F2"].value.startswith("=")
    assert f"27-SUM(F{row},G{row},H{row})" in sheet["F2"].value
    assert conditions(sheet)[f"F{row}"] == [(f"F{row}>0", None)]


def test_all_but_the_marks_is_locked_without_a_password():
    sheet = written(forms.handout())
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    open_cells = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    marked = [cell.row for cell in sheet["A"] if cell.row > 5 and sheet.cell(cell.row, 5).value]
    assert open_cells == {f"{column}{row}" for row in marked for column in "FGH"}
    assert len(open_cells) == 27


def test_every_mark_has_its_rule_and_nothing_else_has_one():
    sheet = written(forms.handout())
    found = rules(sheet)
    assert len(found) == 27
    kinds = {
        each: (found[f"G{row_of(sheet, each)}"].type, found[f"G{row_of(sheet, each)}"].formula1)
        for each in ("aim", "steps", "risk", "lead", "words", "gaps", "scaled", "met")
    }
    first = row_of(sheet, "aim")
    assert kinds == {
        "aim": (
            "custom",
            (
                f"IF(ISNUMBER(F{first}),AND(F{first}>=0,F{first}<=20,"
                f"ABS(ROUND((F{first}-(0))*2,0)-(F{first}-(0))*2)<0.000001),FALSE)"
            ),
        ),
        "steps": ("whole", "0"),
        "risk": ("decimal", "0"),
        "lead": ("list", '"A,B,C,D,E"'),
        "words": ("list", "'procscore'!$D$1:$D$4"),
        "gaps": ("list", '"10,6,3,0"'),
        "scaled": ("whole", "0"),
        "met": ("list", '"○,×"'),
    }
    steps = found[f"H{row_of(sheet, 'steps')}"]
    assert (steps.operator or "between", steps.formula2) == ("between", "20")


@pytest.mark.parametrize(
    ("lang", "complaint"),
    [
        ("en", "This cannot be entered here. It must be: 0 to 20, whole numbers."),
        ("ja", "0～20（整数）"),
    ],
)
def test_a_mark_outside_the_rule_is_refused_with_a_sentence_in_the_readers_language(
    lang, complaint
):
    language.use(lang)
    sheet = written(forms.handout())
    row = row_of(sheet, "steps")
    rule = rules(sheet)[f"F{row}"]
    assert rule.showErrorMessage
    assert rule.errorStyle in (None, "stop")
    assert complaint in rule.error
    assert rule.showInputMessage
    assert rule.prompt
    assert rule.error.isascii() == (lang == "en")


def test_what_is_marked_alike_has_one_rule_of_each_cell():
    """A formula is that of the first cell, from which Excel moves it on."""
    text = "criteria:\n" + "".join(
        f"  - {{id: c{n}, points: 10, score: {{method: marks, step: {step}}}}}\n"
        for n, step in enumerate(("0.5", "0.5", "0.5", "1", "0.5"))
    )
    sheet = written(forms.handout(text))
    by_range = {str(r.sqref): r.formula1 for r in sheet.data_validations.dataValidation}
    assert {each: "E6" in formula for each, formula in by_range.items()} == {
        "E6:G8 E10:G10": True,
        "E9:G9": False,
    }
    assert by_range["E9:G9"] == "0"
    assert len(rules(sheet)) == 15


def test_what_is_pasted_over_the_rule_turns_red_and_what_is_filled_turns_white():
    sheet = written(forms.handout())
    found = conditions(sheet)
    row = row_of(sheet, "steps")
    wrong, filled = found[f"F{row}"]
    assert wrong == (
        (
            f'IF(F{row}="",FALSE,NOT(IF(ISNUMBER(F{row}),AND(F{row}>=0,F{row}<=20,'
            f"ABS(ROUND((F{row}-(0))*1,0)-(F{row}-(0))*1)<0.000001),FALSE)))"
        ),
        looks.WRONG["bg_color"][1:],
    )
    first = min(int(cell[1:]) for cell in rules(sheet))
    assert filled == (f'F{first}<>""', looks.FILLED["bg_color"][1:])
    marks = set(rules(sheet))
    assert marks <= set(found)


def test_headings_and_first_columns_stay_in_sight_and_are_repeated_in_print():
    sheet = written(forms.handout())
    assert sheet.freeze_panes == "F6"
    assert sheet.print_title_rows == "$4:$5"
    assert sheet.print_title_cols == "$A:$E"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToHeight == 0
    assert "試験 採点表 福井 一郎" in sheet.oddFooter.left.text


def test_few_vendors_go_on_a_page_upright_and_many_on_several_across():
    few = forms.handout("criteria: [{id: a, points: 10, score: {method: marks}}]")
    sheet = written(few)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) in (
        *(("portrait", 1), ("portrait", None)),
    )
    many = forms.handout(vendors=tuple(forms.vendor(f"提案者{n}") for n in range(30)))
    sheet = written(many)
    assert sheet.page_setup.orientation == "landscape"
    columns = sheet.column_dimensions.values()  # those of one width are one entry
    wide = [each.width for each in columns for _ in range(each.min, each.max + 1)]
    pages, first = sheet.page_setup.fitToWidth, sum(wide[:5])
    assert len(wide) == 35
    assert pages > 1
    room = geometry.WIDEST_LANDSCAPE - first
    assert pages - 1 < sum(wide[5:]) / room <= pages
    assert texts(sheet, 5)[5:] == [each.id for each in many.vendors]


def test_a_long_name_is_wrapped_and_not_as_wide_as_it_is_long():
    long = "株式会社アルファ情報システムズ東京支社第二営業本部自治体営業部"
    sheet = written(forms.handout(vendors=(forms.vendor(long), forms.vendor("B"))))
    assert width(long) > sheet.column_dimensions["F"].width + 5
    assert sheet.row_dimensions[5].height > written(forms.handout()).row_dimensions[5].height
    assert sheet["F5"].alignment.wrap_text


def test_an_evaluator_signs_its_sheet_and_nobody_another():
    handout = forms.handout()
    signed = {"採点日：", "署名："}
    assert signed <= {cell.value for cell in written(handout)["B"]}
    for kind in ("secretariat", "consensus"):
        sheet = written(handout, form_of(handout, kind, who=""))
        assert not signed & {cell.value for cell in sheet["B"]}
        assert "審査委員" not in sheet["A2"].value


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_signed_is_read_back_as_that(lang):
    language.use(lang)
    sheet = written(forms.handout())
    labels = [cell.value for cell in sheet["B"]][-2:]
    known = {key(word) for word in SIGNED_ROWS}
    assert [key(re.sub("[:：]$", "", label)) in known for label in labels] == [True, True]
    assert [label[-1] for label in labels] == [":" if lang == "en" else "："] * 2


def test_an_evaluator_who_ranks_without_ties_has_a_row_for_it():
    sheet = written(forms.handout(RANKED))
    row = row_of(sheet, "順位")
    assert row == labelled(sheet, "合計") + 1
    rule = rules(sheet)[f"E{row}"]
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "1", "3")
    assert not sheet.cell(row, 5).protection.locked
    assert "「順位」" in sheet["A3"].value
    assert "順位" not in [cell.value for cell in written(forms.handout())["A"]]
    handout = forms.handout(RANKED)
    assert "順位" not in [
        cell.value for cell in written(handout, form_of(handout, "secretariat"))["A"]
    ]


def test_the_counter_does_not_count_the_row_of_ranks():
    stored = written(forms.handout(RANKED), data_only=True)
    assert stored.cell(labelled(stored, "未記入"), 5).value == 1


@pytest.mark.parametrize(("taken", "row"), [("順位", "rank"), ("RANK", "順位")])
def test_a_criterion_that_is_called_rank_leaves_the_other_word_for_the_row(taken, row):
    text = RANKED.replace("id: plan", f"id: {taken}")
    sheet = written(forms.handout(text))
    assert [cell.value for cell in sheet["A"] if cell.row > 5][:3] == [taken, None, row]


def test_texts_that_look_like_something_else_stay_texts():
    nasty = ['=HYPERLINK("http://x","y")', "+1", "@x", "<r>x</r>", "a & b", "-1", "{=1}"]
    text = "criteria:\n" + "".join(
        f"  - {{id: c{n}, name: {each!r}, note: {each!r}, points: 1, score: {{method: marks}}}}\n"
        for n, each in enumerate(nasty)
    )
    vendors = tuple(forms.vendor(each) for each in nasty)
    procurement = forms.Procurement(forms.WHERE, title="=1+1")
    handout = forms.handout(text, vendors=vendors, procurement=procurement)
    sheet = written(handout, form_of(handout, who="=2+2"))
    for column in (2, 3):
        cells = [sheet.cell(row, column) for row in range(6, 6 + len(nasty))]
        assert [cell.value.strip() for cell in cells] == nasty
        assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value.strip() for cell in sheet[5][5:]] == nasty
    assert {cell.data_type for cell in sheet[5][5:]} == {"s"}
    assert sheet["A1"].data_type == sheet["A2"].data_type == "s"


def test_a_form_of_marks_that_override_counts_no_blanks_and_has_comments():
    handout = forms.handout("criteria: [{id: a, points: 5}]\npanel: {consensus: overrides}")
    sheet = written(handout, form_of(handout, "consensus", who=""))
    labels = {cell.value for cell in sheet["B"]}
    assert "未記入" not in labels
    assert "未記入" in {cell.value for cell in written(handout)["B"]}
    assert [each for each in texts(sheet, 5) if each and each.endswith("所見")] == [
        f"{vendor.id} 所見" for vendor in handout.to_mark
    ]
