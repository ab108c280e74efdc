"""Marks that come from a form, as a CSV file on the command line."""

import json

import pytest

from support import books, command


@pytest.mark.parametrize(
    ("rows", "how"),
    [
        (books.answers(), {"encoding": "utf-8-sig"}),
        (books.answers(), {"encoding": "cp932", "delimiter": "\t"}),
        (books.long_table(), {"encoding": "cp932"}),
    ],
)
def test_answers_in_a_csv_file_are_ranked_like_the_score_sheets(tmp_path, rows, how):
    paths = books.with_csv(tmp_path, rows, **how)
    done = command.run("evaluate", *paths, "--out", tmp_path / "forms.json")
    assert (done.returncode, done.stderr) == (0, b"")
    whole = books.hand_in(tmp_path, books.valid())
    sheets = command.run("evaluate", whole)
    assert done.stdout == sheets.stdout
    result = json.loads((tmp_path / "forms.json").read_bytes())
    assert [each["file"] for each in result["inputs"]] == ["bids.xlsx", "回答.csv"]
    cell = result["vendors"][0]["marks"]["plan"][0]["cell"]
    assert cell == {"file": "回答.csv", "sheet": "回答", "cell": "D2"}


def test_a_wrong_mark_is_named_by_the_cell_that_excel_shows(tmp_path):
    rows = books.answers()
    rows[1][5] = "早い、\n安い"
    rows[2][3] = 41
    done = command.run("evaluate", *books.with_csv(tmp_path, rows, encoding="cp932"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert "回答.csv [回答] D3" in done.stderr.decode()
    assert "mark-above-maximum" in done.stderr.decode()


def test_a_csv_file_that_is_not_there_is_4(tmp_path):
    book = books.hand_in(tmp_path, books.valid())
    assert command.run("evaluate", book, tmp_path / "none.csv").returncode == 4
