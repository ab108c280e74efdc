import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.export.pages.sheet_names import sheet_names
from procscore.xlsx import sheet_name_fault


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["配点", "規定"], ["配点", "規定"]),
        (["a/b: [c]?"], ["a b c"]),
        (["'quoted'"], ["quoted"]),
        (["Weights", "weights", "WEIGHTS"], ["Weights", "weights (2)", "WEIGHTS (3)"]),
        (["", "  ", "History"], ["1", "2", "3"]),
        (["2", ""], ["2", "2 (2)"]),
        (["あ" * 40, "あ" * 40], ["あ" * 31, "あ" * 27 + " (2)"]),
        (["𠮟" * 20], ["𠮟" * 15]),
        (["two\nlines"], ["two lines"]),
    ],
)
def test_titles_become_names(titles, names):
    assert sheet_names(titles) == names


@given(st.lists(st.text(max_size=40), max_size=5))
def test_excel_takes_every_name_and_none_twice(titles):
    names = sheet_names(titles)
    assert not any(map(sheet_name_fault, names))
    assert len({name.casefold() for name in names}) == len(titles)
