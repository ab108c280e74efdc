import json
from pathlib import Path

import pytest

from procscore import pipeline
from procscore.diagnostics import Diagnostic, Location
from procscore.export.check_formats import CHECK_FORMATS, as_github, as_json
from procscore.model.checked import Checked, Linted
from support import books, linted
from support.submissions import CRITERIA, some_missing

HAS = linted.HOME / "ties-can-stay" / "has.yaml"


@pytest.fixture
def checked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    books.hand_in(Path(), some_missing(), CRITERIA)
    Path("sheet.yaml").write_bytes(HAS.read_bytes())
    return pipeline.check_all(["sheet.yaml"], [Path("bids.xlsx")])


def test_json_holds_everything_that_was_found_by_its_place(checked):
    text = as_json(checked)
    assert text.isascii()
    content = json.loads(text)
    assert content["procscore"] == "check/1"
    (sheet,) = content["sheets"]
    assert sheet == {
        "reference": "sheet.yaml",
        "id": "rei",
        "title": "ポータルアプリ開発業務 審査基準書",
        "counts": {"warning": 1},
    }
    assert content["books"] == ["bids.xlsx"]
    assert len(content["findings"]) == len(checked.findings)
    first, found = content["findings"][0], checked.findings[0]
    assert first == {
        "code": "ties-can-stay",
        "severity": "warning",
        "file": "sheet.yaml",
        "line": found.where.row,
        "column": found.where.column,
        "message": found.message,
        "hint": found.hint,
        "why": found.why,
    }
    in_a_cell = next(each for each in content["findings"] if each["code"] == "cell-unit")
    assert {"sheet", "cell"} <= in_a_cell.keys()
    assert "line" not in in_a_cell
    assert content["counts"]["error"] == checked.submissions.errors


def test_json_says_who_has_handed_in_what(checked):
    found = json.loads(as_json(checked))["submissions"]
    assert (found["complete"], found["criteria"]) == (False, checked.submissions.criteria.id)
    rows = {each["evaluator"]: each for each in found["rows"]}
    for row in checked.submissions.rows:
        told = rows[row.evaluator and row.evaluator.id]
        assert (told["state"], told["owed"], told["given"]) == (row.state, row.owed, row.given)
        assert [
            (each["vendor"], each["criterion"], each.get("cell")) for each in told["blank"]
        ] == [(each.vendor, each.criterion, each.where.cell) for each in row.blank]
    assert any(each["blank"] for each in rows.values())


def test_json_without_workbooks_or_without_a_sheet_has_nothing_of_them():
    content = json.loads(as_json(Checked((Linted("none.yaml", None, ()),))))
    assert content["sheets"] == [
        {"reference": "none.yaml", "id": None, "title": None, "counts": {}}
    ]
    assert (content["submissions"], content["findings"], content["counts"]) == (None, [], {})


def test_github_shows_a_line_a_finding_beside_its_line(checked):
    found = checked.findings[0]
    assert as_github(checked).splitlines()[0] == (
        f"::warning file=sheet.yaml,line={found.where.row},col={found.where.column},"
        f"title=ties-can-stay::{found.message} {found.hint}"
    )


def test_github_is_told_the_cell_and_who_still_owes_marks(checked):
    lines = as_github(checked).splitlines()
    unit = next(each for each in checked.findings if each.code == "cell-unit")
    start = f"::error file=bids.xlsx,title=cell-unit::[{unit.where.sheet}] {unit.where.cell}: "
    assert any(line.startswith(start) for line in lines)
    owing = [line for line in lines if "title=marks-" in line]
    states = [row.state for row in checked.submissions.rows]
    wanted = [each for each in states if each in ("faulty", "incomplete", "missing")]
    assert [line.partition("title=marks-")[2].partition("::")[0] for line in owing] == wanted
    assert all(line.startswith("::error file=bids.xlsx,") for line in owing)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("minimum-unreachable", "error"),
        ("ties-can-stay", "warning"),
        ("declared-unused", "notice"),
        ("evaluator-recused", "notice"),
    ],
)
def test_each_severity_has_a_level(code, level):
    details = dict.fromkeys(("what", "needed", "most", "of", "how", "instead", "id"), "x")
    details |= dict.fromkeys(("evaluator", "vendor"), "x")
    one = Diagnostic(code, Location("c.yaml", row=1, column=2), details)
    assert as_github(Checked(diagnostics=(one,))).startswith(f"::{level} file=c.yaml,line=1,col=2,")


def test_signs_that_github_reads_are_escaped():
    where = Location("a,b:c%.yaml", row=1, column=2)
    one = Diagnostic("declared-unused", where, {"id": "50%\r\nof :, it"})
    assert as_github(Checked(diagnostics=(one,))).startswith(
        "::notice file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=declared-unused::“50%25%0D%0Aof :, it” is"
    )


def test_a_file_as_a_whole_has_no_line():
    one = Diagnostic("workbook-missing", Location("bids.xlsx"), {})
    assert as_github(Checked(diagnostics=(one,))).startswith(
        "::error file=bids.xlsx,title=workbook-missing::"
    )


def test_the_formats_are_those_of_the_command():
    assert {"json": as_json, "github": as_github} == CHECK_FORMATS
