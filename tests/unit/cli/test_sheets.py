"""`procscore sheets`: wrong calls are 2, faults 1, files 4, and every one is told in a sentence."""

import os
from pathlib import Path

import pytest

from procscore.cli.main import main
from support import books, command, foreign, forms

GOOD = ("fukui-sakai", "--vendors", "A社,B社", "--evaluators", "2")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def sheets(*arguments):
    return main(["sheets", *arguments])


def test_the_files_are_written_and_named(capsys):
    assert sheets(*GOOD, "--out", "bids.xlsx", "--split", "scores", "--anonymous") == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "bids.xlsx" in shown.out
    assert "workbooks: 2" in shown.out
    assert "bids-key.xlsx" in shown.out
    assert sorted(each.name for each in Path("scores").iterdir()) == [
        "Marks_Evaluator 1.xlsx",
        "Marks_Evaluator 2.xlsx",
    ]
    assert Path("bids.xlsx").is_file()
    assert Path("bids-key.xlsx").is_file()


def test_every_option_reaches_the_sheets():
    path = Path("criteria.yaml")
    path.write_text(
        forms.EVERY_KIND + "stages:\n  - {id: first, name: 一次, criteria: [technical]}\n"
        "  - {id: second, name: 二次, criteria: [hearing, agreed, record, isms, price]}\n",
        encoding="utf-8",
    )
    code = sheets(
        *("criteria.yaml", "--vendors", "A,B", "--evaluators", "佐藤", "--evaluators", "職員=2"),
        *("--out", "b.xlsx", "--title", "件名", "--stage", "first", "--comments", "--lang", "ja"),
    )
    assert code == 0
    book = forms.opened(Path("b.xlsx").read_bytes())
    assert "採点_佐藤" in book.sheetnames
    assert "採点_職員1" not in book.sheetnames
    sheet = book["採点_佐藤"]
    assert sheet["A1"].value.startswith("件名")
    assert [cell.value for cell in sheet[5]][-4:] == ["A", "A 所見", "B", "B 所見"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (GOOD, "Say where to write: --out FILE, --split FOLDER or both."),
        ((*GOOD, "--out", "bids.xls"), "bids.xls cannot be written: a workbook is named .xlsx."),
        ((*GOOD, "--out", "bids"), "bids cannot be written"),
        (("--vendors", "A", "--out", "b.xlsx"), "Name a criteria sheet, or a workbook by --from."),
        (
            ("fukui-sakai", "--evaluators", "2", "--out", "b.xlsx"),
            "Name the vendors by --vendors, or a workbook by --from.",
        ),
        ((*GOOD, "--out"), "--out"),
        ((*GOOD, "--nothing"), "There is no option --nothing."),
        ((*GOOD, "another", "--out", "b.xlsx"), "another"),
    ],
)
def test_a_wrong_call_is_2_and_told_in_a_sentence(capsys, arguments, sentence):
    assert sheets(*arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Error: ")
    assert sentence in shown.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nowhere", "--vendors", "A", "--evaluators", "2"), "criteria-id-unknown"),
        (("no.yaml", "--vendors", "A", "--evaluators", "2"), "criteria-file-missing"),
        (("fukui-sakai", "--vendors", "A"), "evaluators-none"),
        (("fukui-sakai", "--vendors", "A", "--evaluators", "0"), "evaluators-not-a-count"),
        (("fukui-sakai", "--vendors", ",", "--evaluators", "2"), "no-vendor-to-mark"),
        ((*GOOD, "--stage", "x"), "stage-unknown"),
    ],
)
def test_a_fault_in_the_order_is_1_and_nothing_is_written(capsys, arguments, code):
    assert sheets(*arguments, "--out", "b.xlsx", "--split", "scores") == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"[{code}]" in shown.err
    assert shown.err.endswith("Nothing was written. Errors: 1\n")
    assert list(Path().iterdir()) == []


def test_a_workbook_that_is_missing_is_4(capsys):
    assert sheets("--from", "no.xlsx", "--out", "b.xlsx") == 4
    assert "workbook-missing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--out", "no/b.xlsx"), "no/b.xlsx cannot be written: its folder does not exist."),
        (("--split", "no/scores"), "no/scores cannot be written: its folder does not exist."),
        (("--out", "old.xlsx"), "old.xlsx exists."),
        (("--split", "old.xlsx"), "old.xlsx is a file; a folder is needed."),
    ],
)
def test_what_cannot_be_written_is_4_and_nothing_is(capsys, arguments, sentence):
    Path("old.xlsx").write_text("old", encoding="utf-8")
    assert sheets(*GOOD, *arguments) == 4
    shown = capsys.readouterr()
    assert shown.out == ""
    assert sentence in shown.err
    assert [each.name for each in Path().iterdir()] == ["old.xlsx"]
    assert Path("old.xlsx").read_text(encoding="utf-8") == "old"


def test_force_replaces_what_exists_but_never_an_input(tmp_path, capsys):
    book = books.hand_in(tmp_path, books.valid())
    assert sheets("--from", "bids.xlsx", "--out", "new.xlsx") == 0
    assert sheets("--from", "bids.xlsx", "--out", "new.xlsx") == 4
    assert sheets("--from", "bids.xlsx", "--out", "new.xlsx", "--force") == 0
    os.link(book, "same.xlsx")
    before = book.read_bytes()
    for name in ("bids.xlsx", "./bids.xlsx", "same.xlsx"):
        assert sheets("--from", "bids.xlsx", "--out", name, "--force") == 4
        assert "never overwritten" in capsys.readouterr().err
    assert book.read_bytes() == before


def test_quiet_keeps_what_was_written_and_leaves_out_notes(tmp_path, capsys):
    sheets_ = books.valid()
    sheets_["メモ"] = [["x"]]
    books.hand_in(tmp_path, sheets_)
    assert sheets("--from", "bids.xlsx", "--out", "new.xlsx") == 0
    assert "sheet-not-read" in capsys.readouterr().err
    assert sheets("--from", "bids.xlsx", "--out", "new.xlsx", "--force", "--quiet") == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "new.xlsx" in shown.out


def test_a_disk_that_is_full_is_4_and_leaves_no_half_of_a_file(monkeypatch, capsys):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert sheets(*GOOD, "--out", "b.xlsx") == 4
    assert "no space is left" in capsys.readouterr().err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_installed_program_writes_and_evaluate_reads_it_back(tmp_path, lang):
    out = tmp_path / "bids.xlsx"
    done = command.run("sheets", *GOOD, "--title", "x", "--out", out, PROCSCORE_LANG=lang)
    assert (done.returncode, done.stderr) == (0, b"")
    checked = command.run("check", out)
    assert checked.returncode == 1
    assert b"Blank marks: " in checked.stdout
    assert b"Traceback" not in checked.stderr


def _foreign():
    forms_of, _layout = foreign.SHAPES["by_evaluator"]
    return str(foreign.save(Path("採点表.xlsx"), forms_of()))


def test_a_layout_is_drafted_on_standard_output_and_what_it_reads_beside_it(capsys):
    assert sheets("--describe", _foreign()) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("#") or shown.out.startswith("procscore-layout")
    assert "procscore-layout: 1" in shown.out
    assert "採点表1" in shown.err
    assert sheets("--describe", _foreign(), "--quiet") == 0
    assert capsys.readouterr().err == ""


def test_a_layout_is_written_to_a_file_that_is_named(capsys):
    assert sheets("--describe", _foreign(), "--out", "layout.yaml") == 0
    assert "layout.yaml" in capsys.readouterr().out
    text = Path("layout.yaml").read_text(encoding="utf-8")
    assert "procscore-layout: 1" in text
    mine = "procscore-layout: 1  # mine"
    Path("layout.yaml").write_text(mine, encoding="utf-8")
    assert sheets("--describe", _foreign(), "--out", "layout.yaml") == 4
    assert Path("layout.yaml").read_text(encoding="utf-8") == mine
    assert sheets("--describe", _foreign(), "--out", "layout.yaml", "--force") == 0
    assert Path("layout.yaml").read_text(encoding="utf-8") == text


def test_a_layout_is_not_written_over_the_workbook_nor_as_one(capsys):
    book = _foreign()
    Path("link.yaml").symlink_to(book)
    before = Path(book).read_bytes()
    assert sheets("--describe", book, "--out", "layout.xlsx") == 2
    assert sheets("--describe", book, "--out", "link.yaml", "--force") == 4
    assert Path(book).read_bytes() == before
    assert capsys.readouterr().out == ""


def test_a_layout_never_replaces_what_is_none(capsys):
    """The criteria sheet that a workbook names is an input, and a .yaml like the layout."""
    Path("criteria.yaml").write_text(books.CRITERIA, encoding="utf-8")
    assert sheets("--describe", _foreign(), "--out", "criteria.yaml", "--force") == 4
    assert Path("criteria.yaml").read_text(encoding="utf-8") == books.CRITERIA
    assert "criteria.yaml exists and is no layout" in capsys.readouterr().err


@pytest.mark.parametrize(
    "option",
    [
        ("--vendors", "A"),
        ("--evaluators", "3"),
        ("--split", "x"),
        ("--title", "x"),
        ("--stage", "x"),
        ("--comments",),
        ("--anonymous",),
    ],
)
def test_what_says_nothing_to_a_draft_is_a_wrong_call(option, capsys):
    assert sheets("--describe", _foreign(), *option) == 2
    assert option[0] in capsys.readouterr().err
