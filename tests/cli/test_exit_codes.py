"""Exit codes and files: what a script may rely on, and what is never lost."""

import os
import subprocess

import pytest

from procscore.cli.main import main
from support import books, command


@pytest.fixture
def workbook(tmp_path):
    return books.hand_in(tmp_path, books.valid())


def test_a_result_is_0(workbook):
    assert command.run("evaluate", workbook).returncode == 0


def test_no_award_is_0_too(tmp_path):
    criteria = books.CRITERIA.replace(
        "ceiling: exclude,", "ceiling: exclude, minimums: [{at_least: 100%}],"
    )
    done = command.run("evaluate", books.hand_in(tmp_path, books.valid(), criteria))
    assert done.returncode == 0
    assert b"No award" in done.stdout


def test_a_problem_in_the_data_is_1_and_nothing_is_ranked_or_written(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][1][3] = 41
    out = tmp_path / "result.json"
    done = command.run("evaluate", books.hand_in(tmp_path, sheets), "--out", out)
    assert done.returncode == 1
    assert done.stdout == b""
    assert "[採点_委員1] D2".encode() in done.stderr
    assert b"mark-above-maximum" in done.stderr
    assert not out.exists()


def test_all_problems_are_shown_in_the_order_of_their_places(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][2][5] = "80点"
    sheets["採点_委員1"][1][3] = 41
    sheets["採点_委員2"][1][3] = None
    done = command.run("evaluate", books.hand_in(tmp_path, sheets))
    places = [done.stderr.decode().index(place) for place in ("1] D2", "1] F3", "2] D2")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate"],
        ["evaluate", "x.xlsx", "--nonsense"],
        ["nonsense"],
        ["--lang", "xx"],
        ["evaluate", "x.xlsx", "--out", "x.pdf"],
        ["codes", "nonsense"],
    ],
)
def test_a_wrong_call_is_2(arguments):
    done = command.run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: ")
    assert b"Traceback" not in done.stderr


def test_a_bug_is_3_and_leaves_a_log_instead_of_a_traceback(
    workbook, monkeypatch, capsys, tmp_path
):
    def broken(*_):
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("procscore.pipeline.evaluate", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["evaluate", str(workbook)]) == 3
    assert "Traceback" not in capsys.readouterr().err
    (log,) = tmp_path.glob("procscore-bug-*.txt")
    assert "boom" in log.read_text(encoding="utf-8")


def test_a_missing_file_is_4(tmp_path):
    done = command.run("evaluate", tmp_path / "none.xlsx")
    assert done.returncode == 4
    assert b"none.xlsx" in done.stderr


def test_an_interrupt_is_130(workbook, monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("procscore.pipeline.evaluate", interrupted)
    assert main(["evaluate", str(workbook)]) == 130
    assert "Interrupted" in capsys.readouterr().err


def test_a_reader_that_has_enough_is_no_error():
    done = subprocess.run(
        f"'{command.PROGRAM}' codes | head -n 1; exit ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"Error" not in done.stderr


@pytest.mark.parametrize("link", [os.link, os.symlink, None])
def test_an_input_is_never_overwritten_whatever_it_is_called(workbook, tmp_path, link):
    before = workbook.read_bytes()
    target = tmp_path / "result.json"
    if link:
        link(workbook, target)
    else:
        workbook = workbook.rename(tmp_path / "bids.json")
        target = tmp_path / "." / "bids.json"
    done = command.run("evaluate", workbook, "--out", target, "--force")
    assert done.returncode == 4
    assert workbook.read_bytes() == before


def test_an_existing_file_is_kept_unless_it_may_be_replaced(workbook, tmp_path):
    target = tmp_path / "result.csv"
    target.write_text("mine", encoding="utf-8")
    assert command.run("evaluate", workbook, "--out", target).returncode == 4
    assert target.read_text(encoding="utf-8") == "mine"
    assert command.run("evaluate", workbook, "--out", target, "--force").returncode == 0
    assert "株式会社アルファ" in target.read_text(encoding="utf-8-sig")


def test_an_output_folder_that_is_missing_is_4(workbook, tmp_path):
    done = command.run("evaluate", workbook, "--out", tmp_path / "none" / "result.json")
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr


def test_the_same_input_gives_the_same_bytes(workbook, tmp_path):
    outputs = [tmp_path / name for name in ("a.json", "b.json")]
    for each in outputs:
        assert command.run("evaluate", workbook, "--out", each).returncode == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()


def test_the_installed_program_works_from_another_folder(workbook, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = command.run("evaluate", command.EXAMPLE, "--lang", "ja", cwd=elsewhere)
    assert done.returncode == 0
    assert "優先交渉権者" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "nowhere.yaml", "fukui-sakai"),
        ("criteria", "show", "nowhere.yaml"),
        ("criteria", "new", "--like", "nowhere.yaml"),
        ("check", "nowhere.yaml"),
    ],
)
def test_a_criteria_file_that_was_named_and_is_not_there(arguments, tmp_path):
    done = command.run(*arguments, cwd=tmp_path)
    assert done.returncode == 4
    assert "nowhere.yaml" in (done.stderr + done.stdout).decode()
