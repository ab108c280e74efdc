"""`import procscore`: the same evaluation as the command's, for programs."""

import subprocess
import sys
from fractions import Fraction

import pytest

import procscore
from procscore import pipeline
from support import books, command, linted, stages


def test_an_evaluation_has_exact_points():
    result = procscore.evaluate(command.EXAMPLE)
    assert result.award.winners == ("A社",)
    assert result.vendor("A社").points("technical") == Fraction("692.87")
    assert result.vendor("A社").points_in_all == Fraction("876.87")


def test_a_criteria_sheet_is_loaded_by_id_or_by_path(tmp_path):
    path = tmp_path / "sheet.yaml"
    path.write_text(books.CRITERIA, encoding="utf-8")
    assert procscore.load_criteria("fukui-sakai").points == 1000
    assert procscore.load_criteria(path).id == "small"


def test_bids_are_loaded_with_their_cells(tmp_path):
    bids = procscore.load_bids(books.hand_in(tmp_path, books.valid()))
    assert bids.marks["A社", "plan"][0].where.cell == "D2"


def test_problems_are_raised_together(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][1][3] = 41
    sheets["採点_委員2"][1][3] = -1
    with pytest.raises(procscore.ProblemsError) as raised:
        procscore.evaluate(books.hand_in(tmp_path, sheets))
    assert [each.code for each in raised.value.diagnostics] == [
        "mark-above-maximum",
        "mark-below-minimum",
    ]
    assert "[採点_委員1] D2" in str(raised.value)


def test_what_is_missing_is_told_with_what_else_is_wrong(tmp_path):
    sheets = books.with_cells({"採点_委員1": {"D2": 41}, "採点_委員2": {"E2": None}})
    result = procscore.check(books.hand_in(tmp_path, sheets))
    assert [str(row.state) for row in result.rows] == ["faulty", "incomplete"]
    assert [each.code for each in result.diagnostics] == ["mark-above-maximum"]


def test_a_part_can_be_checked_by_another_sheet(tmp_path):
    book = books.hand_in(tmp_path, stages.first_only(), stages.CRITERIA)
    other = tmp_path / "other.yaml"
    other.write_text(stages.CRITERIA.replace("id: staged", "id: other"), encoding="utf-8")
    result = procscore.check(book, criteria=other, stage="first", technical_only=True)
    assert (result.criteria.id, result.criteria.prices) == ("other", "sealed")
    assert (result.complete, result.diagnostics) == (True, ())


def test_where_nothing_can_be_told_problems_are_raised(tmp_path):
    with pytest.raises(procscore.ProblemsError) as raised:
        procscore.check(books.hand_in(tmp_path, books.without("提案者")))
    assert [each.code for each in raised.value.diagnostics] == ["sheet-missing"]


def test_importing_the_package_does_not_load_the_readers():
    code = "import sys, procscore; print([m for m in ('pydantic', 'openpyxl', 'yaml', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_package_says_that_it_is_typed():
    from importlib.resources import files

    assert files("procscore").joinpath("py.typed").is_file()


def test_a_criteria_sheet_is_linted_and_errors_are_findings_too(tmp_path):
    assert procscore.lint(tmp_path / "none.yaml")[0].code == "criteria-file-missing"
    sheet = tmp_path / "criteria.yaml"
    sheet.write_bytes((linted.HOME / "ties-can-stay" / "has.yaml").read_bytes())
    (found,) = procscore.lint(sheet)
    assert (found.code, found.where.row) == ("ties-can-stay", 23)
    assert "札幌市" in found.why


@pytest.fixture
def published(tmp_path):
    """Return a workbook and its ranking, in a folder of its own."""
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "out" / "ranking.xlsx"
    ranking.parent.mkdir()
    pipeline.export(procscore.evaluate(book), [ranking])
    return book, ranking


def test_points_are_explained_from_workbooks_or_from_a_result(published):
    for each in published:
        found = procscore.explain(each, vendor="A社", criterion="price", against="B社")
        assert (found.vendor.vendor.id, found.criterion) == ("A社", "price")
        assert found.against.points.by == -8
    sealed = procscore.explain(published[0], vendor="A社", technical_only=True)
    assert sealed.result.part.technical_only
    with pytest.raises(ValueError, match="needs workbooks"):
        procscore.explain(published[1], vendor="A社", technical_only=True)
    with pytest.raises(ValueError, match="A社"):
        procscore.explain(published[0], vendor="A社", against="A社")
    with pytest.raises(procscore.ProblemsError, match="Z社"):
        procscore.explain(published[0], vendor="Z社")


def test_a_ranking_is_verified_from_workbooks_or_from_its_record(published):
    book, ranking = published
    assert procscore.verify(ranking, book).reproduced
    assert procscore.verify(ranking).from_record
    assert not procscore.verify(ranking, book, withdrawn=["A社"]).reproduced
    with pytest.raises(ValueError, match="needs workbooks"):
        procscore.verify(ranking, withdrawn=["A社"])
    with pytest.raises(procscore.ProblemsError, match="no ranking"):
        procscore.verify(book)


def test_what_moved_between_two_is_told(published, tmp_path):
    book, ranking = published
    assert procscore.diff(ranking, book).changes == ()
    sheets = books.with_cells({"採点_委員1": {"D2": 38}})
    changes = procscore.diff(ranking, books.hand_in(tmp_path, sheets)).changes
    assert [(each.kind, each.vendor, each.new.text) for each in changes] == [("mark", "A社", "38")]
    with pytest.raises(procscore.ProblemsError):
        procscore.diff(ranking, tmp_path / "none.xlsx")
