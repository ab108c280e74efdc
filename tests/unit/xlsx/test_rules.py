import warnings
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore import xlsx
from procscore.xlsx import Book, Rule


def test_a_rule_that_excel_would_not_take_is_an_error():
    book = Book()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(ValueError, match="choices"):
            book.page("s").allow([((1, 1), (1, 1))], Rule("list", choices=("x" * 300,)))


def test_long_prompts_are_cut_and_the_rule_stays():
    book = Book()
    page = book.page("s")
    page.allow(
        [((1, 1), (1, 1))],
        Rule("whole", 0, 5, title="見出し" * 20, prompt="説明" * 200, complaint="誤り" * 200),
    )
    (rule,) = load_workbook(BytesIO(book.content))["s"].data_validations.dataValidation
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "0", "5")
    assert len(rule.prompt) == len(rule.error) == 255
    assert len(rule.promptTitle) == 32


@pytest.mark.parametrize(
    ("choices", "fits"),
    [
        (("A", "B"), True),
        (("a,b", "c"), False),
        (('"並"', "c"), False),
        ((" a", "b"), False),
        (("字" * 126, "字" * 128), True),
        (("字" * 127, "字" * 128), False),
    ],
)
def test_choices_fit_a_list_if_nothing_in_them_separates_and_they_are_short(choices, fits):
    assert xlsx.fits_a_list(choices) == fits
