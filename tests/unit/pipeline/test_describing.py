import pytest

from procscore import pipeline
from procscore.pipeline import describing
from support import books, foreign


@pytest.mark.parametrize("shape", foreign.SHAPES)
def test_a_described_workbook_is_read_by_its_draft_as_by_a_layout_of_hand(tmp_path, shape):
    bids, book = foreign.hand_in(tmp_path, foreign.SHAPES[shape][0](), None)
    drafted = describing.describe(book, beside=bids).result
    (book.parent / "layout.yaml").write_text(drafted.text, encoding="utf-8")
    outcome = pipeline.load_bids([bids, book])
    marks = [mark for given in outcome.result.bids.marks.values() for mark in given]
    assert len(marks) == sum(each.marks for each in drafted.sheets) == 54
    assert all(each.blanks == 0 for each in drafted.sheets)
    foreign.usual_totals(pipeline.evaluate([bids, book]).result)


def test_a_workbook_is_described_with_what_is_known_of_the_procurement(tmp_path):
    bids, book = foreign.hand_in(tmp_path, foreign.by_evaluator(), None)
    assert describing.describe(book, beside=bids).result.compared == {
        *("evaluator", "vendor", "criterion")
    }
    criteria = str(tmp_path / "criteria.yaml")
    assert describing.describe(book, criteria).result.compared == {"criterion"}
    assert describing.describe(book).result.compared == frozenset()


def test_prices_may_be_missing_when_a_workbook_is_described(tmp_path):
    sheets = foreign.head()
    for row in sheets["提案者"]:
        del row[2]
    bids, book = foreign.hand_in(tmp_path, foreign.by_evaluator(), None, sheets=sheets)
    outcome = describing.describe(book, beside=bids)
    assert outcome.diagnostics == ()
    assert len(outcome.result.sheets[0].vendors) == 3


def test_what_a_workbook_should_be_compared_with_has_to_be_there(tmp_path):
    bids, book = foreign.hand_in(tmp_path, foreign.by_evaluator(), None)
    for arguments, code in (
        ((book, "nowhere.yaml"), "criteria-file-missing"),
        ((book, None, tmp_path / "nowhere.xlsx"), "workbook-missing"),
        ((tmp_path / "nowhere.xlsx", None, bids), "workbook-missing"),
        ((book, str(tmp_path / "criteria.yaml"), book), "sheet-missing"),
    ):
        outcome = describing.describe(*arguments)
        assert outcome.result is None
        assert code in books.codes(outcome)


def test_a_draft_is_written_as_the_text_that_is_shown_in_utf8(tmp_path):
    forms, layout = foreign.SHAPES["by_evaluator"]
    book = foreign.save(tmp_path / "採点表.xlsx", forms())
    drafted = describing.describe(book).result
    describing.write_layout(drafted, tmp_path / "layout.yaml")
    assert (tmp_path / "layout.yaml").read_bytes().decode("utf-8") == drafted.text
    assert "採点表" in drafted.text
    assert "procscore-layout: 1" in layout
