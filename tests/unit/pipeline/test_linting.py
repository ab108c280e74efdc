from pathlib import Path

import pytest

from procscore import pipeline
from procscore.diagnostics import Severity
from procscore.ingest import library
from procscore.pipeline.linting import check_all, lint, sorted_out
from support import books, linted

HAS = linted.HOME / "ties-can-stay" / "has.yaml"


def codes(reference):
    (found,) = lint([str(reference)])
    return [each.code for each in found.diagnostics]


def test_a_finding_stands_where_the_sheet_says_it():
    (found,) = lint([str(HAS)])
    (told,) = found.diagnostics
    assert found.reference == str(HAS)
    assert found.sheet.id == "rei"
    text = HAS.read_text(encoding="utf-8").splitlines()
    assert text[told.where.row - 1][told.where.column - 1 :].startswith("{lot: {if_equal")


def test_what_is_missing_is_told_at_the_nearest_key_and_what_is_declared_at_its_name():
    for code, begins in (("ties-not-stated", "by: points"), ("declared-unused", "sites:")):
        path = linted.HOME / code / "has.yaml"
        (told,) = linted.findings(path)
        line = path.read_text(encoding="utf-8").splitlines()[told.where.row - 1]
        assert line[told.where.column - 1 :].startswith(begins)


def test_the_linter_is_not_asked_of_a_sheet_with_an_error(tmp_path):
    path = tmp_path / "criteria.yaml"
    path.write_text(HAS.read_text(encoding="utf-8").replace("points: 60", "points: 61"), "utf-8")
    assert codes(path) == ["criteria-sum-wrong"]
    (found,) = lint([str(path)])
    assert found.sheet is not None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a: [", "yaml-unreadable"),
        (b"", "yaml-empty"),
        (b"\xff\xfe", "criteria-file-not-utf8"),
        (b"- 1\n", "criteria-wrong-shape"),
        (b"procscore: 9\n", "criteria-missing-key"),
    ],
)
def test_whatever_stands_in_the_file_is_told_and_raises_nothing(tmp_path, content, code):
    path = tmp_path / "criteria.yaml"
    path.write_bytes(content)
    (found,) = lint([str(path)])
    assert found.sheet is None
    assert code in [each.code for each in found.diagnostics]


def test_a_folder_or_nothing_by_that_name_is_told(tmp_path):
    (tmp_path / "folder.yaml").mkdir()
    assert codes(tmp_path / "folder.yaml") == ["file-is-a-folder"]
    assert codes(tmp_path / "none.yaml") == ["criteria-file-missing"]
    assert codes("fukui-sakia") == ["criteria-id-unknown"]


def test_all_problems_of_all_sheets_are_collected(tmp_path):
    found = lint([str(tmp_path / "none.yaml"), str(HAS), "fukui-sakai"])
    assert [each.reference for each in found][1:] == [str(HAS), "fukui-sakai"]
    assert all(each.diagnostics for each in found[:2])


@pytest.mark.parametrize("sheet", library.ids())
def test_no_built_in_sheet_has_an_error_and_places_name_no_machine(sheet):
    (found,) = lint([sheet])
    assert not [each for each in found.diagnostics if each.severity is Severity.ERROR]
    assert {each.where.file for each in found.diagnostics} <= {f"{sheet}.yaml"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("criteria.yaml", "other.yml"):
        Path(name).write_bytes(HAS.read_bytes())
    Path("layout.yaml").write_text("procscore-layout: 1\n", encoding="utf-8")
    books.save(Path("bids.xlsx"), books.valid())
    for name in ("sheets", "mixed", "empty", "kyoto-portal"):
        Path(name).mkdir()
    for name in ("sheets/b.yaml", "sheets/a.yml", "sheets/notes.txt", "mixed/c.yaml"):
        Path(name).write_bytes(HAS.read_bytes())
    books.save(Path("mixed/bids.xlsx"), books.valid())
    return tmp_path


@pytest.mark.parametrize(
    ("named", "sheets", "workbooks"),
    [
        (["criteria.yaml", "other.yml"], ["criteria.yaml", "other.yml"], []),
        (["bids.xlsx", "criteria.yaml"], ["criteria.yaml"], ["bids.xlsx"]),
        (["fukui-sakai", "fukui-sakia"], ["fukui-sakai", "fukui-sakia"], []),
        (["none.yaml", "none.xlsx", "nothing"], ["none.yaml"], ["none.xlsx", "nothing"]),
        (["fukui-sakai.xlsx"], [], ["fukui-sakai.xlsx"]),
        (["kyoto-portal"], [], ["kyoto-portal"]),
        (["sheets"], ["sheets/a.yml", "sheets/b.yaml"], []),
        (["mixed", "empty"], [], ["mixed", "empty"]),
        (["layout.yaml"], [], ["layout.yaml"]),
        (["criteria.yaml", "criteria.yaml"], ["criteria.yaml"], []),
    ],
)
def test_sheets_are_told_from_workbooks(folder, named, sheets, workbooks):
    found = sorted_out([Path(each) for each in named])
    assert found == (tuple(map(str, map(Path, sheets))), tuple(map(Path, workbooks)))


def test_sheets_and_workbooks_are_checked_together(folder):
    found = check_all(["criteria.yaml"], [Path("bids.xlsx")])
    assert [each.code for each in found.sheets[0].diagnostics] == ["ties-can-stay"]
    assert found.books == ("bids.xlsx",)
    alone = pipeline.check([Path("bids.xlsx")])
    assert (found.submissions, found.diagnostics) == (alone.result, alone.diagnostics)


def test_without_workbooks_nothing_is_asked_of_them():
    found = check_all([str(HAS)], [])
    assert (found.books, found.submissions, found.diagnostics) == ((), None, ())
