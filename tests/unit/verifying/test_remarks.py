"""Remarks of the program on the sheet 記録."""

import pytest

from procscore import language
from procscore.model.published import Grid, Held
from procscore.verifying.remarks import without_remarks

REMARK = ("note", "bids.xlsx [Panel] A4", "Somebody is absent. [evaluator-absent]")
HEADING = ("What the program remarked",)


def left(*rows):
    cells = {
        row: {column: Held(text) for column, text in enumerate(texts, start=1) if text}
        for row, texts in enumerate(rows, start=1)
    }
    return list(without_remarks(Grid("Record", cells)).rows)


def test_remarks_are_left_out_with_their_heading_and_what_is_continued():
    rows = [("A rule.",), HEADING, REMARK, ("", "", "and more of it"), ("", "", "and the end")]
    assert left(*rows) == [1]


@pytest.mark.parametrize(
    "row",
    [
        ("Preferred bidder: B社",),
        ("", "", "Preferred bidder: B社"),
        (REMARK[0], REMARK[1], "Preferred bidder: B社 [no-such-code]"),
        (REMARK[0], REMARK[1], "Preferred bidder: B社"),
        ("said", *REMARK[1:]),
        (*REMARK, "B社"),
    ],
)
def test_what_has_not_the_form_of_a_remark_stays_below_the_heading(row):
    assert left(HEADING, row) == [2]


def test_remarks_are_known_in_the_language_that_is_spoken():
    language.use("ja")
    rows = [("プログラムの指摘事項",), ("注記", "x", "欠席です。 [evaluator-absent]")]
    assert left(*rows) == []
    assert left(REMARK) == [1]
