import pytest

from procscore import pipeline
from procscore.cli.main import main
from procscore.model.checked import Checked
from support import books, linted, stages
from support.submissions import CRITERIA, some_missing

HAS = linted.HOME / "ties-not-stated" / "has.yaml"


def check(folder, sheets, *options, criteria=books.CRITERIA):
    return main(["check", str(books.hand_in(folder, sheets, criteria)), *options])


def test_all_there_is_0_and_nothing_is_ranked(tmp_path, capsys):
    assert check(tmp_path, books.valid()) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "Everything is there: procscore evaluate …" in shown.out
    assert "Rank" not in shown.out


@pytest.mark.parametrize(
    "sheets",
    [
        books.without("採点_委員2"),
        books.with_cells({"採点_委員2": {"D2": None}}),
        books.with_cells({"採点_委員2": {"D2": 41}}),
        books.with_cells({"提案者": {"C2": "#N/A"}}),
    ],
    ids=["sheet missing", "blank", "error in a sheet", "error elsewhere"],
)
def test_what_is_still_to_be_done_is_1(tmp_path, capsys, sheets):
    assert check(tmp_path, sheets) == 1


def test_the_list_is_shown_with_the_errors_that_it_does_not_name(tmp_path, capsys):
    assert check(tmp_path, some_missing(), criteria=CRITERIA) == 1
    shown = capsys.readouterr()
    assert "委員3 敦賀 次郎" in shown.out
    for code in ("mark-above-maximum", "cell-unit", "evaluator-absent", "evaluator-recused"):
        assert shown.err.count(f"[{code}]") == 1
    assert "mark-blank" not in shown.err
    assert "evaluator-sheet-missing" not in shown.err
    assert shown.err.splitlines()[-1] == "To be corrected before anything is ranked. Errors: 2"


def test_blanks_alone_are_told_in_the_list_alone(tmp_path, capsys):
    assert check(tmp_path, books.with_cells({"採点_委員2": {"D2": None}})) == 1
    assert capsys.readouterr().err == ""


def test_quiet_leaves_out_notes_and_keeps_the_list(tmp_path, capsys):
    check(tmp_path, some_missing(), "--quiet", criteria=CRITERIA)
    shown = capsys.readouterr()
    assert "委員3 敦賀 次郎" in shown.out
    assert "evaluator-absent" not in shown.err
    assert "mark-above-maximum" in shown.err


def test_without_vendors_nothing_is_told_but_why(tmp_path, capsys):
    assert check(tmp_path, books.without("提案者")) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines()[-1] == "Who has handed in what cannot be told yet. Errors: 1"


def test_a_file_that_is_not_there_is_4_unless_marks_are_missing_too(tmp_path, capsys):
    none = str(tmp_path / "none.xlsx")
    assert main(["check", none]) == 4
    assert check(tmp_path, books.valid(), none) == 4
    assert check(tmp_path, books.without("採点_委員2"), none) == 1


def test_a_part_is_asked_for_as_for_evaluate(tmp_path, monkeypatch):
    asked = []

    def told(_sheets, _books, criteria, part, _progress):
        asked.append((criteria, part))
        return Checked()

    monkeypatch.setattr(pipeline, "check_all", told)
    for options in (
        [],
        ["--stage", "first"],
        ["--technical-only"],
        ["--criteria", "other.yaml"],
    ):
        main(["check", "bids.xlsx", *options])
    assert asked == [
        (None, pipeline.WHOLE),
        (None, pipeline.Part(stage="first")),
        (None, pipeline.Part(technical_only=True)),
        ("other.yaml", pipeline.WHOLE),
    ]


@pytest.mark.parametrize(
    "options", [["--stage", "first"], ["--technical-only"], ["--criteria", "x.yaml"]]
)
def test_what_is_said_of_workbooks_needs_one(options, capsys):
    assert main(["check", str(HAS), *options]) == 2
    assert f"{options[0]} is for workbooks, and none is named." in capsys.readouterr().err


def test_an_unknown_format_is_a_wrong_call(capsys):
    assert main(["check", str(HAS), "--format", "xml"]) == 2
    assert "There is no format “xml”; there are: text, json, github." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 0), (["--strict"], 1), (["--strict", "--quiet"], 1), (["--quiet"], 0)],
)
def test_warnings_fail_where_asked_to(options, code, capsys):
    assert main(["check", str(HAS), *options]) == code
    assert ("[ties-not-stated]" in capsys.readouterr().out) == (options != ["--quiet"])


def test_warnings_of_workbooks_fail_where_asked_to(tmp_path, capsys):
    alike = books.with_cells({"提案者": {"B2": "アルファシステム", "B3": "アルフアシステム"}})
    assert check(tmp_path, alike) == 0
    assert check(tmp_path, alike, "--strict") == 1
    capsys.readouterr()
    assert check(tmp_path, alike, "--strict", "--quiet") == 1
    assert "[names-look-alike]" in capsys.readouterr().err


def test_advice_never_fails(capsys):
    advised = linted.HOME / "ties-by-people" / "has.yaml"
    assert main(["check", str(advised), "--strict"]) == 0
    assert "[ties-by-people]" in capsys.readouterr().out
    assert main(["check", str(advised), "--strict", "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_an_error_of_a_sheet_fails(capsys):
    assert main(["check", str(linted.HOME / "minimum-unreachable" / "has.yaml"), "-q"]) == 1
    assert "[minimum-unreachable]" in capsys.readouterr().out


def test_a_sheet_that_is_not_there_is_4_and_one_that_a_workbook_names_is_1(tmp_path, capsys):
    none = str(tmp_path / "none.yaml")
    assert main(["check", none]) == 4
    book = str(books.hand_in(tmp_path, books.valid()))
    (tmp_path / "criteria.yaml").unlink()
    assert main(["check", book]) == 1
    assert main(["check", none, str(tmp_path / "none.xlsx")]) == 4


def test_a_first_stage_is_complete_without_the_second(tmp_path, capsys):
    sheets = stages.first_only()
    assert check(tmp_path, sheets, "--stage", "first", criteria=stages.CRITERIA) == 0
    assert capsys.readouterr().err == ""
