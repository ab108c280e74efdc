"""The arguments of `procscore diff`."""

from pathlib import Path

import pytest

from procscore.cli.main import main
from support import books


@pytest.fixture
def book(tmp_path):
    return str(books.hand_in(tmp_path, books.valid()))


def test_a_format_that_there_is_not_is_a_wrong_call(book, capsys):
    assert main(["diff", book, book, "--out", "a.pdf"]) == 2
    assert "a.pdf cannot be written: the suffix must be one of" in capsys.readouterr().err


def test_one_file_alone_is_a_wrong_call(book, capsys):
    assert main(["diff", book]) == 2
    assert "NEW" in capsys.readouterr().err


def test_an_input_is_never_overwritten(book):
    before = Path(book).read_bytes()
    assert main(["diff", book, book, "--out", book, "--force"]) != 0
    assert Path(book).read_bytes() == before


def test_criteria_for_two_results_are_a_wrong_call(book, tmp_path, capsys):
    result = str(tmp_path / "r.json")
    assert main(["evaluate", book, "--out", result]) == 0
    assert main(["diff", result, result, "--criteria", "criteria.yaml"]) == 2
    assert "--criteria is for workbooks" in capsys.readouterr().err
    assert main(["diff", book, result]) == 0
