"""`procscore check` as the secretariat runs it, while the score sheets come back."""

import re

import pytest
from rich.cells import cell_len

from support import books, command
from support.submissions import CRITERIA, some_missing

_STYLE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def workbook(tmp_path):
    return books.hand_in(tmp_path, some_missing(), CRITERIA)


def test_it_says_what_is_missing_and_writes_nothing(workbook, tmp_path):
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    done = command.run("check", workbook)
    assert done.returncode == 1
    text = done.stdout.decode("utf-8")
    assert "実施計画 (E2), 実施体制 (E3)" in text
    assert "Evaluators who have handed in everything: 2 of 5." in text
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_it_agrees_with_evaluate_on_whether_anything_stands_in_the_way(workbook, tmp_path):
    assert command.run("evaluate", workbook).returncode == 1
    complete = books.hand_in(tmp_path, books.valid())
    assert command.run("check", complete).returncode == 0
    assert command.run("evaluate", complete).returncode == 0


def test_marks_come_back_one_by_one_into_a_folder(tmp_path):
    sheets = books.valid()
    scores = tmp_path / "scores"
    scores.mkdir()
    returned = [{f"採点_委員{n}": sheets.pop(f"採点_委員{n}")} for n in (1, 2)]
    main = books.hand_in(tmp_path, sheets)
    said = []
    for number, own in enumerate(returned):
        books.save(scores / f"{number}.xlsx", own)
        done = command.run("check", main, scores)
        said.append((done.returncode, done.stdout.decode("utf-8").splitlines()[-1]))
    assert said == [
        (1, "Evaluators who have handed in everything: 1 of 2. Blank marks: 6."),
        (0, "Everything is there: procscore evaluate …"),
    ]


def test_the_example_is_complete():
    done = command.run("check", command.EXAMPLE)
    assert done.returncode == 0
    assert "Not to be marked: C社 Cソリューションズ株式会社" in done.stdout.decode("utf-8")


def test_a_pipe_gets_no_colour_and_no_bar(workbook):
    done = command.run("check", workbook)
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("columns", [80, 100])
def test_the_table_fits_the_terminal(workbook, columns):
    shown = _STYLE.sub("", command.on_terminal(columns, "check", workbook))
    frame = [line for line in shown.splitlines() if line.startswith(tuple("╭│├╰"))]
    assert len({cell_len(line) for line in frame}) == 1
    assert cell_len(frame[0]) <= columns


@pytest.mark.parametrize("encoding", ["cp932", "ascii"])
def test_every_encoding_gets_all_figures(workbook, encoding):
    done = command.run("check", workbook, PYTHONIOENCODING=encoding)
    text = done.stdout.decode(encoding)
    for figure in ("4 / 9", "0 / 9", "6 / 6", "8 / 9", "2 of 5"):
        assert figure in text
