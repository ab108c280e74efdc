"""What a form takes is what `evaluate` takes: the formulas are computed by LibreOffice."""

from fractions import Fraction

import pytest
from openpyxl import load_workbook

from procscore import language, xlsx
from procscore.exact import decimal_text
from procscore.model.scores import Check, Grades
from procscore.sheets import marking
from procscore.sheets.marking import CELL, MARKS, POINTS
from support import books, forms, values

SHEET = values.sheet(forms.EVERY_KIND)
LEAVES = {leaf.id: leaf for leaf in SHEET.leaves if leaf.marked_by}
CANDIDATES = [
    *(Fraction(n, 4) for n in range(-16, 90)),
    "A",
    "a",
    "E",
    "F",
    "優",
    "良,可",
    '"並"',
    "秀",
    "○",
    "×",
    "△",
    "x",
    "10点",
]


def taken(leaf, typed):
    """Tell whether procscore takes what is typed for `leaf`."""
    match leaf.score:
        case Grades(scale=scale):
            known = {grade.casefold() for grade in SHEET.scales[scale]}
            return str(typed).casefold() in known
        case Check():
            return typed in ("○", "×")
        case score:
            return isinstance(typed, Fraction) and score.fault(leaf.points, typed) is None


@pytest.fixture(scope="module")
def computed(tmp_path_factory):
    """Return what LibreOffice makes of the formulas: wrong, rule and worth by leaf and candidate."""
    path = tmp_path_factory.mktemp("marking") / "formulas.xlsx"
    book = xlsx.Book()
    plain = xlsx.Style()
    for leaf in LEAVES.values():
        page = book.page(leaf.id)
        told = marking.marking(SHEET, leaf)
        for row, typed in enumerate(CANDIDATES, start=1):
            page.put(row, 1, typed, plain)
            page.put(row, 2, leaf.points, plain)
            cell = f"A{row}"
            formulas = [f"={told.wrong.replace(CELL, cell)}", told.rule.formula.replace(CELL, cell)]
            formulas.append(
                "=" + (told.worth or "0").replace(MARKS, cell).replace(POINTS, f"B{row}")
            )
            for column, formula in enumerate(formulas, start=3):
                if formula:
                    page.put(row, column, xlsx.Formula(formula, "not computed"), plain)
    path.write_bytes(book.content)
    load_workbook(path).save(path)  # without the stored values, so that all is computed anew
    saved = load_workbook(books.saved_by_libreoffice(path), data_only=True)
    return {
        leaf: [tuple(cell.value for cell in row[2:5]) for row in saved[leaf].iter_rows(max_col=5)]
        for leaf in LEAVES
    }


@pytest.mark.parametrize("leaf", LEAVES)
def test_what_is_shown_as_wrong_is_what_evaluate_refuses(leaf, computed):
    wrong = [bool(row[0]) for row in computed[leaf]]
    assert wrong == [not taken(LEAVES[leaf], typed) for typed in CANDIDATES]
    assert True in wrong
    assert False in wrong


@pytest.mark.parametrize(
    "leaf", [each for each in LEAVES if marking.marking(SHEET, LEAVES[each]).rule.formula]
)
def test_a_rule_by_formula_takes_what_evaluate_takes(leaf, computed):
    rule = [bool(row[1]) for row in computed[leaf]]
    assert rule == [taken(LEAVES[leaf], typed) for typed in CANDIDATES]


@pytest.mark.parametrize("leaf", LEAVES)
def test_what_a_mark_is_worth_is_what_it_scores(leaf, computed):
    about = LEAVES[leaf]
    for typed, (_, _, worth) in zip(CANDIDATES, computed[leaf], strict=True):
        if not taken(about, typed):
            continue
        match about.score:
            case Check():
                expected = Fraction(0)
            case Grades(scale=scale):
                grade = next(
                    g for g in SHEET.scales[scale] if g.casefold() == str(typed).casefold()
                )
                expected = SHEET.grade_value(scale, grade) * about.points
            case score:
                expected = typed * about.points / score.full(about.points)
        assert abs(Fraction(worth) - expected) < Fraction(1, 10**9)


def test_rules_by_range_are_the_range_of_the_marks():
    rule = marking.marking(SHEET, LEAVES["steps"]).rule
    assert (rule.kind, rule.lowest, rule.highest) == ("whole", 0, 20)
    rule = marking.marking(SHEET, LEAVES["risk"]).rule
    assert (rule.kind, rule.lowest, rule.highest) == ("decimal", 0, 20)
    rule = marking.marking(SHEET, LEAVES["gaps"]).rule
    assert (rule.kind, rule.choices) == ("list", ("10", "6", "3", "0"))


@pytest.mark.parametrize(
    ("leaf", "in_english", "in_japanese"),
    [
        ("aim", "0 to 20 in steps of 0.5", "0～20（0.5刻み）"),
        ("steps", "0 to 20, whole numbers", "0～20（整数）"),
        ("risk", "0 to 20", "0～20"),
        ("lead", "A, B, C, D, E", "A、B、C、D、E"),
        ("gaps", "one of 10, 6, 3, 0", "10、6、3、0のいずれか"),
        ("scaled", "0 to 5, whole numbers", "0～5（整数）"),
        ("met", "○ or ×", "○または×"),
        ("hearing", "-2 to 10 in steps of 3", "-2～10（3刻み）"),
    ],
)
def test_how_to_mark_is_told_in_both_languages(leaf, in_english, in_japanese):
    told = marking.marking(SHEET, LEAVES[leaf]).told
    assert str(told) == in_english
    language.use("ja")
    assert str(told) == in_japanese


def test_only_choices_that_fit_no_list_need_a_range():
    need = {
        leaf for leaf in LEAVES if marking.needs_range(marking.marking(SHEET, LEAVES[leaf]).rule)
    }
    assert need == {"words"}


def test_only_unscaled_numbers_are_added_as_they_stand():
    plain = {leaf for leaf in LEAVES if marking.plain_sum(marking.marking(SHEET, LEAVES[leaf]))}
    assert plain == {"aim", "steps", "risk", "gaps", "hearing", "agreed", "record"}


def test_what_is_computed_is_on_no_form():
    (price,) = SHEET.price_leaves
    with pytest.raises(TypeError):
        marking.marking(SHEET, price)


@pytest.mark.parametrize(
    ("text", "value"), [("3", 3), ("0.5", Fraction(1, 2)), ("A", "A"), ("3点", "3点")]
)
def test_a_choice_is_a_number_where_it_is_one(text, value):
    assert marking.value_of(text) == value
    assert decimal_text(Fraction(1, 2)) == "0.5"
