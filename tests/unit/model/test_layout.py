"""The layout as a model: what it says, in which ways, and for which rows and columns."""

import pytest

from procscore.model.layout import LAYOUT_KEY, Layout

LEAST = {LAYOUT_KEY: "1", "marks": "D6:H25"}


def _layout(**more):
    return Layout.model_validate({**LEAST, **more})


def test_one_entry_may_stand_for_a_list_of_one():
    layout = _layout(vendor={"row": "5"}, criterion={"column": ["A", "B"]}, skip="備考")
    assert (layout.lines("vendor"), layout.lines("criterion"), layout.lines("evaluator")) == (
        *((5,), (1, 2), ()),
    )
    assert layout.skip == ("備考",)
    assert len(_layout(marks=["D6:D9", "F6:F9"]).marks) == 2


@pytest.mark.parametrize(
    ("more", "ways"),
    [
        ({}, ()),
        ({"vendor": {"row": "5"}}, ("row",)),
        ({"vendor": {"cell": "B3"}}, ("cell",)),
        ({"vendor": {"name": "A社"}}, ("name",)),
        ({"vendor": {"like": "<vendor>"}}, ()),
        ({"sheets": "<vendor>"}, ("sheets",)),
        ({"files": "<vendor>", "sheets": "<evaluator>"}, ("files",)),
        ({"files": "<vendor>", "vendor": {"row": "5", "column": "B"}}, ("files", "row", "column")),
    ],
)
def test_the_ways_in_which_it_says_where_something_stands(more, ways):
    assert _layout(**more).ways("vendor") == ways


def test_headings_in_a_column_head_rows():
    layout = _layout(evaluator={"cell": "B3"}, vendor={"row": "5"}, criterion={"column": "B"})
    assert layout.headed("row") == ("criterion",)
    assert layout.headed("column") == ("vendor",)
