"""The arguments of `procscore explain`."""

from pathlib import Path

import pytest

import procscore
from procscore import pipeline
from procscore.cli.main import main
from support import books


@pytest.fixture
def book(tmp_path):
    return str(books.hand_in(tmp_path, books.valid()))


def test_the_result_comes_first_and_then_the_cells(book, capsys):
    assert main(["explain", book, "--vendor", "A社"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "A社 株式会社アルファ: 84.75 of 100 points, rank 2 of 3, reserve." in lines[:3]
    assert any("36 (bids.xlsx [採点_委員1] D2)" in line for line in lines)


def test_one_criterion_and_one_gap(book, capsys):
    assert main(["explain", book, "--vendor", "A社", "--criterion", "price"]) == 0
    assert "実施計画" not in capsys.readouterr().out
    assert main(["explain", book, "--vendor", "A社", "--against", "ベータ株式会社"]) == 0
    assert "-8 (32 against 40)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "--vendor is missing"),
        (["--vendor", "A社", "--out", "a.csv"], "a.csv cannot be written"),
        (["--vendor", "A社", "--against", "A社"], "A社 cannot be held against itself."),
        (["--vendor", "A社", "--withdraw", "B社", "--technical-only"], "--withdraw needs"),
    ],
)
def test_a_wrong_call_is_a_sentence(book, capsys, options, told):
    assert main(["explain", book, *options]) == 2
    assert told in capsys.readouterr().err


def test_an_unknown_vendor_is_a_finding(book, capsys):
    assert main(["explain", book, "--vendor", "Z社"]) == 1
    assert capsys.readouterr().err.endswith("Nothing was explained. Errors: 1\n")


def test_a_missing_workbook_is_told_as_such(tmp_path):
    assert main(["explain", str(tmp_path / "none.xlsx"), "--vendor", "A社"]) == 4


def test_who_withdrew_is_passed_over(book, capsys):
    assert main(["explain", book, "--vendor", "B社", "--withdraw", "B社"]) == 0
    assert "B社 ベータ株式会社 is passed over" in capsys.readouterr().out


def test_options_of_an_evaluation_are_not_for_a_result(book, tmp_path, capsys):
    record = tmp_path / "result.json"
    pipeline.export(procscore.evaluate(book), [record])
    assert main(["explain", str(record), "--vendor", "A社"]) == 0
    assert main(["explain", str(record), "--vendor", "A社", "--technical-only"]) == 2
    assert "A result is explained as it was computed" in capsys.readouterr().err


def test_an_output_that_is_there_is_kept(book, tmp_path):
    target = tmp_path / "a.md"
    target.write_text("mine", encoding="utf-8")
    assert main(["explain", book, "--vendor", "A社", "--out", str(target)]) == 4
    assert target.read_text(encoding="utf-8") == "mine"
    assert main(["explain", book, "--vendor", "A社", "--out", str(target), "--force"]) == 0
    assert "84.75" in target.read_text(encoding="utf-8")
    assert main(["explain", book, "--vendor", "A社", "--out", book, "--force"]) == 4
    assert Path(book).read_bytes().startswith(b"PK")
